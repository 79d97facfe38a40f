import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ListStore } from '../../store/listStore'
import type { ChangesSince } from '../columns/carried/carried'
import type { OverIds } from '../columns/carried/carriedColumn'

type KeyIndex = Pick<ListStore, 'firstIds' | 'idBefore'>

/** The place of every record in the order of the keys. The index has it; sorting a million numbers again would take seconds. */
export async function loadKeyOrder(lists: KeyIndex, kind: RecordKind, ids: Int32Array): Promise<OverIds> {
  return placesOf(ids, await lists.firstIds(kind, { by: 'key', descending: false }, -1))
}

/** The same of a later state: touched records are taken out, and those that are there put behind the one that the index has before them. */
export async function carryKeyOrder(lists: KeyIndex, kind: RecordKind, former: OverIds, ids: Int32Array, changes: ChangesSince): Promise<OverIds | null> {
  if (!changes.touches(kind)) return former
  if ('starts' in former.column) return null
  const next = new Map<number, number>()
  for (const id of await changes.present(kind)) next.set((await lists.idBefore(kind, id)) ?? beforeAll, id)
  const touched = new Set(changes.touched(kind))
  const inOrder = new Int32Array(ids.length)
  let at = 0
  const putWithNext = (id: number): void => {
    if (id !== beforeAll) inOrder[at++] = id
    for (let following = next.get(id); following !== undefined; following = next.get(following)) inOrder[at++] = following
  }
  putWithNext(beforeAll)
  for (const id of inFormerOrder(former.ids, former.column.ranks)) if (!touched.has(id)) putWithNext(id)
  return at === ids.length ? placesOf(ids, inOrder) : null
}

const beforeAll = -1

function inFormerOrder(ids: Int32Array, ranks: Int32Array): Int32Array {
  const inOrder = new Int32Array(ids.length)
  for (let row = 0; row < ids.length; row++) inOrder[ranks[row] as number] = ids[row] as number
  return inOrder
}

function placesOf(ids: Int32Array, inKeyOrder: Int32Array): OverIds {
  const rowOfId = new Int32Array((ids.at(-1) ?? 0) + 1)
  for (let row = 0; row < ids.length; row++) rowOfId[ids[row] as number] = row
  const ranks = new Int32Array(ids.length)
  for (let rank = 0; rank < inKeyOrder.length; rank++) ranks[rowOfId[inKeyOrder[rank] as number] as number] = rank
  return { ids, column: { ranks, values: Array.from({ length: ids.length }, (_, rank) => rank) }, order: 'plain' }
}
