import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ColumnRow, ColumnSource } from '../../store/columnSource'
import type { RowFinder } from '../../store/rowFinder'
import { recordsWithLostFiles } from '../attachments/attachmentStates'
import type { RegisterColumns } from '../columns/registerColumns'
import type { WorkWatch } from '../inTurns'
import type { RegisterSession } from '../opened/session'

/** What looking for problems reads: few columns of all records, never whole ones. */
export interface ProblemSources {
  columns: RegisterColumns
  source: ColumnSource
  rows: RowFinder
  /** YYYY-MM-DD. */
  today: string
  /** Ids of records of a kind with an attachment whose file is missing or altered, ascending. */
  lostFiles(kind: RecordKind): Promise<Int32Array>
}

/** What an open register's problems are found in. */
export async function problemSourcesOf(session: RegisterSession, today: string): Promise<ProblemSources> {
  return { columns: await session.columns.current(), source: session.source, rows: session.rows, today, lostFiles: (kind) => recordsWithLostFiles(session, kind) }
}

/** Ids of the records that have a problem, ascending; those that may be one stand together. */
export type FindRecords = (sources: ProblemSources, watch?: WorkWatch) => Promise<Int32Array>

/** Ids of the records that a test takes, ascending; each row is the id, then the fields. */
export async function scanned({ source }: ProblemSources, kind: RecordKind, fields: readonly string[], accepts: (row: ColumnRow) => boolean): Promise<Int32Array> {
  const found: number[] = []
  await source.scan(kind, fields, (page) => { for (const row of page) if (accepts(row)) found.push(Number(row[0])) })
  return Int32Array.from(found)
}
