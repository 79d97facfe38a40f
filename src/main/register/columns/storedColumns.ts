import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ColumnSource } from '../../store/columnSource'
import { loadColumn, loadIds, loadLists, loadNameLists, storedField } from './fieldColumns'
import type { RankedColumn, RankedLists, ValueOrder } from './rankedColumn'

/** Stored fields of one kind as columns over its ids, each loaded when it is first asked for. */
export interface StoredColumns {
  ids(): Promise<Int32Array>
  values(field: string, order: ValueOrder): Promise<RankedColumn | RankedLists>
}

export function createStoredColumns(source: ColumnSource, kind: RecordKind): StoredColumns {
  const loaded = new Map<string, Promise<RankedColumn | RankedLists>>()
  let known: Promise<Int32Array> | null = null
  const ids = (): Promise<Int32Array> => (known ??= loadIds(source, kind))

  async function load(name: string, order: ValueOrder): Promise<RankedColumn | RankedLists> {
    const field = storedField(kind, name)
    if (field.type === 'names' || field.type === 'positions') return loadNameLists(source, kind, await ids())
    if (field.type === 'texts' || field.type === 'integers') return loadLists(source, kind, field, await ids(), order)
    return loadColumn(source, kind, field, await ids(), order)
  }

  return {
    ids,
    values(name, order) {
      const key = `${name} ${order}`
      const column = loaded.get(key) ?? load(name, order)
      loaded.set(key, column)
      return column
    },
  }
}
