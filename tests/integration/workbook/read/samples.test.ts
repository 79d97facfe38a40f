import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../src/main/workbook/types'
import { cellAt, columnIndex, readFile, refusalOf, textOf } from '../../../support/workbooks/readWorkbookFile'

const folder = join(import.meta.dirname, '../../../../resources/samples')

interface ExpectedSheet {
  sheet: string | null
  headerRows: number[]
  mapping: Record<string, { column: string; header: string } | undefined>
}

interface ExpectedStep {
  file: string
  sheets?: ExpectedSheet[]
}

const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { importOrder: ExpectedStep[] }
const steps = expected.importOrder.filter((step) => step.sheets)

describe('the sample files', () => {
  it.each(steps.map((step) => [step.file, step] as const))('%s shows its sheets and headers where they stand', async (file, step) => {
    const read = await readFile(join(folder, file))
    expect(read.sheets.map(({ sheet }) => sheet.name)).toEqual(step.sheets?.map(({ sheet }) => sheet))
    for (const [index, { headerRows, mapping }] of (step.sheets ?? []).entries()) {
      const sheet = read.sheets[index]!
      for (const { column, header } of Object.values(mapping).filter((place) => place !== undefined)) {
        const lastRow = headerRows.toReversed().find((row) => cellAt(sheet, `${column}${row}`) !== null)
        const shown = textOf(cellAt(sheet, `${column}${lastRow ?? 0}`)).replace(/\s/g, '')
        expect(header.replace(/\s/g, '')).toContain(shown)
        expect(shown).not.toBe('')
      }
      expect(sheet.tail.rows).toBe(sheet.rows.length)
    }
  })

  const workbooks = steps.map((step) => step.file).filter((file) => file.endsWith('.xlsx'))
  it.each(workbooks)('%s holds cell by cell what exceljs sees', async (file) => {
    const oracle = new ExcelJS.Workbook()
    await oracle.xlsx.readFile(join(folder, file))
    for (const sheet of (await readFile(join(folder, file))).sheets) {
      const other = oracle.getWorksheet(sheet.sheet.name ?? '')
      const seen: [number, number, string][] = []
      other?.eachRow((row) =>
        row.eachCell((cell) => {
          const isAnchor = cell.master === cell
          const text = isAnchor ? oracleText(cell.value) : ''
          if (text !== '') seen.push([row.number, Number(cell.col), text])
        }),
      )
      const own = sheet.rows.flatMap((row) => row.cells.map((cell, index) => [row.row, index + 1, cellText(cell)] as [number, number, string]))
      expect(own.filter(([, , text]) => text !== '')).toEqual(seen)
    }
  })

  it('an .xls export keeps every cell of its rows', async () => {
    const { info, sheets } = await readFile(join(folder, '13_incoPat导出_青岛_20220110.xls'))
    expect(info).toMatchObject({ format: 'xls', base1904: false, macros: false })
    expect(sheets[0]?.rows).toHaveLength(436)
    expect(sheets[0]?.rows.every((row) => textOf(row.cells[columnIndex('G')] ?? null) !== '')).toBe(true)
  })

  it('an export in GB18030 keeps characters of four bytes', async () => {
    const { info, sheets } = await readFile(join(folder, '15_国知局检索导出.csv'))
    expect(info).toMatchObject({ format: 'csv', encoding: 'gb18030', delimiter: ',' })
    const texts = sheets[0]!.rows.flatMap((row) => row.cells.map(textOf))
    expect(texts.some((text) => /[\u3400-\u4dbf\u{20000}-\u{2ffff}]/u.test(text))).toBe(true)
    expect(texts.some((text) => text.includes('\ufffd'))).toBe(false)
  })

  it('scientific notation of a text table stays text', async () => {
    const { sheets } = await readFile(join(folder, '92_脏数据_专利_科学计数.csv'))
    expect(sheets[0]!.rows.flatMap((row) => row.cells)).toContain('2.015E+11')
  })

  it('the 1904 date system is told and serial numbers are left as they are', async () => {
    const { info, sheets } = await readFile(join(folder, '12_李沧区补报_1904日期系统.xlsx'))
    expect(info.base1904).toBe(true)
    const dates = sheets[0]!.rows.flatMap((row) => row.cells).filter((cell) => typeof cell === 'object' && cell !== null && 'd' in cell)
    expect(dates.length).toBeGreaterThan(0)
  })

  it('hidden sheets are listed and read only when they are named', async () => {
    const path = join(folder, '06_城阳区_2021年度标准制修订调查表.xlsx')
    const usual = await readFile(path)
    expect(usual.info.sheets.map(({ name, state }) => [name, state])).toEqual([['城阳区', 'visible'], ['往年', 'hidden']])
    expect(usual.sheets.map(({ sheet }) => sheet.name)).toEqual(['城阳区'])
    expect((await readFile(path, { sheets: ['往年'] })).sheets.map(({ sheet }) => sheet.name)).toEqual(['往年'])
    expect(await refusalOf(path, { sheets: ['明年'] })).toMatchObject({ code: 'unknown_sheet', at: { sheet: '明年' } })
  })

  it('a preview stops after the rows asked for', async () => {
    for (const file of ['08_国家标准清单_信息平台_2019-2021.xlsx', '13_incoPat导出_青岛_20220110.xls', '20_商标数据_一类一行.csv', '23_知识产权试点示范_XML表格.xls', '21_商标网页导出_实为HTML.xls']) {
      const { sheets } = await readFile(join(folder, file), { maxRows: 5 })
      expect(sheets[0]?.rows.map((row) => row.row)).toEqual([1, 2, 3, 4, 5])
    }
  })

  it('the encrypted workbook asks for its password, refuses a wrong one and opens with the right one', async () => {
    const path = join(folder, '96_加密工作簿_密码qd2022.xlsx')
    expect(await refusalOf(path)).toMatchObject({ code: 'encrypted' })
    expect(await refusalOf(path, { password: 'qd2021' })).toMatchObject({ code: 'wrong_password' })
    const { sheets } = await readFile(path, { password: 'qd2022' })
    expect(sheets[0]?.rows[0]?.cells).toEqual(['单位名称', '统一社会信用代码', '区市'])
  })
})

function oracleText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return 'date'
  if (typeof value !== 'object') return String(value)
  if ('error' in value) return String(value.error)
  if ('richText' in value) return value.richText.map((run) => run.text).join('')
  if ('hyperlink' in value) return typeof value.text === 'string' ? value.text : oracleText(value.text as ExcelJS.CellValue)
  if ('result' in value || 'formula' in value || 'sharedFormula' in value) return value.result === undefined ? 'formula' : oracleText(value.result)
  return ''
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  if ('e' in cell) return cell.e
  return 'f' in cell ? 'formula' : 'date'
}
