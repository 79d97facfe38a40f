export type TextEncodingName = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gbk' | 'gb18030' | 'big5'

/** A text in one of the encodings that Chinese programs write. */
export function encoded(text: string, encoding: TextEncodingName): Buffer {
  switch (encoding) {
    case 'utf-8': return Buffer.from(text)
    case 'utf-8-bom': return Buffer.from(`\ufeff${text}`)
    case 'utf-16le': return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be': return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    case 'gbk': case 'gb18030': case 'big5': return Buffer.concat([...text].map((character) => doubleByte(character, encoding)))
  }
}

const tables = new Map<string, Map<string, Buffer>>()

function doubleByte(character: string, encoding: 'gbk' | 'gb18030' | 'big5'): Buffer {
  if (character < '\u0080') return Buffer.from(character)
  const point = character.codePointAt(0) ?? 0
  if (point > 0xffff) return fourBytes(point - 0x10000)
  const found = tableOf(encoding).get(character)
  if (!found) throw new Error(`${character} has no place in ${encoding}`)
  return found
}

/** Characters beyond the first plane follow one another in GB18030. */
function fourBytes(offset: number): Buffer {
  return Buffer.from([0x90 + Math.floor(offset / 12_600), 0x30 + (Math.floor(offset / 1_260) % 10), 0x81 + (Math.floor(offset / 10) % 126), 0x30 + (offset % 10)])
}

/** The inverse of what the platform decodes. */
function tableOf(encoding: string): Map<string, Buffer> {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail])
      const character = decoder.decode(bytes)
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes)
    }
  }
  tables.set(encoding, table)
  return table
}
