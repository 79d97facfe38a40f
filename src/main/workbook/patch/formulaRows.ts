/** Rows put into a sheet: everything from `from` on stands `by` rows lower. */
export interface RowGrowth {
  sheet: string
  from: number
  by: number
}

export function shiftedRow(row: number, growths: readonly Omit<RowGrowth, 'sheet'>[]): number {
  return growths.reduce((sum, { from, by }) => (row >= from ? sum + by : sum), row)
}

// In this order: a text; a sheet's name, quoted or not; a whole word (a function, a name); cells; whole rows.
const token = /"(?:[^"]|"")*"|('(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!|(\$?[A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(.])|[\p{L}_\\][\p{L}\p{N}_.\\]*|(\$?)(\d{1,7}):(\$?)(\d{1,7})|\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?|:|./gsu

/**
 * A formula after rows were put into sheets: its references follow the cells they meant.
 *
 * @param home  sheet of the formula, which a reference without a sheet means
 */
export function shiftFormula(formula: string, home: string, growths: readonly RowGrowth[]): string {
  return rewritten(formula, home, (row, sheet) => shiftedRow(row, growths.filter((growth) => growth.sheet === sheet)))
}

/** A formula copied some rows down: references without a dollar sign at their row move along. */
export function copyFormula(formula: string, by: number): string {
  return rewritten(formula, '', (row, _sheet, isFixed) => (isFixed ? row : row + by))
}

function rewritten(formula: string, home: string, moved: (row: number, sheet: string, isFixed: boolean) => number): string {
  let named: string | null = null
  let isRange = false
  let before: string | null = null
  return formula.replaceAll(token, (written: string, sheet?: string, letters?: string, fixed?: string, row?: string, ...more: unknown[]) => {
    // The second half of a range belongs to the sheet of the first.
    const scope = named ?? (isRange ? before : null) ?? home
    const [firstFixed, first, lastFixed, last] = more as (string | undefined)[]
    isRange = written === ':'
    if (isRange) return written
    if (sheet !== undefined) {
      named = sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet
      return written
    }
    before = scope
    named = null
    if (row !== undefined) return `${letters}${fixed}${moved(Number(row), scope, fixed === '$')}`
    if (first === undefined || last === undefined) return written
    return `${firstFixed}${moved(Number(first), scope, firstFixed === '$')}:${lastFixed}${moved(Number(last), scope, lastFixed === '$')}`
  })
}

/** Ranges separated by blanks (sqref, ref) after rows were put into their sheet. */
export function shiftRanges(ranges: string, sheet: string, growths: readonly RowGrowth[]): string {
  return ranges.split(/(\s+)/).map((range) => shiftFormula(range, sheet, growths)).join('')
}
