import { readExported, type PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import { kindDefinitions, type FieldDefinition, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { parseDraftingUnits } from '../../../../shared/domain/draftingUnits'
import { parsePositions } from '../../../../shared/domain/positions'
import type { DraftingList, KnownPlaces, StatedValues } from '../../../../shared/domain/merging/statement'
import type { RowReader } from '../sheet/rowReader'
import { isOwnExport } from '../table/header'
import type { KindJudge, KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'

/**
 * Takes the register's own exports as what they are: every column holds a stored field as `writeExported` wrote it, so
 * the file imports again as all `same`. The kind's own judge still finds what a later edit of the file has spoiled in
 * keys and dates; what it makes of the other columns is not used.
 */
export function withOwnExports(create: KindJudgeFactory): KindJudgeFactory {
  return (context) => {
    const judge = create(context)
    if (!isOwnExport(context.header.columns, judge.recordKind)) return judge
    // The least of all classes: an export repeats what other sources said and outranks none of them.
    return { ...judge, sourceClass: 'reported', read: (reader) => readOwnRow(reader, judge, context) }
  }
}

function readOwnRow(reader: RowReader, judge: KindJudge, context: SheetContext): RowStatement[] {
  const [statement] = judge.read(reader)
  reader.notices.length = 0
  if (!statement) return []
  const places: PlaceWords = { nameOf: () => null, codeOf: (name) => context.districts.placeOf(name) }
  const values = readFields(reader, judge.recordKind, places)
  return [{ key: statement.key, values: { ...values, [kindDefinitions[judge.recordKind].key]: statement.key } }]
}

function readFields(reader: RowReader, kind: RecordKind, places: PlaceWords): StatedValues {
  const values: StatedValues = {}
  for (const field of kindDefinitions[kind].fields) {
    const value = field.type === 'date' ? reader.date(`@${field.name}`) : readField(reader, kind, field, places)
    if (value !== null && value !== undefined) values[field.name] = value
  }
  return kind === 'standard' ? withDraftingStatement(values, reader.text('@drafting')) : values
}

function readField(reader: RowReader, kind: RecordKind, field: FieldDefinition, places: PlaceWords) {
  const text = reader.text(`@${field.name}`)
  return text === null ? null : readExported(kind, field, text, places)
}

/** Fields that the fold makes out of the list, never taken from a statement. */
const listFields = ['drafting', 'listLength', 'listComplete', 'listConflict']

/** The list as the fold of statements takes it: whole, or the places that are known. */
function withDraftingStatement(stated: StatedValues, text: string | null): StatedValues {
  const values: StatedValues = Object.fromEntries(Object.entries(stated).filter(([name]) => !listFields.includes(name)))
  if (text === null) return values
  const isComplete = stated['listComplete'] === 1
  const positions = parsePositions(text)
  if (positions === null || isComplete) {
    const names = positions?.map(([, name]) => name) ?? parseDraftingUnits(text).units
    return { ...values, _list: { names, cut: !isComplete } satisfies DraftingList }
  }
  const total = stated['listLength']
  return { ...values, _places: { places: positions, total: typeof total === 'number' ? total : null } satisfies KnownPlaces }
}
