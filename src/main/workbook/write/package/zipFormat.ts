/**
 * The records of a ZIP file as bytes (PKWARE APPNOTE 4.3). Zip64 fields appear only where a number does not fit in 32
 * bits, because several office programs refuse files that carry them without need.
 */

export interface ZipEntry {
  name: string
  /** 8 deflated, 0 stored. */
  method: number
  /** General purpose flags; bit 11 says that the name is UTF-8. */
  flags: number
  crc: number
  compressedSize: number
  size: number
  /** Where the local header stands in the file. */
  offset: number
  /** MS-DOS time (low word) and date (high word). */
  modified: number
}

export const UTF8_NAME = 0x800
export const DEFLATED = 8
/** 1980-01-01 00:00, the zero of the format: the same content always gives the same bytes. */
export const FIXED_MODIFIED = 0x0021_0000

const LIMIT_32 = 0xffff_ffff
const LIMIT_16 = 0xffff
const VERSION_DEFLATE = 20
const VERSION_ZIP64 = 45

/**
 * The local header. With `reserved`, twenty bytes are kept for sizes that turn out larger than 4 GiB; unused, they are
 * filled with the growth hint of the Open Packaging Conventions (ISO/IEC 29500-2), which office programs know.
 */
export function localHeader(entry: ZipEntry, reserved = false): Buffer {
  const large = entry.size >= LIMIT_32 || entry.compressedSize >= LIMIT_32
  const extra = large ? zip64Field([entry.size, entry.compressedSize]) : reserved ? growthHint() : noExtra
  const header = headerFor(30, entry.name, extra)
  header.writeUInt32LE(0x0403_4b50, 0)
  header.writeUInt16LE(large ? VERSION_ZIP64 : VERSION_DEFLATE, 4)
  writeCommonFields(header, 6, entry, large)
  header.writeUInt16LE(header.length - 30 - extra.length, 26)
  header.writeUInt16LE(extra.length, 28)
  return header
}

export function centralHeader(entry: ZipEntry): Buffer {
  const largeSize = entry.size >= LIMIT_32 || entry.compressedSize >= LIMIT_32
  const largeOffset = entry.offset >= LIMIT_32
  const wide = [...(largeSize ? [entry.size, entry.compressedSize] : []), ...(largeOffset ? [entry.offset] : [])]
  const extra = wide.length > 0 ? zip64Field(wide) : noExtra
  const version = wide.length > 0 ? VERSION_ZIP64 : VERSION_DEFLATE
  const header = headerFor(46, entry.name, extra)
  header.writeUInt32LE(0x0201_4b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(version, 6)
  writeCommonFields(header, 8, entry, largeSize)
  header.writeUInt16LE(header.length - 46 - extra.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(largeOffset ? LIMIT_32 : entry.offset, 42)
  return header
}

const noExtra = Buffer.alloc(0)

/** A header's fixed fields, empty, with the name and the extra field behind them. */
function headerFor(fixed: number, name: string, extra: Buffer): Buffer {
  const named = fixed + Buffer.byteLength(name, 'utf8')
  const header = Buffer.alloc(named + extra.length)
  header.write(name, fixed, 'utf8')
  header.set(extra, named)
  return header
}

/** What closes the file: the end record, preceded by its zip64 form when counts or positions need it. */
export function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(Math.min(count, LIMIT_16), 8)
  end.writeUInt16LE(Math.min(count, LIMIT_16), 10)
  end.writeUInt32LE(Math.min(size, LIMIT_32), 12)
  end.writeUInt32LE(Math.min(offset, LIMIT_32), 16)
  const fits = count < LIMIT_16 && size < LIMIT_32 && offset < LIMIT_32
  return fits ? end : Buffer.concat([zip64End(count, size, offset), end])
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(56 + 20)
  record.writeUInt32LE(0x0606_4b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(VERSION_ZIP64, 12)
  record.writeUInt16LE(VERSION_ZIP64, 14)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  record.writeUInt32LE(0x0706_4b50, 56)
  record.writeBigUInt64LE(BigInt(offset + size), 64)
  record.writeUInt32LE(1, 72)
  return record
}

/** Flags to sizes stand in the same order in both headers. */
function writeCommonFields(header: Buffer, at: number, entry: ZipEntry, large: boolean): void {
  header.writeUInt16LE(entry.flags, at)
  header.writeUInt16LE(entry.method, at + 2)
  header.writeUInt32LE(entry.modified, at + 4)
  header.writeUInt32LE(entry.crc, at + 8)
  header.writeUInt32LE(large ? LIMIT_32 : entry.compressedSize, at + 12)
  header.writeUInt32LE(large ? LIMIT_32 : entry.size, at + 16)
}

function zip64Field(values: number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length)
  field.writeUInt16LE(0x0001, 0)
  field.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, index) => field.writeBigUInt64LE(BigInt(value), 4 + 8 * index))
  return field
}

function growthHint(): Buffer {
  const field = Buffer.alloc(20)
  field.writeUInt16LE(0xa220, 0)
  field.writeUInt16LE(16, 2)
  field.writeUInt16LE(0xa028, 4)
  field.writeUInt16LE(12, 6)
  return field
}
