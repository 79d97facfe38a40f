import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registerContract, type Input, type RegisterHandlers, type RegisterOperationName } from '../../../../src/shared/bridge/contract'
import type { PrintedCell, ReportPreview } from '../../../../src/shared/bridge/reports'
import { createHandlers } from '../../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { aSettingsChange } from '../../../support/registers/changeSets'
import { inProcessWriter } from '../../../support/registers/inProcessWriter'
import { installOwnFonts } from '../../../support/workbooks/ownFonts'
import { readPdf } from '../../../support/workbooks/readPdf'
import { putSampleRegister } from '../../../support/registers/sampleRegister'

/** Forms through the bridge, on the samples. */
const folder = mkdtempSync(join(tmpdir(), 'report-handlers-'))
const file = join(folder, '台账.bzr')
const opened = createOpenedRegister(vi.fn(), inProcessWriter)
const handlers: RegisterHandlers = createHandlers({ version: '0.1.0', register: opened, today: () => '2022-01-10' })

async function ask<T>(name: RegisterOperationName, input: unknown): Promise<T> {
  const parsed = registerContract[name].input.parse(input) as Input<typeof name>
  const handler = handlers[name] as unknown as (given: unknown) => Promise<{ ok: boolean; value?: unknown; code?: string }>
  const result = await handler(parsed)
  return (result.ok ? registerContract[name].output.parse(result.value) : result) as T
}

