import { escapeXml } from './xmlText'

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

/** Collects looks and numbers them; equal looks share one index. */
export function createStyleTable(): StyleTable {
  const fonts = numbered()
  const fills = numbered()
  const borders = numbered()
  const formats = numbered()
  const records = numbered()
  fonts.of(fontXml({}))
  fills.of('<fill><patternFill patternType="none"/></fill>')
  fills.of('<fill><patternFill patternType="gray125"/></fill>')
  borders.of(NO_BORDER)

  function formatId(code: string): number {
    return builtInFormats[code] ?? FIRST_CUSTOM_FORMAT + formats.of(code)
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

  use({})
  return {
    use,
    toXml: () =>
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
      + '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
      + listXml('numFmts', formats.all().map((code, index) => `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + index}" formatCode="${escapeXml(code)}"/>`))
      + listXml('fonts', fonts.all()) + listXml('fills', fills.all()) + listXml('borders', borders.all())
      + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
      + listXml('cellXfs', records.all())
      + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  }
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

/** Gives each distinct text the number of its first appearance. */
function numbered() {
  const numbers = new Map<string, number>()
  return {
    of(text: string): number {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      return numbers.size - 1
    },
    all: () => [...numbers.keys()],
  }
}
