import type { AppendingSink } from '../write/atomicFile'
import { createZipAppender } from '../write/package/zipWriter'
import { plainFormats, readCellFormats } from './cellFormats'
import { looksOf } from './cellLooks'
import { withFittedRows, withShownRows } from './fitRows'
import { findFollowing, followRows, type FollowingPart } from './grow/followingParts'
import type { RowGrowth } from '../forms/rowGrowth'
import { growNames, growSheet } from './grow/growSheet'
import { withFullCalculation, withoutCalcChainRelation, withoutCalcChainType } from './patchCalculation'
import { withHeadings } from './tableHeadings'
import { withRefreshedSource } from './pivotCaches'
import { patchSheet } from './patchSheet'
import type { CellEdit } from '../forms/formValues'
import { rawEntryOf, relationshipsOf, type TemplatePackage } from './templatePackage'

const contentTypes = '[Content_Types].xml'

/**
 * Writes a received workbook with some of its cells filled. Only the sheets that are filled or that calculate, and what
 * says how the file is calculated, are written anew; every other part is taken over as the bytes it is.
 *
 * @param edits    by the sheet's name, at the rows where cells stand when the sheets have grown
 * @param growths  rows put into sheets first; whether a sheet can take them: canGrow
 * @throws Refusal template_cell_taken, damaged, too_large
 */
export async function fillWorkbook(template: TemplatePackage, edits: ReadonlyMap<string, readonly CellEdit[]>, sink: AppendingSink, growths: readonly RowGrowth[] = []): Promise<void> {
  const changed = await changedParts(template, edits, growths)
  const zip = createZipAppender(sink)
  for (const entry of template.entries) {
    const text = changed.get(entry.name)
    if (text === undefined) await zip.copy(await rawEntryOf(template, entry))
    else if (text !== null) await zip.add(entry.name, text)
  }
  await zip.finish()
}

/** The tables of the sheets that are filled; `tabled` names the sheets that say they have some. */
async function tablesUnder(template: TemplatePackage, edits: ReadonlyMap<string, readonly CellEdit[]>, tabled: ReadonlySet<string>): Promise<FollowingPart[]> {
  const tables: FollowingPart[] = []
  for (const { name, part } of template.sheets) {
    if (!edits.has(name) || !tabled.has(name)) continue
    for (const { type, target } of await template.related(part)) if (type === 'table') tables.push({ part: target, type, sheet: name })
  }
  return tables
}

async function pivotCachesOf(template: TemplatePackage): Promise<FollowingPart[]> {
  return (await template.related(template.workbook)).flatMap(({ type, target }) => (type === 'pivotCacheDefinition' ? [{ part: target, type, sheet: '' }] : []))
}

/** The new text of every part that differs, by the name of its entry; null for one that goes. */
async function changedParts(template: TemplatePackage, edits: ReadonlyMap<string, readonly CellEdit[]>, growths: readonly RowGrowth[]): Promise<Map<string, string | null>> {
  const changed = new Map<string, string | null>()
  const entryOf = (part: string): string | undefined => template.entries.find(({ name }) => name.toLowerCase() === part.toLowerCase())?.name
  const change = async (part: string, make: (text: string) => string): Promise<void> => {
    const name = entryOf(part)
    if (name === undefined) return
    const before = await template.text(part)
    const after = make(before)
    if (after !== before) changed.set(name, after)
  }
  let calculates = false
  /** Sheets whose formulas may name columns of tables. */
  const sheets: string[] = []
  const tabled = new Set<string>()
  const needsFormats = [...edits.values()].some((own) => own.some(({ value }) => typeof value === 'object' && value !== null))
  const formats = needsFormats ? await readCellFormats(template) : plainFormats
  const isFitted = [...edits.values()].some((own) => own.some((edit) => edit.isFitted))
  const { styles } = template
  const looks = isFitted && styles !== null && entryOf(styles) !== undefined ? looksOf(await template.text(styles)) : []
  for (const { name, part } of template.sheets) {
    const map = growths.length === 0 ? await template.cells(part) : undefined
    await change(part, (xml) => {
      if (xml.includes('[')) sheets.push(xml)
      if (xml.includes('tablePart')) tabled.add(name)
      const patched = patchSheet(growths.length === 0 ? xml : growSheet(xml, name, growths), edits.get(name) ?? [], name, map, formats)
      calculates ||= patched.hasFormulas
      return isFitted ? withFittedRows(withShownRows(patched.xml, edits.get(name) ?? []), edits.get(name) ?? [], looks) : patched.xml
    })
  }
  await change(template.workbook, (workbook) => {
    const named = growths.length === 0 ? workbook : growNames(workbook, growths)
    return calculates ? withFullCalculation(named) : named
  })
  for (const following of growths.length > 0 ? (await findFollowing(template)).following : [...(await tablesUnder(template, edits, tabled)), ...(await pivotCachesOf(template))]) {
    const { type, sheet, part } = following
    await change(part, (xml) => {
      const followed = growths.length > 0 ? followRows(xml, following, growths) : xml
      if (type === 'pivotCacheDefinition') return withRefreshedSource(followed, (source) => calculates || edits.has(source))
      return type === 'table' ? withHeadings(followed, edits.get(sheet) ?? [], sheet, (heading) => [xml, ...sheets].some((text) => text.includes(`[${heading}]`))) : followed
    })
  }
  if (!calculates) return changed
  const { calcChain } = template
  if (calcChain !== null) {
    await change(relationshipsOf(template.workbook), withoutCalcChainRelation)
    await change(contentTypes, (text) => withoutCalcChainType(text, calcChain))
    const name = entryOf(calcChain)
    if (name !== undefined) changed.set(name, null)
  }
  return changed
}
