/**
 * A streaming XML scanner over UTF-8 bytes. Chunks go in, tokens come out as positions in `bytes`; nothing becomes a
 * string unless it is asked for. A construct cut by the end of a chunk is scanned again with the next one, so chunk
 * borders are invisible.
 *
 * Nesting costs a counter, not a stack. Document types are refused: no office program writes them, entity attacks do.
 * Namespaces: what shares the root element's namespace is ours under any prefix; every other element has the name
 * code 0. Attributes are matched by local name; `xmlns` declarations never match.
 *
 * One class without subclasses, pulled from by its readers: the engine then knows its shape, and the hot loops run
 * more than twice as fast as with readers that inherit from it.
 */
import { Refusal } from '../../../shared/domain/result'
import { maxTokenBytes } from '../limits'
import { XmlAttributes } from './xmlAttributes'
import { carriageReturn, colon, exclamation, greater, incomplete, less, lineFeed, question, slash, space, tab } from './xmlBytes'
import { foreignName } from './xmlNames'
import { damagedXml, decodeXmlRaw, decodeXmlText } from './xmlText'

const empty = Buffer.alloc(0)

/** `needMore`: the chunk is used up. */
export const needMore = 0
export const opening = 1
export const closing = 2
export const text = 3
export type XmlToken = typeof needMore | typeof opening | typeof closing | typeof text

export class XmlScanner {
  bytes: Buffer = empty
  /** Code of the element just opened or closed, see `nameCode`. */
  name = 0
  /** Whether the element just opened is the document's root. */
  isRoot = false
  /** Of the element just opened. */
  readonly attributes = new XmlAttributes()
  /** Where a text token stands. A text may come in several tokens; `isRaw`: a CDATA section, references do not count. */
  textStart = 0
  textEnd = 0
  isRaw = false
  /** Set while texts are wanted; others are passed over unseen. */
  wantsText = false
  /** Set to hear of elements of every namespace by their local names. */
  acceptsForeignNames = false

  private isStopped = false
  private position = 0
  private hasRoot = false
  private rootPrefix = 0
  private readonly ownPrefixes = new Set<number>()
  private depth = 0
  private closesNext = false

  /** Adds the next chunk. Every token before must have been taken. */
  feed(chunk: Buffer): void {
    if (this.isStopped) return
    const rest = this.bytes.length - this.position
    if (rest > maxTokenBytes) throw new Refusal('too_large', undefined, { what: 'xml_token' })
    this.bytes = rest === 0 ? chunk : Buffer.concat([this.bytes.subarray(this.position), chunk])
    this.position = 0
  }

  /** Enough was seen: no token comes any more, and the end is not checked. */
  stop(): void {
    this.isStopped = true
    this.position = this.bytes.length
  }

  get hasStopped(): boolean {
    return this.isStopped
  }

  next(): XmlToken {
    if (this.closesNext) {
      this.closesNext = false
      return closing
    }
    const bytes = this.bytes
    const end = bytes.length
    while (this.position < end) {
      const at = this.position
      if (bytes[at] !== less) {
        if (this.scanText(at)) return text
        if (this.position === at) return needMore
        continue
      }
      const token = this.scanMarkup(at)
      if (token !== needMore) return token
      if (this.position === at) return needMore
    }
    return needMore
  }

  /** Refuses with `damaged` when the document is cut off. */
  finish(): void {
    if (this.isStopped) return
    for (let at = this.position; at < this.bytes.length; at++) if (this.bytes[at]! > space) throw damagedXml('truncated')
    if (!this.hasRoot || this.depth !== 0) throw damagedXml('truncated')
  }

  /** The value of an attribute of the element just opened. */
  attribute(name: number): string | undefined {
    return this.attributes.value(this.bytes, name)
  }

  /** The text token as a string. */
  text(): string {
    const decode = this.isRaw ? decodeXmlRaw : decodeXmlText
    return decode(this.bytes, this.textStart, this.textEnd)
  }

  /** True when a text token was found. Moves on, unless the text may go on in the next chunk. */
  private scanText(start: number): boolean {
    const bytes = this.bytes
    const end = bytes.length
    let at = start
    for (; at < end; at++) {
      const byte = bytes[at]!
      if (byte === less) break
      if (byte < space && byte !== lineFeed && byte !== tab && byte !== carriageReturn) throw damagedXml('control_character')
    }
    if (!this.wantsText) {
      this.position = at
      return false
    }
    if (at === end) return false
    return this.foundText(start, at, false, at)
  }

  private foundText(start: number, end: number, isRaw: boolean, next: number): true {
    this.textStart = start
    this.textEnd = end
    this.isRaw = isRaw
    this.position = next
    return true
  }

  private scanMarkup(at: number): XmlToken {
    if (at + 1 >= this.bytes.length) return needMore
    const second = this.bytes[at + 1]!
    if (second === slash) return this.scanClosing(at)
    if (second === exclamation) return this.scanDeclaration(at)
    if (second === question) return this.skipTo('?>', at)
    return this.scanOpening(at)
  }

  private scanClosing(start: number): XmlToken {
    let at = this.scanName(start + 2)
    if (at === incomplete) return needMore
    while (at < this.bytes.length && this.bytes[at]! <= space) at++
    if (at >= this.bytes.length) return needMore
    if (this.bytes[at] !== greater || this.depth === 0) throw damagedXml('tag')
    this.depth--
    this.position = at + 1
    return closing
  }

  private scanOpening(start: number): XmlToken {
    const afterName = this.scanName(start + 1)
    if (afterName === incomplete) return needMore
    const after = this.attributes.scan(this.bytes, afterName)
    if (after === incomplete) return needMore
    this.isRoot = this.depth === 0
    if (this.isRoot) this.openRoot()
    if (this.attributes.isSelfClosing) this.closesNext = true
    else this.depth++
    this.position = after
    return opening
  }

  /** Leaves the name's code in `name`; returns the position after it. */
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
    if (!this.hasRoot) this.rootPrefix = prefix
    const isOurs = prefix === this.rootPrefix || this.acceptsForeignNames || this.ownPrefixes.has(prefix)
    this.name = isOurs ? code : foreignName
    return at
  }

  /** Finds every prefix that is bound to the root's own namespace. */
  private openRoot(): void {
    if (this.hasRoot) throw damagedXml('second_root')
    this.hasRoot = true
    const bound = this.attributes.boundNamespaces(this.bytes)
    const own = bound.get(this.rootPrefix)
    this.ownPrefixes.add(this.rootPrefix)
    for (const [prefix, namespace] of bound) if (own !== undefined && namespace === own) this.ownPrefixes.add(prefix)
  }

  private scanDeclaration(at: number): XmlToken {
    const start = this.bytes.toString('latin1', at, at + 9)
    if (start.startsWith('<!--')) return this.skipTo('-->', at + 4)
    if (start === '<![CDATA[') return this.scanCharacterData(at + 9)
    if (start.startsWith('<!D')) throw new Refusal('document_type')
    if ('<![CDATA['.startsWith(start) || '<!--'.startsWith(start)) return needMore
    throw damagedXml('declaration')
  }

  private scanCharacterData(start: number): XmlToken {
    const stop = this.bytes.indexOf(']]>', start, 'latin1')
    if (stop < 0) return needMore
    this.foundText(start, stop, true, stop + 3)
    return this.wantsText ? text : needMore
  }

  /** Comments and processing instructions say nothing: the scan goes on behind them. */
  private skipTo(terminator: string, from: number): typeof needMore {
    const stop = this.bytes.indexOf(terminator, from, 'latin1')
    if (stop >= 0) this.position = stop + terminator.length
    return needMore
  }
}
