import { kindNumber, recordKinds, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { RegisterProblem } from '../../registerProblem'
import type { ReadDb } from '../file/database'
import { addToSum, evidenceHash } from '../evidence/evidenceChecksum'
import { handEditDigest } from '../journal/handEditWriter'
import { noteDigest } from '../notes/noteWriter'
import { packedSubject } from './packedSubject'
import { codecOf, digestHex } from '../records/recordCodec'

type EvidenceRow = [rec: number, source: number, row: number, diff: string | null]

/** Every source's checksum computed again over its rows, and every row's record and source. */
export function* checkEvidence(db: ReadDb): Generator<RegisterProblem> {
  yield* checkSums(db, 'evidence', 'evidence_sum')
  yield* checkSums(db, 'withdrawn', 'withdrawn_sum')
  for (const kind of recordKinds) yield* checkOwners(db, kind)
}

/** Rows that count, or rows of undone batches that a redo needs. */
function* checkSums(db: ReadDb, table: 'evidence' | 'withdrawn', column: 'evidence_sum' | 'withdrawn_sum'): Generator<RegisterProblem> {
  const sums = new Map<number, number>()
  for (const [rec, source, row, diff] of db.prepare<[], EvidenceRow>(`SELECT rec, source, row, diff FROM ${table}`).raw().iterate()) {
    sums.set(source, addToSum(sums.get(source) ?? 0, evidenceHash(rec, row, diff)))
  }
  for (const { id, batch, sum } of db.prepare<[], { id: number; batch: number; sum: number }>(`SELECT id, batch, ${column} AS sum FROM source`).iterate()) {
    if ((sums.get(id) ?? 0) !== sum) yield { problem: 'evidence_changed', batch, detail: `source ${id}` }
    sums.delete(id)
  }
  for (const source of sums.keys()) yield { problem: 'evidence_without_source', detail: `source ${source}` }
}

function* checkOwners(db: ReadDb, kind: RecordKind): Generator<RegisterProblem> {
  const orphans = db.prepare<[], number>(`
    SELECT DISTINCT rec FROM evidence
     WHERE rec % 16 = ${kindNumber[kind]} AND NOT EXISTS (SELECT 1 FROM ${codecOf(kind).table} WHERE id = rec / 16)`)
  for (const rec of orphans.pluck().iterate()) yield { problem: 'evidence_without_record', kind, ...packedSubject(rec) }
}

interface HandEditRow {
  rec: number
  values: string
  since: string | null
  change_set: number
  digest: string
}

export function* checkHandEdits(db: ReadDb): Generator<RegisterProblem> {
  for (const row of db.prepare<[], HandEditRow>(`SELECT rec, "values", since, change_set, ${digestHex} AS digest FROM hand_edit`).iterate()) {
    if (handEditDigest(row.rec, row.values, row.since, row.change_set) !== row.digest) yield { problem: 'hand_edit_changed', ...packedSubject(row.rec) }
  }
}

interface NoteRow {
  rec: number
  text: string
  follow_up_on: string | null
  change_set: number
  digest: string
}

export function* checkNotes(db: ReadDb): Generator<RegisterProblem> {
  for (const row of db.prepare<[], NoteRow>(`SELECT rec, text, follow_up_on, change_set, ${digestHex} AS digest FROM note`).iterate()) {
    const note = { text: row.text, followUpOn: row.follow_up_on }
    if (noteDigest(row.rec, note, row.change_set) !== row.digest) yield { problem: 'note_changed', ...packedSubject(row.rec) }
  }
}
