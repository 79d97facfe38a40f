import type { RankCell, RankColumn, RankTable } from '../../../shared/bridge/counting'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { FormCell, FormNumberFormat, FormSheet, HeaderCell, TextSheet } from '../../workbook/write/form/formTypes'
import { writeForms } from '../../workbook/write/form/formWriter'

export interface TableExport {
  file: string
  /** Reporting office. */
  office: string
  /** Day of the export, YYYY-MM-DD, and its instant. */
  today: string
  at: number
}

const parts = ['value', 'growth', 'share', 'rank', 'change', 'ahead', 'behind'] as const

/**
 * Writes a ranking as .xlsx: two header rows, the places, every sentence of the rules below, and the sheet 口径说明.
 *
 * @returns file_not_writable, disk_full
 */
export async function exportTable(table: RankTable, { file, office, today, at }: TableExport): Promise<Result<{ file: string }>> {
  const written = await writeForms(file, {
    sheets: [tableSheet(table, office, today), rulesSheet(table)],
    footer: t('report.footer'), creator: t('app.name'), createdAt: at,
  })
  return written.ok ? succeed({ file }) : written
}

function tableSheet(table: RankTable, office: string, today: string): FormSheet {
  return {
    kind: 'form', name: t('nav.ranking'), title: t('ranking.export.title', { period: table.periodText }),
    subtitle: { left: t('ranking.export.office', { office }), right: t('ranking.export.made', { day: today, sequence: table.sequence }) },
    columns: [{ minWidth: 12 }, ...table.columns.flatMap(() => parts.map(() => ({ minWidth: 8 })))],
    header: headerOf(table),
    rows: [
      ...table.rows.map(({ name }, row) => [{ value: name }, ...table.columns.flatMap((column) => cellsOf(column, column.cells[row]))]),
      [{ value: table.totalName, bold: true }, ...table.columns.flatMap((column) => cellsOf(column, column.total).map((cell) => ({ ...cell, bold: true })))],
    ],
    notes: [...table.columns.flatMap(problemNote), ...table.notes],
    signature: '', frozenColumns: 1, paper: table.columns.length > 2 ? 'A3' : 'A4',
  }
}

function headerOf({ columns, scope }: RankTable): HeaderCell[] {
  return [
    { row: 0, column: 0, rowSpan: 2, text: t(scope === 'cities' ? 'ranking.city' : 'ranking.district') },
    ...columns.flatMap(({ label, unit }, index) => [
      { row: 0, column: 1 + index * parts.length, colSpan: parts.length, text: t('ranking.export.column', { label, unit }) },
      ...parts.map((part, at) => ({ row: 1, column: 1 + index * parts.length + at, text: t(`ranking.part.${part}`) })),
    ]),
  ]
}

function cellsOf({ decimals }: RankColumn, cell: RankCell | undefined): FormCell[] {
  const number = (value: number | null | undefined): FormCell => ({ value: value ?? '-', format: formats[decimals] ?? '0.00', align: 'right' })
  return [
    number(cell?.value), text(cell?.growth), text(cell?.share), whole(cell?.rank), whole(cell?.change), number(cell?.ahead), number(cell?.behind),
  ]
}

const formats: Record<number, FormNumberFormat> = { 0: '0', 1: '0.0', 2: '0.00' }

function text(value: string | undefined): FormCell {
  return { value: value ?? '-', align: 'right' }
}

function whole(value: number | null | undefined): FormCell {
  return { value: value ?? '-', format: '0', align: 'right' }
}

function problemNote({ label, problem }: RankColumn): string[] {
  return problem === null ? [] : [t('ranking.export.problem', { label })]
}

function rulesSheet({ rules }: RankTable): TextSheet {
  return {
    kind: 'text', name: t('report.explanation'), title: t('report.explanation'), paper: 'A4',
    columns: [{ header: t('report.explanation.item'), width: 34 }, { header: t('report.explanation.content'), width: 90 }],
    rows: rules.map(({ about, text: rule }) => [about, rule]),
  }
}
