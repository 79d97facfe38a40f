import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { writtenWord, writtenWords } from '../../../../shared/domain/catalogue/writtenWords'
import { withoutFootnoteMarks } from '../../../../shared/domain/footnotes'
import { presentName } from '../../../../shared/domain/units/nameInCell'
import { isPlaceholder, normaliseName } from '../../../../shared/domain/text'
import { parseUscc } from '../../../../shared/domain/units/uscc'
import { withoutPlaceholder, type RowReader } from '../sheet/rowReader'
import { readExportedFields } from './exportedFields'
import { put } from './put'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'

/** The unit directory: key is the 统一社会信用代码 (domain.md 4). */
export const judgeUnits: KindJudgeFactory = (context) => ({
  recordKind: 'unit',
  sourceClass: 'official',
  keyFields: ['uscc', 'name'],
  read: (reader) => readUnit(reader, context),
})

function readUnit(reader: RowReader, context: SheetContext): RowStatement[] {
  const values: StatedValues = readExportedFields(reader, 'unit')
  readNames(reader, context, values)
  const key = readKey(reader, context, typeof values.name === 'string' ? values.name : null)
  readDistrict(reader, context, values)
  put(values, 'unitType', readUnitType(reader))
  put(values, 'address', reader.text('address'))
  for (const field of ['movedOn', 'endedOn'] as const) {
    const day = reader.date(field)
    if (day !== null) values[field] = day
  }
  const previous = reader.text('previousDistrict')
  if (previous !== null) {
    const code = context.districts.resolve(previous).code
    if (code !== null) values.previousDistrict = code
    else reader.notice('previousDistrict', 'bad_text_value', previous)
  }
  return key === null ? [] : [{ key, values: { ...values, uscc: key } }]
}

/** A word that says what kind of unit it is; any other is left out and said with those there are. */
function readUnitType(reader: RowReader): string | null {
  const text = reader.text('unitType')
  const known = writtenWords('unit', 'unitType')
  if (text === null || known === undefined || writtenWord(known, text) !== null) return text
  reader.notice('unitType', 'unknown_word', text, Object.keys(known.words).join('、'))
  return null
}

const formerInBrackets = /^(.+?)[(（]\s*(?:原|曾用名)[:：]?\s*名?[称为]?[:：]?(.+?)[)）]$/u

const formerLead = /^(?:原名?称?|曾用名)[:：]/u

/** "原名：丙厂", "原青岛丙厂"; a name may itself begin so (原野公司). */
function formerName(text: string, { districts }: SheetContext): string {
  const name = text.trim().replace(formerLead, '')
  return name.startsWith('原') && districts.beginsWithRegion(name.slice(1)) ? name.slice(1) : name
}

function readNames(reader: RowReader, context: SheetContext, values: StatedValues): void {
  // A chosen unit keeps its own name: the row's short form is no name of it.
  const written = chosenUnit(reader) === null ? reader.text('name', 'simplify') : null
  const text = written === null ? null : presentName(withoutFootnoteMarks(written)) || written
  const former = new Set<string>()
  const split = text === null ? null : formerInBrackets.exec(text)
  if (split?.[1] && split[2]) {
    reader.notice('name', 'cleaned', text ?? '')
    values.name = split[1].trim()
    former.add(split[2].trim())
  } else if (text !== null) values.name = text
  for (const name of (reader.lines('formerNames') ?? '').split(/[、;；,，\n]/u)) {
    const clean = formerName(name, context)
    if (clean !== '' && !isPlaceholder(clean)) former.add(clean)
  }
  if (former.size > 0) values.formerNames = [...former]
}

function readKey(reader: RowReader, context: SheetContext, name: string | null): string | null {
  const raw = withoutPlaceholder(reader.key('uscc'))
  if (reader.faults.some((fault) => fault.isKey)) return null
  if (raw === null) {
    const chosen = chosenUnit(reader)
    if (chosen === null) proposeUnit(reader, context, name)
    return chosen
  }
  const code = parseUscc(raw)
  if (!code.ok) {
    reader.fault('uscc', code.code, { isKey: true, words: { expected: code.details?.['expectedCheck'] } })
    return null
  }
  for (const warning of code.warnings) reader.repair('uscc', warning, code.value)
  return code.value
}

/** The unit the clerk chose for a row without a code: its code, given in place of the name. */
function chosenUnit(reader: RowReader): string | null {
  const answer = reader.answer('name')
  const code = typeof answer === 'string' ? parseUscc(answer) : null
  return code?.ok ? code.value : null
}

/** A row without a code: a question when its name is close to a known unit's, else the key is missing. */
function proposeUnit(reader: RowReader, context: SheetContext, name: string | null): void {
  const candidates = name === null ? [] : context.units.similar(name)
  if (candidates.length === 0) reader.fault('uscc', 'missing_key', { isKey: true })
  else reader.fault('name', 'unit_name_proposal', { verdict: 'review', choices: candidates.map((unit) => unit.uscc), isKey: true, words: { proposed: candidates.map((unit) => unit.name) } })
}

function readDistrict(reader: RowReader, context: SheetContext, values: StatedValues): void {
  const text = reader.text('district')
  const zoneText = reader.text('zone')
  if (text !== null) {
    const place = context.districts.resolveWithin(text)
    // A unit of another city is of that city, and none of this one's without a district.
    const code = place.code ?? (place.status === 'elsewhere' && !context.districts.isWholeCity(text) && !context.districts.isProvince(text) ? context.districts.placeOf(text) : null)
    if (code !== null) values.district = code
    if (place.historical) reader.notice('district', 'district_alias_historical', text, place.code === null ? undefined : context.districts.nameOf(place.code))
    if (place.zone && zoneText === null) values.zone = place.zone
    if (place.status === 'ambiguous') reader.fault('district', 'district_ambiguous', { verdict: 'review', choices: context.districts.names() })
    else if (place.status === 'zone_without_district') reader.fault('district', 'zone_without_district', { verdict: 'review', choices: place.host ? [context.districts.nameOf(place.host)] : context.districts.names() })
    else if (place.status === 'unknown') reader.notice('district', 'bad_text_value', text)
  }
  if (zoneText === null) return
  const zone = context.districts.resolve(zoneText)
  if (zone.zone) values.zone = zone.zone
  else if (normaliseName(zoneText) !== '') values.zone = zoneText
  const host = zone.host ?? zone.code
  if (host !== null && values.district !== undefined && host !== values.district) reader.notice('zone', 'zone_elsewhere', zoneText, context.districts.nameOf(host))
  else if (zone.status === 'zone_without_district' && text === null) reader.fault('district', 'zone_without_district', { verdict: 'review', choices: host === null ? context.districts.names() : [context.districts.nameOf(host)], value: zoneText })
}
