import { raised } from '../../../shared/domain/raisedDigits'
import { biffRecords, recordTypes, type BiffRecord } from './biffRecords'

/** The text of a cell whose words do not all stand on the line; `sheet` counts the sheets from 0 as they follow in the stream. */
export type RaisedTexts = (sheet: number, row: number, column: number) => string | undefined

const none: RaisedTexts = () => undefined

/** Number of the place of a font in a run of a text: the fifth of the list is not there ([MS-XLS] 2.5.129). */
const absentFont = 4
const superscript = 1
const countBytes = 8
const headBytes = 4

/**
 * Texts of a BIFF workbook in which digits stand raised, which the library reads as digits like others (`raised`).
 * In BIFF8 only texts that are kept in the list of the workbook have looks of their own, in Excel 95 they stand in their cell.
 */
export function raisedBiffTexts(stream: Buffer): RaisedTexts {
  const { fonts, segments, sheets, encoding } = outlineOf(stream)
  if (!fonts.includes(true)) return none
  const listed = raisedTextsOf(new StringList(segments), fonts)
  const cells = cellsWith(stream, sheets, (record) => {
    if (record.type === recordTypes.sharedText && record.length >= 10) return listed.get(stream.readUInt32LE(record.at + 6))
    return record.type === recordTypes.richText ? raisedBytes(stream.subarray(record.at, record.at + record.length), fonts, encoding) : undefined
  })
  return cells.size === 0 ? none : (...place) => cells.get(cellKey(...place))
}

interface Outline {
  /** Whether a font stands raised, by its number in runs. */
  fonts: boolean[]
  /** The list of texts, in the parts that it was written in. */
  segments: Buffer[]
  /** Places of the sheets' first records, as they follow in the stream. */
  sheets: number[]
  /** Of texts in bytes, as Excel 95 writes them. */
  encoding: string
}

/** Code pages of the texts that such old files have here; what names none is of Chinese Windows. */
const encodings: Readonly<Record<number, string>> = { 932: 'shift_jis', 949: 'euc-kr', 950: 'big5', 1252: 'windows-1252' }
const usualEncoding = 'gbk'

function outlineOf(stream: Buffer): Outline {
  const outline: Outline = { fonts: [], segments: [], sheets: [], encoding: usualEncoding }
  let isInList = false
  for (const { type, at, length } of biffRecords(stream)) {
    if (type === recordTypes.eof) break
    isInList = type === recordTypes.sharedStrings || (isInList && type === recordTypes.continued)
    if (isInList) outline.segments.push(stream.subarray(at, at + length))
    if (type === recordTypes.boundSheet && length >= 4) outline.sheets.push(stream.readUInt32LE(at))
    if (type === recordTypes.codePage && length >= 2) outline.encoding = encodings[stream.readUInt16LE(at)] ?? usualEncoding
    if (type !== recordTypes.font || length < 10) continue
    if (outline.fonts.length === absentFont) outline.fonts.push(false)
    outline.fonts.push(stream.readUInt16LE(at + 8) === superscript)
  }
  outline.sheets.sort((a, b) => a - b)
  return outline
}

/** From a letter on, the font of a number. */
export interface Run { from: number; font: number }

/** By their place in the list: what is written otherwise when what stands raised is told. */
function raisedTextsOf(list: StringList, fonts: readonly boolean[]): Map<number, string> {
  const texts = new Map<number, string>()
  for (let place = 0; ; place++) {
    const next = list.next()
    if (next === null) return texts
    const written = writtenRaised(next.text, next.runs, fonts)
    if (written !== undefined) texts.set(place, written)
  }
}

/** A text with what stands raised told by other letters, as many as it had; undefined where it says the same. */
export function writtenRaised(text: string, runs: readonly Run[], fonts: readonly boolean[]): string | undefined {
  if (!runs.some(({ font }) => fonts[font])) return undefined
  const written = text.slice(0, runs[0]?.from) + runs.map(({ from, font }, at) => {
    const part = text.slice(from, runs[at + 1]?.from)
    return fonts[font] ? raised(text.slice(0, from), part) : part
  }).join('')
  return written === text ? undefined : written
}

const richHeadBytes = 8

