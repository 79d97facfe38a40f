import { columnLetters } from '../../../shared/domain/columnLetters'
import { raised } from '../../../shared/domain/raisedDigits'
import { Refusal } from '../../../shared/domain/result'
import { maxCellBytes } from '../limits'
import { numberAt } from '../numberBytes'
import type { Cell, Row, SheetTail } from '../types'
import { nameCode } from '../xml/xmlNames'
import { XmlReader } from '../xml/xmlReader'
import { damagedXml } from '../xml/xmlText'
import { cellTypeAt, type CellType } from './cellType'
import { columnAt, integerAt, rowAt } from './cellReference'
import { CellValues, type ValueContext } from './cellValues'
import { decodeEscapes } from './escapedText'
import { RowBatch } from './rowBatch'
import { SheetSurroundings } from './sheetSurroundings'

const worksheetName = nameCode('worksheet')
const sheetDataName = nameCode('sheetData')
const rowName = nameCode('row')
const cellName = nameCode('c')
const valueName = nameCode('v')
const formulaName = nameCode('f')
const textName = nameCode('t')
const phoneticName = nameCode('rPh')
const runName = nameCode('r')
const heightName = nameCode('vertAlign')
const heightAttribute = nameCode('val')
const referenceAttribute = nameCode('r')
const styleAttribute = nameCode('s')
const typeAttribute = nameCode('t')
const hiddenAttribute = nameCode('hidden')
const rowHeightAttribute = nameCode('ht')
const less = 0x3c
const slash = 0x2f

export interface SheetContext extends ValueContext {
  /** Stop after this many rows. */
  maxRows: number
}

/** Turns a worksheet part into rows. Blank cells at the end of a row and blank rows leave no trace. */
export class SheetReader extends XmlReader {
  private readonly batch = new RowBatch()
  private delivered = 0
  private readonly surroundings = new SheetSurroundings()
  private sawSheetData = false
  private isInSheetData = false

  private rowNumber = 0
  private isRowOpen = false
  private isRowNumberStated = false
  private isRowHidden = false
  private cells: Cell[] = []
  private nextColumn = 0
  private textLength = 0

  private isInCell = false
  private column = 0
  private type: CellType = 'n'
  private style = 0
  private hasFormula = false
  private hasValueElement = false
  private isInPhonetic = false
  private isRaised = false
  private isInValue = false
  private value: Cell | undefined
  private pieces = ''

  private readonly values: CellValues

  constructor(private readonly context: SheetContext) {
    super()
    this.values = new CellValues(context, () => this.refuse('damaged', 'shared_strings_missing'))
  }

  get isBatchFull(): boolean {
    return this.batch.isFull
  }

  get isDone(): boolean {
    return this.xml.hasStopped
  }

  takeRows(): Row[] {
    return this.batch.take()
  }

  /** Call after `finish`. Refuses with `damaged` when the part held no sheet data at all. */
  tail(): SheetTail {
    if (!this.sawSheetData) throw damagedXml('sheet_data_missing')
    return { ...this.surroundings.tail(), rows: this.delivered }
  }

  protected override onOpen(name: number): void {
    if (this.isInSheetData) this.openInSheetData(name)
    else this.openAround(name)
  }

  protected override onClose(name: number): void {
    if (!this.isInSheetData) return
    switch (name) {
      case valueName:
        this.closeValue()
        break
      case cellName:
        this.closeCell()
        break
      case textName:
        this.xml.wantsText = false
        break
      case rowName:
        this.closeRow()
        break
      case phoneticName:
        this.isInPhonetic = false
        break
      case sheetDataName:
        this.isInSheetData = false
        break
    }
  }

  protected override onText(): void {
    const { bytes, textStart, textEnd, isRaw } = this.xml
    if (textEnd - textStart + this.pieces.length > maxCellBytes) throw this.refuse('too_large', 'cell')
    const isWhole = this.isInValue && this.pieces === '' && !isRaw && bytes[textEnd] === less && bytes[textEnd + 1] === slash
    // The common case, one number between the tags, never becomes a string; the element's end finds no pieces then.
    if (isWhole && this.type === 'n') this.value = this.values.numeric(numberAt(bytes, textStart, textEnd), this.style)
    else if (isWhole && this.type === 's') this.value = this.values.shared(integerAt(bytes, textStart, textEnd), this.style)
    else this.pieces += this.isRaised ? raised(this.pieces, this.xml.text()) : this.xml.text()
  }

  private openInSheetData(name: number): void {
    switch (name) {
      case cellName:
        this.openCell()
        break
      case valueName:
        this.hasValueElement = true
        this.isInValue = this.isInCell
        this.xml.wantsText = this.isInCell
        break
      case formulaName:
        this.hasFormula = true
        break
      case rowName:
        this.openRow()
        break
      case textName:
        this.xml.wantsText = this.isInCell && !this.isInPhonetic
        break
      case phoneticName:
        this.isInPhonetic = true
        break
      case runName:
        this.isRaised = false
        break
      case heightName:
        this.isRaised = this.xml.attribute(heightAttribute) === 'superscript'
        break
    }
  }

