import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { writeFileAtomically } from '../../../src/main/workbook/write/atomicFile'
import { createZipWriter, type ZipPart } from '../../../src/main/workbook/write/package/zipWriter'
import type { VendorRow } from './vendorColumns'

const blockCharacters = 256 * 1024

/**
 * Writes a workbook as other programs do: every text once in the table of shared strings, cells by their number in it.
 * Our own writer writes texts into the cells, which would be an easier file to read.
 */
export async function writeSharedStringWorkbook(path: string, headings: readonly string[], rows: Iterable<VendorRow>): Promise<void> {
  const strings = new Map<string, number>()
  const written = await writeFileAtomically(path, undefined, async (sink) => {
    const zip = createZipWriter(sink, 4)
    for (const [name, content] of Object.entries(fixedParts)) await zip.add(name, content)
    const sheet = await zip.open('xl/worksheets/sheet1.xml')
    const uses = await writeBlocks(sheet, sheetXml(headings, rows, strings))
    await sheet.close()
    const table = await zip.open('xl/sharedStrings.xml')
    await writeBlocks(table, stringsXml(strings, uses))
    await table.close()
    await zip.finish()
  })
  if (!written.ok) throw new Error(written.code)
}

/** @returns what the generator returned */
async function writeBlocks<R>(part: ZipPart, texts: Generator<string, R>): Promise<R> {
  let block = ''
  for (;;) {
    const next = texts.next()
    if (!next.done) block += next.value
    if (next.done || block.length >= blockCharacters) {
      await part.write(Buffer.from(block))
      block = ''
    }
    if (next.done) return next.value
  }
}

/** @returns how many cells use the shared strings */
function* sheetXml(headings: readonly string[], rows: Iterable<VendorRow>, strings: Map<string, number>): Generator<string, number> {
  let uses = 0
  const cell = (text: string | null, row: number, column: number): string => {
    if (text === null) return ''
    uses++
    let index = strings.get(text)
    if (index === undefined) {
      index = strings.size
      strings.set(text, index)
    }
    return `<c r="${String.fromCharCode(65 + column)}${row}" t="s"><v>${index}</v></c>`
  }
  const rowXml = (texts: VendorRow, row: number) => `<row r="${row}">${texts.map((text, column) => cell(text, row, column)).join('')}</row>`
  yield `${xmlHead}<worksheet xmlns="${main}"><sheetData>${rowXml(headings, 1)}`
  let row = 1
  for (const texts of rows) yield rowXml(texts, ++row)
  yield '</sheetData></worksheet>'
  return uses
}

function* stringsXml(strings: ReadonlyMap<string, number>, uses: number): Generator<string, void> {
  yield `${xmlHead}<sst xmlns="${main}" count="${uses}" uniqueCount="${strings.size}">`
  for (const text of strings.keys()) yield `<si><t>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></si>`
  yield '</sst>'
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const fixedParts = {
  '[Content_Types].xml': `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  '_rels/.rels': `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="incoPat" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${xmlHead}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
}

/** Writes comma-separated text in any encoding. */
export async function writeCsv(path: string, headings: readonly string[], rows: Iterable<VendorRow>, encode: (text: string) => Uint8Array): Promise<void> {
  const out = createWriteStream(path)
  let block = `${headings.map(quoted).join(',')}\r\n`
  for (const row of rows) {
    block += `${row.map(quoted).join(',')}\r\n`
    if (block.length < blockCharacters) continue
    if (!out.write(encode(block))) await once(out, 'drain')
    block = ''
  }
  out.end(encode(block))
  await finished(out)
}

function quoted(text: string | null): string {
  if (text === null) return ''
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
