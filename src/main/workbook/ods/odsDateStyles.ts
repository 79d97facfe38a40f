import { lookOfParts, type DateLook } from '../xlsx/dateFormats'
import type { XmlScanner } from '../xml/xmlScanner'
import { XmlReader } from '../xml/xmlReader'
import { attributes, elements } from './odsNames'

/** How the cell styles of an OpenDocument sheet show dates, where they do not show them whole. */
export class OdsDateStyles {
  private readonly formats = new Map<string, DateLook>()
  private readonly cellStyles = new Map<string, string>()
  private format: { name: string; parts: Record<'year' | 'month' | 'day', boolean> } | null = null

  /** To be told of every element that opens before the sheets. */
  open(name: number, xml: Pick<XmlScanner, 'attribute'>): void {
    if (name === elements.dateStyle) this.format = { name: xml.attribute(attributes.name) ?? '', parts: { year: false, month: false, day: false } }
    else if (name === elements.style) this.noteCellStyle(xml)
    else if (this.format === null) return
    else if (name === elements.year) this.format.parts.year = true
    else if (name === elements.month) this.format.parts.month = true
    else if (name === elements.day) this.format.parts.day = true
    else if (name === elements.hours) this.format = null
  }

  /** To be told of every element that closes there. */
  close(name: number): void {
    if (name !== elements.dateStyle || this.format === null) return
    this.formats.set(this.format.name, lookOfParts(this.format.parts))
    this.format = null
  }

  lookOf(cellStyle: string | undefined): DateLook {
    return this.formats.get(this.cellStyles.get(cellStyle ?? '') ?? '') ?? 'whole'
  }

  private noteCellStyle(xml: Pick<XmlScanner, 'attribute'>): void {
    const format = xml.attribute(attributes.dataStyleName)
    if (format !== undefined) this.cellStyles.set(xml.attribute(attributes.name) ?? '', format)
  }
}

/** Reads the part of shared styles, in which programs keep formats of dates. */
export class OdsStylesReader extends XmlReader {
  constructor(private readonly dateStyles: OdsDateStyles) {
    super()
    this.xml.acceptsForeignNames = true
  }

  protected override onOpen(name: number): void {
    this.dateStyles.open(name, this.xml)
  }

  protected override onClose(name: number): void {
    this.dateStyles.close(name)
  }
}
