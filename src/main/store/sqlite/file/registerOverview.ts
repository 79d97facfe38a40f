import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { succeed, type Result } from '../../../../shared/domain/result'
import { openAsItIs } from './openRegister'
import { codecOf } from '../records/recordCodec'
import { firstLink, lastSequence } from './registerFacts'
import { toStoreFailure } from './sqliteFailure'

export interface RegisterOverview {
  info: ReadonlyMap<string, string>
  counts: Readonly<Partial<Record<RecordKind, number>>>
  /** Last change set; 0 when there is none. */
  sequence: number
  /** As {@link firstLink}. */
  origin: string | null
  /** Of the last change set, epoch milliseconds; null when there is none. */
  changedAt: number | null
}

/**
 * What a register says of itself, whatever this program's version: it is neither migrated nor otherwise changed. A kind
 * that it does not know yet has no count.
 *
 * @returns what openAsItIs refuses
 */
export function readRegisterOverview(path: string): Result<RegisterOverview> {
  const opened = openAsItIs(path)
  if (!opened.ok) return opened
  const { db, close } = opened.value
  try {
    const info = new Map(db.prepare<[], [string, string]>('SELECT key, value FROM register_info').raw().all())
    const tables = new Set(db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
    const counts: Partial<Record<RecordKind, number>> = {}
    for (const kind of Object.keys(kindDefinitions) as RecordKind[]) {
      const { table } = codecOf(kind)
      if (tables.has(table)) counts[kind] = db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
    }
    const changedAt = db.prepare<[], number | null>('SELECT at FROM change_set ORDER BY sequence DESC LIMIT 1').pluck().get() ?? null
    return succeed({ info, counts, sequence: lastSequence(db), origin: firstLink(db), changedAt })
  } catch (error) {
    return toStoreFailure(error)
  } finally {
    close()
  }
}

/** As `origin` of {@link readRegisterOverview}, without counting anything; null too where it cannot be read. */
export function readOrigin(path: string): string | null {
  const opened = openAsItIs(path)
  if (!opened.ok) return null
  try {
    return firstLink(opened.value.db)
  } catch (error) {
    toStoreFailure(error) // throws on what no disk and no damage explains
    return null
  } finally {
    opened.value.close()
  }
}
