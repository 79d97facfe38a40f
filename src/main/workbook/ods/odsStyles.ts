import { lookOfParts, type DateLook } from '../xlsx/dateFormats'
import type { XmlScanner } from '../xml/xmlScanner'
import { XmlReader } from '../xml/xmlReader'
import { attributes, elements } from './odsNames'

/** What styles of an OpenDocument sheet say that matters: how cells show dates, where not whole, and which words stand raised. */
export class OdsStyles {
  private readonly formats = new Map<string, DateLook>()
  private readonly cellStyles = new Map<string, string>()
  private readonly raisedStyles = new Set<string>()
  private style = ''
  private isOfText = false
  private format: { name: string; parts: Record<'year' | 'month' | 'day', boolean> } | null = null

  /** To be told of every element that opens before the sheets. */
  open(name: number, xml: Pick<XmlScanner, 'attribute'>): void {
    if (name === elements.dateStyle) this.format = { name: xml.attribute(attributes.name) ?? '', parts: { year: false, month: false, day: false } }
    else if (name === elements.style) this.noteStyle(xml)
    else if (name === elements.textProperties && this.isOfText && isRaised(xml.attribute(attributes.textPosition))) this.raisedStyles.add(this.style)
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

  isRaised(textStyle: string | undefined): boolean {
    return textStyle !== undefined && this.raisedStyles.has(textStyle)
  }

  private noteStyle(xml: Pick<XmlScanner, 'attribute'>): void {
    this.style = xml.attribute(attributes.name) ?? ''
    this.isOfText = xml.attribute(attributes.family) === 'text'
    const format = xml.attribute(attributes.dataStyleName)
    if (format !== undefined) this.cellStyles.set(this.style, format)
  }
}

/** "super 58%", or a height above the line in percents (OpenDocument 1.3, 20.394). */
function isRaised(position: string | undefined): boolean {
  return position !== undefined && (position.startsWith('super') || Number.parseFloat(position) > 0)
}

/** Reads the part of shared styles, in which programs keep formats of dates. */
export class OdsStylesReader extends XmlReader {
  constructor(private readonly styles: OdsStyles) {
    super()
    this.xml.acceptsForeignNames = true
  }

  protected override onOpen(name: number): void {
    this.styles.open(name, this.xml)
  }

  protected override onClose(name: number): void {
    this.styles.close(name)
  }
}