/**
 * A cell's text with looks of its own (RSTRING): place, format and length, the bytes, and runs of two bytes each. They count
 * as the length does, in bytes; where that would cut a letter in two, the program that wrote it counted letters.
 */
function raisedBytes(record: Buffer, fonts: readonly boolean[], encoding: string): string | undefined {
  const end = richHeadBytes + (record.length < richHeadBytes ? 0 : record.readUInt16LE(6))
  const runs = Array.from({ length: record[end] ?? 0 }, (_, run) => ({ from: record[end + 1 + 2 * run] ?? 0, font: record[end + 2 + 2 * run] ?? 0 }))
  if (!runs.some(({ font }) => fonts[font]) || record.length < end + 1 + 2 * runs.length) return undefined
  const decoded = (to: number): string => new TextDecoder(encoding).decode(record.subarray(richHeadBytes, richHeadBytes + to))
  const isCut = runs.some(({ from }) => decoded(from).endsWith('\uFFFD'))
  return writtenRaised(decoded(end - richHeadBytes), isCut ? runs : runs.map(({ from, font }) => ({ from: decoded(from).length, font })), fonts)
}

function cellsWith(stream: Buffer, sheets: readonly number[], textOf: (record: BiffRecord) => string | undefined): Map<string, string> {
  const cells = new Map<string, string>()
  const sheetAt = new Map(sheets.map((place, sheet) => [place, sheet]))
  let sheet = -1
  for (const record of biffRecords(stream)) {
    if (record.type === recordTypes.beginOfFile) sheet = sheetAt.get(record.at - headBytes) ?? sheet
    const text = textOf(record)
    if (text !== undefined) cells.set(cellKey(sheet, ...placeOf(stream, record)), text)
  }
  return cells
}

function placeOf(stream: Buffer, { at }: BiffRecord): [row: number, column: number] {
  return [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)]
}

function cellKey(sheet: number, row: number, column: number): string {
  return `${sheet} ${row} ${column}`
}

/** The list of texts, one after the other. A text may go on in the next record, where its letters say their width anew. */
class StringList {
  private segment = 0
  private at = countBytes

  constructor(private readonly segments: readonly Buffer[]) {}

  /** Null at the end, and where the list breaks off. */
  next(): { text: string; runs: Run[] } | null {
    const head = this.bytes(3)
    if (head === null) return null
    const flags = head[2] ?? 0
    const counts = this.bytes((flags & 8 ? 2 : 0) + (flags & 4 ? 4 : 0))
    const text = counts === null ? null : this.text(head.readUInt16LE(0), (flags & 1) === 1)
    if (counts === null || text === null) return null
    const runs = this.bytes(4 * (flags & 8 ? counts.readUInt16LE(0) : 0))
    const rest = this.bytes(flags & 4 ? counts.readUInt32LE(counts.length - 4) : 0)
    return runs === null || rest === null ? null : { text, runs: Array.from({ length: runs.length / 4 }, (_, run) => ({ from: runs.readUInt16LE(4 * run), font: runs.readUInt16LE(4 * run + 2) })) }
  }

  private text(length: number, isWide: boolean): string | null {
    let text = ''
    let wide = isWide
    while (text.length < length) {
      if (this.left() === 0) {
        const flags = this.bytes(1)
        if (flags === null) return null
        wide = ((flags[0] ?? 0) & 1) === 1
      }
      const letters = Math.min(length - text.length, Math.floor(this.left() / (wide ? 2 : 1)))
      const bytes = letters === 0 ? null : this.bytes(letters * (wide ? 2 : 1))
      if (bytes === null) return null
      text += bytes.toString(wide ? 'utf16le' : 'latin1')
    }
    return text
  }

  /** Over the ends of records, whatever their lengths; null when there are not as many. */
  private bytes(length: number): Buffer | null {
    const parts: Buffer[] = []
    for (let missing = length; missing > 0;) {
      if (this.left() === 0) {
        this.segment++
        this.at = 0
        if (this.segment >= this.segments.length) return null
        continue
      }
      const part = this.segments[this.segment]?.subarray(this.at, this.at + missing) ?? Buffer.alloc(0)
      this.at += part.length
      missing -= part.length
      parts.push(part)
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
  }

  private left(): number {
    return Math.max(0, (this.segments[this.segment]?.length ?? 0) - this.at)
  }
}
