import { type InternationalScan, scanInternational } from './standardInternational'
import type { NumberParts, StandardKind, StandardNature, StandardNumberCode, StandardNumberWarning } from './standardParts'
import type { StandardTables } from './standardTables'

/** Reads one standard number at a position of a folded, upper-case text. Every expression is sticky and bounded. */

export interface ScanContext {
  thisYear: number
  tables: StandardTables
}

export interface ScannedNumber {
  end: number
  kind: StandardKind
  nature: StandardNature | null
  /** One entry, or every number of a range. */
  values: NumberParts[]
  warnings: StandardNumberWarning[]
  question: 'part_dot_restored' | 'two_digit_year' | 'year_missing' | null
}

export interface ScanFailure {
  ok: false
  code: StandardNumberCode
  kind: StandardKind | null
  /** The text does look like a standard number, so its own fault is worth telling. */
  specific: boolean
}

/** The number as the register keeps it: prefix, number, and year or date behind their separator. */
export function canonicalOf(parts: NumberParts): string {
  const year = parts.dateSuffix ?? (parts.year === null ? '' : `${parts.separator}${parts.year}`)
  return `${parts.prefix}${parts.number}${year}`
}

const notANumber: ScanFailure = Object.freeze({ ok: false, code: 'not_a_standard_number', kind: null, specific: false })

/** `original` keeps the case of enterprise numbers, which are never restructured. */
export function scanNumberAt(original: string, text: string, at: number, context: ScanContext): ScannedNumber | ScanFailure {
  if (startsInternational(text, at)) return fromInternational(scanInternational(text, at, context.thisYear))
  if (text.startsWith('Q/', at) || text.startsWith('Q /', at)) return scanEnterprise(original, text, at, context)
  const head = scanGroupHead(text, at) ?? scanHead(text, at, context)
  if ('ok' in head) return head
  return scanTail(text, head, context)
}

function startsInternational(text: string, at: number): boolean {
  return text.startsWith('ISO', at) || text.startsWith('IEC', at) || text.startsWith('ITU', at) || text.startsWith('IWA', at)
}

function fromInternational(scanned: InternationalScan | 'year_in_future' | null): ScannedNumber | ScanFailure {
  if (scanned === null) return notANumber
  if (scanned === 'year_in_future') return failure('year_in_future', 'international')
  return { ...scanned, kind: 'international', nature: null, values: [scanned.parts] }
}

function failure(code: StandardNumberCode, kind: StandardKind | null): ScanFailure {
  return { ok: false, code, kind, specific: true }
}

interface Head {
  prefix: string
  end: number
  kind: StandardKind
  nature: StandardNature
  slashRestored: boolean
}

const groupWithSpace = /T ?\/ ?([A-Z0-9]{1,20}) (?=\d)/y
const groupJoined = /T ?\/ ?((?:\d{1,6}(?=[A-Z]))?[A-Z]{1,20})[ -]?(?=\d)/y
const groupWithoutSlash = /T ([A-Z]{2,20}) ?(?=\d)/y
const groupWithoutCode = /T ?\/ ?\d{1,6}(?:\.\d{1,3})?-\d{4}/y

function scanGroupHead(text: string, at: number): Head | ScanFailure | null {
  if (text.charAt(at) !== 'T') return null
  const spaced = matchAt(groupWithSpace, text, at)
  if (spaced && /[A-Z]/.test(spaced[1] ?? '')) return groupHead(spaced, at, false)
  const joined = matchAt(groupJoined, text, at)
  if (joined) return groupHead(joined, at, false)
  if (matchAt(groupWithoutCode, text, at)) return failure('association_code_missing', 'group')
  const bare = matchAt(groupWithoutSlash, text, at)
  return bare ? groupHead(bare, at, true) : null
}

function groupHead(match: RegExpExecArray, at: number, slashRestored: boolean): Head {
  return { prefix: `T/${match[1] ?? ''} `, end: at + match[0].length, kind: 'group', nature: 'voluntary', slashRestored }
}

