import type { ListField } from '../../../shared/domain/catalogue/listFields'
import { partOf, type TableShare, type Wholes } from '../../../shared/domain/crosstab/tableShare'
import { fail, type Result } from '../../../shared/domain/result'
import { filterSentence } from '../../../shared/text/filterWords'
import { inChinese } from '../../../shared/text/language'
import { tableNotes } from '../../../shared/text/tableNotes'
import { tableValueText } from '../../../shared/text/tableValue'
import { t, textOf } from '../../../shared/text/t'
import { writeForms, type CellSpan, type FormCell, type FormSheet, type HeaderCell } from '../../workbook/write/form/formWriter'
import type { CrosstabAnswer, CrosstabTable, ReadCrosstab, TableNumber, TableValue } from './crosstab'

export interface CrosstabFile {
  path: string
  creator: string
  at: number
  office: string
  sequence: number
  /** What the numbers are shown as; themselves where left out. */
  share?: TableShare
  /** What the records must be counted by, in words; absent where all records are counted. */
  countedBy?: string | undefined
}

/** As many as a sheet has, with room for headings and notes. */
const most = { rows: 1_048_000, columns: 16_380 }

/**
 * Writes a table as .xlsx: merged headings, subtotals in bold, the filter and the counting rule below.
 *
 * @returns table_too_large for more rows or columns than a sheet has, and what the disk says
 */
export async function exportCrosstab(answer: CrosstabAnswer, read: ReadCrosstab, file: CrosstabFile): Promise<Result<unknown>> {
  const rows = answer.tables.reduce((sum, table) => sum + table.rows.length + 1, 0)
  if (rows > most.rows || answer.columns.length > most.columns) return fail('table_too_large', undefined, { cells: rows * (answer.columns.length + 1), most: most.rows * most.columns })
  return writeForms(file.path, { sheets: [inChinese(() => crosstabSheet(answer, read, file))], footer: t('report.footer'), creator: file.creator, createdAt: file.at })
}

function crosstabSheet(answer: CrosstabAnswer, { dimensions, query, sum }: ReadCrosstab, { office, sequence, share = 'none', countedBy }: CrosstabFile): FormSheet {
  const { rows, columns, split } = dimensions
  const before = split ? 2 : 1
  const body = answer.tables.flatMap((table) => tableRows(table, read(split?.field), read(rows.field), printer(share)))
  const conditions = [query.search, ...query.filters.map((filter) => filterSentence(answer.kind, filter)), countedBy ?? ''].filter((word) => word !== '')
  return {
    kind: 'form', name: t('crosstab.sheet'),
    title: t('crosstab.title', { kind: textOf(`kind.${answer.kind}`), rows: rows.field.label, columns: columns.field.label }),
    subtitle: { left: t('report.reporter', { office }), middle: answer.period === null ? '' : t('report.period', { window: answer.period }), right: unitText(sum, share) },
    columns: Array.from({ length: before + answer.columns.length + 1 }, () => ({})),
    header: header(answer, dimensions, before), rows: body.map(({ cells }) => cells), bodyMerges: splitMerges(answer, split !== null),
    notes: [
      t('report.note', { index: 1, text: t('crosstab.note.subtotals') }),
      ...[...(answer.noData === undefined ? [] : [t('report.noData.own', { what: textOf(`kind.${answer.kind}`) })]), ...tableNotes(answer.kind, [rows.field, columns.field, ...(split ? [split.field] : [])]), ...(conditions.length > 0 ? [t('crosstab.note.filter', { filters: conditions.join('；') })] : []), t('crosstab.note.source', { sequence })]
        .map((text, at) => t('report.noteMore', { index: at + 2, text })),
    ],
    signature: '', frozenColumns: before, paper: answer.columns.length > 14 ? 'A3' : 'A4',
  }
}

function unitText(sum: ListField | null, share: TableShare): string {
  if (share !== 'none') return t('report.unit', { unit: t(`crosstab.share.${share}`) })
  return sum === null ? t('report.unit', { unit: t('crosstab.unit') }) : t('crosstab.sumOf', { field: sum.label })
}

/** A number of the table as a cell. */
type Printer = (value: TableNumber, wholes: Wholes) => Pick<FormCell, 'value' | 'format'>

function printer(share: TableShare): Printer {
  if (share === 'none') return (value) => ({ value, format: value === null || Number.isInteger(value) ? '#,##0' : '#,##0.00' })
  return (value, wholes) => ({ value: partOf(value, share, wholes), format: '0.0%' })
}

function read(field: ListField | undefined): (value: TableValue) => string {
  return (value) => (field ? tableValueText(field, value) : '')
}

function header(answer: CrosstabAnswer, { rows, columns, split }: ReadCrosstab['dimensions'], before: number): HeaderCell[] {
  const width = answer.columns.length
  return [
    ...(split ? [{ row: 0, column: 0, rowSpan: 2, text: split.field.label }] : []),
    { row: 0, column: before - 1, rowSpan: 2, text: rows.field.label },
    ...(width > 0 ? [{ row: 0, column: before, colSpan: width, text: columns.field.label }] : []),
    ...answer.columns.map((value, at) => ({ row: 1, column: before + at, text: tableValueText(columns.field, value) })),
    { row: 0, column: before + width, rowSpan: 2, text: t('crosstab.total') },
  ]
}

function tableRows(table: CrosstabTable, splitText: (value: TableValue) => string, rowText: (value: TableValue) => string, print: Printer): { cells: FormCell[] }[] {
  const name = table.isWhole ? t('crosstab.all') : splitText(table.split)
  const hasSplit = splitText(null) !== ''
  const line = (label: string, counts: readonly TableNumber[], total: TableNumber, bold: boolean): { cells: FormCell[] } => ({
    cells: [...(hasSplit ? [{ value: name, bold, align: 'center' as const }] : []), { value: label, bold, align: 'center' }, ...counts.map((value, at) => ({ ...print(value, { row: total, column: table.totals[at] ?? null, table: table.total }), bold })), { ...print(total, { row: total, column: table.total, table: table.total }), bold }],
  })
  return [...table.rows.map(({ value, counts, total }) => line(rowText(value), counts, total, false)), line(hasSplit && !table.isWhole ? t('crosstab.subtotal') : t('crosstab.total'), table.totals, table.total, true)]
}

function splitMerges(answer: CrosstabAnswer, hasSplit: boolean): CellSpan[] {
  if (!hasSplit) return []
  const height = (answer.tables[0]?.rows.length ?? 0) + 1
  return answer.tables.map((_, at) => ({ row: at * height, column: 0, rowSpan: height }))
}
