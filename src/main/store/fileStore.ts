import { createHash, randomUUID, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline as connect, Transform, Writable, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createDeflateRaw, createInflateRaw } from 'node:zlib'
import { Refusal, succeed, type Result } from '../../shared/domain/result'
import { roomLeft } from './diskRoom'
import { syncFolder } from './durableFile'
import { readWithoutWaiting } from './openWithoutWaiting'
import { toStoreFailure } from './sqlite/file/sqliteFailure'

/**
 * Original files and attachments beside the register: `name.bzr` has `name.files/`, in it every file under the hash of its content,
 * `ab/abcdef….deflate` or, when it is compressed already, `ab/abcdef…`. A copy is on disk, name and all, before any
 * row of the register speaks of it.
 */
export interface FileStore {
  /** Keeps a copy of a file; keeping the same content again is free of harm. */
  keep(sourcePath: string): Promise<Result<KeptFile>>
  /** Content of a kept file, or null when it is not there. */
  read(sha256: string): Readable | null
  verify(sha256: string): Promise<FileState>
  /** Tells a kept file from what it was when its content was last looked at; null when it is not there. */
  stamp(sha256: string): string | null
  /**
   * Removes leftovers of killed copies and files that nothing speaks of, once they are an hour old: a younger one may be
   * waiting for its row. `isOnlyLooking` removes nothing.
   */
  tidy(isReferenced: (sha256: string) => boolean, isOnlyLooking?: boolean): Tidied
}

export interface Tidied {
  files: number
  bytes: number
}

export interface KeptFile {
  sha256: string
  sizeBytes: number
}

export type FileState = 'intact' | 'missing' | 'changed'

const compressedSuffix = '.deflate'
const unfinishedSuffix = '.part'
/** A twentieth larger than at the usual one, in half the time: whoever imports waits for it. */
const compressionLevel = 4

/** Beginnings of formats that deflate cannot make smaller: zip (xlsx), gzip, PDF, PNG, JPEG, 7z. */
const compressedBeginnings = ['504b0304', '1f8b', '25504446', '89504e47', 'ffd8ff', '377abcaf']
const sniffedBytes = 8

/** Where the kept files of a register lie: name.files beside name.bzr. */
export function filesFolderOf(registerPath: string): string {
  return `${registerPath.replace(/\.bzr$/i, '')}.files`
}

export function createFileStore(registerPath: string): FileStore {
  const folder = filesFolderOf(registerPath)
  const placesOf = (sha256: string) => [join(folder, sha256.slice(0, 2), sha256), join(folder, sha256.slice(0, 2), sha256 + compressedSuffix)]
  const find = (sha256: string) => placesOf(sha256).find((path) => existsSync(path))
  const store: FileStore = {
    async keep(sourcePath) {
      const unfinished = join(folder, randomUUID() + unfinishedSuffix)
      try {
        mkdirSync(folder, { recursive: true })
        const compress = !(await isCompressed(sourcePath))
        const kept = await copyDurably(sourcePath, unfinished, compress)
        const there = find(kept.sha256)
        if (there !== undefined && (await store.verify(kept.sha256)) === 'intact') {
          utimesSync(there, new Date(), new Date()) // as young as one that was just copied, for whoever tidies
          return succeed(kept)
        }
        for (const place of placesOf(kept.sha256)) rmSync(place, { force: true })
        moveDurably(unfinished, placesOf(kept.sha256)[compress ? 1 : 0] ?? folder)
        syncFolder(folder)
        syncFolder(dirname(folder))
        return succeed(kept)
      } catch (error) {
        const failure = toStoreFailure(error)
        if (failure.code === 'disk_full') return { ...failure, details: { ...failure.details, ...roomLeft(dirname(folder), statSync(sourcePath, { throwIfNoEntry: false })?.size) } }
        return { ...failure, details: { path: failure.code === 'file_not_found' ? sourcePath : folder, ...failure.details } }
      } finally {
        if (existsSync(unfinished)) rmSync(unfinished, { force: true })
      }
    },
    read(sha256) {
      const path = find(sha256)
      return path === undefined ? null : readContent(path, path.endsWith(compressedSuffix))
    },
    async verify(sha256) {
      const path = find(sha256)
      return path === undefined ? 'missing' : (await holds(path, sha256)) ? 'intact' : 'changed'
    },
    stamp(sha256) {
      const path = find(sha256)
      const stat = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false })
      return stat === undefined ? null : `${path} ${stat.size} ${stat.mtimeMs} ${stat.ino}`
    },
    tidy(isReferenced, isOnlyLooking = false) {
      const leftovers = existsSync(folder) ? [...unwanted(folder, isReferenced)] : []
      if (!isOnlyLooking) for (const { path } of leftovers) rmSync(path, { force: true })
      return { files: leftovers.length, bytes: leftovers.reduce((sum, { bytes }) => sum + bytes, 0) }
    },
  }
  return store
}