const localCode = /DB ?(\d{4}|\d{2})(?=[ /TZ_-])/y
/** No county issues standards, and a city has four digits: an earthquake standard has no slash behind its number. */
const longLocalCode = /DB ?\d{5,6} ?\/ ?[TZ]/y
const letterCode = /[A-Z]{2,5}/y
/** NB/SH/T: the petrochemical standards of the energy industry, numbers of their own beside those of SH and NB. */
const doubleCode = /[A-Z]{2}\/[A-Z]{2}(?= ?(?:\/ ?[TZ]|\d))/y
const natureWithSlash = / ?\/ ?([A-Z]?) ?(?=\d)/y
const natureWithoutSlash = /[ _-]?([TZ])[ _-]?(?=\d)/y
const noNature = /[ _]?(?=\d)/y
const unknownShape = /[A-Z]{2,5}(?:\/[A-Z])?[ -]?\d{1,6}(?:\.\d{1,3})?[A-Z]?-\d{2,4}|[A-Z]{2,5}\/[A-Z] ?\d/y

function scanHead(text: string, at: number, context: ScanContext): Head | ScanFailure {
  const local = matchAt(localCode, text, at)
  const localHead = local && scanLocalHead(text, at, local, context)
  if (localHead) return localHead
  if (matchAt(longLocalCode, text, at)) return failure('unknown_region_code', 'local_city')
  const double = matchAt(doubleCode, text, at)?.[0] ?? ''
  if (Object.hasOwn(context.tables.industries, double)) return scanNature(text, at + double.length, double, 'industry')
  const letters = matchAt(letterCode, text, at)?.[0] ?? ''
  for (const length of [letters.length, letters.length - 1]) {
    const code = letters.slice(0, length)
    const kind = kindOfLetters(code, context.tables)
    if (kind) return scanNature(text, at + length, code, kind)
  }
  return matchAt(unknownShape, text, at) ? failure('unknown_code', null) : notANumber
}

function kindOfLetters(code: string, tables: StandardTables): StandardKind | null {
  if (code === 'GB') return 'national'
  if (code === 'GBZ') return 'national_health'
  return code.length >= 2 && Object.hasOwn(tables.industries, code) ? 'industry' : null
}

/** DB and two or four digits; null where the digits are the number of an earthquake standard ("DB 10-2016"). */
function scanLocalHead(text: string, at: number, match: RegExpExecArray, context: ScanContext): Head | ScanFailure | null {
  const region = match[1] ?? ''
  const kind = region.length === 2 ? 'local_province' : 'local_city'
  const head = scanNature(text, at + match[0].length, `DB${region}`, kind)
  if ('ok' in head && head.code === 'not_a_standard_number') return null
  const { provinces, cities } = context.tables
  if (!provinces.has(region.slice(0, 2)) || (kind === 'local_city' && cities !== null && !cities.has(region))) {
    return failure('unknown_region_code', kind)
  }
  return head
}

const natures: Readonly<Record<string, StandardNature>> = { T: 'recommended', Z: 'guidance' }

function scanNature(text: string, at: number, code: string, kind: StandardKind): Head | ScanFailure {
  const slashed = matchAt(natureWithSlash, text, at)
  if (slashed) {
    const letter = slashed[1] ?? ''
    const nature = natures[letter]
    const end = at + slashed[0].length
    if (nature) return { prefix: `${code}/${letter} `, end, kind, nature, slashRestored: false }
    // DB37/2376-2019 is the printed form of mandatory local standards; elsewhere a slash without T or Z says nothing.
    const isLocal = kind === 'local_province' || kind === 'local_city'
    return letter === '' && isLocal ? { prefix: `${code} `, end, kind, nature: 'mandatory', slashRestored: false } : failure('unknown_nature', kind)
  }
  const joined = matchAt(natureWithoutSlash, text, at)
  if (joined) {
    const letter = joined[1] ?? ''
    return { prefix: `${code}/${letter} `, end: at + joined[0].length, kind, nature: natures[letter] ?? 'recommended', slashRestored: true }
  }
  const plain = matchAt(noNature, text, at)
  return plain ? { prefix: `${code} `, end: at + plain[0].length, kind, nature: 'mandatory', slashRestored: false } : notANumber
}

