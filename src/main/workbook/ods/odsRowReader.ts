import { raised } from '../../../shared/domain/raisedDigits'
import { Refusal } from '../../../shared/domain/result'
import { maxCellBytes, maxColumn, maxMerges, maxRow } from '../limits'
import { slowNumber } from '../numberBytes'
import type { Cell, SheetInfo } from '../types'
import { SheetEvents } from '../xml/sheetEvents'
import { isoCell } from '../xlsx/dateFormats'
import { XmlReader } from '../xml/xmlReader'
import type { OdsStyles } from './odsStyles'
import { attributes, elements } from './odsNames'

/** Repetitions of filled rows and cells: real sheets repeat a value some dozen times, blanks to the sheet's end. */
const maxRepeated = 1_000_000
const errorText = /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d{3})$/

/** Second pass over an OpenDocument sheet: the rows of the chosen sheets. */
export class OdsRowReader extends XmlReader {
  readonly sheet: SheetEvents
  private depth = 0
  private rowNumber = 1
  private column = 0
  private cells: Cell[] = []
  private rowRepeats = 1
  private isHidden = false
  private nextColumn = 0
  private repeats = 1
  private type = ''
  private stated = ''
  private hasFormula = false
  private text: string | undefined
  private isRaised = false
  private inside = 0
  private repeated = 0
  private style: string | undefined
  /** By column the style of its cells that have none of their own. */
  private columnStyles: (string | undefined)[] = []

  constructor(sheets: readonly SheetInfo[], chosen: ReadonlySet<number>, maxRows: number, private readonly styles: Pick<OdsStyles, 'lookOf' | 'isRaised'>, private readonly tellsPercents: boolean) {
    super()
    this.sheet = new SheetEvents(sheets, chosen, maxRows)
    this.xml.acceptsForeignNames = true
  }

  protected override onOpen(name: number): void {
    if (name === elements.table && ++this.depth === 1) return this.openSheet()
    if (!this.sheet.isChosen) return
    if (name === elements.annotation || name === elements.shapes) this.inside++
    if (this.inside > 0) return
    if (name === elements.row) this.openRow()
    else if (name === elements.cell || name === elements.coveredCell) this.openCell()
    else if (name === elements.column) this.noteColumn()
    else this.openText(name)
  }

  protected override onClose(name: number): void {
    if (name === elements.table && --this.depth === 0) return this.sheet.closeSheet()
    if (!this.sheet.isChosen) return
    if (name === elements.annotation || name === elements.shapes) this.inside--
    else if (this.inside > 0) return
    else if (name === elements.paragraph) this.xml.wantsText = false
    else if (name === elements.span) this.isRaised = false
    else if (name === elements.cell || name === elements.coveredCell) this.closeCell()
    else if (name === elements.row) this.closeRow()
  }

  protected override onText(): void {
    const text = this.xml.text()
    this.append(this.isRaised ? raised(this.text ?? '', text) : text)
  }

  /** Paragraphs of a cell stand one under another; runs of blanks, tabs and breaks are elements. */
  private openText(name: number): void {
    if (name === elements.paragraph) {
      if (this.text !== undefined) this.append('\n')
      this.text ??= ''
      this.xml.wantsText = true
    } else if (name === elements.span) this.isRaised = this.styles.isRaised(this.xml.attribute(attributes.styleName))
    else if (name === elements.spaces) this.append(' '.repeat(Math.min(1_000, this.count(attributes.count, 1_000))))
    else if (name === elements.tab) this.append('\t')
    else if (name === elements.lineBreak) this.append('\n')
  }

  private append(text: string): void {
    if (this.text === undefined) return
    this.text += text
    if (this.text.length > maxCellBytes) throw this.refuse('too_large', 'cell')
  }

  private openSheet(): void {
    this.sheet.openSheet()
    this.rowNumber = 1
    this.column = 0
    this.columnStyles = []
  }

  private openRow(): void {
    this.rowRepeats = this.count(attributes.rowsRepeated, maxRow)
    const visibility = this.xml.attribute(attributes.visibility)
    this.isHidden = visibility === 'collapse' || visibility === 'filter'
    if (visibility === 'filter') this.sheet.tail.autoFilter = true
    this.cells = []
    this.nextColumn = 0
  }

