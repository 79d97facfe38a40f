import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { u16, u32 } from '../../../support/golden/biffBytes'
import { biff5Of } from '../../../support/golden/biff5'
import { libraryFileOf } from '../../../support/golden/tablePlan'
import { readFile } from '../../../support/workbooks/readWorkbookFile'
import { binaryRecords } from '../../../../src/main/workbook/xlsbFormats'
import { partsOf, zipOf } from '../../../support/workbooks/workbookParts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'raised-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function cellsOf(name: string, content: Buffer) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return (await readFile(path)).sheets.map(({ rows }) => rows.map(({ cells }) => cells))
}

describe('digits that stand raised in a table of Excel 95', () => {
  it('are no digits of the number before them, in bytes of two to a letter as well', async () => {
    const rows = [['区市', '每万人口发明专利'], ['市南区', { raised: ['49.1', '1'] }], [{ raised: ['崂山区面积 m', '2)'] }, 34], [{ raised: ['', '2021'] }, '49.11']] as const
    expect(await cellsOf('九五.xls', biff5Of('甲', rows))).toEqual([[['区市', '每万人口发明专利'], ['市南区', '49.1¹'], ['崂山区面积 m²)', 34], ['2021', '49.11']]])
  })
})

/** A record of a binary workbook: number and length in seven bits a byte. */
function binary(type: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([sevens(type), sevens(body.length), body])
}

function sevens(value: number): Buffer {
  return value < 0x80 ? Buffer.from([value]) : Buffer.concat([Buffer.from([(value & 0x7f) | 0x80]), sevens(value >> 7)])
}

/** A text; from a letter on in the second font of the styles. */
function richText(text: string, from: number | null): Buffer {
  const letters = Buffer.concat([u32(text.length), Buffer.from(text, 'utf16le')])
  return from === null ? Buffer.concat([Buffer.from([0]), letters]) : Buffer.concat([Buffer.from([1]), letters, u32(1), u16(from), u16(1)])
}

/** All records of a part, each as it is or as others. */
function rewritten(part: Buffer, by: (type: number, body: Buffer) => Buffer): Buffer {
  return Buffer.concat([...binaryRecords(part)].map(({ type, at, length }) => by(type, part.subarray(at, at + length))))
}

const [beginFonts, font, listedCell, richCell] = [611, 43, 7, 62]

/** The second font is the first one, raised. */
function withRaisedFont(styles: Buffer): Buffer {
  return rewritten(styles, (type, body) => {
    if (type === beginFonts) return binary(type, u32(2))
    const high = Buffer.from(body)
    if (type === font) high.writeUInt16LE(1, 6)
    return type === font ? Buffer.concat([binary(type, body), binary(type, high)]) : binary(type, body)
  })
}

/** A binary workbook with texts of its list in A1 to A3, the third of them in its cell instead. */
function raisedXlsb(raises: boolean): Buffer {
  const parts = partsOf(libraryFileOf([{ name: '甲', rows: [['a'], ['b'], ['c'], ['d']] }], 'xlsb'))
  let row = 0
  const sheet = (content: Buffer): Buffer => rewritten(content, (type, body) => {
    if (type !== 6) return binary(type, body) // a text in its cell, as the library writes it
    const place = row++
    return place === 2 ? binary(richCell, body.subarray(0, 8), richText('市南区12', 3)) : binary(listedCell, body.subarray(0, 8), u32(place === 3 ? 2 : place))
  })
  const list = Buffer.concat([binary(159, u32(3), u32(3)), binary(19, richText('49.11', 4)), binary(19, richText('49.11', null)), binary(19, richText('面积1 m2', 5)), binary(160)])
  return zipOf([
    ...parts.map(({ name, content }) => ({ name, content: name.endsWith('sheet1.bin') ? sheet(Buffer.from(content)) : name.endsWith('styles.bin') && raises ? withRaisedFont(Buffer.from(content)) : patched(name, Buffer.from(content)) })),
    { name: 'xl/sharedStrings.bin', content: list },
  ])
}

/** Names the list of texts, which the library writes only when asked. */
function patched(name: string, content: Buffer): Buffer {
  if (name === '[Content_Types].xml') return Buffer.from(content.toString().replace('</Types>', '<Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/></Types>'))
  if (name === 'xl/_rels/workbook.bin.rels') return Buffer.from(content.toString().replace('</Relationships>', '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.bin"/></Relationships>'))
  return content
}

describe('digits that stand raised in a binary workbook', () => {
  it('are told in the list of texts and in cells', async () => {
    expect(await cellsOf('二进制.xlsb', raisedXlsb(true))).toEqual([[['49.1¹'], ['49.11'], ['市南区¹²'], ['面积1 m²']]])
  })

  it('are digits where no font stands raised', async () => {
    expect(await cellsOf('平.xlsb', raisedXlsb(false))).toEqual([[['49.11'], ['49.11'], ['市南区12'], ['面积1 m2']]])
  })
})
