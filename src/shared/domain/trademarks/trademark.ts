import { type DateCode, addDays, addMonths, addYears, parseDate } from '../dates/dates'
import { type Rejected, reject } from '../parsed'
import { foldText } from '../text'
import { parseNiceClasses } from './niceClass'

/** 商标注册号: up to 8 digits (a letter suffix marks a divided registration), or G + digits for Madrid marks. */
export interface RegistrationNumber {
  ok: true
  value: string
  /** 马德里国际注册 designated to China. */
  madrid: boolean
}

export type RegistrationNumberResult = RegistrationNumber | Rejected<'bad_format' | 'scientific_notation'>

/** Zeros ahead are none of the number: programs fill it up to so many places. */
const registration = /^(?:(?:商标)?注册证第?|第|NO\.?|TM)?(G?)0{0,6}(\d{1,8}[A-Z]?)号?$/
/** 国际注册第1234567号 is the Madrid number that is written G1234567 elsewhere. */
const madridWords = /^(?:马德里)?国际注册(?:号|第)?:?(?=G?\d)G?/
/** A number of seven or eight digits that a cell's format parted; what is shorter may be two numbers. */
const thousandsMarks = /^\d{1,2},\d{3},\d{3}$/
/** What tables of numbers write behind whole ones. */
const pointZero = /(?<=\d)\.0$/
/** What is remarked behind a number: 9023455（续展）, 9023456（图形）; a part of it is no remark. */
const remark = /\([\u4e00-\u9fff]{1,8}\)$/
const scientific = /^\d(?:\.\d+)?E[+-]?\d+$/

/** Reads a registration number such as 9023455, 第9023455号 or g1587929 (domain.md 3); it stays text. */
export function parseRegistrationNumber(input: string | number): RegistrationNumberResult {
  const raw = String(input)
  if (raw.length > 60) return reject('bad_format')
  const text = foldText(raw).toUpperCase().replace(/ /g, '').replace(/^(?:商标)?(?:注册号|申请号|申请\/注册号)[:;]?/, '').replace(madridWords, 'G').replace(remark, '').replace(thousandsMarks, (number) => number.replaceAll(',', '')).replace(pointZero, '')
  if (scientific.test(text)) return reject('scientific_notation')
  const match = registration.exec(text)
  return match && /[1-9]/.test(match[2] ?? '') ? { ok: true, value: `${match[1] ?? ''}${match[2] ?? ''}`, madrid: match[1] === 'G' } : reject('bad_format')
}

/** A registration number with the classes behind it, or before it: 12345678/第9类, 12345678（9、35类）, 第9类 12345678. */
const classesBehind = /^(\D{0,12}\d{5,8}[A-Z]?号?)(?: ?[/:;,、([-] ?| |(?=第))((?:国际分类|类别)?:?(?:第|\d).*?)\)?\]?$/
const classesBefore = /^(第?\d{1,2}类?(?:[、,;] ?第?\d{1,2}类?){0,8})(?: ?[/:;、-] ?| |(?<=类))(?:第?(G?\d{5,8}[A-Z]?)号?)$/

/**
 * Parts a registration number from the classes that stand in its cell.
 *
 * @param isSaid  the heading says that both stand there: else one of them must be called 类
 * @returns       null where nothing but a number, or something else, stands there
 */
export function partNumberAndClasses(input: string, isSaid: boolean): { number: string; classes: string } | null {
  if (input.length > 200 || !(isSaid || input.includes('类')) || parseRegistrationNumber(input).ok) return null
  const text = foldText(input).toUpperCase()
  const before = classesBefore.exec(text)
  const found = before ? [before[2], before[1]] : (classesBehind.exec(text)?.slice(1) ?? [])
  const [number = '', classes = ''] = found
  return parseRegistrationNumber(number).ok && parseNiceClasses(classes).ok ? { number, classes } : null
}

/** 专用权期限: both days inclusive. */
export interface TrademarkTermCell {
  ok: true
  startOn: string
  endOn: string
}

export type TrademarkTermResult = TrademarkTermCell | Rejected<'bad_term' | DateCode>

const connector = / ?(?:至|到|~) ?/
/** 2014-05-07至2024-05-06（第1次续展） */
const remarkBehind = / ?\([^()]*(?:续展|有效|十年|10年)[^()]*\)$/
const leadingWord = /^(?:专用权期限|有效期限?)?[:;]? ?(?:自|从)? ?/
const twoDates = /^(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)[-/](\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)$/
const compactDates = /^(\d{8})-(\d{8})$/

