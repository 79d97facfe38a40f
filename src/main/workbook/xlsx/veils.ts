import type { Merge, Veil } from '../types'
import { attributeOf, tagsOf, type XmlTag } from '../xml/xmlTags'
import type { ZipEntry } from '../zip/zipDirectory'
import { parseRange } from './cellReference'
import { isDisguise } from './disguise'
import { readRelationships, type PackageParts } from './packageParts'

/** Which looks of a workbook hide what stands in a cell: letters in the colour of their ground, or of no size; by number. */
export interface HidingLooks {
  /** Cell formats. */
  cells: boolean[]
  /** Formats of rules; those also hide a number by showing another one. */
  rules: boolean[]
}

interface Look { letters: string | null; ground: string | null; size: number; code: string }

const black = '000000'
const white = 'FFFFFF'
const plainLook: Look = { letters: black, ground: white, size: 11, code: '' }

/** Letters are told from their ground from this contrast on (WCAG 2, 1.4.3: text that is to be read has 4.5). */
const leastContrast = 1.3
/** In points. */
const leastSize = 3

/** @param styles  the text of the styles part */
export function hidingLooks(styles: string): HidingLooks {
  const fonts: Look[] = []
  const fills: Look[] = []
  const found: HidingLooks = { cells: [], rules: [] }
  let list = ''
  let look: Look = plainLook
  for (const tag of tagsOf(styles)) {
    if (tag.kind === 'close') {
      if (tag.name === 'dxf') found.rules.push(hides(look) || isDisguise(look.code || 'General'))
      if (tag.name === list) list = ''
      continue
    }
    if (tag.kind === 'open' && lists.has(tag.name)) list = tag.name
    else if (list === 'fonts' && tag.name === 'font') fonts.push((look = { ...plainLook }))
    else if (list === 'fills' && tag.name === 'fill') fills.push((look = { ...plainLook }))
    else if (list === 'dxfs' && tag.name === 'dxf') look = { ...plainLook }
    else if (list === 'cellXfs' && tag.name === 'xf') {
      const [font, fill] = [fonts[Number(attributeOf(styles, tag, 'fontId') ?? 0)], fills[Number(attributeOf(styles, tag, 'fillId') ?? 0)]]
      found.cells.push(hides({ ...plainLook, ...(font && { letters: font.letters, size: font.size }), ground: fill ? fill.ground : white }))
    } else if (list !== '' && list !== 'cellXfs') readLook(styles, tag, list, look)
  }
  return found
}

const lists: ReadonlySet<string> = new Set(['fonts', 'fills', 'cellXfs', 'dxfs'])

function readLook(styles: string, tag: XmlTag, list: string, look: Look): void {
  const attribute = (name: string): string | undefined => attributeOf(styles, tag, name)
  if (tag.name === 'color' && list !== 'fills') look.letters = colourOf(attribute, black)
  else if (tag.name === 'sz') look.size = Number(attribute('val') ?? look.size)
  else if (tag.name === 'numFmt') look.code = attribute('formatCode') ?? ''
  // A rule's ground is the second colour, a cell's the first; a pattern shows both, and letters are read on it.
  else if (tag.name === 'patternFill' && !['solid', undefined].includes(attribute('patternType'))) look.ground = attribute('patternType') === 'none' ? white : null
  else if (tag.name === 'gradientFill') look.ground = null
  else if (tag.name === (list === 'dxfs' ? 'bgColor' : 'fgColor') && look.ground !== null) look.ground = colourOf(attribute, white)
}

const byIndex: Readonly<Record<string, string>> = { 0: black, 1: white, 8: black, 9: white }
const byTheme: Readonly<Record<string, string>> = { 0: white, 1: black }

/** RRGGBB; null for a colour that only the theme knows. */
function colourOf(attribute: (name: string) => string | undefined, automatic: string): string | null {
  const [rgb, index, theme] = [attribute('rgb')?.slice(-6), attribute('indexed'), attribute('theme')]
  const plain = rgb !== undefined ? rgb : index !== undefined ? (index === '64' || index === '65' ? automatic : byIndex[index]) : theme !== undefined ? byTheme[theme] : automatic
  return plain === undefined || !/^[0-9a-f]{6}$/iu.test(plain) ? null : tinted(plain, Number(attribute('tint') ?? 0))
}

function tinted(colour: string, tint: number): string {
  if (!(Math.abs(tint) <= 1)) return colour
  return partsOf(colour).map((part) => Math.round(tint < 0 ? part * (1 + tint) : part * (1 - tint) + 255 * tint).toString(16).padStart(2, '0')).join('')
}

function partsOf(colour: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function hides({ letters, ground, size }: Look): boolean {
  if (size < leastSize) return true
  if (letters === null || ground === null) return false
  const [one, other] = [luminance(letters), luminance(ground)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < leastContrast
}

/** Relative luminance (WCAG 2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** More rules and drawings than a form of people has are not looked at one by one. */
const mostVeils = 10_000

/**
 * What lies over the cells of a sheet.
 *
 * @param rules  which formats of rules hide what stands in a cell
 * @throws Refusal damaged, too_large
 */
export async function readVeils(parts: PackageParts, sheet: ZipEntry, rules: readonly boolean[]): Promise<Veil[]> {
  const veils = ruleVeils(await parts.text(sheet), rules)
  for (const { type, target } of await readRelationships(parts, sheet.name)) {
    const entry = type === 'drawing' ? parts.find(target) : undefined
    if (entry) veils.push(...drawingVeils(await parts.text(entry)))
  }
  return veils.slice(0, mostVeils)
}

function ruleVeils(xml: string, rules: readonly boolean[]): Veil[] {
  const veils: Veil[] = []
  let ranges: Merge[] = []
  const sheetData = xml.lastIndexOf('sheetData>')
  for (const tag of tagsOf(xml, sheetData < 0 ? 0 : xml.indexOf('>', sheetData))) {
    if (tag.kind === 'close') continue
    if (tag.name === 'conditionalFormatting') ranges = (attributeOf(xml, tag, 'sqref') ?? '').split(/\s+/u).flatMap((range) => parseRange(range) ?? [])
    const isHidden = (tag.name === 'cfRule' && rules[Number(attributeOf(xml, tag, 'dxfId') ?? -1)] === true) || ((tag.name === 'iconSet' || tag.name === 'dataBar') && ['0', 'false'].includes(attributeOf(xml, tag, 'showValue') ?? ''))
    if (isHidden) veils.push(...ranges.map((range): Veil => ({ range, what: 'format' })))
  }
  return veils
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
