import { parseCcs, parseIcs } from '../../../../shared/domain/classification'
import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import type { DraftingList, ReportedPosition, StatedValues } from '../../../../shared/domain/merging/statement'
import { parsePositions } from '../../../../shared/domain/positions'
import type { PlaceBesideName } from '../../../../shared/domain/places/placeBesideName'
import { titleBesideNumber } from '../../../../shared/domain/standards/standardTitle'
import { parseAdoption, parseReplacedNumbers, parseStandardNumber, type StandardNumber } from '../../../../shared/domain/standards/standardNumber'
import { foldText, normaliseName } from '../../../../shared/domain/text'
import type { RowReader } from '../sheet/rowReader'
import type { Cell } from '../../../workbook/types'
import { cellText } from '../table/cellText'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { readExportedFields } from './exportedFields'
import { isUnreadRank, readRank } from './rank'
import { sayKindConflict, sayStatusConflict } from './standardConflicts'

/** Standards: census sheets, register lists, one row per unit (F1), announcements (import-sources.md 1). */
export const judgeStandards: KindJudgeFactory = (context) => {
  const fields = context.mapping.fields
  const isReported = fields.has('reportingUnit') || fields.has('leadUnit') || fields.has('unitRank')
  const isRegisterList = !isReported && fields.has('draftingUnits') && (fields.has('committee') || fields.has('ics') || fields.has('abolishedOn'))
  return {
    recordKind: 'standard',
    sourceClass: isRegisterList ? 'register' : 'reported',
    keyFields: ['standardNo'],
    read: (reader) => readStandard(reader, context),
  }
}

function readStandard(reader: RowReader, context: SheetContext): RowStatement[] {
  const numbers = readNumbers(reader, context)
  const shared = readShared(reader, context)
  if (shared.title === undefined && numbers.length === 1) Object.assign(shared, titleInNumberCell(reader))
  const drafting = readDrafting(reader, context)
  const [first] = numbers
  if (first) sayKindConflict(reader, first.kind)
  sayStatusConflict(reader, context, shared)
  return numbers.map((number) => {
    const values: StatedValues = { ...readExportedFields(reader, 'standard'), ...shared, ...drafting, standardNo: number.value, kind: number.kind }
    if (number.nature) values.nature = number.nature
    const replaces = [...new Set([...number.replaces, ...((values.replaces as string[] | undefined) ?? [])])]
    if (replaces.length > 0) values.replaces = replaces
    if (number.adopts) Object.assign(values, { adopts: number.adopts, adoption: number.adoption ?? values.adoption })
    // Facts that only one of several standards of a range can own are left out rather than copied wrongly.
    if (number !== first && numbers.length > 1) delete values.replaces
    return { key: number.value, values }
  })
}

function readNumbers(reader: RowReader, context: SheetContext): StandardNumber[] {
  const raw = numberOfParts(reader) ?? reader.key('standardNo')
  if (reader.faults.some((fault) => fault.isKey)) return []
  if (raw === null) {
    reader.fault('standardNo', 'missing_key', { isKey: true })
    return []
  }
  const result = parseStandardNumber(raw, { today: context.today })
  if (!result.ok) {
    const question = result.status === 'review' || result.status === 'incomplete'
    reader.fault('standardNo', result.code, { isKey: true, verdict: question ? 'review' : 'rejected', ...(question && result.status === 'review' ? { choices: [result.proposal] } : {}) })
    return []
  }
  const target = result.status === 'split' ? result.items.map((item) => item.value).join('、') : result.value
  for (const warning of new Set(result.warnings)) if (warning !== 'part_dot_restored') reader.repair('standardNo', warning, target)
  if (result.status === 'ok') return [result]
  if (!result.warnings.includes('range_split')) reader.repair('standardNo', 'range_split', target)
  return [...result.items]
}

/** "GB/T 12345-2021《海带》": what stands beside the number is the name, where no column of its own gives it. */
function titleInNumberCell(reader: RowReader): StatedValues {
  const isBoth = reader.repairs.some(({ field, code }) => field === 'standardNo' && code === 'extracted_from_text')
  const title = isBoth ? titleBesideNumber(reader.text('standardNo') ?? '') : null
  return title === null ? {} : { title }
}