const numberShape = /(\d{1,6}(?:\.\d{1,3}){0,3})(?!\d)/y
const lostDot = / (\d{1,3})(?=(?: ?-| )(?:19|20)\d{2}(?!\d))/y
const rangeTo = / ?[~至] ?(?:[A-Z]{2,3}(?:\/[TZ])? ?)?(\d{1,6}(?:\.\d{1,3}){0,3})(?!\d)/y
/** "150.1、150.2-2024": the code and the year stand only once. */
const listBeforeYear = /((?: ?[、,;] ?\d{1,6}(?:\.\d{1,3}){0,3}(?!\d))+)(?= ?- ?\d{4}(?!\d))/y
const yearShapes: readonly [RegExp, StandardNumberWarning | null][] = [
  [/ ?- ?(\d{4}|\d{2})(?!\d|\.\d|[X×*?])/y, null],
  [/_(\d{4})(?!\d)/y, 'dash_restored'],
  [/ ?: ?(\d{4})(?!\d)/y, 'year_separator_fixed'],
  [/ ?一 ?(\d{4}|\d{2})(?!\d)/y, 'dash_restored'],
  [/ ((?:19|20)\d{2}|\d{2}(?= ?$))(?![\d.-])/y, 'dash_restored'],
]

function scanTail(text: string, head: Head, context: ScanContext): ScannedNumber | ScanFailure {
  const number = matchAt(numberShape, text, head.end)
  if (!number) return notANumber
  const warnings: StandardNumberWarning[] = head.slashRestored ? ['slash_restored'] : []
  let end = head.end + number[0].length
  let numbers = [number[1] ?? '']
  const range = matchAt(rangeTo, text, end)
  if (range) {
    const expanded = expandRange(numbers[0] ?? '', range[1] ?? '')
    if (!expanded) return failure('not_a_standard_number', head.kind)
    numbers = expanded
    end += range[0].length
  }
  const list = range ? null : matchAt(listBeforeYear, text, end)
  if (list) {
    const more = (list[1] ?? '').split(/[、,;]/).map((part) => part.trim()).filter((part) => part !== '')
    numbers = [...numbers, ...more.map((part) => besideFirst(numbers[0] ?? '', part))]
    end += list[0].length
  }
  const dot = range || list ? null : matchAt(lostDot, text, end)
  if (dot) {
    numbers = [`${numbers[0] ?? ''}.${dot[1] ?? ''}`]
    warnings.push('part_dot_restored')
    end += dot[0].length
  }
  return withYear(text, end, head, { numbers, warnings }, context)
}

/** "1234.1、2、3-2021": what is much shorter than the number itself counts its parts, as in 1234.1~3; 150.1、151 are two numbers. */
function besideFirst(first: string, next: string): string {
  const stem = first.split('.').slice(0, -1)
  const isPart = !next.includes('.') && next.length <= 2 && next.length < (stem[0] ?? '').length
  return isPart ? [...stem, next].join('.') : next
}

interface Collected { numbers: string[]; warnings: StandardNumberWarning[] }

function withYear(text: string, at: number, head: Head, { numbers, warnings }: Collected, context: ScanContext): ScannedNumber | ScanFailure {
  const found = findYear(text, at)
  const printed = (year: number | null): NumberParts[] => numbers.map((number) => ({ prefix: head.prefix, number, year, separator: '-' }))
  const base = { kind: head.kind, nature: head.nature, warnings }
  if (!found) {
    if (/[\d.-]/.test(text.charAt(at)) || /[A-Z]/.test(text.charAt(at))) return failure('not_a_standard_number', head.kind)
    return { ...base, end: at, values: printed(null), question: 'year_missing' }
  }
  if (found.warning) warnings.push(found.warning)
  if (found.digits.length === 2) warnings.push('two_digit_year')
  const year = Number(found.digits.length === 4 ? found.digits : (found.digits >= '50' ? '19' : '20') + found.digits)
  if (year > context.thisYear) return failure('year_in_future', head.kind)
  if (year < 1900) return failure('not_a_standard_number', head.kind)
  const unsureYear = found.digits.length === 2 && found.digits < '50'
  const question = unsureYear ? 'two_digit_year' : warnings.includes('part_dot_restored') ? 'part_dot_restored' : null
  const more = continueList(text, found.end, printed(year), context)
  return more ? { ...base, ...more, question } : failure('not_a_standard_number', head.kind)
}

