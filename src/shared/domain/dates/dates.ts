import { addDays, addMonths, addYears, dayNumber, daysInMonth, isIsoDay, isoOf, isoOfDayNumber, twoDigits } from './calendar'
import { type Rejected, reject } from '../parsed'
import { foldText, isPlaceholder } from '../text'

export { addDays, addMonths, addYears, isIsoDay }

export type DatePrecision = 'day' | 'month' | 'year' | 'none'

/** `value` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY` by precision; null when the cell says "nothing". */
export interface ParsedDate {
  ok: true
  value: string | null
  precision: DatePrecision
}

export type DateCode = 'ambiguous_month' | 'ambiguous_order' | 'bad_date' | 'bad_format' | 'two_digit_year' | 'year_not_shown'
/** `details.candidates` lists the readings the clerk can choose from, where there are a few. */
export type DateResult = ParsedDate | Rejected<DateCode>

/** What the format of a date cell lets its reader see, where that is less than a whole date. */
export type DateShown = 'month' | 'year' | 'no_year'

/** A numeric cell with a date format: the serial is certain, only the workbook's date system is a question. */
export interface SerialCell { d: number; shows?: DateShown }
export interface DateContext { base1904?: boolean }

const nothing: ParsedDate = Object.freeze({ ok: true, value: null, precision: 'none' })
const minYear = 1850
const maxYear = 2200

/**
 * Reads a date as clerks write it (domain.md 9): precision is kept, two-digit years and day/month order are never
 * guessed, five digits are an Excel serial of the workbook's date system.
 */
export function parseDate(input: string | number | SerialCell, context: DateContext = {}): DateResult {
  if (typeof input === 'string') return isIsoDay(input) ? isoDay(input) : parseDateText(input, context)
  if (typeof input === 'number') return parseDateNumber(input, context)
  // A formula that looks at an empty cell gives 0, which a date format shows as 1900-01-00.
  if (input.d === 0 && !context.base1904) return nothing
  return dateAsShown(dateOfSerial(input.d, context), input.shows)
}

/**
 * A date as far as it was written. Excel keeps "2021年3月" as 1 March and "3月5日" under the year of the typing, and shows
 * neither: a first day that nobody sees is no day, and a year that nobody sees is a question. A hidden day that is not the
 * first can only have been written, and stays.
 */
export function dateAsShown(date: DateResult, shows: DateShown | undefined): DateResult {
  if (shows === undefined || !date.ok || date.value === null || date.precision !== 'day') return date
  if (shows === 'no_year') return reject('year_not_shown', { candidates: [date.value] })
  if (!date.value.endsWith('-01')) return date
  const isYear = shows === 'year' && date.value.endsWith('-01-01')
  return { ok: true, value: date.value.slice(0, isYear ? 4 : 7), precision: isYear ? 'year' : 'month' }
}

function isoDay(iso: string): DateResult {
  const year = Number(iso.slice(0, 4))
  return year < minYear || year > maxYear ? reject('bad_date') : { ok: true, value: iso, precision: 'day' }
}

/** An Excel serial; times are dropped. Day 60 of the 1900 system is the 29 February 1900 that never was. */
export function dateOfSerial(serial: number, context: DateContext = {}): DateResult {
  const days = Math.floor(serial)
  if (!Number.isFinite(serial) || days < 0 || days > 110_000) return reject('bad_date')
  if (context.base1904) return dayOf(isoOfDayNumber(dayNumber(1904, 1, 1) + days))
  if (days === 0 || days === 60) return reject('bad_date')
  return dayOf(isoOfDayNumber(dayNumber(1899, 12, days < 60 ? 31 : 30) + days))
}

function dayOf(iso: string): ParsedDate {
  return { ok: true, value: iso, precision: 'day' }
}

