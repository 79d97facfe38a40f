/**
 * A reader for OLE compound files ([MS-CFB]): .xls workbooks, and .xlsx workbooks that are encrypted. Only what is
 * needed to tell them apart and to take streams out. Every chain is followed with a step count, so that a chain that
 * runs in a circle is damage and not an endless loop.
 */
import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'

export interface CompoundStream {
  /** Path of storages and the stream's own name, without the root. */
  path: string
  size: number
}

interface DirectoryEntry extends CompoundStream {
  start: number
}

interface RawEntry {
  name: string
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

const lastRegularSector = 0xfffffffa
const endOfChain = 0xfffffffe
const noEntry = 0xffffffff
const headerSize = 512
const miniSectorSize = 64
const miniStreamCutoff = 4096
const maxDirectoryEntries = 65_536

export class CompoundFile {
  readonly streams: CompoundStream[]
  private readonly sectorSize: number
  private readonly sectorCount: number
  private readonly fat: Uint32Array
  private readonly miniFat: Uint32Array
  private readonly miniStream: Buffer
  private readonly entries: DirectoryEntry[]

  constructor(private readonly source: ByteSource) {
    const header = source.read(0, headerSize)
    if (header.length < headerSize) throw damaged('truncated')
    const shift = header.readUInt16LE(30)
    if (shift !== 9 && shift !== 12) throw damaged('sector_size')
    this.sectorSize = 1 << shift
    this.sectorCount = Math.ceil(source.size / this.sectorSize)
    this.fat = this.readFat(header)
    const raw = this.readDirectory(header.readUInt32LE(48))
    const root = raw[0]
    if (!root || root.type !== 5) throw damaged('root_entry')
    this.miniFat = toWords(this.readChain(header.readUInt32LE(60), Number.POSITIVE_INFINITY))
    this.miniStream = this.readChain(root.start, root.size)
    this.entries = collectStreams(raw)
    this.streams = this.entries.map(({ path, size }) => ({ path, size }))
  }

  has(path: string): boolean {
    return this.entries.some((entry) => entry.path.toLowerCase() === path.toLowerCase())
  }

  /** The bytes of a stream, or of its first `limit` bytes; undefined when there is none of that name. */
  read(path: string, limit = Number.POSITIVE_INFINITY): Buffer | undefined {
    const entry = this.entries.find((candidate) => candidate.path.toLowerCase() === path.toLowerCase())
    if (!entry) return undefined
    const length = Math.min(entry.size, limit)
    const bytes = entry.size < miniStreamCutoff ? this.readMiniChain(entry.start, length) : this.readChain(entry.start, length)
    if (bytes.length < length) throw damaged('truncated')
    return bytes
  }

  private readSector(sector: number): Buffer {
    return this.source.read((sector + 1) * this.sectorSize, this.sectorSize)
  }

  /** The sectors of the allocation table: 109 in the header, the rest in a chain of their own. */
  private readFat(header: Buffer): Uint32Array {
    const sectors: number[] = []
    for (let at = 76; at < headerSize; at += 4) sectors.push(header.readUInt32LE(at))
    let next = header.readUInt32LE(68)
    for (let step = 0; next < lastRegularSector; step++) {
      if (step > this.sectorCount) throw damaged('sector_chain')
      const block = this.readSector(next)
      if (block.length < this.sectorSize) throw damaged('truncated')
      for (let at = 0; at < this.sectorSize - 4; at += 4) sectors.push(block.readUInt32LE(at))
      next = block.readUInt32LE(this.sectorSize - 4)
    }
    const used = sectors.filter((sector) => sector < lastRegularSector)
    if (used.length > this.sectorCount) throw damaged('sector_chain')
    return toWords(Buffer.concat(used.map((sector) => this.readSector(sector))))
  }

  private readChain(start: number, length: number): Buffer {
    const blocks: Buffer[] = []
    let sector = start
    for (let done = 0; sector < lastRegularSector && done < length; done += this.sectorSize) {
      if (blocks.length > this.sectorCount) throw damaged('sector_chain')
      blocks.push(this.readSector(sector))
      sector = this.fat[sector] ?? endOfChain
    }
    const bytes = Buffer.concat(blocks)
    return bytes.length > length ? bytes.subarray(0, length) : bytes
  }

  private readMiniChain(start: number, length: number): Buffer {
    const blocks: Buffer[] = []
    let sector = start
    for (let done = 0; sector < lastRegularSector && done < length; done += miniSectorSize) {
      if (blocks.length > this.miniFat.length) throw damaged('sector_chain')
      blocks.push(this.miniStream.subarray(sector * miniSectorSize, (sector + 1) * miniSectorSize))
      sector = this.miniFat[sector] ?? endOfChain
    }
    return Buffer.concat(blocks).subarray(0, length)
  }

  private readDirectory(start: number): RawEntry[] {
    const bytes = this.readChain(start, maxDirectoryEntries * 128)
    const isLarge = this.sectorSize === 4096
    const entries: RawEntry[] = []
    for (let at = 0; at + 128 <= bytes.length; at += 128) entries.push(readRawEntry(bytes.subarray(at, at + 128), isLarge))
    return entries
  }
}

function readRawEntry(bytes: Buffer, isLarge: boolean): RawEntry {
  const nameLength = Math.max(0, Math.min(64, bytes.readUInt16LE(64)) - 2)
  return {
    name: bytes.toString('utf16le', 0, nameLength),
    type: bytes.readUInt8(66),
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
    start: bytes.readUInt32LE(116),
    // Version 3 files may hold rubbish in the upper half.
    size: isLarge ? Number(bytes.readBigUInt64LE(120)) : bytes.readUInt32LE(120),
  }
}

/** Walks the directory tree without recursion; an entry met twice means a circle. */
function collectStreams(raw: readonly RawEntry[]): DirectoryEntry[] {
  const found: DirectoryEntry[] = []
  const seen = new Set<number>()
  const pending: { id: number; folder: string }[] = [{ id: raw[0]?.child ?? noEntry, folder: '' }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.id === noEntry) continue
    const entry = raw[next.id]
    if (!entry || seen.has(next.id)) throw damaged('directory')
    seen.add(next.id)
    const path = next.folder + entry.name
    if (entry.type === 2) found.push({ path, size: entry.size, start: entry.start })
    pending.push({ id: entry.left, folder: next.folder }, { id: entry.right, folder: next.folder })
    if (entry.type === 1) pending.push({ id: entry.child, folder: `${path}/` })
  }
  return found
}

function toWords(bytes: Buffer): Uint32Array {
  const words = new Uint32Array(bytes.length >>> 2)
  for (let index = 0; index < words.length; index++) words[index] = bytes.readUInt32LE(index * 4)
  return words
}

function damaged(what: string): Refusal {
  return new Refusal('damaged', undefined, { what: `ole_${what}` })
}
