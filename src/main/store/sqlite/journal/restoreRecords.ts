import { recordKinds, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import type { RecordRestore } from '../../changeSet'
import { canonicalRecord, digestHexLength, type CanonicalRecord } from '../records/canonicalRecord'
import { createDigestList, type DigestList } from '../batches/digestList'
import { idRuns } from '../records/idRuns'
import { insertEach } from '../records/insertRecords'
import type { InsertedRun } from './journalChain'
import type { RecordWriter } from '../records/recordWriter'

/** A record that comes back, as it is written. */
export interface Returning { id: number; record: CanonicalRecord }

/** The records of one change set that come back under their old ids, in whatever order they come. */
export interface Restorations {
  /** One that is there already, or whose key is taken, is a change by somebody else. @param step  called twice for each record */
  add(kind: RecordKind, returning: readonly Returning[], step: () => void): void
  /** Runs of ids in the order of kinds and ids, with the digests of their records in the same order. */
  finish(): { runs: InsertedRun[]; digests: Uint8Array[] }
}

export function createRestorations(recordsOf: (kind: RecordKind) => RecordWriter): Restorations {
  const states = new Map<RecordKind, { ids: number[]; digests: DigestList }>()
  return {
    add(kind, returning, step) {
      const records = recordsOf(kind)
      const state = states.get(kind) ?? { ids: [], digests: createDigestList() }
      states.set(kind, state)
      const inOrder = returning.toSorted((a, b) => a.id - b.id)
      for (const { id } of inOrder) state.ids.push(id)
      let from = 0
      for (const run of idRuns(inOrder.map(({ id }) => id))) {
        const [there] = records.digestsOfRange(run)
        if (there) throw new Refusal('register_changed', undefined, { kind, id: there[0] })
        const length = run.lastId - run.firstId + 1
        insertEach(records, run.firstId, inOrder.slice(from, from + length).map(({ record }) => record), state.digests, step)
        from += length
      }
    },
    finish() {
      const inKindOrder = recordKinds.flatMap((kind) => { const state = states.get(kind); return state ? [{ kind, ...state }] : [] })
      return {
        runs: inKindOrder.flatMap(({ kind, ids }) => [...idRuns(ids.toSorted((a, b) => a - b))].map((run) => ({ kind, ...run }))),
        digests: inKindOrder.map(({ ids, digests }) => byId(ids, digests.bytes())),
      }
    },
  }
}

/** All records of a change set at once. */
export function restoreRecords(restorations: Restorations, restores: readonly RecordRestore[], step: () => void): void {
  for (const [kind, ofKind] of Map.groupBy(restores, (restore) => restore.kind)) restorations.add(kind, ofKind.map(({ id, values }) => ({ id, record: canonicalRecord(kind, values) })), step)
}

/** Digests that stand in the order in which their records came, in the order of ids. */
function byId(ids: readonly number[], digests: Uint8Array): Uint8Array {
  const ordered = new Uint8Array(digests.length)
  const places = Uint32Array.from(ids.keys()).sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0))
  places.forEach((place, at) => ordered.set(digests.subarray(place * digestHexLength, (place + 1) * digestHexLength), at * digestHexLength))
  return ordered
}
