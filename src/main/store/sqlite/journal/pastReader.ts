import { kindNumber, type Values } from '../../../../shared/domain/catalogue/fields'
import type { PastReader } from '../../historyStore'
import type { ReadDb } from '../file/database'
import { splitOld } from './historyReader'
import { operations } from './journalChain'

/** By the journal's primary key, the newest change first. */
export const replacedSinceSql = 'SELECT op, old FROM journal WHERE kind = ? AND record = ? AND change_set > ? ORDER BY change_set DESC'

/** By the index over change sets that altered something. */
export const hasChangedSinceSql = 'SELECT EXISTS (SELECT 1 FROM journal WHERE change_set > ? AND old IS NOT NULL)'

type ReplacedCells = [op: number, old: string | null]

export function createPastReader(db: ReadDb): PastReader {
  const link = db.prepare<[number], string>('SELECT lower(hex(chain)) FROM change_set WHERE sequence = ?').pluck()
  const hasChanged = db.prepare<[number], number>(hasChangedSinceSql).pluck()
  const replaced = db.prepare<[number, number, number], ReplacedCells>(replacedSinceSql).raw()
  return {
    link: async (sequence) => link.get(sequence) ?? null,
    hasChangedSince: async (sequence) => hasChanged.get(sequence) === 1,
    async valuesAt(kind, records, sequence) {
      const found = new Map<number, Values>()
      for (const record of records) {
        const then = valuesBefore(record.values, replaced.all(kindNumber[kind], record.id, sequence))
        if (then !== null) found.set(record.id, then)
      }
      return found
    },
  }
}

/** Walks back from today: every change says what it replaced, but for the records that went with their batch. */
function valuesBefore(values: Values, changes: readonly ReplacedCells[]): Values | null {
  if (changes.length === 0) return null
  let then = values
  for (const [op, old] of changes) {
    if (old === null) return null
    then = op === operations.delete ? splitOld(old).old : { ...then, ...splitOld(old).old }
  }
  return then
}
