import { kindNumber, type Values } from '../../../shared/domain/catalogue/fields'
import type { HistoryEntry, HistoryStore } from '../historyStore'
import type { ReadDb } from './database'

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

export function createHistoryReader(db: ReadDb): HistoryStore {
  const changes = db.prepare<[number, number], JournalRow>(changesSql)
  const insertions = db.prepare<[number, number], InsertionRow>(insertionSql)
  return {
    async ofRecord(kind, id) {
      const inserted = insertions.all(kindNumber[kind], id).map((row): HistoryEntry => ({ ...row, change: 'inserted', old: {} }))
      const changed = changes.all(kindNumber[kind], id).map(({ op, old, ...row }): HistoryEntry => ({
        ...row, change: op === 1 ? 'updated' : 'deleted', old: old === null ? {} : (JSON.parse(old) as Values),
      }))
      return [...inserted, ...changed].toSorted((a, b) => a.sequence - b.sequence)
    },
  }
}
