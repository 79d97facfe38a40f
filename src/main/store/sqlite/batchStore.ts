import type { BatchStore, StoredBatch } from '../registerStore'
import type { ReadDb } from './database'
import { createQueryRunner, sql } from './query'
import type { BatchTable } from './schema'

export function createBatchStore(db: ReadDb): BatchStore {
  const query = createQueryRunner(db)
  return {
    async get(id) {
      const row = query.first(sql.selectFrom('batch').selectAll().where('id', '=', id))
      return row ? toStoredBatch(row) : null
    },
    async list() {
      return query.all(sql.selectFrom('batch').selectAll().orderBy('id', 'desc')).map(toStoredBatch)
    },
  }
}

function toStoredBatch(row: BatchTable): StoredBatch {
  const { id, sha256, format, kind, at, operator, state } = row
  return {
    id, fileName: row.file_name, sha256, sizeBytes: row.size_bytes, format, kind, at, operator, programVersion: row.program_version, state, undoneAt: row.undone_at,
    options: JSON.parse(row.options) as StoredBatch['options'],
    summary: JSON.parse(row.summary) as StoredBatch['summary'],
  }
}
