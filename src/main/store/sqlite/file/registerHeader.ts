import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { openWithoutWaiting } from '../../openWithoutWaiting'

/** "BZTZ": every register carries it, so that another program's database is never migrated. */
export const applicationId = 0x425a545a

export interface RegisterHeader {
  isSqlite: boolean
  applicationId: number
  /** Number of the newest migration, counting what is committed in the -wal file. */
  userVersion: number
}

const magic = Buffer.from('SQLite format 3\0', 'latin1')
const headerBytes = 100
const userVersionOffset = 60
const applicationIdOffset = 68

/**
 * Reads a register's version without SQLite: opening a database, even to read it, touches its -wal and -shm files,
 * and a register made by a newer program must stay untouched to the byte.
 *
 * @throws file system errors (ENOENT, EACCES …)
 */
export function readRegisterHeader(path: string): RegisterHeader {
  const header = readAt(path, 0, headerBytes)
  if (header.length < headerBytes || !header.subarray(0, magic.length).equals(magic)) {
    return { isSqlite: false, applicationId: 0, userVersion: 0 }
  }
  return {
    isSqlite: true,
    applicationId: header.readUInt32BE(applicationIdOffset),
    userVersion: newestVersionInWal(`${path}-wal`) ?? header.readUInt32BE(userVersionOffset),
  }
}

function readAt(path: string, position: number, length: number): Buffer {
  const file = openWithoutWaiting(path)
  try {
    if (fstatSync(file).isFIFO()) return Buffer.alloc(0)
    const buffer = Buffer.alloc(length)
    return buffer.subarray(0, readSync(file, buffer, 0, length, position))
  } finally {
    closeSync(file)
  }
}

const walHeaderBytes = 32
const frameHeaderBytes = 24

/**
 * Version on the last committed copy of page 1 in a -wal file (https://sqlite.org/fileformat2.html#walformat);
 * undefined without one. Frames of an earlier generation are told by their salt.
 */
function newestVersionInWal(path: string): number | undefined {
  if (!existsSync(path)) return undefined
  const file = openSync(path, 'r')
  try {
    const size = fstatSync(file).size
    const wal = Buffer.alloc(walHeaderBytes)
    if (readSync(file, wal, 0, walHeaderBytes, 0) < walHeaderBytes) return undefined
    const frameBytes = frameHeaderBytes + wal.readUInt32BE(8)
    const head = Buffer.alloc(frameHeaderBytes + headerBytes)
    let pending: number | undefined
    let committed: number | undefined
    for (let at = walHeaderBytes; at + frameBytes <= size; at += frameBytes) {
      readSync(file, head, 0, head.length, at)
      if (!head.subarray(8, 16).equals(wal.subarray(16, 24))) break
      if (head.readUInt32BE(0) === 1) pending = head.readUInt32BE(frameHeaderBytes + userVersionOffset)
      if (head.readUInt32BE(4) !== 0) committed = pending ?? committed
    }
    return committed
  } finally {
    closeSync(file)
  }
}
