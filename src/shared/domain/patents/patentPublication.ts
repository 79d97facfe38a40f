import type { PatentType } from './patentNumber'
import { type Rejected, reject } from '../parsed'
import { foldText } from '../text'

export type PublicationDocument =
  | 'invention_application_published' | 'invention_granted' | 'utility_model_granted' | 'design_granted' | 'partial_invalidation'

/** A Chinese publication or grant number (INID 11) with its kind code (WIPO ST.16; domain.md 2.3). */
export interface PublicationNumber {
  ok: true
  /** Without spaces: CN102609274B. */
  value: string
  document: PublicationDocument
  /** Whether this document proves a grant. */
  granted: boolean
  type: PatentType
  kindCode: string
}

export type PublicationNumberCode = 'bad_format' | 'type_kind_mismatch' | 'scientific_notation'
export type PublicationNumberResult = PublicationNumber | Rejected<PublicationNumberCode>

const shape = /^(?:CN|ZL)?([123])(\d{8}|\d{6})([ABCDUSY])(\d?)$/
const publicationLabel = /^(?:授权公告|公开|公告|公开\(公告\)|申请公布)号[:;]?/
const scientific = /^\d(?:\.\d+)?E[+-]?\d+$/
const types: Readonly<Record<string, PatentType>> = { 1: 'invention', 2: 'utility_model', 3: 'design' }
const lettersOfType: Readonly<Record<PatentType, string>> = { invention: 'ABC', utility_model: 'UY', design: 'SD' }

/** Reads a publication number; `2…B` and the like are type_kind_mismatch, foreign numbers bad_format. */
export function parsePublicationNumber(input: string | number): PublicationNumberResult {
  const raw = String(input)
  if (raw.length > 60) return reject('bad_format')
  const match = shape.exec(raw) ?? shape.exec(foldText(raw).toUpperCase().replace(/[ .]/g, '').replace(publicationLabel, ''))
  if (!match && scientific.test(foldText(raw).toUpperCase())) return reject('scientific_notation')
  if (!match) return reject('bad_format')
  const [, typeDigit = '', serial = '', letter = '', digit = ''] = match
  const type = types[typeDigit] ?? 'invention'
  if (!lettersOfType[type].includes(letter)) return reject('type_kind_mismatch')
  const document = documentOf(letter, digit)
  return {
    ok: true,
    value: `CN${typeDigit}${serial}${letter}${digit}`,
    document,
    granted: document !== 'invention_application_published',
    type,
    kindCode: letter + digit,
  }
}

/** C1–C7, Y1–Y7 and S1–S7 announce a partial invalidation; 8 and 9 are corrected prints of the same document. */
function documentOf(letter: string, digit: string): PublicationDocument {
  if ('CYS'.includes(letter) && digit >= '1' && digit <= '7') return 'partial_invalidation'
  switch (letter) {
    case 'A': return 'invention_application_published'
    case 'U': case 'Y': return 'utility_model_granted'
    case 'S': case 'D': return 'design_granted'
    default: return 'invention_granted'
  }
}

/** An international application or its WIPO publication (domain.md 2.4). */
export interface PctNumber {
  ok: true
  /** PCT/CN2021/093750 or WO2022227126A1. */
  value: string
  kind: 'pct_application' | 'wo_publication'
  /** Receiving office (WIPO ST.3); applications only. */
  officeCode: string | null
  year: number
}

export type PctNumberResult = PctNumber | Rejected<'bad_format'>

const applicationLabel = /^(?:PCT)?(?:国际)?申请号[:;]?/
/** PCT/CN2021/093750（已进入美国） */
const remark = /\([\u4e00-\u9fff]{1,12}\)$/
/** PCT-CN2021-093750 */
const dashes = /(?<=^PCT)-|(?<=^PCT[/-]?[A-Z]{2}\d{4})-/g
const application = /^(?:PCT\/?([A-Z]{2})(\d{4})\/?(\d{6})|((?!WO)[A-Z]{2})(\d{4})\/(\d{6}))$/
const oldApplication = /^PCT\/?([A-Z]{2})(\d{2})\/(\d{5})$/
const publication = /^WO(\d{4})\/?(\d{6})(A[1-9])?$/
const oldPublication = /^WO(\d{2})\/?(\d{5})(A[1-9])?$/

/** Since this year applications have four digits of the year and six of the serial. */
const firstLongYear = 2004

/** Reads a PCT application or WO publication number; serials keep their full length (6 digits, 5 before 2004). */
export function parsePctNumber(input: string | number): PctNumberResult {
  const raw = String(input)
  if (raw.length > 60) return reject('bad_format')
  const text = foldText(raw).toUpperCase().replace(/ /g, '').replace(applicationLabel, '').replace(remark, '').replace(dashes, '/')
  const applied = application.exec(text) ?? oldApplication.exec(text)
  if (applied) {
    const [officeCode = '', year = '', serial = ''] = applied.slice(1).filter((part) => part !== undefined)
    if (year.length === 2 && fullYear(year) >= firstLongYear) return reject('bad_format')
    return pct('pct_application', `PCT/${officeCode}${year}/${serial}`, fullYear(year), officeCode)
  }
  const published = publication.exec(text) ?? oldPublication.exec(text)
  if (!published) return reject('bad_format')
  const [, year = '', serial = '', kindCode = ''] = published
  return pct('wo_publication', `WO${year}${serial}${kindCode}`, fullYear(year), null)
}

/** Reads the number of an international application; that of its WIPO publication names no application, and is bad_format. */
export function parsePctApplication(input: string | number): PctNumberResult {
  const number = parsePctNumber(input)
  return number.ok && number.kind !== 'pct_application' ? reject('bad_format') : number
}

function pct(kind: PctNumber['kind'], value: string, year: number, officeCode: string | null): PctNumberResult {
  return year < 1978 || year > 2100 ? reject('bad_format') : { ok: true, value, kind, officeCode, year }
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year
}
