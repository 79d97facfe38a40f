/**
 * Fonts made for a test, so that what is printed does not hang on the fonts of the computer: TrueType faces with a glyph
 * of their own for every character of some ranges, all of one width and without an outline.
 */
export interface MadeFace {
  family: string
  /** A second name, as Chinese faces have one in either language. */
  otherFamily?: string
  postscriptName: string
  isBold?: boolean
  isItalic?: boolean
  /** What it says of itself; its characters are another thing. */
  isChinese?: boolean
  ranges: readonly (readonly [first: number, last: number])[]
  /** Wide characters take 1000 units, the others 500. */
  narrowBelow?: number
}

/** What a face for the forms needs: Latin, Chinese, punctuation, full-width forms. */
export const chineseRanges = [[0x20, 0x7e], [0xb7, 0xb7], [0x2010, 0x2026], [0x3000, 0x303f], [0x4e00, 0x9fff], [0xff00, 0xffef]] as const

export function chineseFace(family: string, more: Partial<MadeFace> = {}): MadeFace {
  return { family, postscriptName: `Made-${Buffer.from(family).toString('hex')}${more.isBold ? '-Bold' : ''}`, isChinese: true, ranges: chineseRanges, ...more }
}

const unitsPerEm = 1000

/** The bytes of a font file with this face. */
export function madeFont(face: MadeFace): Buffer {
  return fontFile(face, 0)
}

/** The bytes of a collection (.ttc) of these faces. */
export function madeCollection(faces: readonly MadeFace[]): Buffer {
  const header = Buffer.alloc(12 + faces.length * 4)
  header.write('ttcf', 0, 'latin1')
  header.writeUInt32BE(0x0001_0000, 4)
  header.writeUInt32BE(faces.length, 8)
  const members: Buffer[] = []
  let at = header.length
  for (const [index, face] of faces.entries()) {
    header.writeUInt32BE(at, 12 + index * 4)
    const member = fontFile(face, at)
    members.push(member)
    at += member.length
  }
  return Buffer.concat([header, ...members])
}

function fontFile(face: MadeFace, position: number): Buffer {
  const characters = face.ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  const glyphs = characters.length + 1
  const tables: [string, Buffer][] = [
    ['OS/2', os2(face)], ['cmap', cmap(face)], ['glyf', Buffer.alloc(4)], ['head', head()], ['hhea', hhea(glyphs)],
    ['hmtx', hmtx(characters, face.narrowBelow ?? 0x80)], ['loca', Buffer.alloc((glyphs + 1) * 4)], ['maxp', maxp(glyphs)], ['name', name(face)], ['post', post()],
  ]
  const directory = Buffer.alloc(12 + tables.length * 16)
  directory.writeUInt32BE(0x0001_0000, 0)
  directory.writeUInt16BE(tables.length, 4)
  let at = position + directory.length
  tables.forEach(([tag, bytes], index) => {
    const entry = 12 + index * 16
    directory.write(tag, entry, 'latin1')
    directory.writeUInt32BE(at, entry + 8)
    directory.writeUInt32BE(bytes.length, entry + 12)
    at += padded(bytes).length
  })
  return Buffer.concat([directory, ...tables.map(([, bytes]) => padded(bytes))])
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

function fields(length: number, values: readonly (readonly [offset: number, value: number, size?: 2 | 4])[]): Buffer {
  const bytes = Buffer.alloc(length)
  for (const [offset, value, size = 2] of values) {
    if (size === 4) bytes.writeUInt32BE(value, offset)
    else bytes.writeInt16BE(value, offset)
  }
  return bytes
}

function os2({ isBold = false, isItalic = false, isChinese = false }: MadeFace): Buffer {
  return fields(96, [[0, 4], [4, isBold ? 700 : 400], [62, (isItalic ? 1 : 0) | (isBold ? 0x20 : isItalic ? 0 : 0x40)], [78, isChinese ? 1 << 18 : 0, 4]])
}

function cmap({ ranges }: MadeFace): Buffer {
  const groups = Buffer.alloc(ranges.length * 12)
  let glyph = 1
  ranges.forEach(([first, last], index) => {
    groups.writeUInt32BE(first, index * 12)
    groups.writeUInt32BE(last, index * 12 + 4)
    groups.writeUInt32BE(glyph, index * 12 + 8)
    glyph += last - first + 1
  })
  const map = fields(16, [[0, 12], [4, 16 + groups.length, 4], [12, ranges.length, 4]])
  return Buffer.concat([fields(12, [[2, 1], [4, 3], [6, 10], [8, 12, 4]]), map, groups])
}

function head(): Buffer {
  return fields(54, [[0, 0x0001_0000, 4], [4, 0x0001_0000, 4], [12, 0x5f0f_3cf5, 4], [18, unitsPerEm], [38, -200], [40, 880], [36, 0], [42, 0], [50, 1]])
}

function hhea(glyphs: number): Buffer {
  return fields(36, [[0, 0x0001_0000, 4], [4, 880], [6, -120], [10, unitsPerEm], [34, glyphs]])
}

function hmtx(characters: readonly number[], narrowBelow: number): Buffer {
  const bytes = Buffer.alloc((characters.length + 1) * 4)
  bytes.writeUInt16BE(unitsPerEm, 0)
  characters.forEach((code, index) => bytes.writeUInt16BE(code < narrowBelow ? unitsPerEm / 2 : unitsPerEm, (index + 1) * 4))
  return bytes
}

function maxp(glyphs: number): Buffer {
  const bytes = Buffer.alloc(32)
  bytes.writeUInt32BE(0x0001_0000, 0)
  bytes.writeUInt16BE(glyphs, 4)
  return bytes
}

function post(): Buffer {
  return fields(32, [[0, 0x0003_0000, 4]])
}

function name({ family, otherFamily, postscriptName, isBold = false }: MadeFace): Buffer {
  const texts: [language: number, id: number, text: string][] = [
    [0x409, 1, family], [0x409, 2, isBold ? 'Bold' : 'Regular'], [0x409, 4, family], [0x409, 6, postscriptName],
    ...(otherFamily === undefined ? [] : [[0x804, 1, otherFamily] as [number, number, string]]),
  ]
  const strings = texts.map(([, , text]) => Buffer.from(text, 'utf16le').swap16())
  const records = texts.map(([language, id], index) => {
    const offset = strings.slice(0, index).reduce((sum, { length }) => sum + length, 0)
    return fields(12, [[0, 3], [2, 1], [4, language], [6, id], [8, strings[index]?.length ?? 0], [10, offset]])
  })
  return Buffer.concat([fields(6, [[2, texts.length], [4, 6 + texts.length * 12]]), ...records, ...strings])
}
