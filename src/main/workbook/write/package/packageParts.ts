import { propertiesType, withMark } from '../../documentMark'
import { quoteSheetName } from '../sheet/sheetName'
import type { ZipWriter } from './zipWriter'
import { escapeXml } from './xmlText'

/** One worksheet of the finished package, in tab order. */
export interface PackageSheet {
  name: string
  /** Ranges for the sheet's own names, absolute and without sheet: `$A$3:$R$5`. */
  printArea?: string
  /** Rows repeated on each page: `$3:$5`. */
  printTitles?: string
  /** Columns repeated on each page across: `$A:$A`. */
  printColumns?: string
  filter?: string
}

export interface DocumentProperties {
  creator: string
  /** Epoch milliseconds; the only trace of time in the file. */
  createdAt: number
  /** A word of this program among the workbook's properties, by which it is known again (documentMark.ts). */
  mark?: string
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`
}

/** The parts known before any sheet; they come first so that programs recognise the file by its beginning. */
export async function addLeadingParts(zip: ZipWriter, properties: DocumentProperties): Promise<void> {
  await zip.add('_rels/.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">`
    + `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`
    + `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`
    + (properties.mark === undefined ? '' : `<Relationship Id="rId3" Type="${OFFICE}/custom-properties" Target="docProps/custom.xml"/>`)
    + '</Relationships>')
  await zip.add('docProps/core.xml', coreXml(properties))
  if (properties.mark !== undefined) await zip.add('docProps/custom.xml', withMark(null, properties.mark))
}

/** The parts that depend on the sheets and styles written. */
export async function addClosingParts(zip: ZipWriter, sheets: readonly PackageSheet[], stylesXml: string, { mark }: Pick<DocumentProperties, 'mark'> = {}): Promise<void> {
  await zip.add('xl/styles.xml', stylesXml)
  await zip.add('xl/workbook.xml', workbookXml(sheets))
  await zip.add('xl/_rels/workbook.xml.rels', workbookRelationships(sheets.length))
  await zip.add('[Content_Types].xml', contentTypes(sheets.length, mark !== undefined))
}

function coreXml({ creator, createdAt }: DocumentProperties): string {
  const created = new Date(createdAt).toISOString().replace(/\.\d+Z$/, 'Z')
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`
    + ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:creator>${escapeXml(creator)}</dc:creator>`
    + `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`
}

function workbookXml(sheets: readonly PackageSheet[]): string {
  const names = sheets.flatMap(definedNames).join('')
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`
    + sheets.map((sheet, index) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')
    + `</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}</workbook>`
}

function definedNames(sheet: PackageSheet, index: number): string[] {
  const owner = quoteSheetName(sheet.name)
  const name = (key: string, ranges: readonly (string | undefined)[], hidden = ''): string[] => {
    const places = ranges.filter((range) => range !== undefined).map((range) => `${owner}!${range}`).join(',')
    return places === '' ? [] : [`<definedName name="_xlnm.${key}" localSheetId="${index}"${hidden}>${escapeXml(places)}</definedName>`]
  }
  return [
    ...name('_FilterDatabase', [sheet.filter], ' hidden="1"'),
    ...name('Print_Area', [sheet.printArea]),
    ...name('Print_Titles', [sheet.printColumns, sheet.printTitles]),
  ]
}

function workbookRelationships(sheetCount: number): string {
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}`
    + `<Relationship Id="rId${sheetCount + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
}

function contentTypes(sheetCount: number, isMarked: boolean): string {
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    `<Override PartName="/${sheetPath(index)}" ContentType="${CONTENT}.worksheet+xml"/>`)
  return `${XML}<Types xmlns="${PACKAGE}/content-types">`
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>${sheets.join('')}`
    + `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>`
    + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    + `${isMarked ? `<Override PartName="/docProps/custom.xml" ContentType="${propertiesType}"/>` : ''}</Types>`
}
