import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import { foldRecord } from '../../../../shared/domain/merging/foldRecord'
import type { PendingRecord, PendingStatement } from '../pending/pendingRecord'
import { newSourceOrder } from '../pending/pendingRecords'
import type { PendingChanges } from './pendingChanges'
import { sameValues } from '../../evidence/recordDifference'

/** The records that a judged file speaks about, with what it says of them, by kind and key. */
export type TouchedRecords = ReadonlyMap<RecordKind, ReadonlyMap<string, PendingRecord>>

export function countTouched(touched: TouchedRecords): number {
  let count = 0
  for (const records of touched.values()) count += records.size
  return count
}

/**
 * What several files would make of the register, were they committed one after the other: a record that several speak
 * about is folded from all that they say.
 *
 * @param files  in the order of their commit, all judged against the same state of the register
 */
export function mergePending(files: readonly TouchedRecords[]): PendingChanges {
  const changes = new Map<RecordKind, { updates: Map<number, Values>; inserts: Values[] }>()
  for (const [kind, records] of gather(files)) {
    const updates = new Map<number, Values>()
    const inserts: Values[] = []
    for (const parts of records.values()) {
      const stored = parts[0]?.record.stored ?? null
      const values = parts.length === 1 ? parts[0]?.record.current : foldParts(kind, parts)
      if (values === undefined) continue
      if (stored === null) inserts.push(values)
      else if (!sameValues(kind, stored.values, values)) updates.set(stored.id, values)
    }
    if (updates.size + inserts.length > 0) changes.set(kind, { updates, inserts })
  }
  return changes
}

interface Part { place: number; record: PendingRecord }

function gather(files: readonly TouchedRecords[]): Map<RecordKind, Map<string, Part[]>> {
  const gathered = new Map<RecordKind, Map<string, Part[]>>()
  files.forEach((touched, place) => {
    for (const [kind, records] of touched) {
      const known = gathered.get(kind) ?? new Map<string, Part[]>()
      gathered.set(kind, known)
      for (const [key, record] of records) {
        if (record.own.length === 0) continue
        const parts = known.get(key)
        if (parts) parts.push({ place, record })
        else known.set(key, [{ place, record }])
      }
    }
  })
  return gathered
}

/** Undefined when none of the files found anything to change: what supports the record was then not even read. */
function foldParts(kind: RecordKind, parts: readonly Part[]): Values | undefined {
  const [first] = parts
  const known = parts.find(({ record }) => record.prior !== null)?.record
  if (first?.record.stored && !known) return undefined
  const own = parts.flatMap(({ place, record }) => record.own.map((statement) => later(statement, place)))
  return foldRecord(kind, [...(known?.prior ?? []).map(({ statement }) => statement), ...own], known?.hand)
}

/** Sheets of a file have a hundred places among the sources to come. */
const placesOfFile = 100

/** New files stand behind each other; one that is imported again keeps the place of its first import. */
function later(statement: PendingStatement, place: number): PendingStatement {
  const [source, row] = statement.order
  return source < newSourceOrder ? statement : { ...statement, order: [source + Math.min(place, placesOfFile - 2) * placesOfFile, row] }
}
