import { escapeXml } from '../../write/package/xmlText'
import { mapSheet } from '../sheetCells'
import { spliced, type Replacement } from '../splice'
import { attributeOf } from '../../xml/xmlTags'
import { copyFormula, shiftFormula } from './formulaRows'
import { shiftedRow, type RowGrowth } from '../../forms/rowGrowth'
import { formulaOf } from './sharedFormulas'

/** A formula that goes on from the row above, with the row where its cell stands when the sheet has grown. */
interface Continued { row: number; column: number; formula: string }

/**
 * Formulas of a list that were filled down its rows, so that each speaks of the row above or below it: running numbers,
 * balances. Following the cells they meant, as other formulas do, would tear the chain at the new rows; they go on as if filled
 * down over them.
 *
 * @param xml  the sheet before rows are put in
 */
export function continuedFormulas(xml: string, sheet: string, growths: readonly RowGrowth[]): Continued[] {
  const { rows } = mapSheet(xml)
  return growths.flatMap(({ from, by }) => {
    const formulas = [from - 2, from - 1, from].map((wanted) => new Map(rows.find(({ row }) => row === wanted)?.cells.flatMap((cell) => {
      const formula = cell.hasFormula ? formulaOf(xml, cell) : null
      return formula !== null && attributeOf(xml, formula.tag, 't') === undefined ? [[cell.column, formula.text] as const] : []
    })))
    const [above, pattern, last] = formulas
    return [...(pattern ?? [])].flatMap(([column, text]): Continued[] => {
      const first = above?.get(column)
      const startsAbove = first !== undefined && copyFormula(first, 1) === text
      const moved = shiftFormula(startsAbove ? first : text, sheet, growths, true)
      const down = startsAbove ? 1 : 0
      const row = shiftedRow(from - 1, growths)
      const isContinued = last?.get(column) === copyFormula(text, 1)
      return [
        { row, column, formula: copyFormula(moved, down) },
        ...(isContinued ? [{ row: row + by + 1, column, formula: copyFormula(moved, down + by + 1) }] : []),
      ]
    })
  })
}

/** The sheet, its rows in their new places, with those formulas. */
export function withContinued(xml: string, continued: readonly Continued[]): string {
  const rows = new Map(mapSheet(xml).rows.map((row) => [row.row, row]))
  return spliced(xml, continued.flatMap(({ row, column, formula }): Replacement[] => {
    const cell = rows.get(row)?.cells.find((known) => known.column === column)
    const before = cell ? formulaOf(xml, cell) : null
    if (before === null || before.text === formula || before.text === '') return []
    return [{ start: before.tag.end, end: xml.lastIndexOf('<', before.end - 1), text: escapeXml(formula) }]
  }))
}