/** "GB/T", "12345.1" and "2021" in a column each are one number. */
function numberOfParts(reader: RowReader): string | null {
  if (!reader.has('numberSerial') || !reader.has('numberYear')) return null
  const [code, serial, year] = ['standardNo', 'numberSerial', 'numberYear'].map((field) => foldText(cellText(reader.cell(field))))
  return code && serial && year && /^[A-Z]{1,6}\d{0,6}(?:\/[A-Z]{1,6})?$/iu.test(code) ? `${code} ${serial}-${year.replace(/年$/u, '')}` : null
}

function readShared(reader: RowReader, context: SheetContext): StatedValues {
  const values: StatedValues = {}
  const put = (name: string, value: StatedValues[string]): void => {
    if (value !== null && value !== undefined) values[name] = value
  }
  put('title', reader.text('title'))
  put('publishedOn', reader.date('publishedOn'))
  put('effectiveOn', readEffective(reader, values.publishedOn))
  put('abolishedOn', reader.date('abolishedOn'))
  put('statedStatus', readStatus(reader))
  put('committee', reader.text('committee'))
  put('department', reader.text('department'))
  put('newOrRevised', readNewOrRevised(reader))
  put('replaces', readReplaces(reader, context))
  put('forewordLead', splitNames(reader, 'forewordLead'))
  put('systems', splitTexts(reader.lines('systems')))
  readIcs(reader, values)
  const ccs = reader.text('ccs')
  if (ccs !== null) put('ccs', readCcs(reader, ccs))
  const adoption = reader.text('adoption')
  if (adoption !== null) Object.assign(values, dropEmpty(parseAdoption(adoption, { today: context.today })))
  const district = reader.text('district')
  put('reportedDistrict', (district === null ? null : context.districts.resolveWithin(district).code) ?? context.reporterDistrict)
  return values
}

const fromPublication = /^自?(?:发布|公布|批准|印发)(?:之日|日期?)起?(?:开始)?(?:实施|施行|执行|生效)?$|^(?:自?发布|公布)?之?即日起?(?:开始)?(?:实施|施行|执行|生效)?$|^(?:同|与)(?:发布|公布)(?:日期?|时间)(?:相?同|一致)?$/u

/** 自发布之日起实施, 即日起实施 and 同发布日期 are the date of publication. */
function readEffective(reader: RowReader, published: StatedValues[string]): StatedValues[string] {
  const text = cellText(reader.cell('effectiveOn'))
  return published !== undefined && fromPublication.test(foldText(text).replace(/ /g, '')) ? published : reader.date('effectiveOn')
}

function dropEmpty(values: Record<string, string | null>): StatedValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

function readIcs(reader: RowReader, values: StatedValues): void {
  const raw = reader.cell('ics')
  const cell = typeof raw === 'number' ? raw : reader.text('ics')
  if (cell === null) return
  const ics = parseIcs(cell)
  if (ics.ok && ics.numericCell) reader.repair('ics', 'ics_numeric_cell', ics.value)
  if (ics.ok) values.ics = ics.value
  else reader.notice('ics', 'bad_text_value', String(cell))
}

function readCcs(reader: RowReader, text: string): string {
  const ccs = parseCcs(text)
  if (ccs.ok) return ccs.value
  reader.notice('ccs', 'bad_text_value', text)
  return text
}

const statuses: Readonly<Record<string, string>> = { 现行: '现行', 即将实施: '即将实施', 废止: '废止', 作废: '废止', 被代替: '废止', 已废止: '废止', 有效: '现行' }

function readStatus(reader: RowReader): string | null {
  const text = reader.text('status')
  return text === null ? null : (statuses[text.replace(/\s/gu, '')] ?? text)
}

function readNewOrRevised(reader: RowReader): string | null {
  const text = reader.text('newOrRevised')
  if (text === null) return null
  if (/修/u.test(text) && !/制/u.test(text)) return 'revised'
  if (/制|新/u.test(text) && !/修/u.test(text)) return 'new'
  if (text === 'new' || text === 'revised') return text
  reader.notice('newOrRevised', 'bad_text_value', text)
  return null
}

