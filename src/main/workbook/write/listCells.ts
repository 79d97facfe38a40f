import { Refusal } from '../../../shared/domain/result'
import { looksLikeFormula } from '../../../shared/domain/formulaGuard'
import { columnLetters } from './cellAddress'
import { dateSerialOf } from './dateSerial'
import type { StyleTable } from './styleTable'
import { textElement } from './xmlText'

/** What a list's cell may hold. Dates are yyyy-mm-dd texts; percentages are fractions. */
export type ListValue = string | number | boolean | null | undefined

export interface ListColumn {
  header: string
  kind: 'text' | 'integer' | 'number' | 'date' | 'percent'
  /** In digits of the default font; a Chinese character takes two. */
  width: number
  /** Digits after the point: number (as needed when left out) and percent (1). */
  decimals?: number
}

/** Writes one cell; '' for an empty one. Texts over Excel's limit are refused (text_too_long), never cut. */
export type CellWriter = (value: ListValue, row: number) => string

export const MAX_CELL_CHARACTERS = 32_767
/** Older programs show a longer text in a text-formatted cell as ####. */
const MAX_SHOWN_IN_TEXT_FORMAT = 255

/**
 * A writer for each column. Texts are inline string cells, never formulas; one that looks like a formula also carries
 * the quote-prefix style, so that it stays text when somebody edits the cell.
 */
export function cellWritersOf(columns: readonly ListColumn[], styles: StyleTable): CellWriter[] {
  const textStyle = styles.use({ format: '@' })
  const longTextStyle = styles.use({})
  const formulaTextStyle = styles.use({ format: '@', quotePrefix: true })
  const styleOfText = (text: string): number =>
    looksLikeFormula(text) ? formulaTextStyle : text.length > MAX_SHOWN_IN_TEXT_FORMAT ? longTextStyle : textStyle

  return columns.map((column, index) => {
    const letters = columnLetters(index)
    const writeText = (text: string, row: number): string => textCell(letters, row, styleOfText(text), text)
    const writeKind = kindWriter(column, letters, styles)
    return (value, row) => {
      if (value === null || value === undefined || value === '') return ''
      return writeKind(value, row) ?? writeText(String(value), row)
    }
  })
}

/** @returns undefined where the value is not of the column's kind and is better kept as the text it is */
type KindWriter = (value: string | number | boolean, row: number) => string | undefined

function kindWriter(column: ListColumn, letters: string, styles: StyleTable): KindWriter {
  if (column.kind === 'text') return () => undefined
  const style = styles.use({ format: formatOf(column) })
  const numberCell = (value: number, row: number): string => `<c r="${letters}${row}" s="${style}"><v>${value}</v></c>`
  if (column.kind === 'date') {
    return (value, row) => {
      const serial = typeof value === 'string' ? dateSerialOf(value) : undefined
      return serial === undefined ? undefined : numberCell(serial, row)
    }
  }
  return (value, row) => (typeof value === 'number' && Number.isFinite(value) ? numberCell(value, row) : undefined)
}

function formatOf({ kind, decimals }: ListColumn): string {
  const fraction = (digits: number): string => (digits === 0 ? '0' : `0.${'0'.repeat(digits)}`)
  switch (kind) {
    case 'text': return '@'
    case 'date': return 'yyyy-mm-dd'
    case 'integer': return '0' // no thousands separator: years and counts share this kind
    case 'number': return decimals === undefined ? 'General' : fraction(decimals)
    case 'percent': return `${fraction(decimals ?? 1)}%`
  }
}

export function textCell(letters: string, row: number, style: number, text: string): string {
  if (text.length > MAX_CELL_CHARACTERS) throw new Refusal('text_too_long', { row, column: letters })
  return `<c r="${letters}${row}" s="${style}" t="inlineStr"><is>${textElement(text)}</is></c>`
}
