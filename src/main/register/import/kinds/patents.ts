import { parsePatentClass } from '../../../../shared/domain/classification'
import { earliestDay } from '../../../../shared/domain/dates/dates'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { parseApplicationNumber, typeOfApplicationNumber, type PatentType } from '../../../../shared/domain/patents/patentNumber'
import { parsePctApplication, parsePublicationNumber } from '../../../../shared/domain/patents/patentPublication'
import { withoutPlaceholder, type RowReader } from '../sheet/rowReader'
import { cellText, isBlankCell } from '../table/cellText'
import type { Mapping } from '../table/columnFields'
import { readCriteria } from './criteria'
import { readExportedFields } from './exportedFields'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { listingField, readListed, readNumbersByType, typeFieldsOf } from './numbersByType'
import { ownerOfTitle } from '../owners/ownerOfTitle'
import { readOwnerPlace, readOwners } from '../owners/ownerPlace'
import { noteAhead } from './noteAhead'
import { readStatus } from './patentStatus'
import { put } from './put'
import { readUnitCode } from '../owners/unitOfRow'

/** Patents: database exports (one row per publication), reports of districts, lists handed down (import-sources.md 2). */
export const judgePatents: KindJudgeFactory = (context) => {
  const fields = context.mapping.fields
  const byType = typeFieldsOf(context.mapping)
  const isExport = fields.has('publicationNumber') && (fields.has('ipc') || fields.has('ipcMain') || fields.has('simpleFamily'))
  return {
    recordKind: 'patent',
    sourceClass: isHandedDown(context) ? 'official' : isExport || tellsTransfers(fields) ? 'vendor' : 'reported',
    keyFields: byType.length > 0 ? byType : ['applicationNumber', 'patentNumber'],
    read: (reader) => readPatent(reader, context),
  }
}

/** Whether it is the list of high-value patents that is handed down: it says of each that it is one. */
function isHandedDown({ kind }: SheetContext): boolean {
  return kind === 'high_value'
}

/** Whether a list tells of transfers: who has the patents by now is the register's word, as in a database. */
function tellsTransfers(fields: Mapping['fields']): boolean {
  return /受让|(?:变更|转让)后/u.test(fields.get('applicants')?.header ?? '')
}

function readPatent(reader: RowReader, context: SheetContext): RowStatement[] {
  partDates(reader)
  const keys = readKeys(reader, context.today)
  const [key = null] = keys
  const values: StatedValues = readExportedFields(reader, 'patent')
  const type = key === null ? null : typeOfApplicationNumber(key)
  put(values, 'title', reader.text('title') ?? reader.text('translatedTitle') ?? titleBesideNumber(reader))
  const besideOwner = readParties(reader, context, values)
  readDates(reader, context, values, readPublications(reader, 'publicationNumber', type), readPublications(reader, 'grantNumber', type))
  readStatus(reader, context, values, key)
  readClassification(reader, values)
  noteTypeConflict(reader, type)
  put(values, 'ownerPlace', readOwnerPlace(reader, context, firstOwner(values), besideOwner))
  put(values, 'ownerAddress', reader.text('address') ?? besideOwner)
  put(values, 'ownerType', ownerTypeOf(reader.text('applicantType')))
  readCriteria(reader, values, isHandedDown(context))
  if (keys.length > 1) return ofOwner(reader, values, keys)
  if (key === null) return []
  values.applicationNumber = key
  values.type = type
  return [{ key, values }]
}

const ownerFields: ReadonlySet<string> = new Set(['parties', '_firstParty', 'ownerUscc', 'ownerPlace', 'ownerAddress', 'ownerType', 'listedHighValue'])