/** Behind a blank alone, as where a line ended, only what is too long for a year. */
const sameCodeAgain = /(?: ?([~至、,;/]) ?(\.?\d{1,6}(?:\.\d{1,3}){0,3})| (\d{5,6}(?:\.\d{1,3}){0,3}))-(\d{4})(?![\d-])/y

/** "GB/T 150.1-2019至150.3-2019" and "GB/T 1-2020、2-2020": the code stands only once. Null for a range that does not count up. */
function continueList(text: string, at: number, values: NumberParts[], context: ScanContext): { values: NumberParts[]; end: number } | null {
  let end = at
  for (let match = matchAt(sameCodeAgain, text, end); match; match = matchAt(sameCodeAgain, text, end)) {
    const [whole, mark = '', written, behindBlank = '', digits = ''] = match
    const number = (written ?? behindBlank).replace(/^\./u, '')
    const last = values.at(-1)
    const year = Number(digits)
    if (!last || year > context.thisYear || year < 1900) return null
    const isRange = mark === '~' || mark === '至'
    const numbers = isRange ? expandRange(last.number, number) : [besideFirst(last.number, number)]
    if (!numbers || (isRange && year !== last.year)) return null
    values.push(...numbers.slice(isRange ? 1 : 0).map((next) => ({ ...last, number: next, year })))
    end += whole.length
  }
  return { values, end }
}

function findYear(text: string, at: number): { digits: string; end: number; warning: StandardNumberWarning | null } | null {
  for (const [shape, warning] of yearShapes) {
    const match = matchAt(shape, text, at)
    if (match) return { digits: match[1] ?? '', end: at + match[0].length, warning }
  }
  return null
}

const maxRange = 100

/** 150.1~4 and 150.1~150.4 count up the last part, 5169~5171 the number itself; null when it does not count up. */
export function expandRange(from: string, to: string): string[] | null {
  const fromParts = from.split('.')
  const toParts = to.split('.')
  const stem = fromParts.slice(0, -1)
  const sameStem = toParts.length === fromParts.length && stem.every((part, index) => part === toParts[index])
  const shortForm = toParts.length === 1 && fromParts.length > 1
  if (!sameStem && !shortForm) return null
  const first = fromParts.at(-1) ?? ''
  const last = toParts.at(-1) ?? ''
  const count = Number(last) - Number(first) + 1
  if (count < 2 || count > maxRange) return null
  return Array.from({ length: count }, (_, index) => [...stem, String(Number(first) + index).padStart(first.length, '0')].join('.'))
}

const enterpriseYear = / ?- ?(\d{4})(?!\d)/g
const enterpriseEnd = /代替|替代|取代|[、;；,《》]|[（(](?!\d{0,3}[)）])/

/** Q/…: width, blanks and dashes are cleaned already; everything up to the year is the enterprise's own. */
function scanEnterprise(original: string, text: string, at: number, context: ScanContext): ScannedNumber | ScanFailure {
  const stop = text.slice(at, at + 200).search(enterpriseEnd)
  const body = original.slice(at, stop < 0 ? at + 200 : at + stop).trimEnd()
  const code = body.replace(/^Q ?\/ ?/i, '')
  if (!/^[A-Z0-9\u4e00-\u9fff]/i.test(code)) return notANumber
  let year: RegExpExecArray | null = null
  for (const match of code.matchAll(enterpriseYear)) year = match
  const name = year ? code.slice(0, year.index) : code
  if (!/\d/.test(name) && !year) return notANumber
  const base = { kind: 'enterprise', nature: 'voluntary', warnings: [] } as const
  if (!year) return { ...base, warnings: [], end: at + body.length, values: [enterpriseParts(name, null)], question: 'year_missing' }
  const value = Number(year[1])
  if (value > context.thisYear) return failure('year_in_future', 'enterprise')
  const end = at + (body.length - code.length) + year.index + year[0].length
  return { ...base, warnings: [], end, values: [enterpriseParts(name, value)], question: null }
}

function enterpriseParts(number: string, year: number | null): NumberParts {
  return { prefix: 'Q/', number, year, separator: '-' }
}

function matchAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at
  return shape.exec(text)
}
