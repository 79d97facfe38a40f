import type { SheetInfo } from '../types'
import { nameCode } from '../xml/xmlNames'
import { XmlReader } from '../xml/xmlReader'
import { damagedXml } from '../xml/xmlText'
import { decodeEscapes } from './escapedText'

const workbookName = nameCode('workbook')
const sheetsName = nameCode('sheets')
const sheetName = nameCode('sheet')
const propertiesName = nameCode('workbookPr')

export interface ListedSheet {
  name: string
  relationId: string
  state: SheetInfo['state']
}

/** Reads the list of sheets and the date system from the workbook part. */
export class WorkbookReader extends XmlReader {
  readonly sheets: ListedSheet[] = []
  base1904 = false
  private isInSheets = false

  protected override onOpen(name: number): void {
    if (this.xml.isRoot && name !== workbookName) throw damagedXml('root')
    if (name === sheetsName) this.isInSheets = true
    else if (name === sheetName && this.isInSheets) this.addSheet()
    else if (name === propertiesName) this.base1904 = ['1', 'true', 'on'].includes(this.xml.attribute(nameCode('date1904')) ?? '')
  }

  protected override onClose(name: number): void {
    if (name === sheetsName) this.isInSheets = false
  }

  private addSheet(): void {
    const state = this.xml.attribute(nameCode('state'))
    this.sheets.push({
      name: decodeEscapes(this.xml.attribute(nameCode('name')) ?? ''),
      relationId: this.xml.attribute(nameCode('id')) ?? '',
      state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    })
  }
}
