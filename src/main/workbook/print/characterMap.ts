import { closeSync, openSync, readSync } from 'node:fs'
import type { FontFace } from './fontFace'

/** Tells whether a face has a picture of a character. */
export type Coverage = (codePoint: number) => boolean

const mostBytes = 8 << 20
const lastCodePoint = 0x10_ffff

/** Reads which characters a face has (formats 4 and 12 of `cmap`, which every Chinese face of today brings). */
export function readCoverage({ file, characterMap }: Pick<FontFace, 'file' | 'characterMap'>): Coverage {
  const table = readTable(file, characterMap.offset, Math.min(characterMap.length, mostBytes))
  const covered = new Uint8Array((lastCodePoint >> 3) + 1)
  try {
    for (const offset of subtables(table)) {
      const format = table.readUInt16BE(offset)
      for (const [first, last] of format === 12 ? groupsOf(table, offset) : format === 4 ? segmentsOf(table, offset) : []) mark(covered, first, last)
    }
  } catch (error) {
    // A map that is cut short covers what was read of it.
    if (!(error instanceof RangeError)) throw error
  }
  return (codePoint) => ((covered[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0
}

function readTable(file: string, position: number, length: number): Buffer {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(handle, bytes, 0, length, position))
  } finally {
    closeSync(handle)
  }
}

/** Unicode maps: platform 0, and of platform 3 the encodings 1 and 10. */
function subtables(table: Buffer): number[] {
  const count = table.readUInt16BE(2)
  return Array.from({ length: count }, (_, index) => 4 + index * 8).flatMap((at) => {
    const [platform, encoding] = [table.readUInt16BE(at), table.readUInt16BE(at + 2)]
    return platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)) ? [table.readUInt32BE(at + 4)] : []
  })
}

type Range = readonly [first: number, last: number]

function* groupsOf(table: Buffer, offset: number): Generator<Range> {
  const count = table.readUInt32BE(offset + 12)
  for (let index = 0; index < count; index++) {
    const at = offset + 16 + index * 12
    yield [table.readUInt32BE(at), table.readUInt32BE(at + 4)]
  }
}

function* segmentsOf(table: Buffer, offset: number): Generator<Range> {
  const doubled = table.readUInt16BE(offset + 6)
  for (let at = 0; at < doubled; at += 2) {
    const last = table.readUInt16BE(offset + 14 + at)
    const first = table.readUInt16BE(offset + 16 + doubled + at)
    // The last segment only closes the list.
    if (last !== 0xffff) yield [first, last]
  }
}

function mark(covered: Uint8Array, first: number, last: number): void {
  for (let code = first; code <= Math.min(last, lastCodePoint); code++) covered[code >> 3]! |= 1 << (code & 7)
}
