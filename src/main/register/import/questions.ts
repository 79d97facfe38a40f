import { createHash } from 'node:crypto'

/** Id of a question, twelve hex digits: the same cell of the same file asks the same question whenever it is imported. */
export function questionIdOf(sha256: string, sheet: string | null, row: number, field: string): string {
  return createHash('sha256').update(`${sha256}|${sheet ?? ''}|${row}|${field}`).digest('hex').slice(0, 12)
}