/** The patents of a row of several: it says the same of all of them; a title or date is one of theirs, and nobody knows which. */
function ofOwner(reader: RowReader, values: StatedValues, keys: readonly string[]): RowStatement[] {
  for (const field of ['title', 'filingDate', 'grantDate', 'legalStatus']) if (reader.has(field) && !isBlankCell(reader.cell(field))) reader.notice(field, 'bad_text_value', cellText(reader.cell(field)))
  const shared = Object.fromEntries(Object.entries(values).filter(([field]) => ownerFields.has(field)))
  return keys.map((number) => ({ key: number, values: { ...shared, applicationNumber: number, type: typeOfApplicationNumber(number) } }))
}

/** Numbers with a day behind them, where the heading says so. */
const numberWithDay: readonly (readonly [number: string, day: string, heading: RegExp])[] = [
  ['applicationNumber', 'filingDate', /申请号.*申请日/u], ['publicationNumber', 'publicationDate', /(?:公开|公告).*号.*(?:公开|公告).*日/u], ['grantNumber', 'grantDate', /授权.*号.*(?:授权|公告).*日/u],
]
const dayBehind = /^(.*?[\dA-Z])[\s/／|,，;；、(（]+(\d{4}\s*[-./年]?\s*\d{1,2}\s*[-./月]?\s*\d{1,2}日?)[)）]?$/su

const columnsWithDay = new WeakMap<Mapping, typeof numberWithDay>()

/** Those of a table, found once: hardly any has one, and every row asks. */
function numbersWithDay(mapping: Mapping): typeof numberWithDay {
  let found = columnsWithDay.get(mapping)
  if (found === undefined) {
    found = numberWithDay.filter(([number, , heading]) => heading.test(mapping.fields.get(number)?.header ?? ''))
    columnsWithDay.set(mapping, found)
  }
  return found
}

/** 申请号/申请日 in one cell are read as both. */
function partDates(reader: RowReader): void {
  for (const [number, day] of numbersWithDay(reader.mapping)) {
    const cell = reader.cell(number)
    if (typeof cell !== 'string') continue
    const [, text, date] = dayBehind.exec(cell.trim()) ?? []
    if (text === undefined || date === undefined) continue
    reader.readAs(number, text)
    if (isBlankCell(reader.cell(day))) reader.readAs(day, date)
  }
}

/** A row is one patent, unless it has a column for each type or a cell that lists several numbers. */
function readKeys(reader: RowReader, today: string): string[] {
  if (typeFieldsOf(reader.mapping).length > 0) return readNumbersByType(reader, today)
  const listing = listingField(reader)
  if (listing !== undefined) return readListed(reader, [listing], today)
  const key = readKey(reader, today)
  return key === null ? [] : [key]
}

/** 专利名称及专利号 over one column: what is left of the cell without the number. */
function titleBesideNumber(reader: RowReader): string | null {
  if (!/名称|题目|标题/u.test(reader.heading('applicationNumber'))) return null
  const title = reader.text('applicationNumber')?.normalize('NFKC').replace(/(?:(?:专利|申请)号[:;]?)?\s*(?:ZL|CN)?[\d\s]{8,18}\.[\dX]/giu, ' ').replace(/[([]\s*[)\]]/gu, ' ').replace(/^[\s,;:、/-]+|[\s,;:、/-]+$/gu, '') ?? ''
  return /[\u4e00-\u9fff]{2}/u.test(title) ? title : null
}

function readKey(reader: RowReader, today: string): string | null {
  const [field, text] = numberOf(reader, 'applicationNumber') ?? numberOf(reader, 'patentNumber') ?? ['applicationNumber', null]
  if (reader.faults.some((fault) => fault.isKey)) return null
  if (text === null) {
    reader.fault('applicationNumber', 'missing_key', { isKey: true })
    return null
  }
  const result = parseApplicationNumber(text, today)
  if (!result.ok) {
    reader.fault(field, result.code, { isKey: true, words: { expected: result.details?.['expectedCheck'] } })
    return null
  }
  if (field === 'applicationNumber' && !agreesWithPatentNumber(reader, result.value)) return null
  for (const warning of result.warnings) reader.repair(field, warning, result.value)
  return result.value
}

