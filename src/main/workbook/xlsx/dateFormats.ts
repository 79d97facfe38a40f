import { nameCode } from '../xml/xmlNames'
import { XmlReader } from '../xml/xmlReader'

/**
 * Whether a number format shows a date or a time. What stands in quotation marks, behind a backslash, or in brackets
 * (colours, conditions, locales) is decoration, except elapsed hours, minutes and seconds.
 */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/general/gi, '')
  return /[ymdhs]|a{3,4}/i.test(bare)
}

/** Built-in formats that show dates or times, with those of the East Asian locales (ISO/IEC 29500-1, 18.8.30). */
export function isBuiltInDateFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

const cellFormatsName = nameCode('cellXfs')
const cellFormatName = nameCode('xf')
const numberFormatName = nameCode('numFmt')
const formatIdAttribute = nameCode('numFmtId')
const formatCodeAttribute = nameCode('formatCode')

/** Reads from the styles part the one thing that matters for values: which cell formats show dates. */
export class DateFormatReader extends XmlReader {
  private readonly custom = new Map<number, boolean>()
  private readonly formatIds: number[] = []
  private isInCellFormats = false

  result(): Uint8Array {
    return Uint8Array.from(this.formatIds, (id) => ((this.custom.get(id) ?? isBuiltInDateFormat(id)) ? 1 : 0))
  }

  protected override onOpen(name: number): void {
    if (name === cellFormatsName) this.isInCellFormats = true
    else if (name === cellFormatName && this.isInCellFormats) this.formatIds.push(Number(this.xml.attribute(formatIdAttribute) ?? 0))
    else if (name === numberFormatName) {
      this.custom.set(Number(this.xml.attribute(formatIdAttribute)), isDateFormat(this.xml.attribute(formatCodeAttribute) ?? ''))
    }
  }

  protected override onClose(name: number): void {
    if (name === cellFormatsName) this.isInCellFormats = false
  }

}
