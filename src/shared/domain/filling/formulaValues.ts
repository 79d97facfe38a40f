import { placeKey, type FormPlace, type FormSheet } from './formSheet'
import { cellsOf, parseReference, reckon, sizeOf } from './reckoning'

/** A number that will stand in a cell, null for a text; rows are one-based, columns zero-based. */
export interface FilledNumber extends FormPlace { number: number | null }

export interface FormulaValues {
  /** What a formula's cell comes to; null where it is no formula, names what is no number, or says more than is read here. */
  of(sheet: string, row: number, column: number): number | null
  /** The cells that a formula adds, one by one; null where it does anything else. */
  summands(sheet: string, row: number, column: number): FormPlace[] | null
}

type Content = { number: number } | { formula: string } | 'text' | 'unknown'

/** Formulas that name each other in a circle end somewhere. */
const deepest = 60
/** Cells that all formulas of a form together look at, and that one total adds. */
const mostLooks = 1_000_000
const mostSummands = 400

/**
 * The results of a form's plain formulas once it is filled, for whoever looks before it is written: the four kinds of reckoning,
 * SUM, AVERAGE, MAX, MIN, ROUND, ABS and RANK. The file keeps its formulas; its program reckons them anew when it opens.
 *
 * @param unfilled  cells that could not be filled: what names them comes to nothing yet
 */
export function formulaValues(sheets: readonly FormSheet[], filled: readonly FilledNumber[], unfilled: readonly FormPlace[] = []): FormulaValues {
  const contents = new Map<string, Content>()
  for (const { name, cells } of sheets) {
    for (const { row, column, kind, text } of cells) {
      if (kind === 'formula') contents.set(placeKey({ sheet: name, row, column }), { formula: text.replace(/^=/u, '') })
      else if (kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) contents.set(placeKey({ sheet: name, row, column }), { number: Number(text) })
      else if (kind !== 'empty') contents.set(placeKey({ sheet: name, row, column }), 'text')
    }
  }
  for (const { sheet, row, column, number } of filled) contents.set(placeKey({ sheet, row, column }), number === null ? 'text' : { number })
  for (const { sheet, row, column } of unfilled) contents.set(placeKey({ sheet, row, column }), 'unknown')
  const known = new Map<string, number | null>()
  let looks = 0
  const maySpend = (cells: number): boolean => (looks += cells) <= mostLooks

  function valueOf(key: string, depth: number): number | 'text' | null {
    const content = contents.get(key)
    if (content === undefined) return 0
    if (content === 'text') return 'text'
    if (content === 'unknown') return null
    if ('number' in content) return content.number
    const found = known.get(key)
    if (found !== undefined) return found
    const around = { sheet: key.slice(0, key.indexOf('\n')), valueAt: (cell: string) => valueOf(cell, depth + 1), holds: (cell: string) => contents.has(cell), maySpend }
    const value = depth > deepest ? null : reckon(content.formula, around)
    known.set(key, value)
    return value
  }

  return {
    of(sheet, row, column) {
      const key = placeKey({ sheet, row, column })
      const content = contents.get(key)
      const value = typeof content === 'object' && 'formula' in content ? valueOf(key, 0) : null
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    },
    summands(sheet, row, column) {
      const content = contents.get(placeKey({ sheet, row, column }))
      if (typeof content !== 'object' || !('formula' in content)) return null
      const terms = /^\s*SUM\(([^()]*)\)\s*$/iu.exec(content.formula)?.[1]?.split(',') ?? content.formula.split('+')
      const ranges = terms.map((term) => parseReference(term.trim(), sheet))
      if (!ranges.every((range) => range !== null)) return null
      return ranges.reduce((sum, range) => sum + sizeOf(range), 0) > mostSummands ? null : ranges.flatMap(cellsOf)
    },
  }
}
