/**
 * Reads "XML Spreadsheet 2003" (SpreadsheetML, urn:schemas-microsoft-com:office:spreadsheet), which web systems and old
 * Excel write under the ending .xls. A sheet's visibility stands behind its rows, so the file is read twice: first for
 * the sheets, the date system and the styles, then for the rows.
 */
import { raised } from '../../shared/domain/raisedDigits'
import { Refusal } from '../../shared/domain/result'
import type { ByteSource } from './byteSource'
import { chooseSheets } from './chooseSheets'
import { maxCellBytes, maxColumn, maxMerges, maxRow } from './limits'
import { slowNumber } from './numberBytes'
import type { Cell, Merge, ReadEvent, ReadOptions, Row, SheetInfo } from './types'
import { dateLookOf, isPercentFormat, isoCell, numberCell, type DateLook } from './xlsx/dateFormats'
import { utf8Chunks } from './xml/utf8Chunks'
import { nameCode } from './xml/xmlNames'
import { SheetEvents } from './xml/sheetEvents'
import { XmlReader } from './xml/xmlReader'
import { damagedXml } from './xml/xmlText'

const names = {
  workbook: nameCode('Workbook'),
  worksheet: nameCode('Worksheet'),
  row: nameCode('Row'),
  cell: nameCode('Cell'),
  data: nameCode('Data'),
  raised: nameCode('Sup'),
  comment: nameCode('Comment'),
  column: nameCode('Column'),
  style: nameCode('Style'),
  numberFormat: nameCode('NumberFormat'),
  visible: nameCode('Visible'),
  date1904: nameCode('Date1904'),
  autoFilter: nameCode('AutoFilter'),
} as const

const attributes = {
  name: nameCode('Name'),
  index: nameCode('Index'),
  span: nameCode('Span'),
  hidden: nameCode('Hidden'),
  type: nameCode('Type'),
  formula: nameCode('Formula'),
  styleId: nameCode('StyleID'),
  id: nameCode('ID'),
  format: nameCode('Format'),
  mergeAcross: nameCode('MergeAcross'),
  mergeDown: nameCode('MergeDown'),
} as const

const readBytes = 256 * 1024
const namedDateFormats = new Set(['General Date', 'Long Date', 'Medium Date', 'Short Date', 'Long Time', 'Medium Time', 'Short Time'])

export async function* readXml2003(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const outline = new OutlineReader()
  for await (const chunk of utf8Chunks(fileChunks(source))) outline.push(chunk)
  outline.finish()
  if (outline.sheets.length === 0) throw damagedXml('no_sheets')
  const chosen = new Set(chooseSheets(outline.sheets, options).map((sheet) => sheet.index))
  yield { type: 'workbook', info: { format: 'xml2003', base1904: outline.base1904, macros: false, sheets: outline.sheets } }
  const reader = new RowReader(outline, chosen, options.maxRows ?? Number.POSITIVE_INFINITY, options.tellsPercents ?? false)
  let read = 0
  for await (const chunk of utf8Chunks(fileChunks(source, (bytes) => (read += bytes)))) {
    reader.push(chunk)
    yield* reader.sheet.take({ read, size: source.size })
  }
  reader.finish()
}

async function* fileChunks(source: ByteSource, onRead?: (bytes: number) => void): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < source.size; offset += readBytes) {
    const chunk = source.read(offset, readBytes)
    onRead?.(chunk.length)
    yield chunk
  }
}

/** First pass: which sheets there are, which are hidden, how styles show dates. */
class OutlineReader extends XmlReader {
  readonly sheets: SheetInfo[] = []
  readonly dateStyles = new Map<string, DateLook>()
  readonly percentStyles = new Set<string>()
  base1904 = false
  private styleId = ''
  private visibility = ''

  protected override onOpen(name: number): void {
    if (this.xml.isRoot && name !== names.workbook) throw damagedXml('root')
    if (name === names.worksheet) this.addSheet()
    else if (name === names.style) this.styleId = this.xml.attribute(attributes.id) ?? ''
    else if (name === names.numberFormat) this.noteFormat(this.xml.attribute(attributes.format) ?? '')
    else if (name === names.date1904) this.base1904 = true
    else if (name === names.visible) this.openVisible()
  }

  protected override onClose(name: number): void {
    if (name !== names.visible) return
    this.xml.wantsText = false
    const sheet = this.sheets.at(-1)
    if (sheet && /hidden/i.test(this.visibility)) sheet.state = /very/i.test(this.visibility) ? 'veryHidden' : 'hidden'
  }

  protected override onText(): void {
    this.visibility += this.xml.text()
  }

  private addSheet(): void {
    this.sheets.push({ index: this.sheets.length, name: this.xml.attribute(attributes.name) ?? '', state: 'visible' })
  }

  private openVisible(): void {
    this.visibility = ''
    this.xml.wantsText = true
  }

  private noteFormat(format: string): void {
    const look = namedDateFormats.has(format) ? 'whole' : dateLookOf(format)
    if (look !== null) this.dateStyles.set(this.styleId, look)
    if (format === 'Percent' || isPercentFormat(format)) this.percentStyles.add(this.styleId)
  }
}

/** Second pass: the rows of the chosen sheets. */
class RowReader extends XmlReader {
  readonly sheet: SheetEvents
  private rowNumber = 0
  private row: Row | undefined
  private column = 0
  private nextColumn = 0
  private nextHiddenColumn = 0
  private dateLook: DateLook | null = null
  private isPercent = false
  private hasFormula = false
  private type = ''
  private text: string | undefined
  private isInComment = false
  private isRaised = false

