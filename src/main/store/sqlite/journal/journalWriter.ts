import type { Statement } from 'better-sqlite3'
import { kindNumber, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import type { OldSupport } from '../../changeSet'
import type { WriteDb } from '../file/database'
import type { IdRun } from '../records/idRuns'
import { chainLink, firstLink, operations, rowText, rowTextSql, runsText, type ChangeSetHeader, type JournalRow } from './journalChain'
import { codecOf } from '../records/recordCodec'

export interface JournalWriter {
  sequence(): number
  /** Journals the removal of every record of a run, straight from its table; answers with the rows' chain text. */
  removeRange(kind: RecordKind, run: IdRun, sequence: number): string
  /** Writes the rows and the change set with its link of the chain. */
  append(header: ChangeSetHeader, insertedDigests: readonly (string | Uint8Array)[], rows: readonly JournalRow[], removalTexts: readonly string[]): void
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
    removeRange: createRangeRemover(db),
    append(header, insertedDigests, rows, removalTexts) {
      const { sequence, at, operator, kind, note, batch, inserted } = header
      const ordered = rows.toSorted(inChainOrder)
      const chain = chainLink(lastChain.get() ?? firstLink, header, insertedDigests, [...ordered.map(rowText), ...removalTexts])
      for (const row of ordered) insertRow.run(row.kind, row.record, sequence, row.op, row.digestBefore, row.old)
      insertHeader.run(sequence, at, operator, kind, note, batch, runsText(inserted), chain)
    },
  }
}

function createRangeRemover(db: WriteDb): JournalWriter['removeRange'] {
  const text = db.prepare<[number, number, number, number], string>(
    `SELECT group_concat(${rowTextSql}, '') FROM (SELECT * FROM journal WHERE kind = ? AND record BETWEEN ? AND ? AND change_set = ? ORDER BY record)`).pluck()
  const copies = new Map<RecordKind, Statement<[number, number, number]>>()
  return (kind, { firstId, lastId }, sequence) => {
    const copy = copies.get(kind) ?? db.prepare<[number, number, number]>(copySql(kind))
    copies.set(kind, copy)
    copy.run(sequence, firstId, lastId)
    return text.get(kindNumber[kind], firstId, lastId, sequence) ?? ''
  }
}

function copySql(kind: RecordKind): string {
  return `
    INSERT INTO journal (kind, record, change_set, op, digest_before, old)
    SELECT ${kindNumber[kind]}, id, ?, ${operations.delete}, digest, NULL FROM ${codecOf(kind).table} WHERE id BETWEEN ? AND ?`
}

function inChainOrder(a: JournalRow, b: JournalRow): number {
  return Number(a.old === null) - Number(b.old === null) || a.kind - b.kind || a.record - b.record
}

/** A row of the journal. `old` null: nobody will ask what was there, its file can tell. */
export function journalRow(kind: RecordKind, record: number, op: number, digestBefore: string, old: object | null): JournalRow {
  return { kind: kindNumber[kind], record, op, digestBefore, old: old === null ? null : JSON.stringify(old) }
}

/** Under this name, which no field has, the old values carry what else a person's change replaced. */
export const supportField = '_support'

/** Old values as the journal keeps them, with what else the change replaced. */
export function withSupport(old: Values | null, support: OldSupport | undefined): object | null {
  return old === null || support === undefined ? old : { ...old, [supportField]: support }
}
