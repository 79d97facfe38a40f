import { isUtf8 } from 'node:buffer'
import { Refusal } from '../../../shared/domain/result'
import { maxCellBytes } from '../limits'
import { nameCode } from '../xml/xmlNames'
import { XmlScanner } from '../xml/xmlScanner'
import { damagedXml } from '../xml/xmlText'
import { decodeEscapes } from './escapedText'

const itemName = nameCode('si')
const textName = nameCode('t')
const phoneticName = nameCode('rPh')
const ampersand = 0x26
const carriageReturn = 0x0d
const cacheSlots = 8192

/**
 * The shared strings of a workbook, kept as UTF-8 bytes with offsets and decoded when a cell asks. Half a million
 * strings cost their bytes instead of half a million objects; the cache serves the values that repeat.
 */
export class SharedStrings {
  private readonly cachedIndexes = new Int32Array(cacheSlots).fill(-1)
  private readonly cachedTexts: string[] = new Array<string>(cacheSlots).fill('')

  constructor(
    private readonly bytes: Buffer,
    private readonly offsets: Uint32Array,
    readonly count: number,
  ) {}

  /** The string, or undefined when the index is out of range. */
  get(index: number): string | undefined {
    if (index < 0 || index >= this.count) return undefined
    const slot = index & (cacheSlots - 1)
    if (this.cachedIndexes[slot] === index) return this.cachedTexts[slot]
    const text = decodeEscapes(this.bytes.toString('utf8', this.offsets[index]!, this.offsets[index + 1]!))
    this.cachedIndexes[slot] = index
    this.cachedTexts[slot] = text
    return text
  }
}

/** Collects the texts of `sst`. Phonetic readings (`rPh`) are no part of a value. */
export class SharedStringsScanner extends XmlScanner {
  private store: Buffer
  private length = 0
  private offsets = new Uint32Array(1024)
  private count = 0
  private phoneticDepth = 0
  private isInItem = false

  /** `expectedBytes`: an upper bound of the texts' size; memory that is not used is never touched. */
  constructor(expectedBytes: number) {
    super()
    this.store = Buffer.allocUnsafeSlow(Math.max(64, expectedBytes))
  }

  result(): SharedStrings {
    this.finish()
    const bytes = this.store.subarray(0, this.length)
    if (!isUtf8(bytes)) throw damagedXml('encoding')
    return new SharedStrings(bytes, this.offsets, this.count)
  }

  protected override onOpen(name: number): void {
    if (name === textName) this.wantsText = this.isInItem && this.phoneticDepth === 0
    else if (name === itemName) this.openItem()
    else if (name === phoneticName) this.phoneticDepth++
  }

  protected override onClose(name: number): void {
    if (name === textName) this.wantsText = false
    else if (name === itemName) this.closeItem()
    else if (name === phoneticName) this.phoneticDepth--
  }

  protected override onText(start: number, end: number, isRaw: boolean): void {
    if (end - start + this.length - this.offsets[this.count]! > maxCellBytes) throw new Refusal('too_large', undefined, { what: 'cell' })
    if (this.isPlain(start, end, isRaw)) {
      this.reserve(end - start)
      this.length += this.bytes.copy(this.store, this.length, start, end)
      return
    }
    const text = this.textOf(start, end, isRaw)
    this.reserve(Buffer.byteLength(text))
    this.length += this.store.write(text, this.length, 'utf8')
  }

  private openItem(): void {
    if (this.isInItem) throw damagedXml('nesting')
    this.isInItem = true
    this.phoneticDepth = 0
  }

  private closeItem(): void {
    this.isInItem = false
    this.count++
    if (this.count === this.offsets.length) {
      const larger = new Uint32Array(this.offsets.length * 2)
      larger.set(this.offsets)
      this.offsets = larger
    }
    this.offsets[this.count] = this.length
  }

  private isPlain(start: number, end: number, isRaw: boolean): boolean {
    const bytes = this.bytes
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!
      if (byte === carriageReturn || (byte === ampersand && !isRaw)) return false
    }
    return true
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.store.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(this.store.length * 2, this.length + bytes))
    this.store.copy(larger, 0, 0, this.length)
    this.store = larger
  }
}
