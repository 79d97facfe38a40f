import { rangeOf } from '../sheet/cellAddress'
import { MAX_CELL_CHARACTERS } from '../list/listCells'
import { columnLetters } from '../../../../shared/domain/columnLetters'
import { Refusal } from '../../../../shared/domain/result'
import { looksLikeFormula } from '../../../../shared/domain/formulaGuard'
import type { CellSpan } from './formTypes'
import type { CellLook, StyleTable } from '../sheet/styleTable'
import { textElement } from '../package/xmlText'

export interface GridCell {
  value: string | number | null
  look: CellLook
}

/** Where a form is drawn, row by row, with merged ranges: see {@link FormGrid}. */
export interface FormCanvas {
  readonly rowCount: number
  /** Appends a row, all its cells in column order; undefined leaves a cell out. */
  addRow(cells: readonly (GridCell | undefined)[], heightPt: number): void
  /** Merges a range whose upper left cell stands in sheet row `top` (from 1). */
  merge(top: number, span: CellSpan): void
}

/**
 * A small sheet put together row by row, with merged ranges. Every cell of a merged range carries the look of its first
 * one: programs draw the borders of a merged range from all its cells.
 */
export class FormGrid implements FormCanvas {
  readonly merges: string[] = []
  readonly #rows: string[] = []
  /** All rows together, in points. */
  heightPt = 0
  readonly #styles: Pick<StyleTable, 'use'>

  constructor(styles: Pick<StyleTable, 'use'>) {
    this.#styles = styles
  }

  get rowCount(): number {
    return this.#rows.length
  }

  addRow(cells: readonly (GridCell | undefined)[], heightPt: number): void {
    const row = this.rowCount + 1
    const xml = cells.map((cell, column) => (cell === undefined ? '' : this.#cell(cell, row, column))).join('')
    this.heightPt += heightPt
    this.#rows.push(`<row r="${row}" ht="${heightPt}" customHeight="1">${xml}</row>`)
  }

  merge(top: number, { column, rowSpan = 1, colSpan = 1 }: CellSpan): void {
    if (rowSpan * colSpan > 1) this.merges.push(rangeOf(top, column, top + rowSpan - 1, column + colSpan - 1))
  }

  toXml(): string {
    return `<sheetData>${this.#rows.join('')}</sheetData>`
  }

  #cell({ value, look }: GridCell, row: number, column: number): string {
    const place = `r="${columnLetters(column)}${row}"`
    if (value === null || value === '') return `<c ${place} s="${this.#styles.use(look)}"/>`
    if (typeof value === 'number') return `<c ${place} s="${this.#styles.use(look)}"><v>${value}</v></c>`
    if (value.length > MAX_CELL_CHARACTERS) throw new Refusal('text_too_long', { row, column: columnLetters(column) })
    const style = this.#styles.use({ ...look, format: '@', ...(looksLikeFormula(value) ? { quotePrefix: true } : {}) })
    return `<c ${place} s="${style}" t="inlineStr"><is>${textElement(value)}</is></c>`
  }
}
