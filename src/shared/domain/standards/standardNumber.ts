import { noWarnings } from '../parsed'
import { invalid, type StandardNumber, type StandardNumberRejection, type StandardNumberResult } from './standardNumberResult'
import type { AdoptionDegree, StandardKind } from './standardParts'
import { combine, degrees, harmlessTail, listGap, replacing, type Reading } from './standardRoles'
import { type ScanContext, type ScannedNumber, canonicalOf, scanNumberAt } from './standardScan'
import { type StandardTables, standardTables } from './standardTables'
import { foldText, isPlaceholder } from '../text'

/**
 * Standard numbers (domain.md 1.2). The cell is read as a row of numbers with text between them: the text before the
 * first is a label or a title, between two numbers it says how they belong together (list, 代替, range, 双编号), and
 * after the last it is dropped with a warning (`standardRoles`). Reading one number is `standardScan`'s business.
 *
 *   "DB52/T380—2017代替DB52/T380-2005"   one number that replaces another
 *   "GB/T 19001-2016/ISO 9001:2015"      one national standard adopting an international one
 *   "GB/T 150.1~4-2024"                  four standards
 */

export interface StandardNumberContext {
  /** Decides year_in_future: `YYYY-MM-DD`. */
  today: string
  tables?: StandardTables
}

const maxText = 8_000
const canonical = /^([A-Z]{2}(?:\/[TZ])?|DB\d{2}(?:\d{2})?(?:\/T)?|T\/[A-Z]{2,20}) (\d{1,6}(?:\.\d{1,3}){0,3})-(\d{4})$/
const planNumber = /(?:^|[^\d])(?:\d{8}-[TQZ]-\d{3}|\d{4}-\d{4}[TQZ]?-[A-Z]{2})(?![\dA-Z])/
/** ISO/DIS 23456: what is still voted on is no standard, and keeps its number when it becomes one. */
const draftNumber = /^(?:ISO|IEC)(?:\/[A-Z]{2,5})*[ /](?:NP|PWI|AWI|WD|CD|CDV|DIS|FDIS|PRF)(?:[ .]?(?:TS|TR|PAS))? ?\d/
/** What is still being discussed bears the number that it is meant to get. */
const draftWords = /征求意见稿|讨论稿|送审稿|报批稿/
// After a number only: Q/AMD 001-2020 and T/COR 001-2020 are standards of an enterprise and of an association.
const amendment = /修改单|修改通知|勘误|(?<=[\d)] ?)[/ ](?:XG|(?:AMD|AMENDMENT|COR|CORRIGENDUM)[ .]?)\d/
/** GB/T 55010-2021等3项: the others are not written, and one of them must not stand for all. */
const andOthers = /(?<=\d)\)? ?等 ?(?:\d{1,2}|[二两三四五六七八九十]{1,3}) ?[项个]/
/** GB/T 2105-2021（英文版）: a translation of the standard. Whether it stands for the standard itself nobody but the clerk knows. */
const foreignEdition = /\(? ?(?:(?:英|外|俄|法|德|日|西班牙|阿拉伯)[文语](?:翻译)?(?:版|译本)|英译[版本]|ENGLISH (?:EDITION|VERSION)) ?\)?/
const includedAmendment = /\((?:含|包括|包含)[^()]{0,30}修改单\)/g
const label = /^(?:国家|行业|地方|团体|企业|国际)?(?:标准)?(?:编号|标准号|标准代号|标准编号|号)[ :;]{0,3}/
/** Not behind letters and a slash: XX/SH/T 0001 is a number of another code, and none of SH. */
const candidateStart = /(?<![A-Z\d]|[A-Z]\/)(?:DB ?\d|[A-Z]{1,4}(?=[ /\-_\d]))/g
/** "DB37/T 1-2021DB37/T 2-2021": two numbers with nothing between them. */
const gluedStart = /(?:DB ?\d|[A-Z]{1,4}(?=[ /\-_\d]))/y

/** Reads a cell of the column 标准号; see the types above for what it can hold. */
export function parseStandardNumber(input: string | number, context: StandardNumberContext): StandardNumberResult {
  const scan = scanContextOf(context)
  if (typeof input === 'string') {
    const known = readCanonical(input, scan)
    if (known) return known
  }
  const raw = String(input)
  if (raw.length > maxText) return invalid('not_a_standard_number', null)
  return judgeText(foldText(raw).replace(includedAmendment, ''), scan)
}

function scanContextOf(context: StandardNumberContext): ScanContext {
  return { thisYear: Number(context.today.slice(0, 4)), tables: context.tables ?? standardTables }
}

function judgeText(original: string, scan: ScanContext): StandardNumberResult {
  const upper = original.toUpperCase()
  const beforeReplaced = upper.split(replacing, 1)[0] ?? ''
  if (amendment.test(beforeReplaced)) return invalid('amendment_not_counted', null)
  if (andOthers.test(beforeReplaced)) return invalid('not_a_standard_number', null)
  if (planNumber.test(upper)) return invalid('plan_number', null)
  if (draftWords.test(beforeReplaced) || draftNumber.test(upper.replace(label, ''))) return invalid('draft_not_published', null)
  const edition = foreignEdition.exec(beforeReplaced)
  if (edition) return ofForeignEdition(judgeText(original.slice(0, edition.index) + original.slice(edition.index + edition[0].length), scan))
  const offset = label.exec(upper)?.[0].length ?? 0
  const found = collectNumbers(original.slice(offset), upper.slice(offset), scan)
  if ('status' in found) return found
  return combine(found)
}