/** 第1234567号 of the certificate, which is no number of the patent. */
const certificateNumber = /^第?\d{5,8}号?$/u

/** A patent has the number of its application: where the row gives it two, nobody but the clerk knows which of them is meant. */
function agreesWithPatentNumber(reader: RowReader, application: string): boolean {
  const text = reader.answer('applicationNumber') === undefined ? reader.text('patentNumber') : null
  if (text === null || certificateNumber.test(text)) return true
  const patent = parseApplicationNumber(text)
  if (patent.ok && patent.value === application) return true
  if (!patent.ok && (patent.code === 'bad_format' || patent.code === 'scientific_notation')) {
    reader.notice('patentNumber', 'bad_text_value', text)
    return true
  }
  reader.fault('applicationNumber', 'numbers_disagree', { verdict: 'review', choices: [application, patent.ok ? patent.value : text], isKey: true })
  return false
}

/** What stands in a column of numbers; null where nothing does. */
function numberOf(reader: RowReader, field: string): readonly [string, string | number] | null {
  const raw = withoutPlaceholder(reader.key(field))
  return raw === null ? null : [field, typeof raw === 'string' ? raw.trim() : raw]
}

const ownerColumns = ['applicants', 'firstPatentee', 'otherOwners', '@parties']

/** Takes the owners and the first one's code; hands back the address that stands in brackets behind the first. */
function readParties(reader: RowReader, context: SheetContext, values: StatedValues): string | null {
  const { names, firstAddress } = readOwners(reader, reader.has('otherOwners') && isBlankCell(reader.cell('applicants')) ? 'firstPatentee' : 'applicants')
  if (names.length > 0) values.parties = names
  else put(values, '_firstParty', reader.text('firstPatentee') ?? ownerOfTitle(reader, context, ownerColumns))
  if (values.parties === undefined && values._firstParty === undefined && reader.has('applicants')) reader.notice('applicants', 'owner_missing')
  put(values, 'ownerUscc', readUnitCode(reader))
  return firstAddress
}

function firstOwner({ parties, _firstParty: first }: StatedValues): string | null {
  const [name] = Array.isArray(parties) ? parties : [first]
  return typeof name === 'string' ? name : null
}

interface Publication { value: string; granted: boolean }

/** The publications of a cell: one, or those of the application and the grant together. */
function readPublications(reader: RowReader, field: string, type: PatentType | null): Publication[] {
  const raw = withoutPlaceholder(reader.identifier(field))
  if (raw === null) return []
  const whole = parsePublicationNumber(raw)
  if (whole.ok) return ofType(reader, field, type, [whole])
  const parts = String(raw).split(/[、;；,，|\s]+/u).filter((part) => part !== '').map((part) => parsePublicationNumber(part))
  const read = parts.filter((part) => part.ok)
  if (read.length === 0 || read.length < parts.length) {
    if (whole.code === 'type_kind_mismatch') reader.fault(field, whole.code)
    else reader.notice(field, 'bad_text_value', String(raw))
    return []
  }
  return ofType(reader, field, type, read)
}

/** Publications of another type than the number of the patent are said. */
function ofType(reader: RowReader, field: string, type: PatentType | null, publications: Publication[]): Publication[] {
  for (const { value } of publications) if (type !== null && publicationType(value) !== type) reader.notice(field, 'type_conflict', value)
  return publications
}

function publicationType(value: string): PatentType {
  const digit = value.charAt(2)
  return digit === '1' ? 'invention' : digit === '2' ? 'utility_model' : 'design'
}

/** The day of a status that is the grant itself; of 专利权的终止 or 权利转移 it is when they were announced. */
function grantByStatus(reader: RowReader): string | null {
  const day = reader.date('legalStatusDate')
  return /^(?:专利)?授权(?:公告)?$|^专利权的?授予$/u.test(reader.text('legalStatus') ?? '') ? day : null
}

