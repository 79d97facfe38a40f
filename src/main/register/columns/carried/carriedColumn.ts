import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { ColumnSource } from '../../../store/columnSource'
import type { RankedColumn, RankedLists, ValueOrder } from '../rankedColumn'
import type { ChangesSince } from './carried'
import { spliceOf, type Splice } from './splice'
import { spliceLists, spliceRanked } from './spliceRanked'

/** A column with the ids that its rows are of, and the order of its values. */
export interface OverIds {
  ids: Int32Array
  column: RankedColumn | RankedLists
  order: ValueOrder
}

/**
 * What a column becomes in a later state: touched records are made anew, the others keep what they have.
 *
 * @param ids   of all records in the later state
 * @param make  the column of the touched records that are there, by their ids and a source that has them alone
 * @returns     null where it has to be loaded
 */
export async function carryColumn(kind: RecordKind, former: OverIds, ids: Int32Array, changes: ChangesSince, make: (present: Int32Array, only: ColumnSource) => Promise<OverIds['column']>): Promise<OverIds | null> {
  if (!changes.touches(kind)) return former
  const present = await changes.present(kind)
  const splice = spliceOf(former.ids, changes.touched(kind), present)
  if (splice.rows !== ids.length) return null
  const column = spliceColumn(former, await make(present, changes.only(kind)), splice)
  return column === null ? null : { ids, column, order: former.order }
}

function spliceColumn({ column: former, order }: OverIds, changed: OverIds['column'], splice: Splice): OverIds['column'] | null {
  if ('starts' in former) return 'starts' in changed ? spliceLists(former, changed, splice, order) : null
  return 'starts' in changed ? null : spliceRanked(former, changed, splice, order)
}
