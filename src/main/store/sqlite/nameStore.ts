import type { NameStore } from '../registerStore'
import type { ReadDb } from './database'
import type { NameReader } from './nameTable'
import { createQueryRunner, sql } from './query'

export function createNameStore(db: ReadDb, names: NameReader): NameStore {
  const query = createQueryRunner(db)
  return {
    async ids(texts) {
      const found = new Map<string, number>()
      for (const text of texts) {
        const id = names.idOf(text)
        if (id !== undefined) found.set(text, id)
      }
      return found
    },
    async decisions() {
      const rows = query.all(sql.selectFrom('name_decision').select(['name', 'unit']))
      return new Map(rows.map(({ name, unit }) => [name, unit]))
    },
  }
}
