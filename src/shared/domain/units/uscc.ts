import { type Rejected, noWarnings, reject } from '../parsed'
import { foldText } from '../text'

/** 统一社会信用代码, GB 32100-2015 (domain.md 4). */
export interface Uscc {
  ok: true
  /** 18 characters, upper case. */
  value: string
  warnings: readonly 'org_code_check_digit'[]
  /** 登记管理部门, 1st character. */
  department: string
  /** 机构类别, 2nd character. */
  category: string
  /** The registrar's region: historical, and often only the city; never a unit's district. */
  region: string
  /** Organisation code as printed: 8 characters, hyphen, check character. */
  organisationCode: string
}

export type UsccCode =
  | 'bad_length' | 'check_char' | 'illegal_char' | 'old_registration_number' | 'org_code_only' | 'precision_lost' | 'scientific_notation'

/**
 * `details` may hold `expectedCheck` (check_char), `suggestion` (illegal_char: a code that passes both checks after
 * O, I, S, Z were read as 0, 1, 5, 2; an offer, never a repair) and `orgCodeOk` (org_code_only).
 */
export type UsccResult = Uscc | Rejected<UsccCode>

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const valueOf = new Int8Array(128).fill(-1)
for (let i = 0; i < alphabet.length; i++) valueOf[alphabet.charCodeAt(i)] = i

const codeShape = /^[0-9A-HJ-NP-RTUWXY]{18}$/
const scientific = /^\d(?:\.\d+)?E\+?\d+$/
const organisationShape = /^[0-9A-Z]{8}-?[0-9X]$/
const label = /^[^0-9A-Z]*?(?:信用代码|代码|号码)(?:\([^)]*\))?\s*[:;]?\s*/
const copyNumber = /\(\d{1,2}-\d{1,2}\)$/

/** The check character of the first 17 characters, or null when one is outside the alphabet. */
export function usccCheckCharacter(first17: string): string | null {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = valueOf[first17.charCodeAt(i)] ?? -1
    if (value < 0) return null
    sum += value * (weights[i] ?? 0)
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? null
}

/** The check character of an organisation code's first 8 characters (GB 11714). */
export function organisationCheckCharacter(first8: string): string {
  let sum = 0
  for (let i = 0; i < 8; i++) {
    const code = first8.charCodeAt(i)
    sum += (code <= 57 ? code - 48 : code - 55) * (organisationWeights[i] ?? 0)
  }
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** Reads a unified social credit code from a cell; spaces, width and case do not matter, characters are never corrected. */
export function parseUscc(input: string | number): UsccResult {
  if (typeof input === 'number') return judgeNumericCell(input)
  if (codeShape.test(input)) return checkCode(input, false)
  if (input.length > 200) return reject('bad_length')
  const text = foldText(input).toUpperCase().replace(label, '').replace(/ /g, '').replace(/^'/, '').replace(copyNumber, '')
  if (codeShape.test(text)) return checkCode(text, false)
  return explainShape(text)
}

function judgeNumericCell(input: number): UsccResult {
  const text = String(input)
  // A double holds 15 to 17 digits: an 18-digit code in a numeric cell is damaged even if its check happens to pass.
  if (/^\d{18}$/.test(text)) return reject('precision_lost')
  return explainShape(text.toUpperCase())
}

function checkCode(code: string, recovered: boolean): UsccResult {
  const expectedCheck = usccCheckCharacter(code)
  if (expectedCheck !== code[17]) {
    return !recovered && /^\d{15}000$/.test(code) ? reject('precision_lost') : reject('check_char', { expectedCheck })
  }
  const innerOk = organisationCheckCharacter(code.slice(8, 16)) === code[16]
  return {
    ok: true,
    value: code,
    warnings: innerOk ? noWarnings : ['org_code_check_digit'],
    department: code.charAt(0),
    category: code.charAt(1),
    region: code.slice(2, 8),
    organisationCode: `${code.slice(8, 16)}-${code.charAt(16)}`,
  }
}

function explainShape(text: string): Rejected<UsccCode> {
  if (scientific.test(text)) return reject('scientific_notation')
  if (text.length === 18) return explainIllegalCharacter(text)
  if (/^\d{15}$/.test(text)) return reject('old_registration_number')
  if (organisationShape.test(text)) {
    const code = text.replace('-', '')
    return reject('org_code_only', { orgCodeOk: organisationCheckCharacter(code.slice(0, 8)) === code[8] })
  }
  return reject('bad_length')
}

const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' }

function explainIllegalCharacter(text: string): Rejected<UsccCode> {
  const corrected = text.replace(/[OISZ]/g, (c) => lookAlikes[c] ?? c)
  if (codeShape.test(corrected)) {
    const checked = checkCode(corrected, true)
    if (checked.ok && checked.warnings.length === 0) return reject('illegal_char', { suggestion: corrected })
  }
  return reject('illegal_char')
}
