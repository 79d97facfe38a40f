import { apostrophe, carriageReturn, colon, equals, greater, incomplete, less, lineFeed, quotationMark, slash, space, tab } from './xmlBytes'
import { foreignName, nameCode } from './xmlNames'
import { damagedXml, decodeXmlText } from './xmlText'

const xmlnsCode = nameCode('xmlns')

/** The attributes of one opening tag, as name codes and positions; reused from tag to tag. */
export class XmlAttributes {
  count = 0
  names = new Int32Array(16)
  /** Where each value begins and ends, without its quotation marks. */
  starts = new Int32Array(16)
  ends = new Int32Array(16)
  isSelfClosing = false
  private nameStarts = new Int32Array(16)

  /** Reads what follows an element's name; returns the position after the tag, or `incomplete`. */
  scan(bytes: Buffer, start: number): number {
    const end = bytes.length
    let at = start
    let count = 0
    for (;;) {
      while (at < end && bytes[at]! <= space) at++
      if (at >= end) return incomplete
      const byte = bytes[at]!
      if (byte === greater || byte === slash) break
      if (count === this.names.length) this.grow()
      at = this.scanOne(bytes, at, count)
      if (at === incomplete) return incomplete
      count++
    }
    this.count = count
    this.isSelfClosing = bytes[at] === slash
    if (!this.isSelfClosing) return at + 1
    if (at + 1 >= end) return incomplete
    if (bytes[at + 1] !== greater) throw damagedXml('tag')
    return at + 2
  }

  private scanOne(bytes: Buffer, start: number, index: number): number {
    const end = bytes.length
    let at = start
    let code = 0
    let prefix = 0
    for (; at < end; at++) {
      const byte = bytes[at]!
      if (byte === equals || byte <= space) break
      if (byte === colon) {
        prefix = code
        code = 0
      } else if (byte === less || byte === greater) throw damagedXml('tag')
      else code = (Math.imul(code, 31) + byte) | 0
    }
    while (at < end && bytes[at]! <= space) at++
    if (at >= end) return incomplete
    if (bytes[at] !== equals) throw damagedXml('tag')
    at++
    while (at < end && bytes[at]! <= space) at++
    if (at >= end) return incomplete
    const quote = bytes[at]!
    if (quote !== quotationMark && quote !== apostrophe) throw damagedXml('tag')
    const valueStart = ++at
    for (; at < end; at++) {
      const byte = bytes[at]!
      if (byte === quote) break
      if (byte === less) throw damagedXml('tag')
      if (byte < space && byte !== lineFeed && byte !== tab && byte !== carriageReturn) throw damagedXml('control_character')
    }
    if (at >= end) return incomplete
    this.names[index] = prefix === xmlnsCode ? foreignName : code
    this.nameStarts[index] = start
    this.starts[index] = valueStart
    this.ends[index] = at
    return at + 1
  }

  /** The value of the attribute of this local name. */
  value(bytes: Buffer, name: number): string | undefined {
    for (let index = 0; index < this.count; index++) {
      if (this.names[index] === name) return decodeXmlText(bytes, this.starts[index]!, this.ends[index]!)
    }
    return undefined
  }

  /** The namespaces the tag declares, by the code of their prefix; the default namespace has the code of no name, 0. */
  boundNamespaces(bytes: Buffer): Map<number, string> {
    const bound = new Map<number, string>()
    for (let index = 0; index < this.count; index++) {
      const label = bytes.toString('latin1', this.nameStarts[index], this.starts[index]! - 1)
      const match = /^xmlns(?::([^\s=]+))?[\s=]/.exec(label)
      if (match) bound.set(nameCode(match[1] ?? ''), decodeXmlText(bytes, this.starts[index]!, this.ends[index]!))
    }
    return bound
  }

  private grow(): void {
    const larger = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(array.length * 2)
      copy.set(array)
      return copy
    }
    this.names = larger(this.names)
    this.nameStarts = larger(this.nameStarts)
    this.starts = larger(this.starts)
    this.ends = larger(this.ends)
  }
}
