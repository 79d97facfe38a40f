import { kindDefinitions, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { holdsAllWords, searchedFieldsOf, type SearchedText } from '../../../shared/domain/search/matching'
import type { SearchHits } from '../listStore'
import type { ReadDb } from './database'
import { searchTableOf } from './searchIndex'

/**
 * Hits whose texts were read and compared: candidates come from the index (`expression`), or are all records of the
 * kind where the index cannot help (a single letter, a kind without an index).
 */
export function confirmedHits(db: ReadDb, kind: RecordKind, words: readonly string[], expression: string | null): SearchHits {
  let found: Int32Array | undefined
  const all = async () => (found ??= collectHits(db, kind, words, expression))
  return { all, count: async () => (await all()).length, first: async (limit) => (await all()).subarray(0, limit) }
}

function collectHits(db: ReadDb, kind: RecordKind, words: readonly string[], expression: string | null): Int32Array {
  const hits: number[] = []
  const namesOf = sideNames(db, kind)
  const rows = db.prepare<string[], [number, ...(string | null)[]]>(candidatesSql(kind, expression !== null)).raw()
  // The names of candidates are read while their statement is open, so the candidates come first.
  for (const [id, ...columns] of rows.all(...(expression === null ? [] : [expression]))) {
    const texts = columns.flatMap((text, index) => searchedTexts(text, index === 0))
    if (holdsAllWords(words, [...texts, ...namesOf(id)])) hits.push(id)
  }
  return Int32Array.from(hits)
}

/** A column's texts; lists are kept as JSON. */
function searchedTexts(column: string | null, isNumber: boolean): SearchedText[] {
  if (column === null) return []
  return column.startsWith('["') ? (JSON.parse(column) as string[]).map((text) => ({ text, isNumber })) : [{ text: column, isNumber }]
}

/** Candidates with the key and the searched columns, by ascending id. */
export function candidatesSql(kind: RecordKind, usesIndex: boolean): string {
  const { table, fields, key, namesTable } = kindDefinitions[kind]
  const names = [key, ...searchedFieldsOf(kind).filter((name) => name !== key && name !== namesTable?.field)]
  const columns = names.map((name) => {
    const field = fields.find((known) => known.name === name)
    return field?.type === 'name' ? `(SELECT text FROM name WHERE id = t.${field.column})` : `t.${field?.column}`
  })
  const select = `SELECT t.id, ${columns.join(', ')} FROM`
  if (!usesIndex) return `${select} ${table} t ORDER BY t.id`
  const index = searchTableOf(kind)
  return `${select} ${index} s CROSS JOIN ${table} t ON t.id = s.rowid WHERE ${index} MATCH ? ORDER BY s.rowid`
}

function sideNames(db: ReadDb, kind: RecordKind): (id: number) => SearchedText[] {
  const { namesTable } = kindDefinitions[kind]
  if (!namesTable || !searchedFieldsOf(kind).includes(namesTable.field)) return () => []
  const texts = db.prepare<[number], string>(
    `SELECT n.text FROM ${namesTable.table} s JOIN name n ON n.id = s.name WHERE s.${namesTable.owner} = ? ORDER BY s.position`,
  ).pluck()
  return (id) => texts.all(id).map((text) => ({ text, isNumber: false }))
}
