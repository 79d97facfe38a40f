/**
 * Reads the tables of an HTML page: what web systems export as ".xls". Tolerant of unclosed tags, deaf to scripts and
 * styles, and nothing a page refers to is ever fetched. Tags are found with plain searches, nesting is a list: neither
 * depth nor malice makes it recurse.
 */
import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'
import { chooseSheets } from '../chooseSheets'
import { detectTextEncoding } from '../csv/textEncoding'
import { maxHtmlBytes } from '../limits'
import type { ReadEvent, ReadOptions, SheetInfo } from '../types'
import { collapseSpace, decodeHtmlEntities } from './htmlText'
import { TableRows } from './tableRows'

const rowsPerBatch = 500
const unreadElements = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'title'])
const lineElements = new Set(['br', 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const tagName = /\/?([a-zA-Z][a-zA-Z0-9:_-]{0,63})/y
const columnSpan = /(?:^|\s)colspan\s*=\s*["']?\s*(\d{1,6})/i
const rowSpan = /(?:^|\s)rowspan\s*=\s*["']?\s*(\d{1,6})/i
const maxSpan = 65_534
const maxAttributeLength = 16_384

/** Refuses with `not_a_table` when the page has no table with a filled row. */
export function* readHtml(source: ByteSource, options: ReadOptions): Generator<ReadEvent> {
  if (source.size > maxHtmlBytes) throw new Refusal('too_large', undefined, { what: 'file', bytes: source.size })
  const sheet: SheetInfo = { index: 0, name: null, state: 'visible' }
  chooseSheets([sheet], options)
  const encoding = detectHtmlEncoding(source)
  const text = new TextDecoder(encoding).decode(source.read(0, source.size))
  yield { type: 'workbook', info: { format: 'html', encoding, base1904: false, macros: false, sheets: [sheet] } }
  yield { type: 'sheet', sheet }
  const tables = new TableRows()
  const maxRows = options.maxRows ?? Number.POSITIVE_INFINITY
  for (const at of scanTables(text, tables)) {
    if (tables.waiting >= rowsPerBatch) yield { type: 'rows', rows: tables.takeRows(), read: Math.floor((source.size * at) / text.length), size: source.size }
    if (tables.delivered >= maxRows) break
  }
  if (tables.delivered < maxRows) tables.finish()
  if (tables.delivered === 0) throw new Refusal('not_a_table', undefined, { what: 'html' })
  yield { type: 'rows', rows: tables.takeRows(), read: source.size, size: source.size }
  yield { type: 'tail', tail: { merges: tables.merges, autoFilter: false, hiddenColumns: [], rows: tables.delivered } }
}

/** Feeds the page to `tables`; yields its position after every tag that may have ended a row. */
function* scanTables(text: string, tables: TableRows): Generator<number> {
  let at = 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const open = next < 0 ? text.length : next
    if (open > at) tables.addText(decodeHtmlEntities(collapseSpace(text.slice(at, open))))
    if (next < 0) return
    const tag = readTag(text, open)
    if (!tag) {
      tables.addText('<')
      at = open + 1
      continue
    }
    at = tag.isClosing || !unreadElements.has(tag.name) ? tag.end : skipElement(text, tag.end, tag.name)
    if (tag.isClosing) applyClosing(tag.name, tables)
    else applyOpening(tag, tables)
    if (tag.name === 'tr' || tag.name === 'table') yield at
  }
}

interface Tag {
  name: string
  isClosing: boolean
  attributes: string
  end: number
}

/** The tag at `<`; undefined when it is only a less-than sign. Comments and declarations are tags without a name. */
function readTag(text: string, open: number): Tag | undefined {
  if (text.startsWith('<!--', open)) return { name: '', isClosing: false, attributes: '', end: after(text, '-->', open + 4) }
  if (text[open + 1] === '!' || text[open + 1] === '?') return { name: '', isClosing: false, attributes: '', end: after(text, '>', open + 1) }
  tagName.lastIndex = open + 1
  const match = tagName.exec(text)
  if (!match) return undefined
  const nameEnd = tagName.lastIndex
  const end = tagEnd(text, nameEnd)
  return {
    name: (match[1] ?? '').toLowerCase(),
    isClosing: text[open + 1] === '/',
    attributes: text.slice(nameEnd, Math.min(end, nameEnd + maxAttributeLength)),
    end,
  }
}

function after(text: string, terminator: string, from: number): number {
  const stop = text.indexOf(terminator, from)
  return stop < 0 ? text.length : stop + terminator.length
}

/** Position after the tag's `>`, quoted values skipped. */
function tagEnd(text: string, from: number): number {
  const mark = /["'>]/g
  mark.lastIndex = from
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === '>') return mark.lastIndex
    const close = text.indexOf(match[0], mark.lastIndex)
    if (close < 0) return after(text, '>', from)
    mark.lastIndex = close + 1
  }
  return text.length
}

function skipElement(text: string, from: number, name: string): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  const match = close.exec(text)
  return match ? match.index : text.length
}

function applyOpening(tag: Tag, tables: TableRows): void {
  if (tag.name === 'table') tables.openTable()
  else if (tag.name === 'tr') tables.openRow(/display\s*:\s*none|\shidden\b/i.test(tag.attributes))
  else if (tag.name === 'td' || tag.name === 'th') tables.openCell(spanOf(tag.attributes, columnSpan), spanOf(tag.attributes, rowSpan))
  else if (tag.name === 'sup') tables.isRaised = true
  else if (lineElements.has(tag.name)) tables.addText('\n')
}

function applyClosing(name: string, tables: TableRows): void {
  if (name === 'table') tables.closeTable()
  else if (name === 'tr') tables.closeRow()
  else if (name === 'td' || name === 'th') tables.closeCell()
  else if (name === 'sup') tables.isRaised = false
  else if (lineElements.has(name) && name !== 'br') tables.addText('\n')
}

function spanOf(attributes: string, span: RegExp): number {
  const match = attributes === '' ? null : span.exec(attributes)
  return Math.max(1, Math.min(maxSpan, Number(match?.[1] ?? 1)))
}

/** By mark or declaration; a declaration of UTF-8 or of the servers' habitual Latin-1 is checked against the bytes. */
function detectHtmlEncoding(source: ByteSource): string {
  const head = source.read(0, 4096).toString('latin1')
  const declared = /charset\s*=\s*["']?\s*([a-z0-9_-]+)/i.exec(head)?.[1]?.toLowerCase() ?? ''
  const byBytes = detectTextEncoding(source)
  if (byBytes.startsWith('utf-16') || head.startsWith('\u00ef\u00bb\u00bf')) return byBytes
  if (declared.startsWith('gb')) return 'gb18030'
  if (declared === '' || /^utf-?8$|^iso-8859-1$|^windows-1252$|^us-ascii$/.test(declared)) return byBytes
  return isKnownEncoding(declared) ? declared : byBytes
}

function isKnownEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}
