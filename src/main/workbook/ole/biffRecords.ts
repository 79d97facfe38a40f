import { Refusal } from '../../../shared/domain/result'
import { builtInDateLook } from '../xlsx/dateFormats'

/** Record numbers of BIFF5 and BIFF8 ([MS-XLS] 2.3). */
export const recordTypes = {
  eof: 0x0a, filePass: 0x2f, font: 0x31, continued: 0x3c, codePage: 0x42, boundSheet: 0x85, richText: 0xd6, extendedFormat: 0xe0, sharedStrings: 0xfc, sharedText: 0xfd, format: 0x41e, beginOfFile: 0x809,
} as const

export interface BiffRecord {
  type: number
  /** Where its data begin in the stream, and how long they are. */
  at: number
  length: number
}

/** The records of a workbook stream, as far as they stand whole in it. */
export function* biffRecords(stream: Buffer): Generator<BiffRecord> {
  for (let at = 0; at + 4 <= stream.length;) {
    const length = stream.readUInt16LE(at + 2)
    const record = { type: stream.readUInt16LE(at), at: at + 4, length }
    at += 4 + length
    if (at > stream.length) return
    yield record
  }
}

/** Records before the sheets; the one that tells of a password stands among the first. */
const interfaceRecords = 16

/** What says how the stream is enciphered; null when it is not. Refuses what is no workbook, or of a time before BIFF5. */
export function filePassOf(stream: Buffer): Buffer | null {
  if (stream.length < 8 || stream[0] !== 0x09) throw new Refusal('damaged', undefined, { what: 'xls' })
  if (stream[1] !== 0x08) throw new Refusal('format_too_old')
  let seen = 0
  for (const { type, at, length } of biffRecords(stream)) {
    if (type === recordTypes.filePass) return stream.subarray(at, at + length)
    if (++seen === interfaceRecords) break
  }
  return null
}

/** Formats of Western Excel that show of a date what the Chinese ones show. */
export const westernFormats = { whole: 14, month: 17, year: null, no_year: 16 } as const

/**
 * Names the date formats that Chinese Excel has built in and its files therefore do not spell out: 31, 57, 58 and others
 * are nothing to the library, and a date under them would be a bare number.
 *
 * @returns the stream with other formats in their place; null where it holds none
 */
export function withKnownDateFormats(stream: Buffer): Buffer | null {
  const spelt = new Set<number>()
  const cellFormats: { at: number; id: number }[] = []
  for (const { type, at, length } of biffRecords(stream)) {
    if (type === recordTypes.eof) break
    if (type === recordTypes.format && length >= 2) spelt.add(stream.readUInt16LE(at))
    if (type === recordTypes.extendedFormat && length >= 4) cellFormats.push({ at: at + 2, id: stream.readUInt16LE(at + 2) })
  }
  const unnamed = cellFormats.filter(({ id }) => id >= 27 && id <= 58 && !spelt.has(id))
  let named: Buffer | null = null
  for (const { at, id } of unnamed) {
    const look = builtInDateLook(id)
    const known = look === null ? null : westernFormats[look]
    if (known === null || (id >= 45 && id <= 47)) continue
    named ??= Buffer.from(stream)
    named.writeUInt16LE(known, at)
  }
  return named
}
