import { kindNumber, type RecordKind } from '../../../shared/domain/catalogue/fields'
import type { WriteDb } from './database'
import { chainLink, firstLink, runsText, type ChangeSetHeader, type JournalRow } from './journalChain'

export interface JournalWriter {
  sequence(): number
  /** Writes the rows and the change set with its link of the chain. */
  append(header: ChangeSetHeader, insertedDigests: readonly string[], rows: readonly JournalRow[]): void
}

type JournalCells = [number, number, number, number, string, string | null]
type HeaderCells = [number, number, string, string, string | null, number | null, string | null, Buffer]

export function createJournalWriter(db: WriteDb): JournalWriter {
  const lastSequence = db.prepare<[], number>('SELECT coalesce(max(sequence), 0) FROM change_set').pluck()
  const lastChain = db.prepare<[], Buffer>('SELECT chain FROM change_set ORDER BY sequence DESC LIMIT 1').pluck()
  const insertRow = db.prepare<JournalCells>('INSERT INTO journal (kind, record, change_set, op, digest_before, old) VALUES (?, ?, ?, ?, unhex(?), ?)')
  const insertHeader = db.prepare<HeaderCells>(
    'INSERT INTO change_set (sequence, at, operator, kind, note, batch, inserted, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  return {
    sequence: () => lastSequence.get() ?? 0,
    append(header, insertedDigests, rows) {
      const { sequence, at, operator, kind, note, batch, inserted } = header
      const ordered = rows.toSorted((a, b) => a.kind - b.kind || a.record - b.record)
      const chain = chainLink(lastChain.get() ?? firstLink, header, insertedDigests, ordered)
      for (const row of ordered) insertRow.run(row.kind, row.record, sequence, row.op, row.digestBefore, row.old)
      insertHeader.run(sequence, at, operator, kind, note, batch, runsText(inserted), chain)
    },
  }
}

export function journalRow(kind: RecordKind, record: number, op: number, digestBefore: string, old: object | null): JournalRow {
  return { kind: kindNumber[kind], record, op, digestBefore, old: old === null ? null : JSON.stringify(old) }
}
