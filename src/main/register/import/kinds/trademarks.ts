import { addMonths, earliestDay } from '../../../../shared/domain/dates/dates'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import { parseNiceClasses } from '../../../../shared/domain/trademarks/niceClass'
import { markEndInWords } from '../../../../shared/domain/trademarks/statusWords'
import { parseRegistrationNumber, parseTermEnd, parseTrademarkTerm, partNumberAndClasses, trademarkStateOn } from '../../../../shared/domain/trademarks/trademark'
import { withoutFootnoteMarks } from '../../../../shared/domain/footnotes'
import { ownersInCell, presentName, takeAddressOff } from '../../../../shared/domain/units/nameInCell'
import { isOfMadrid, isRegisteredHere } from '../../../../shared/domain/trademarks/registrationCountry'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import { withoutPlaceholder, type RowReader } from '../sheet/rowReader'
import { isOrganisation } from '../table/cellNature'
import { cellText, isBlankCell } from '../table/cellText'
import { tickOf } from '../table/tickMark'
import { saidOfAll, type TitleFacts } from '../table/titleFacts'
import { readExportedFields } from './exportedFields'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { readOwnerPlace } from '../owners/ownerPlace'
import { noteAhead } from './noteAhead'
import { ownerOfTitle } from '../owners/ownerOfTitle'
import { put } from './put'
import { readUnitCode } from '../owners/unitOfRow'

/** Trademarks by registration; one row may hold several classes, one class per row merges (import-sources.md 3). */
export const judgeTrademarks: KindJudgeFactory = (context) => ({
  recordKind: 'trademark',
  sourceClass: /填报单位/u.test(context.title.text) ? 'reported' : 'vendor',
  keyFields: ['registrationNumber'],
  ...(context.mapping.fields.has('classes') ? {} : { groups: [{ field: 'classes', isName: (text: string) => /^第?\d{1,2}类$/u.test(text) }] }),
  read: (reader) => readTrademark(reader, context),
  weigh: (values) => (Array.isArray(values.classes) ? values.classes.length : 1),
})

function readTrademark(reader: RowReader, context: SheetContext): RowStatement[] {
  partNumber(reader)
  const several = readSeveral(reader)
  const key = several === null ? readKey(reader) : null
  const country = reader.text('country')
  if (country !== null && !isRegisteredHere(country)) reader.fault('country', 'registered_abroad')
  const values: StatedValues = readExportedFields(reader, 'trademark')
  put(values, 'classes', readClasses(reader))
  put(values, 'name', reader.text('name', 'keep'))
  const owner = readOwner(reader, context)
  put(values, 'owner', owner.name)
  put(values, 'appliedOn', reader.date('appliedOn'))
  readEvents(reader, context, values)
  for (const field of ['appliedOn', 'registeredOn', 'cancelledOn']) noteAhead(reader, field, values[field], context.today)
  readTerm(reader, values, context.today)
  readStatus(reader, context, values)
  put(values, 'ownerUscc', readUnitCode(reader))
  put(values, 'ownerPlace', readOwnerPlace(reader, context, owner.name, owner.address))
  put(values, 'ownerAddress', reader.text('address') ?? owner.address)
  if (several !== null) return several.map((number) => ({ key: number, values: { ...ofOwner(reader, values), registrationNumber: number } }))
  if (key === null) return []
  return [{ key, values: { ...values, registrationNumber: key } }]
}

const fewestDigits = 5

/** The marks of a cell that lists several; null where it holds one, or what is no list of numbers. */
function readSeveral(reader: RowReader): string[] | null {
  const cell = reader.cell('registrationNumber')
  if (typeof cell !== 'string' || parseRegistrationNumber(cell).ok) return null
  const read = cell.split(/[、;；,，|\s]+/u).filter((part) => part !== '').map((part) => parseRegistrationNumber(part))
  const numbers = read.flatMap((number) => (number.ok && number.value.length >= fewestDigits ? [number.value] : []))
  return numbers.length > 1 && numbers.length === read.length ? [...new Set(numbers)] : null
}

const ownerFields: ReadonlySet<string> = new Set(['owner', 'ownerUscc', 'ownerPlace', 'ownerAddress', 'statedStatus'])

/** What a row of several marks says of all of them; a name, class or day is one of theirs, and nobody knows which. */
function ofOwner(reader: RowReader, values: StatedValues): StatedValues {
  for (const field of ['name', 'classes', 'registeredOn', 'term', 'termEndOn']) if (reader.has(field) && !isBlankCell(reader.cell(field))) reader.notice(field, 'bad_text_value', cellText(reader.cell(field)))
  return Object.fromEntries(Object.entries(values).filter(([field]) => ownerFields.has(field)))
}

