import ExcelJS from 'exceljs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeForms, type FormOptions, type FormSheet, type TextSheet } from '../../../../src/main/workbook/write/form/formWriter'
import { districtForm } from './districtForm'
import { convertWithLibreOffice, hasLibreOffice, hasOpenpyxl, readWithOpenpyxl } from './officePrograms'

const explanations: TextSheet = {
  kind: 'text', name: '口径说明', title: '口径说明', paper: 'A4',
  columns: [{ header: '指标', width: 24 }, { header: '定义', width: 80 }],
  rows: [['主导', '本区市单位为第一起草单位。'.repeat(20)], ['=1+1', '']],
}

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'form-'))
  path = join(folder, '报表.xlsx')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function options(form: FormSheet = districtForm): FormOptions {
  return { sheets: [form, explanations], creator: '标知台账', createdAt: Date.UTC(2022, 0, 10), footer: '第 &P 页 共 &N 页' }
}

async function writtenSheet(form: FormSheet = districtForm): Promise<ExcelJS.Worksheet> {
  expect(await writeForms(path, options(form))).toMatchObject({ ok: true, value: { sheets: [form.name, '口径说明'] } })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return book.worksheets[0]!
}

const valuesOf = (sheet: ExcelJS.Worksheet, row: number): unknown[] => districtForm.columns.map((_, column) => sheet.getCell(row, column + 1).value)

