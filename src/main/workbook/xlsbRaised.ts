import { binaryRecords } from './xlsbFormats'
import { writtenRaised } from './ole/raisedBiffTexts'

/** Records that have to do with looks within a text ([MS-XLSB] 2.3). */
const recordTypes = { listedText: 19, font: 43, richCell: 62 } as const
const superscript = 1
/** What stands in front of the text of a cell: its column and its format. */
const cellHeadBytes = 8

/**
 * Tells digits that stand raised by other letters, as `raisedBiffTexts` does for .xls: the library reads them as digits like
 * others. The parts are changed in place, since what is written has as many letters.
 *
 * @param styles  xl/styles.bin
 * @param texts   parts whose cells or lists hold texts
 */
export function tellRaisedDigits(styles: Uint8Array, texts: readonly Uint8Array[]): void {
  const fonts = [...binaryRecords(bytesOf(styles))].flatMap(({ type, at, length }) => (type === recordTypes.font && length >= 8 ? [bytesOf(styles).readUInt16LE(at + 6) === superscript] : []))
  if (!fonts.includes(true)) return
  for (const part of texts) {
    const bytes = bytesOf(part)
    for (const { type, at, length } of binaryRecords(bytes)) {
      if (type === recordTypes.listedText) rewrite(bytes.subarray(at, at + length), fonts)
      if (type === recordTypes.richCell) rewrite(bytes.subarray(at + cellHeadBytes, at + length), fonts)
    }
  }
}

/** A text: whether it has looks, its length and letters, and behind them where its looks begin. */
function rewrite(record: Buffer, fonts: readonly boolean[]): void {
  if (record.length < 5 || (record.readUInt8(0) & 1) === 0) return
  const end = 5 + 2 * record.readUInt32LE(1)
  if (record.length < end + 4) return
  const count = record.readUInt32LE(end)
  if (record.length < end + 4 + 4 * count) return
  const runs = Array.from({ length: count }, (_, run) => ({ from: record.readUInt16LE(end + 4 + 4 * run), font: record.readUInt16LE(end + 6 + 4 * run) }))
  const written = writtenRaised(record.toString('utf16le', 5, end), runs, fonts)
  if (written !== undefined) record.write(written, 5, 'utf16le')
}

function bytesOf(part: Uint8Array): Buffer {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength)
}
