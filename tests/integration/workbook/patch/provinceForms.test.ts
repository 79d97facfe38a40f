import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canGrow } from '../../../../src/main/workbook/patch/grow/canGrow'
import type { RowGrowth } from '../../../../src/main/workbook/forms/rowGrowth'
import { fillFile } from '../../../support/workbooks/fillFile'
import type { CellEdit } from '../../../../src/main/workbook/forms/formValues'
import { openTemplate } from '../../../../src/main/workbook/patch/templatePackage'
import { partsOf } from '../../../support/workbooks/workbookParts'
import { hasLibreOffice } from '../write/officePrograms'

/** Ten forms written by other programs (tests/fixtures/forms/make.py), no two alike, filled as a form is. */
const forms = join(import.meta.dirname, '../../../fixtures/forms')
const folder = mkdtempSync(join(tmpdir(), 'forms-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

interface Filling {
  file: string
  edits: Record<string, CellEdit[]>
  growths?: RowGrowth[]
  /** Parts that may differ; every other one is the same to the byte. */
  differing: string[]
  /** What LibreOffice shows, by sheet and cell, once it has calculated. */
  shown: Record<string, Record<string, string>>
}

/** Values over a range of rows and columns, each other than its neighbours. */
function block(rows: readonly number[], columns: string, value: (row: number, column: number) => number | string): CellEdit[] {
  return rows.flatMap((row) => [...columns].map((letter) => ({ row, column: letter.charCodeAt(0) - 65, value: value(row, letter.charCodeAt(0) - 65) })))
}
const from = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at)
const sum = (rows: readonly number[], value: (row: number) => number): string => String(rows.reduce((total, row) => total + value(row), 0))

const sheets = (...numbers: number[]): string[] => numbers.map((number) => `xl/worksheets/sheet${number}.xml`)
const book = 'xl/workbook.xml'

const fillings: readonly Filling[] = [
  { file: '01_三行表头.xlsx', edits: { 附表3: block(from(6, 15), 'CDEFGH', (row, column) => row * column) }, differing: [...sheets(1)], shown: { 附表3: { C16: '210', I16: sum(from(6, 15), (row) => row * 14), J6: '5.71428571428571%', K15: '1' } } },
  { file: '02_图表.xlsx', edits: { 专利: block(from(4, 13), 'BC', (row, column) => row + column) }, differing: [...sheets(1, 2)], shown: { 专利: { B14: '95', D14: '200' }, 说明: { A1: '已报', B1: '95' } } },
  { file: '03_宏.xlsm', edits: { 商标: block(from(3, 12), 'B', (row) => row) }, differing: [...sheets(1)], shown: { 商标: { B13: '75' } } },
  {
    file: '04_批注.xlsx', growths: [{ sheet: '名 单', from: 7, by: 3 }], edits: { '名 单': [...block(from(4, 10), 'A', (row) => row - 3), ...block(from(4, 10), 'D', (row) => `单位${row}`)] },
    differing: [...sheets(1, 2), book, 'xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', 'xl/threadedComments/threadedComment1.xml'],
    shown: { '名 单': { A10: '7', D10: '单位10', F10: '有', D11: '7', A13: '审核人：' }, 封面: { A1: '7', B1: '7' } },
  },
  {
    file: '05_表格对象.xlsx', growths: [{ sheet: '明细', from: 7, by: 4 }], edits: { 明细: block(from(4, 11), 'A', (row) => row - 3) },
    differing: [...sheets(1, 2), 'xl/tables/table1.xml', 'xl/charts/chart1.xml', 'xl/drawings/drawing1.xml'], shown: { 明细: { D11: '16', D12: '72', A14: '填表人：' }, 汇总: { A1: '72', B1: '72', C1: '36' } },
  },
  {
    file: '06_两个名单.xlsx', growths: [{ sheet: "附件'2' 表", from: 6, by: 2 }, { sheet: "附件'2' 表", from: 12, by: 1 }],
    edits: { "附件'2' 表": [...block(from(3, 8), 'C', (row) => row), ...block(from(12, 15), 'C', (row) => row), { row: 18, column: 3, value: 5 }] }, differing: [...sheets(1), 'xl/drawings/drawing1.xml'],
    shown: { "附件'2' 表": { A8: '6', D8: '33', C9: '33', C16: '54', C18: '87', D18: '5' } },
  },
  { file: '07_另存.xlsx', edits: { Sheet1: block([4, 5, 6], 'BCDEF', (row, column) => row * column) }, differing: [...sheets(1), book], shown: { Sheet1: { G4: '60', G6: '90' } } },
  {
    file: '08_共享公式.xlsx', growths: [{ sheet: '数据', from: 5, by: 3 }], edits: { 数据: [...block(from(2, 8), 'A', (row) => row), { row: 10, column: 0, value: 100 }] },
    differing: [...sheets(1, 2), 'xl/pivotCache/pivotCacheDefinition1.xml'], shown: { 数据: { D2: '104', D7: '114', D8: '116', D9: '770', D11: '101' }, 透视: { D1: '770', D2: '770' } },
  },
  {
    file: '09_无地址.xlsx', edits: { 表一: block(from(3, 12), 'B', (row) => row) }, differing: [...sheets(1), 'xl/calcChain.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels'],
    shown: { 表一: { A1: '各区市标准', B13: '75', C13: '12' } },
  },
  {
    file: '10_多表.xlsx', growths: [{ sheet: '试点', from: 4, by: 2 }],
    edits: { 城区: block(from(2, 6), 'BC', (row) => row), 郊区: block(from(2, 6), 'BC', (row) => row * 2), 试点: [...block(from(2, 6), 'A', (row) => row - 1), { row: 2, column: 3, value: 120 }] },
    differing: [...sheets(1, 2, 3), book, 'xl/drawings/drawing1.xml'], shown: { 城区: { D7: '40' }, 郊区: { D7: '80' }, 试点: { D2: '120', D7: '120', B8: '5' } },
  },
]

const outOf = (file: string): string => join(folder, file)

async function fill({ file, edits, growths = [] }: Filling): Promise<void> {
  const template = await openTemplate(join(forms, file))
  try {
    for (const growth of growths) expect([growth, await canGrow(template, growth)]).toEqual([growth, true])
    expect(await fillFile(template, new Map(Object.entries(edits)), outOf(file), growths)).toMatchObject({ ok: true })
  } finally {
    template.close()
  }
}

beforeAll(async () => {
  for (const filling of fillings) await fill(filling)
})

function contents(file: string): Map<string, string> {
  return new Map(partsOf(readFileSync(file)).map(({ name, content }) => [name, content.toString('latin1')]))
}
const textOf = (file: string, part: string): string => partsOf(readFileSync(outOf(file))).find(({ name }) => name === part)?.content.toString() ?? ''

describe('a form of another program, filled', () => {
  it.each(fillings)('$file differs in nothing but what was bound and what follows it', ({ file, differing }) => {
    const [before, after] = [contents(join(forms, file)), contents(outOf(file))]
    expect([...before.keys()].filter((name) => after.get(name) !== before.get(name)).toSorted()).toEqual(differing.toSorted())
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual([])
  })

  it.skipIf(!hasLibreOffice)('opens in LibreOffice, every one of the ten, with the sums of what was filled', async () => {
    const run = promisify(execFile)
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    await run('soffice', ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', filter, '--outdir', folder, ...fillings.map(({ file }) => outOf(file))], { timeout: 120_000 })
    const shown = fillings.map(({ file, shown: wanted }) => [file, Object.fromEntries(Object.entries(wanted).map(([sheet, cells]) => {
      const rows = readFileSync(join(folder, `${file.replace(/\.[^.]+$/, '')}-${sheet}.csv`), 'utf8').replace(/^\uFEFF/, '').split('\n').map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
      return [sheet, Object.fromEntries(Object.keys(cells).map((cell) => [cell, rows[Number(cell.slice(1)) - 1]?.[cell.charCodeAt(0) - 65]]))]
    }))])
    expect(shown).toEqual(fillings.map(({ file, shown: wanted }) => [file, wanted]))
  }, 120_000)
})

describe('what hangs on a list that has grown', () => {
  it('comments and their boxes, discussions and page breaks go with their cells', () => {
    const refs = (part: string): string[] => [...textOf('04_批注.xlsx', part).matchAll(/ ref="([A-Z]+\d+)"/g)].map(([, ref = '']) => ref)
    expect(refs('xl/comments1.xml')).toEqual(['A3', 'D10', 'D11', 'A13'])
    expect(refs('xl/threadedComments/threadedComment1.xml')).toEqual(['A13'])
    expect([...textOf('04_批注.xlsx', 'xl/drawings/vmlDrawing1.vml').matchAll(/<x:Row>(\d+)</g)].map(([, row]) => Number(row))).toEqual([2, 9, 10, 12])
    const sheet = textOf('04_批注.xlsx', 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<brk id="11"/)
    expect(sheet).toContain(`location="'名 单'!A13"`)
    expect(textOf('04_批注.xlsx', 'xl/workbook.xml')).toContain("'名 单'!$A$1:$F$13")
  })

  it('merges, drop-downs and conditional formats of the row above hold in the new rows', () => {
    const sheet = textOf('04_批注.xlsx', 'xl/worksheets/sheet1.xml')
    expect([...sheet.matchAll(/<mergeCell ref="(B\d+:C\d+)"/g)].map(([, ref]) => ref)).toEqual(['B3:C3', 'B4:C4', 'B5:C5', 'B6:C6', 'B10:C10', 'B7:C7', 'B8:C8', 'B9:C9'])
    expect([...sheet.matchAll(/<dataValidation [^>]*sqref="([^"]+)"/g)].map(([, ref]) => ref)).toEqual(['D4', 'D5', 'D6:D9', 'D10'])
    expect([...sheet.matchAll(/<conditionalFormatting sqref="([^"]+)"/g)].map(([, ref]) => ref)).toEqual(['A4:F9', 'F4:F10'])
  })

  it('a table, the chart that reads it and the pictures below go on with it', () => {
    expect(textOf('05_表格对象.xlsx', 'xl/tables/table1.xml')).toMatch(/ref="A3:D12".*<autoFilter ref="A3:D11"/s)
    expect(textOf('05_表格对象.xlsx', 'xl/charts/chart1.xml')).toMatch(/明细!\$B\$4:\$B\$11.*明细!\$D\$4:\$D\$11/s)
    expect([...textOf('05_表格对象.xlsx', 'xl/drawings/drawing1.xml').matchAll(/<xdr:row>(\d+)</g)].map(([, row]) => Number(row))[0]).toBe(15)
    expect(textOf('08_共享公式.xlsx', 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain('ref="A1:D8"')
    expect(textOf('08_共享公式.xlsx', 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain('refreshOnLoad="1"')
    expect(textOf('10_多表.xlsx', 'xl/drawings/drawing1.xml')).toContain('textlink="$D$7"')
  })

  it('ranges to the last row of a sheet stay in it, and new rows are seen whatever the row above them is', () => {
    const sheet = textOf('06_两个名单.xlsx', 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('sqref="E3:E1048576"')
    expect([...sheet.matchAll(/<row r="(\d+)"[^>]*hidden="1"/g)].map(([, row]) => row)).toEqual(['5'])
    expect(sheet).toMatch(/<xm:f>'附件''2'' 表'!C3:C8<\/xm:f>/)
    expect([...sheet.matchAll(/<c r="A(\d+)"[^>]*><f>([^<]*)</g)].map(([, row, formula]) => `${row}:${formula}`)).toEqual(['3:1', '4:A3+1', '5:A4+1', '6:A5+1', '7:A6+1', '8:A7+1'])
  })
})

describe('a sheet that cannot grow', () => {
  it.each<[string, string, RowGrowth]>([
    ['an array formula would be cut', '08_共享公式.xlsx', { sheet: '数据', from: 9, by: 1 }],
    ['a pivot table would be cut', '08_共享公式.xlsx', { sheet: '透视', from: 4, by: 1 }],
    ['what is below would fall off the sheet', '08_共享公式.xlsx', { sheet: '数据', from: 5, by: 1_048_570 }],
  ])('%s', async (_why, file, growth) => {
    const template = await openTemplate(join(forms, file))
    expect(await canGrow(template, growth)).toBe(false)
    template.close()
  })
})