/** What is read as the standard is asked about first. */
function ofForeignEdition(read: StandardNumberResult): StandardNumberResult {
  if (!read.ok) return read
  const items = read.status === 'split' ? read.items : [read]
  const { kind, nature, warnings } = read
  return { ok: false, status: 'review', code: 'foreign_edition', proposal: items.map(({ value }) => value).join('、'), kind, nature, warnings, replaces: items[0]?.replaces ?? [] }
}

function collectNumbers(original: string, text: string, scan: ScanContext): Reading | StandardNumberRejection {
  const numbers: ScannedNumber[] = []
  const gaps: string[] = []
  let end = 0
  let firstFailure: StandardNumberRejection | null = null
  candidateStart.lastIndex = 0
  for (let match = candidateStart.exec(text); match; match = nextStart(text, end)) {
    const scanned = scanNumberAt(original, text, match.index, scan)
    if ('ok' in scanned) {
      firstFailure ??= scanned.specific ? invalid(scanned.code, scanned.kind) : null
      continue
    }
    gaps.push(text.slice(end, match.index))
    numbers.push(scanned)
    end = scanned.end
    candidateStart.lastIndex = Math.max(end, match.index + 1)
  }
  if (numbers.length === 0) return firstFailure ?? invalid('not_a_standard_number', null)
  gaps.push(text.slice(end))
  return { numbers, gaps }
}

function nextStart(text: string, end: number): RegExpExecArray | null {
  const glued = candidateStart.lastIndex === end ? gluedAt(text, end) : null
  if (glued) candidateStart.lastIndex = end + 1
  return glued ?? candidateStart.exec(text)
}

function gluedAt(text: string, at: number): RegExpExecArray | null {
  gluedStart.lastIndex = at
  return at > 0 ? gluedStart.exec(text) : null
}

/** The common case: a number already in canonical form needs one expression and two look-ups. */
function readCanonical(input: string, scan: ScanContext): StandardNumber | null {
  const match = canonical.exec(input)
  if (!match) return null
  const [, prefix = '', , yearText = ''] = match
  const year = Number(yearText)
  if (year < 1900 || year > scan.thisYear) return null
  const ready = { ok: true, status: 'ok', value: input, year, warnings: noWarnings, replaces: noWarnings, adopts: null, adoption: null } as const
  const slash = prefix.indexOf('/')
  if (slash === 1) return { ...ready, kind: 'group', nature: 'voluntary' }
  const code = slash < 0 ? prefix : prefix.slice(0, slash)
  const kind = kindOfCode(code, scan.tables)
  if (!kind) return null
  const nature = slash < 0 ? 'mandatory' : prefix.endsWith('T') ? 'recommended' : 'guidance'
  return { ...ready, kind, nature }
}

function kindOfCode(code: string, tables: StandardTables): StandardKind | null {
  if (code === 'GB') return 'national'
  if (code.length === 2) return code in tables.industries ? 'industry' : null
  if (!tables.provinces.has(code.slice(2, 4))) return null
  if (code.length === 4) return 'local_province'
  return tables.cities === null || tables.cities.has(code.slice(2)) ? 'local_city' : null
}

/** The column 代替标准: every number in it, canonical; `rest` is true when other words stood there too. */
export function parseReplacedNumbers(input: string, context: StandardNumberContext): { numbers: string[]; rest: boolean } {
  const text = foldText(input.slice(0, maxText))
  const found = collectNumbers(text, text.toUpperCase(), scanContextOf(context))
  if ('status' in found) return { numbers: [], rest: !isPlaceholder(text) }
  const numbers = [...new Set(found.numbers.flatMap((number) => number.values.map(canonicalOf)))]
  return { numbers, rest: found.gaps.some((gap) => !harmlessTail.test(gap) && !listGap.test(gap) && !replacing.test(gap)) }
}

const degreeWord = /(?<![A-Z])(IDT|MOD|NEQ)(?![A-Z])|等同采用|修改采用|非等效|等同|修改/

/** The column 采标情况: "MOD ISO 5521:2014", "等同采用 ISO 9001:2015". Absent parts are null. */
export function parseAdoption(input: string, context: StandardNumberContext): { adopts: string | null; adoption: AdoptionDegree | null } {
  const text = foldText(input.slice(0, maxText))
  const upper = text.toUpperCase()
  const word = degreeWord.exec(upper)?.[0].replace('采用', '') ?? ''
  const found = collectNumbers(text, upper, scanContextOf(context))
  const number = 'status' in found ? undefined : found.numbers.find((one) => one.kind === 'international')?.values[0]
  return { adopts: number ? canonicalOf(number) : null, adoption: degrees[word] ?? null }
}
