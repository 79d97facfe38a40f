import { isPlaceField, readExported, type PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import { kindDefinitions, type FieldDefinition, type FieldValue, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import { parsePositions } from '../../../../shared/domain/positions'
import { sameValue, scalarText, type DraftingList, type KnownPlaces, type StatedValue, type StatedValues } from '../../../../shared/domain/merging/statement'
import { saidByRecord, statedFields } from '../../evidence/statementCodec'
import type { ExportedRecord } from '../../ownExports/exportedState'
import { isCheckedField, readTyped, type ReadingContext } from '../../records/fieldReaders'
import type { RowReader } from '../sheet/rowReader'
import { cellText } from '../table/cellText'
import { isOwnExport } from '../table/columnFields'
import type { KindJudge, KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { put } from './put'

/**
 * Takes the register's own exports as what they are: every column holds a stored field as `writeExported` wrote it, so
 * the file imports again as all `same`. The kind's own judge still finds what a later edit of the file has spoiled in
 * keys and dates; what it makes of the other columns is not used. What a person has written into them is read as in the
 * record's own form: what would be refused there stays out here.
 */
export function withOwnExports(create: KindJudgeFactory): KindJudgeFactory {
  return (context) => {
    const judge = create(context)
    if (!isOwnExport(context.header.columns, judge.recordKind)) return judge
    // The least of all classes: an export repeats what other sources said and outranks none of them.
    return { ...judge, isOwnExport: true, sourceClass: 'reported', read: (reader) => readOwnRow(reader, judge, context) }
  }
}

function readOwnRow(reader: RowReader, judge: KindJudge, context: SheetContext): RowStatement[] {
  const [statement] = judge.read(reader)
  reader.notices.length = 0
  if (!statement) return []
  const read = { values: readFields(reader, judge.recordKind, placesOf(context)), doubtful: new Map<string, string>() }
  checkFields(reader, judge.recordKind, read, { today: context.today, districts: context.districts, words: context.districts.words })
  const values = judge.recordKind === 'standard' ? withDraftingStatement(read, reader.text('@drafting')) : read.values
  // Where the key is made of fields, one that was edited leaves the row with the record that it was exported from.
  const exportedKey = kindDefinitions[judge.recordKind].key === 'key' ? reader.text('@key') : null
  return [{ key: statement.key, values: { ...values, [kindDefinitions[judge.recordKind].key]: statement.key }, ...(exportedKey === null ? {} : { exportedKey }), ...(read.doubtful.size === 0 ? {} : { doubtful: read.doubtful }) }]
}

/** The words of a row and those of its fields that are no values of theirs, with their columns. */
interface ReadFields { values: StatedValues; doubtful: Map<string, string> }

/** Takes codes and words in any spelling that a person may use, and notes what is none. */
function checkFields(reader: RowReader, kind: RecordKind, { values, doubtful }: ReadFields, context: ReadingContext): void {
  for (const { name, type } of kindDefinitions[kind].fields) {
    if (name === kindDefinitions[kind].key || type === 'positions' || !isCheckedField(kind, name)) continue
    const text = reader.text(`@${name}`, 'keep')
    if (text === null) continue
    const typed = readTyped(kind, name, text, context)
    if (!typed.ok && isPlaceField(kind, name) && isCode(scalarText(values[name]))) continue
    if (!typed.ok) doubtful.set(name, `@${name}`)
    else if (type !== 'flag' && typed.value !== null && !isSame(typed.value, values[name])) values[name] = typed.value
  }
}

/** Lists of codes are sets: their order is nobody's word. */
function isSame(typed: FieldValue, raw: StatedValue | undefined): boolean {
  if (!Array.isArray(typed) || !Array.isArray(raw)) return sameValue(typed as StatedValue, raw ?? null)
  return typed.length === raw.length && sameValue([...typed].map(String).sort(), [...raw].map(String).sort())
}

/**
 * A row without what is no value of its field, unless the record, or the export, has it so: imports keep words that nobody would type.
 *
 * @param record  null for a record that is not there yet
 */
export function withoutDoubtful({ values, doubtful }: RowStatement, record: Values | null, exported?: ExportedRecord): { values: StatedValues; refused: string[] } {
  const refused = [...doubtful ?? []].filter(([field]) => {
    const stated = values[field]
    return stated === undefined || stated === null || !(record !== null && isRepeated(field, stated, record)) && !(exported?.values && isRepeated(field, stated, exported.values))
  })
  if (refused.length === 0) return { values, refused: [] }
  const fields = new Set(refused.map(([field]) => field))
  return { values: Object.fromEntries(Object.entries(values).filter(([field]) => !fields.has(field))), refused: [...new Set(refused.map(([, column]) => column))] }
}

/**
 * What a row of an own export says, with the names of the fields in which it is not the record any more.
 *
 * @param exported  the record as the file shows that was exported, where that is known: what the row only repeats of it and
 *                  the register has changed since is no word of the row
 */
export function withEdits(stated: StatedValues, record: Values, exported?: ExportedRecord): StatedValues {
  const said = exported?.values ? withoutOutdated(stated, record, exported.values) : stated
  const edited = statedFields(said).filter((field) => !isRepeated(field, said[field] ?? null, record))
  return edited.length === 0 ? said : { ...said, _edited: edited, ...(exported ? { _exportedAt: exported.at } : {}) }
}

function withoutOutdated(stated: StatedValues, record: Values, then: Values): StatedValues {
  const outdated = statedFields(stated).filter((field) => isRepeated(field, stated[field] ?? null, then) && !isRepeated(field, stated[field] ?? null, record))
  return outdated.length === 0 ? stated : Object.fromEntries(Object.entries(stated).filter(([field]) => !outdated.includes(field)))
}

function isRepeated(field: string, stated: StatedValue, record: Values): boolean {
  if (field === '_places') return typeof stated === 'object' && stated !== null && 'places' in stated && sameValue(stated.places, (record['drafting'] ?? null) as StatedValue) && (stated.total ?? null) === (record['listLength'] ?? null)
  if (field === '_list' && record['listComplete'] !== 1) return typeof stated === 'object' && stated !== null && 'names' in stated && sameValue(stated.names, namesOf(record['drafting']))
  return (stated === 0 && (record[field] ?? null) === null) || sameValue(stated, saidByRecord(field, record))
}

function namesOf(drafting: Values[string]): string[] {
  return Array.isArray(drafting) ? drafting.map((place) => (Array.isArray(place) ? String(place[1]) : '')) : []
}

/**
 * The same for figures, whose tables are of another shape than their exports: a figure a row here.
 *
 * @param keyParts  fields that say which figure it is; the column of keys repeats them
 */
export function withOwnFigures(kind: RecordKind, keyParts: readonly string[], create: KindJudgeFactory): KindJudgeFactory {
  return (context) => {
    if (!isOwnExport(context.header.columns, kind)) return create(context)
    const places = kind === 'indicator' ? receivedPlacesOf(context) : placesOf(context)
    return { recordKind: kind, isOwnExport: true, sourceClass: 'reported', keyFields: keyParts.map((part) => `@${part}`), read: (reader) => readOwnFigure(reader, kind, keyParts, places) }
  }
}

function readOwnFigure(reader: RowReader, kind: RecordKind, keyParts: readonly string[], places: PlaceWords): RowStatement[] {
  const values = readFields(reader, kind, places)
  for (const { name, type } of kindDefinitions[kind].fields) {
    const text = reader.text(`@${name}`)
    if (keyParts.includes(name) && text === null) reader.fault(`@${name}`, 'missing_key', { isKey: true })
    else if ((type === 'real' || type === 'integer') && text !== null && values[name] === undefined) reader.fault(`@${name}`, 'bad_number', { isKey: keyParts.includes(name) })
    else if (isPlaceField(kind, name) && text !== null && !isRegion(scalarText(values[name]), places)) reader.fault(`@${name}`, 'unknown_region', { isKey: true })
  }
  // A growth of "-" is what the circular says, and no empty cell.
  for (const name of ['growth', 'share']) if (values[name] === undefined && reader.has(`@${name}`)) put(values, name, cellText(reader.cell(`@${name}`)).trim() || null)
  const key = keyParts.map((part) => scalarText(values[part])).join('|')
  return reader.faults.length > 0 ? [] : [{ key, values: { ...values, key } }]
}

function placesOf({ districts }: SheetContext): PlaceWords {
  return { nameOf: () => null, codeOf: (name) => districts.placeOf(name) }
}

/** A received figure of a zone is none of its host's. */
function receivedPlacesOf({ districts }: SheetContext): PlaceWords {
  return { nameOf: () => null, codeOf: (name) => districts.receivedZone(name) ?? districts.placeOf(name) }
}

/** A division, also one that lies elsewhere and has no name here. */
function isCode(value: string): boolean {
  return /^\d{6}$/u.test(value)
}

function isRegion(value: string, places: PlaceWords): boolean {
  return isCode(value) || places.codeOf(value) === value
}

function readFields(reader: RowReader, kind: RecordKind, places: PlaceWords): StatedValues {
  const values: StatedValues = {}
  for (const field of kindDefinitions[kind].fields) {
    put(values, field.name, field.type === 'date' ? reader.date(`@${field.name}`) : readField(reader, kind, field, places))
  }
  return values
}

function readField(reader: RowReader, kind: RecordKind, field: FieldDefinition, places: PlaceWords) {
  const text = reader.text(`@${field.name}`, 'keep')
  return text === null ? null : readExported(kind, field, text, places)
}

/** Fields that the fold makes out of the list, never taken from a statement. */
const listFields = ['drafting', 'listLength', 'listComplete', 'listConflict']

/** The list as the fold of statements takes it: whole, or the places that are known. */
function withDraftingStatement({ values: stated, doubtful }: ReadFields, text: string | null): StatedValues {
  const values: StatedValues = Object.fromEntries(Object.entries(stated).filter(([name]) => !listFields.includes(name)))
  if (text === null) return values
  // Whether it is complete is part of the list.
  for (const column of doubtful.values()) if (column === '@listComplete') for (const word of ['_list', '_places']) doubtful.set(word, column)
  const isComplete = stated['listComplete'] === 1
  const positions = parsePositions(text)
  if (positions === null || isComplete) {
    const names = positions?.map(([, name]) => name) ?? parseDraftingUnits(text).units
    return { ...values, _list: { names, cut: !isComplete } satisfies DraftingList }
  }
  const total = stated['listLength']
  return { ...values, _places: { places: positions, total: typeof total === 'number' ? total : null } satisfies KnownPlaces }
}
