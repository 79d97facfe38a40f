import { isoDayOfSerial, isSafeSerial } from '../../../../shared/domain/dates/dateSerial'

/** A cell of a table that a spreadsheet has put on the clipboard. */
export interface HtmlCell {
  /** What it shows. */
  text: string
  /** The number behind it (`x:num`), where the program tells it. */
  number?: string | undefined
  /** The text behind it (`x:str`). */
  full?: string | undefined
  /** Its number format (`mso-number-format`), without the quotes around it. */
  format?: string | undefined
}

/** 16 digits and more were rounded when they became a number: nobody knows the last ones. */
const mostDigits = 15

/**
 * What a cell says, where its program shows less for want of room or by its format: `####`, 2.02E+11, 5月6日. A date says
 * no more than its cell would show with room enough; a number that was rounded stays as it is shown, to be refused.
 */
export function pastedText({ text, number, full, format = '' }: HtmlCell): string {
  const isCovered = /^#+$/u.test(text)
  if (isCovered && full !== undefined && full !== '') return full
  const value = number === undefined || number.trim() === '' ? Number.NaN : Number(number)
  if (!Number.isFinite(value)) return text
  const date = dateParts(format)
  if (date !== null) return isCovered || !/\d{4}/u.test(text) ? (dateText(value, date) ?? text) : text
  if (!isCovered && !/^-?\d(?:\.\d+)?E[+-]?\d+$/iu.test(text)) return text
  const plain = String(value)
  return /^-?\d+(?:\.\d+)?$/u.test(plain) && plain.replaceAll(/\D/gu, '').length <= mostDigits ? plain : text
}

/** Which parts of a date a number format shows; null where it is none. Literals and escaped signs say nothing. */
function dateParts(format: string): { year: boolean; day: boolean } | null {
  if (/^(?:short|medium|long) date$/iu.test(format)) return { year: true, day: true }
  const codes = format.replaceAll(/\\0*22|"[^"]*"/gu, '').replaceAll(/\\.|\[[^\]]*\]/gu, '').toLowerCase()
  const [year, day] = [/[ye]/u.test(codes), codes.includes('d')]
  return (year || day) && !/general|[0#]/u.test(codes) ? { year, day } : null
}

function dateText(serial: number, { day }: { day: boolean }): string | null {
  if (!isSafeSerial(serial)) return null
  const iso = isoDayOfSerial(Math.floor(serial))
  return day ? iso : iso.slice(0, 'yyyy-mm'.length)
}

/** The number format of a declaration block (`mso-number-format:"yyyy\/m\/d"`); undefined where it names none. */
export function numberFormatOf(style: string): string | undefined {
  const [, quoted, apostrophes, plain] = /mso-number-format:\s*(?:"([^"]*)"|'([^']*)'|([^;}]*))/iu.exec(style) ?? []
  return (quoted ?? apostrophes ?? plain)?.trim()
}

/** The number formats that the classes of a sheet of styles have. */
export function formatsByClass(css: string): ReadonlyMap<string, string> {
  const formats = new Map<string, string>()
  for (const [, selector = '', block = ''] of css.matchAll(/([^{}]*)\{([^{}]*)\}/gu)) {
    const format = numberFormatOf(block)
    if (format !== undefined) for (const [, name = ''] of selector.matchAll(/\.([\w-]+)/gu)) formats.set(name, format)
  }
  return formats
}
