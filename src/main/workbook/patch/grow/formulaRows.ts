import { columnLetters } from '../../../../shared/domain/columnLetters'
import { maxColumn, maxRow } from '../../limits'
import { shiftedRow, type RowGrowth } from '../../forms/rowGrowth'
import { columnOfReference } from '../../xlsx/cellReference'

/**
 * In this order: a text; a sheet's name, quoted or not, of another workbook or of several sheets; what stands in the brackets of a
 * table's name; whole columns; cells; a whole word (a function, a name); whole rows; a number.
 */
const token = new RegExp([
  /"(?:[^"]|"")*"/u, /(?<sheet>'(?:[^']|'')*'|(?:\[\d+\])?[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!/u, /\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]/u,
  /(?<firstColumn>\$?[A-Za-z]{1,3}):(?<lastColumn>\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!$])/u, /(?<column>\$?[A-Za-z]{1,3})(?<row>\$?\d{1,7})(?![\p{L}\p{N}_(.])/u,
  /[\p{L}_\\][\p{L}\p{N}_.\\]*/u, /(?<firstRow>\$?\d{1,7}):(?<lastRow>\$?\d{1,7})/u, /\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?/u, /:/u, /./u,
].map(({ source }) => source).join('|'), 'gsu')

/** Whether a place stands by itself or at one end of a range. */
type End = 'alone' | 'first' | 'last'

/** How the rows and columns of references change; a place as it is written, with its dollar sign. */
interface Move {
  row(written: string, sheet: string, end: End): string
  column(written: string): string
}

/**
 * A formula after rows were put into sheets: its references follow the cells they meant.
 *
 * @param home   sheet of the formula, which a reference without a sheet means
 * @param isOwn  whether it goes with its row: then only what a dollar sign holds is a range of the list, C3:E3 is the row's
 */
export function shiftFormula(formula: string, home: string, growths: readonly RowGrowth[], isOwn = false): string {
  const bySheet = Map.groupBy(growths, ({ sheet }) => sheet.toLowerCase())
  return rewritten(formula, home, {
    row(written, sheet, end) {
      const own = bySheet.get(sheet.toLowerCase()) ?? []
      const reaches = end === 'last' && (!isOwn || written.startsWith('$'))
      return withRow(written, (row) => shiftedRow(row, own) + (reaches ? own.reduce((sum, { from, by, stretches }) => (stretches === true && row === from - 1 ? sum + by : sum), 0) : 0))
    },
    column: (written) => written,
  })
}

/** Whether a formula names a cell of one row by itself, and not as part of a range. */
export function namesOneCell(formula: string, home: string, named: { sheet: string; row: number }): boolean {
  let found = false
  rewritten(formula, home, {
    row(written, sheet, end) {
      found ||= end === 'alone' && sheet.toLowerCase() === named.sheet.toLowerCase() && Number(written.replace('$', '')) === named.row
      return written
    },
    column: (written) => written,
  })
  return found
}

/** A formula copied some rows down and columns to the right: what no dollar sign holds moves along. */
export function copyFormula(formula: string, rows: number, columns = 0): string {
  return rewritten(formula, '', {
    row: (written) => (written.startsWith('$') ? written : withRow(written, (row) => wrapped(row + rows, maxRow))),
    column: (written) => (columns === 0 || written.startsWith('$') ? written : columnLetters(wrapped(columnOfReference(written) + 1 + columns, maxColumn) - 1)),
  })
}

function withRow(written: string, moved: (row: number) => number): string {
  const sign = written.startsWith('$') ? '$' : ''
  return sign + String(moved(Number(written.slice(sign.length))))
}

/** Formulas that cells share may reach over an edge of the sheet and go on at the other. */
function wrapped(place: number, most: number): number {
  return ((place - 1 + most) % most) + 1
}

function rewritten(formula: string, home: string, move: Move): string {
  let named: string | null = null
  let isRange = false
  let before: string | null = null
  return formula.replaceAll(token, (written: string, ...match: unknown[]) => {
    const found = match.at(-1) as Readonly<Record<string, string | undefined>>
    const [at, whole] = match.slice(-3) as [number, string]
    const end: End = isRange ? 'last' : whole[at + written.length] === ':' ? 'first' : 'alone'
    // The second half of a range belongs to the sheet of the first.
    const scope = named ?? (isRange ? before : null) ?? home
    isRange = written === ':'
    if (isRange) return written
    if (found.sheet !== undefined) {
      named = found.sheet.startsWith("'") ? found.sheet.slice(1, -1).replaceAll("''", "'") : found.sheet
      return written
    }
    before = scope
    named = null
    const { column, row, firstColumn, lastColumn, firstRow, lastRow } = found
    if (column !== undefined && row !== undefined) return isColumn(column) ? move.column(column) + move.row(row, scope, end) : written
    if (firstColumn !== undefined && lastColumn !== undefined) return isColumn(firstColumn) && isColumn(lastColumn) ? `${move.column(firstColumn)}:${move.column(lastColumn)}` : written
    return firstRow === undefined || lastRow === undefined ? written : `${move.row(firstRow, scope, 'first')}:${move.row(lastRow, scope, 'last')}`
  })
}

/** Behind the last column letters and figures are a name. */
function isColumn(written: string): boolean {
  const column = columnOfReference(written.replace('$', ''))
  return column >= 0 && column < maxColumn
}
