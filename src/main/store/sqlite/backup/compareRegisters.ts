import { recordKinds } from '../../../../shared/domain/catalogue/fields'
import { succeed, type Result } from '../../../../shared/domain/result'
import { openAsItIs } from '../file/openRegister'
import { codecOf } from '../records/recordCodec'
import { toStoreFailure } from '../file/sqliteFailure'

/** Records of all kinds, told apart by number and digest, and the forms that were frozen. */
export interface RegisterDifferences {
  onlyFirst: number
  onlySecond: number
  different: number
  /** Frozen forms that only the first has: a later state of the same register may have closed a period since. */
  onlyFirstFrozen: number
}

/**
 * How many records two registers have each for itself, and how many of the same number are not the same. Neither is
 * changed; a kind that one of them does not know yet has no records there.
 *
 * @returns what openAsItIs refuses
 */
export function compareRegisters(first: string, second: string): Result<RegisterDifferences> {
  const opened = openAsItIs(first)
  if (!opened.ok) return opened
  const { db, close } = opened.value
  const sum: RegisterDifferences = { onlyFirst: 0, onlySecond: 0, different: 0, onlyFirstFrozen: 0 }
  try {
    db.prepare<[string]>('ATTACH ? AS other').run(second)
    const tablesOf = (schema: string): Set<string> => new Set(db.prepare<[], string>(`SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table'`).pluck().all())
    const [mine, theirs] = [tablesOf('main'), tablesOf('other')]
    const count = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0
    for (const kind of recordKinds) {
      const { table, keyColumn } = codecOf(kind)
      const missing = (from: string, to: string): number => count(`SELECT count(*) FROM ${from}.${table} AS a WHERE NOT EXISTS (SELECT 1 FROM ${to}.${table} AS b WHERE b.${keyColumn} = a.${keyColumn})`)
      if (!mine.has(table) || !theirs.has(table)) {
        sum.onlyFirst += mine.has(table) ? count(`SELECT count(*) FROM main.${table}`) : 0
        sum.onlySecond += theirs.has(table) ? count(`SELECT count(*) FROM other.${table}`) : 0
        continue
      }
      sum.onlyFirst += missing('main', 'other')
      sum.onlySecond += missing('other', 'main')
      sum.different += count(`SELECT count(*) FROM main.${table} AS a CROSS JOIN other.${table} AS b ON b.${keyColumn} = a.${keyColumn} WHERE a.digest <> b.digest`)
    }
    if (mine.has('frozen_report')) {
      const known = theirs.has('frozen_report') ? 'SELECT 1 FROM other.frozen_report AS b WHERE b.form = a.form AND b.period = a.period AND b.version = a.version AND b.sha256 = a.sha256' : 'SELECT 1 WHERE 0'
      sum.onlyFirstFrozen = count(`SELECT count(*) FROM main.frozen_report AS a WHERE NOT EXISTS (${known})`)
    }
    return succeed(sum)
  } catch (error) {
    return toStoreFailure(error)
  } finally {
    close()
  }
}
