import { Refusal } from '../../../shared/domain/result'
import { raised } from '../../../shared/domain/raisedDigits'
import { maxCellBytes, maxColumn, maxMerges, maxRow } from '../limits'
import type { Cell, Merge, Row } from '../types'
import { tidyCellText } from './htmlText'

interface OpenCell {
  text: string
  column: number
  columns: number
  rows: number
}

/** One table under construction: where its cells fall, given the spans of the cells before. */
class OpenTable {
  cell: OpenCell | undefined
  private row: { cells: Cell[]; hidden: boolean } | undefined
  private nextColumn = 0
  /** For every column, how many more rows a cell above reaches down. */
  private reach: number[] = []

  get hasRow(): boolean {
    return this.row !== undefined
  }

  openRow(hidden: boolean): void {
    this.row = { cells: [], hidden }
    this.nextColumn = 0
  }

  openCell(columns: number, rows: number): void {
    let column = this.nextColumn
    while ((this.reach[column] ?? 0) > 0) column++
    if (column >= maxColumn) throw new Refusal('too_large', undefined, { what: 'columns' })
    const width = Math.min(columns, maxColumn - column)
    this.cell = { text: '', column, columns: width, rows }
    this.nextColumn = column + width
  }

  /** Sets the open cell's text; returns it with its span. */
  closeCell(): OpenCell | undefined {
    const cell = this.cell
    this.cell = undefined
    if (!cell || !this.row) return undefined
    const value = tidyCellText(cell.text)
    if (value !== null) {
      while (this.row.cells.length < cell.column) this.row.cells.push(null)
      this.row.cells[cell.column] = value
    }
    // One more than the rows below: the row that is open counts itself off when it closes.
    for (let column = cell.column; cell.rows > 1 && column < cell.column + cell.columns; column++) this.reach[column] = cell.rows
    return cell
  }

  closeRow(): { cells: Cell[]; hidden: boolean } | undefined {
    const row = this.row
    this.row = undefined
    if (row) this.reach = this.reach.map((rows) => Math.max(0, rows - 1))
    return row
  }
}

/**
 * Collects the rows of every table of a page, in the order of their ends, under one running number: a page has no
 * sheets, and leaving a table out because another one is larger would lose rows without a word.
 */
export class TableRows {
  readonly merges: Merge[] = []
  delivered = 0
  /** Whether what comes stands raised, as marks of footnotes do. */
  isRaised = false
  private rows: Row[] = []
  private rowNumber = 0
  private readonly open: OpenTable[] = []

  get current(): OpenTable | undefined {
    return this.open.at(-1)
  }

  takeRows(): Row[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  get waiting(): number {
    return this.rows.length
  }

  openTable(): void {
    this.open.push(new OpenTable())
  }

  closeTable(): void {
    this.closeRow()
    this.open.pop()
  }

  openRow(hidden: boolean): void {
    if (!this.current) return
    this.closeRow()
    this.current.openRow(hidden)
  }

  openCell(columns: number, rows: number): void {
    if (!this.current) return
    this.closeCell()
    if (!this.current.hasRow) this.current.openRow(false)
    this.current.openCell(columns, rows)
  }

  addText(text: string): void {
    const cell = this.current?.cell
    if (!cell) return
    if (cell.text.length + text.length > maxCellBytes) throw new Refusal('too_large', { row: this.rowNumber + 1 }, { what: 'cell' })
    cell.text += this.isRaised ? raised(cell.text, text) : text
  }

  closeCell(): void {
    this.isRaised = false
    const cell = this.current?.closeCell()
    if (!cell || (cell.columns === 1 && cell.rows === 1)) return
    if (this.merges.length >= maxMerges) throw new Refusal('too_large', undefined, { what: 'merges' })
    const top = this.rowNumber + 1
    this.merges.push({ top, bottom: top + cell.rows - 1, left: cell.column, right: cell.column + cell.columns - 1 })
  }

  closeRow(): void {
    this.closeCell()
    const row = this.current?.closeRow()
    if (!row) return
    this.rowNumber++
    if (this.rowNumber > maxRow) throw new Refusal('too_large', undefined, { what: 'rows' })
    if (row.cells.length === 0) return
    this.rows.push({ row: this.rowNumber, cells: row.cells, ...(row.hidden ? { hidden: true } : {}) })
    this.delivered++
  }

  finish(): void {
    while (this.open.length > 0) this.closeTable()
  }
}
