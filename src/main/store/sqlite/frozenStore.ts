import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { FrozenReport, FrozenStore } from '../frozenStore'
import type { ReadDb } from './file/database'
import { refusing } from './file/sqliteFailure'

interface FrozenRow {
  id: number
  form: string
  period: string
  version: number
  request: string
  rules: string
  values: string
  file_name: string
  sha256: string
  sequence: number
  frozen_at: number
  operator: string
  reason: string | null
  reopened_at: number | null
  reopened_by: string | null
  reopen_reason: string | null
}

const columns = 'id, form, period, version, request, rules, "values", file_name, sha256, sequence, frozen_at, operator, reason, reopened_at, reopened_by, reopen_reason'

/** Frozen forms: written once; only their reopening is noted later. */
export function createFrozenStore(db: ReadDb): FrozenStore {
  const insert = db.prepare(`
    INSERT INTO frozen_report (form, period, version, request, rules, "values", content, file_name, sha256, sequence, frozen_at, operator, reason)
    SELECT @form, @period, coalesce(max(version), 0) + 1, @request, @rules, @values, @content, @file_name, @sha256, @sequence, @frozen_at, @operator, @reason
      FROM frozen_report WHERE form = @form AND period = @period`)
  const all = db.prepare<[], FrozenRow>(`SELECT ${columns} FROM frozen_report ORDER BY id DESC`)
  const one = db.prepare<[number | bigint], FrozenRow>(`SELECT ${columns} FROM frozen_report WHERE id = ?`)
  const content = db.prepare<[number], Buffer>('SELECT content FROM frozen_report WHERE id = ?').pluck()
  const reopen = db.prepare<[number, string, string, number]>('UPDATE frozen_report SET reopened_at = ?, reopened_by = ?, reopen_reason = ? WHERE id = ?')
  return {
    async add(report) {
      const { lastInsertRowid } = refusing(() => insert.run({
        form: report.form, period: report.period, request: JSON.stringify(report.request), rules: JSON.stringify(report.rules), values: JSON.stringify(report.values),
        content: deflateRawSync(JSON.stringify(report.content)), file_name: report.fileName, sha256: report.sha256, sequence: report.sequence,
        frozen_at: report.frozenAt, operator: report.operator, reason: report.reason,
      }))
      const row = one.get(lastInsertRowid)
      if (!row) throw new Error('a row that was inserted is there')
      return fromRow(row)
    },
    list: async () => all.all().map(fromRow),
    async content(id) {
      const packed = content.get(id)
      return packed ? (JSON.parse(inflateRawSync(packed).toString('utf8')) as unknown) : null
    },
    async reopen(id, { at, operator, reason }) {
      refusing(() => reopen.run(at, operator, reason, id))
    },
  }
}

function fromRow(row: FrozenRow): FrozenReport {
  return {
    id: row.id, form: row.form, period: row.period, version: row.version, request: JSON.parse(row.request) as FrozenReport['request'],
    rules: JSON.parse(row.rules) as FrozenReport['rules'], values: JSON.parse(row.values) as FrozenReport['values'], fileName: row.file_name, sha256: row.sha256,
    sequence: row.sequence, frozenAt: row.frozen_at, operator: row.operator, reason: row.reason,
    reopened: row.reopened_at === null ? null : { at: row.reopened_at, by: row.reopened_by ?? '', reason: row.reopen_reason ?? '' },
  }
}
