import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Random } from '../registers/randomRecords'
import { bytesOf, readSystemCalls, type SystemCall } from './systemCalls'

/**
 * What a program did to the files of one folder, and the states in which a power loss may leave that folder.
 *
 * A disk keeps what was flushed. Of what was written to a file since, any page may be there or not, whatever was written
 * before or after it. Names (made, moved, removed) are kept in their order, as journaling file systems do, but how far is
 * only sure up to the last flush of a folder: the strictest thing that such a file system does.
 */
export interface RecordedDisk {
  /** Number of things done; a power loss comes after one of them. */
  length: number
  /** Number of things done when the program said that its work was done; null when it never did. */
  answeredAt: number | null
  /** Puts the folder into a state that a power loss after so many things done may leave. */
  lay(moment: number, random: Random): void
}

type Deed =
  | { what: 'write'; file: number; at: number; bytes: Buffer }
  | { what: 'cut'; file: number; size: number }
  | { what: 'flush'; file: number }
  | { what: 'flushNames' }
  | { what: 'name'; path: string; file: number }
  | { what: 'move'; from: string; to: string }
  | { what: 'remove'; path: string }
  | { what: 'folder'; path: string }

const pageSize = 4096

/** The calls that a recording needs; strace shows bytes as \x41. */
export const recordingOptions = ['-f', '-y', '-xx', '-s', '4000000', '-e', 'trace=openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,lseek,copy_file_range,sendfile,writev,pwritev'] as const

/**
 * @param log     what strace wrote with {@link recordingOptions}
 * @param folder  the folder the program worked in
 * @param start   what was in it before, a folder of the same shape
 */
export function recordDisk(log: string, folder: string, start: string): RecordedDisk {
  const before = filesUnder(start)
  const recorder = createRecorder(folder, before)
  for (const call of readSystemCalls(log)) if (call.result >= 0) recorder.take(call)
  return {
    length: recorder.deeds.length,
    answeredAt: recorder.answeredAt(),
    lay: (moment, random) => writeState(folder, stateAfter(recorder.deeds.slice(0, moment), before, random)),
  }
}

function filesUnder(start: string): Map<string, Buffer> {
  const entries = readdirSync(start, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(entries.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path.slice(start.length + 1), readFileSync(path)]))
}

function createRecorder(folder: string, before: ReadonlyMap<string, Buffer>) {
  const deeds: Deed[] = []
  const files = new Map([...before.keys()].map((path, file) => [path, file]))
  /** Places of descriptors that are written without saying where. */
  const places = new Map<string, number>()
  let nextFile = files.size
  let answered: number | null = null
  let firstThread: string | null = null

  const inside = (path: string): string | null => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null)
  const at = (descriptor: Descriptor): number | undefined => files.get(inside(descriptor.path) ?? '')

  function write(descriptor: Descriptor, bytes: Buffer, from: number | null): void {
    const file = at(descriptor)
    if (file === undefined) return
    const place = from ?? places.get(descriptor.name) ?? 0
    if (from === null) places.set(descriptor.name, place + bytes.length)
    deeds.push({ what: 'write', file, at: place, bytes })
  }

  const readers: Record<string, (call: SystemCall) => void> = {
    openat({ given, result }) {
      const [, escaped = '', flags = ''] = /^AT_FDCWD<[^>]*>, "([^"]*)", ([A-Z_|]+)/u.exec(given) ?? []
      const path = inside(bytesOf(escaped).toString('utf8'))
      if (path === null) return
      if (flags.includes('O_CREAT') && !files.has(path)) {
        files.set(path, nextFile)
        deeds.push({ what: 'name', path, file: nextFile++ })
      }
      const file = files.get(path)
      if (file !== undefined && flags.includes('O_TRUNC')) deeds.push({ what: 'cut', file, size: 0 })
      places.set(String(result), 0)
    },
    write({ thread, given, result }) {
      firstThread ??= thread
      const descriptor = descriptorIn(given)
      if (descriptor.name === '1' && thread === firstThread) answered ??= deeds.length
      write(descriptor, quotedIn(given).subarray(0, result), null)
    },
    pwrite64: ({ given, result }) => { write(descriptorIn(given), quotedIn(given).subarray(0, result), lastNumberIn(given)) },
    ftruncate({ given }) {
      const file = at(descriptorIn(given))
      if (file !== undefined) deeds.push({ what: 'cut', file, size: lastNumberIn(given) })
    },
    lseek: ({ given, result }) => void places.set(descriptorIn(given).name, result),
    fsync({ given }) {
      const descriptor = descriptorIn(given)
      const file = at(descriptor)
      if (file !== undefined) deeds.push({ what: 'flush', file })
      else if (descriptor.path === folder || inside(descriptor.path) !== null) deeds.push({ what: 'flushNames' })
    },
    rename({ given }) {
      const [from = null, to = null] = pathsIn(given).map(inside)
      if (from === null || to === null) return
      const file = files.get(from)
      files.delete(from)
      if (file !== undefined) files.set(to, file)
      deeds.push({ what: 'move', from, to })
    },
    unlink({ given }) {
      const path = inside(pathsIn(given)[0] ?? '')
      if (path === null) return
      files.delete(path)
      deeds.push({ what: 'remove', path })
    },
    mkdir({ given }) {
      const path = inside(pathsIn(given)[0] ?? '')
      if (path !== null) deeds.push({ what: 'folder', path })
    },
    copy_file_range({ name, given, result }) {
      const [first, second] = [...given.matchAll(/(\d+)<([^>]*)>/gu)].map(([, fd = '', path = '']) => ({ name: fd, path: bytesOf(path).toString('utf8') }))
      const [source, target] = name === 'sendfile' ? [second, first] : [first, second]
      if (!source || !target || at(target) === undefined) return
      const file = at(source)
      const content = file === undefined ? readFileSync(source.path) : contentOf(file, deeds, contentsBefore(before), everything)
      const from = places.get(target.name) ?? 0
      write(target, content.subarray(from, from + result), null) // copies go from the beginning to the end
    },
  }
  const same: Record<string, string> = { fdatasync: 'fsync', renameat: 'rename', renameat2: 'rename', unlinkat: 'unlink', rmdir: 'unlink', mkdirat: 'mkdir', sendfile: 'copy_file_range', writev: 'write', pwritev: 'pwrite64' }
  return {
    deeds,
    answeredAt: () => answered,
    take: (call: SystemCall) => readers[same[call.name] ?? call.name]?.(call),
  }
}

