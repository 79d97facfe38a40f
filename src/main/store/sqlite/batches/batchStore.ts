import type { BatchStore, RefusedRow, StoredBatch } from '../../registerStore'
import type { ReadDb } from '../file/database'
import { createQueryRunner, sql } from '../query'
import type { BatchTable } from '../schema'

/** The batch's sources first: verdicts are kept by source. */
export const refusedRowsSql = `
  SELECT v.row, v.verdict, v.detail FROM source AS s CROSS JOIN row_verdict AS v ON v.source = s.id
  WHERE s.batch = ? AND v.verdict IN ('rejected', 'review') ORDER BY s.position, v.row, v.number`

export function createBatchStore(db: ReadDb): BatchStore {
  const query = createQueryRunner(db)
  const refused = db.prepare<[number], [number, RefusedRow['verdict'], string]>(refusedRowsSql).raw()
  return {
    async get(id) {
      const row = query.first(sql.selectFrom('batch').selectAll().where('id', '=', id))
      return row ? toStoredBatch(row) : null
    },
    async list() {
      return query.all(sql.selectFrom('batch').selectAll().orderBy('id', 'desc')).map(toStoredBatch)
    },
    async refusedRows(id) {
      return refused.all(id).map(([row, verdict, detail]) => ({ row, verdict, detail: JSON.parse(detail) as RefusedRow['detail'] }))
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
