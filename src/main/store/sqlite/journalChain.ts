import { createHash } from 'node:crypto'
import { kindNumber, type RecordKind } from '../../../shared/domain/catalogue/fields'

/**
 * The chain that ties every change set to all before it: sha256(previous chain, header, rows). Rows are the journal's
 * in key order; an insertion adds only its digest, and the header the run of ids it belongs to. A check recomputes it
 * from the register: the digest at insertion is the one before the record's first journal entry, else today's.
 */

export interface InsertedRun {
  kind: RecordKind
  firstId: number
  lastId: number
}

/** What a change set row says besides its chain. */
export interface ChangeSetHeader {
  sequence: number
  at: number
  operator: string
  kind: string
  note: string | null
  batch: number | null
  inserted: readonly InsertedRun[]
  /** Digest of what the batch brought besides records; null without a new batch. */
  batchDigest: string | null
}

export const operations = { update: 1, delete: 2 } as const

export interface JournalRow {
  /** Number of the kind. */
  kind: number
  record: number
  op: number
  digestBefore: string
  old: string | null
}

export const firstLink = Buffer.alloc(32)

/**
 * @param insertedDigests digests of the inserted records, run by run in id order
 * @param rows            journal rows ordered by (kind, record)
 */
export function chainLink(previous: Buffer, header: ChangeSetHeader, insertedDigests: Iterable<string>, rows: Iterable<JournalRow>): Buffer {
  const sum = createHash('sha256').update(previous).update(headerText(header))
  for (const digest of insertedDigests) sum.update(digest)
  for (const row of rows) {
    sum.update(JSON.stringify([row.kind, row.record, row.op, row.digestBefore, row.old]))
  }
  return sum.digest()
}

/** `[kind number, first id, last id]` runs, as the change set's row keeps them. */
export function runsText(runs: readonly InsertedRun[]): string | null {
  return runs.length === 0 ? null : JSON.stringify(runs.map(({ kind, firstId, lastId }) => [kindNumber[kind], firstId, lastId]))
}

function headerText(header: ChangeSetHeader): string {
  const { sequence, at, operator, kind, note, batch, inserted, batchDigest } = header
  return JSON.stringify([sequence, at, operator, kind, note, batch, runsText(inserted), batchDigest])
}
