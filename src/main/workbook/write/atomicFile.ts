import { existsSync } from 'node:fs'
import { open, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ErrorCode } from '../../../shared/domain/errorCodes'
import { fail, Refusal, succeed, type Result } from '../../../shared/domain/result'
import { whereUnreachable } from '../../../shared/domain/unreachable'
import { openFileSource } from '../byteSource'
import { whileUnfinished } from './unfinishedFiles'

/** Where bytes go one after the other. */
export interface AppendingSink {
  /** Bytes appended so far; the position of the next `append`. */
  readonly size: number
  append(bytes: Uint8Array): Promise<void>
}

/** A file being written: mostly appended to, with fields filled in afterwards where a format wants sizes in front. */
export interface FileSink extends AppendingSink {
  overwrite(bytes: Uint8Array, position: number): Promise<void>
}

/**
 * Writes a file that is either complete or not there: into a temporary file beside it, flushed to the disk, then
 * renamed over the old one. A failed or cancelled write, or one that Ctrl+C ends, leaves the old file as it was and no partial file
 * behind. A register or backup is never written over, whatever name the clerk or a window gives.
 *
 * @returns what `write` returns; register_exists, job_cancelled, disk_full, file_not_writable (also: open in WPS or Excel), or the
 *          failure of a Refusal thrown inside `write`. Other errors are bugs and are thrown.
 */
export async function writeFileAtomically<T>(
  path: string,
  signal: AbortSignal | undefined,
  write: (sink: FileSink) => Promise<T>,
): Promise<Result<T>> {
  if (isRegister(path)) return fail('register_exists', undefined, { path })
  // The name is to be free, not secret: opening refuses one that is taken.
  const partial = join(dirname(path), `~${Math.random().toString(36).slice(2)}.part`)
  let reached: FileSink | undefined
  try {
    const value = await whileUnfinished(partial, async () => {
      const written = await writeAndFlush(partial, signal, (sink) => write(reached = sink))
      await replace(partial, path)
      return written
    })
    await flushFolder(dirname(path))
    return succeed(value)
  } catch (error) {
    await rm(partial, { force: true })
    if (error instanceof Refusal) return error.failure
    const code = refusalOf(error)
    if (code === undefined) throw error
    return fail(code, { file: path }, code === 'disk_full' ? await roomAfter(path, reached?.size ?? 0) : undefined)
  }
}

/** What the disk has left once the half is gone, and what was needed at least: as much as was made of the file by then. */
async function roomAfter(path: string, bytes: number): Promise<Record<string, unknown>> {
  const { bavail, bsize } = await statfs(dirname(path))
  return { what: 'room', path: dirname(path), freeMb: Math.floor(bavail * bsize / 1_000_000), neededMb: Math.ceil(bytes / 1_000_000) }
}

/**
 * Whether a file could be written there, before work begins that the file is only told of afterwards. Nothing is left behind.
 *
 * @returns register_exists, disk_full, file_not_writable
 */
export async function checkWritable(path: string): Promise<Result<null>> {
  if (isRegister(path)) return fail('register_exists', undefined, { path })
  const partial = join(dirname(path), `~${Math.random().toString(36).slice(2)}.part`)
  try {
    if (existsSync(path) && (await stat(path)).isDirectory()) return fail('file_not_writable', { file: path })
    await (await open(partial, 'wx')).close()
    return succeed(null)
  } catch (error) {
    const code = refusalOf(error)
    if (code === undefined) throw error
    return fail(code, { file: path })
  } finally {
    await rm(partial, { force: true })
  }
}

/** What registers and backups begin with, and encrypted backups. */
const registerMarks = ['SQLite format 3\0', 'BZRSEAL']
const longestMark = 16

function isRegister(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    const source = openFileSource(path)
    try {
      const beginning = source.read(0, longestMark).toString('latin1')
      return registerMarks.some((mark) => beginning.startsWith(mark))
    } finally {
      source.close()
    }
  } catch (error) {
    if (error instanceof Refusal) return false // a folder, or what cannot be read: writing says why
    throw error
  }
}

async function writeAndFlush<T>(
  partial: string,
  signal: AbortSignal | undefined,
  write: (sink: FileSink) => Promise<T>,
): Promise<T> {
  throwIfCancelled(signal)
  const opening = open(partial, 'wx')
  // What is to be written is worked out meanwhile: a small file is ready before the disk is.
  opening.catch(() => undefined) // told by whoever waits for it
  try {
    const sink = sinkOf(opening, signal)
    const value = await write(sink)
    await sink.flush()
    const handle = await opening
    throwIfCancelled(signal)
    await handle.sync()
    return value
  } finally {
    await opening.then((handle) => handle.close(), () => undefined)
  }
}

/** Small pieces go to the file together: a form has some dozen parts, and each write is a way to another thread. */
const gatheredBytes = 64 * 1024

function sinkOf(opening: Promise<FileHandle>, signal: AbortSignal | undefined): FileSink & { flush(): Promise<void> } {
  let size = 0
  let gathered: Buffer | undefined
  let waiting = 0

  async function flush(): Promise<void> {
    if (gathered === undefined) return
    const [bytes, position] = [gathered.subarray(0, waiting), size - waiting]
    gathered = undefined // it is being written
    waiting = 0
    await writeAll(await opening, bytes, position)
  }

  return {
    get size() {
      return size
    },
    async append(bytes) {
      throwIfCancelled(signal)
      if (waiting + bytes.byteLength > gatheredBytes) await flush()
      const position = size
      size += bytes.byteLength
      if (bytes.byteLength > gatheredBytes) return writeAll(await opening, bytes, position)
      gathered ??= Buffer.allocUnsafe(gatheredBytes)
      gathered.set(bytes, waiting) // a copy: whoever appends may use his block again
      waiting += bytes.byteLength
    },
    async overwrite(bytes, position) {
      await flush()
      await writeAll(await opening, bytes, position)
    },
    flush,
  }
}

/** One `write` may take fewer bytes than offered (a nearly full disk). */
async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, position + done)
    done += bytesWritten
  }
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Refusal('job_cancelled')
}

const RENAME_PAUSES_MS = [20, 100, 300]

/** Windows refuses a rename for a moment while a virus scanner holds the fresh file; a program that has it open stays. */
async function replace(partial: string, path: string): Promise<void> {
  for (const pauseMs of RENAME_PAUSES_MS) {
    try {
      return await rename(partial, path)
    } catch (error) {
      if (process.platform !== 'win32' || refusalOf(error) !== 'file_not_writable') throw error
      await wait(pauseMs)
    }
  }
  await rename(partial, path)
}

/** Makes the rename itself survive a power cut; Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const refusalBySystemCode: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'disk_full',
  EACCES: 'file_not_writable',
  EPERM: 'file_not_writable',
  EBUSY: 'file_not_writable',
  EROFS: 'file_not_writable',
  ENOENT: 'file_not_writable',
  ENOTDIR: 'file_not_writable',
  EISDIR: 'file_not_writable',
  ENAMETOOLONG: 'file_not_writable',
  ...whereUnreachable('file_not_writable'),
}

/** Why a file or folder cannot be written, as the system says it; undefined where it says something else. */
export function refusalOf(error: unknown): ErrorCode | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? refusalBySystemCode[code] : undefined
}
