/**
 * A streaming XML scanner over UTF-8 bytes. Chunks go in, and subclasses hear of elements and texts as positions in
 * `bytes`; nothing becomes a string unless a subclass asks for it. A construct cut by the end of a chunk is scanned
 * again with the next one, so chunk borders are invisible to subclasses.
 *
 * Nesting costs a counter, not a stack. Document types are refused: no office program writes them, entity attacks do.
 * Namespaces: what shares the root element's namespace is ours under any prefix; every other element has the name
 * code 0. Attributes are matched by local name; `xmlns` declarations never match.
 */
import { Refusal } from '../../../shared/domain/result'
import { maxTokenBytes } from '../limits'
import { foreignName, nameCode } from './xmlNames'
import { damagedXml, decodeXmlRaw, decodeXmlText } from './xmlText'

const tab = 0x09
const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const exclamation = 0x21
const quotationMark = 0x22
const apostrophe = 0x27
const slash = 0x2f
const colon = 0x3a
const less = 0x3c
const equals = 0x3d
const greater = 0x3e
const question = 0x3f
const incomplete = -1
const xmlnsCode = nameCode('xmlns')
const empty = Buffer.alloc(0)

export abstract class XmlScanner {
  protected bytes: Buffer = empty
  protected attributeCount = 0
  protected attributeNames = new Int32Array(16)
  protected attributeStarts = new Int32Array(16)
  protected attributeEnds = new Int32Array(16)
  /** Subclasses set it while they want texts; others are skipped unseen. */
  protected wantsText = false
  /** Set by a subclass that has seen enough: the rest is not scanned. */
  protected isStopped = false

  private attributeNameStarts = new Int32Array(16)
  private rest: Buffer = empty
  private depth = 0
  private hasRoot = false
  private rootPrefix = 0
  private readonly ownPrefixes = new Set<number>()
  private elementCode = 0
  private isSelfClosing = false

  protected abstract onOpen(name: number): void
  protected abstract onClose(name: number): void
  /** `isRaw`: a CDATA section, where references do not count. A text may come in several pieces. */
  protected abstract onText(start: number, end: number, isRaw: boolean): void

  push(chunk: Buffer): void {
    if (this.isStopped) return
    this.bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
    const consumed = this.scan()
    this.rest = consumed === this.bytes.length ? empty : this.bytes.subarray(consumed)
    if (this.rest.length > maxTokenBytes) throw new Refusal('too_large', undefined, { what: 'xml_token' })
  }

  /** Refuses with `damaged` when the document is cut off. */
  finish(): void {
    if (this.isStopped) return
    if (this.rest.length > 0 && this.rest.some((byte) => byte > space)) throw damagedXml('truncated')
    if (!this.hasRoot || this.depth !== 0) throw damagedXml('truncated')
  }

  protected get isRoot(): boolean {
    return this.depth === 1
  }

  /** The value of an attribute of the element just opened. */
  protected attribute(name: number): string | undefined {
    for (let index = 0; index < this.attributeCount; index++) {
      if (this.attributeNames[index] === name) {
        return decodeXmlText(this.bytes, this.attributeStarts[index]!, this.attributeEnds[index]!)
      }
    }
    return undefined
  }

  protected textOf(start: number, end: number, isRaw: boolean): string {
    return isRaw ? decodeXmlRaw(this.bytes, start, end) : decodeXmlText(this.bytes, start, end)
  }

  private scan(): number {
    const end = this.bytes.length
    let at = 0
    while (at < end && !this.isStopped) {
      const next = this.bytes[at] === less ? this.scanMarkup(at) : this.scanText(at)
      if (next === incomplete) return at
      at = next
    }
    return this.isStopped ? end : at
  }

  private scanText(start: number): number {
    const bytes = this.bytes
    const end = bytes.length
    let at = start
    for (; at < end; at++) {
      const byte = bytes[at]!
      if (byte === less) break
      if (byte < space && byte !== lineFeed && byte !== tab && byte !== carriageReturn) throw damagedXml('control_character')
    }
    if (!this.wantsText) return at
    if (at === end) return incomplete
    this.onText(start, at, false)
    return at
  }

  private scanMarkup(at: number): number {
    if (at + 1 >= this.bytes.length) return incomplete
    const second = this.bytes[at + 1]!
    if (second === slash) return this.scanClosing(at)
    if (second === exclamation) return this.scanDeclaration(at)
    if (second === question) return this.skipTo('?>', at)
    return this.scanOpening(at)
  }

  private scanClosing(start: number): number {
    const next = this.scanName(start + 2)
    if (next === incomplete) return incomplete
    let at = next
    while (at < this.bytes.length && this.bytes[at]! <= space) at++
    if (at >= this.bytes.length) return incomplete
    if (this.bytes[at] !== greater || this.depth === 0) throw damagedXml('tag')
    this.onClose(this.elementCode)
    this.depth--
    return at + 1
  }

