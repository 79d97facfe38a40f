import { absoluteRangeOf } from './cellAddress'
import { FormGrid, type FormCanvas } from '../form/formGrid'
import { textRowHeight } from '../form/formRows'
import { sum } from '../form/formColumns'
import type { DrawnSheet, SheetContext } from '../form/formSheet'
import type { TextSheet } from '../form/formTypes'
import { digitPt, fitPage } from './pageFit'
import { columnsXml, mergesXml, pageXml, SHEET_OPEN, viewXml } from './sheetParts'
import type { CellLook } from './styleTable'

const TITLE: CellLook = { fontName: '黑体', sizePt: 16, bold: true, horizontal: 'center', vertical: 'center', wrap: true }
const TITLE_SCALE = 11 / 16
const HEADER: CellLook = { bold: true, horizontal: 'center', vertical: 'center', wrap: true, border: true }
const BODY: CellLook = { horizontal: 'left', indent: 1, vertical: 'center', wrap: true, border: true }

/** Draws a sheet of explanations as a worksheet part: an optional title, a header row, wrapped texts. */
export function drawTextSheet(sheet: TextSheet, context: SheetContext): DrawnSheet {
  const grid = new FormGrid(context.styles)
  const { widths, headerRow } = layOutText(sheet, grid)
  const view = viewXml({ frozenRows: headerRow, frozenColumns: 0, selected: context.first })
  const { isOnePage } = fitPage(sheet.paper, sum(widths) * digitPt, grid.heightPt)
  return {
    xml: `${SHEET_OPEN}${view}${columnsXml(widths)}${grid.toXml()}${mergesXml(grid.merges)}${pageXml(sheet.paper, context.footer, isOnePage)}</worksheet>`,
    sheet: {
      name: context.name,
      printArea: absoluteRangeOf(1, 0, grid.rowCount, widths.length - 1),
      printTitles: `$${headerRow}:$${headerRow}`,
    },
  }
}

/** Puts every row of a sheet of explanations on a canvas. @returns widths in digits, and the sheet row of the headings */
export function layOutText(sheet: TextSheet, grid: FormCanvas): { widths: number[]; headerRow: number } {
  const widths = sheet.columns.map((column) => column.width)
  if (sheet.title !== undefined) {
    grid.addRow([{ value: sheet.title, look: TITLE }], textRowHeight([sheet.title], [sum(widths) * TITLE_SCALE], 34))
    grid.merge(1, { row: 0, column: 0, colSpan: widths.length })
  }
  const headers = sheet.columns.map((column) => column.header)
  grid.addRow(headers.map((value) => ({ value, look: HEADER })), textRowHeight(headers, widths, 24))
  const headerRow = grid.rowCount
  for (const texts of sheet.rows) {
    grid.addRow(widths.map((_, index) => ({ value: texts[index] ?? null, look: BODY })), textRowHeight(texts, widths))
  }
  return { widths, headerRow }
}
