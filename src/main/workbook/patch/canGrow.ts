import { relationshipsOf, type TemplatePackage } from './templatePackage'
import { attributeOf, tagsOf } from './xmlTags'

/** What may hang on a sheet whose rows move: it knows nothing of rows. */
const harmless = /\/(?:printerSettings|hyperlink|customProperty)$/
/** Parts that speak of cells somewhere in the workbook and are never rewritten. */
const speaking = /\/(?:charts|pivotTables|pivotCache|tables|queryTables|slicers)\//i

/**
 * Whether rows can be put into a sheet so that everything that speaks of its cells follows. Charts, tables, pivots,
 * comments and drawings are taken over byte by byte and could not; shared and array formulas cannot be cut.
 */
export async function canGrow(template: TemplatePackage, sheet: string): Promise<boolean> {
  if (template.entries.some(({ name }) => speaking.test(`/${name}`))) return false
  for (const { name, part } of template.sheets) {
    const xml = await template.text(part)
    if (name === sheet ? !isPlain(xml) : hasSharedReference(xml)) return false
    if (name === sheet && !(await hasHarmlessParts(template, part))) return false
  }
  return true
}

async function hasHarmlessParts(template: TemplatePackage, part: string): Promise<boolean> {
  const name = relationshipsOf(part)
  if (!template.entries.some((entry) => entry.name.toLowerCase() === name.toLowerCase())) return true
  const xml = await template.text(name)
  return [...tagsOf(xml)].every((tag) => tag.name !== 'Relationship' || tag.kind === 'close' || harmless.test(attributeOf(xml, tag, 'Type') ?? ''))
}

function isPlain(xml: string): boolean {
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'rowBreaks' || tag.name === 'scenarios' || tag.name === 'dataConsolidate') return false
    if (tag.name === 'f' && tag.kind !== 'close' && (attributeOf(xml, tag, 't') ?? 'normal') !== 'normal') return false
  }
  return true
}

/** A formula that several cells share and that speaks of another sheet. */
function hasSharedReference(xml: string): boolean {
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'f' || tag.kind !== 'open' || (attributeOf(xml, tag, 't') ?? 'normal') === 'normal') continue
    if (xml.slice(tag.end, xml.indexOf('<', tag.end)).includes('!')) return true
  }
  return false
}