function readReplaces(reader: RowReader, context: SheetContext): string[] | null {
  const text = reader.lines('replaces')
  if (text === null) return null
  const { numbers } = parseReplacedNumbers(text, { today: context.today })
  if (numbers.length === 0) reader.notice('replaces', 'bad_text_value', text)
  return numbers.length > 0 ? numbers : null
}

function splitTexts(text: string | null): string[] | null {
  return text === null ? null : text.split(/[、;；,，\n]/u).map((part) => part.trim()).filter((part) => part !== '')
}

function splitNames(reader: RowReader, field: string): string[] | null {
  const text = reader.lines(field)
  return text === null ? null : parseDraftingUnits(text).units
}

/** Drafting list, own position and reporter; conflicts between tick and list are said, the list decides (domain.md 1.5). */
function readDrafting(reader: RowReader, context: SheetContext): StatedValues {
  const values: StatedValues = {}
  const exported = readExportedList(reader)
  const text = exported === null ? reader.lines('draftingUnits') : null
  const { list, placed } = text === null ? { list: exported === null ? listByPlace(reader) : null, placed: [] } : readList(reader, text)
  if (list) values._list = list
  if (exported) Object.assign(values, exported)
  const own = readPositions(reader, context)
  const [position, ...others] = [...own, ...placed.filter(({ name }) => !own.some((mine) => normaliseName(mine.name) === normaliseName(name)))]
  if (position === undefined) return values
  if (!list || list.cut) values._position = others.length === 0 ? position : [position, ...others]
  if (own.length === 0) return values
  noteRoleConflict(reader, context, list, position)
  return values
}

/** Units of one's own that the row names, with their places: by rank, else by the role that it gives them (domain.md 1.5). */
function readPositions(reader: RowReader, context: SheetContext): ReportedPosition[] {
  const named = unitsIn(reader, context, 'reportingUnit')
  const { rank, total: outOf } = readRank(reader.cell('unitRank'))
  const ranks = named.length > 1 ? ranksOf(reader.cell('unitRank'), named.length) : [rank]
  if (isUnreadRank(reader.cell('unitRank'))) reader.noticeShown('unitRank', 'bad_text_value')
  const total = readRank(reader.cell('listLength')).rank ?? outOf
  const leads = unitsIn(reader, context, 'leadUnit').map(({ name }, at): ReportedPosition => ({ name, rank: at === 0 ? 1 : null, total }))
  const isPartColumn = reader.has('leadUnit') && /参与|参加/u.test(context.mapping.fields.get('reportingUnit')?.header ?? '')
  const isLead = !isPartColumn && (roleOf(reader) ?? roleInTitle(context)) === 'lead'
  const own = named.map(({ name, place }, at): ReportedPosition => {
    const outOfAll = total ?? place?.total ?? null
    const leads = place?.role === 'lead' || (isLead && at === 0 && place?.role !== 'part')
    return { name, rank: ranks[at] ?? place?.rank ?? (leads || outOfAll === 1 ? 1 : null), total: outOfAll }
  })
  return [...leads, ...own]
}

/** "2、5" beside two units, each one's own; none where there are more or fewer. */
function ranksOf(cell: Cell, count: number): (number | null)[] {
  const parts = cellText(cell).split(/[、,，;；\n]/u).map((part) => readRank(part.trim()).rank)
  return parts.length === count ? parts : []
}

/** "主导制定标准汇总表" says it of all its rows. */
function roleInTitle({ title }: SheetContext): 'lead' | null {
  return /主导|主持|牵头/u.test(title.title) && !/参与|参加/u.test(title.title) ? 'lead' : null
}

function unitsIn(reader: RowReader, context: SheetContext, field: string): { name: string; place: PlaceBesideName | null }[] {
  const text = reader.lines(field) ?? (field === 'reportingUnit' ? unitOfForm(reader, context) : null)
  if (text === null) return []
  const { units, places } = parseDraftingUnits(text)
  for (const name of units) if (!context.units.resolve(name)) reader.notice(field, 'unit_not_in_directory', name)
  return units.map((name, at) => ({ name, place: places[at] ?? null }))
}

