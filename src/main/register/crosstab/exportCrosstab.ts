import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import type { ListField } from '../../../shared/domain/catalogue/listFields'
import type { Result } from '../../../shared/domain/result'
import { t, textOf } from '../../../shared/text/t'
import { writeForms, type CellSpan, type FormCell, type FormSheet, type HeaderCell } from '../../workbook/write/formWriter'
import type { CrosstabAnswer, CrosstabTable, ReadCrosstab, TableValue } from './crosstab'

export interface CrosstabFile { path: string; creator: string; at: number; office: string; sequence: number }

/** Writes a table as .xlsx: merged headings, subtotals in bold, the filter and the counting rule below. */
export function exportCrosstab(answer: CrosstabAnswer, read: ReadCrosstab, file: CrosstabFile): Promise<Result<unknown>> {
  return writeForms(file.path, { sheets: [crosstabSheet(answer, read, file)], footer: t('report.footer'), creator: file.creator, createdAt: file.at })
}

/** A value as people read it. */
export function valueText(field: ListField, value: TableValue): string {
  if (value === null) return t('crosstab.empty')
  return field.choices ? choiceLabel(field.choices, String(value)) : field.type === 'flag' ? choiceLabel('flag', String(value)) : String(value)
}

function crosstabSheet(answer: CrosstabAnswer, { dimensions, query }: ReadCrosstab, { office, sequence }: CrosstabFile): FormSheet {
  const { rows, columns, split } = dimensions
  const before = split ? 2 : 1
  const body = answer.tables.flatMap((table) => tableRows(table, read(split?.field), read(rows.field)))
  const filters = query.filters.map(({ field, values }) => `${field}=${values.join(',')}`)
  return {
    kind: 'form', name: t('crosstab.sheet'),
    title: t('crosstab.title', { kind: textOf(`kind.${answer.kind}`), rows: rows.field.label, columns: columns.field.label }),
    subtitle: { left: t('report.reporter', { office }), middle: answer.period === null ? '' : t('report.period', { window: answer.period }), right: t('report.unit', { unit: t('crosstab.unit') }) },
    columns: Array.from({ length: before + answer.columns.length + 1 }, () => ({})),
    header: header(answer, dimensions, before), rows: body.map(({ cells }) => cells), bodyMerges: splitMerges(answer, split !== null),
    notes: [
      t('report.note', { index: 1, text: t('crosstab.note.subtotals') }),
      ...[...(filters.length > 0 || query.search !== '' ? [t('crosstab.note.filter', { filters: [query.search, ...filters].filter((word) => word !== '').join('；') })] : []), t('crosstab.note.source', { sequence })]
        .map((text, at) => t('report.noteMore', { index: at + 2, text })),
    ],
    signature: '', frozenColumns: before, paper: answer.columns.length > 14 ? 'A3' : 'A4',
  }
}

function read(field: ListField | undefined): (value: TableValue) => string {
  return (value) => (field ? valueText(field, value) : '')
}

function header(answer: CrosstabAnswer, { rows, columns, split }: ReadCrosstab['dimensions'], before: number): HeaderCell[] {
  const width = answer.columns.length
  return [
    ...(split ? [{ row: 0, column: 0, rowSpan: 2, text: split.field.label }] : []),
    { row: 0, column: before - 1, rowSpan: 2, text: rows.field.label },
    ...(width > 0 ? [{ row: 0, column: before, colSpan: width, text: columns.field.label }] : []),
    ...answer.columns.map((value, at) => ({ row: 1, column: before + at, text: valueText(columns.field, value) })),
    { row: 0, column: before + width, rowSpan: 2, text: t('crosstab.total') },
  ]
}

function tableRows(table: CrosstabTable, splitText: (value: TableValue) => string, rowText: (value: TableValue) => string): { cells: FormCell[] }[] {
  const name = table.isWhole ? t('crosstab.all') : splitText(table.split)
  const hasSplit = splitText(null) !== ''
  const line = (label: string, counts: readonly number[], total: number, bold: boolean): { cells: FormCell[] } => ({
    cells: [...(hasSplit ? [{ value: name, bold, align: 'center' as const }] : []), { value: label, bold, align: 'center' }, ...[...counts, total].map((value) => ({ value, bold }))],
  })
  return [...table.rows.map(({ value, counts, total }) => line(rowText(value), counts, total, false)), line(hasSplit && !table.isWhole ? t('crosstab.subtotal') : t('crosstab.total'), table.totals, table.total, true)]
}

function splitMerges(answer: CrosstabAnswer, hasSplit: boolean): CellSpan[] {
  if (!hasSplit) return []
  const height = (answer.tables[0]?.rows.length ?? 0) + 1
  return answer.tables.map((_, at) => ({ row: at * height, column: 0, rowSpan: height }))
}
