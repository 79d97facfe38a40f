import type { Row } from '../types'

const fullRows = 500
const fullCells = 16_384
const fullTextLength = 1024 * 1024

/** Rows on their way out. A batch is full by rows, cells or text, so that neither wide rows nor long texts swell it. */
export class RowBatch {
  private rows: Row[] = []
  private cells = 0
  private textLength = 0

  get isFull(): boolean {
    return this.rows.length >= fullRows || this.cells >= fullCells || this.textLength >= fullTextLength
  }

  add(row: Row, textLength: number): void {
    this.rows.push(row)
    this.cells += row.cells.length
    this.textLength += textLength
  }

  take(): Row[] {
    const rows = this.rows
    this.rows = []
    this.cells = 0
    this.textLength = 0
    return rows
  }
}
