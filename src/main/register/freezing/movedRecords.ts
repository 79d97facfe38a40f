import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { NumbersBehind } from './numbersBehind'

/** Record ids by kind. */
export type RecordIds = ReadonlyMap<RecordKind, ReadonlySet<number>>

/**
 * The records that a form counts in other cells than it did. Cell by cell two lists of ids are compared, which nearly always
 * are the same: of a million records that did not move none is looked at on its own.
 */
export function movedRecords(before: readonly NumbersBehind[], now: readonly NumbersBehind[]): Map<RecordKind, Set<number>> {
  const moved = new Map<RecordKind, Set<number>>()
  const cellsNow = idsOfCells(now)
  const cellsBefore = idsOfCells(before)
  for (const [cell, { kind, ids }] of [...cellsBefore, ...cellsNow]) {
    const [then, after] = [cellsBefore.get(cell)?.ids ?? [], cellsNow.get(cell)?.ids ?? []]
    if (isSame(then, after)) continue
    const elsewhere = new Set(ids === then ? after : then)
    const known = moved.get(kind) ?? new Set<number>()
    for (const id of ids) if (!elsewhere.has(id)) known.add(id)
    moved.set(kind, known)
  }
  return moved
}

function idsOfCells(numbers: readonly NumbersBehind[]): Map<string, { kind: RecordKind; ids: readonly number[] }> {
  return new Map(numbers.flatMap(({ kind, column, rows }) => rows.map(({ region, ids }) => [`${kind} ${column} ${region}`, { kind, ids }] as const)))
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