/** A form of one unit names it above its table alone; its rows say which place it has. */
function unitOfForm(reader: RowReader, { title }: SheetContext): string | null {
  const isNamed = ['reportingUnit', 'leadUnit', 'draftingUnits', 'draftingUnit1'].some((field) => reader.has(field))
  return !isNamed && ['unitRank', 'role', 'roleLead'].some((field) => reader.has(field)) ? title.unit : null
}

/** What the row says of its unit's part in words or ticks; null where it says nothing or both. */
function roleOf(reader: RowReader): 'lead' | 'part' | null {
  const words = [reader.text('role') ?? '', cellText(reader.cell('unitRank'))].join(' ')
  const isLead = reader.ticked('roleLead') || /主导|主持|牵头|第一起草/u.test(words)
  const isPart = reader.ticked('rolePart') || /参与|参加|协助/u.test(words)
  if (isLead && isPart) reader.notice(reader.has('roleLead') ? 'roleLead' : 'role', 'bad_text_value', [cellText(reader.cell('roleLead')), cellText(reader.cell('rolePart')), words.trim()].filter((text) => text !== '').join(' '))
  return isLead === isPart ? null : isLead ? 'lead' : 'part'
}

/** A list that stands in a column for each place; without a column for the rest nobody knows whether it ends there. */
function listByPlace(reader: RowReader): DraftingList | null {
  const names = ['draftingUnit1', 'draftingUnit2', 'draftingUnit3'].map((field) => reader.lines(field))
  const others = reader.lines('otherDraftingUnits')
  // Without the first one nothing is known of the others' places.
  if (names[0] === null) return null
  const { units, truncated } = parseDraftingUnits([...names, others].filter((name) => name !== null).join(';'))
  return units.length === 0 ? null : { names: units, cut: truncated || !reader.has('otherDraftingUnits') }
}

/** The list of a cell; where what is written beside its names leaves gaps or puts others first it is no list, but what is known of one. */
function readList(reader: RowReader, text: string): { list: DraftingList | null; placed: ReportedPosition[] } {
  const { units, truncated, places } = parseDraftingUnits(text)
  if (units.length === 0) return { list: null, placed: [] }
  if (truncated) reader.notice('draftingUnits', 'list_truncated')
  const led = places.findIndex((place) => place?.role === 'lead')
  const total = Math.max(0, ...places.map((place) => place?.total ?? 0)) || null
  const isInPlace = places[0]?.role !== 'part' && places.every((place, at) => (place?.rank ?? at + 1) === at + 1)
  if (!isInPlace) return { list: null, placed: units.map((name, at) => ({ name, rank: places[at]?.rank ?? (at === led ? 1 : null), total })) }
  if (led > 0) reader.notice('draftingUnits', 'role_conflicts_with_list', units[led])
  return { list: { names: units, cut: truncated || (total ?? 0) > units.length }, placed: [] }
}

/** "1:甲、3:丙" of the register's own exports: a list with known gaps. */
function readExportedList(reader: RowReader): StatedValues | null {
  const text = reader.lines('draftingUnits')
  const positions = text !== null && /^\d{1,4}:/u.test(text) ? parsePositions(text) : null
  if (positions === null) return null
  const total = readRank(reader.cell('listLength')).rank
  return { _places: { places: positions, total } }
}

function noteRoleConflict(reader: RowReader, context: SheetContext, list: DraftingList | null, position: ReportedPosition): void {
  const claimsLead = reader.has('roleLead') ? reader.ticked('roleLead') : /主导|主持|牵头|第一起草/u.test(reader.text('role') ?? '')
  if (!claimsLead) return
  const place = list === null ? position.rank : placeInList(list, position.name, context)
  if (place !== null && place > 1) reader.notice(reader.has('roleLead') ? 'roleLead' : 'role', 'role_conflicts_with_list')
}

function placeInList(list: DraftingList, name: string, context: SheetContext): number | null {
  const key = normaliseName(name)
  const unit = context.units.resolve(name)
  const index = list.names.findIndex((other) => normaliseName(other) === key || (unit !== null && context.units.resolve(other) === unit))
  return index < 0 ? null : index + 1
}
