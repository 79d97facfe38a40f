import { kindNumber, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import type { RecordRestore } from '../../changeSet'
import { canonicalRecord } from '../records/canonicalRecord'
import { createDigestList } from '../batches/digestList'
import { idRuns } from '../records/idRuns'
import { insertEach } from '../records/insertRecords'
import type { InsertedRun } from './journalChain'
import type { RecordWriter } from '../records/recordWriter'

/**
 * Each comes back under its own id; one that is there already, or whose key is taken, is a change by somebody else.
 *
 * @returns runs of ids, with the digests of their records in the same order
 */
export function restoreRecords(recordsOf: (kind: RecordKind) => RecordWriter, restores: readonly RecordRestore[], step: () => void): { runs: InsertedRun[]; digests: Uint8Array[] } {
  const runs: InsertedRun[] = []
  const digests = createDigestList()
  const byKind = [...Map.groupBy(restores, ({ kind }) => kind)].toSorted(([a], [b]) => kindNumber[a] - kindNumber[b])
  for (const [kind, ofKind] of byKind) {
    const records = recordsOf(kind)
    const inOrder = ofKind.toSorted((a, b) => a.id - b.id)
    let from = 0
    for (const run of idRuns(inOrder.map(({ id }) => id))) {
      const [there] = records.digestsOfRange(run)
      if (there) throw new Refusal('register_changed', undefined, { kind, id: there[0] })
      const length = run.lastId - run.firstId + 1
      insertEach(records, run.firstId, inOrder.slice(from, from + length).map(({ values }) => canonicalRecord(kind, values)), digests, step)
      runs.push({ kind, ...run })
      from += length
    }
  }
  return { runs, digests: [digests.bytes()] }
}
