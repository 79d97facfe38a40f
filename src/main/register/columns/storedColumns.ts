import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ColumnSource } from '../../store/columnSource'
import { Carried, type ChangesSince, type ColumnState } from './carried/carried'
import { carryColumn, type OverIds } from './carried/carriedColumn'
import { spliceNumbers, spliceOf } from './carried/splice'
import { loadColumn, loadIds, loadLists, loadNameLists, storedField } from './fieldColumns'
import type { RankedColumn, RankedLists, ValueOrder } from './rankedColumn'

/** Stored fields of one kind as columns over its ids, each loaded when it is first asked for. */
export interface StoredColumns {
  ids(): Promise<Int32Array>
  values(field: string, order: ValueOrder): Promise<RankedColumn | RankedLists>
}

/** The stored fields of one kind over the states of a register. */
export class CarriedFields {
  readonly #kind: RecordKind
  readonly #ids = new Carried<Int32Array>()
  readonly #columns = new Map<string, Carried<OverIds>>()

  constructor(kind: RecordKind) {
    this.#kind = kind
  }

  at(state: ColumnState, source: ColumnSource): StoredColumns {
    const ids = (): Promise<Int32Array> => this.#ids.at(state, () => loadIds(source, this.#kind), (former, changes) => this.#carryIds(former, changes))
    return {
      ids,
      values: async (name, order) => {
        const load = async (): Promise<OverIds> => ({ ids: await ids(), column: await loadField(source, this.#kind, name, order, await ids()), order: orderOfField(this.#kind, name, order) })
        return (await this.#column(`${name} ${order}`).at(state, load, async (former, changes) => (
          carryColumn(this.#kind, former, await ids(), changes, (present, only) => loadField(only, this.#kind, name, order, present))
        ))).column
      },
    }
  }

  #column(key: string): Carried<OverIds> {
    const column = this.#columns.get(key) ?? new Carried<OverIds>()
    this.#columns.set(key, column)
    return column
  }

  async #carryIds(former: Int32Array, changes: ChangesSince): Promise<Int32Array> {
    if (!changes.touches(this.#kind)) return former
    const present = await changes.present(this.#kind)
    return spliceNumbers(former, present, spliceOf(former, changes.touched(this.#kind), present))
  }
}

async function loadField(source: ColumnSource, kind: RecordKind, name: string, order: ValueOrder, ids: Int32Array): Promise<RankedColumn | RankedLists> {
  const field = storedField(kind, name)
  if (field.type === 'names' || field.type === 'positions') return loadNameLists(source, kind, ids)
  if (field.type === 'texts' || field.type === 'integers') return loadLists(source, kind, field, ids, order)
  return loadColumn(source, kind, field, ids, order)
}

/** Names are always ordered by pinyin, whatever was asked. */
function orderOfField(kind: RecordKind, name: string, order: ValueOrder): ValueOrder {
  const { type } = storedField(kind, name)
  return type === 'names' || type === 'positions' ? 'pinyin' : order
}