/** Contents by the number that a recorder gives to the files that were there before. */
function contentsBefore(before: ReadonlyMap<string, Buffer>): Buffer[] {
  return [...before.values()]
}

type Kept = (deed: Deed, isFlushed: boolean) => boolean
const everything: Kept = () => true

/** A file after some deeds; what was not flushed is kept page by page as asked. */
function contentOf(file: number, deeds: readonly Deed[], before: readonly Buffer[], isKept: Kept): Buffer {
  const flushed = deeds.findLastIndex((deed) => deed.what === 'flush' && deed.file === file)
  let content = Buffer.from(before[file] ?? Buffer.alloc(0))
  const resize = (size: number): void => {
    const resized = Buffer.alloc(size)
    content.copy(resized)
    content = resized
  }
  for (const [number, deed] of deeds.entries()) {
    if (!('file' in deed) || deed.file !== file) continue
    if (deed.what === 'cut' && isKept(deed, number < flushed)) resize(deed.size)
    if (deed.what !== 'write') continue
    for (const { at, bytes } of pagesOf(deed)) {
      if (!isKept(deed, number < flushed)) continue
      if (at + bytes.length > content.length) resize(at + bytes.length)
      bytes.copy(content, at)
    }
  }
  return content
}

function* pagesOf({ at, bytes }: { at: number; bytes: Buffer }): Generator<{ at: number; bytes: Buffer }> {
  for (let from = 0; from < bytes.length;) {
    const until = Math.min(bytes.length, (Math.floor((at + from) / pageSize) + 1) * pageSize - at)
    yield { at: at + from, bytes: bytes.subarray(from, until) }
    from = until
  }
}

/** Files by their paths, and folders, as they may be after a power loss that follows these deeds. */
function stateAfter(deeds: readonly Deed[], before: ReadonlyMap<string, Buffer>, random: Random): { files: Map<string, Buffer>; folders: string[] } {
  const share = random.pick([0, 0.5, 0.9])
  const namesFlushed = deeds.findLastIndex(({ what }) => what === 'flushNames')
  const namesUntil = namesFlushed + 1 + random.below(deeds.length - namesFlushed)
  const names = new Map([...before.keys()].map((path, file) => [path, file]))
  const folders: string[] = []
  for (const deed of deeds.slice(0, namesUntil)) {
    if (deed.what === 'name') names.set(deed.path, deed.file)
    else if (deed.what === 'folder') folders.push(deed.path)
    else if (deed.what === 'remove') names.delete(deed.path)
    else if (deed.what === 'move') {
      const file = names.get(deed.from)
      names.delete(deed.from)
      if (file !== undefined) names.set(deed.to, file)
    }
  }
  const files = new Map([...names].map(([path, file]) => [path, contentOf(file, deeds, contentsBefore(before), (_deed, isFlushed) => isFlushed || random.chance(share))]))
  return { files, folders }
}

function writeState(folder: string, { files, folders }: { files: Map<string, Buffer>; folders: string[] }): void {
  rmSync(folder, { recursive: true, force: true })
  for (const path of ['', ...folders]) mkdirSync(join(folder, path), { recursive: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

interface Descriptor {
  name: string
  path: string
}

function descriptorIn(given: string): Descriptor {
  const [, name = '', path = ''] = /^(\d+)<([^>]*)>/u.exec(given) ?? []
  return { name, path: bytesOf(path).toString('utf8') }
}

/** The bytes written, those of several pieces one after the other. */
function quotedIn(given: string): Buffer {
  return Buffer.concat([...given.matchAll(/"([^"]*)"/gu)].map(([, escaped = '']) => bytesOf(escaped)))
}

function lastNumberIn(given: string): number {
  return Number(/(\d+)$/u.exec(given)?.[1])
}

function pathsIn(given: string): string[] {
  return [...given.matchAll(/"([^"]*)"/gu)].map(([, path = '']) => bytesOf(path).toString('utf8'))
}
