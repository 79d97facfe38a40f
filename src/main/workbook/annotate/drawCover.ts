import { FormGrid } from '../write/form/formGrid'
import { textRowHeight } from '../write/form/formRows'
import { quoteSheetName } from '../write/sheet/sheetName'
import { columnsXml, mergesXml, pageXml, SHEET_OPEN, viewXml } from '../write/sheet/sheetParts'
import type { CellLook, StyleTable } from '../write/sheet/styleTable'
import { escapeXml } from '../write/package/xmlText'
import type { CoverLine, CoverSheet } from '../forms/formMarks'

const widths = [6, 18, 9, 26, 40, 44]
const width = widths.reduce((sum, one) => sum + one, 0)
const title: CellLook = { fontName: '黑体', sizePt: 16, bold: true, horizontal: 'center', vertical: 'center' }
const fact: CellLook = { horizontal: 'left', vertical: 'center', wrap: true }
const heading: CellLook = { bold: true, horizontal: 'center', vertical: 'center', wrap: true, border: true, fill: 'E7EEF7' }
const body: CellLook = { horizontal: 'left', vertical: 'center', wrap: true, border: true }
const number: CellLook = { ...body, horizontal: 'center' }
const longestValue = 200

/** Draws 退回说明, the first sheet of a returned workbook, as a worksheet part. */
export function drawCover({ title: heading, facts, how, instructions, headings, lines, nothing, footer }: CoverSheet, styles: Pick<StyleTable, 'use'>, isShown: boolean): string {
  const grid = new FormGrid(styles)
  spread(grid, heading, title, 34)
  for (const text of facts) spread(grid, text, fact)
  spread(grid, how, { ...fact, bold: true })
  for (const text of instructions) spread(grid, text, fact)
  const links: string[] = []
  if (lines.length === 0) spread(grid, nothing, fact)
  else addList(grid, headings, lines, links)
  const frozen = lines.length === 0 ? 0 : grid.rowCount - lines.length
  return SHEET_OPEN + viewXml({ frozenRows: frozen, frozenColumns: 0, selected: isShown, showGridLines: false }) + columnsXml(widths) + grid.toXml() + mergesXml(grid.merges)
    + (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`) + pageXml('A4', footer) + '</worksheet>'
}

/** A text over the whole width. */
function spread(grid: FormGrid, text: string, look: CellLook, heightPt = textRowHeight([text], [width], 20)): void {
  grid.addRow(widths.map((_, column) => ({ value: column === 0 ? text : null, look })), heightPt)
  grid.merge(grid.rowCount, { row: 0, column: 0, colSpan: widths.length })
}

function addList(grid: FormGrid, headings: readonly string[], lines: readonly CoverLine[], links: string[]): void {
  grid.addRow(headings.map((value) => ({ value, look: heading })), 24)
  for (const [index, { sheet, cell, value, rgb, wrong, remedy }] of lines.entries()) {
    const texts = [sheet, cell, value.slice(0, longestValue), wrong, remedy]
    const look = { ...body, fill: rgb }
    grid.addRow([{ value: index + 1, look: number }, ...texts.map((text, column) => ({ value: text, look: column === 1 ? look : body }))], textRowHeight(['', ...texts], widths))
    links.push(`<hyperlink ref="C${grid.rowCount}" location="${escapeXml(`${quoteSheetName(sheet)}!${cell}`)}" display="${cell}"/>`)
  }
}