  private closeRow(): void {
    const first = this.rowNumber
    this.rowNumber += this.rowRepeats
    if (this.cells.length === 0) return
    this.noteRepeats(this.rowRepeats)
    for (let row = first; row < this.rowNumber && !this.sheet.isFull; row++) {
      if (row > maxRow) throw this.refuse('damaged', 'row_number')
      this.sheet.add({ row, cells: this.cells, ...(this.isHidden ? { hidden: true } : {}) })
    }
  }

  private openCell(): void {
    this.repeats = this.count(attributes.columnsRepeated, maxColumn)
    this.type = this.xml.attribute(attributes.valueType) ?? ''
    this.style = this.xml.attribute(attributes.styleName)
    this.stated = this.xml.attribute(attributes.value) ?? this.xml.attribute(attributes.dateValue) ?? this.xml.attribute(attributes.booleanValue) ?? this.xml.attribute(attributes.stringValue) ?? ''
    this.hasFormula = this.xml.attribute(attributes.formula) !== undefined
    this.text = undefined
    this.isRaised = false
    this.noteMerge()
  }

  private noteMerge(): void {
    const across = this.count(attributes.columnsSpanned, maxColumn) - 1
    const down = this.count(attributes.rowsSpanned, maxRow) - 1
    if (across <= 0 && down <= 0) return
    if (this.sheet.tail.merges.length >= maxMerges) throw this.refuse('too_large', 'merges')
    this.sheet.tail.merges.push({ top: this.rowNumber, bottom: this.rowNumber + down, left: this.nextColumn, right: this.nextColumn + across })
  }

  private closeCell(): void {
    const value = this.value()
    const first = this.nextColumn
    this.nextColumn += this.repeats
    if (value === null) return
    if (this.nextColumn > maxColumn) throw this.refuse('damaged', 'cell_reference')
    this.noteRepeats(this.repeats)
    while (this.cells.length < first) this.cells.push(null)
    for (let count = 0; count < this.repeats; count++) this.cells.push(value)
  }

  private value(): Cell {
    const text = this.text ?? ''
    if (this.hasFormula && errorText.test(text)) return { e: text }
    switch (this.type) {
      case 'float': case 'percentage': case 'currency': {
        const value = slowNumber(this.stated)
        if (Number.isNaN(value)) return { e: 'bad_number' }
        return this.type === 'percentage' && this.tellsPercents ? { p: value } : value
      }
      case 'date': return isoCell(this.stated.trim(), this.styles.lookOf(this.style ?? this.columnStyles[this.nextColumn]))
      case 'boolean': return this.stated.trim() === 'true'
      default: {
        const shown = text === '' ? this.stated : text
        return shown === '' ? (this.hasFormula ? { f: true } : null) : shown
      }
    }
  }

  private noteColumn(): void {
    const repeats = this.count(attributes.columnsRepeated, maxColumn)
    const visibility = this.xml.attribute(attributes.visibility)
    const isHidden = visibility === 'collapse' || visibility === 'filter'
    // Columns to the sheet's end are hidden in many forms; they hold nothing.
    for (let column = this.column; isHidden && column < Math.min(maxColumn, this.column + repeats, 1_024); column++) this.sheet.tail.hiddenColumns.push(column)
    const style = this.xml.attribute(attributes.defaultCellStyleName)
    const end = Math.min(maxColumn, this.column + repeats)
    if (style !== undefined) while (this.columnStyles.length < end) this.columnStyles.push(this.columnStyles.length < this.column ? undefined : style)
    this.column += repeats
  }

  private noteRepeats(count: number): void {
    this.repeated += count - 1
    if (this.repeated > maxRepeated) throw this.refuse('too_large', 'repeated')
  }

  private count(attribute: number, limit: number): number {
    const text = this.xml.attribute(attribute)
    if (text === undefined) return 1
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1 || value > limit) throw this.refuse('damaged', 'number')
    return value
  }

  private refuse(code: 'damaged' | 'too_large', what: string): Refusal {
    return new Refusal(code, { sheet: this.sheet.name, row: this.rowNumber }, { what })
  }
}
