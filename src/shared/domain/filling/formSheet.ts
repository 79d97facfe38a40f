/** A sheet of a received form as it looks, for whoever shows it or reads its headings. Rows are one-based, columns zero-based. */
export interface FormSheet {
  name: string
  /** In digits of the usual face, and in points; hidden ones are 0. */
  columnWidths: number[]
  rowHeights: number[]
  /** Cells that hold or look like something; what a merged cell covers is left out. */
  cells: FormCell[]
  /** The sheet goes on below or beside what is shown. */
  isCut: boolean
}

export interface FormCell {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  /** As it is written; a formula with its sign. */
  text: string
  kind: 'empty' | 'text' | 'number' | 'formula'
  align: 'left' | 'center' | 'right'
  isBold: boolean
  /** In points. */
  size: number
  /** Six hexadecimal digits. */
  fill: string | null
  hasBorder: boolean
  /** Goes on in a second line where the column ends; else it reaches over empty cells beside it. */
  isWrapped: boolean
}

/** A cell of a form's sheet. */
export interface FormPlace { sheet: string; row: number; column: number }

/** The place as a key of maps and sets. */
export function placeKey({ sheet, row, column }: FormPlace): string {
  return `${sheet}\n${row}:${column}`
}