  constructor(
    private readonly outline: OutlineReader,
    chosen: ReadonlySet<number>,
    maxRows: number,
    private readonly tellsPercents: boolean,
  ) {
    super()
    this.sheet = new SheetEvents(outline.sheets, chosen, maxRows)
  }

  protected override onOpen(name: number): void {
    if (name === names.worksheet) this.openSheet()
    else if (!this.sheet.isChosen) return
    else if (name === names.row) this.openRow()
    else if (name === names.cell) this.openCell()
    else if (name === names.data && !this.isInComment) this.openData()
    else if (name === names.raised) this.isRaised = true
    else if (name === names.comment) this.isInComment = true
    else if (name === names.column) this.noteColumn()
    else if (name === names.autoFilter) this.sheet.tail.autoFilter = true
  }

  protected override onClose(name: number): void {
    if (!this.sheet.isChosen) return
    if (name === names.data) this.xml.wantsText = false
    else if (name === names.raised) this.isRaised = false
    else if (name === names.cell) this.closeCell()
    else if (name === names.row) this.closeRow()
    else if (name === names.comment) this.isInComment = false
    else if (name === names.worksheet) this.sheet.closeSheet()
  }

  protected override onText(): void {
    const [before, text] = [this.text ?? '', this.xml.text()]
    this.text = before + (this.isRaised ? raised(before, text) : text)
    if (this.text.length > maxCellBytes) throw this.refuse('too_large', 'cell')
  }

  private openSheet(): void {
    this.sheet.openSheet()
    this.rowNumber = 0
    this.nextHiddenColumn = 0
  }

  private openRow(): void {
    const stated = this.positive(attributes.index, maxRow)
    if (stated !== undefined && stated <= this.rowNumber) throw this.refuse('damaged', 'row_number')
    this.rowNumber = stated ?? this.rowNumber + 1
    if (this.rowNumber > maxRow) throw this.refuse('damaged', 'row_number')
    this.row = { row: this.rowNumber, cells: [], ...(this.xml.attribute(attributes.hidden) === '1' ? { hidden: true } : {}) }
    this.rowNumber += this.positive(attributes.span, maxRow) ?? 0
    this.nextColumn = 0
  }

  private closeRow(): void {
    const row = this.row
    this.row = undefined
    if (!row || row.cells.length === 0 || this.sheet.isFull) return
    this.sheet.add(row)
  }

  private openCell(): void {
    if (!this.row) throw damagedXml('nesting')
    this.column = (this.positive(attributes.index, maxColumn) ?? this.nextColumn + 1) - 1
    if (this.column >= maxColumn || this.column < this.nextColumn) throw this.refuse('damaged', 'cell_reference')
    const across = this.positive(attributes.mergeAcross, maxColumn) ?? 0
    const down = this.positive(attributes.mergeDown, maxRow) ?? 0
    if (across > 0 || down > 0) this.addMerge({ top: this.row.row, bottom: this.row.row + down, left: this.column, right: this.column + across })
    this.nextColumn = this.column + across + 1
    this.hasFormula = this.xml.attribute(attributes.formula) !== undefined
    const style = this.xml.attribute(attributes.styleId) ?? ''
    this.dateLook = this.outline.dateStyles.get(style) ?? null
    this.isPercent = this.tellsPercents && this.outline.percentStyles.has(style)
    this.text = undefined
    this.type = ''
  }

  private openData(): void {
    this.type = this.xml.attribute(attributes.type) ?? 'String'
    this.isRaised = false
    this.xml.wantsText = true
  }

  private closeCell(): void {
    const value = this.value()
    if (value === null || !this.row) return
    while (this.row.cells.length < this.column) this.row.cells.push(null)
    this.row.cells.push(value)
  }

  private value(): Cell {
    const text = this.text ?? ''
    if (text === '') return this.hasFormula && this.type !== 'String' ? { f: true } : null
    switch (this.type) {
      case 'Number': {
        const value = slowNumber(text)
        if (Number.isNaN(value)) return { e: 'bad_number' }
        return this.isPercent ? { p: value } : numberCell(value, this.dateLook)
      }
      case 'DateTime':
        return isoCell(text.trim(), this.dateLook ?? 'whole')
      case 'Boolean':
        return text.trim() === '1' || text.trim().toLowerCase() === 'true'
      case 'Error':
        return { e: text.trim() }
      default:
        return text
    }
  }

  private noteColumn(): void {
    const first = (this.positive(attributes.index, maxColumn) ?? this.nextHiddenColumn + 1) - 1
    const last = Math.min(maxColumn - 1, first + (this.positive(attributes.span, maxColumn) ?? 0))
    this.nextHiddenColumn = last + 1
    if (this.xml.attribute(attributes.hidden) !== '1') return
    for (let column = first; column <= last; column++) this.sheet.tail.hiddenColumns.push(column)
  }

  private addMerge(merge: Merge): void {
    if (this.sheet.tail.merges.length >= maxMerges) throw this.refuse('too_large', 'merges')
    this.sheet.tail.merges.push(merge)
  }

  private positive(attribute: number, limit: number): number | undefined {
    const text = this.xml.attribute(attribute)
    if (text === undefined) return undefined
    const value = Number(text)
    if (!Number.isInteger(value) || value < 0 || value > limit) throw this.refuse('damaged', 'number')
    return value
  }

  private refuse(code: 'damaged' | 'too_large', what: string): Refusal {
    return new Refusal(code, { sheet: this.sheet.name, row: Math.max(1, this.rowNumber) }, { what })
  }
}
