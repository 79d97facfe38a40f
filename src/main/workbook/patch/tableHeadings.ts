import { columnLetters } from '../../../shared/domain/columnLetters'
import { Refusal } from '../../../shared/domain/result'
import { escapeXml } from '../write/package/xmlText'
import { parseRange } from '../xlsx/cellReference'
import { attributeOf, tagsOf, withAttribute } from '../xml/xmlTags'
import { shownValue } from '../forms/formValues'
import type { CellEdit } from '../forms/formValues'
import { spliced, type Replacement } from './splice'

/**
 * A table part whose columns are called as the cells over them: where the two differ, programs take the file for damaged.
 *
 * @param edits    of the sheet that the table stands on
 * @param isNamed  whether a formula of the workbook names a column so
 * @throws Refusal template_cell_taken for a heading that is to be a number, nothing or another's name, or that formulas name
 */
export function withHeadings(table: string, edits: readonly CellEdit[], sheet: string, isNamed: (heading: string) => boolean): string {
  const columns = [...tagsOf(table)].filter(({ name, kind }) => name === 'tableColumn' && kind !== 'close')
  const [root] = tagsOf(table)
  const range = root === undefined ? undefined : parseRange(attributeOf(table, root, 'ref') ?? '')
  if (root === undefined || range === undefined || attributeOf(table, root, 'headerRowCount') === '0') return table
  const names = columns.map((tag) => attributeOf(table, tag, 'name') ?? '')
  return spliced(table, edits.filter(({ row }) => row === range.top).flatMap(({ row, column, value }): Replacement[] => {
    const at = column - range.left
    const [tag, before] = [columns[at], names[at]]
    const heading = shownValue(value)
    if (tag === undefined || before === undefined || heading === before) return []
    const isFree = typeof value === 'string' && heading !== '' && !names.some((name) => name.toLowerCase() === heading.toLowerCase()) && !isNamed(before)
    if (!isFree) throw new Refusal('template_cell_taken', { sheet, row, column: columnLetters(column) }, { what: 'heading', reason: 'heading' })
    names[at] = heading
    return [{ start: tag.start, end: tag.end, text: withAttribute(table.slice(tag.start, tag.end), 'name', escapeXml(heading).replaceAll(/\r?\n/g, '_x000a_')) }]
  }))
}
