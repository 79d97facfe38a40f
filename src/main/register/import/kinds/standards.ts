import { parseCcs, parseIcs } from '../../../../shared/domain/classification'
import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { titleBesideNumber } from '../../../../shared/domain/standards/standardTitle'
import { parseAdoption, parseReplacedNumbers, parseStandardNumber } from '../../../../shared/domain/standards/standardNumber'
import type { StandardNumber } from '../../../../shared/domain/standards/standardNumberResult'
import { foldText } from '../../../../shared/domain/text'
import type { RowReader } from '../sheet/rowReader'
import { cellText } from '../table/cellText'
import { isRoleOfGroup, readDrafting } from './draftingPlaces'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { readExportedFields } from './exportedFields'
import { filledNumberField, numberFieldsOf, numbersOfKinds } from './numbersByKind'
import { put } from './put'
import { sayDateConflict, sayKindConflict, sayStatusConflict } from './standardConflicts'

/** Standards: census sheets, register lists, one row per unit (F1), announcements (import-sources.md 1). */
export const judgeStandards: KindJudgeFactory = (context) => {
  const fields = context.mapping.fields
  const isReported = fields.has('reportingUnit') || fields.has('leadUnit') || fields.has('unitRank')
  const isRegisterList = !isReported && fields.has('draftingUnits') && (fields.has('committee') || fields.has('ics') || fields.has('abolishedOn'))
  return {
    recordKind: 'standard',
    sourceClass: isRegisterList ? 'register' : 'reported',
    keyFields: numberFieldsOf(context.mapping),
    ...(fields.has('role') || fields.has('roleLead') ? {} : { groups: [{ field: 'role', isName: isRoleOfGroup }] }),
    read: (reader) => readStandard(reader, context),
  }
}

function readStandard(reader: RowReader, context: SheetContext): RowStatement[] {
  const numbers = readNumbers(reader, context)
  const shared = readShared(reader, context)
  put(shared, 'replaces', readReplaces(reader, context, numbers[0]?.year))
  if (shared.title === undefined && numbers.length === 1) Object.assign(shared, titleInNumberCell(reader))
  const drafting = readDrafting(reader, context)
  const [first] = numbers
  if (first) sayKindConflict(reader, first.kind)
  sayStatusConflict(reader, context, shared)
  sayDateConflict(reader, first?.year, shared)
  const titles = numbers.length > 1 ? titlesIn(reader) : []
  return numbers.map((number, at) => {
    const own = titles.length === numbers.length ? titles[at] : undefined
    const values: StatedValues = { ...readExportedFields(reader, 'standard'), ...shared, ...(own === undefined ? {} : { title: own }), ...drafting, standardNo: number.value, kind: number.kind }
    if (number.nature) values.nature = number.nature
    const replaces = [...new Set([...number.replaces, ...((values.replaces as string[] | undefined) ?? [])])]
    if (replaces.length > 0) values.replaces = replaces
    if (number.adopts) Object.assign(values, { adopts: number.adopts, adoption: number.adoption ?? values.adoption })
    // Facts that only one of several standards of a range can own are left out rather than copied wrongly.
    if (number !== first && numbers.length > 1) delete values.replaces
    return { key: number.value, values }
  })
}

/** 《…》第1号修改单 under the number of the standard itself; （含第1号修改单） is an edition of it. */
const amendmentInTitle = /^(?!.*(?:含|包括).{0,12}修改单).*(?:第\s?[\d一二三四五六七八九十]{1,2}\s?号修改(?:通知)?单|》\s?修改(?:通知)?单|[(]修改(?:通知)?单[)]$)/u

function readNumbers(reader: RowReader, context: SheetContext): StandardNumber[] {
  const field = filledNumberField(reader) ?? 'standardNo'
  const raw = numberOfParts(reader) ?? numbersOfKinds(reader) ?? reader.key(field)
  if (reader.faults.some((fault) => fault.isKey)) return []
  if (raw === null) {
    reader.fault(field, 'missing_key', { isKey: true })
    return []
  }
  const result = parseStandardNumber(raw, { today: context.today })
  if (!result.ok) {
    const question = result.status === 'review' || result.status === 'incomplete'
    reader.fault(field, result.code, { isKey: true, verdict: question ? 'review' : 'rejected', ...(question && result.status === 'review' ? { choices: [result.proposal] } : {}) })
    return []
  }
  if (amendmentInTitle.test(foldText(cellText(reader.cell('title'))))) {
    reader.fault('title', 'amendment_not_counted', { isKey: true })
    return []
  }
  const target = result.status === 'split' ? result.items.map((item) => item.value).join('、') : result.value
  for (const warning of new Set(result.warnings)) if (warning !== 'part_dot_restored') reader.repair(field, warning, target)
  if (result.status === 'ok') return [result]
  if (!result.warnings.includes('range_split')) reader.repair(field, 'range_split', target)
  return [...result.items]
}

