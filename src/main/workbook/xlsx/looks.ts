import { attributeOf, tagsOf, type XmlTag } from '../xml/xmlTags'

/** How letters look on their ground: colours as RRGGBB, null for one that is not known. */
export interface Look { letters: string | null; ground: string | null; size: number; code: string; isSymbol: boolean }

/** What a workbook's theme makes of colours by number and of its two fonts. */
export interface Theme { colours: Readonly<Record<string, string>>; symbolFonts: ReadonlySet<string> }

const black = '000000'
const white = 'FFFFFF'
export const plainLook: Look = { letters: black, ground: white, size: 11, code: '', isSymbol: false }
/** Without a theme of its own a workbook has that of Office: of it only what letters and grounds are made of. */
export const plainTheme: Theme = { colours: { 0: white, 1: black }, symbolFonts: new Set() }

/** Letters are told from their ground from this contrast on (WCAG 2, 1.4.3: text that is to be read has 4.5). */
const leastContrast = 1.3
/** In points. */
const leastSize = 3

/** Fonts that draw pictures in the place of digits and letters. */
const symbolFont = /^(?:wingdings|webdings|symbol|marlett|mt extra|ms reference specialty|bookshelf symbol|zapf ?dingbats)/iu
const symbolCharset = '2'

/** The numbers of a theme's colours: light and dark change places (ISO/IEC 29500-1, 18.8.3). */
const themeNumbers: Readonly<Record<string, string>> = {
  lt1: '0', dk1: '1', lt2: '2', dk2: '3', accent1: '4', accent2: '5', accent3: '6', accent4: '7', accent5: '8', accent6: '9', hlink: '10', folHlink: '11',
}

/** @param xml  the text of the theme part */
export function themeOf(xml: string): Theme {
  const colours: Record<string, string> = { ...plainTheme.colours }
  const symbolFonts = new Set<string>()
  let number: string | undefined
  let scheme: string | undefined
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') {
      if (tag.name === 'clrScheme' || tag.name === 'fontScheme') [number, scheme] = [undefined, undefined]
      continue
    }
    number = themeNumbers[tag.name] ?? number
    const colour = number === undefined ? undefined : tag.name === 'srgbClr' ? attributeOf(xml, tag, 'val') : tag.name === 'sysClr' ? attributeOf(xml, tag, 'lastClr') : undefined
    if (number !== undefined && colour !== undefined) colours[number] = colour
    if (tag.name === 'majorFont' || tag.name === 'minorFont') scheme = tag.name.slice(0, 5)
    if (scheme !== undefined && ['latin', 'ea', 'font'].includes(tag.name) && symbolFont.test(attributeOf(xml, tag, 'typeface') ?? '')) symbolFonts.add(scheme)
  }
  return { colours, symbolFonts }
}

/** Takes into a look what a tag within its font, fill or rule says. */
export function readLook(xml: string, tag: XmlTag, list: string, look: Look, theme: Theme): void {
  const attribute = (name: string): string | undefined => attributeOf(xml, tag, name)
  if (tag.name === 'color' && list !== 'fills') look.letters = colourOf(attribute, black, theme)
  else if (tag.name === 'sz') look.size = Number(attribute('val') ?? look.size)
  else if (tag.name === 'name' || tag.name === 'rFont') look.isSymbol ||= symbolFont.test(attribute('val') ?? '')
  else if (tag.name === 'charset') look.isSymbol ||= attribute('val') === symbolCharset
  else if (tag.name === 'scheme') look.isSymbol ||= theme.symbolFonts.has(attribute('val') ?? '')
  else if (tag.name === 'numFmt') look.code = attribute('formatCode') ?? ''
  // A rule's ground is the second colour, a cell's the first; a pattern shows both, and letters are read on it.
  else if (tag.name === 'patternFill' && !['solid', undefined].includes(attribute('patternType'))) look.ground = attribute('patternType') === 'none' ? white : null
  else if (tag.name === 'gradientFill') look.ground = null
  else if (tag.name === (list === 'dxfs' ? 'bgColor' : 'fgColor') && look.ground !== null) look.ground = colourOf(attribute, white, theme)
}

const byIndex: Readonly<Record<string, string>> = { 0: black, 1: white, 8: black, 9: white }

/** RRGGBB; null for a colour that is not known. */
function colourOf(attribute: (name: string) => string | undefined, automatic: string, theme: Theme): string | null {
  const [rgb, index, themed] = [attribute('rgb')?.slice(-6), attribute('indexed'), attribute('theme')]
  const plain = rgb !== undefined ? rgb : index !== undefined ? (index === '64' || index === '65' ? automatic : byIndex[index]) : themed !== undefined ? theme.colours[themed] : automatic
  return plain === undefined || !/^[0-9a-f]{6}$/iu.test(plain) ? null : tinted(plain, Number(attribute('tint') ?? 0))
}

function tinted(colour: string, tint: number): string {
  if (!(Math.abs(tint) <= 1)) return colour
  return partsOf(colour).map((part) => Math.round(tint < 0 ? part * (1 + tint) : part * (1 - tint) + 255 * tint).toString(16).padStart(2, '0')).join('')
}

function partsOf(colour: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

/** Whether nobody reads what is written so: too small, in the colour of its ground, or in pictures. */
export function hides({ letters, ground, size, isSymbol }: Look): boolean {
  if (size < leastSize || isSymbol) return true
  if (letters === null || ground === null) return false
  const [one, other] = [luminance(letters), luminance(ground)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < leastContrast
}

/** Relative luminance (WCAG 2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
