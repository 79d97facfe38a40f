import { attachmentsField, listDefinitions, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import type { ColumnSource } from '../../store/columnSource'
import type { ListStore } from '../../store/listStore'
import type { ChangesSince } from '../columns/carried/carried'
import { carryColumn, type OverIds } from '../columns/carried/carriedColumn'
import { loadColumn, storedField } from '../columns/fieldColumns'
import type { RankedColumn, RankedLists, ValueOrder } from '../columns/rankedColumn'
import { unitKinds, type RegisterColumns } from '../columns/registerColumns'
import { loadComputed, type ComputedContext } from './computedColumns'
import { rowsOfIds } from './filterRows'
import { createPlaceNames } from './placeNames'
import { carryKeyOrder, loadKeyOrder } from './keyOrder'
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
    if (field.stored !== undefined) return ofFields.values(field.stored, orderOf(field))
    const all = async () => ({ ids: await ids(), ...(await loadComputed(kind, field, context(source, await ids(), allRows(await ids()), today))) })
    return (await columns.derived(`${kind} ${field.name}`, today, all, (former, changes) => carryComputed(field, today, former, changes))).column
  }

  /** Where a record belongs may change with any unit; of files nobody tells. */
  async function carryComputed(field: ListField, today: number, former: OverIds, changes: ChangesSince): Promise<OverIds | null> {
    if (field.name === attachmentsField.name || changes.touches(...unitKinds)) return null
    const now = await ids()
    return carryColumn(record, former, now, changes, async (present, only) => (await loadComputed(kind, field, context(only, present, rowsOfIds(now, present), today))).column)
  }

  /** @param asked  the ids of `rows`, which is all that `from` is read for */
  function context(from: ColumnSource, asked: Int32Array, rows: Int32Array, today: number): ComputedContext {
    // What a computed field is made from is not kept: only its result is.
    const stored = async (field: string) => loadColumn(from, record, storedField(record, field), asked, 'plain')
    return {
      columns, names, today, rows, ids: asked,
      dates: async (field) => {
        const { ranks, values } = await stored(field)
        return ranks.map((rank) => Number(values[rank] ?? 0))
      },
      texts: async (field) => {
        const { ranks, values } = await stored(field)
        return Array.from(ranks, (rank) => (rank < values.length ? String(values[rank]) : null))
      },
    }
  }

  async function placesByKey(): Promise<RankedColumn> {
    const load = async (): Promise<OverIds> => loadKeyOrder(lists, record, await ids())
    return rankedOnce((await columns.derived(`${kind} keys`, 0, load, async (former, changes) => carryKeyOrder(lists, record, former, await ids(), changes))).column)
  }

  /** The order of rows with several values is kept while nothing touches it: one row elsewhere moves the places of all. */
  async function placesByLists(field: ListField, today: number): Promise<RankedColumn> {
    const load = async (): Promise<OverIds> => ({ ids: await ids(), column: rankedOnce(await values(field, today)), order: 'plain' })
    const [day, kinds] = field.stored === undefined ? [today, [record, ...unitKinds]] : [0, [record]]
    return rankedOnce((await columns.derived(`${kind} ${field.name} places`, day, load, (former, changes) => (changes.touches(...kinds) ? null : former))).column)
  }

  const values: KindColumns['values'] = (field, today) => remembered(loaded, keyOf(field, today), () => load(field, today))
  return {
    ids,
    values,
    sortable: (field, today) => remembered(ranked, keyOf(field, today), async () => {
      if (field === listDefinitions[kind].fields[0]) return placesByKey()
      const column = await values(field, today)
      return 'starts' in column ? placesByLists(field, today) : column
    }),
  }
}

/** One rank a row. */
function rankedOnce(column: RankedColumn | RankedLists): RankedColumn {
  return 'starts' in column ? rankLists(column) : column
}

function allRows(ids: Int32Array): Int32Array {
  const rows = new Int32Array(ids.length)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  return rows
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
