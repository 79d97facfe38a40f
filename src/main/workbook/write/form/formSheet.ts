import { absoluteRangeOf } from '../sheet/cellAddress'
import { dateSerialOf } from '../../../../shared/domain/dates/dateSerial'
import { formColumnWidths, sum, TITLE_SIZE_PT } from './formColumns'
import { FormGrid, type FormCanvas, type GridCell } from './formGrid'
import { bodyRowHeight, headerHeights, headerRowCount, NOTE_SIZE_PT, noteHeight, subtitleSpans, textRowHeight, titleHeight } from './formRows'
import { FIRST_HEADER_ROW, SUBTITLE_ROW, type CellSpan, type FormCell, type FormSheet } from './formTypes'
import type { PackageSheet } from '../package/packageParts'
import { digitPt, fitPage } from '../sheet/pageFit'
import { columnsXml, mergesXml, pageXml, SHEET_OPEN, viewXml } from '../sheet/sheetParts'
import type { CellLook, StyleTable } from '../sheet/styleTable'

export interface SheetContext {
  name: string
  /** The first sheet is the one shown when the file is opened. */
  first: boolean
  styles: StyleTable
  footer: string
}

export interface DrawnSheet {
  xml: string
  sheet: PackageSheet
}

const TITLE: CellLook = { fontName: '黑体', sizePt: TITLE_SIZE_PT, bold: true, horizontal: 'center', vertical: 'center', wrap: true }
const PLAIN_LINE: CellLook = { vertical: 'bottom', wrap: true }
const HEADER: CellLook = { bold: true, horizontal: 'center', vertical: 'center', wrap: true, border: true }
const NOTE: CellLook = { sizePt: NOTE_SIZE_PT, horizontal: 'left', vertical: 'top', wrap: true }
const SIGNATURE: CellLook = { horizontal: 'left', vertical: 'center', wrap: true }
const SIGNATURE_ROW_PT = 34

type FormPart = 'title' | 'line' | 'header' | 'body'

/** Faces of official documents; a program that does not have one takes its own, a PDF the nearest there is, and says so. */
const OFFICIAL_FACES: Readonly<Record<FormPart, CellLook>> = {
  // 小标宋 is never made bold.
  title: { fontName: '方正小标宋简体', bold: false }, line: { fontName: '楷体_GB2312' }, header: { fontName: '黑体', bold: false }, body: { fontName: '仿宋_GB2312' },
}

function faced({ lettering }: FormSheet, part: FormPart, look: CellLook): CellLook {
  return lettering === 'official' ? { ...look, ...OFFICIAL_FACES[part] } : look
}

/** Draws a form as a worksheet part: title, subtitle, header, body, notes, signature (report-forms.md "Common skeleton"). */
export function drawForm(form: FormSheet, context: SheetContext): DrawnSheet {
  const grid = new FormGrid(context.styles)
  const { widths } = layOutForm(form, grid)
  const lastHeaderRow = FIRST_HEADER_ROW + headerRowCount(form.header) - 1
  const [firstTitle, lastTitle] = form.printTitleRows ?? [FIRST_HEADER_ROW, lastHeaderRow]
  const { isOnePage } = fitPage(form.paper, sum(widths) * digitPt, grid.heightPt)
  const view = viewXml({ frozenRows: lastHeaderRow, frozenColumns: form.frozenColumns ?? 0, selected: context.first })
  return {
    xml: `${SHEET_OPEN}${view}${columnsXml(widths)}${grid.toXml()}${mergesXml(grid.merges)}${pageXml(form.paper, context.footer, isOnePage)}</worksheet>`,
    sheet: {
      name: context.name,
      printArea: absoluteRangeOf(1, 0, grid.rowCount, widths.length - 1),
      printTitles: `$${firstTitle}:$${lastTitle}`,
    },
  }
}

/**
 * Puts every row of a form on a canvas, a worksheet or a picture of it, so that the two cannot differ.
 *
 * @returns the columns' widths in digits of the default font, and the rows that each part begins with
 */
export function layOutForm(form: FormSheet, grid: FormCanvas): FormExtent {
  assertComplete(form)
  const widths = formColumnWidths(form)
  addTitle(grid, form, widths)
  addSubtitle(grid, form, widths)
  addHeader(grid, form, widths)
  const bodyRow = grid.rowCount
  addBody(grid, form, widths)
  const noteRow = grid.rowCount
  for (const note of form.notes) addLine(grid, note, faced(form, 'line', NOTE), widths, noteHeight(note, sum(widths)))
  const signatureRow = grid.rowCount
  if (form.signature !== '') addLine(grid, form.signature, faced(form, 'line', SIGNATURE), widths, Math.max(SIGNATURE_ROW_PT, textRowHeight([form.signature], [sum(widths)])))
  return { widths, bodyRow, noteRow, signatureRow }
}

