import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'
import { chooseSheets } from '../chooseSheets'
import type { ReadEvent, ReadOptions, SheetInfo } from '../types'
import { XmlReader } from '../xml/xmlReader'
import { damagedXml } from '../xml/xmlText'
import { readOpenDocumentMark } from '../documentMark'
import { findMark } from '../xlsx/findMark'
import type { PackageParts } from '../xlsx/packageParts'
import { assertEntryIsSafe } from '../zip/unpackEntry'
import type { ZipEntry } from '../zip/zipDirectory'
import { attributes, elements } from './odsNames'
import { isKnownMethod, LockedParts, readLocks } from './lockedParts'
import { OdsStyles, OdsStylesReader } from './odsStyles'
import { OdsRowReader } from './odsRowReader'

/**
 * Reads an OpenDocument spreadsheet (.ods). Its content is read twice, streaming: first for the sheets and which of
 * them are hidden, then for the rows. Macros, pictures and settings are other parts and are never opened.
 */
export async function* readOds(source: ByteSource, found: PackageParts, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const content = found.require('content.xml')
  assertEntryIsSafe(content)
  const parts = await unlocked(source, found, options.password)
  const outline = new OutlineReader(await readSharedStyles(parts))
  for await (const chunk of parts.chunks(content)) outline.push(chunk)
  outline.finish()
  const sheets = outline.sheets()
  if (sheets.length === 0) throw new Refusal('not_a_table', undefined, { what: 'opendocument' })
  const chosen = new Set(chooseSheets(sheets, options).map((sheet) => sheet.index))
  const mark = await findMark(parts, 'meta.xml', readOpenDocumentMark)
  yield { type: 'workbook', info: { format: 'ods', base1904: false, macros: parts.hasAnyUnder('Basic/'), sheets, ...(mark === undefined ? {} : { mark }) } }
  yield* readRows(source, parts, content, new OdsRowReader(sheets, chosen, options.maxRows ?? Number.POSITIVE_INFINITY, outline.styles, options.tellsPercents ?? false))
}

async function* readRows(source: ByteSource, parts: PackageParts, content: ZipEntry, reader: OdsRowReader): AsyncGenerator<ReadEvent> {
  let read = 0
  for await (const chunk of parts.chunks(content, (bytes) => (read += bytes))) {
    reader.push(chunk)
    yield* reader.sheet.take({ read, size: source.size })
  }
  reader.finish()
}

async function readSharedStyles(parts: PackageParts): Promise<OdsStyles> {
  const styles = new OdsStyles()
  const shared = parts.find('styles.xml')
  if (!shared) return styles
  assertEntryIsSafe(shared)
  const reader = new OdsStylesReader(styles)
  for await (const chunk of parts.chunks(shared)) reader.push(chunk)
  reader.finish()
  return styles
}

/** A locked file keeps its parts enciphered and says so in the manifest. */
async function unlocked(source: ByteSource, parts: PackageParts, password: string | undefined): Promise<PackageParts> {
  const locks = await readLocks(parts)
  if (locks.size === 0) return parts
  if (!isKnownMethod(locks)) throw new Refusal('encrypted', undefined, { what: 'method' })
  if (password === undefined) throw new Refusal('encrypted')
  return new LockedParts(source, locks, password)
}

/** First pass: the sheets, the styles that hide them, and how styles show dates. */
class OutlineReader extends XmlReader {
  private readonly found: { name: string; style: string }[] = []
  private readonly hidingStyles = new Set<string>()
  private style = ''
  private depth = 0
  private isSpreadsheet = false

  constructor(readonly styles: OdsStyles) {
    super()
    this.xml.acceptsForeignNames = true
  }

  sheets(): SheetInfo[] {
    return this.isSpreadsheet ? this.found.map(({ name, style }, index) => ({ index, name, state: this.hidingStyles.has(style) ? 'hidden' : 'visible' })) : []
  }

  protected override onOpen(name: number): void {
    if (!this.isSpreadsheet) this.styles.open(name, this.xml)
    if (name === elements.spreadsheet) this.isSpreadsheet = true
    else if (name === elements.style) this.style = this.xml.attribute(attributes.name) ?? ''
    else if (name === elements.tableProperties && this.xml.attribute(attributes.display) === 'false') this.hidingStyles.add(this.style)
    else if (name === elements.table && ++this.depth === 1) this.found.push({ name: this.xml.attribute(attributes.name) ?? '', style: this.xml.attribute(attributes.styleName) ?? '' })
    if (this.found.length > 10_000) throw damagedXml('sheets')
  }

  protected override onClose(name: number): void {
    if (name === elements.table) this.depth--
    if (!this.isSpreadsheet) this.styles.close(name)
  }
}
