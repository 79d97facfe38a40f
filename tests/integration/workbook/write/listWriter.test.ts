import ExcelJS from 'exceljs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeList, type ListColumn, type ListOptions, type ListValue } from '../../../../src/main/workbook/write/list/listWriter'
import { injectionTexts } from './injectionTexts'
import { hasLibreOffice, hasOpenpyxl, readWithOpenpyxl, shownByLibreOffice } from './officePrograms'

const columns: ListColumn[] = [
  { header: '统一社会信用代码', kind: 'text', width: 22 },
  { header: '起草单位总数', kind: 'integer', width: 12 },
  { header: '密度', kind: 'number', width: 10, decimals: 2 },
  { header: '发布日期', kind: 'date', width: 12 },
  { header: '占比', kind: 'percent', width: 10 },
]
const rows: ListValue[][] = [
  ['91370200264574251E', 3, 77.234, '2021-05-06', 0.381],
  ['00012345678901234567', 0, -1.5e-7, '2021-05', 1],
  ['  两端空格  ', null, 1e21, '1899-01-01', '-'],
  ['第一行\n第二行 & <b>"引号"</b>', -7, 12.5, '2021-02-30', null],
]

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'list-'))
  path = join(folder, '清单.xlsx')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function aList(options: Partial<ListOptions> = {}): ListOptions {
  return { sheetName: '标准', columns, rows: [rows], creator: '标知台账', createdAt: Date.UTC(2022, 0, 10), footer: '第 &P 页 共 &N 页', ...options }
}

async function openWithExcelJs(): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return book
}

function textsOf(sheet: ExcelJS.Worksheet | undefined, column: number): unknown[] {
  const values: unknown[] = []
  sheet?.eachRow((row, number) => {
    if (number > 1) values.push(row.getCell(column).value)
  })
  return values
}