beforeAll(async () => {
  vi.stubEnv('XDG_DATA_HOME', installOwnFonts(join(folder, 'own')).XDG_DATA_HOME)
  await putSampleRegister(file)
  await opened.open(file, false)
  await opened.apply(aSettingsChange({ operator: '王芳', office_name: '青岛市市场监督管理局' }))
}, 180_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

const texts = (cells: PrintedCell[], part: PrintedCell['part']) => cells.filter((cell) => cell.part === part).map(({ text }) => text)

describe('the catalogue of forms', () => {
  it('says which options change which form and what there is to choose from', async () => {
    const catalogue = await ask<{ forms: { form: string }[]; populations: { series: string; label: string }[]; districts: string[] }>('reports.catalogue', {})
    expect(catalogue.forms).toContainEqual(expect.objectContaining({ form: 'F1', isDetailList: true, hasLeadRule: true, totalAt: null }))
    expect(catalogue.forms).toContainEqual(expect.objectContaining({ form: 'F6', hasAsOf: true, hasLeadRule: false, hasPopulation: true, totalAt: 'last' }))
    expect(catalogue.populations.map(({ series }) => series)).toContain('census2020')
    expect(catalogue.districts[0]).toBe('市南区')
  })
})

describe('a preview', () => {
  it('prints the form with its title, place, notes and signature, and names the file by the rule', async () => {
    const preview = await ask<ReportPreview>('reports.preview', { form: 'F2', period: '2021' })
    const { cells } = preview.form
    expect(texts(cells, 'title')).toEqual(['2021年青岛市各区市标准制修订情况统计表'])
    expect(texts(cells, 'subtitle')).toEqual(['填报单位：青岛市市场监督管理局（盖章）', '统计期间：2021年1月1日—12月31日', '单位：项'])
    expect(texts(cells, 'note')[0]).toMatch(/^注：1\./)
    expect(texts(cells, 'signature')[0]).toContain('填表人')
    expect(preview.fileName).toBe('青岛市_标准制修订统计表_2021年_20220110.xlsx')
    expect(preview.checks.every(({ ok }) => ok)).toBe(true)
  })

  it('says why a form is blank, and of a filled one nothing', async () => {
    expect((await ask<ReportPreview>('reports.preview', { form: 'F8', period: '2021' })).missing).toBe('缺少数据：台账里没有PCT申请')
    expect((await ask<ReportPreview>('reports.preview', { form: 'F2', period: '2021' })).missing).toBeNull()
  })

  it.each([['F2', '2021'], ['F4', '2021'], ['F6', '2021'], ['F7', '2021'], ['F1', '2021Q1']] as const)('of %s equals the file that is written, cell by cell and merge by merge', async (form, period) => {
    const preview = await ask<ReportPreview>('reports.preview', { form, period })
    const out = join(folder, `${form}.xlsx`)
    expect(await ask('reports.produce', { form, period, file: out })).toMatchObject({ file: out })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(out)
    const [sheet] = workbook.worksheets
    if (!sheet) throw new Error('no sheet')
    for (const { row, column, rowSpan, colSpan, text, isBold } of preview.form.cells) {
      const cell = sheet.getCell(row + 1, column + 1)
      expect(shown(cell)).toBe(text)
      expect(cell.isMerged).toBe(rowSpan * colSpan > 1)
      if (text !== '') expect(cell.font.bold === true).toBe(isBold)
    }
    expect(preview.form.cells.reduce((area, { rowSpan, colSpan }) => area + rowSpan * colSpan, 0)).toBe(preview.form.rowHeights.length * preview.form.columnWidths.length)
    expect(sheet.rowCount).toBe(preview.form.rowHeights.length)
  })

  it('knows the records behind every number of F2, sums included', async () => {
    const preview = await ask<ReportPreview>('reports.preview', { form: 'F2', period: '2021' })
    const linked = preview.form.cells.filter(({ figure }) => figure !== null)
    expect(linked.length).toBeGreaterThan(60)
    for (const { figure, text } of linked) {
      expect(await ask('counting.records', figure)).toMatchObject({ count: Number(text.replace(',', '')), kind: 'standards' })
    }
  })

  it('puts the total where it is asked, and counts by the rule that is asked', async () => {
    const first = await ask<ReportPreview>('reports.preview', { form: 'F2', period: '2021', totalAt: 'first', leadRule: 'first_two' })
    const names = first.form.cells.filter(({ part, column }) => part === 'body' && column === 1).map(({ text }) => text)
    expect(names[0]).toBe('全市合计')
    const last = await ask<ReportPreview>('reports.preview', { form: 'F2', period: '2021' })
    const leads = (preview: ReportPreview) => preview.form.cells.find(({ part, column, isBold }) => part === 'body' && column === 14 && isBold)?.text
    expect(Number(leads(first))).toBeGreaterThan(Number(leads(last)))
  })

  it('of one district lists only its units', async () => {
    const preview = await ask<ReportPreview>('reports.preview', { form: 'F1', period: '2021', district: '崂山区' })
    expect(new Set(preview.form.cells.filter(({ part, column }) => part === 'body' && column === 1).map(({ text }) => text))).toEqual(new Set(['崂山区']))
    expect(preview.fileName).toMatch(/^崂山区_/)
  })

  it('without the population of that time says so', async () => {
    expect(await ask('reports.preview', { form: 'F6', period: '2009' })).toMatchObject({ ok: false, code: 'population_missing' })
  })
})

describe('a form on paper', () => {
  it.each(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11'])('%s has the text of every cell of its preview, and its pages are counted', async (form) => {
    const preview = await ask<ReportPreview>('reports.preview', { form, period: '2021Q4' })
    const out = join(folder, `${form}.pdf`)
    expect(await ask('reports.print', { form, period: '2021Q4', file: out })).toEqual({ pdf: { replacedFonts: [], missingCharacters: '' } })
    const pages = readPdf(out).pages.map(({ texts }) => withoutSpace(texts.join('')))
    const cells = preview.form.cells.map(({ text, part }) => ({ text: withoutSpace(text), part }))
    const header = cells.filter(({ part }) => part === 'header').map(({ text }) => text).join('')
    const whole = pages.map((text, index) => text.replace(`第${index + 1}页，共${pages.length}页`, '').replace(index > 0 && text.includes(header) ? header : '', '')).join('')
    expect(whole.startsWith(cells.map(({ text }) => text).join(''))).toBe(true)
    expect(pages[0]).toMatch(/^第1页，共\d+页/u)
  })

  it('of one district ends with that district alone', async () => {
    const out = join(folder, 'F9_崂山区.xlsx')
    expect(await ask('reports.produce', { form: 'F9', period: '2021', district: '崂山区', file: out })).toMatchObject({ sha256: expect.any(String) })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(out)
    const [list, summary] = book.worksheets.map((sheet) => [...Array(sheet.rowCount).keys()].map((at) => (sheet.getRow(at + 1).values as ExcelJS.CellValue[]).slice(1)))
    const districts = (rows: ExcelJS.CellValue[][] | undefined): ExcelJS.CellValue[] => (rows ?? []).filter(([number]) => typeof number === 'number').map(([, district]) => district ?? null)
    expect(districts(summary)).toEqual(['崂山区'])
    // The awards, and behind them their sum.
    const counted = summary?.find(([number]) => number === 1)?.slice(2).reduce((sum: number, value) => sum + (typeof value === 'number' ? value : 0), 0)
    expect(counted).toBe(2 * districts(list).length)
    expect(summary?.some((cells) => cells.includes('合计') && typeof cells.at(-1) === 'number')).toBe(false)
  })

  it('is kept among the produced ones only when it is saved, with the checksum of its file', async () => {
    const before = await ask<{ reports: unknown[] }>('reports.list', {})
    await ask('reports.print', { form: 'F2', period: '2021', file: join(folder, '只看.pdf') })
    expect((await ask<{ reports: unknown[] }>('reports.list', {})).reports).toHaveLength(before.reports.length)
    const out = join(folder, '存下.pdf')
    const produced = await ask<{ id: number; sha256: string }>('reports.produce', { form: 'F2', period: '2021', file: out })
    expect(createHash('sha256').update(readFileSync(out)).digest('hex')).toBe(produced.sha256)
    const { reports } = await ask<{ reports: unknown[] }>('reports.list', {})
    expect(reports[0]).toMatchObject({ id: produced.id, fileName: '存下.pdf', file: out, sha256: produced.sha256 })
  })
})

