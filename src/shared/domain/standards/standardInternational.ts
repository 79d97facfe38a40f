import type { NumberParts, StandardNumberWarning } from './standardParts'

/** Numbers of ISO, IEC and ITU (domain.md 1.2, `intl` and `itu`) at a position of a folded, upper-case text. */
export interface InternationalScan {
  end: number
  parts: NumberParts
  warnings: StandardNumberWarning[]
  question: 'two_digit_year' | 'year_missing' | null
}

const publisher = /((?:ISO|IEC)(?:\/(?:ISO|IEC|IEEE|ASTM|CIE|SAE|OIML|IDF|CISPR|HL7|ASME|UNESCO))*)((?:[ /](?:PAS|TS|TR|TTA|IWA|GUIDE|ISP))?) ?-? ?(?=\d)/y
/** IWA 31:2020, also written ISO/IWA 31:2020. */
const workshopAgreement = /IWA ?(?=\d)/y
const numberShape = /\d{1,6}(?:-[A-Z]?\d{1,4}[A-Z]?)*(?!\d)/y
const colonYear = / ?: ?(\d{4}|\d{2})(?:-\d{2})?(?!\d)/y
const hyphenYear = /-((?:19|20)\d{2})$/
const ituShape = /ITU ?-? ?([TRD]) ?([A-Z]{1,3})\.? ?(\d{1,5}(?:\.\d{1,4}){0,3}(?:-\d{1,3})?)(?!\d)/y
const ituDate = / ?\((\d{2})\/(\d{4})\)/y
const ituYear = / ?[:-] ?(\d{4})(?!\d)/y
const firstYear = 1900

/** null: no such number here. The year is bounded by `thisYear`; a later one is `year_in_future`. */
export function scanInternational(text: string, at: number, thisYear: number): InternationalScan | 'year_in_future' | null {
  if (text.startsWith('ITU', at)) return scanItu(text, at, thisYear)
  const head = matchAt(publisher, text, at) ?? matchAt(workshopAgreement, text, at)
  if (!head) return null
  const start = at + head[0].length
  const number = matchAt(numberShape, text, start)
  if (!number) return null
  const prefix = head[1] ? `${head[1]}${documentType(head[1], head[2] ?? '')} ` : 'ISO/IWA '
  return withYear(text, { prefix, number: number[0], end: start + number[0].length }, thisYear)
}

/** ISO/PAS and ISO/TS carry a slash, joint publications a space (ISO/IEC TS 27110), a Guide a space. */
function documentType(organisations: string, type: string): string {
  const word = type.slice(1)
  if (word === '') return ''
  return organisations.includes('/') || word === 'GUIDE' ? ` ${word}` : `/${word}`
}

interface Numbered { prefix: string; number: string; end: number }

function withYear(text: string, { prefix, number, end }: Numbered, thisYear: number): InternationalScan | 'year_in_future' | null {
  const colon = matchAt(colonYear, text, end)
  if (colon) return dated({ prefix, number, end: end + colon[0].length }, colon[1] ?? '', [], thisYear)
  // "ISO 9001-2015" ends in a year, "IEC 60335-2-24" in a part: only a plausible year is one.
  const hyphen = hyphenYear.exec(number)
  if (hyphen && Number(hyphen[1]) <= thisYear) {
    return dated({ prefix, number: number.slice(0, hyphen.index), end }, hyphen[1] ?? '', ['year_separator_fixed'], thisYear)
  }
  if (hyphen) return 'year_in_future'
  return { end, parts: { prefix, number, year: null, separator: ':' }, warnings: [], question: 'year_missing' }
}

function dated(numbered: Numbered, digits: string, warnings: StandardNumberWarning[], thisYear: number): InternationalScan | 'year_in_future' | null {
  const short = digits.length === 2
  const year = Number(short ? (digits >= '50' ? '19' : '20') + digits : digits)
  if (year > thisYear) return 'year_in_future'
  if (year < firstYear) return null
  return {
    end: numbered.end,
    parts: { prefix: numbered.prefix, number: numbered.number, year, separator: ':' },
    warnings: short ? [...warnings, 'two_digit_year'] : warnings,
    question: short && digits < '50' ? 'two_digit_year' : null,
  }
}

function scanItu(text: string, at: number, thisYear: number): InternationalScan | 'year_in_future' | null {
  const head = matchAt(ituShape, text, at)
  if (!head) return null
  const prefix = `ITU-${head[1] ?? ''} ${head[2] ?? ''}.`
  const end = at + head[0].length
  const parts: NumberParts = { prefix, number: head[3] ?? '', year: null, separator: ':' }
  const date = matchAt(ituDate, text, end)
  if (date) {
    if (Number(date[2]) > thisYear) return 'year_in_future'
    return { end: end + date[0].length, parts: { ...parts, year: Number(date[2]), dateSuffix: ` (${date[1] ?? ''}/${date[2] ?? ''})` }, warnings: [], question: null }
  }
  const year = matchAt(ituYear, text, end)
  if (year) return dated({ prefix, number: parts.number, end: end + year[0].length }, year[1] ?? '', [], thisYear)
  return { end, parts, warnings: [], question: 'year_missing' }
}

function matchAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at
  return shape.exec(text)
}
