import { listDefinitions, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import type { ColumnSource } from '../../store/columnSource'
import type { ListStore } from '../../store/listStore'
import { loadColumn, storedField } from '../columns/fieldColumns'
import type { RankedColumn, RankedLists, ValueOrder } from '../columns/rankedColumn'
import type { RegisterColumns } from '../columns/registerColumns'
import { loadComputed, type ComputedContext } from './computedColumns'
import { createPlaceNames } from './placeNames'
import { rankLists } from './sortRows'

/** The columns of one kind as of one sequence, loaded field by field as queries need them. */
export interface KindColumns {
  ids(): Promise<Int32Array>
  /** The values of a field; computed fields hold on `today` (packed). */
  values(field: ListField, today: number): Promise<RankedColumn | RankedLists>
  /** One rank a row, also for fields with several values. */
  sortable(field: ListField, today: number): Promise<RankedColumn>
}

export function createKindColumns(source: ColumnSource, lists: ListStore, kind: ListKind, columns: RegisterColumns): KindColumns {
  const { record } = listDefinitions[kind]
  const loaded = new Map<string, Promise<RankedColumn | RankedLists>>()
  const ranked = new Map<string, Promise<RankedColumn>>()
  const ofFields = columns.stored(record)
  const { ids } = ofFields
  const names = createPlaceNames(columns.city, columns.places)

  async function load(field: ListField, today: number): Promise<RankedColumn | RankedLists> {
    if (field.stored === undefined) return loadComputed(kind, field, context(today))
    return ofFields.values(field.stored, orderOf(field))
  }

  function context(today: number): ComputedContext {
    // What a computed field is made from is not kept: only its result is.
    const stored = async (field: string, order: ValueOrder) => loadColumn(source, record, storedField(record, field), await ids(), order)
    return {
      columns, names, today, ids,
      dates: async (field) => {
        const { ranks, values } = await stored(field, 'plain')
        return ranks.map((rank) => Number(values[rank] ?? 0))
      },
      texts: async (field) => {
        const { ranks, values } = await stored(field, 'plain')
        return Array.from(ranks, (rank) => (rank < values.length ? String(values[rank]) : null))
      },
    }
  }

  const values: KindColumns['values'] = (field, today) => remembered(loaded, keyOf(field, today), () => load(field, today))
  return {
    ids,
    values,
    sortable: (field, today) => remembered(ranked, keyOf(field, today), async () => {
      // The index of the key has the order; sorting a million numbers again would take seconds.
      if (field === listDefinitions[kind].fields[0]) return rankKeys(await ids(), await lists.firstIds(record, { by: 'key', descending: false }, -1))
      const column = await values(field, today)
      return 'starts' in column ? rankLists(column) : column
    }),
  }
}

function rankKeys(ids: Int32Array, inKeyOrder: ArrayLike<number>): RankedColumn {
  const rowOfId = new Int32Array((ids.at(-1) ?? 0) + 1)
  for (let row = 0; row < ids.length; row++) rowOfId[ids[row] as number] = row
  const ranks = new Int32Array(ids.length)
  for (let rank = 0; rank < inKeyOrder.length; rank++) ranks[rowOfId[inKeyOrder[rank] as number] as number] = rank
  return { ranks, values: Array.from({ length: ids.length }, (_, rank) => rank) }
}

function keyOf(field: ListField, today: number): string {
  return field.stored === undefined ? `${field.name} ${today}` : field.name
}

function orderOf(field: ListField): ValueOrder {
  return field.type === 'text' || field.type === 'texts' ? 'pinyin' : 'plain'
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  let value = known.get(key)
  if (value === undefined) {
    value = load()
    known.set(key, value)
  }
  return value
}
