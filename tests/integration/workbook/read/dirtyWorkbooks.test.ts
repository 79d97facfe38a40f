import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Cell } from '../../../../src/main/workbook/types'
import { readFile, refusalOf, type ReadFile } from '../../../support/workbooks/readWorkbookFile'
import { partsOf, sharedStringsXml, stylesXml, workbookOf, zipOf } from '../../../support/workbooks/workbookParts'

const folder = mkdtempSync(join(tmpdir(), 'dirty-workbooks-'))
afterAll(() => rmSync(folder, { recursive: true }))
let written = 0

function write(content: Buffer): string {
  const path = join(folder, `${written++}.xlsx`)
  writeFileSync(path, content)
  return path
}

function readSheet(content: string, parts: Readonly<Record<string, Buffer | string>> = {}): Promise<ReadFile> {
  return readFile(write(workbookOf(content, parts)))
}

async function cells(row: string, parts: Readonly<Record<string, Buffer | string>> = {}): Promise<Cell[] | undefined> {
  return (await readSheet(`<sheetData><row r="1">${row}</row></sheetData>`, parts)).sheets[0]?.rows[0]?.cells
}

const samplesFolder = join(import.meta.dirname, '../../../../resources/samples')
const workbooks = readdirSync(samplesFolder).filter((name) => name.endsWith('.xlsx') && !name.startsWith('96_'))

/** Changes every XML part; what the workbook says stays the same. */
function rewritten(name: string, change: (xml: string) => Buffer | string): Buffer {
  const parts = partsOf(readFileSync(join(samplesFolder, name)))
  return zipOf(parts.map((part) => (/\.(xml|rels)$/.test(part.name) ? { name: part.name, content: change(part.content.toString('utf8')) } : part)))
}

/** `<row r="1">` becomes `<x:row r="1">`: the namespace of the root's elements under a prefix. */
function withPrefix(xml: string): string {
  const tags = xml.replace(/<(\/?)([A-Za-z][\w.-]*)(?=[\s/>])/g, '<$1x:$2')
  return tags.replace(/\sxmlns=/, ' xmlns:x=')
}

function asUtf16(xml: string): Buffer {
  return Buffer.from(`\ufeff${xml.replace(/encoding=(["'])utf-8\1/i, 'encoding="UTF-16"')}`, 'utf16le')
}

/** Line ends, comments and instructions between all elements. */
function withNoise(xml: string): string {
  return xml.replace(/>\s*</g, '>\r\n  <!-- <c> --> <?x?>\r\n<')
}

describe('a workbook written in another way says the same', () => {
  it.each(workbooks)('%s', async (name) => {
    const usual = await readFile(join(samplesFolder, name))
    expect(await readFile(write(rewritten(name, withPrefix)))).toEqual(usual)
    expect(await readFile(write(rewritten(name, asUtf16)))).toEqual(usual)
    expect(await readFile(write(rewritten(name, withNoise)))).toEqual(usual)
  })

  it('parts in a national encoding are read by their declaration', async () => {
    const head = '<?xml version="1.0" encoding="GBK"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
    const strings = Buffer.concat([Buffer.from(head), Buffer.from('c7e0b5ba', 'hex'), Buffer.from('</t></si></sst>')])
    expect(await cells('<c r="A1" t="s"><v>0</v></c>', { 'xl/sharedStrings.xml': strings })).toEqual(['青岛'])
  })
})

