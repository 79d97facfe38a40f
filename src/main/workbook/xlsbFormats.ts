import { builtInDateLook } from './xlsx/dateFormats'
import { westernFormats } from './ole/biffRecords'

/** Records of xl/styles.bin ([MS-XLSB] 2.3): their number and length are written in seven bits a byte. */
const recordTypes = { format: 44, cellFormat: 47 } as const

export interface BinaryRecord { type: number; at: number; length: number }

/**
 * Names the date formats that Chinese Excel has built in, as {@link westernFormats} does for .xls: 31, 57, 58 and others
 * are nothing to the library. The styles are changed in place.
 */
export function nameDateFormats(styles: Uint8Array): void {
  const bytes = Buffer.from(styles.buffer, styles.byteOffset, styles.byteLength)
  const spelt = new Set<number>()
  const cellFormats: { at: number; id: number }[] = []
  for (const { type, at, length } of binaryRecords(bytes)) {
    if (type === recordTypes.format && length >= 2) spelt.add(bytes.readUInt16LE(at))
    // Behind the number of the parent format stands that of the number format.
    if (type === recordTypes.cellFormat && length >= 4) cellFormats.push({ at: at + 2, id: bytes.readUInt16LE(at + 2) })
  }
  for (const { at, id } of cellFormats) {
    if (id < 27 || id > 58 || (id >= 45 && id <= 47) || spelt.has(id)) continue
    const look = builtInDateLook(id)
    const known = look === null ? null : westernFormats[look]
    if (known !== null) bytes.writeUInt16LE(known, at)
  }
}

/** The records of a part, as far as they stand whole in it. */
export function* binaryRecords(bytes: Buffer): Generator<BinaryRecord> {
  let at = 0
  while (at < bytes.length) {
    const type = numberOfSevens(bytes, at, 2)
    const length = numberOfSevens(bytes, type.end, 4)
    if (length.end + length.value > bytes.length) return
    yield { type: type.value, at: length.end, length: length.value }
    at = length.end + length.value
  }
}

function numberOfSevens(bytes: Buffer, from: number, longest: number): { value: number; end: number } {
  let value = 0
  for (let index = 0; index < longest; index++) {
    const byte = bytes[from + index] ?? 0
    value |= (byte & 0x7f) << (7 * index)
    if (byte < 0x80) return { value, end: from + index + 1 }
  }
  return { value, end: from + longest }
}
