import { columnLetters } from '../../../shared/domain/columnLetters'
import { createHash } from 'node:crypto'
import type { ColumnSpan } from './table/recognised'

/** Where a question is asked: the cell of a field, in a row of one of the sheet's tables. */
export interface QuestionPlace {
  sheet: string | null
  row: number
  field: string
  /** Of a table that stands beside another, as {@link tableColumn} says. */
  table: string | null
}

/** Id of a question, twelve hex digits: the same cell of the same file asks the same question whenever it is imported. */
export function questionIdOf(sha256: string, { sheet, row, field, table }: QuestionPlace): string {
  return createHash('sha256').update(`${sha256}|${sheet ?? ''}|${row}|${field}${table === null ? '' : `@${table}`}`).digest('hex').slice(0, 12)
}

/**
 * Rows of tables that stand side by side have one number: a table that does not begin in the sheet's first column is told
 * by the letters of its own. Null for every other.
 */
export function tableColumn(span: ColumnSpan | null): string | null {
  return span === null || span.left === 0 ? null : columnLetters(span.left)
}
