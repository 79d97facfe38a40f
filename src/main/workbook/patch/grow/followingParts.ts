import type { TemplatePackage } from '../templatePackage'
import { spliced, type Replacement } from '../splice'
import { attributeOf, tagsOf, withAttribute } from '../../xml/xmlTags'
import { shiftFormula } from './formulaRows'
import type { RowGrowth } from '../../forms/rowGrowth'
import { movedAnchors, movedBoxes } from './movedAnchors'
import { movedReferences, type ReferencePlaces } from './movedReferences'

/** A part that is made to follow when rows are put into sheets. */
export interface FollowingPart {
  part: string
  /** End of the relationship's type. */
  type: string
  /** Name of the sheet it hangs on; empty for what belongs to no one sheet. */
  sheet: string
}

type Follow = (xml: string, sheet: string, growths: readonly RowGrowth[]) => string

const places = (attributes: ReferencePlaces['attributes'], ...texts: string[]): ReferencePlaces => ({ attributes, texts: new Set(texts) })
const inTables = places({ table: ['ref'], autoFilter: ['ref'], sortState: ['ref'], sortCondition: ['ref'] }, 'calculatedColumnFormula', 'totalsRowFormula')
const inComments = places({ comment: ['ref'], threadedComment: ['ref'] })
const inCharts = places({}, 'f', 'sqref')
const inDrawings = places({ sp: ['textlink'], pic: ['textlink'] }, 'f')
const inControls = places({ formControlPr: ['fmlaLink', 'fmlaRange', 'fmlaGroup', 'fmlaTxbx', 'fmlaPict'] })
const inPivots = places({ location: ['ref'] })
const inFields = places({ singleXmlCell: ['r'] })
const inViews = places({ nsvFilter: ['ref'], sortCondition: ['ref'] })

const followed = (where: ReferencePlaces): Follow => (xml, sheet, growths) => movedReferences(xml, where, sheet, growths)
const chart = followed(inCharts)

const follows: Readonly<Record<string, Follow>> = {
  comments: followed(inComments), threadedComment: followed(inComments), table: followed(inTables), ctrlProp: followed(inControls),
  pivotTable: followed(inPivots), tableSingleCells: followed(inFields), namedSheetView: followed(inViews), chart, chartEx: chart, chartUserShapes: followed(inDrawings),
  drawing: (xml, sheet, growths) => movedAnchors(movedReferences(xml, inDrawings, sheet, growths), growths.filter((growth) => growth.sheet === sheet)),
  vmlDrawing: movedBoxes, pivotCacheDefinition: withMovedSource,
}

/** What hangs on a sheet or a drawing and speaks of no cells. */
const silent = new Set([
  'printerSettings', 'hyperlink', 'customProperty', 'image', 'oleObject', 'package', 'control', 'slicer', 'timeline', 'legacyDrawingHF', 'diagramData', 'diagramLayout', 'diagramQuickStyle',
  'diagramColors', 'diagramDrawing', 'video', 'media', 'audio', 'chartStyle', 'chartColorStyle', 'themeOverride', 'worksheetSortMap', 'queryTable', 'pivotCacheDefinition',
])

/** Where from further parts hang. */
const branches = new Set(['drawing', 'chart', 'chartEx'])

/** Where a pivot table reads from: a range of the sheet that it names. */
function withMovedSource(xml: string, _sheet: string, growths: readonly RowGrowth[]): string {
  const replacements: Replacement[] = []
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'worksheetSource' || tag.kind === 'close') continue
    const [range, source] = [attributeOf(xml, tag, 'ref'), attributeOf(xml, tag, 'sheet')]
    if (range !== undefined && source !== undefined) replacements.push({ start: tag.start, end: tag.end, text: withAttribute(xml.slice(tag.start, tag.end), 'ref', shiftFormula(range, source, growths)) })
  }
  return spliced(xml, replacements)
}

/**
 * The parts that speak of cells, and those of which nobody knows whether they do.
 *
 * @throws Refusal damaged, too_large
 */
export async function findFollowing(template: TemplatePackage): Promise<{ following: FollowingPart[]; unknown: FollowingPart[] }> {
  const found = { following: new Map<string, FollowingPart>(), unknown: [] as FollowingPart[] }
  const visit = async (from: string, sheet: string): Promise<void> => {
    for (const { type, target: part } of await template.related(from)) {
      if (found.following.has(part)) continue
      if (follows[type] !== undefined && (type !== 'pivotCacheDefinition' || sheet === '')) {
        found.following.set(part, { part, type, sheet })
        if (branches.has(type)) await visit(part, sheet)
      } else if (sheet !== '' && !silent.has(type)) found.unknown.push({ part, type, sheet })
    }
  }
  for (const { name, part } of template.sheets) await visit(part, name)
  for (const { type, target } of await template.related(template.workbook)) if (type === 'chartsheet') await visit(target, '')
  await visit(template.workbook, '')
  return { following: [...found.following.values()], unknown: found.unknown }
}

/** The part's text when rows have been put into sheets. */
export function followRows(xml: string, { type, sheet }: FollowingPart, growths: readonly RowGrowth[]): string {
  return follows[type]?.(xml, sheet, growths) ?? xml
}
