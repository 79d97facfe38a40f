import type { FormDefinition, ListColumn } from '../../../shared/domain/catalogue/forms'
import type { Lettering, Paper } from '../../../shared/domain/catalogue/printedLook'
import { t } from '../../../shared/text/t'
import type { CellSpan, FormColumn, FormSheet, HeaderCell } from '../../workbook/write/form/formTypes'
import { textWidth } from '../../workbook/write/sheet/textMeasure'
import { notesOf, type FormContext } from './formNotes'
import { formColumn, type FormTable } from './tables/formTable'
import { dayText, dottedWindow, periodTitle, windowText } from './periodTexts'

const firstHeaderRow = 3

/** The title row: period, place, name of the form. */
export function titleOf({ form, options }: FormContext, place: string): string {
  return form.title.replace('{period}', periodTitle(options.period)).replace('{place}', place)
}

export interface FormHead {
  title: string
  office: string
  /** Table number, authorities, validity: up to five lines, top right. */
  block?: readonly string[] | undefined
  /** A4 in plain lettering where left out. */
  paper?: Paper | undefined
  lettering?: Lettering | undefined
  /** Words under the form beyond its own notes. */
  remarks?: readonly string[] | undefined
}

/** Lays a filled form out on its sheet (report-forms.md, common skeleton). */
export function formSheet(context: FormContext, table: FormTable, head: FormHead): FormSheet {
  const { form } = context
  const merges = bodyMerges(form, table)
  return {
    kind: 'form',
    name: form.label,
    title: head.title,
    subtitle: { left: t('report.reporter', { office: head.office }), middle: dateLine(context), right: t('report.unit', { unit: form.unit }) },
    columns: columnWidths(form),
    header: headerCells(form),
    rows: table.rows.map((row) => row.cells.map(({ value, format }, column) => ({
      value, bold: row.isTotal, ...(format ? { format } : {}), align: alignOf(form, column, value),
    }))),
    ...(head.block?.length ? { headBlock: head.block } : {}),
    ...(merges.length > 0 ? { bodyMerges: merges } : {}),
    notes: notesOf(context, head.remarks),
    signature: t('report.signature'),
    frozenColumns: form.type === 'regions' ? 2 : 5,
    paper: head.paper ?? 'A4',
    ...(head.lettering === undefined ? {} : { lettering: head.lettering }),
  }
}

/** A column of type `merged` shares every cell with the one on its left. */
function bodyMerges(form: FormDefinition, { rows }: FormTable): CellSpan[] {
  if (form.type !== 'regions') return []
  return form.columns.flatMap(({ type }, column) => (type === 'merged' ? rows.map((_, row) => ({ row, column: column - 1, colSpan: 2 })) : []))
}

function alignOf(form: FormDefinition, column: number, value: string | number | null): 'left' | 'center' | 'right' {
  if (form.type !== 'regions') return typeof value === 'number' ? 'center' : 'left'
  return typeof value === 'number' && form.columns[column]?.type !== 'index' && form.columns[column]?.type !== 'rank' ? 'right' : 'center'
}

/**
 * Short headings with a unit in brackets stay on one line, and the unit of a taller one has a line of its own, as in published
 * tables: some programs break behind the opening bracket.
 */
const unbrokenHeading = 16
const unbrokenLine = 12

/** Long texts of a detail list are wrapped, so that nineteen columns still can be read on one page. */
const wrappedTexts: Partial<Record<ListColumn, number>> = {
  district: 8, unit: 20, title: 20, replaces: 14, committee: 18, adoption: 12, systems: 12, remark: 8, recipient: 24, honour: 18, document: 24,
  object: 20, project: 10, opinion: 12,
}

function columnWidths(form: FormDefinition): FormColumn[] {
  if (form.type !== 'regions') {
    return form.columns.map((column) => (wrappedTexts[column] === undefined ? {} : { maxWidth: wrappedTexts[column] }))
  }
  return form.columns.map((_, column) => {
    const { text = '' } = headerCells(form).filter((cell) => cell.column === column && cell.colSpan === 1).at(-1) ?? {}
    const lines = text.split('\n')
    const width = Math.max(0, ...lines.map(textWidth).filter((line) => line <= (lines.length > 1 ? unbrokenLine : unbrokenHeading)))
    return text.includes('（') && width > 0 ? { minWidth: Math.ceil(width * 1.12) + 2 } : {}
  })
}

function dateLine({ form, moment }: FormContext): string {
  if (form.dateLine === 'asOf') return t('report.asOf', { day: dayText(moment.asOf) })
  const window = form.calendar === 'trademark' ? dottedWindow(moment.from, moment.to) : windowText(moment.from, moment.to)
  return t('report.period', { window })
}

/** "C3:F3" becomes a span from the form's first header row on. */
function headerCells({ type, header }: FormDefinition): HeaderCell[] {
  return header.map(([range, heading]) => {
    const [from = '', to = from] = range.split(':')
    const start = cellOf(from)
    const end = cellOf(to)
    const hasRoom = type === 'regions' && end.row > start.row && end.column === start.column
    const text = hasRoom ? heading.replace(/(?<=.)（/u, '\n（') : heading
    return { row: start.row, column: start.column, rowSpan: end.row - start.row + 1, colSpan: end.column - start.column + 1, text }
  })
}

function cellOf(address: string): { row: number; column: number } {
  const letters = address.replace(/\d+/, '')
  return { row: Number(address.slice(letters.length)) - firstHeaderRow, column: formColumn(letters) }
}