describe('a list written as xlsx', () => {
  it('holds numbers as numbers, complete dates as dates and everything else as the text it is', async () => {
    expect(await writeList(path, aList())).toMatchObject({ ok: true, value: { rows: 4, sheets: ['标准'] } })
    const sheet = (await openWithExcelJs()).getWorksheet('标准')
    expect(textsOf(sheet, 1)).toEqual(rows.map((row) => row[0]))
    expect(textsOf(sheet, 2)).toEqual([3, 0, null, -7])
    expect(textsOf(sheet, 3)).toEqual([77.234, -1.5e-7, 1e21, 12.5])
    expect(textsOf(sheet, 4)).toEqual([new Date('2021-05-06'), '2021-05', '1899-01-01', '2021-02-30'])
    expect(textsOf(sheet, 5)).toEqual([0.381, 1, '-', null])
    expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((cell) => sheet?.getCell(cell).numFmt)).toEqual(['@', '0', '0.00', 'yyyy-mm-dd', '0.0%'])
  })

  it('is ready to be read and printed', async () => {
    await writeList(path, aList())
    const sheet = (await openWithExcelJs()).getWorksheet('标准')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.autoFilter).toBe('A1:E5')
    expect(sheet?.getRow(1).getCell(1).font.bold).toBe(true)
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' })
    expect(sheet?.headerFooter.oddFooter).toBe('&C第 &P 页 共 &N 页')
  })

  it('is printed over pages side by side, its first column on each, where one page would make letters too small', async () => {
    const many = Array.from({ length: 24 }, (_, at) => ({ header: `第${at + 1}栏`, kind: 'text' as const }))
    await writeList(path, aList({ columns: many, rows: [[many.map(({ header }) => header)]] }))
    expect((await openWithExcelJs()).getWorksheet('标准')?.pageSetup).toMatchObject({ fitToWidth: 2, fitToHeight: 0, printTitlesRow: '1:1', printTitlesColumn: 'A:A' })
  })

  it('goes on to a next sheet where one is full', async () => {
    const many = Array.from({ length: 7 }, (_, index) => [`标准${index}`])
    const written = await writeList(path, aList({ columns: columns.slice(0, 1), rows: [many], rowsPerSheet: 3 }))
    expect(written).toMatchObject({ ok: true, value: { rows: 7, sheets: ['标准', '标准(2)', '标准(3)'] } })
    const book = await openWithExcelJs()
    expect(book.worksheets.flatMap((sheet) => textsOf(sheet, 1))).toEqual(many.flat())
    expect(book.worksheets.map((sheet) => sheet.getCell('A1').value)).toEqual(Array(3).fill('统一社会信用代码'))
  })

  it('has a header when there are no rows', async () => {
    await writeList(path, aList({ rows: [] }))
    expect((await openWithExcelJs()).getWorksheet('标准')?.getRow(1).values).toEqual([undefined, ...columns.map((column) => column.header)])
  })

  it('is the same file for the same content', async () => {
    await writeList(path, aList())
    await writeList(join(folder, 'again.xlsx'), aList())
    expect((await readFile(path)).equals(await readFile(join(folder, 'again.xlsx')))).toBe(true)
  })

  it('refuses a text no cell can hold, naming the cell, and leaves the old file', async () => {
    await writeFile(path, 'old')
    const written = await writeList(path, aList({ rows: [[['短'], ['长'.repeat(32_768)]]] }))
    expect(written).toEqual({ ok: false, code: 'text_too_long', at: { sheet: '标准', row: 3, column: 'A' } })
    expect([await readdir(folder), await readFile(path, 'utf8')]).toEqual([['清单.xlsx'], 'old'])
  })

  it('keeps a text of exactly the greatest length', async () => {
    const longest = '长'.repeat(32_767)
    await writeList(path, aList({ rows: [[[longest]]] }))
    expect(textsOf((await openWithExcelJs()).worksheets[0], 1)).toEqual([longest])
  })

  it('leaves nothing behind when it is cancelled', async () => {
    const cancelling = new AbortController()
    function* batches() {
      for (let batch = 0; batch < 200; batch++) {
        if (batch === 20) cancelling.abort()
        yield Array.from({ length: 500 }, () => rows[0] ?? [])
      }
    }
    const written = await writeList(path, aList({ rows: batches(), signal: cancelling.signal }))
    expect([written, await readdir(folder)]).toEqual([{ ok: false, code: 'job_cancelled' }, []])
  })

  it('reports a folder that does not exist', async () => {
    expect(await writeList(join(folder, 'none', 'a.xlsx'), aList())).toMatchObject({ ok: false, code: 'file_not_writable' })
  })

  it('throws what the row source throws and leaves nothing behind', async () => {
    function* broken(): Generator<ListValue[][]> {
      yield rows
      throw new TypeError('broken source')
    }
    await expect(writeList(path, aList({ rows: broken() }))).rejects.toThrow('broken source')
    expect(await readdir(folder)).toEqual([])
  })

  it('keeps one hundred attack texts as texts, also when a cell is edited', async () => {
    await writeList(path, aList({ rows: [injectionTexts.map((text) => [text])] }))
    const book = await openWithExcelJs()
    expect(textsOf(book.worksheets[0], 1)).toEqual(injectionTexts)
    const styles = /<cellXfs.*<\/cellXfs>/s.exec((await partOf('xl/styles.xml')) ?? '')?.[0] ?? ''
    const quoted = [...styles.matchAll(/<xf [^>]*>/g)].findIndex(([xf]) => xf.includes('quotePrefix="1"'))
    const cells = [...((await partOf('xl/worksheets/sheet1.xml')) ?? '').matchAll(/<c r="A\d+" s="(\d+)"/g)].slice(1).map(([, style]) => Number(style))
    const unguarded = injectionTexts.filter((_, index) => cells[index] !== quoted)
    expect(unguarded).toEqual(injectionTexts.filter((text) => text.startsWith("'")))
  })

  it.skipIf(!hasOpenpyxl)('opens in openpyxl with the same cells and no formula', async () => {
    await writeList(path, aList({ rows: [[...rows, ...injectionTexts.map((text) => [text])]] }))
    const sheet = (await readWithOpenpyxl(path))['标准']
    expect(sheet?.rows.slice(1, 3)).toEqual([
      [['s', '91370200264574251E'], ['n', 3], ['n', 77.234], ['d', '2021-05-06'], ['n', 0.381]],
      [['s', '00012345678901234567'], ['n', 0], ['n', -1.5e-7], ['s', '2021-05'], ['n', 1]],
    ])
    expect(sheet?.rows.slice(5).map((cells) => cells[0])).toEqual(injectionTexts.map((text) => ['s', text]))
  })

  it.skipIf(!hasLibreOffice)('opens in LibreOffice with the same texts, control characters and look-alikes included', async () => {
    const texts = [...injectionTexts, '_x0041_', '_x005F_x0041_', 'a_x0041\u0001', '\u0007铃', '回车\r换行', '  前后  ', '𠮷野家']
    await writeList(path, aList({ columns: columns.slice(0, 1), rows: [texts.map((text) => [text])] }))
    const shown = Papa.parse<string[]>(await shownByLibreOffice(path), { newline: '\n', skipEmptyLines: 'greedy' }).data.slice(1)
    const asShown = (text: string): string => text.replaceAll('\r', '\n')
    expect(shown.map(([text]) => asShown(text ?? ''))).toEqual(texts.map(asShown))
  })

  async function partOf(name: string): Promise<string | undefined> {
    const { openPromise } = await import('yauzl')
    const zip = await openPromise(path)
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue
      const chunks: Buffer[] = []
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks).toString('utf8')
    }
    return undefined
  }
})