/** Names of the several standards of a row, one beside the other: "甲；乙", "《甲》《乙》". */
function titlesIn(reader: RowReader): string[] {
  const text = reader.lines('title') ?? ''
  const quoted = [...text.matchAll(/《([^《》]+)》/gu)].map(([, title = '']) => title)
  return quoted.length > 1 ? quoted : text.split(/[;；\n]/u).map((title) => title.trim()).filter((title) => title !== '')
}

/** "GB/T 12345-2021《海带》": what stands beside the number is the name, where no column of its own gives it. */
function titleInNumberCell(reader: RowReader): StatedValues {
  const isBoth = reader.repairs.some(({ field, code }) => field === 'standardNo' && code === 'extracted_from_text')
  const title = isBoth ? titleBesideNumber(reader.text('standardNo') ?? '') : null
  return title === null ? {} : { title }
}

/** "GB/T", "12345.1" and "2021" in a column each are one number. */
function numberOfParts(reader: RowReader): string | null {
  if (!reader.has('numberYear')) return null
  if (!reader.has('numberSerial')) return numberBesideYear(reader)
  const [code, serial, year] = ['standardNo', 'numberSerial', 'numberYear'].map((field) => foldText(cellText(reader.cell(field))))
  return code && serial && year && /^[A-Z]{1,6}\d{0,6}(?:\/[A-Z]{1,6})?$/iu.test(code) ? `${code} ${serial}-${year.replace(/年$/u, '')}` : null
}

/** "GB/T 12345.1" beside its 年代号. */
function numberBesideYear(reader: RowReader): string | null {
  const [number = '', year = ''] = ['standardNo', 'numberYear'].map((field) => foldText(cellText(reader.cell(field))))
  return /^[A-Z]{1,6}[A-Z\d/ ]* ?\d[\d.]*$/iu.test(number) && /^(?:19|20)\d{2}年?$/u.test(year) ? `${number}-${year.slice(0, 4)}` : null
}

function readShared(reader: RowReader, context: SheetContext): StatedValues {
  const values: StatedValues = {}
  put(values, 'title', reader.text('title'))
  readDays(reader, values)
  put(values, 'abolishedOn', reader.dateOfEvent('abolishedOn'))
  put(values, 'statedStatus', readStatus(reader, context.title.title))
  put(values, 'committee', reader.text('committee'))
  put(values, 'department', reader.text('department'))
  put(values, 'newOrRevised', readNewOrRevised(reader))
  put(values, 'forewordLead', splitNames(reader, 'forewordLead'))
  put(values, 'systems', splitTexts(reader.lines('systems')))
  readIcs(reader, values)
  const ccs = reader.text('ccs')
  put(values, 'ccs', ccs === null ? null : readCcs(reader, ccs))
  const adoption = reader.text('adoption')
  if (adoption !== null) Object.assign(values, dropEmpty(parseAdoption(adoption, { today: context.today })))
  if (values.adopts === undefined) put(values, 'adopts', readAdopts(reader, context))
  const district = reader.text('district')
  const place = district === null ? null : context.districts.resolveWithin(district)
  if (place?.status === 'unknown') reader.notice('district', 'bad_text_value', district ?? '')
  put(values, 'reportedDistrict', place?.code ?? context.reporterDistrict)
  return values
}

/** 发布 and 实施 in a column each, or as two days of one cell: "2021.3.4发布，2021.10.1实施", "2021-03-04/2021-10-01". */
function readDays(reader: RowReader, values: StatedValues): void {
  const [published, effective, ...more] = cellText(reader.cell('publishedAndEffective')).split(/发布|公布|实施|[、，,;；\s至]+|[/／](?!\d{1,2}(?!\d))/u).filter((part) => /\d/u.test(part))
  const isPair = published !== undefined && effective !== undefined && more.length === 0
  put(values, 'publishedOn', isPair ? reader.dateOf('publishedAndEffective', published) : (reader.date('publishedOn') ?? reader.date('publishedAndEffective')))
  put(values, 'effectiveOn', isPair ? reader.dateOf('publishedAndEffective', effective) : readEffective(reader, values.publishedOn))
}

const fromPublication = /^自?(?:发布|公布|批准|印发)(?:之日|日期?)起?(?:开始)?(?:实施|施行|执行|生效)?$|^(?:自?发布|公布)?之?即日起?(?:开始)?(?:实施|施行|执行|生效)?$|^(?:同|与)(?:发布|公布)(?:日期?|时间)(?:相?同|一致)?$/u

