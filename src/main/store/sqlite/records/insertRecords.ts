import { packRecord, recordKinds, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { ChangeSet } from '../../changeSet'
import { canonicalRecord, type CanonicalRecord } from './canonicalRecord'
import { createDigestList, type DigestList } from '../batches/digestList'
import type { EvidenceRun } from '../evidence/evidenceWriter'
import type { InsertedRun } from '../journal/journalChain'
import type { RecordWriter } from './recordWriter'

/** The new records of one change set, as they come. Those of a kind get ids one after the other. */
export interface Insertions {
  /**
   * @param step called twice for each record
   * @returns the id of the first
   */
  add(kind: RecordKind, records: readonly CanonicalRecord[], step: () => void): number
  /** Writes a record of this change set again; `at` is its place among those of its kind. */
  amend(kind: RecordKind, at: number, record: CanonicalRecord): void
  idOf(kind: RecordKind, at: number): number
  /** One run a kind, in the order of the kinds, with the digests of its records in id order. */
  finish(): { runs: InsertedRun[]; digests: Uint8Array[] }
}

export function createInsertions(recordsOf: (kind: RecordKind) => RecordWriter): Insertions {
  const states = new Map<RecordKind, { run: InsertedRun; digests: DigestList }>()
  const stateOf = (kind: RecordKind) => {
    let state = states.get(kind)
    if (state === undefined) {
      const firstId = recordsOf(kind).nextId()
      state = { run: { kind, firstId, lastId: firstId - 1 }, digests: createDigestList() }
      states.set(kind, state)
    }
    return state
  }
  const idOf = (kind: RecordKind, at: number) => stateOf(kind).run.firstId + at
  return {
    add(kind, records, step) {
      const { run, digests } = stateOf(kind)
      const firstId = run.lastId + 1
      insertEach(recordsOf(kind), firstId, records, digests, step)
      run.lastId += records.length
      return firstId
    },
    amend(kind, at, record) {
      stateOf(kind).digests.replace(at, recordsOf(kind).update(idOf(kind, at), record))
    },
    idOf,
    finish() {
      const inKindOrder = recordKinds.map((kind) => states.get(kind)).filter((state) => state !== undefined)
      return { runs: inKindOrder.map(({ run }) => run), digests: inKindOrder.map(({ digests }) => digests.bytes()) }
    },
  }
}

/**
 * One pass for each table: tables that are filled in turn keep their pages and code in the processor's caches, which
 * halves the time of the search index.
 */
export function insertEach(writer: RecordWriter, firstId: number, records: readonly CanonicalRecord[], digests: DigestList, step: () => void): void {
  records.forEach((record, at) => {
    digests.add(writer.insert(firstId + at, record))
    step()
  })
  const links = writer.openLinks()
  records.forEach((record, at) => links.add(firstId + at, record))
  links.finish()
  records.forEach((record, at) => {
    writer.index(firstId + at, record)
    step()
  })
}

/** @returns the id of each insert, in their order */
export function insertRecords(insertions: Insertions, inserts: ChangeSet['inserts'], step: () => void): number[] {
  const ids: number[] = []
  for (const [kind, places] of Map.groupBy(inserts.keys(), (at) => inserts[at]?.kind ?? 'standard')) {
    let id = insertions.add(kind, places.map((at) => canonicalRecord(kind, inserts[at]?.values ?? {})), step)
    for (const at of places) ids[at] = id++
  }
  return ids
}

/** The rows that support new records; `sourceId` tells the id of a source named by its index in the batch. */
export function supportInserts(evidence: EvidenceRun, inserts: ChangeSet['inserts'], ids: readonly number[], sourceId: (index: number) => number): void {
  inserts.forEach(({ kind, evidence: rows }, at) => {
    for (const { source, row, diff } of rows) evidence.put(packRecord(kind, ids[at] ?? 0), sourceId(source), row, diff)
  })
}
