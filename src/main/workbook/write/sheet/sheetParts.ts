import { columnLetters } from '../../../../shared/domain/columnLetters'
import type { Paper } from '../../../../shared/domain/catalogue/printedLook'
import { escapeXml } from '../package/xmlText'

/** Pieces of a worksheet part, in the order the schema wants them: views, columns, data, filter, merges, print set-up. */

export const SHEET_OPEN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  + '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

export interface SheetView {
  /** Rows and columns that stay in sight. */
  frozenRows: number
  frozenColumns: number
  /** The sheet the program shows first. */
  selected: boolean
  showGridLines?: boolean
}

export function viewXml(view: SheetView): string {
  const attributes = `${view.showGridLines === false ? ' showGridLines="0"' : ''}${view.selected ? ' tabSelected="1"' : ''}`
  return `<sheetViews><sheetView${attributes} workbookViewId="0">${paneXml(view)}</sheetView></sheetViews>`
}

function paneXml({ frozenRows, frozenColumns }: SheetView): string {
  if (frozenRows === 0 && frozenColumns === 0) return ''
  const corner = `${columnLetters(frozenColumns)}${frozenRows + 1}`
  const pane = frozenColumns === 0 ? 'bottomLeft' : frozenRows === 0 ? 'topRight' : 'bottomRight'
  const splits = `${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''}${frozenRows > 0 ? ` ySplit="${frozenRows}"` : ''}`
  return `<pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`
    + `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
}

/** @param widths  in units of one digit of the default font; a Chinese character takes two */
export function columnsXml(widths: readonly number[]): string {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
  return `<cols>${columns.join('')}</cols>`
}

export function mergesXml(ranges: readonly string[]): string {
  if (ranges.length === 0) return ''
  return `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
}

const paperCodes: Readonly<Record<Paper, number>> = { A4: 9, A3: 8 }

/** White around the printed part, in inches. */
export const pageMargins = { left: 0.47, right: 0.47, top: 0.59, bottom: 0.67, header: 0.3, footer: 0.31 } as const

/**
 * Landscape, one page wide and as many pages long as needed, or all on one, centred between the margins.
 *
 * @param footer     centre footer with the print codes &P (page) and &N (pages)
 * @param pagesWide  where one page across would leave nothing that can be read
 */
export function pageXml(paper: Paper, footer: string, isOnePage = false, pagesWide = 1): string {
  const margins = Object.entries(pageMargins).map(([side, inches]) => `${side}="${inches}"`).join(' ')
  return '<printOptions horizontalCentered="1"/>'
    + `<pageMargins ${margins}/>`
    + `<pageSetup paperSize="${paperCodes[paper]}" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="${isOnePage ? 1 : 0}"/>`
    + `<headerFooter><oddFooter>&amp;C${escapeXml(footer)}</oddFooter></headerFooter>`
}
