import type { RowReport } from '../importObserver'
import type { RowStatement } from '../kinds/kindJudge'
import type { RowReader } from './rowReader'
import { cellText } from '../table/cellText'

const titleFields = ['title', 'name', 'honour', 'project', 'region', 'recipient']
const eventFields = ['publishedOn', 'grantedOn', 'registeredOn', 'receivedOn', 'year'] as const

/** How the clerk knows the row again: its key, its name and the year of what it reports. */
export function describeRow(reader: RowReader, statements: readonly RowStatement[], keyFields: readonly string[]): Pick<RowReport, 'key' | 'title' | 'year'> {
  const titleField = titleFields.find((field) => reader.has(field) && field !== keyFields[0]) ?? ''
  const [first] = statements
  const event = eventFields.map((field) => first?.values[field]).find((value) => typeof value === 'string' || typeof value === 'number')
  const year = Number(String(event ?? '').slice(0, 4))
  return {
    key: first?.key ?? cellText(reader.cell(keyFields[0] ?? '')).slice(0, 200),
    title: cellText(reader.cell(titleField)).slice(0, 200),
    year: Number.isInteger(year) && year > 0 ? year : null,
  }
}
