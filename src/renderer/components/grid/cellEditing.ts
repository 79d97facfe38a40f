import type { GridRow } from './resultSource'

/** How typing into cells is taken. */
export interface CellEditing {
  /** Whether the field of a column is one that a person can type. */
  canEdit(field: string): boolean
  /** The text to begin with, as an editor takes it. */
  textOf(row: GridRow, field: string): Promise<string>
  /** Stores what was typed; false keeps the editor open with the text in it. */
  store(row: GridRow, field: string, text: string): Promise<boolean>
  /** What was refused is given up: nothing is to be said of it any more. */
  onGivenUp(): void
  /** Somebody types into a cell that is computed or says which record it is. */
  onRefused(field: string): void
}

/** Where the focus goes from a cell, which the grid knows. */
export interface CellMoves {
  /** Enter goes down, Shift+Enter up. */
  step(rows: number): void
  /** Back into a cell whose text was refused. */
  goTo(rowIndex: number, field: string): void
  /** Tab goes to the next cell, with Shift to the one before. */
  tab(isBackwards: boolean): void
  /** Ctrl+Enter: the text into every selected cell. */
  fillSelection(text: string): void
}
