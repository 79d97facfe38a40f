import type { FormSheet } from '../../workbook/write/form/formTypes'
import { formColumn } from '../reports/tables/formTable'

/** The headings over a column from top to bottom, each once. */
export function headingOf({ header }: Pick<FormSheet, 'header'>, letters: string): string {
  const index = formColumn(letters)
  const over = header.filter(({ column, colSpan = 1 }) => column <= index && index < column + colSpan).toSorted((a, b) => a.row - b.row)
  return [...new Set(over.map(({ text }) => text.replaceAll('\n', '')))].join(' ')
}
