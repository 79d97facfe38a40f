import { columnLetters } from '../../../../shared/domain/columnLetters'
import { Refusal } from '../../../../shared/domain/result'
import { looksLikeFormula } from '../../../../shared/domain/formulaGuard'
import { dateSerialOf } from '../../../../shared/domain/dates/dateSerial'
import type { CellLook, StyleTable } from '../sheet/styleTable'
import { asciiBytes, type XmlBytes } from '../package/xmlBytes'

/** What a list's cell may hold. Dates are yyyy-mm-dd texts; percentages are fractions. */
export type ListValue = string | number | boolean | null | undefined

export interface ListColumn {
  header: string
  kind: 'text' | 'integer' | 'number' | 'date' | 'percent'
  /** In digits of the default font; a Chinese character takes two. By kind and header where left out. */
  width?: number
  /** Digits after the point: number (as needed when left out) and percent (1). */
  decimals?: number
}

/** Appends one cell, nothing for an empty one. Texts over Excel's limit are refused (text_too_long), never cut. */
export type CellWriter = (out: XmlBytes, value: ListValue, row: number) => void

export const MAX_CELL_CHARACTERS = 32_767
/** Older programs show a longer text in a text-formatted cell as ####. */
const MAX_SHOWN_IN_TEXT_FORMAT = 255

/**
 * A writer for each column. Texts are inline string cells, never formulas; one that looks like a formula also carries
 * the quote-prefix style, so that it stays text when somebody edits the cell.
 */
export function cellWritersOf(columns: readonly ListColumn[], styles: StyleTable): CellWriter[] {
  return columns.map((column, index) => {
    const letters = columnLetters(index)
    const writeText = textWriter(letters, styles)
    const writeNumber = numberWriter(letters, styles.use({ format: formatOf(column) }))
    return (out, value, row) => {
      if (value === null || value === undefined || value === '') return
      const number = numberOf(column, value)
      if (number === undefined) writeText(out, String(value), row)
      else writeNumber(out, number, row)
    }
  })
}

/** The number a cell stores; undefined where the value is not of the column's kind and is better kept as its text. */
function numberOf({ kind }: ListColumn, value: string | number | boolean): number | undefined {
  if (kind === 'text') return undefined
  if (kind === 'date') return typeof value === 'string' ? dateSerialOf(value) : undefined
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

type Writer<T> = (out: XmlBytes, value: T, row: number) => void

function textWriter(letters: string, styles: StyleTable): Writer<string> {
  const before = asciiBytes(`<c r="${letters}`)
  const after = asciiBytes('</is></c>')
  const opening = (look: CellLook): Uint8Array => asciiBytes(`" s="${styles.use(look)}" t="inlineStr"><is>`)
  const ordinary = opening({ format: '@' })
  const long = opening({})
  const formulaLike = opening({ format: '@', quotePrefix: true })
  return (out, text, row) => {
    if (text.length > MAX_CELL_CHARACTERS) throw new Refusal('text_too_long', { row, column: letters })
    out.ascii(before)
    out.integer(row)
    out.ascii(looksLikeFormula(text) ? formulaLike : text.length > MAX_SHOWN_IN_TEXT_FORMAT ? long : ordinary)
    out.textElement(text)
    out.ascii(after)
  }
}

function numberWriter(letters: string, style: number): Writer<number> {
  const before = asciiBytes(`<c r="${letters}`)
  const opening = asciiBytes(`" s="${style}"><v>`)
  const after = asciiBytes('</v></c>')
  return (out, value, row) => {
    out.ascii(before)
    out.integer(row)
    out.ascii(opening)
    out.number(value)
    out.ascii(after)
  }
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
