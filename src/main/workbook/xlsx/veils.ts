import type { Merge, Veil } from '../types'
import { attributeOf, tagsOf } from '../xml/xmlTags'
import type { ZipEntry } from '../zip/zipDirectory'
import { parseRange } from './cellReference'
import { isDisguise } from './disguise'
import { hides, plainLook, readLook, type Look, type Theme } from './looks'
import { readRelationships, type PackageParts } from './packageParts'
import { inlineRunVeils } from './richRuns'

/** Which looks of a workbook hide what stands in a cell: letters in the colour of their ground, or of no size; by number. */
export interface HidingLooks {
  /** Cell formats. */
  cells: boolean[]
  /** What letters of cell formats stand on. */
  grounds: (string | null)[]
  /** Formats of rules; those also hide a number by showing another one. */
  rules: boolean[]
}

/** @param styles  the text of the styles part */
export function hidingLooks(styles: string, theme: Theme): HidingLooks {
  const fonts: Look[] = []
  const fills: Look[] = []
  const found: HidingLooks = { cells: [], grounds: [], rules: [] }
  let list = ''
  let look: Look = plainLook
  for (const tag of tagsOf(styles)) {
    if (tag.kind === 'close') {
      if (tag.name === 'dxf') found.rules.push(isHidingRule(look))
      if (tag.name === list) list = ''
      continue
    }
    if (tag.kind === 'open' && lists.has(tag.name)) list = tag.name
    else if (list === 'fonts' && tag.name === 'font') fonts.push((look = { ...plainLook }))
    else if (list === 'fills' && tag.name === 'fill') fills.push((look = { ...plainLook }))
    else if (list === 'dxfs' && tag.name === 'dxf') look = { ...plainLook }
    else if (list === 'cellXfs' && tag.name === 'xf') {
      const [font, fill] = [fonts[Number(attributeOf(styles, tag, 'fontId') ?? 0)], fills[Number(attributeOf(styles, tag, 'fillId') ?? 0)]]
      const ground = fill ? fill.ground : plainLook.ground
      found.cells.push(hides({ ...(font ?? plainLook), ground }))
      found.grounds.push(ground)
    } else if (list !== '' && list !== 'cellXfs') readLook(styles, tag, list, look, theme)
  }
  return found
}

function isHidingRule(look: Look): boolean {
  return hides(look) || isDisguise(look.code || 'General')
}

const lists: ReadonlySet<string> = new Set(['fonts', 'fills', 'cellXfs', 'dxfs'])

/** More rules and drawings than a form of people has are not looked at one by one. */
const mostVeils = 10_000

/**
 * What lies over the cells of a sheet.
 *
 * @param looks  which looks hide what stands in a cell; undefined where the workbook has none
 * @throws Refusal damaged, too_large
 */
export async function readVeils(parts: PackageParts, sheet: ZipEntry, looks: HidingLooks | undefined, theme: Theme): Promise<Veil[]> {
  const xml = await parts.text(sheet)
  const veils = [...ruleVeils(xml, looks?.rules ?? [], theme), ...inlineRunVeils(xml, theme, looks?.grounds ?? [])]
  for (const { type, target } of await readRelationships(parts, sheet.name)) {
    const entry = type === 'drawing' ? parts.find(target) : undefined
    if (entry) veils.push(...drawingVeils(await parts.text(entry)))
  }
  return veils.slice(0, mostVeils)
}

/** Rules of later versions bring their format with them, and say last for which cells they are. */
function ruleVeils(xml: string, rules: readonly boolean[], theme: Theme): Veil[] {
  const veils: Veil[] = []
  let ranges: Merge[] = []
  let [isHiding, look, opened]: [boolean, Look | null, number] = [false, null, 0]
  const sheetData = xml.lastIndexOf('sheetData>')
  for (const tag of tagsOf(xml, sheetData < 0 ? 0 : xml.indexOf('>', sheetData))) {
    if (tag.name === 'conditionalFormatting' && tag.kind !== 'close') [ranges, isHiding] = [rangesOf(attributeOf(xml, tag, 'sqref')), false]
    else if (tag.name === 'sqref' && tag.kind === 'open') opened = tag.end
    else if (tag.name === 'sqref' && tag.kind === 'close') ranges = rangesOf(xml.slice(opened, tag.start))
    else if (tag.name === 'dxf' && tag.kind === 'open') look = { ...plainLook }
    else if (tag.name === 'dxf' && tag.kind === 'close' && look !== null) [isHiding, look] = [isHiding || isHidingRule(look), null]
    else if (tag.kind !== 'close' && look !== null) readLook(xml, tag, 'dxfs', look, theme)
    else if (tag.name === 'cfRule' && tag.kind !== 'close') isHiding ||= rules[Number(attributeOf(xml, tag, 'dxfId') ?? -1)] === true
    else if ((tag.name === 'iconSet' || tag.name === 'dataBar') && tag.kind !== 'close') isHiding ||= ['0', 'false'].includes(attributeOf(xml, tag, 'showValue') ?? '')
    if (tag.name === 'conditionalFormatting' && tag.kind === 'close' && isHiding) veils.push(...ranges.map((range): Veil => ({ range, what: 'format' })))
  }
  return veils
}

function rangesOf(written: string | undefined): Merge[] {
  return (written ?? '').split(/\s+/u).flatMap((range) => parseRange(range) ?? [])
}

/** Usual sizes in EMU, for drawings that say how large they are and not where they end. */
const [columnEmu, rowEmu] = [609_600, 190_500]

/** Where charts, pictures and shapes lie. */
function drawingVeils(xml: string): Veil[] {
  const veils: Veil[] = []
  let numbers: Record<string, number> = {}
  let side = ''
  let opened = 0
  for (const tag of tagsOf(xml)) {
    const isAnchor = tag.name.endsWith('Anchor')
    if (isAnchor && tag.kind === 'open') [numbers, side] = [{}, '']
    else if (isAnchor && tag.kind === 'close') veils.push({ range: anchored(numbers), what: 'drawing' })
    else if (tag.kind === 'open' && (tag.name === 'from' || tag.name === 'to')) side = tag.name
    else if (tag.kind === 'close' && (tag.name === 'from' || tag.name === 'to')) side = ''
    else if (tag.kind === 'open' && (tag.name === 'col' || tag.name === 'row')) opened = tag.end
    else if (tag.kind === 'close' && side !== '' && (tag.name === 'col' || tag.name === 'row')) numbers[`${side} ${tag.name}`] = Number(xml.slice(opened, tag.start))
    else if (tag.name === 'ext' || tag.name === 'pos') for (const name of ['cx', 'cy', 'x', 'y']) numbers[name] ??= Number(attributeOf(xml, tag, name) ?? Number.NaN)
  }
  return veils
}

function anchored(numbers: Readonly<Record<string, number>>): Merge {
  const number = (name: string, or: number): number => (Number.isFinite(numbers[name]) ? (numbers[name] ?? or) : or)
  const left = number('from col', Math.floor(number('x', 0) / columnEmu))
  const top = number('from row', Math.floor(number('y', 0) / rowEmu))
  return { top: top + 1, left, right: number('to col', left + Math.ceil(number('cx', 0) / columnEmu) - 1), bottom: number('to row', top + Math.ceil(number('cy', 0) / rowEmu) - 1) + 1 }
}