describe('a printed form', () => {
  it('has title, subtitle, header, body, notes and signature in the rows of the skeleton', async () => {
    const sheet = await writtenSheet()
    expect(['A1', 'A2', 'C3', 'C4', 'C5', 'R3'].map((cell) => sheet.getCell(cell).value)).toEqual([districtForm.title, districtForm.subtitle.left, '国际标准', '主导', '制定', '位次'])
    expect(valuesOf(sheet, 6)).toEqual(districtForm.rows[0]?.map((cell) => cell.value))
    expect(valuesOf(sheet, 16)).toEqual(districtForm.rows[10]?.map((cell) => cell.value))
    expect([17, 18, 19, 20].map((row) => sheet.getCell(row, 1).value)).toEqual([...districtForm.notes, districtForm.signature])
  })

  it('merges the header as report-forms.md draws it', async () => {
    const sheet = await writtenSheet()
    const merges = sheet.model.merges.map(String)
    expect(merges).toEqual(expect.arrayContaining([
      'A1:R1', 'A3:A5', 'B3:B5', 'C3:F3', 'G3:J3', 'K3:N3', 'O3:Q3', 'R3:R5', 'C4:D4', 'E4:F4', 'O4:O5', 'P4:P5', 'Q4:Q5', 'A17:R17', 'A20:R20',
    ]))
  })

  it('looks official: large bold title, lines round header and body, bold total, numbers with separators', async () => {
    const sheet = await writtenSheet()
    expect(sheet.getCell('A1').font).toMatchObject({ size: 18, bold: true, name: '黑体' })
    for (const cell of ['A3', 'R5', 'D5', 'A6', 'R16']) expect(Object.values(sheet.getCell(cell).border).map((side) => side?.style)).toEqual(Array(4).fill('thin'))
    expect([sheet.getCell('C6').font.bold, sheet.getCell('C16').font.bold, sheet.getCell('C16').numFmt]).toEqual([undefined, true, '#,##0'])
  })

  it('prints on landscape A4, one page wide and long, header repeated, pages numbered', async () => {
    const sheet = await writtenSheet()
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 1, horizontalCentered: true, printArea: 'A1:R20', printTitlesRow: '3:5',
    })
    expect([sheet.headerFooter.oddFooter, sheet.views[0]]).toMatchObject(['&C第 &P 页 共 &N 页', { state: 'frozen', xSplit: 2, ySplit: 5 }])
  })

  it('prints what no page can hold on as many as it needs, at the size that its width allows', async () => {
    const rows = Array.from({ length: 6 }, () => districtForm.rows).flat()
    expect((await writtenSheet({ ...districtForm, rows })).pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 0 })
    expect((await writtenSheet({ ...districtForm, notes: Array.from({ length: 14 }, (_, at) => `${at + 1}.注。`) })).pageSetup).toMatchObject({ fitToHeight: 1 })
  })

  it('puts explanations a little too long for a page on one all the same', async () => {
    const fitOf = async (count: number): Promise<number | undefined> => {
      const rows = Array.from({ length: count }, (_, at) => [`第${at + 1}条`, '按发布日期计'])
      await writeForms(path, { ...options(), sheets: [districtForm, { ...explanations, rows }] })
      const book = new ExcelJS.Workbook()
      await book.xlsx.readFile(path)
      return book.worksheets[1]?.pageSetup.fitToHeight
    }
    expect([await fitOf(24), await fitOf(60)]).toEqual([1, 0])
  })

  it('keeps the header in row 3 when a statistics-law block stands above the unit of measure', async () => {
    const sheet = await writtenSheet({ ...districtForm, headBlock: ['表号：专受表7', '制定机关：国家知识产权局'] })
    const block = sheet.getRow(2).values
    expect(Array.isArray(block) ? block.at(-1) : block).toBe('表号：专受表7\n制定机关：国家知识产权局\n单位：项')
    expect(sheet.getCell('C3').value).toBe('国际标准')
  })

  it('stores dates as dates, percentages as fractions, identifiers and formula-like texts as text', async () => {
    const form: FormSheet = {
      ...districtForm, columns: [{}, {}, {}, {}, {}], frozenColumns: 0,
      header: ['发布日期', '同比', '代码', '名称', '备注'].map((text, column) => ({ row: 0, column, text })),
      rows: [[{ value: '2021-05-06', format: 'yyyy-mm-dd' }, { value: 0.381, format: '0.0%' }, { value: '0012' }, { value: '=1+1' }, { value: null }]],
      bodyMerges: [{ row: 0, column: 3, colSpan: 2 }],
    }
    const sheet = await writtenSheet(form)
    expect(['A4', 'B4', 'C4', 'D4'].map((cell) => [sheet.getCell(cell).value, sheet.getCell(cell).numFmt])).toEqual([
      [new Date('2021-05-06'), 'yyyy-mm-dd'], [0.381, '0.0%'], ['0012', '@'], ['=1+1', '@'],
    ])
    expect(sheet.model.merges.map(String)).toContain('D4:E4')
  })

  it('is the same file for the same content', async () => {
    await writeForms(path, options())
    await writeForms(join(folder, 'again.xlsx'), options())
    expect((await readFile(path)).equals(await readFile(join(folder, 'again.xlsx')))).toBe(true)
  })

  it('rejects a definition whose header leaves a hole or whose row does not fit', async () => {
    await expect(writeForms(path, options({ ...districtForm, header: districtForm.header.slice(1) }))).rejects.toThrow('hole')
    await expect(writeForms(path, options({ ...districtForm, rows: [[{ value: 1 }]] }))).rejects.toThrow('does not fit')
  })

  it.skipIf(!hasOpenpyxl)('opens in openpyxl with the same cells and merged ranges', async () => {
    await writeForms(path, options())
    const sheets = await readWithOpenpyxl(path)
    expect(Object.keys(sheets)).toEqual([districtForm.name, '口径说明'])
    expect(sheets[districtForm.name]?.rows[5]?.map(([, value]) => value)).toEqual(districtForm.rows[0]?.map((cell) => cell.value))
    expect(sheets[districtForm.name]?.merges).toContain('C3:F3')
    expect(sheets['口径说明']?.rows.at(-1)).toEqual([['s', '=1+1'], ['n', null]])
  })

  it.skipIf(!hasLibreOffice)('is printed by LibreOffice on one page per sheet', async () => {
    await writeForms(path, options())
    const pdf = (await convertWithLibreOffice(path, 'pdf')).toString('latin1')
    expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)]).toHaveLength(2)
  })
})
