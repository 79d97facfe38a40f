import { indicatorDefinition, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { ruleTexts } from '../../../shared/domain/catalogue/rules'
import { parsePeriod } from '../../../shared/domain/dates/periods'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { FormCell, FormNumberFormat, FormSheet } from '../../workbook/write/form/formTypes'
import { writeForms } from '../../workbook/write/form/formWriter'
import { noDataText } from '../ranking/noDataText'
import type { SeriesAnswer, SeriesRow } from '../ranking/seriesAnswer'
import { periodTitle, seriesText } from '../reports/periodTexts'
import type { TableExport } from './exportTable'
import { columnsOf, valueOf, type SeriesColumn } from './seriesColumns'

/**
 * Writes an indicator with its periods as .xlsx: the days of each column in the header, the rules below.
 *
 * @returns file_not_writable, disk_full
 */
export async function exportSeries(indicator: Indicator, answer: SeriesAnswer, { file, office, today, at, sequence }: TableExport & { sequence: number }): Promise<Result<{ file: string }>> {
  const sheet = seriesSheet(indicator, answer, { office, made: t('ranking.export.made', { day: today, sequence }) })
  const written = await writeForms(file, { sheets: [sheet], footer: t('report.footer'), creator: t('app.name'), createdAt: at })
  return written.ok ? succeed({ file }) : written
}

function seriesSheet(indicator: Indicator, answer: SeriesAnswer, { office, made }: { office: string; made: string }): FormSheet {
  const { label, unit, decimals, definition } = indicatorDefinition(indicator)
  const columns = columnsOf(answer)
  const period = parsePeriod(answer.period)
  const line = (row: SeriesRow, bold: boolean): FormCell[] => [{ value: row.name, bold, align: 'center' }, ...columns.map((column) => ({ ...cellOf(column, row, decimals), bold }))]
  return {
    kind: 'form', name: t('series.sheet'), title: t('series.title', { period: period.ok ? periodTitle(period.value) : answer.period, label }),
    subtitle: { left: t('report.reporter', { office }), right: t('report.unit', { unit }) },
    columns: [{ minWidth: 12 }, ...columns.map(() => ({ minWidth: 9, maxWidth: 14 }))],
    header: [{ row: 0, column: 0, text: t('ranking.district') }, ...columns.map(({ name, days }, at) => ({ row: 0, column: at + 1, text: days === null ? name : t('series.head', { name, days }) }))],
    rows: [...answer.rows.map((row) => line(row, false)), line(answer.total, true)],
    notes: [definition, ...noDataText(indicator, answer), ...populationNote(answer), ...answer.rules.names.filter((name) => name !== 'rank_competition').map((name) => ruleTexts[name]), made]
      .map((text, at) => t(at === 0 ? 'report.note' : 'report.noteMore', { index: at + 1, text })),
    signature: '', frozenColumns: 1, paper: 'A4',
  }
}

/** Earlier days may be divided by an earlier series: each column by the newest of its day, where none was asked for. */
function populationNote({ rules: { population } }: SeriesAnswer): string[] {
  return population === null ? [] : [t('series.population', { series: seriesText(population) })]
}

const formats: Record<number, FormNumberFormat> = { 0: '#,##0', 1: '0.0', 2: '0.00', 3: '0.000', 4: '0.0000' }

/** Percentages are fractions, so that they can be reckoned with; 百分点 stays a text. */
function cellOf({ part }: SeriesColumn, row: SeriesRow, decimals: number): FormCell {
  const value = valueOf(part, row)
  if (typeof value === 'number') return { value, format: formats[decimals] ?? '0.00', align: 'right' }
  if (!value.endsWith('%')) return { value, align: 'right' }
  return { value: Number((Number.parseFloat(value) / 100).toFixed(6)), format: part === 'chain' ? '0.00%' : '0.0%', align: 'right' }
}
