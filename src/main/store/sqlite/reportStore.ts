import type { NewReport, ReportStore } from '../registerStore'
import type { ReadDb } from './file/database'
import { refusing } from './file/sqliteFailure'

interface ReportRow {
  id: number
  form: string
  period: string
  as_of: string
  parameters: string
  values: string
  file_name: string
  sha256: string
  sequence: number
  produced_at: number
  operator: string
}

/** Produced reports: written once, never changed. */
export function createReportStore(db: ReadDb): ReportStore {
  const insert = db.prepare<Omit<ReportRow, 'id'>>(`
    INSERT INTO report (form, period, as_of, parameters, "values", file_name, sha256, sequence, produced_at, operator)
    VALUES (@form, @period, @as_of, @parameters, @values, @file_name, @sha256, @sequence, @produced_at, @operator)`)
  const all = db.prepare<[], ReportRow>('SELECT * FROM report ORDER BY id DESC')
  return {
    async add(report) {
      return Number(refusing(() => insert.run(toRow(report))).lastInsertRowid)
    },
    async list() {
      return all.all().map((row) => ({ id: row.id, ...fromRow(row) }))
    },
  }
}

function toRow(report: NewReport): Omit<ReportRow, 'id'> {
  return {
    form: report.form, period: report.period, as_of: report.asOf, parameters: JSON.stringify(report.parameters), values: JSON.stringify(report.values),
    file_name: report.fileName, sha256: report.sha256, sequence: report.sequence, produced_at: report.producedAt, operator: report.operator,
  }
}

function fromRow(row: ReportRow): NewReport {
  return {
    form: row.form, period: row.period, asOf: row.as_of, parameters: JSON.parse(row.parameters) as NewReport['parameters'],
    values: JSON.parse(row.values) as NewReport['values'], fileName: row.file_name, sha256: row.sha256, sequence: row.sequence,
    producedAt: row.produced_at, operator: row.operator,
  }
}