/** Days of registration and cancellation; 核准日期 in a list of renewals is none of them, in one of cancellations the latter. */
function readEvents(reader: RowReader, { title }: SheetContext, values: StatedValues): void {
  const registered = reader.dateOfEvent('registeredOn')
  put(values, 'cancelledOn', reader.dateOfEvent('cancelledOn'))
  const isApproval = approvedOn.test(reader.heading('registeredOn'))
  if (!isApproval || !/续展|转让|变更|许可|质押|注销|撤销/u.test(title.title)) put(values, 'registeredOn', registered)
  else if (endInTitle(title) === cancelledWord && values.cancelledOn === undefined) put(values, 'cancelledOn', registered)
  else if (registered !== null) reader.notice('registeredOn', 'bad_text_value', registered)
}

const personName = /^[\u4e00-\u9fff·]{2,4}$/u

/** Today's owner and the address in brackets behind the name. */
function readOwner(reader: RowReader, context: SheetContext): { name: string | null; address: string | null } {
  const text = reader.lines('owner') ?? ownerOfTitle(reader, context, ['owner', '@owner'])
  if (text === null && reader.has('owner')) reader.notice('owner', 'owner_missing')
  if (text === null) return { name: null, address: null }
  const written = withoutFootnoteMarks(ownersInCell(text))
  const { units: [first, ...others] } = parseDraftingUnits(written)
  // A mark has one owner of record here: the first of several, who stands for the others.
  if (first !== undefined && others.length > 0 && ([first, ...others].every(isOrganisation) || [first, ...others].every((name) => personName.test(name)))) {
    reader.notice('owner', 'first_owner_only', written, first)
    return { name: first, address: null }
  }
  const line = written.replace(/\s*\n\s*/gu, ' ')
  const { name, address } = takeAddressOff(line) ?? { name: line, address: null }
  return { name: presentName(name) || null, address }
}

function readKey(reader: RowReader): string | null {
  const applied = withoutPlaceholder(reader.text('applicationNumber'))
  const written = withoutPlaceholder(reader.key('registrationNumber'))
  if (reader.faults.some((fault) => fault.isKey)) return null
  // 驳回 or 审查中 where a number would stand: the application's has to do.
  const registered = applied !== null && typeof written === 'string' && !/\d/u.test(written) ? null : written
  const raw = registered ?? applied
  if (raw === null) {
    reader.fault('registrationNumber', 'missing_key', { isKey: true })
    return null
  }
  const number = parseRegistrationNumber(isMadridColumn(reader) ? `国际注册号${raw}` : raw)
  if (number.ok) return agreesWithApplication(reader, number.value, registered === null ? null : applied) ? number.value : null
  reader.fault('registrationNumber', number.code, { isKey: true })
  return null
}

/** A mark keeps the number of its application; where the row gives it two, the clerk says which is meant. */
function agreesWithApplication(reader: RowReader, number: string, applied: string | number | null): boolean {
  const other = applied === null || reader.answer('registrationNumber') !== undefined ? null : parseRegistrationNumber(applied)
  if (!other?.ok || other.value === number) return true
  reader.fault('registrationNumber', 'numbers_disagree', { verdict: 'review', choices: [number, other.value], isKey: true })
  return false
}

/** Under 国际注册号 alone 1234567 is the Madrid mark G1234567, and not the national mark of that number. */
function isMadridColumn(reader: RowReader): boolean {
  return isOfMadrid(reader.text('country') ?? '') || /^(?:商标|马德里)?(?:国际|马德里)(?:商标)?注册(?:号|证号|号码|编号)$/u.test(reader.heading('registrationNumber'))
}

const bothInHeading = /注册证?号.*(?:类|分类)|(?:类|分类).*注册证?号/u

/** A cell with the classes beside the number is read as both; where a column of classes says others, it stays as it is and is refused. */
function partNumber(reader: RowReader): void {
  const written = reader.cell('registrationNumber')
  if (typeof written !== 'string') return
  const isSaid = bothInHeading.test(headingKey(reader.mapping.fields.get('registrationNumber')?.header ?? ''))
  const parts = partNumberAndClasses(written, isSaid)
  if (parts === null) return
  const stated = isBlankCell(reader.cell('classes')) ? null : parseNiceClasses(cellText(reader.cell('classes')))
  const beside = parseNiceClasses(parts.classes)
  if (stated !== null && !(stated.ok && beside.ok && stated.value.join() === beside.value.join())) return
  if (!isSaid) reader.repair('registrationNumber', 'extracted_from_text', parts.number)
  reader.readAs('registrationNumber', parts.number)
  reader.readAs('classes', parts.classes)
}

