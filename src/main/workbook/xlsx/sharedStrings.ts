import { isUtf8 } from 'node:buffer'
import { raised } from '../../../shared/domain/raisedDigits'
import { Refusal } from '../../../shared/domain/result'
import { maxCellBytes } from '../limits'
import { nameCode } from '../xml/xmlNames'
import { XmlReader } from '../xml/xmlReader'
import { damagedXml } from '../xml/xmlText'
import { decodeEscapes } from './escapedText'

const itemName = nameCode('si')
const textName = nameCode('t')
const phoneticName = nameCode('rPh')
const runName = nameCode('r')
const heightName = nameCode('vertAlign')
const heightAttribute = nameCode('val')
const ampersand = 0x26
const carriageReturn = 0x0d
const continuationMask = 0xc0
const continuationBits = 0x80
const fourByteLead = 0xf0
const itemsPerBlock = 16_384
const blockShift = 14
const itemMask = itemsPerBlock - 1

interface Block {
  text: string
  hasEscapes: boolean
}

/**
 * The shared strings of a workbook. They are decoded in blocks of 16,384 into one long string each, and a cell's text
 * is a slice of it: half a million strings cost their characters, not half a million objects and decoder calls.
 */
export class SharedStrings {
  /** `starts`: where each string begins in its block, in UTF-16 units. */
  constructor(
    private readonly blocks: readonly Block[],
    private readonly starts: Uint32Array,
    readonly count: number,
  ) {}

  /** The string, or undefined when the index is out of range. */
  get(index: number): string | undefined {
    if (index < 0 || index >= this.count) return undefined
    const block = this.blocks[index >>> blockShift]!
    const isLastOfBlock = (index & itemMask) === itemMask || index === this.count - 1
    const text = block.text.slice(this.starts[index], isLastOfBlock ? block.text.length : this.starts[index + 1])
    return block.hasEscapes ? decodeEscapes(text) : text
  }
}

/** Collects the texts of `sst`. Phonetic readings (`rPh`) are no part of a value. */
export class SharedStringsReader extends XmlReader {
  private readonly blocks: Block[] = []
  private starts = new Uint32Array(1024)
  private count = 0
  /** The current block, in UTF-8 bytes and counted in UTF-16 units. */
  private store = Buffer.allocUnsafeSlow(64 * 1024)
  private byteLength = 0
  private unitLength = 0
  private itemStart = 0
  private phoneticDepth = 0
  private isInItem = false
  private isRaised = false

  result(): SharedStrings {
    this.finish()
    this.closeBlock()
    return new SharedStrings(this.blocks, this.starts, this.count)
  }

  protected override onOpen(name: number): void {
    if (name === textName) this.xml.wantsText = this.isInItem && this.phoneticDepth === 0
    else if (name === itemName) this.openItem()
    else if (name === phoneticName) this.phoneticDepth++
    else if (name === runName) this.isRaised = false
    else if (name === heightName) this.isRaised = this.xml.attribute(heightAttribute) === 'superscript'
  }

  protected override onClose(name: number): void {
    if (name === textName) this.xml.wantsText = false
    else if (name === itemName) this.closeItem()
    else if (name === phoneticName) this.phoneticDepth--
  }

  protected override onText(): void {
    const { textStart, textEnd } = this.xml
    if (textEnd - textStart + this.byteLength - this.itemStart > maxCellBytes) throw new Refusal('too_large', undefined, { what: 'cell' })
    const units = this.isRaised ? -1 : this.plainUnits(textStart, textEnd)
    if (units >= 0) {
      this.reserve(textEnd - textStart)
      this.byteLength += this.xml.bytes.copy(this.store, this.byteLength, textStart, textEnd)
      this.unitLength += units
      return
    }
    const text = this.isRaised ? raised(this.textBefore(), this.xml.text()) : this.xml.text()
    this.reserve(Buffer.byteLength(text))
    this.byteLength += this.store.write(text, this.byteLength, 'utf8')
    this.unitLength += text.length
  }

  private openItem(): void {
    if (this.isInItem) throw damagedXml('nesting')
    this.isInItem = true
    this.isRaised = false
    this.phoneticDepth = 0
    if (this.count === this.starts.length) this.growStarts()
    this.starts[this.count] = this.unitLength
    this.itemStart = this.byteLength
  }

  private textBefore(): string {
    return this.store.toString('utf8', this.itemStart, this.byteLength)
  }

  private closeItem(): void {
    this.isInItem = false
    this.count++
    if ((this.count & itemMask) === 0) this.closeBlock()
  }

  private closeBlock(): void {
    if (this.blocks.length > (this.count - 1) >>> blockShift) return
    const bytes = this.store.subarray(0, this.byteLength)
    if (!isUtf8(bytes)) throw damagedXml('encoding')
    const text = bytes.toString('utf8')
    this.blocks.push({ text, hasEscapes: text.includes('_x') })
    this.byteLength = 0
    this.unitLength = 0
  }

  /** The length in UTF-16 units of a text that can be copied as it stands; -1 when it must be decoded first. */
  private plainUnits(start: number, end: number): number {
    const bytes = this.xml.bytes
    let units = 0
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!
      if (byte === carriageReturn || (byte === ampersand && !this.xml.isRaw)) return -1
      if ((byte & continuationMask) !== continuationBits) units += byte >= fourByteLead ? 2 : 1
    }
    return units
  }

  private reserve(bytes: number): void {
    if (this.byteLength + bytes <= this.store.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(this.store.length * 2, this.byteLength + bytes))
    this.store.copy(larger, 0, 0, this.byteLength)
    this.store = larger
  }

  private growStarts(): void {
    const larger = new Uint32Array(this.starts.length * 2)
    larger.set(this.starts)
    this.starts = larger
  }
}
