import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { RawCell } from './tolerantRows'

/** A row as it lies in a page of a database file, whatever table it belongs to. */
export interface LeafRow {
  page: number
  /** Null in the page of an index or of a table without row ids. */
  rowid: number | null
  cells: RawCell[]
}

const pageKinds = { tableLeaf: 0x0d, indexLeaf: 0x0a, indexInterior: 0x02 } as const
const fallbackPageSize = 8192
const fileHeaderBytes = 100

/**
 * Reads every row of every page without the tree above them: an interior page that is lost hides whole pages of sound
 * rows (https://sqlite.org/fileformat2.html#b_tree_pages). What is no page of rows, and rows that run out of their page,
 * are passed over; whoever takes a row proves it by its digest.
 */
export function* leafRows(file: string): Generator<LeafRow> {
  const handle = openSync(file, 'r')
  try {
    const pages = openPages(handle)
    const free = freePages(pages)
    for (let page = 1; page <= pages.count; page++) if (!free.has(page)) yield* rowsOfPage(pages, page)
  } finally {
    closeSync(handle)
  }
}

interface Pages {
  count: number
  size: number
  read(page: number): Buffer
}

function openPages(handle: number): Pages {
  const head = Buffer.alloc(fileHeaderBytes)
  readSync(handle, head, 0, fileHeaderBytes, 0)
  const stated = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  const size = stated >= 512 && (stated & (stated - 1)) === 0 ? stated : fallbackPageSize
  return {
    count: Math.ceil(fstatSync(handle).size / size), size,
    read(page) {
      const bytes = Buffer.alloc(size)
      readSync(handle, bytes, 0, size, (page - 1) * size)
      return bytes
    },
  }
}

/** Pages in nobody's use still hold rows that were deleted. */
function freePages(pages: Pages): Set<number> {
  const free = new Set<number>()
  let trunk = pages.read(1).readUInt32BE(32)
  while (trunk > 1 && trunk <= pages.count && !free.has(trunk)) {
    free.add(trunk)
    const bytes = pages.read(trunk)
    const leaves = Math.min(bytes.readUInt32BE(4), pages.size / 4 - 2)
    for (let at = 0; at < leaves; at++) free.add(bytes.readUInt32BE(8 + at * 4))
    trunk = bytes.readUInt32BE(0)
  }
  return free
}

function* rowsOfPage(pages: Pages, page: number): Generator<LeafRow> {
  const bytes = pages.read(page)
  const header = page === 1 ? fileHeaderBytes : 0
  const kind = bytes.readUInt8(header)
  if (kind !== pageKinds.tableLeaf && kind !== pageKinds.indexLeaf && kind !== pageKinds.indexInterior) return
  const pointers = header + (kind === pageKinds.indexInterior ? 12 : 8)
  const count = bytes.readUInt16BE(header + 3)
  for (let at = 0; at < count && pointers + at * 2 + 2 <= bytes.length; at++) {
    const row = rowOrNull(pages, bytes, kind, bytes.readUInt16BE(pointers + at * 2))
    if (row !== null) yield { page, ...row }
  }
}

function rowOrNull(pages: Pages, bytes: Buffer, kind: number, place: number): Omit<LeafRow, 'page'> | null {
  try {
    const start = kind === pageKinds.indexInterior ? place + 4 : place
    const [length, afterLength] = varint(bytes, start)
    const [rowid, payloadAt] = kind === pageKinds.tableLeaf ? varint(bytes, afterLength) : [null, afterLength]
    return { rowid, cells: cellsOf(payloadOf(pages, bytes, payloadAt, length, kind === pageKinds.tableLeaf)) }
  } catch (error) {
    if (error instanceof RangeError) return null // read past the end: no row
    throw error
  }
}

const overflowBytes = 4
/** A row longer than this is no row of ours. */
const longestRow = 64 * 1024 * 1024

function payloadOf(pages: Pages, bytes: Buffer, at: number, length: number, isTable: boolean): Buffer {
  if (length > longestRow) throw new RangeError('row too long')
  const usable = pages.size
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (length <= most) return slice(bytes, at, length)
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const wished = least + ((length - least) % (usable - overflowBytes))
  const local = wished <= most ? wished : least
  const parts = [slice(bytes, at, local)]
  let left = length - local
  let next = bytes.readUInt32BE(at + local)
  while (left > 0) {
    if (next < 2 || next > pages.count) throw new RangeError('broken overflow')
    const more = pages.read(next)
    const part = more.subarray(overflowBytes, overflowBytes + Math.min(left, usable - overflowBytes))
    parts.push(part)
    left -= part.length
    next = more.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function slice(bytes: Buffer, at: number, length: number): Buffer {
  if (at + length > bytes.length) throw new RangeError('row past its page')
  return bytes.subarray(at, at + length)
}

/** https://sqlite.org/fileformat2.html#record_format */
function cellsOf(payload: Buffer): RawCell[] {
  const [headerEnd, firstType] = varint(payload, 0)
  const cells: RawCell[] = []
  let [typeAt, at] = [firstType, headerEnd]
  while (typeAt < headerEnd) {
    const [type, next] = varint(payload, typeAt)
    const [cell, length] = cellOf(payload, at, type)
    cells.push(cell)
    typeAt = next
    at += length
  }
  return cells
}

const integerBytes = [0, 1, 2, 3, 4, 6] as const

function cellOf(payload: Buffer, at: number, type: number): [RawCell, number] {
  if (type === 0) return [null, 0]
  if (type === 8 || type === 9) return [type - 8, 0]
  if (type === 6) return [Number(payload.readBigInt64BE(at)), 8]
  if (type === 7) return [payload.readDoubleBE(at), 8]
  const bytes = integerBytes[type]
  if (bytes !== undefined) return [payload.readIntBE(at, bytes), bytes]
  const length = Math.floor((type - 12) / 2)
  if (length < 0) throw new RangeError('no such type')
  const content = slice(payload, at, length)
  return [type % 2 === 0 ? Buffer.from(content) : content.toString('utf8'), length]
}

function varint(bytes: Buffer, at: number): [value: number, next: number] {
  let value = 0
  for (let length = 0; length < 9; length++) {
    const byte = bytes.readUInt8(at + length)
    if (length === 8) return [value * 256 + byte, at + 9]
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value, at + length + 1]
  }
  throw new RangeError('no number')
}
