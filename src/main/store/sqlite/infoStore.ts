import type { InfoStore } from '../registerStore'
import type { ReadDb } from './file/database'
import { refusing } from './file/sqliteFailure'
import { createQueryRunner, sql } from './query'

/** One small setting of a register that is just being opened. */
export function readInfo(db: ReadDb, key: string): string | null {
  return createQueryRunner(db).first(sql.selectFrom('register_info').select('value').where('key', '=', key))?.value ?? null
}

/** Small settings of the register, e.g. who works with it; `set` needs a register opened for writing. */
export function createInfoStore(db: ReadDb): InfoStore {
  const query = createQueryRunner(db)
  const replace = db.prepare<[string, string]>('INSERT INTO register_info (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  return {
    async get(key) {
      return query.first(sql.selectFrom('register_info').select('value').where('key', '=', key))?.value ?? null
    },
    async set(key, value) {
      refusing(() => replace.run(key, value))
    },
  }
}
