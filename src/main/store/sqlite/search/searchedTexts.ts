import { kindDefinitions, type FieldDefinition, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { isNumberField } from '../../../../shared/domain/search/bigrams'
import { searchedFieldsOf } from '../../../../shared/domain/search/matching'
import type { FieldText } from '../../listStore'
import type { ReadDb } from '../file/database'

/** See `SearchTexts`, for one kind. */
export type TextReader = (ids: readonly number[]) => Map<number, FieldText[]>

/** One statement for the columns and one for the side table, whatever the number of records. */
export function createTextReader(db: ReadDb, kind: RecordKind): TextReader {
  const { namesTable } = kindDefinitions[kind]
  const fields = columnsOf(kind)
  const columns = db.prepare<[string], [number, ...(string | null)[]]>(textsSql(kind)).raw()
  const hasNames = namesTable !== undefined && searchedFieldsOf(kind).includes(namesTable.field)
  const names = hasNames ? db.prepare<[string], [number, string]>(sideTextsSql(namesTable)).raw() : null
  return (ids) => {
    const asked = JSON.stringify(ids)
    const texts = new Map<number, FieldText[]>()
    for (const [id, ...cells] of columns.all(asked)) texts.set(id, fields.flatMap((field, index) => textsOf(field, cells[index] ?? null, kind)))
    for (const [id, text] of names?.all(asked) ?? []) texts.get(id)?.push({ field: namesTable?.field ?? '', text, isNumber: false })
    return texts
  }
}

/** The texts that a search looks at: without the key where that is the program's own, which nobody means who types it. */
export function createSearchedReader(db: ReadDb, kind: RecordKind): TextReader {
  const read = createTextReader(db, kind)
  const { key } = kindDefinitions[kind]
  if (searchedFieldsOf(kind).includes(key)) return read
  return (ids) => new Map([...read(ids)].map(([id, texts]) => [id, texts.filter(({ field }) => field !== key)]))
}

/** The ids lead (CROSS JOIN). */
export function textsSql(kind: RecordKind): string {
  const { table } = kindDefinitions[kind]
  const columns = columnsOf(kind).map(({ type, column }) => (type === 'name' ? `(SELECT text FROM name WHERE id = t.${column})` : `t.${column}`))
  return `SELECT t.id, ${columns.join(', ')} FROM json_each(?) AS asked CROSS JOIN ${table} t ON t.id = asked.value`
}

export function sideTextsSql({ table, owner }: { table: string; owner: string }): string {
  return `SELECT s.${owner}, n.text FROM json_each(?) AS asked CROSS JOIN ${table} s ON s.${owner} = asked.value CROSS JOIN name n ON n.id = s.name`
}

/** The key first; lists of names stand in a side table. */
function columnsOf(kind: RecordKind): FieldDefinition[] {
  const { fields, key, namesTable } = kindDefinitions[kind]
  const names = [key, ...searchedFieldsOf(kind).filter((name) => name !== key && name !== namesTable?.field)]
  return names.map((name) => fields.find((field) => field.name === name)).filter((field) => field !== undefined)
}

/** A column's texts; lists are kept as JSON. */
function textsOf({ name: field, type }: FieldDefinition, cell: string | null, kind: RecordKind): FieldText[] {
  if (cell === null) return []
  const isNumber = isNumberField(kind, field)
  return type === 'texts' ? (JSON.parse(cell) as string[]).map((text) => ({ field, text, isNumber })) : [{ field, text: String(cell), isNumber }]
}