/** The day of a publication belongs to the number that stands in the column of publications; where that has none, to the grant's. */
function readDates(reader: RowReader, context: SheetContext, values: StatedValues, published: readonly Publication[], grants: readonly Publication[]): void {
  put(values, 'filedOn', reader.date('filingDate'))
  const publishedOn = reader.dateOfEvent('publicationDate')
  const publications = [...published, ...grants]
  const dated = published.length > 0 ? published : reader.has('publicationNumber') ? [] : grants
  const granted = reader.dateOfEvent('grantDate') ?? (dated.some((publication) => publication.granted) ? publishedOn : null) ?? reader.date('issueDate') ?? grantByStatus(reader)
  put(values, 'grantedOn', granted)
  if (publications.length > 0) values.publications = distinct(publications.map(({ value }) => value))
  noteAhead(reader, 'filingDate', values.filedOn, context.today)
  noteAhead(reader, reader.has('grantDate') ? 'grantDate' : 'publicationDate', granted, context.today)
  if (typeof granted === 'string' && typeof values.filedOn === 'string' && granted < earliestDay(values.filedOn)) reader.notice('grantDate', 'grant_before_filing', granted)
}

/** Most lists are short and name nothing twice: they need no set for each of a million rows. */
function distinct(texts: string[]): string[] {
  return texts.length <= longestShortList && texts.every((text, at) => texts.indexOf(text) === at) ? texts : [...new Set(texts)]
}

const longestShortList = 8

function readClassification(reader: RowReader, values: StatedValues): void {
  const main = reader.text('ipcMain')
  const all = codesIn(reader.text('ipc'))
  const first = main === null ? null : spaceIpc(main)
  // The list nearly always begins with the main one.
  const codes = first === null || first === all[0] ? all : [first, ...all]
  if (codes.length > 0) values.ipc = distinct(codes)
  const pct = reader.text('pctNumber')
  const parsed = pct === null ? null : parsePctApplication(pct)
  if (parsed?.ok) values.pctNumber = parsed.value
  else if (pct !== null) reader.notice('pctNumber', 'bad_text_value', pct)
}

const betweenCodes = /[;；|,，\n]/

function codesIn(text: string | null): string[] {
  if (text === null) return []
  if (!betweenCodes.test(text)) return [spaceIpc(text.trim())]
  return text.split(betweenCodes).map((part) => part.trim()).filter((part) => part !== '').map(spaceIpc)
}

const canonicalIpc = /^[A-H]\d{2}[A-Z] \d{1,4}\/\d{2,6}$/

/** C08L5/04, C08L 5/04 and C08L5/04(2006.01)I are one code. */
function spaceIpc(code: string): string {
  if (canonicalIpc.test(code)) return code
  const known = parsePatentClass(code)
  return known.ok ? known.value : code.normalize('NFKC').replace(/^([A-H]\d{2}[A-Z])\s*(\d)/u, '$1 $2')
}

const typeWords: readonly (readonly [string, PatentType])[] = [['发明', 'invention'], ['实用新型', 'utility_model'], ['外观', 'design']]

function noteTypeConflict(reader: RowReader, type: PatentType | null): void {
  const text = reader.text('patentType')
  if (text === null || type === null) return
  const stated = typeWords.find(([word]) => text.includes(word))?.[1]
  if (stated !== undefined && stated !== type) reader.notice('patentType', 'type_conflict', text)
}

const ownerTypes: readonly (readonly [RegExp, string])[] = [
  [/university|大专|院校|高校|高等/u, 'university'], [/research|科研|研究/u, 'research'], [/enterprise|企业|工矿|公司/u, 'enterprise'],
  [/institution|机关|团体|事业/u, 'institution'], [/individual|个人|自然人/u, 'individual'],
]

function ownerTypeOf(text: string | null): string | null {
  const first = text?.split(/[;；|]/u)[0] ?? ''
  return ownerTypes.find(([pattern]) => pattern.test(first))?.[1] ?? null
}
