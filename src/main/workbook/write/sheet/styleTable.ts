import { escapeXml } from '../package/xmlText'

/** How a cell looks; everything left out is the workbook's default. */
export interface CellLook {
  /** A number format code; `@` keeps what is typed into the cell as text. */
  format?: string
  fontName?: string
  sizePt?: number
  bold?: boolean
  horizontal?: 'left' | 'center' | 'right'
  vertical?: 'top' | 'center' | 'bottom'
  wrap?: boolean
  /** Steps of about one Chinese character from the left edge. */
  indent?: number
  /** Thin black lines on all four sides. */
  border?: boolean
  /** RRGGBB. */
  fill?: string
  /** The text stays text when the cell is edited, whatever it begins with. */
  quotePrefix?: boolean
}

export interface StyleTable {
  /** The index that a cell's `s` attribute takes. */
  use(look: CellLook): number
  /** The styles part with everything used so far. */
  toXml(): string
}

/** Number formats every program has built in (ISO/IEC 29500-1, 18.8.30). */
const builtInFormats: Readonly<Record<string, number>> = {
  General: 0, '0': 1, '0.00': 2, '#,##0': 3, '#,##0.00': 4, '0%': 9, '0.00%': 10, '@': 49,
}
const FIRST_CUSTOM_FORMAT = 164

export const BODY_FONT = '宋体'
export const BODY_SIZE_PT = 11

/** How many of each a styles part holds already, and the first number that no format of it has. */
export interface StyleOffsets {
  fonts: number
  fills: number
  borders: number
  records: number
  firstFormat: number
}

/** What a styles part takes in, list by list. */
export interface StyleParts {
  numFmts: string[]
  fonts: string[]
  fills: string[]
  borders: string[]
  cellXfs: string[]
}

/** Collects looks and numbers them; equal looks share one index. */
export function createStyleTable(): StyleTable {
  const table = collectStyles({ fonts: 0, fills: 0, borders: 0, records: 0, firstFormat: FIRST_CUSTOM_FORMAT })
  table.seed()
  return { use: table.use, toXml: () => stylesXml(table.parts()) }
}

/** Looks that are added to the styles of another workbook: numbered behind what it has. */
export function addedStyles(after: StyleOffsets): Pick<StyleTable, 'use'> & {
  fill(rgb: string): number
  /** Takes a record (`xf`) as it is. */
  add(record: string): number
  parts(): StyleParts
} {
  return collectStyles(after)
}

function collectStyles(after: StyleOffsets) {
  const fonts = numbered(after.fonts)
  const fills = numbered(after.fills)
  const borders = numbered(after.borders)
  const formats = numbered(after.firstFormat)
  const records = numbered(after.records)

  /** What every workbook begins with. */
  function seed(): void {
    fonts.of(fontXml({}))
    fills.of('<fill><patternFill patternType="none"/></fill>')
    fills.of('<fill><patternFill patternType="gray125"/></fill>')
    borders.of(NO_BORDER)
    use({})
  }

  function formatId(code: string): number {
    return builtInFormats[code] ?? formats.of(code)
  }

  function use(look: CellLook): number {
    const font = fonts.of(fontXml(look))
    const fill = look.fill === undefined ? 0 : fills.of(fillXml(look.fill))
    const border = borders.of(look.border === true ? THIN_BORDER : NO_BORDER)
    const format = formatId(look.format ?? 'General')
    const alignment = alignmentXml(look)
    const attributes = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`
      + `${look.quotePrefix === true ? ' quotePrefix="1"' : ''}${format > 0 ? ' applyNumberFormat="1"' : ''}`
      + `${font > 0 ? ' applyFont="1"' : ''}${fill > 0 ? ' applyFill="1"' : ''}${border > 0 ? ' applyBorder="1"' : ''}`
    return records.of(alignment === '' ? `<xf ${attributes}/>` : `<xf ${attributes} applyAlignment="1">${alignment}</xf>`)
  }

  return {
    use, seed,
    fill: (rgb: string) => fills.of(fillXml(rgb)),
    add: (record: string) => records.of(record),
    parts: (): StyleParts => ({
      numFmts: formats.all().map((code, index) => `<numFmt numFmtId="${after.firstFormat + index}" formatCode="${escapeXml(code)}"/>`),
      fonts: fonts.all(), fills: fills.all(), borders: borders.all(), cellXfs: records.all(),
    }),
  }
}

function stylesXml({ numFmts, fonts, fills, borders, cellXfs }: StyleParts): string {
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + listXml('numFmts', numFmts) + listXml('fonts', fonts) + listXml('fills', fills) + listXml('borders', borders)
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + listXml('cellXfs', cellXfs)
    + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
}

const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>'
const THIN_BORDER = `<border>${['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color indexed="64"/></${side}>`)
  .join('')}<diagonal/></border>`

function fontXml(look: CellLook): string {
  return `<font>${look.bold === true ? '<b/>' : ''}<sz val="${look.sizePt ?? BODY_SIZE_PT}"/><color indexed="8"/>`
    + `<name val="${escapeXml(look.fontName ?? BODY_FONT)}"/><charset val="134"/></font>`
}

function fillXml(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
}

function alignmentXml(look: CellLook): string {
  const parts = [
    look.horizontal === undefined ? '' : ` horizontal="${look.horizontal}"`,
    look.vertical === undefined ? '' : ` vertical="${look.vertical}"`,
    look.indent === undefined ? '' : ` indent="${look.indent}"`,
    look.wrap === true ? ' wrapText="1"' : '',
  ].join('')
  return parts === '' ? '' : `<alignment${parts}/>`
}

function listXml(name: string, items: string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
}

/** Gives each distinct text the number of its first appearance, counted from `first`. */
function numbered(first: number) {
  const numbers = new Map<string, number>()
  return {
    of(text: string): number {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, first + numbers.size)
      return first + numbers.size - 1
    },
    all: () => [...numbers.keys()],
  }
}