/** Splits "2017-12-01至2027-11-30" in its spellings; bad_term when it is not two days or ends before it begins. */
export function parseTrademarkTerm(input: string): TrademarkTermResult {
  if (input.length > 80) return reject('bad_term')
  const text = foldText(input).replace(remarkBehind, '').replace(leadingWord, '').replace(/止$/, '')
  const [start, end, more] = splitTerm(text)
  if (start === undefined || end === undefined || more !== undefined) return reject('bad_term')
  const from = parseDate(start)
  const to = parseDate(end)
  if (!from.ok) return from
  if (!to.ok) return to
  if (from.precision !== 'day' || to.precision !== 'day' || !from.value || !to.value) return reject('bad_term')
  return from.value < to.value ? { ok: true, startOn: from.value, endOn: to.value } : reject('bad_term')
}

/** 至2034年1月6日, 2034-01-06止: the end of a term of which the beginning is not said. */
const endAlone = /^(?:(?:有效期)?(?:至|到|截至|截止到?|止于)[:;]? ?(?<behind>\d.*?)止?|(?<before>\d.*?) ?(?:止|到期|期满|届满))$/

/** The day that a cell names as the end of a term; `isWord` where it says so, else it is a day alone. Null where it is neither. */
export function parseTermEnd(input: string): { day: string; isWord: boolean } | null {
  if (input.length > 40) return null
  const text = foldText(input).replace(/^(?:专用权期限|有效期限?)[:;]? ?/, '')
  const worded = endAlone.exec(text)?.groups
  const date = parseDate(worded?.behind ?? worded?.before ?? text)
  return date.ok && date.precision === 'day' && date.value !== null ? { day: date.value, isWord: worded !== undefined } : null
}

function splitTerm(text: string): (string | undefined)[] {
  const words = text.split(connector)
  if (words.length > 1) return words
  // The dash between the dates may also be the dash inside them: take it only where both sides are whole dates.
  const joined = text.replace(/ /g, '')
  const match = twoDates.exec(joined) ?? compactDates.exec(joined)
  return match ? [match[1], match[2]] : text.split(' ')
}

export interface TrademarkTerm {
  /** Day before the tenth anniversary. */
  termEndOn: string
  /** Renewal may be asked from here: 12 months before the end (Trademark Law art. 40). */
  renewalFromOn: string
  /** Last day of the six months' grace. */
  graceUntilOn: string
}

/** The term of a mark from its registration, without any renewal (domain.md 3 and 9). */
export function trademarkTerm(registeredOn: string): TrademarkTerm {
  return termEndingOn(addDays(addYears(registeredOn, 10), -1))
}

/** Renewal window and grace of a known end of term (as recorded after renewals). */
export function termEndingOn(termEndOn: string): TrademarkTerm {
  return { termEndOn, renewalFromOn: addMonths(termEndOn, -12), graceUntilOn: addMonths(termEndOn, 6) }
}

/** First day of the ten years that end on a day: all that is known of a mark in a list of those that run out (domain.md 3). */
export function termBeginOf(termEndOn: string): string {
  return addDays(addYears(termEndOn, -10), 1)
}

export type TrademarkState = 'not_registered' | 'in_term' | 'renewal_window' | 'grace' | 'expired' | 'cancelled'

export interface TrademarkDates {
  registeredOn: string | null
  /** End of the current term; null: ten years from registration. */
  termEndOn?: string | null
  cancelledOn?: string | null
}

/** The state of a mark on a day; marks in grace stand apart from valid ones (domain.md 3, 8a). */
export function trademarkStateOn(dates: TrademarkDates, day: string): TrademarkState {
  if (dates.cancelledOn && dates.cancelledOn <= day) return 'cancelled'
  if (!dates.registeredOn || day < dates.registeredOn) return 'not_registered'
  const term = dates.termEndOn ? termEndingOn(dates.termEndOn) : trademarkTerm(dates.registeredOn)
  if (day > term.graceUntilOn) return 'expired'
  if (day > term.termEndOn) return 'grace'
  return day >= term.renewalFromOn ? 'renewal_window' : 'in_term'
}