/** Zero-based rows. */
export interface FormExtent {
  widths: readonly number[]
  bodyRow: number
  noteRow: number
  signatureRow: number
}

function addTitle(grid: FormCanvas, form: FormSheet, widths: readonly number[]): void {
  addLine(grid, form.title, faced(form, 'title', TITLE), widths, titleHeight(form.title, sum(widths)))
}

/** The block of a statistics-law table stands above the unit of measure in the same cell: the header stays in row 3. */
function addSubtitle(grid: FormCanvas, form: FormSheet, widths: readonly number[]): void {
  const { left = '', middle = '' } = form.subtitle
  const right = [...(form.headBlock ?? []), form.subtitle.right ?? ''].filter((line) => line !== '').join('\n')
  const spans = subtitleSpans(form, widths)
  const parts = spans.length === 3 ? [left, middle, right] : [[left, middle, right].filter((part) => part !== '').join('　')]
  const aligns = ['left', 'center', form.headBlock === undefined ? 'right' : 'left'] as const
  const cells: (GridCell | undefined)[] = widths.map(() => undefined)
  spans.forEach((span, index) => {
    cells[span.column] = { value: parts[index] ?? '', look: faced(form, 'line', { ...PLAIN_LINE, horizontal: aligns[index] ?? 'left' }) }
    grid.merge(SUBTITLE_ROW, span)
  })
  const spanWidths = spans.map(({ column, colSpan = 1 }) => sum(widths.slice(column, column + colSpan)))
  grid.addRow(cells, textRowHeight(parts, spanWidths, 20))
}

function addHeader(grid: FormCanvas, form: FormSheet, widths: readonly number[]): void {
  headerHeights(form.header, widths).forEach((heightPt, row) => {
    const texts = new Map(form.header.filter((cell) => cell.row === row).map((cell) => [cell.column, cell.text]))
    grid.addRow(widths.map((_, column) => ({ value: texts.get(column) ?? null, look: faced(form, 'header', HEADER) })), heightPt)
  })
  for (const cell of form.header) grid.merge(FIRST_HEADER_ROW + cell.row, cell)
}

function addBody(grid: FormCanvas, form: FormSheet, widths: readonly number[]): void {
  const merges = form.bodyMerges ?? []
  const firstRow = grid.rowCount + 1
  form.rows.forEach((cells, row) => {
    const merged = mergedColumns(merges, row)
    grid.addRow(cells.map(bodyCell).map(({ value, look }) => ({ value, look: faced(form, 'body', look) })), bodyRowHeight(cells, widths, merged))
  })
  for (const span of merges) grid.merge(firstRow + span.row, span)
}

function mergedColumns(merges: readonly CellSpan[], row: number): Set<number> {
  const touching = merges.filter((span) => row >= span.row && row < span.row + (span.rowSpan ?? 1))
  return new Set(touching.flatMap((span) => Array.from({ length: span.colSpan ?? 1 }, (_, index) => span.column + index)))
}

function bodyCell({ value, format, bold, align }: FormCell): GridCell {
  const serial = format === 'yyyy-mm-dd' && typeof value === 'string' ? dateSerialOf(value) : undefined
  const stored = serial ?? value
  const horizontal = align ?? (typeof stored === 'number' ? 'right' : 'left')
  const look: CellLook = {
    vertical: 'center', border: true, horizontal,
    ...(horizontal === 'left' ? { indent: 1 } : {}),
    ...(typeof stored === 'number' ? { format: format ?? '#,##0' } : { wrap: true }),
    ...(bold === true ? { bold } : {}),
  }
  return { value: stored, look }
}

/** One text merged over all columns. */
function addLine(grid: FormCanvas, text: string, look: CellLook, widths: readonly number[], heightPt: number): void {
  grid.addRow([{ value: text, look }], heightPt)
  grid.merge(grid.rowCount, { row: 0, column: 0, colSpan: widths.length })
}

/** A form with holes or overlaps in its header, or with rows of another length, is a mistake of its definition. */
function assertComplete(form: FormSheet): void {
  const width = form.columns.length
  const covered = Array.from({ length: headerRowCount(form.header) * width }, () => 0)
  for (const { row, column, rowSpan = 1, colSpan = 1 } of form.header) {
    if (column + colSpan > width) throw new Error(`form ${form.name}: heading beyond the last column`)
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + colSpan; c++) covered[r * width + c]!++
  }
  if (covered.some((times) => times !== 1)) throw new Error(`form ${form.name}: header cells overlap or leave a hole`)
  if (form.rows.some((cells) => cells.length !== width)) throw new Error(`form ${form.name}: a row does not fit its columns`)
}
