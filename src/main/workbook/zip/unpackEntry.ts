import { Readable, type TransformOptions } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib'
import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'
import { maxCompressionRatio, suspiciousPartBytes } from '../limits'
import { damagedZip, type ZipEntry } from './zipDirectory'

const localSignature = 0x04034b50
const packedChunkBytes = 128 * 1024
const unpackedChunkBytes = 256 * 1024
/** The smallest that zlib takes; what a part unpacks to has room in one that is no larger than it. */
const leastChunkBytes = 64
/** Room for one chunk beyond the one being scanned, so that unpacking goes on in its thread meanwhile. */
const inflateOptions: ZlibOptions & TransformOptions = { chunkSize: unpackedChunkBytes, highWaterMark: unpackedChunkBytes * 2 }

/** Throws `too_large`, `encrypted` or `damaged` from what the directory says, before a byte is unpacked. */
export function assertEntryIsSafe(entry: ZipEntry): void {
  if (entry.flags & 1) throw new Refusal('encrypted', undefined, { what: 'zip_entry' })
  if (entry.method !== 0 && entry.method !== 8) throw damagedZip('compression_method', entry.name)
  if (entry.size > suspiciousPartBytes && entry.size > entry.packedSize * maxCompressionRatio) {
    throw new Refusal('too_large', undefined, { what: 'unpacked', bytes: entry.size })
  }
}

/**
 * Unpacks one entry in chunks. What the directory promises is held against what comes out: size and checksum,
 * so that neither a lying directory nor a damaged file passes. `onPacked` hears the packed bytes consumed.
 */
export async function* unpackEntry(source: ByteSource, entry: ZipEntry, onPacked?: (bytes: number) => void): AsyncGenerator<Buffer> {
  assertEntryIsSafe(entry)
  if (isOneChunk(entry)) {
    const bytes = provedAtOnce(packedBytes(source, entry), entry)
    onPacked?.(entry.packedSize)
    yield bytes
    return
  }
  yield* provedChunks(packedChunks(source, entry, onPacked), entry)
}

/**
 * The bytes of an entry as they are packed, for an archive that takes them over: given only where they unpack to what the
 * directory promises, as {@link unpackEntry} holds it.
 *
 * @throws Refusal damaged, too_large, encrypted
 */
export async function provedPackedBytes(source: ByteSource, entry: ZipEntry): Promise<Buffer> {
  assertEntryIsSafe(entry)
  const packed = packedBytes(source, entry)
  if (isOneChunk(entry)) provedAtOnce(packed, entry)
  else for await (const _ of provedChunks([packed], entry)) continue
  return packed
}

/** Unpacks one entry into memory. Refuses with `too_large` above `limit` bytes. */
export async function unpackWhole(source: ByteSource, entry: ZipEntry, limit: number): Promise<Buffer> {
  if (entry.size > limit) throw new Refusal('too_large', undefined, { what: 'part', part: entry.name, bytes: entry.size })
  if (isOneChunk(entry)) {
    assertEntryIsSafe(entry)
    return provedAtOnce(packedBytes(source, entry), entry)
  }
  const chunks: Buffer[] = []
  for await (const chunk of unpackEntry(source, entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function isOneChunk({ size, packedSize }: ZipEntry): boolean {
  return size <= unpackedChunkBytes && packedSize <= packedChunkBytes
}

/** An entry of one chunk is not worth a stream; it is held against the directory's promises as a large one is. */
function provedAtOnce(packed: Buffer, entry: ZipEntry): Buffer {
  const bytes = entry.method === 0 ? packed : inflated(packed, entry)
  if (bytes.length !== entry.size) throw damagedZip('size', entry.name)
  if (crc32(bytes) !== entry.crc) throw damagedZip('checksum', entry.name)
  return bytes
}

function inflated(packed: Buffer, { name, size }: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: size + 1, chunkSize: Math.max(size + 1, leastChunkBytes) })
  } catch (error) {
    throw damagedZip(error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'size' : 'compressed_data', name)
  }
}

/** The bytes of an entry as they are packed. */
export function packedBytes(source: ByteSource, entry: ZipEntry): Buffer {
  const bytes = source.read(dataOffset(source, entry), entry.packedSize)
  if (bytes.length !== entry.packedSize) throw damagedZip('truncated', entry.name)
  return bytes
}

async function* provedChunks(packed: Iterable<Buffer>, entry: ZipEntry): AsyncGenerator<Buffer> {
  let size = 0
  let crc = 0
  for await (const chunk of unpackedChunks(packed, entry)) {
    size += chunk.length
    if (size > entry.size) throw damagedZip('size', entry.name)
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (size !== entry.size) throw damagedZip('size', entry.name)
  if (crc !== entry.crc) throw damagedZip('checksum', entry.name)
}

async function* unpackedChunks(packed: Iterable<Buffer>, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.method === 0) {
    yield* packed
    return
  }
  const input = Readable.from(packed, { objectMode: false, highWaterMark: packedChunkBytes })
  const inflate = createInflateRaw(inflateOptions)
  input.on('error', (error) => inflate.destroy(error))
  input.pipe(inflate)
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw damagedZip('compressed_data', entry.name)
  } finally {
    input.destroy()
    inflate.destroy()
  }
}

function* packedChunks(source: ByteSource, entry: ZipEntry, onPacked?: (bytes: number) => void): Generator<Buffer> {
  const start = dataOffset(source, entry)
  for (let done = 0; done < entry.packedSize; ) {
    const chunk = source.read(start + done, Math.min(packedChunkBytes, entry.packedSize - done))
    if (chunk.length === 0) throw damagedZip('truncated', entry.name)
    done += chunk.length
    onPacked?.(chunk.length)
    yield chunk
  }
}

function dataOffset(source: ByteSource, entry: ZipEntry): number {
  const header = source.read(entry.headerOffset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw damagedZip('zip_entry', entry.name)
  return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}