  private openAround(name: number): void {
    if (this.xml.isRoot && name !== worksheetName) throw damagedXml('root')
    if (name === sheetDataName) {
      this.isInSheetData = true
      this.sawSheetData = true
    } else this.surroundings.note(name, this.xml)
  }

  private openRow(): void {
    if (this.isRowOpen) throw damagedXml('nesting')
    const previous = this.rowNumber
    this.isRowOpen = true
    this.isRowNumberStated = false
    this.isRowHidden = false
    this.rowNumber = previous + 1
    for (let index = 0; index < this.xml.attributes.count; index++) {
      const name = this.xml.attributes.names[index]
      if (name === referenceAttribute) this.stateRowNumber(rowAt(this.xml.bytes, this.xml.attributes.starts[index]!, this.xml.attributes.ends[index]!), previous)
      else if (name === hiddenAttribute) this.isRowHidden ||= this.isTrue(index)
      else if (name === rowHeightAttribute) this.isRowHidden ||= this.isFlat(index)
    }
    this.cells = []
    this.nextColumn = 0
    this.textLength = 0
  }

  /** Two rows with one number, or a step back, would make "row 17" mean two things. */
  private stateRowNumber(row: number, previous: number): void {
    if (row <= previous) throw this.refuse('damaged', 'row_number')
    this.rowNumber = row
    this.isRowNumberStated = true
  }

  private openCell(): void {
    if (!this.isRowOpen || this.isInCell) throw damagedXml('nesting')
    this.isInCell = true
    this.column = this.nextColumn
    this.type = 'n'
    this.style = 0
    this.hasFormula = false
    this.hasValueElement = false
    this.value = undefined
    this.pieces = ''
    this.isRaised = false
    for (let index = 0; index < this.xml.attributes.count; index++) {
      const name = this.xml.attributes.names[index]
      const start = this.xml.attributes.starts[index]!
      const end = this.xml.attributes.ends[index]!
      if (name === referenceAttribute) this.stateReference(start, end)
      else if (name === styleAttribute) this.style = integerAt(this.xml.bytes, start, end)
      else if (name === typeAttribute) this.type = cellTypeAt(this.xml.bytes, start, end) ?? this.refuseType()
    }
    this.nextColumn = this.column + 1
  }

  private stateReference(start: number, end: number): void {
    this.column = columnAt(this.xml.bytes, start, end)
    if (this.column < 0) throw this.refuse('damaged', 'cell_reference')
    if (this.isRowNumberStated || this.cells.length > 0) return
    this.stateRowNumber(rowAt(this.xml.bytes, start, end), this.rowNumber - 1)
  }

  private refuseType(): never {
    throw this.refuse('damaged', 'cell_type')
  }

  private closeValue(): void {
    this.xml.wantsText = false
    this.isInValue = false
    if (this.pieces === '') return
    const text = this.pieces
    this.pieces = ''
    this.value = this.values.of(text, this.type, this.style)
  }

  private closeCell(): void {
    const value = this.finishedValue()
    if (value !== null) this.placeValue(value)
    this.isInCell = false
  }

  private placeValue(value: Cell): void {
    const cells = this.cells
    if (this.column < cells.length) {
      if (cells[this.column] !== null) throw this.refuse('ambiguous_file', 'cell_twice')
      cells[this.column] = value
    } else {
      while (cells.length < this.column) cells.push(null)
      cells.push(value)
    }
    if (typeof value === 'string') this.textLength += value.length
  }

  private finishedValue(): Cell {
    const value = this.storedValue()
    return value !== null && this.context.hides?.[this.style] === true ? { e: 'format' } : value
  }

  private storedValue(): Cell {
    if (this.hasFormula && this.context.marksDisguises) return { f: true }
    // An inline text stands in `is`, outside any value element.
    if (this.pieces !== '') return decodeEscapes(this.pieces)
    if (this.value !== undefined && this.value !== '') return this.value
    return this.hasFormula && this.value === undefined && !(this.hasValueElement && this.type === 'str') ? { f: true } : null
  }

  private closeRow(): void {
    this.isRowOpen = false
    if (this.cells.length === 0) return
    const row: Row = { row: this.rowNumber, cells: this.cells }
    if (this.isRowHidden) row.hidden = true
    this.batch.add(row, this.textLength)
    this.delivered++
    if (this.delivered >= this.context.maxRows) this.xml.stop()
  }

  private isTrue(index: number): boolean {
    return [0x31, 0x74].includes(this.xml.bytes[this.xml.attributes.starts[index]!]!)
  }

  /** 0, 0.75, 1.5: a row of less than two points shows nothing, whatever it is called. */
  private isFlat(index: number): boolean {
    const [first, end] = [this.xml.attributes.starts[index]!, this.xml.attributes.ends[index]!]
    const digit = this.xml.bytes[first]
    return (digit === 0x30 || digit === 0x31) && (end === first + 1 || this.xml.bytes[first + 1] === 0x2e)
  }

  private refuse(code: 'damaged' | 'too_large' | 'ambiguous_file', what: string): Refusal {
    const column = this.isInCell && this.column >= 0 ? { column: columnLetters(this.column) } : {}
    return new Refusal(code, this.rowNumber > 0 ? { row: this.rowNumber, ...column } : undefined, { what })
  }
}
