import { copyFileSync, existsSync, openSync, closeSync, readSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { ReadDb } from '../file/database'

export interface WorkingCopy {
  file: string
  /** Null when not even the list of its tables can be read. */
  db: ReadDb | null
  dispose(): void
}

/**
 * Opens a copy of a damaged register, with what was last written to it: reading a database touches it, and what is
 * damaged may be all there is. A cut tail is filled up, so that only what was there is missing; a first page that is lost is
 * taken from a new register, whose tables lie at the same places.
 *
 * @param sound  a new register of this program
 */
export function openWorkingCopy(damaged: string, file: string, sound: string): WorkingCopy {
  dispose(file)
  copyFileSync(damaged, file)
  if (existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${file}-wal`)
  fillTail(file)
  const db = openOrNull(file) ?? (graftFirstPages(file, sound) ? openOrNull(file) : null)
  return { file, db, dispose: () => { db?.close(); dispose(file) } }
}

function dispose(file: string): void {
  for (const leftover of [file, `${file}-wal`, `${file}-shm`]) rmSync(leftover, { force: true })
}

function openOrNull(file: string): ReadDb | null {
  let db: ReadDb | undefined
  try {
    db = new Database(file)
    // A first page whose count of pages or schema is off may still lead to every table.
    db.unsafeMode(true)
    db.pragma('writable_schema = ON')
    // Reads the list of tables and nothing else: whether this one's pages are sound is asked row by row.
    db.prepare('SELECT sequence FROM change_set')
    return db
  } catch (error) {
    db?.close()
    if (error instanceof Database.SqliteError) return null
    throw error
  }
}

/** Filling up more than this would be believing a damaged number. */
const mostTimesLarger = 64

function fillTail(file: string): void {
  const head = readPage(file, 0, 100)
  const stated = head.readUInt16BE(16) * head.readUInt32BE(28)
  const { size } = statSync(file)
  if (stated > size && stated < size * mostTimesLarger) truncateSync(file, stated)
}

/** Page 1 and the pages of the list of tables under it. */
function graftFirstPages(file: string, sound: string): boolean {
  const size = readPage(sound, 0, 100).readUInt16BE(16)
  if (statSync(file).size < size) return false
  const first = readPage(sound, 0, size)
  const pages = [1, ...childrenOf(first)]
  first.writeUInt32BE(Math.floor(statSync(file).size / size), 28)
  first.writeUInt32BE(0, 32)
  first.writeUInt32BE(0, 36)
  const handle = openSync(file, 'r+')
  try {
    for (const page of pages) writeSync(handle, page === 1 ? first : readPage(sound, (page - 1) * size, size), 0, size, (page - 1) * size)
  } finally {
    closeSync(handle)
  }
  return true
}

function childrenOf(first: Buffer): number[] {
  const header = 100
  if (first.readUInt8(header) !== 0x05) return []
  const count = first.readUInt16BE(header + 3)
  const cells = Array.from({ length: count }, (_, at) => first.readUInt32BE(first.readUInt16BE(header + 12 + at * 2)))
  return [...cells, first.readUInt32BE(header + 8)]
}

function readPage(file: string, at: number, length: number): Buffer {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    readSync(handle, bytes, 0, length, at)
    return bytes
  } finally {
    closeSync(handle)
  }
}
