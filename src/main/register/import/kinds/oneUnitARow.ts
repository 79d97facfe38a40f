import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import type { Row } from '../../../workbook/types'
import { isOrganisation } from '../table/cellNature'
import { cellText } from '../table/cellText'
import type { HeaderColumn } from '../table/columnFields'
import type { HeaderMatch } from '../table/header'

/**
 * 起草单位 with one unit a row, the number of the standard merged over its rows or printed in each. No row has the list, and nothing
 * says that the rows stand in its order: the units took part, and their places are not known (domain.md 1.5).
 *
 * @returns the match with its units as those of their rows; unchanged where a column gives their places, or a cell holds several
 */
export function oneUnitARowMatch(match: HeaderMatch, rows: readonly Row[]): HeaderMatch {
  const { fields } = match.mapping
  const [key, units] = [fields.get('standardNo'), fields.get('draftingUnits')]
  if (key === undefined || units === undefined || ['reportingUnit', 'leadUnit', 'unitRank', 'otherDraftingUnits'].some((field) => fields.has(field))) return match
  const last = match.header.rows.at(-1) ?? 0
  if (!hasSeveralRows(rows.filter(({ row }) => row > last), key.index, units.index)) return match
  const renamed = [...fields].map(([field, column]): [string, HeaderColumn] => [field === 'draftingUnits' ? 'reportingUnit' : field, column])
  return { ...match, mapping: { ...match.mapping, fields: new Map(renamed) } }
}

/** Whether rows of one standard follow each other with another unit in each; of a merged number only the first row has it. */
function hasSeveralRows(body: readonly Row[], key: number, units: number): boolean {
  let above = { number: '', unit: '' }
  let isFound = false
  for (const { cells } of body) {
    const [written, unit] = [cellText(cells[key] ?? null).trim(), cellText(cells[units] ?? null).trim()]
    const isOne = isOrganisation(unit) && parseDraftingUnits(unit).units.length === 1
    const number = written === '' ? above.number : written
    const isSame = number !== '' && number === above.number
    if (isSame && isOne && unit !== above.unit) isFound = true
    else if (isSame && unit !== '' && !isOne) return false
    above = { number, unit }
  }
  return isFound
}