describe('cells of every kind', () => {
  it('values of every type', async () => {
    const row = `<c r="A1"><v>1.5</v></c><c r="B1" t="n"><v>-2E-3</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>
      <c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><f>A1</f><v>文</v></c><c r="G1" t="d"><v>2021-05-06</v></c><c r="H1" t="n"><v>370212345678901234</v></c>`
    expect(await cells(row)).toEqual([1.5, -0.002, true, false, { e: '#N/A' }, '文', { iso: '2021-05-06' }, Number('370212345678901234')])
  })

  it('inline texts: rich, CDATA, escapes, readings left out', async () => {
    const row = `<c r="A1" t="inlineStr"><is><r><t>富</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 文</t></r><rPh sb="0" eb="1"><t>フ</t></rPh></is></c>
      <c r="B1" t="inlineStr"><is><t><![CDATA[<a> & b]]></t></is></c><c r="C1" t="inlineStr"><is><t>甲_x000D_&amp;乙</t></is></c>`
    expect(await cells(row)).toEqual(['富 文', '<a> & b', '甲\r&乙'])
  })

  it('digits that stand raised behind other words are no digits of theirs', async () => {
    const high = (text: string): string => `<r><rPr><vertAlign val="superscript"/></rPr><t>${text}</t></r>`
    const strings = sharedStringsXml(`<r><t>49.1</t></r>${high('1')}`, `<r><t>CO</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r>${high('3)')}<r><t>4</t></r>`, high('2021'), '<t>5</t>')
    const row = `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>
      <c r="E1" t="inlineStr"><is><r><t>1 m</t></r>${high('2')}<r><t>3</t></r></is></c><c r="F1" t="inlineStr"><is><t>6</t></is></c>`
    expect(await cells(row, { 'xl/sharedStrings.xml': strings })).toEqual(['49.1¹', 'CO2³)4', '2021', '5', '1 m²3', '6'])
  })

  it('shared strings: rich, escaped, empty, with readings, out of range', async () => {
    const strings = sharedStringsXml('<t>甲</t>', '<r><t>乙</t></r><r><t>丙 </t></r><rPh sb="0" eb="1"><t>x</t></rPh>', '<t>R&amp;D_x0041_</t>', '<t/>', '')
    const row = [0, 1, 2, 3, 4, 5].map((index) => `<c t="s"><v>${index}</v></c>`).join('')
    expect(await cells(row, { 'xl/sharedStrings.xml': strings })).toEqual(['甲', '乙丙 ', 'R&DA', null, null, { e: 'shared_string_missing' }])
  })

  it('20,000 shared strings keep their places across blocks', async () => {
    const strings = Array.from({ length: 40_000 }, (_, index) => `<t>第${index}个${index % 3 === 0 ? '𠮷' : ''}</t>`)
    const indexes = [0, 1, 16_383, 16_384, 16_385, 32_767, 32_768, 39_999]
    const row = indexes.map((index) => `<c t="s"><v>${index}</v></c>`).join('')
    const expected = indexes.map((index) => `第${index}个${index % 3 === 0 ? '𠮷' : ''}`)
    expect(await cells(row, { 'xl/sharedStrings.xml': sharedStringsXml(...strings) })).toEqual(expected)
  })

  it('dates are told by their format, not by their value', async () => {
    const styles = stylesXml('yyyy\\-mm\\-dd', '0.00', '[$-804]yyyy&quot;年&quot;m&quot;月&quot;')
    const row = '<c s="1"><v>44197</v></c><c s="2"><v>44197</v></c><c s="3"><v>44197.5</v></c><c s="99"><v>1</v></c><c s="1" t="str"><v>2021.1</v></c>'
    expect(await cells(row, { 'xl/styles.xml': styles })).toEqual([{ d: 44197 }, 44197, { d: 44197.5, shows: 'month' }, 1, '2021.1'])
  })

  it('a format of a rule has a number of its own, which may be that of a cell format', async () => {
    const styles = stylesXml('yyyy\\-mm\\-dd', '0.00')
    const [id = ''] = /(?<=numFmtId=")\d+(?=" formatCode="yyyy)/.exec(styles) ?? []
    const ruled = styles.replace('</styleSheet>', `<dxfs count="1"><dxf><numFmt numFmtId="${id}" formatCode="0.0%"/></dxf></dxfs></styleSheet>`)
    expect(ruled).not.toBe(styles)
    expect(await cells('<c s="1"><v>44197</v></c>', { 'xl/styles.xml': ruled })).toEqual([{ d: 44197 }])
  })

  it('dates written as texts are no more than their format shows, as serial numbers are', async () => {
    const styles = stylesXml('yyyy&quot;年&quot;m&quot;月&quot;', 'm&quot;月&quot;d&quot;日&quot;', 'yyyy\\-mm\\-dd')
    const row = [1, 2, 3, 0].map((style) => `<c s="${style}" t="d"><v>2021-03-01</v></c>`).join('')
    expect(await cells(row, { 'xl/styles.xml': styles })).toEqual([{ iso: '2021-03-01', shows: 'month' }, { iso: '2021-03-01', shows: 'no_year' }, { iso: '2021-03-01' }, { iso: '2021-03-01' }])
  })

  it('dates of OpenDocument are no more than their own style shows, else that of their column', async () => {
    const dateStyle = (name: string, parts: string) => `<number:date-style style:name="${name}">${parts}</number:date-style>`
    const cellStyle = (name: string, format: string) => `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${format}"/>`
    const root = (name: string, content: string) => `<office:${name} xmlns:office="o" xmlns:style="s" xmlns:number="n" xmlns:table="t">${content}</office:${name}>`
    const styles = root('document-styles', `<office:styles>${dateStyle('N1', '<number:year/><number:text>年</number:text><number:month/>')}</office:styles>`)
    const ownStyles = `${dateStyle('N2', '<number:month/><number:day/>')}${dateStyle('N3', '<number:year/><number:month/><number:day/>')}${dateStyle('N4', '<number:month/><number:hours/>')}`
    const names = cellStyle('ce1', 'N1') + cellStyle('ce2', 'N2') + cellStyle('ce3', 'N3') + cellStyle('ce4', 'N4')
    const date = (style: string) => `<table:table-cell${style} office:value-type="date" office:date-value="2021-03-01"/>`
    const columns = '<table:table-column/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="ce1"/><table:table-column table:number-columns-repeated="16381"/>'
    const row = date('') + date('') + date(' table:style-name="ce2"') + ['ce3', 'ce4', 'ce1'].map((name) => date(` table:style-name="${name}"`)).join('')
    const content = root('document-content', `<office:automatic-styles>${ownStyles}${names}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="甲">${columns}<table:table-row>${row}</table:table-row></table:table></office:spreadsheet></office:body>`)
    const file = write(zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', content }, { name: 'styles.xml', content: styles }]))
    expect((await readFile(file)).sheets[0]?.rows[0]?.cells.map((cell) => (typeof cell === 'object' && cell !== null && 'iso' in cell ? (cell.shows ?? 'whole') : cell))).toEqual(['whole', 'month', 'no_year', 'whole', 'whole', 'month'])
  })

  it('words of OpenDocument that stand raised are told by their style', async () => {
    const position = (name: string, family: string, where: string) => `<style:style style:name="${name}" style:family="${family}"><style:text-properties style:text-position="${where}"/></style:style>`
    const styles = position('T1', 'text', 'super 58%') + position('T2', 'text', 'sub 58%') + position('T3', 'text', '33% 58%') + position('T4', 'table-cell', 'super 58%')
    const cell = (style: string) => `<table:table-cell office:value-type="string"><text:p>49.1<text:span text:style-name="${style}">1</text:span>2</text:p></table:table-cell>`
    const content = `<office:document-content xmlns:office="o" xmlns:style="s" xmlns:text="x" xmlns:table="t"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="甲"><table:table-row>${['T1', 'T2', 'T3', 'T4'].map(cell).join('')}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
    const file = write(zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', content }]))
    expect((await readFile(file)).sheets[0]?.rows[0]?.cells).toEqual(['49.1¹2', '49.112', '49.1¹2', '49.112'])
  })

  it('formulas without a stored value are marked, those with an empty text are blank', async () => {
    const row = '<c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1" t="str"><f>D1</f><v></v></c><c r="D1"><f>1</f><v>0</v></c>'
    expect(await cells(row)).toEqual([{ f: true }, { f: true }, null, 0])
  })

  it('cells and rows without references follow one another', async () => {
    const { sheets } = await readSheet('<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="B5"><v>4</v></c><c><v>5</v></c></row><row><c r="A9"><v>6</v></c></row></sheetData>')
    expect(sheets[0]?.rows).toEqual([
      { row: 1, cells: [1, null, 3] },
      { row: 5, cells: [null, 4, 5] },
      { row: 9, cells: [6] },
    ])
  })

  it('formatted but blank cells and rows leave no trace', async () => {
    const { sheets } = await readSheet('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1" s="1"/></row><row r="2"><c r="A2" s="1"/></row><row r="1048576"><c r="XFD1048576"/></row></sheetData>')
    expect(sheets[0]?.rows).toEqual([{ row: 1, cells: [1] }])
    expect(sheets[0]?.tail.rows).toBe(1)
  })

  it('hidden rows, hidden columns, merges and filters are told', async () => {
    const { sheets } = await readSheet('<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData><row r="1" hidden="1"><c><v>1</v></c></row></sheetData><autoFilter ref="A1:B2"/><mergeCells><mergeCell ref="A1:B3"/></mergeCells>')
    const { sheets: flat } = await readSheet('<cols><col min="2" max="2" width="0" customWidth="1"/><col min="4" max="4" width="0.5"/></cols><sheetData><row r="1" ht="0" customHeight="1"><c><v>1</v></c></row><row r="2" ht="10.05"><c><v>2</v></c></row></sheetData>')
    expect(flat[0]?.rows).toEqual([{ row: 1, cells: [1], hidden: true }, { row: 2, cells: [2] }])
    expect(flat[0]?.tail?.hiddenColumns).toEqual([1])
    expect(sheets[0]?.rows).toEqual([{ row: 1, cells: [1], hidden: true }])
    expect(sheets[0]?.tail).toEqual({ merges: [{ top: 1, bottom: 3, left: 0, right: 1 }], autoFilter: true, hiddenColumns: [1, 2], rows: 1 })
  })
})

describe('a workbook that contradicts itself is refused where it does', () => {
  const one = '<c r="A1"><v>1</v></c>'
  it.each<[string, string, object]>([
    ['two rows of one number', `<sheetData><row r="1">${one}</row><row r="1">${one}</row></sheetData>`, { code: 'damaged', at: { sheet: '表' } }],
    ['two values in one cell', `<sheetData><row r="1">${one}${one}</row></sheetData>`, { code: 'ambiguous_file', at: { sheet: '表', row: 1, column: 'A' } }],
    ['a column beyond the last', '<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>', { code: 'damaged', at: { row: 1 } }],
    ['an unknown type', '<sheetData><row r="1"><c r="A1" t="x"><v>1</v></c></row></sheetData>', { code: 'damaged', at: { row: 1, column: 'A' } }],
    ['text positions without a table of texts', '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', { code: 'damaged', details: { what: 'shared_strings_missing' } }],
    ['no sheet data', '<sheetViews/>', { code: 'damaged' }],
    ['a cell outside a row', `<sheetData>${one}</sheetData>`, { code: 'damaged' }],
    ['an endless text', `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'甲'.repeat(3_000_000)}</t></is></c></row></sheetData>`, { code: 'too_large' }],
  ])('%s', async (_, content, failure) => {
    expect(await refusalOf(write(workbookOf(content)))).toMatchObject(failure)
  })

  it.each<[string, Readonly<Record<string, string>>, object]>([
    ['no sheets', { 'xl/workbook.xml': '<workbook xmlns="u"><sheets/></workbook>' }, { code: 'damaged', details: { what: 'no_sheets' } }],
    ['a cut sheet', { 'xl/worksheets/sheet1.xml': '<worksheet xmlns="u"><sheetData><row r="1">' }, { code: 'damaged' }],
    ['another root', { 'xl/worksheets/sheet1.xml': '<html><sheetData/></html>' }, { code: 'damaged' }],
    ['a sheet that is not there', { 'xl/_rels/workbook.xml.rels': '<Relationships xmlns="u"><Relationship Id="rId1" Type="x/worksheet" Target="nowhere.xml"/></Relationships>' }, { code: 'damaged' }],
  ])('%s', async (_, parts, failure) => {
    expect(await refusalOf(write(workbookOf('<sheetData/>', parts)))).toMatchObject(failure)
  })

  it('a workbook cut at any length is refused, never half read', async () => {
    const whole = readFileSync(join(samplesFolder, '03_市场主体_2020-2021.xlsx'))
    for (let length = 4; length < whole.length; length += 97) {
      expect(['damaged', 'not_a_table']).toContain((await refusalOf(write(whole.subarray(0, length)))).code)
    }
  })

  it('a workbook with one byte changed is refused or says the same', async () => {
    const name = '03_市场主体_2020-2021.xlsx'
    const whole = readFileSync(join(samplesFolder, name))
    const usual = await readFile(join(samplesFolder, name))
    for (let at = 0; at < whole.length; at += 53) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 0x55
      const path = write(changed)
      const outcome = await readFile(path).catch((error: unknown) => error)
      if (outcome instanceof Error) expect(outcome.name).toBe('Refusal')
      else expect((outcome as ReadFile).sheets).toEqual(usual.sheets)
    }
  })
})
