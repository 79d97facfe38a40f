import { type Rejected, noWarnings, reject } from '../parsed'
import { foldText } from '../text'

export type PatentType = 'invention' | 'utility_model' | 'design'

/** A Chinese application number (INID 21) with its check digit (domain.md 2.2). */
export interface ApplicationNumber {
  ok: true
  /** `digits.check`, without ZL or CN: 201910102536.7, 95115608.X. */
  value: string
  warnings: readonly ApplicationNumberWarning[]
  type: PatentType
  /** Type digit 8 or 9: a PCT application in the Chinese national phase. */
  pctNationalPhase: boolean
  year: number
}

export type ApplicationNumberWarning = 'check_digit_computed' | 'leading_zero_restored' | 'extracted_from_text'
export type ApplicationNumberCode = 'bad_format' | 'bad_type_digit' | 'bad_year' | 'check_digit' | 'scientific_notation'
/** `details.expectedCheck` comes with check_digit. */
export type ApplicationNumberResult = ApplicationNumber | Rejected<ApplicationNumberCode>

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
const typeOfDigit: Readonly<Record<string, PatentType>> = {
  1: 'invention', 2: 'utility_model', 3: 'design', 8: 'invention', 9: 'utility_model',
}
const canonical = /^\d{12}\.[\dX]$/
const scientific = /^\d(?:\.\d+)?E\+?\d+$/
const withCheck = /^(?:ZL|CN)?(\d{6,12})\.([\dX])[A-Z]?\d?$/
const withoutDot = /^(?:ZL|CN)?(\d{12}|\d{8})([\dX])[A-Z]?\d?$/
const withoutCheck = /^(?:ZL|CN)?(\d{12}|\d{6,8})[A-Z]?$/
/** CN109764075A names a document; eight digits and a check would be a number of the last century. */
const publication = /^CN\d{9}[A-Z]\d?$/
/** What is left of 2.0191E+11: six digits shown, the others gone. */
const rounded = /^\d{6}0{6}$/
/** A type or state beside the number: 201710008034.9（发明）, 201710008034.9（已授权）. */
const wordBehind = /\((?:(?:发明|实用新型|外观设计?)(?:专利)?|已?授权|有效|审中|实审)\)$/
/** 201710008034-9: what stands behind the dash must prove to be the check digit. */
const dashedCheck = /(?<=\d{8})-(?=[\dX]$)/
/** A whole number among words: 发明专利ZL201710008034.9, ZL201710008034.9号. */
const amongWords = /(?<![\dA-Z/])(?:(?:ZL|CN)[.:-]?|(?<!\.))(\d{12}|\d{8})\.([\dX])(?![\dA-Z./])/g
/** Words that tell of another patent than the one meant, or of more than are named. */
const ofOthers = /优先|分案|母案|原(?:申请|案|专利)|同族|对比|引用|在先|等(?:\d|[一二三四五六七八九十]|$)/
const label = /^(?:申请号|专利号|申请\(专利\)号|专利申请号)[:;]?/

/** The check digit of 8 or 12 digits: weights 2..9,2..5, modulo 11, 10 printed X. */
export function applicationCheckDigit(digits: string): string {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += (digits.charCodeAt(i) - 48) * (weights[i] ?? 0)
  const rest = sum % 11
  return rest === 10 ? 'X' : String(rest)
}

/**
 * Reads an application or patent number from a cell. A missing check digit is computed (and said); a lost leading
 * zero is restored only where the check digit proves it; anything damaged beyond proof is rejected.
 *
 * @param today  YYYY-MM-DD: a number of a later year is `bad_year`, nobody has applied yet
 */
export function parseApplicationNumber(input: string | number, today?: string): ApplicationNumberResult {
  const result = typeof input === 'string' && canonical.test(input) ? judge(input.slice(0, 12), input.charAt(13), noWarnings) : parseText(String(input))
  return result.ok && today !== undefined && result.year > Number(today.slice(0, 4)) ? reject('bad_year') : result
}

function parseText(input: string): ApplicationNumberResult {
  if (input.length > 100) return reject('bad_format')
  const text = foldText(input).toUpperCase().replace(/^'/, '').replace(/ /g, '').replace(label, '').replace(wordBehind, '').replace(/[。．·]/g, '.').replace(dashedCheck, '.')
  if (scientific.test(text)) return reject('scientific_notation')
  if (publication.test(text)) return reject('bad_format')
  const dotted = withCheck.exec(text)
  if (dotted) return withLeadingZeros(dotted[1] ?? '', dotted[2] ?? '')
  const joined = withoutDot.exec(text)
  if (joined) return judge(joined[1] ?? '', joined[2] ?? '', noWarnings)
  const bare = withoutCheck.exec(text)
  return bare ? withComputedCheck(bare[1] ?? '') : readAmongWords(text)
}

/** The only number of a text that is words beside it; its check digit must stand there. */
function readAmongWords(text: string): ApplicationNumberResult {
  const [only, ...more] = ofOthers.test(text) ? [] : text.matchAll(amongWords)
  return only === undefined || more.length > 0 ? reject('bad_format') : judge(only[1] ?? '', only[2] ?? '', ['extracted_from_text'])
}

function withLeadingZeros(digits: string, check: string): ApplicationNumberResult {
  if (digits.length === 12 || digits.length === 8) return judge(digits, check, noWarnings)
  if (digits.length > 8) return reject('bad_format')
  return judge(digits.padStart(8, '0'), check, ['leading_zero_restored'])
}

function withComputedCheck(digits: string): ApplicationNumberResult {
  if (rounded.test(digits)) return reject('scientific_notation')
  if (digits.length === 12 || digits.length === 8) return judge(digits, applicationCheckDigit(digits), ['check_digit_computed'])
  const padded = digits.padStart(8, '0')
  // Six or seven digits are an old number whose ".0" and leading zero a numeric cell dropped: only a check of 0 proves it.
  if (applicationCheckDigit(padded) !== '0') return reject('bad_format')
  return judge(padded, '0', ['leading_zero_restored', 'check_digit_computed'])
}

function judge(digits: string, check: string, warnings: readonly ApplicationNumberWarning[]): ApplicationNumberResult {
  const isNew = digits.length === 12
  const year = isNew ? Number(digits.slice(0, 4)) : yearOfTwoDigits(Number(digits.slice(0, 2)))
  if (isNew ? year < 2003 || year > 2100 : year < 1985 || year > 2003) return reject('bad_year')
  const typeDigit = digits.charAt(isNew ? 4 : 2)
  const type = typeOfDigit[typeDigit]
  if (!type) return reject('bad_type_digit')
  const expectedCheck = applicationCheckDigit(digits)
  if (check !== expectedCheck) return reject('check_digit', { expectedCheck })
  return { ok: true, value: `${digits}.${check}`, warnings, type, pctNationalPhase: typeDigit === '8' || typeDigit === '9', year }
}

function yearOfTwoDigits(year: number): number {
  return year < 50 ? 2000 + year : 1900 + year
}

/** The type a canonical application number states, without judging it again. */
export function typeOfApplicationNumber(value: string): PatentType | null {
  return typeOfDigit[value.charAt(value.length > 10 ? 4 : 2)] ?? null
}
