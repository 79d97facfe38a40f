import { packRecord, recordKinds, type RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ChangeSet } from '../changeSet'
import type { EvidenceRun } from './evidenceWriter'
import { createDigestList, type DigestList } from './digestList'
import type { InsertedRun } from './journalChain'
import type { RecordWriter } from './recordWriter'

export interface Insertion {
  /** Id of each insert, in their order. */
  ids: number[]
  /** One run a kind, in the order of the kinds. */
  runs: InsertedRun[]
  /** Digests of the inserted records, run by run in id order. */
  digests: Uint8Array[]
}

interface Writers {
  recordsOf(kind: RecordKind): RecordWriter
}

/**
 * New records, in one pass for each table: tables that are filled in turn keep their pages and code in the processor's
 * caches, which halves the time of the search index.
 *
 * @param step called twice for each record
 */
export function insertRecords({ recordsOf }: Writers, inserts: ChangeSet['inserts'], step: () => void): Insertion {
  const states = new Map<RecordKind, { run: InsertedRun; digests: DigestList }>()
  const ids: number[] = []
  for (const { kind, values } of inserts) {
    let state = states.get(kind)
    if (state === undefined) {
      const firstId = recordsOf(kind).nextId()
      state = { run: { kind, firstId, lastId: firstId - 1 }, digests: createDigestList() }
      states.set(kind, state)
    }
    const id = ++state.run.lastId
    ids.push(id)
    state.digests.add(recordsOf(kind).insert(id, values))
    step()
  }
  for (const kind of states.keys()) linkNames(recordsOf(kind), kind, inserts, ids)
  inserts.forEach(({ kind, values }, at) => {
    recordsOf(kind).index(ids[at] ?? 0, values)
    step()
  })
  const inKindOrder = recordKinds.map((kind) => states.get(kind)).filter((state) => state !== undefined)
  return { ids, runs: inKindOrder.map(({ run }) => run), digests: inKindOrder.map(({ digests }) => digests.bytes()) }
}

function linkNames(records: RecordWriter, kind: RecordKind, inserts: ChangeSet['inserts'], ids: readonly number[]): void {
  const links = records.openLinks()
  inserts.forEach((insert, at) => {
    if (insert.kind === kind) links.add(ids[at] ?? 0, insert.values)
  })
  links.finish()
}

/** The rows that support new records; `sourceId` tells the id of a source named by its index in the batch. */
export function supportInserts(evidence: EvidenceRun, inserts: ChangeSet['inserts'], ids: readonly number[], sourceId: (index: number) => number): void {
  inserts.forEach(({ kind, evidence: rows }, at) => {
    for (const { source, row, diff } of rows) evidence.put(packRecord(kind, ids[at] ?? 0), sourceId(source), row, diff)
  })
}
