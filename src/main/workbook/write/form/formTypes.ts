import type { Lettering, Paper } from '../../../../shared/domain/catalogue/printedLook'

/** What a printed form consists of. Positions are zero-based and count from the form's own first header or body row. */

export type FormNumberFormat = '#,##0' | '0' | '0.0' | '0.00' | '0.000' | '0.0000' | '0%' | '0.0%' | '0.00%' | '0.000%' | '0.0000%' | '#,##0.00'

export interface FormCell {
  /** null leaves the cell blank (not reported); "-" says not applicable. Percentages are fractions. */
  value: string | number | null
  /** For numbers `#,##0` where left out; `yyyy-mm-dd` turns a complete date into a real one. */
  format?: FormNumberFormat | 'yyyy-mm-dd'
  bold?: boolean
  /** Numbers right, texts left where left out. */
  align?: 'left' | 'center' | 'right'
}

export interface CellSpan {
  row: number
  column: number
  rowSpan?: number
  colSpan?: number
}

export interface HeaderCell extends CellSpan {
  text: string
}

export interface FormColumn {
  /** At least this wide, in digits of the default font; the content widens it. */
  minWidth?: number
  /** Texts longer than this are wrapped (36 where left out); numbers and dates are never cut. */
  maxWidth?: number
}

export interface FormSheet {
  kind: 'form'
  name: string
  title: string
  /** Reporting unit, period or date, unit of measure: the line between title and header. */
  subtitle: { left?: string; middle?: string; right?: string }
  /** Table number, authorities and validity of a table under the statistics law, top right. */
  headBlock?: readonly string[]
  columns: readonly FormColumn[]
  header: readonly HeaderCell[]
  rows: readonly (readonly FormCell[])[]
  /** Merged cells of the body; the value stands in the upper left one. */
  bodyMerges?: readonly CellSpan[]
  notes: readonly string[]
  signature: string
  /** Columns that stay in sight when scrolling sideways. */
  frozenColumns?: number
  /** First and last sheet row repeated on each page; the header where left out. */
  printTitleRows?: readonly [number, number]
  paper: Paper
  /** `plain` where left out. */
  lettering?: Lettering
}

/** A plain sheet of explanations: a few columns of wrapped text. */
export interface TextSheet {
  kind: 'text'
  name: string
  title?: string
  columns: readonly { header: string; width: number }[]
  rows: readonly (readonly string[])[]
  paper: Paper
}

/** Sheet rows of the common skeleton (report-forms.md): title, subtitle, header from the third row on. */
export const SUBTITLE_ROW = 2
export const FIRST_HEADER_ROW = 3