function parseDateNumber(value: number, context: DateContext): DateResult {
  if (!Number.isFinite(value) || value < 0) return reject('bad_format')
  // What a formula gives for an empty cell.
  if (value === 0) return nothing
  const text = String(value)
  if (Number.isInteger(value)) return parseDigits(text, context)
  if (value >= 10_000 && value < 100_000) return dateOfSerial(value, context)
  const yearMonth = /^(\d{4})\.(\d{1,2})$/.exec(text)
  return yearMonth ? monthOf(yearMonth[1] ?? '', yearMonth[2] ?? '', true) : reject('bad_format')
}

const yearFirst = /^(\d{4})([-./,、年 ])(\d{1,2})([-./,、月 ])(\d{1,2})日?[.号]?$/
const yearAndMonth = /^(\d{4})([-./年])(\d{1,2})(?:月(?:份|初|中|底|末|[上中下]旬)?)?$/
/** A quarter or half is kept as its year: figures are of years, and no month of it was written. */
const yearOnly = /^(\d{4})(?:年[度初底末]?|年?(?:第?[一二三四1-4]季度|[上下]半年))$/
const yearLast = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/
const shortYear = /^(?:\d{2}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)|\d{1,2}[-./]\d{1,2}[-./]\d{2})$/
/** What people add to a day: "2021年11月1日起实施", "发布：2021-05-06". */
const trailingWords = /\(?(?:起|止|前|后)?(?:发布|实施|公布|批准|施行|生效|执行|颁布|授予|授权|公告|注册|申请|废止)?\)?$/
const leadingWords = /^(?:自|于|发布|实施|公布|批准|授权|公告|注册|申请)(?:日期|时间|日)?:?(?=\d)/
const openEnd = /^(?:至今|长期(?:有效)?|永久|目前|现在)$/
/** What programs show for an empty date: zeros, and the day before the first one of their calendar. */
const emptyDate = /^(?:0{4}|1900)[-./年]0?[01][-./月]0{1,2}日?$|^0{4}-0{1,2}-0{1,2}$/
const timePart = /(?:T| |日)(?:[上下]午)? ?(?:\d{1,2}(?::\d{1,2}){1,2}(?:\.\d{1,9})?|\d{1,2}[时点](?:\d{1,2}分(?:\d{1,2}秒)?)?)(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$/i
/** A moment of some time zone, as programs of the web write it. */
const zonedMoment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i
const weekday = / ?[(]?(?:星期|周|礼拜)[一二三四五六日天1-7][)]?/
/** The full stop of a Chinese keyboard, and the other slash. */
const mistypedMark = /(?<=\d ?)[。\\](?= ?\d)/g
const loosePunctuation = / ?([-./,、年月日]) ?/g
const englishDate = /^(?:(\d{1,2})[- ]([A-Z]{3,9})[-, ]{1,2}(\d{4}|\d{2})|([A-Z]{3,9})\.? (\d{1,2}),? (\d{4}))$/i
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function parseDateText(input: string, context: DateContext): DateResult {
  if (input.length > 60) return input.trim() === '' ? nothing : reject('bad_format')
  const folded = foldText(input)
  if (isPlaceholder(folded) || openEnd.test(folded) || emptyDate.test(dropTime(folded))) return nothing
  if (zonedMoment.test(folded)) return dayInChina(folded)
  const text = chineseDigits(dropTime(folded.replace(mistypedMark, (mark) => (mark === '。' ? '.' : '/'))).replace(loosePunctuation, '$1').replace('元月', '1月'))
  const digits = /^(\d+)(?:\.0)?$/.exec(text)?.[1]
  if (digits !== undefined) return parseDigits(digits, context)
  return parseSeparated(text) ?? parseSeparated(withoutWords(text)) ?? parseTwoDates(text) ?? parseEnglish(folded) ?? (/^\d{5}\.\d+$/.test(text) ? dateOfSerial(Number(text), context) : reject('bad_format'))
}

/** "21.3.5" in either century, as far as they are days: readings for the clerk, none of them taken. */
function centuriesOf(text: string): string[] {
  const parts = /^(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  if (!parts) return []
  return ['20', '19'].flatMap((century) => {
    const date = dayFrom(Number(century + (parts[1] ?? '')), Number(parts[2]), Number(parts[3]))
    return date.ok && date.value !== null ? [date.value] : []
  })
}

const twoDates = /^(\d{8})\((\d{8})\)$/

/** "20140101(20151223)" names two events (import-sources.md 6.5): the clerk chooses. */
function parseTwoDates(text: string): DateResult | null {
  const match = twoDates.exec(text)
  if (!match) return null
  const candidates = [match[1] ?? '', match[2] ?? ''].map((digits) => parseDigits(digits, {})).flatMap((date) => (date.ok ? [date.value] : []))
  return candidates.length === 2 ? reject('ambiguous_order', { candidates }) : reject('bad_date')
}

/** Words are only taken off a whole day: "2021年5月起" leaves open when it ends. */
function withoutWords(text: string): string {
  const bare = text.replace(leadingWords, '').replace(trailingWords, '')
  return yearFirst.test(bare) ? bare : text
}

function dropTime(text: string): string {
  return text.replace(weekday, ' ').trim().replace(timePart, (part) => (part.startsWith('日') ? '日' : '')).trim()
}

function parseSeparated(text: string): DateResult | null {
  const day = yearFirst.exec(text)
  if (day) return dayFrom(Number(day[1]), Number(day[3]), Number(day[5]))
  const month = yearAndMonth.exec(text)
  if (month) return monthOf(month[1] ?? '', month[3] ?? '', month[2] === '.' && !text.includes('月'))
  const year = yearOnly.exec(text)
  if (year) return yearOf(year[1] ?? '')
  const last = yearLast.exec(text)
  if (last) return dayAndMonthInAnyOrder(Number(last[1]), Number(last[2]), Number(last[3]))
  return shortYear.test(text) ? reject('two_digit_year', { candidates: centuriesOf(text) }) : null
}

function dayFrom(year: number, month: number, day: number): DateResult {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists && year >= minYear && year <= maxYear ? dayOf(isoOf(year, month, day)) : reject('bad_date')
}

/** `.1` may be January or an October that lost its zero in a numeric cell; every other month is certain. */
function monthOf(year: string, month: string, decimal: boolean): DateResult {
  if (decimal && month === '1') return reject('ambiguous_month', { candidates: [`${year}-01`, `${year}-10`] })
  const number = Number(month)
  const value = Number(year)
  if (number < 1 || number > 12 || value < minYear || value > maxYear) return reject('bad_date')
  return { ok: true, value: `${year}-${twoDigits(number)}`, precision: 'month' }
}

function yearOf(text: string): DateResult {
  const year = Number(text)
  return year < minYear || year > maxYear ? reject('bad_format') : { ok: true, value: text, precision: 'year' }
}

/** 5/3/2021 has two readings; 25/3/2021 and 5/5/2021 have one. */
function dayAndMonthInAnyOrder(first: number, second: number, year: number): DateResult {
  const readings = [dayFrom(year, second, first), dayFrom(year, first, second)].filter((reading) => reading.ok)
  const values = [...new Set(readings.map((reading) => reading.value))]
  if (values.length === 2) return reject('ambiguous_order', { candidates: values })
  return readings[0] ?? reject('bad_date')
}

function parseDigits(digits: string, context: DateContext): DateResult {
  switch (digits.length) {
    case 8: return digits === '00000000' ? nothing : dayFrom(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)))
    case 6: return sixDigits(digits)
    case 5: return digits.startsWith('0') ? reject('bad_format') : dateOfSerial(Number(digits), context)
    case 4: return yearOf(digits)
    case 13: return epochMilliseconds(Number(digits))
    default: return reject('bad_format')
  }
}

