import { maxRow } from '../../limits'
import { parseRange } from '../../xlsx/cellReference'
import { mapSheet } from '../sheetCells'
import type { TemplatePackage } from '../templatePackage'
import { attributeOf, tagsOf } from '../../xml/xmlTags'
import { findFollowing } from './followingParts'
import { namesOneCell } from './formulaRows'
import type { RowGrowth } from '../../forms/rowGrowth'
import { formulaTexts } from './sharedFormulas'

/** Records of shared editing and of live data name cells as well; whoever has them does not send forms. */
const speaking = /^\/xl\/(?:revisions\/|volatileDependencies\.xml)/i

/**
 * Whether rows can be put into a sheet so that everything that speaks of its cells follows. What cannot be cut (an array formula, a
 * table of what-if figures, a pivot table over the place) and parts of an unknown kind on the sheet speak against it.
 */
export async function canGrow(template: TemplatePackage, growth: RowGrowth): Promise<boolean> {
  if (template.entries.some(({ name }) => speaking.test(`/${name.replaceAll('\\', '/')}`))) return false
  const part = template.sheets.find(({ name }) => name === growth.sheet)?.part
  if (part === undefined || !canBeCut(await template.text(part), growth)) return false
  if (growth.stretches === true && (await isNamedAlone(template, growth))) return false
  const { following, unknown } = await findFollowing(template)
  if (unknown.some(({ sheet }) => sheet === growth.sheet)) return false
  for (const { part: pivot, type, sheet } of following) {
    if (type === 'pivotTable' && sheet === growth.sheet && isCutBy(await template.text(pivot), growth)) return false
  }
  return true
}

/**
 * Whether a formula elsewhere names a cell of a list's only row: whether it means that one record or, as =SUM(C3), all that come to
 * stand there, nobody knows.
 */
async function isNamedAlone(template: TemplatePackage, { sheet, from }: RowGrowth): Promise<boolean> {
  for (const { name, part } of template.sheets) {
    const cells = (await template.cells(part)).rows.filter(({ row }) => name !== sheet || row !== from - 1).flatMap((row) => row.cells)
    if (formulaTexts(await template.text(part), cells).some(({ text }) => namesOneCell(text, name, { sheet, row: from - 1 }))) return true
  }
  return false
}

function canBeCut(xml: string, { from, by, stretches }: RowGrowth): boolean {
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'dataConsolidate') return false
    if (tag.name !== 'f' || tag.kind === 'close') continue
    const type = attributeOf(xml, tag, 't')
    if (type === 'dataTable') return false
    if (type === 'array' && spans(attributeOf(xml, tag, 'ref'), from)) return false
    if (type === 'array' && stretches === true && parseRange(attributeOf(xml, tag, 'ref') ?? '')?.bottom === from - 1) return false
  }
  const last = mapSheet(xml).rows.findLast(({ cells }) => cells.some((cell) => cell.hasFormula || xml.slice(cell.start, cell.end).includes('</')))
  return (last?.row ?? 0) + by <= maxRow
}

function isCutBy(pivot: string, { from }: RowGrowth): boolean {
  return [...tagsOf(pivot)].some((tag) => tag.name === 'location' && tag.kind !== 'close' && spans(attributeOf(pivot, tag, 'ref'), from))
}

/** Whether rows put in before `from` would tear a range. */
function spans(range: string | undefined, from: number): boolean {
  const place = parseRange(range ?? '')
  return place !== undefined && place.top < from && place.bottom >= from
}
