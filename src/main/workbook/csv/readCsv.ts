import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'
import { chooseSheets } from '../chooseSheets'
import { maxTextBytes } from '../limits'
import type { Cell, ReadEvent, ReadOptions, Row, SheetInfo } from '../types'
import { declaredDelimiter, detectDelimiter } from './delimiter'
import { RecordSplitter } from './splitRecords'
import { decodeText, detectTextEncoding } from './textEncoding'

const sampleLength = 64 * 1024

/** Reads a text table. Every value stays text; what Excel would make of it is for the import to judge. */
export function* readCsv(source: ByteSource, options: ReadOptions): Generator<ReadEvent> {
  if (source.size > maxTextBytes) throw new Refusal('too_large', undefined, { what: 'file', bytes: source.size })
  const sheet: SheetInfo = { index: 0, name: null, state: 'visible' }
  chooseSheets([sheet], options)
  const encoding = detectTextEncoding(source)
  const chunks = decodeText(source, encoding)
  const first = chunks.next().value
  const text = first?.text ?? ''
  if (text.trim() === '') throw new Refusal('empty_file')
  const declared = declaredDelimiter(text)
  const delimiter = declared?.delimiter ?? detectDelimiter(text.slice(0, sampleLength))

  yield { type: 'workbook', info: { format: 'csv', encoding, delimiter, base1904: false, macros: false, sheets: [sheet] } }
  yield { type: 'sheet', sheet }
  const splitter = new RecordSplitter(delimiter, text.includes('\r') && !text.includes('\n') ? '\r' : '\n')
  const numbering = new RecordNumbering(options.maxRows ?? Number.POSITIVE_INFINITY)
  yield { type: 'rows', rows: numbering.rowsOf(splitter.push(text.slice(declared?.length ?? 0))), read: first?.read ?? 0, size: source.size }
  for (const chunk of chunks) {
    if (numbering.isFull) break
    yield { type: 'rows', rows: numbering.rowsOf(splitter.push(chunk.text)), read: chunk.read, size: source.size }
  }
  if (!numbering.isFull) yield { type: 'rows', rows: numbering.rowsOf(splitter.finish()), read: source.size, size: source.size }
  yield { type: 'tail', tail: { merges: [], autoFilter: false, hiddenColumns: [], rows: numbering.delivered } }
}

/** Blank records count, as they would in Excel, but are not delivered. */
class RecordNumbering {
  delivered = 0
  private record = 0

  constructor(private readonly maxRows: number) {}

  get isFull(): boolean {
    return this.delivered >= this.maxRows
  }

  rowsOf(records: readonly Cell[][]): Row[] {
    const rows: Row[] = []
    for (const cells of records) {
      this.record++
      const fields = cells.length
      while (cells.length > 0 && cells.at(-1) === null) cells.pop()
      for (let at = 0; at < cells.length; at++) cells[at] = withoutShield(cells[at] ?? null)
      if (cells.length === 0) continue
      rows.push(fields > cells.length ? { row: this.record, cells, fields } : { row: this.record, cells })
      this.delivered++
      if (this.isFull) break
    }
    return rows
  }
}

/** `="0123"`: how programs keep a spreadsheet from making a number of a text. What it shields is the value. */
function withoutShield(cell: Cell): Cell {
  if (typeof cell !== 'string' || !cell.startsWith('="') || !cell.endsWith('"') || cell.length < 3) return cell
  const inner = cell.slice(2, -1)
  return /^(?:[^"]|"")*$/.test(inner) ? inner.replaceAll('""', '"') : cell
}