/** 202103 is a month only when it cannot be 20-21-03 as well; otherwise the year may have two digits. */
function sixDigits(digits: string): DateResult {
  const asMonth = monthOf(digits.slice(0, 4), digits.slice(4), false)
  const shortMonth = Number(digits.slice(2, 4))
  const shortDay = Number(digits.slice(4))
  const asShortDate = shortMonth >= 1 && shortMonth <= 12 && shortDay >= 1 && shortDay <= 31
  if (asShortDate) return reject('two_digit_year')
  return asMonth.ok ? asMonth : reject('bad_format')
}

/** The day in China: 2021-03-05T16:00:00Z is the midnight with which the sixth begins there. */
function dayInChina(moment: string): DateResult {
  const milliseconds = Date.parse(moment.replace(' ', 'T'))
  return Number.isNaN(milliseconds) ? reject('bad_date') : epochMilliseconds(milliseconds)
}

/** Raw data of the industry-standard service (import-sources.md 1.3): midnight in China, UTC+8. */
function epochMilliseconds(milliseconds: number): DateResult {
  const iso = isoOfDayNumber(Math.floor((milliseconds + 8 * 3_600_000) / 86_400_000))
  const year = Number(iso.slice(0, 4))
  return year >= 1980 && year <= 2100 ? dayOf(iso) : reject('bad_format')
}

