import { columnIndex } from '../../../../shared/domain/columnLetters'
import type { FormNumberFormat } from '../../../workbook/write/form/formTypes'

/** A form's body before it is drawn: what checks look at and the sheet shows. */
export interface FormTable {
  rows: TableRow[]
  /** Index of the total among the rows; null for lists. */
  totalRow: number | null
}

export interface TableRow {
  cells: TableCell[]
  /** Part of a sum over the regions: neither the total nor a zone inside its host. */
  isAddend: boolean
  isTotal: boolean
  /** Name of the region in the layout that the row counts, 全市 for the total; absent in lists. */
  region?: string
}

export interface TableCell {
  /** "-" says not applicable, null leaves the cell blank. */
  value: number | string | null
  format?: FormNumberFormat | 'yyyy-mm-dd'
}

/** Zero-based column of a form, named by the letters of its sheet; -1 for what names none. */
export function formColumn(letters: string): number {
  return columnIndex(letters) ?? -1
}

/** The number in a column of a form, by its letters; 0 where the cell holds none, as sums of a form take it. */
export function numberAt(row: TableRow | undefined, letters: string): number {
  const value = row?.cells[formColumn(letters)]?.value
  return typeof value === 'number' ? value : 0
}
