import type { DateShown } from '../../../shared/domain/dates/dates'
import type { DateCell, IsoDateCell } from '../types'

/** How a cell shows a date: whole (or as a time), or only a part of it. */
export type DateLook = 'whole' | DateShown

/**
 * What a number format shows of a date or time; null when it shows none. What stands in quotation marks, behind a
 * backslash, or in brackets (colours, conditions, locales) is decoration, except elapsed hours, minutes and seconds.
 */
export function dateLookOf(code: string): DateLook | null {
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/general/gi, '')
  if (!/[ymdhs]|a{3,4}/i.test(bare)) return null
  const shown = bare.split(';', 1)[0] ?? ''
  if (/[hs]/i.test(shown)) return 'whole'
  return lookOfParts({ year: /[ye]/i.test(shown), month: /m/i.test(shown), day: /(?<!d)d{1,2}(?!d)/i.test(shown) })
}

/** Whether a number format shows percentages: 0.359 as 35.9%. */
export function isPercentFormat(code: string): boolean {
  return code.replace(/"[^"]*"?/g, '').replace(/[\\_*]./g, '').split(';', 1)[0]?.includes('%') === true
}

/** Of the built-in formats these two show percentages. */
export const builtInPercents: ReadonlySet<number> = new Set([9, 10])

/** @param parts  which of them a format shows */
export function lookOfParts({ year, month, day }: Readonly<Record<'year' | 'month' | 'day', boolean>>): DateLook {
  if (!year) return month || day ? 'no_year' : 'whole'
  return day ? 'whole' : month ? 'month' : 'year'
}

const monthFormats = new Set([17, 27, 36, 50, 52, 57])
const yearlessFormats = new Set([16, 28, 29, 51, 53, 54, 58])

/** Built-in formats that show dates or times, with those of Chinese Excel (ISO/IEC 29500-1, 18.8.30). */
export function builtInDateLook(id: number): DateLook | null {
  if (monthFormats.has(id)) return 'month'
  if (yearlessFormats.has(id)) return 'no_year'
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58) ? 'whole' : null
}

/** The cell of a number under a format that shows dates so, or none. */
export function numberCell(value: number, look: DateLook | null | undefined): number | DateCell {
  return look === null || look === undefined ? value : look === 'whole' ? { d: value } : { d: value, shows: look }
}

/** The cell of a date that the file writes as text. */
export function isoCell(iso: string, look: DateLook): IsoDateCell {
  return look === 'whole' ? { iso } : { iso, shows: look }
}
