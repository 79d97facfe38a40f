import { closing, needMore, opening, XmlScanner } from './xmlScanner'

/** A reader of one kind of XML part: hears of elements and texts while chunks are pushed through. */
export abstract class XmlReader {
  protected readonly xml = new XmlScanner()

  protected abstract onOpen(name: number): void
  protected onClose(_name: number): void {}
  /** Called while `xml.wantsText`; `xml.text()` is the text. */
  protected onText(): void {}

  push(chunk: Buffer): void {
    // Looked up once per chunk: this loop serves readers of many shapes, and a lookup per token costs a tenth.
    const { xml, onOpen, onClose, onText } = this
    xml.feed(chunk)
    for (;;) {
      const token = xml.next()
      if (token === needMore) return
      if (token === opening) onOpen.call(this, xml.name)
      else if (token === closing) onClose.call(this, xml.name)
      else onText.call(this)
    }
  }

  /** Call after the last chunk. Refuses with `damaged` when the document is cut off. */
  finish(): void {
    this.xml.finish()
  }
}