  private scanOpening(start: number): number {
    const next = this.scanName(start + 1)
    if (next === incomplete) return incomplete
    const after = this.scanAttributes(next)
    if (after === incomplete) return incomplete
    if (this.depth === 0) this.openRoot()
    this.depth++
    const code = this.elementCode
    this.onOpen(code)
    if (this.isSelfClosing) {
      this.onClose(code)
      this.depth--
    }
    return after
  }

  /** Leaves the name's code in `elementCode`; returns the position after the name. */
  private scanName(start: number): number {
    const bytes = this.bytes
    const end = bytes.length
    let code = 0
    let prefix = 0
    let at = start
    for (; at < end; at++) {
      const byte = bytes[at]!
      if (byte <= space || byte === greater || byte === slash) break
      if (byte === colon) {
        prefix = code
        code = 0
      } else if (byte === less) throw damagedXml('tag')
      else code = (Math.imul(code, 31) + byte) | 0
    }
    if (at === end) return incomplete
    if (at === start) throw damagedXml('tag')
    const isOurs = prefix === this.rootPrefix || this.ownPrefixes.has(prefix)
    if (this.hasRoot) this.elementCode = isOurs ? code : foreignName
    else {
      this.elementCode = code
      this.rootPrefix = prefix
    }
    return at
  }

  private scanAttributes(start: number): number {
    const bytes = this.bytes
    const end = bytes.length
    let at = start
    let count = 0
    for (;;) {
      while (at < end && bytes[at]! <= space) at++
      if (at >= end) return incomplete
      const byte = bytes[at]!
      if (byte === greater || byte === slash) break
      if (count === this.attributeNames.length) this.growAttributes()
      at = this.scanAttribute(at, count)
      if (at === incomplete) return incomplete
      count++
    }
    this.attributeCount = count
    this.isSelfClosing = bytes[at] === slash
    if (!this.isSelfClosing) return at + 1
    if (at + 1 >= end) return incomplete
    if (bytes[at + 1] !== greater) throw damagedXml('tag')
    return at + 2
  }

  private scanAttribute(start: number, index: number): number {
    const bytes = this.bytes
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
    this.attributeNames[index] = prefix === xmlnsCode ? foreignName : code
    this.attributeNameStarts[index] = start
    this.attributeStarts[index] = valueStart
    this.attributeEnds[index] = at
    return at + 1
  }

  /** Finds every prefix that is bound to the root's own namespace. */
  private openRoot(): void {
    if (this.hasRoot) throw damagedXml('second_root')
    this.hasRoot = true
    const bound = new Map<number, string>()
    for (let index = 0; index < this.attributeCount; index++) {
      const label = this.bytes.toString('latin1', this.attributeNameStarts[index], this.attributeStarts[index]! - 1)
      const match = /^xmlns(?::([^\s=]+))?[\s=]/.exec(label)
      if (!match) continue
      bound.set(nameCode(match[1] ?? ''), this.textOf(this.attributeStarts[index]!, this.attributeEnds[index]!, false))
    }
    const own = bound.get(this.rootPrefix)
    this.ownPrefixes.add(this.rootPrefix)
    for (const [prefix, namespace] of bound) if (own !== undefined && namespace === own) this.ownPrefixes.add(prefix)
  }

  private scanDeclaration(at: number): number {
    const opening = this.bytes.toString('latin1', at, at + 9)
    if (opening.startsWith('<!--')) return this.skipTo('-->', at + 4)
    if (opening === '<![CDATA[') return this.scanCharacterData(at + 9)
    if (opening.startsWith('<!D')) throw new Refusal('document_type')
    if (opening.length < 9 && ('<![CDATA['.startsWith(opening) || '<!--'.startsWith(opening))) return incomplete
    throw damagedXml('declaration')
  }

  private scanCharacterData(start: number): number {
    const stop = this.bytes.indexOf(']]>', start, 'latin1')
    if (stop < 0) return incomplete
    if (this.wantsText) this.onText(start, stop, true)
    return stop + 3
  }

  private skipTo(terminator: string, from: number): number {
    const stop = this.bytes.indexOf(terminator, from, 'latin1')
    return stop < 0 ? incomplete : stop + terminator.length
  }

  private growAttributes(): void {
    const grow = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(array.length * 2)
      larger.set(array)
      return larger
    }
    this.attributeNames = grow(this.attributeNames)
    this.attributeNameStarts = grow(this.attributeNameStarts)
    this.attributeStarts = grow(this.attributeStarts)
    this.attributeEnds = grow(this.attributeEnds)
  }
}