describe('a produced form', () => {
  it('is kept with its options, checksum and state', async () => {
    const out = join(folder, '第一次.xlsx')
    const produced = await ask<{ id: number; sha256: string }>('reports.produce', { form: 'F2', period: '2021', leadRule: 'first_two', totalAt: 'first', file: out })
    expect(createHash('sha256').update(readFileSync(out)).digest('hex')).toBe(produced.sha256)
    const { reports } = await ask<{ reports: { id: number }[] }>('reports.list', {})
    expect(reports[0]).toMatchObject({
      id: produced.id, form: 'F2', label: '各区市标准制修订情况统计表', period: '2021', fileName: '第一次.xlsx', file: out, sha256: produced.sha256, operator: '王芳', isCurrent: true,
      options: ['前两位起草单位', '功能区计入所在区市', '合计在首行'],
    })
  })

  it('is laid out for the paper and in the faces that are asked for', async () => {
    const out = join(folder, '大纸.xlsx')
    await ask('reports.produce', { form: 'F2', period: '2021', paper: 'A3', lettering: 'official', file: out })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(out)
    const [sheet] = workbook.worksheets
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape', fitToWidth: 1 })
    expect(['A1', 'A3', 'B6'].map((address) => sheet?.getCell(address).font?.name)).toEqual(['方正小标宋简体', '黑体', '仿宋_GB2312'])
    const { reports } = await ask<{ reports: unknown[] }>('reports.list', {})
    expect(reports[0]).toMatchObject({ options: ['第一起草单位', '功能区计入所在区市', 'A3', '公文字体'] })
  })

  it('leaves no file and no entry where it cannot be written', async () => {
    const before = await ask<{ reports: unknown[] }>('reports.list', {})
    const out = join(folder, '没有这个文件夹', '表.xlsx')
    expect(await ask('reports.produce', { form: 'F2', period: '2021', file: out })).toMatchObject({ ok: false })
    expect(existsSync(out)).toBe(false)
    expect((await ask<{ reports: unknown[] }>('reports.list', {})).reports).toHaveLength(before.reports.length)
  })
})

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/gu, '')
}

/** A cell as a spreadsheet program shows it. */
function shown(cell: ExcelJS.Cell): string {
  const { value, numFmt } = cell
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'number') return cell.text
  if (numFmt.endsWith('%')) return `${(value * 100).toFixed(numFmt.includes('0.00') ? 2 : 1)}%`
  const decimals = /\.(0+)/.exec(numFmt)?.[1]?.length ?? 0
  return numFmt.startsWith('#') ? value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }) : value.toFixed(decimals)
}