function parseEnglish(text: string): DateResult | null {
  const match = englishDate.exec(text)
  if (!match) return null
  const month = englishMonths.indexOf((match[2] ?? match[4] ?? '').slice(0, 3).toLowerCase()) + 1
  if (month === 0) return null
  const [year = '', day] = [match[3] ?? match[6], Number(match[1] ?? match[5])]
  return year.length === 2 ? reject('two_digit_year', { candidates: centuriesOf(`${year}-${month}-${day}`) }) : dayFrom(Number(year), month, day)
}

const chineseDate = /^([〇零○O0一二三四五六七八九]{2,4}|\d{4})年(?:([零〇一二三四五六七八九十]{1,3})月(?:([零〇一二三四五六七八九十廿卅]{1,3})[日号])?)?$/
/** The numerals of cheques. */
const chequeNumerals = '零壹贰叁肆伍陆柒捌玖拾'
const plainNumerals = '零一二三四五六七八九十'
const numerals = '零一二三四五六七八九'

/** 二〇二一年三月五日 -> 2021年3月5日; any other text comes back unchanged. */
function chineseDigits(text: string): string {
  const match = chineseDate.exec(text.replace(/[壹贰叁肆伍陆柒捌玖拾]/g, (c) => plainNumerals.charAt(chequeNumerals.indexOf(c))))
  if (!match) return text
  const written = match[1] ?? ''
  const year = /^[1-9]\d+$/.test(written) ? written : [...written].map((c) => Math.max(0, numerals.indexOf(c))).join('')
  const month = match[2] ? `${chineseNumber(match[2].replace(/^[零〇]/, '')) ?? 0}月` : ''
  const day = match[3] ? `${chineseNumber(match[3].replace(/^[零〇]/, '').replace('廿', '二十').replace('卅', '三十')) ?? 0}日` : ''
  return `${year}年${month}${day}`
}

/** 一 … 九十九; null when it is not such a number. */
export function chineseNumber(text: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '' || (match[1] && match[3] && !match[2])) return null
  const first = match[1] ? numerals.indexOf(match[1]) : 0
  const last = match[3] ? numerals.indexOf(match[3]) : 0
  return match[2] ? (first || 1) * 10 + last : first + last
}

/** 1 … 99 as 一 … 九十九. */
export function chineseNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? numerals.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? numerals.charAt(ones) : ''}`
}

/** The first day a date of any precision can mean; null stays null. */
export function earliestDay(value: string): string {
  return value.length === 4 ? `${value}-01-01` : value.length === 7 ? `${value}-01` : value
}
