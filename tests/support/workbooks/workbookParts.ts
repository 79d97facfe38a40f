import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { bufferSource } from '../../../src/main/workbook/byteSource'
import { readZipDirectory } from '../../../src/main/workbook/zip/zipDirectory'

export interface ZipPart {
  name: string
  content: Buffer | string
}

/** A ZIP file of these parts, in this order; names may repeat. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const local = header(30, 0x04034b50, name, bytes, packed)
    const central = header(46, 0x02014b50, name, bytes, packed)
    central.writeUInt32LE(offset, 42)
    chunks.push(local, packed)
    directory.push(central)
    offset += local.length + packed.length
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, ...directory, end])
}

/** Local headers are 30 bytes long, central ones 46; the common fields stand two bytes apart. */
function header(length: 30 | 46, signature: number, name: string, bytes: Buffer, packed: Buffer): Buffer {
  const label = Buffer.from(name, 'utf8')
  const record = Buffer.alloc(length + label.length)
  const shift = length === 46 ? 2 : 0
  record.writeUInt32LE(signature, 0)
  record.writeUInt16LE(0x800, 6 + shift)
  record.writeUInt16LE(8, 8 + shift)
  record.writeUInt32LE(crc32(bytes), 14 + shift)
  record.writeUInt32LE(packed.length, 18 + shift)
  record.writeUInt32LE(bytes.length, 22 + shift)
  record.writeUInt16LE(label.length, 26 + shift)
  label.copy(record, length)
  return record
}

/** The parts of a sound workbook, unpacked. */
export function partsOf(file: Buffer): ZipPart[] {
  return readZipDirectory(bufferSource(file)).map(({ name, headerOffset, packedSize, method }) => {
    const start = headerOffset + 30 + file.readUInt16LE(headerOffset + 26) + file.readUInt16LE(headerOffset + 28)
    const packed = file.subarray(start, start + packedSize)
    return { name, content: method === 8 ? inflateRawSync(packed) : packed }
  })
}

/** The same file, a part of which is not what its directory says: other bytes have taken their place, or fewer than there were. */
export function withBrokenPart(file: Buffer, part: string, fault: 'checksum' | 'size'): Buffer {
  const broken = Buffer.from(file)
  const name = Buffer.from(part, 'utf8')
  const record = broken.lastIndexOf(name) - 46
  if (record < 0 || broken.readUInt32LE(record) !== 0x02014b50) throw new Error(part)
  if (fault === 'size') broken.writeUInt32LE(broken.readUInt32LE(record + 24) + 1, record + 24)
  else broken.writeInt32LE(~broken.readInt32LE(record + 16), record + 16)
  return broken
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The smallest workbook with one sheet of this content; `parts` are added or put in place of the usual ones. */
export function workbookOf(sheetContent: string, parts: Readonly<Record<string, Buffer | string>> = {}): Buffer {
  const all: Record<string, Buffer | string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheetContent}</worksheet>`,
    ...parts,
  }
  return zipOf(Object.entries(all).map(([name, content]) => ({ name, content })))
}

/** A workbook of empty sheets, each of which unpacks to so many bytes. */
export function manySheets(count: number, bytes: number): Buffer {
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const [opened, closed] = [`<worksheet xmlns="${main}">`, '<sheetData/></worksheet>']
  const part = `${opened}${' '.repeat(bytes - opened.length - closed.length)}${closed}`
  return workbookOf('', {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbers.map((number) => `<sheet name="表${number}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml(numbers.map((number) => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`])),
    ...Object.fromEntries(numbers.map((number) => [`xl/worksheets/sheet${number}.xml`, part])),
  })
}

export function sharedStringsXml(...items: readonly string[]): string {
  return `<sst xmlns="${main}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`
}

export function stylesXml(...formats: readonly string[]): string {
  const custom = formats.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`).join('')
  const cells = formats.map((_, index) => `<xf numFmtId="${170 + index}"/>`).join('')
  return `<styleSheet xmlns="${main}"><numFmts>${custom}</numFmts><cellXfs><xf numFmtId="0"/>${cells}</cellXfs></styleSheet>`
}

function relationsXml(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}