/** 发布后6个月, 自公布之日起满六个月后实施: which day that is, the announcement says. */
const afterPublication = /^自?(?:标准)?(?:发布|公布|批准)(?:之日)?起?满?后?(?:\d{1,2}|[一二三六九两十]{1,3})个?(?:月|年|日|天)(?:后|起|之后)?(?:开始)?(?:实施|施行|执行|生效)?$/u

/** 自发布之日起实施, 即日起实施 and 同发布日期 are the date of publication; a standard of which no day is said yet is still one. */
function readEffective(reader: RowReader, published: StatedValues[string]): StatedValues[string] {
  const text = foldText(cellText(reader.cell('effectiveOn'))).replace(/ /g, '')
  if (published !== undefined && fromPublication.test(text)) return published
  if (!afterPublication.test(text)) return reader.dateOfEvent('effectiveOn')
  reader.notice('effectiveOn', 'bad_text_value', text)
  return null
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

const statuses: Readonly<Record<string, string>> = { 现行: '现行', 即将实施: '即将实施', 废止: '废止', 作废: '废止', 被代替: '废止', 已废止: '废止', 有效: '现行', 现行有效: '现行', 继续有效: '现行', 尚未实施: '即将实施', 未实施: '即将实施', 已作废: '废止', 已被代替: '废止', 被替代: '废止', current: '现行', upcoming: '即将实施', abolished: '废止', withdrawn: '废止', superseded: '废止' }

/** 关于废止…等标准的公告, and not 废止、代替情况. */
const abolishedInTitle = /^(?!.*(?:现行|代替|替代|制定|修订|发布)).*废止/u

function readStatus(reader: RowReader, title: string): string | null {
  const text = reader.text('status')
  if (text === null) return !reader.has('status') && abolishedInTitle.test(title) ? '废止' : null
  return statuses[text.replace(/\s/gu, '').toLowerCase()] ?? (/^[已被].*(?:代替|替代)/u.test(text) ? '废止' : /^现行(?:有效)?[(（,，;；]/u.test(text) ? '现行' : text)
}

function readNewOrRevised(reader: RowReader): string | null {
  const text = reader.text('newOrRevised')
  if (text === null) return tickedNewOrRevised(reader) ?? (reader.has('newOrRevised') ? null : eitherIn(reader.text('role') ?? ''))
  const either = eitherIn(text)
  if (either !== null) return either
  if (text === 'new' || text === 'revised') return text
  reader.notice('newOrRevised', 'bad_text_value', text)
  return null
}

/** 修订, 主持修订行业标准 and 制定; 制修订 says neither. */
function eitherIn(text: string): string | null {
  const [isNew, isRevised] = [/制|新/u.test(text), /修/u.test(text)]
  return isNew === isRevised ? null : isNew ? 'new' : 'revised'
}

/** 制定 and 修订 in a column of ticks each; both or none say nothing. */
function tickedNewOrRevised(reader: RowReader): string | null {
  if (!reader.has('isNew') && !reader.has('isRevised')) return null
  const [isNew, isRevised] = [reader.ticked('isNew'), reader.ticked('isRevised')]
  return isNew === isRevised ? null : isNew ? 'new' : 'revised'
}

/** What the standard replaces; one that is younger than it is what replaced it, as lists of what was abolished name it. */
function readReplaces(reader: RowReader, context: SheetContext, year: number | undefined): string[] | null {
  const text = reader.lines('replaces')
  if (text === null) return null
  const { numbers } = parseReplacedNumbers(text, { today: context.today })
  const older = numbers.filter((number) => year === undefined || Number(/\d{4}$/u.exec(number)?.[0] ?? 0) <= year)
  if (older.length === 0 || older.length < numbers.length) reader.notice('replaces', 'bad_text_value', text)
  return older.length > 0 ? older : null
}

function readAdopts(reader: RowReader, context: SheetContext): string | null {
  const text = reader.text('adopts')
  if (text === null) return null
  const { adopts } = parseAdoption(text, { today: context.today })
  if (adopts === null) reader.notice('adopts', 'bad_text_value', text)
  return adopts
}

function splitTexts(text: string | null): string[] | null {
  return text === null ? null : text.split(/[、;；,，\n]/u).map((part) => part.trim()).filter((part) => part !== '')
}

function splitNames(reader: RowReader, field: string): string[] | null {
  const text = reader.lines(field)
  return text === null ? null : parseDraftingUnits(text).units
}