/** The hash that a file of the store is named by; null for one that is none of its files. */
export function contentNamed(fileName: string): { sha256: string; isDeflated: boolean } | null {
  const [, sha256, suffix] = /^([0-9a-f]{64})(\.deflate)?$/u.exec(fileName) ?? []
  return sha256 === undefined ? null : { sha256, isDeflated: suffix !== undefined }
}

/** Whether a file of the store holds the content of that hash. */
export async function holds(path: string, sha256: string, isDeflated = path.endsWith(compressedSuffix)): Promise<boolean> {
  const sum = createHash('sha256')
  try {
    await pipeline(readContent(path, isDeflated), new Writable({ write: (chunk: Buffer, _encoding, done) => { sum.update(chunk); done() } }))
  } catch {
    return false // what cannot be read or inflated is not what was kept
  }
  return sum.digest('hex') === sha256
}

function readContent(path: string, isDeflated: boolean): Readable {
  const stored = createReadStream(path)
  // Whichever of the two fails or is let go of takes the other with it; the reader meets the error in what is inflated.
  return isDeflated ? connect(stored, createInflateRaw(), () => undefined) : stored
}

async function isCompressed(path: string): Promise<boolean> {
  const file = await open(path, readWithoutWaiting)
  try {
    // A pipe or a device may never end, or begin.
    if (!(await file.stat()).isFile()) throw new Refusal('file_not_readable', undefined, { path })
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0)
    const beginning = buffer.subarray(0, bytesRead).toString('hex')
    return compressedBeginnings.some((known) => beginning.startsWith(known))
  } finally {
    await file.close()
  }
}

async function copyDurably(sourcePath: string, targetPath: string, compress: boolean): Promise<KeptFile> {
  const sum = createHash('sha256')
  const meter = createMeter(sum)
  const target = createWriteStream(targetPath, { flags: 'wx', flush: true }) // flush: fsync before it closes
  const source = createReadStream(sourcePath)
  await (compress ? pipeline(source, meter.stream, createDeflateRaw({ level: compressionLevel }), target) : pipeline(source, meter.stream, target))
  return { sha256: sum.digest('hex'), sizeBytes: meter.bytes() }
}

function createMeter(sum: Hash): { stream: Transform; bytes(): number } {
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { stream, bytes: () => bytes }
}

function moveDurably(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Younger ones may belong to a copy that another program is making, or that waits for its row, right now. */
const graceMs = 3_600_000

function* unwanted(folder: string, isReferenced: (sha256: string) => boolean): Generator<{ path: string; bytes: number }> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || (!entry.name.endsWith(unfinishedSuffix) && isReferenced(entry.name.replace(compressedSuffix, '')))) continue
    const path = join(entry.parentPath, entry.name)
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat && Date.now() - stat.mtimeMs > graceMs) yield { path, bytes: stat.size }
  }
}