function readClasses(reader: RowReader): number[] | null {
  const raw = reader.identifier('classes')
  if (raw === null) return null
  const classes = parseNiceClasses(raw)
  if (!classes.ok) {
    reader.fault('classes', classes.code)
    return null
  }
  return classes.value.length > 0 ? classes.value : null
}

/**
 * Words of the column, else of the title: 被撤销注册商标清单. A mark that has ended while its term by the dates has not can only
 * have been cancelled, whatever word the list has for it (domain.md 3).
 */
function readStatus(reader: RowReader, { title, statusDate, today }: SheetContext, values: StatedValues): void {
  const words = statusInWords(reader) ?? endInTitle(title)
  put(values, 'statedStatus', words)
  if (words === null || typeof values.cancelledOn === 'string') return
  const begins = [dayOf(values.registeredOn), dayOf(values.termStartOn)].filter((day) => day !== null).toSorted().at(-1) ?? null
  const state = trademarkStateOn({ registeredOn: begins, termEndOn: dayOf(values.termEndOn) }, statusDate ?? today)
  if (markEndInWords(words) === 'over' && (state === 'in_term' || state === 'renewal_window')) {
    values.statedStatus = cancelledWord
    reader.notice('status', 'ended_in_term', words)
  }
  if (state === 'expired' && /^(?:有效|已?注册|注册公告|核准注册|续展)/u.test(words)) reader.notice('status', 'status_conflict', words, overWord)
}

/** The words of a column of statuses, and of one that asks 是否有效 the word for its answer. */
function statusInWords(reader: RowReader): string | null {
  const words = reader.text('status')
  const answer = words !== null && reader.heading('status').startsWith('是否有效') ? tickOf(words) : null
  return answer === null ? words : answer ? '有效' : overWord
}

const cancelledWord = '已注销'
const overWord = '已失效'

/** A title that speaks of other marks as well. */
const ofLivingToo = /有效|到期|届满|期满|续展|转让|变更|许可|质押|新增|统计|情况/u
/** Of what was approved: a registration, unless the title speaks of renewals and the like. */
const approvedOn = /^(?:核准|公告)(?:日|日期|时间)$/u

function endInTitle(title: TitleFacts): string | null {
  const end = saidOfAll(title, (words) => (ofLivingToo.test(words) ? 'both' : markEndInWords(words)))
  return end === null ? null : end === 'cancelled' ? cancelledWord : overWord
}

function dayOf(value: StatedValues[string]): string | null {
  return typeof value === 'string' ? earliestDay(value) : null
}

/** The only day of a term is its end where a word says so, or where it is no day on which a term can have begun. */
function loneEnd(reader: RowReader, text: string, { registeredOn }: StatedValues, today: string): string | null {
  const cell = reader.cell('term')
  const end = typeof cell === 'object' && cell !== null && ('d' in cell || 'iso' in cell) ? { day: reader.date('term'), isWord: false } : parseTermEnd(text)
  if (end === null || end.day === null || reader.faults.length > 0) return null
  return end.isWord || end.day > today || (typeof registeredOn === 'string' && end.day > addMonths(earliestDay(registeredOn), 1)) ? end.day : null
}

/** 十年 names no day. */
const duration = /^(?:自?(?:注册|核准)之日起)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})年$/u

function readTerm(reader: RowReader, values: StatedValues, today: string): void {
  const start = reader.dateOfEvent('termStartOn')
  const end = reader.dateOfEvent('termEndOn')
  if (start !== null) values.termStartOn = start
  if (end !== null) values.termEndOn = end
  if (start !== null && end !== null && end < start) reader.fault('termEndOn', 'bad_term')
  const text = reader.text('term')
  // The official page prints the word between two dates that are not there yet.
  if (text === null || /^(?:自?[\s\-—/]*至[\s\-—/]*)$/u.test(text)) return
  const lone = loneEnd(reader, text, values, today)
  if (lone !== null) {
    values.termEndOn = lone
    return
  }
  if (duration.test(text)) {
    reader.notice('term', 'bad_text_value', text)
    return
  }
  const term = parseTrademarkTerm(text)
  if (!term.ok) {
    const isWrong = term.code === 'bad_term' || term.code === 'bad_date' || term.code === 'bad_format'
    reader.fault('term', isWrong ? 'bad_term' : term.code, { verdict: isWrong ? 'rejected' : 'review' })
    return
  }
  values.termStartOn = term.startOn
  values.termEndOn = term.endOn
}
