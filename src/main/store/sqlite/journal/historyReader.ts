import { kindNumber, kindOfNumber, recordKinds, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import type { OldSupport } from '../../changeSet'
import type { ChangeBy, ChangeSetHead, DeletedRecord, HistoryEntry, HistoryStore, JournaledChangeSet, PersonsChange, RecordChangeSince } from '../../historyStore'
import type { ReadDb } from '../file/database'
import { operations } from './journalChain'
import { supportField } from './journalWriter'
import { codecOf } from '../records/recordCodec'
import { settingsOfNote } from '../settingWriter'

interface JournalRow { sequence: number; at: number; operator: string; reason: string; batch: number | null; op: number; old: string | null }
type InsertionRow = Omit<JournalRow, 'op' | 'old'>

/** By the journal's primary key. */
export const changesSql = `
  SELECT c.sequence, c.at, c.operator, c.kind AS reason, c.batch, j.op, j.old
    FROM journal j CROSS JOIN change_set c ON c.sequence = j.change_set
   WHERE j.kind = ? AND j.record = ?
   ORDER BY j.change_set`

/** Change sets are few; each lists its insertions as [kind, firstId, lastId] runs. */
const insertionSql = `
  SELECT c.sequence, c.at, c.operator, c.kind AS reason, c.batch
    FROM change_set c, json_each(c.inserted) run
   WHERE run.value ->> 0 = ? AND ? BETWEEN run.value ->> 1 AND run.value ->> 2
   ORDER BY c.sequence`

/** Only changes by a person keep what a deleted record was; CROSS JOIN starts from those few. */
export const deletionsSql = `
  SELECT c.sequence, c.at, c.operator, j.kind, j.record, j.old
    FROM change_set c CROSS JOIN journal j ON j.change_set = c.sequence AND j.old IS NOT NULL AND j.op = ${operations.delete}
   WHERE c.kind IN ('edit', 'restore')
   ORDER BY c.sequence DESC`

/** One pass over the journal, however many change sets there were since: no index leads to what went with an undone batch. */
export const changesSinceSql = `
  SELECT c.sequence, c.at, c.operator, c.kind AS reason, c.note, j.kind, j.record, j.op, j.old
    FROM journal j CROSS JOIN change_set c ON c.sequence = j.change_set
   WHERE j.change_set > ?
   ORDER BY c.sequence, j.kind, j.record`

const insertedSinceSql = `
  SELECT c.sequence, c.at, c.operator, c.kind AS reason, c.note, run.value ->> 0 AS kind, run.value ->> 1 AS firstId, run.value ->> 2 AS lastId
    FROM change_set c, json_each(c.inserted) run
   WHERE c.sequence > ?
   ORDER BY c.sequence`

interface SinceRow extends ChangeBy { kind: number; record: number; op: number; old: string | null }

interface ChangeSetRow { sequence: number; reason: string; note: string | null; inserted: string | null }
interface RowOfChangeSet { kind: number; record: number; op: number; old: string }
interface SettingsRow { sequence: number; at: number; operator: string; note: string }
interface DeletionRow { sequence: number; at: number; operator: string; kind: number; record: number; old: string }

export function createHistoryReader(db: ReadDb): HistoryStore {
  const changes = db.prepare<[number, number], JournalRow>(changesSql)
  const insertions = db.prepare<[number, number], InsertionRow>(insertionSql)
  const changeSet = db.prepare<[number], ChangeSetRow>('SELECT sequence, kind AS reason, note, inserted FROM change_set WHERE sequence = ?')
  const rows = db.prepare<[number], RowOfChangeSet>('SELECT kind, record, op, old FROM journal WHERE change_set = ? AND old IS NOT NULL ORDER BY kind, record')
  const deletions = db.prepare<[], DeletionRow>(deletionsSql)
  const persons = db.prepare<[], PersonsChange>("SELECT sequence, note FROM change_set WHERE kind IN ('edit', 'restore') ORDER BY sequence DESC")
  const settings = db.prepare<[number], SettingsRow>("SELECT sequence, at, operator, note FROM change_set WHERE kind = 'settings' AND note IS NOT NULL ORDER BY sequence DESC LIMIT ?")
  const between = db.prepare<[number, number, number], ChangeSetHead>('SELECT sequence, at, operator, kind AS reason, batch FROM change_set WHERE at >= ? AND at < ? ORDER BY sequence DESC LIMIT ?')
  const changedSince = db.prepare<[number], SinceRow>(changesSinceSql)
  const insertedSince = db.prepare<[number], ChangeBy & { kind: number; firstId: number; lastId: number }>(insertedSinceSql)
  const isThere = createPresence(db)
  const lastChange = db.prepare<[number, number], number>('SELECT max(change_set) FROM journal WHERE kind = ? AND record = ?').pluck()
  return {
    async ofRecord(kind, id) {
      const inserted = insertions.all(kindNumber[kind], id).map((row): HistoryEntry => ({ ...row, change: 'inserted', old: {} }))
      const changed = changes.all(kindNumber[kind], id).map(({ op, old, ...row }): HistoryEntry => ({ ...row, change: changeOf(op), ...splitOld(old) }))
      return [...inserted, ...changed].toSorted((a, b) => a.sequence - b.sequence)
    },
    async changeSet(sequence) {
      const row = changeSet.get(sequence)
      return row === undefined ? null : toChangeSet(row, rows.all(sequence))
    },
    since: async (sequence) => ({ changed: changedSince.all(sequence).map(toChangeSince), inserted: insertedSince.all(sequence).map(({ kind, ...run }) => ({ ...run, kind: kindOfNumber(kind) })) }),
    async deletions(limit) {
      const found = new Map<string, DeletedRecord>()
      for (const row of deletions.iterate()) {
        if (found.size >= limit) break
        const kind = kindOfNumber(row.kind)
        const place = `${kind} ${row.record}`
        // One that came back since and then went with its batch is rebuilt by its file, not from here.
        if (found.has(place) || isThere(kind, row.record) || lastChange.get(row.kind, row.record) !== row.sequence) continue
        found.set(place, { kind, id: row.record, sequence: row.sequence, at: row.at, operator: row.operator, old: splitOld(row.old).old })
      }
      return [...found.values()]
    },
    personsChanges: async () => persons.all(),
    between: async (from, to, limit) => between.all(from, to, limit),
    settingsChanges: async (limit = -1) => settings.all(limit).map(({ note, ...row }) => ({ ...row, changes: settingsOfNote(note) })),
  }
}

function toChangeSince({ kind, record, op, old, ...by }: SinceRow): RecordChangeSince {
  return { ...by, kind: kindOfNumber(kind), id: record, change: changeOf(op), old: splitOld(old).old }
}

/** Old values as the journal keeps them, with what else a person's change replaced. */
export function splitOld(text: string | null): { old: Values; support?: OldSupport } {
  if (text === null) return { old: {} }
  const { [supportField]: support, ...old } = JSON.parse(text) as Values & { [supportField]?: OldSupport }
  return support === undefined ? { old } : { old, support }
}

function toChangeSet({ inserted, ...row }: ChangeSetRow, rows: readonly RowOfChangeSet[]): JournaledChangeSet {
  const runs = inserted === null ? [] : (JSON.parse(inserted) as [number, number, number][])
  return {
    ...row,
    inserted: runs.flatMap(([kind, firstId, lastId]) => Array.from({ length: lastId - firstId + 1 }, (_, at) => ({ kind: kindOfNumber(kind), id: firstId + at }))),
    changed: rows.map(({ kind, record, op, old }) => ({ kind: kindOfNumber(kind), id: record, change: changeOf(op), support: {}, ...splitOld(old) })),
  }
}

function createPresence(db: ReadDb): (kind: RecordKind, id: number) => boolean {
  const statements = new Map(recordKinds.map((kind) => [kind, db.prepare<[number], number>(`SELECT 1 FROM ${codecOf(kind).table} WHERE id = ?`).pluck()]))
  return (kind, id) => statements.get(kind)?.get(id) === 1
}

function changeOf(op: number): RecordChangeSince['change'] {
  return op === operations.update ? 'updated' : 'deleted'
}
