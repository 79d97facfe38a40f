import { once } from 'node:events'
import { promisify } from 'node:util'
import { crc32, createDeflateRaw, deflateRaw, deflateRawSync } from 'node:zlib'
import type { AppendingSink, FileSink } from '../atomicFile'
import { centralHeader, DEFLATED, endOfDirectory, FIXED_MODIFIED, localHeader, UTF8_NAME, type ZipEntry } from './zipFormat'

const deflate = promisify(deflateRaw)
/** What is packed in a moment is not worth the way to another thread. */
const packedAtOnceBytes = 256 * 1024

/** An entry taken over from another archive, its bytes as they stand there. */
export type RawEntry = Omit<ZipEntry, 'offset'> & { compressed: Uint8Array }

/** A part whose size is not known when it is begun. */
export interface ZipPart {
  /**
   * Hands over the next block (best 64 KB to 1 MB). It is compressed while the caller makes another and must not change
   * before the following `write` has resolved.
   */
  write(block: Uint8Array): Promise<void>
  close(): Promise<void>
}

/** Writes parts whose size is known, for which nothing that is written is touched again. */
export interface ZipAppender {
  /** Adds a whole part. */
  add(name: string, content: string | Uint8Array): Promise<void>
  /** Copies an entry without touching its compressed bytes. */
  copy(entry: RawEntry): Promise<void>
  /** Writes the central directory. */
  finish(): Promise<void>
}

export interface ZipWriter extends ZipAppender {
  /** Begins a streamed part; it must be closed before anything else is added. */
  open(name: string): Promise<ZipPart>
}

/**
 * Writes a ZIP archive in constant memory. Streamed parts are compressed by the thread pool while the caller makes
 * the next block; their sizes are filled into the local header afterwards, so that no data descriptors
 * are needed.
 *
 * @param level  deflate level 1-4: 1 is fastest, 4 gives files about an eighth smaller for a quarter more time
 */
export function createZipWriter(sink: FileSink, level: Level = 1): ZipWriter {
  const { entries, ...appender } = zipOn(sink, level)
  return {
    ...appender,
    async open(name) {
      const entry = { ...newEntry(name), offset: sink.size }
      entries.push(entry)
      await sink.append(localHeader(entry, true))
      return openPart(sink, entry, level)
    },
  }
}

/** The same for whole parts only, to where nothing can be overwritten. */
export function createZipAppender(sink: AppendingSink): ZipAppender {
  const { entries: _, ...appender } = zipOn(sink, 1)
  return appender
}

type Level = 1 | 2 | 3 | 4

function zipOn(sink: AppendingSink, level: Level): ZipAppender & { entries: ZipEntry[] } {
  const entries: ZipEntry[] = []

  async function copy({ compressed, ...fields }: RawEntry): Promise<void> {
    const entry = { ...fields, offset: sink.size }
    entries.push(entry)
    await sink.append(localHeader(entry))
    await sink.append(compressed)
  }

  return {
    entries,
    copy,
    async add(name, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      const compressed = bytes.byteLength <= packedAtOnceBytes ? deflateRawSync(bytes, { level }) : await deflate(bytes, { level })
      await copy({ ...newEntry(name), crc: crc32(bytes), size: bytes.byteLength, compressedSize: compressed.length, compressed })
    },
    async finish() {
      const offset = sink.size
      const directory = Buffer.concat(entries.map(centralHeader))
      await sink.append(directory)
      await sink.append(endOfDirectory(entries.length, directory.length, offset))
    },
  }
}

function newEntry(name: string): Omit<ZipEntry, 'offset'> {
  return { name, method: DEFLATED, flags: UTF8_NAME, crc: 0, compressedSize: 0, size: 0, modified: FIXED_MODIFIED }
}

/** Compressed bytes of an ordinary block mostly fit, so that one trip to the thread pool does. */
const OUTPUT_CHUNK_BYTES = 64 * 1024

function openPart(sink: FileSink, entry: ZipEntry, level: number): ZipPart {
  const compressor = createDeflateRaw({ level, chunkSize: OUTPUT_CHUNK_BYTES })
  let appended: Promise<void> = Promise.resolve()
  let consumed: Promise<void> = Promise.resolve()

  compressor.on('data', (chunk: Buffer) => {
    entry.compressedSize += chunk.length
    appended = appended.then(() => sink.append(chunk))
    appended.catch(() => undefined) // reported by the write or close that waits for it
  })

  return {
    async write(block) {
      entry.crc = crc32(block, entry.crc)
      entry.size += block.byteLength
      const previous = consumed
      consumed = new Promise((resolve, reject) => {
        compressor.write(block, (error) => (error ? reject(error) : resolve()))
      })
      consumed.catch(() => undefined)
      await previous
      await appended
    },
    async close() {
      const ended = once(compressor, 'end')
      compressor.end()
      await ended
      await appended
      await sink.overwrite(localHeader(entry, true), entry.offset)
    },
  }
}
