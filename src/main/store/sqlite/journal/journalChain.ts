import { createHash } from 'node:crypto'
import { kindNumber, type RecordKind } from '../../../../shared/domain/catalogue/fields'

/**
 * The chain that ties every change set to all before it: sha256(previous chain, header, rows). Rows are the journal's
 * in key order, first those with old values, then those without; an insertion adds only its digest, and the header the
 * run of ids it belongs to. A check recomputes it from the register: the digest at insertion is the one before the
 * record's next journal entry, else today's.
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
 * @param insertedDigests digests of the inserted records in hex, run by run in id order, in any portions
 * @param rowTexts        the journal's rows as `rowText` (or its SQL twin) writes them, in any portions
 */
export function chainLink(previous: Buffer, header: ChangeSetHeader, insertedDigests: Iterable<string | Uint8Array>, rowTexts: Iterable<string>): Buffer {
  const sum = createHash('sha256').update(previous).update(headerText(header))
  for (const digest of insertedDigests) sum.update(digest)
  for (const text of rowTexts) sum.update(text)
  return sum.digest()
}

/** A row of the journal as the chain takes it; a register's links hang on every sign of it. */
export function rowText({ kind, record, op, digestBefore, old }: JournalRow): string {
  return `${kind}:${record}:${op}:${digestBefore}:${old ?? '-'}\n`
}

/** The same text made by SQLite from a journal row, for rows that are not brought into JavaScript one by one. */
export const rowTextSql = "kind || ':' || record || ':' || op || ':' || lower(hex(digest_before)) || ':' || coalesce(old, '-') || char(10)"

/** `[kind number, first id, last id]` runs, as the change set's row keeps them. */
export function runsText(runs: readonly InsertedRun[]): string | null {
  return runs.length === 0 ? null : JSON.stringify(runs.map(({ kind, firstId, lastId }) => [kindNumber[kind], firstId, lastId]))
}

function headerText(header: ChangeSetHeader): string {
  const { sequence, at, operator, kind, note, batch, inserted, batchDigest } = header
  return JSON.stringify([sequence, at, operator, kind, note, batch, runsText(inserted), batchDigest])
}
