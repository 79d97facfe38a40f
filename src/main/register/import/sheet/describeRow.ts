import type { RowReport } from '../importObserver'
import type { RowStatement } from '../kinds/kindJudge'
import type { RowReader } from './rowReader'
import { t } from '../../../../shared/text/t'
import { cellText } from '../table/cellText'

const titleFields = ['title', 'name', 'honour', 'project', 'region', 'recipient']
const eventFields = ['publishedOn', 'grantedOn', 'registeredOn', 'receivedOn', 'year'] as const

/** Figures have no number of their own: their key (370202|census2020) is the register's, and nobody else reads it. */
function isMadeUp({ key, values }: RowStatement): boolean {
  const { region } = values
  return typeof region === 'string' && key.startsWith(`${region}|`)
}

/** The years that a row of figures speaks of; '' for other rows. */
function yearsOf(statements: readonly RowStatement[]): string {
  const years = statements.flatMap((statement) => (isMadeUp(statement) && typeof statement.values['year'] === 'number' ? [statement.values['year']] : []))
  return [...new Set(years)].toSorted((a, b) => a - b).join(t('punctuation.list'))
}

/** How the clerk knows the row again: its key, its name and the year of what it reports. */
export function describeRow(reader: RowReader, statements: readonly RowStatement[], keyFields: readonly string[]): Pick<RowReport, 'key' | 'title' | 'year'> {
  const titleField = titleFields.find((field) => reader.has(field) && field !== keyFields[0]) ?? ''
  const [first] = statements
  const event = eventFields.map((field) => first?.values[field]).find((value) => typeof value === 'string' || typeof value === 'number')
  const written = cellText(reader.cell(keyFields[0] ?? '')).slice(0, 200)
  const year = Number(String(event ?? '').slice(0, 4))
  return {
    key: first !== undefined && !isMadeUp(first) ? first.key : written,
    title: titleField === '' ? yearsOf(statements) : cellText(reader.cell(titleField)).slice(0, 200),
    year: Number.isInteger(year) && year > 0 ? year : null,
  }
}
