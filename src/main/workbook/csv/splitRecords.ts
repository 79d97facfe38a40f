/**
 * Splits decoded text into records (RFC 4180, with the liberties of real exports). Text arrives in chunks; a record
 * cut by the end of a chunk waits for the next one.
 *
 * A line without a quotation mark, as most are, is cut at its delimiters in one plain loop. A quotation mark opens a
 * field only at the field's beginning.
 *
 * A quotation mark that is never closed must not swallow the rest of the file. It counts as not closed when the text
 * ends, when the field grows beyond `maxQuotedLength`, or when the mark that would close it, lines below, is followed
 * by more text. The field then ends with its own line and is handed over as an error, and splitting goes on below.
 */
import { Refusal } from '../../../shared/domain/result'
import type { Cell } from '../types'

export const maxQuotedLength = 65_536
const maxRecordLength = 32 * 1024 * 1024

const notClosed: Cell = { e: 'quote_not_closed' }
const quotationMark = 0x22
const carriageReturn = 0x0d

interface QuotedField {
  value: string
  /** Position of the delimiter or line end after the field. */
  next: number
}

interface SplitRecord {
  cells: Cell[]
  next: number
}

export class RecordSplitter {
  private rest = ''
  private isEnd = false
  private readonly delimiterCode: number
  private readonly breakCode: number

  /** `lineBreak`: a line feed (a carriage return before it is dropped) or, in old Macintosh files, a carriage return. */
  constructor(
    delimiter: string,
    private readonly lineBreak: '\n' | '\r' = '\n',
  ) {
    this.delimiterCode = delimiter.charCodeAt(0)
    this.breakCode = lineBreak.charCodeAt(0)
  }

  /** The records that are complete after this text. Refuses with `too_large` when one does not end. */
  push(text: string): Cell[][] {
    this.rest = this.rest === '' ? text : this.rest + text
    const records = this.split()
    if (this.rest.length > maxRecordLength) throw new Refusal('too_large', undefined, { what: 'record' })
    return records
  }

  /** What is left when the text ends. */
  finish(): Cell[][] {
    this.isEnd = true
    return this.split()
  }

  private split(): Cell[][] {
    const records: Cell[][] = []
    const text = this.rest
    let nextQuote = text.indexOf('"')
    let at = 0
    while (at < text.length) {
      const lineEnd = this.lineEndAfter(text, at)
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf('"', at)
      if (nextQuote < 0 || nextQuote >= lineEnd) {
        if (lineEnd === text.length && !this.isEnd) break
        records.push(this.plainFields(text, at, lineEnd))
        at = lineEnd + 1
        continue
      }
      const record = this.splitQuoted(text, at)
      if (!record) break
      records.push(record.cells)
      at = record.next
    }
    this.rest = at >= text.length ? '' : text.slice(at)
    return records
  }

  private plainFields(text: string, start: number, lineEnd: number): Cell[] {
    const end = this.withoutCarriageReturn(text, start, lineEnd)
    if (end === start) return []
    const fields: Cell[] = []
    let from = start
    for (let at = start; at < end; at++) {
      if (text.charCodeAt(at) !== this.delimiterCode) continue
      fields.push(at === from ? null : text.slice(from, at))
      from = at + 1
    }
    fields.push(from === end ? null : text.slice(from, end))
    return fields
  }

  /** Undefined when the record is not complete yet. */
  private splitQuoted(text: string, start: number): SplitRecord | undefined {
    const cells: Cell[] = []
    let at = start
    for (;;) {
      const field = text.charCodeAt(at) === quotationMark ? this.quotedField(text, at) : this.plainField(text, at)
      if (field === 'incomplete') return undefined
      if (field === 'not_closed') {
        cells.push(notClosed)
        return { cells, next: this.lineEndAfter(text, at) + 1 }
      }
      cells.push(field.value === '' ? null : field.value)
      if (field.next >= text.length || text.charCodeAt(field.next) !== this.delimiterCode) {
        return { cells, next: this.lineEndAfter(text, field.next) + 1 }
      }
      at = field.next + 1
    }
  }

  private plainField(text: string, start: number): QuotedField | 'incomplete' {
    const end = this.fieldEnd(text, start)
    if (end === text.length && !this.isEnd) return 'incomplete'
    return { value: text.slice(start, end), next: end }
  }

  private quotedField(text: string, start: number): QuotedField | 'incomplete' | 'not_closed' {
    let value = ''
    let from = start + 1
    for (;;) {
      const close = text.indexOf('"', from)
      if (close < 0 || close - start > maxQuotedLength) {
        return this.isEnd || text.length - start > maxQuotedLength ? 'not_closed' : 'incomplete'
      }
      if (close === text.length - 1 && !this.isEnd) return 'incomplete'
      value += text.slice(from, close)
      if (text.charCodeAt(close + 1) !== quotationMark) return this.closeField(text, start, close, value)
      value += '"'
      from = close + 2
    }
  }

  /** Text behind a closing mark belongs to the field when it stands on one line, and betrays an open mark else. */
  private closeField(text: string, start: number, close: number, value: string): QuotedField | 'incomplete' | 'not_closed' {
    const end = this.fieldEnd(text, close + 1)
    if (end === text.length && !this.isEnd) return 'incomplete'
    const trailing = text.slice(close + 1, end)
    if (trailing.trim() === '') return { value, next: end }
    return this.lineEndAfter(text, start) < close ? 'not_closed' : { value: value + trailing, next: end }
  }

  private fieldEnd(text: string, start: number): number {
    let at = start
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === this.breakCode) return this.withoutCarriageReturn(text, start, at)
      if (code === this.delimiterCode) return at
    }
    return this.isEnd ? this.withoutCarriageReturn(text, start, at) : at
  }

  private lineEndAfter(text: string, start: number): number {
    const end = text.indexOf(this.lineBreak, start)
    return end < 0 ? text.length : end
  }

  private withoutCarriageReturn(text: string, start: number, end: number): number {
    return end > start && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end
  }
}
