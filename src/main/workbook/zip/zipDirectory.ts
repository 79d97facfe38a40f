import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'
import { maxUnpackedBytes, maxZipEntries } from '../limits'

/** One file inside a ZIP archive, as the central directory describes it. */
export interface ZipEntry {
  /** As stored, with forward slashes and without a leading one. */
  name: string
  flags: number
  method: number
  crc: number
  /** MS-DOS time (low word) and date (high word). */
  modified: number
  packedSize: number
  size: number
  headerOffset: number
}

const endSignature = 0x06054b50
const zip64EndSignature = 0x06064b50
const zip64LocatorSignature = 0x07064b50
const entrySignature = 0x02014b50
const maxDirectoryBytes = 16 * 1024 ** 2

interface DirectoryPlace {
  offset: number
  size: number
  endOffset: number
}

/**
 * Reads the central directory, the only honest table of contents of a ZIP archive.
 * Refuses with `damaged` when there is none, and with `too_large` before anything is unpacked.
 */
export function readZipDirectory(source: ByteSource): ZipEntry[] {
  const place = findDirectory(source)
  if (place.size > maxDirectoryBytes) throw new Refusal('too_large', undefined, { what: 'zip_directory' })
  const { bytes, shift } = readDirectoryBytes(source, place)
  const entries: ZipEntry[] = []
  let at = 0
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === entrySignature) {
    if (entries.length >= maxZipEntries) throw new Refusal('too_large', undefined, { what: 'zip_entries' })
    const end = at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (end > bytes.length) throw damagedZip('zip_directory')
    entries.push(readEntry(bytes.subarray(at, end), shift))
    at = end
  }
  if (entries.length === 0) throw damagedZip('zip_directory')
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > maxUnpackedBytes) throw new Refusal('too_large', undefined, { what: 'unpacked', bytes: total })
  return entries
}

export function damagedZip(what: string, part?: string): Refusal {
  return new Refusal('damaged', undefined, part === undefined ? { what } : { what, part })
}

/** Some writers prepend bytes to the archive without correcting offsets: every offset is then off by the same amount. */
function readDirectoryBytes(source: ByteSource, place: DirectoryPlace): { bytes: Buffer; shift: number } {
  const stated = source.read(place.offset, place.size)
  if (stated.length >= 4 && stated.readUInt32LE(0) === entrySignature) return { bytes: stated, shift: 0 }
  const shift = place.endOffset - place.size - place.offset
  const shifted = shift > 0 ? source.read(place.offset + shift, place.size) : Buffer.alloc(0)
  if (shifted.length >= 4 && shifted.readUInt32LE(0) === entrySignature) return { bytes: shifted, shift }
  throw damagedZip('zip_directory')
}

function findDirectory(source: ByteSource): DirectoryPlace {
  const tailLength = Math.min(source.size, 22 + 0xffff)
  const tailOffset = source.size - tailLength
  const tail = source.read(tailOffset, tailLength)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature || at + 22 + tail.readUInt16LE(at + 20) > tail.length) continue
    const endOffset = tailOffset + at
    const place = { offset: tail.readUInt32LE(at + 16), size: tail.readUInt32LE(at + 12), endOffset }
    const needsZip64 = place.offset === 0xffffffff || place.size === 0xffffffff || tail.readUInt16LE(at + 10) === 0xffff
    return (needsZip64 && findZip64Directory(source, endOffset)) || place
  }
  throw damagedZip('zip_end_missing')
}

function findZip64Directory(source: ByteSource, endOffset: number): DirectoryPlace | undefined {
  const locator = source.read(Math.max(0, endOffset - 20), 20)
  if (locator.length < 20 || locator.readUInt32LE(0) !== zip64LocatorSignature) return undefined
  const offset = readSafeInteger(locator, 8)
  const end = source.read(offset, 56)
  if (end.length < 56 || end.readUInt32LE(0) !== zip64EndSignature) throw damagedZip('zip_end_missing')
  return { offset: readSafeInteger(end, 48), size: readSafeInteger(end, 40), endOffset: offset }
}

function readEntry(record: Buffer, shift: number): ZipEntry {
  const nameLength = record.readUInt16LE(28)
  const flags = record.readUInt16LE(8)
  const rawName = record.subarray(46, 46 + nameLength)
  const entry: ZipEntry = {
    name: rawName.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, ''),
    flags,
    method: record.readUInt16LE(10),
    modified: record.readUInt32LE(12),
    crc: record.readUInt32LE(16),
    packedSize: record.readUInt32LE(20),
    size: record.readUInt32LE(24),
    headerOffset: record.readUInt32LE(42),
  }
  const extra = record.subarray(46 + nameLength, 46 + nameLength + record.readUInt16LE(30))
  applyZip64Extra(entry, extra)
  entry.headerOffset += shift
  return entry
}

/** ZIP64 replaces exactly those fields that hold all ones, in this order. */
function applyZip64Extra(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const fields = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    let next = 0
    for (const field of ['size', 'packedSize', 'headerOffset'] as const) {
      if (entry[field] !== 0xffffffff) continue
      if (next + 8 > fields.length) throw damagedZip('zip_directory')
      entry[field] = readSafeInteger(fields, next)
      next += 8
    }
    return
  }
}

function readSafeInteger(bytes: Buffer, at: number): number {
  const value = Number(bytes.readBigUInt64LE(at))
  if (!Number.isSafeInteger(value)) throw damagedZip('zip_directory')
  return value
}
