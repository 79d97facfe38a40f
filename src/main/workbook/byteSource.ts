import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { Refusal } from '../../shared/domain/result'

/** Random access to the bytes of a file or of an unpacked one. Reads are synchronous: the reader has its own process. */
export interface ByteSource {
  readonly size: number
  /** The bytes at `offset`; fewer than `length` only at the end of the source. */
  read(offset: number, length: number): Buffer
  close(): void
}

/** Opens a file for reading. Refuses with `file_not_found` or `file_not_readable`. */
export function openFileSource(path: string): ByteSource {
  const descriptor = openDescriptor(path)
  const stat = fstatSync(descriptor)
  if (!stat.isFile()) {
    closeSync(descriptor)
    throw new Refusal('file_not_readable')
  }
  return {
    size: stat.size,
    read: (offset, length) => readFully(descriptor, offset, Math.max(0, Math.min(length, stat.size - offset))),
    close: () => closeSync(descriptor),
  }
}

export function bufferSource(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    close: () => undefined,
  }
}

/** The same bytes, held where they are no more than `most`: a source read in many small pieces is read at once. */
export function heldSource(source: ByteSource, most: number): ByteSource {
  if (source.size > most) return source
  try {
    return bufferSource(source.read(0, source.size))
  } finally {
    source.close()
  }
}

function openDescriptor(path: string): number {
  try {
    // A pipe that nobody writes to must not be waited for: what is no file is refused.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new Refusal(missing ? 'file_not_found' : 'file_not_readable')
  }
}

function readFully(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const count = readOnce(descriptor, bytes, filled, offset + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

function readOnce(descriptor: number, bytes: Buffer, filled: number, position: number): number {
  try {
    return readSync(descriptor, bytes, filled, bytes.length - filled, position)
  } catch {
    throw new Refusal('file_not_readable')
  }
}
