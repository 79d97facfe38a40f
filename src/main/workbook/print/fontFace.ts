import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'

/**
 * What an sfnt file (TrueType, OpenType, or a collection of them) says of its faces, without loading their glyphs:
 * https://learn.microsoft.com/typography/opentype/spec/otff
 */
export interface FontFace {
  file: string
  /** Chooses the face inside a collection; null where the file is one face. */
  memberName: string | null
  /** Its families in every language it names: 宋体 and SimSun. */
  families: readonly string[]
  isBold: boolean
  isItalic: boolean
  /** It says of itself that it covers Simplified Chinese. */
  isChinese: boolean
  /** Begins with its name; the same only for the same edition of the same font. */
  edition: string
  /** Where its character map stands in the file. */
  characterMap: TablePlace
}

export interface TablePlace { offset: number; length: number }

/** An entry of the font's directory, as it stands there. */
interface TableEntry extends TablePlace { checksum: number }

/** More are never there; a file that says so is damaged. */
const mostMembers = 256
const mostTables = 256
const mostNameBytes = 1 << 20

/** The faces of a file; none where it is no font that can be printed with. */
export async function readFaces(file: string): Promise<FontFace[]> {
  const handle = await open(file, 'r').catch(() => null)
  if (handle === null) return []
  try {
    const offsets = await memberOffsets(handle)
    const isCollection = offsets.length > 1 || offsets[0] !== 0
    const faces = await Promise.all(offsets.map((offset) => readFace(handle, file, offset, isCollection)))
    return faces.filter((face) => face !== null)
  } catch (error) {
    // A table that ends before its own fields.
    if (error instanceof RangeError) return []
    throw error
  } finally {
    await handle.close()
  }
}

async function memberOffsets(handle: FileHandle): Promise<number[]> {
  const head = await readAt(handle, 0, 12)
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0]
  const count = Math.min(head.readUInt32BE(8), mostMembers)
  const offsets = await readAt(handle, 12, count * 4)
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4))
}

async function readFace(handle: FileHandle, file: string, offset: number, isCollection: boolean): Promise<FontFace | null> {
  const tables = await readDirectory(handle, offset)
  const [name, os2, characterMap] = [tables.get('name'), tables.get('OS/2'), tables.get('cmap')]
  if (!name || !os2 || !characterMap || !(tables.has('glyf') || tables.has('CFF '))) return null
  const names = readNames(await readAt(handle, name.offset, Math.min(name.length, mostNameBytes)))
  const style = await readAt(handle, os2.offset, Math.min(os2.length, 96))
  const selection = style.readUInt16BE(62)
  return {
    file, characterMap, families: names.families, memberName: isCollection ? names.postscript : null,
    isBold: (selection & 0x20) !== 0 || style.readUInt16BE(4) >= 600,
    isItalic: (selection & 0x01) !== 0,
    edition: `${names.postscript ?? names.families[0] ?? ''} ${checksumOf(tables)}`,
    isChinese: style.readUInt16BE(0) >= 1 && (style.readUInt32BE(78) & (1 << 18)) !== 0,
  }
}

async function readDirectory(handle: FileHandle, offset: number): Promise<Map<string, TableEntry>> {
  const head = await readAt(handle, offset, 12)
  const version = head.readUInt32BE(0)
  if (version !== 0x0001_0000 && head.toString('latin1', 0, 4) !== 'OTTO' && head.toString('latin1', 0, 4) !== 'true') return new Map()
  const count = Math.min(head.readUInt16BE(4), mostTables)
  const records = await readAt(handle, offset + 12, count * 16)
  return new Map(Array.from({ length: count }, (_, index) => {
    const at = index * 16
    return [records.toString('latin1', at, at + 4), { checksum: records.readUInt32BE(at + 4), offset: records.readUInt32BE(at + 8), length: records.readUInt32BE(at + 12) }]
  }))
}

/** The directory has a checksum of every table: over them the whole font is known. */
function checksumOf(tables: ReadonlyMap<string, TableEntry>): string {
  const entries = [...tables].map(([tag, { checksum, length }]) => `${tag} ${checksum} ${length}`)
  return createHash('sha256').update(entries.join('\n')).digest('hex').slice(0, 16)
}

/** Families (1) in Unicode, and the name of the face for programs (6). */
function readNames(table: Buffer): { families: string[]; postscript: string | null } {
  const families = new Set<string>()
  let postscript: string | null = null
  const texts = table.readUInt16BE(4)
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const at = 6 + index * 12
    const [platform, id] = [table.readUInt16BE(at), table.readUInt16BE(at + 6)]
    if (platform !== 3) continue
    const start = texts + table.readUInt16BE(at + 10)
    const text = utf16(table.subarray(start, start + table.readUInt16BE(at + 8)))
    if (id === 1) families.add(text)
    if (id === 6) postscript = text
  }
  return { families: [...families], postscript }
}

function utf16(bigEndian: Buffer): string {
  return Buffer.from(bigEndian.subarray(0, bigEndian.length & ~1)).swap16().toString('utf16le')
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await handle.read(bytes, 0, length, position)
  return bytes.subarray(0, bytesRead)
}
