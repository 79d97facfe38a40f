import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import type { ReportRequest } from '../../../../src/main/register/reports/produceReport'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import type { FormName } from '../../../../src/shared/domain/catalogue/forms'
import { leadRules } from '../../../../src/shared/domain/counting/leadRules'
import { openSampleRegister } from '../../../support/registers/sampleRegister'
import { expectedFigures as expected, f2Cells, type RegionFigures } from '../../../support/registers/expectedFigures'

/** The forms of report-forms.md from the samples, read back by another program and laid beside the true answers. */
let store: SqliteStore
let counting: Counting
const folder = mkdtempSync(join(tmpdir(), 'reports-'))
const by = { operator: '王芳', now: Date.UTC(2022, 0, 17) }

beforeAll(async () => {
  store = await openSampleRegister()
  counting = await createCounting(store)
}, 180_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

type Cells = Record<string, ExcelJS.CellValue>

interface Produced { sheet: ExcelJS.Worksheet; workbook: ExcelJS.Workbook; bytes: Buffer; sha256: string; rows: Record<string, Cells> }

/** Produces a form and reads it back; `rows` are its body rows by the name in `nameColumn`. */
async function produce(form: FormName, request: Omit<ReportRequest, 'out'>, nameColumn = 'B'): Promise<Produced> {
  const out = join(folder, `${form}-${Math.random().toString(36).slice(2)}.xlsx`)
  const produced = await counting.report(form, { ...request, out }, by)
  if (!produced.ok) throw new Error(`${produced.code} ${JSON.stringify(produced.details)}`)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(out)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  const rows: Record<string, Cells> = {}
  sheet.eachRow((row) => {
    const name = row.getCell(nameColumn).text
    if (name !== '') rows[name] = Object.fromEntries(letters(row.cellCount).map((letter) => [letter, row.getCell(letter).value]))
  })
  return { sheet, workbook, rows, bytes: readFileSync(out), sha256: produced.value.answer.sha256 }
}

function letters(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index))
}

/** A printed text of the true answers as the number a cell holds: "41.9%" is 0.419. */
function asCell(value: string | number | null | undefined): ExcelJS.CellValue {
  if (typeof value !== 'string' || value === '-') return value ?? null
  return value.endsWith('%') ? Math.round(Number.parseFloat(value) * 10) / 1000 : Number(value)
}

function compare(rows: Record<string, Cells>, wanted: readonly RegionFigures[], columns: Readonly<Record<string, string>>): void {
  for (const row of wanted) {
    const got = Object.fromEntries(Object.keys(columns).map((letter) => [letter, rows[row.name]?.[letter] ?? null]))
    const want = Object.fromEntries(Object.entries(columns).map(([letter, field]) => [letter, asCell(row[field])]))
    expect({ name: row.name, ...got }).toEqual({ name: row.name, ...want })
  }
}

function sameLetters(text: string): Record<string, string> {
  return Object.fromEntries([...text].map((letter) => [letter, letter]))
}

describe('F2', () => {
  it.each(leadRules)('holds every cell of the true answers under the rule %s', async (leadRule) => {
    const { rows } = await produce('F2', { period: '2021', leadRule })
    compare(rows, expected.figures.F2.byRule[leadRule], { ...Object.fromEntries(f2Cells().map(([letter]) => [letter, letter])), ...sameLetters('OPQR') })
  })

  it('lays its header out as the province prints it, with title, lines, notes and signature', async () => {
    const { sheet } = await produce('F2', { period: '2021' })
    expect([sheet.getCell('A1').text, sheet.getCell('A2').text]).toEqual(['2021年青岛市各区市标准制修订情况统计表', '填报单位：青岛市市场监督管理局（盖章）'])
    const header = { A3: '序号', B3: '区市', C3: '国际标准', G3: '国家标准', K3: '行业标准', O3: '合计', R3: '位次', C4: '主导', E4: '参与', C5: '制定', D5: '修订', N5: '修订', O4: '主导', Q4: '合计' }
    expect(Object.fromEntries(Object.keys(header).map((address) => [address, sheet.getCell(address).text]))).toEqual(header)
    expect(sheet.model.merges).toEqual(expect.arrayContaining(['A3:A5', 'B3:B5', 'C3:F3', 'G3:J3', 'K3:N3', 'O3:Q3', 'R3:R5', 'C4:D4', 'E4:F4', 'O4:O5', 'P4:P5', 'Q4:Q5']))
    const texts = sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])).filter((value) => typeof value === 'string')
    expect(texts.some((text) => text.includes('同一标准有多个区市单位参与的，各区市分别计1项，全市合计按标准去重。'))).toBe(true)
    expect(texts.some((text) => text.includes('统计期间：2021年1月1日—12月31日'))).toBe(true)
    expect(texts.some((text) => text.startsWith('单位负责人：'))).toBe(true)
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1 })
  })

  it('shows the zone as a row of its own when zones are separate', async () => {
    const { rows } = await produce('F2', { period: '2021', zones: 'separate' })
    compare(rows, expected.figures.F2.zonesSeparate.rows, sameLetters('CDEFGHIJKLMNOPQR'))
  })
})

describe('F4, F6 and F7', () => {
  it.each(['census2020', 'yearend2021'] as const)('F4 holds the true answers with the population %s', async (population) => {
    const { rows } = await produce('F4', { period: '2021', population }, 'A')
    const columns = { B: 'B', C: '大专院校', D: '科研单位', E: '工矿企业', F: '机关团体', G: '职务总计', H: '个人', I: 'I', J: 'J', K: 'K' }
    compare(rows, expected.figures.F4[population].rows, columns)
  })

  it.each(['census2020', 'yearend2021'] as const)('F6 holds the true answers with the population %s', async (population) => {
    const { rows } = await produce('F6', { period: '2021', population })
    const columns = { C: 'C', D: 'strategic', E: 'overseas_family', F: 'ten_years', G: 'pledge', H: 'award', I: 'I', J: 'J', K: 'K', L: 'L', M: 'M', N: 'N', O: 'O' }
    compare(rows, expected.figures.F6[population].rows, columns)
  })

  it('F7 holds the true answers, the total first', async () => {
    const { rows, sheet } = await produce('F7', { period: '2021' })
    const columns = { C: 'applied', D: 'applied_prev', E: 'E', F: 'registered', G: 'registered_prev', H: 'H', I: 'valid', J: 'valid_prev', K: 'K', L: 'L', M: 'M', N: 'N' }
    compare(rows, expected.figures.F7.rows, columns)
    expect(sheet.getCell('B5').text).toBe('合计')
    expect(sheet.getRow(2).values).toContain('统计期间：2020.12.16—2021.12.15')
  })
})

describe('F1', () => {
  it('lists each standard once per unit of the district, identifiers as text', async () => {
    const { sheet } = await produce('F1', { period: '2021', district: '崂山区' })
    const fields = ['district', 'unit', 'uscc', 'standardNo', 'title', 'kind', 'nature', 'newOrRevised', 'replaces', 'rankInList', 'listLength', 'role']
    const got: string[] = []
    sheet.eachRow((row, number) => {
      if (number > 3 && typeof row.getCell('A').value === 'number') got.push(fields.map((_, at) => row.getCell(at + 2).text).join('|'))
    })
    // What the two revised international standards replace stands in none of the files.
    const known = (row: Record<string, string | number>, field: string) => (row.kind === '国际' && field === 'replaces' ? '' : String(row[field]))
    const wanted = expected.figures.F1.rows.map((row) => fields.map((field) => known(row, field)).join('|'))
    expect(got.toSorted()).toEqual(wanted.toSorted())
    expect(typeof sheet.getCell('D4').value).toBe('string')
  })
})

describe('a produced report', () => {
  it('is the same file when it is produced again, and carries its rules on a second sheet', async () => {
    const first = await produce('F6', { period: '2021' })
    const second = await produce('F6', { period: '2021' })
    expect(second.bytes.equals(first.bytes)).toBe(true)
    expect(first.sha256).toBe(createHash('sha256').update(first.bytes).digest('hex'))
    expect(first.workbook.worksheets.map(({ name }) => name)).toEqual(['每万人口高价值发明专利拥有量情况表', '口径说明'])
    const texts = first.workbook.worksheets[1]?.getColumn(3).values ?? []
    expect(texts).toEqual(expect.arrayContaining(['high_value_per_10k', 'high_value_union', 'rank_competition', 'zones_host']))
  })

  it('is recorded with its parameters, cells and checksum, without changing the register’s sequence', async () => {
    const sequence = await store.sequence()
    const out = join(folder, 'recorded.xlsx')
    const produced = await counting.report('F4', { period: '2021', population: 'census2020', out }, by)
    if (!produced.ok) throw new Error(produced.code)
    await store.reports.add(produced.value.record)
    const [kept] = await store.reports.list()
    expect(kept).toMatchObject({ form: 'F4', period: '2021', asOf: '2021-12-31', fileName: 'recorded.xlsx', operator: '王芳', sequence, sha256: produced.value.answer.sha256 })
    expect(kept?.parameters).toMatchObject({ population: 'census2020', zones: 'host' })
    expect(kept?.values.at(-1)?.slice(0, 2)).toEqual(['全市', 240])
    expect(await store.sequence()).toBe(sequence)
  })

  it('is refused without a file where the population is missing, the place unknown or an as-of date has no stock', async () => {
    const out = join(folder, 'refused.xlsx')
    const codes = [
      await counting.report('F4', { period: '2021', population: 'yearend2018', out }, by),
      await counting.report('F1', { period: '2021', district: '历下区', out }, by),
      await counting.report('F2', { period: '2021', asOf: '2021-06-30', out }, by),
      await counting.report('F2', { out }, by),
    ].map((result) => (result.ok ? 'ok' : result.code))
    expect(codes).toEqual(['population_missing', 'unknown_name', 'usage_as_of_with_flow', 'usage_missing_argument'])
    expect(() => readFileSync(out)).toThrow()
  })
})

describe('F3', () => {
  it('holds the month, its types and the year so far of the true answers', async () => {
    const { rows } = await produce('F3', { period: '2021-12' }, 'A')
    const wanted = expected.figures.F3.rows.filter(({ name }) => name !== '其他')
    compare(rows, wanted, { B: 'B', C: 'C', D: '发明', E: '实用新型', F: '外观设计' })
  })
})

describe('F5', () => {
  it('puts the city first and grants into L to T, each growth from the year so far', async () => {
    const { rows, sheet } = await produce('F5', { period: '2021-12' }, 'A')
    expect(sheet.getCell('A6').text).toBe('全市')
    expect(rows['全市']).toMatchObject({ L: 3, M: 3, R: 45, S: 63, T: -0.286 })
  })
})

describe('F9', () => {
  it('lists one row per award that counts, and districts by award on the second sheet', async () => {
    const { workbook, sheet } = await produce('F9', { period: '2010-01-01..2022-12-31' }, 'C')
    const wanted = expected.figures.F9.rows['全市'] ?? {}
    const listed: Record<string, number> = {}
    sheet.eachRow((row) => {
      if (typeof row.getCell('A').value !== 'number') return
      const award = `${row.getCell('E').text}/${row.getCell('F').text}`
      listed[award] = (listed[award] ?? 0) + 1
    })
    expect(listed).toEqual(wanted)
    const total = workbook.worksheets[1]?.getColumn('B').values.indexOf('全市') ?? 0
    expect(workbook.worksheets[1]?.getRow(total).getCell('S').value).toBe(Object.values(wanted).reduce((sum, count) => sum + count, 0))
  })
})

describe('F9 and F11', () => {
  it.each(['F9', 'F11'] as const)('%s lists districts in the administrative order, units of a zone among those of its host', async (form) => {
    const { sheet } = await produce(form, { period: '2018-01-01..2022-12-31' }, 'A')
    const named: string[] = []
    sheet.eachRow((row) => { if (typeof row.getCell('A').value === 'number') named.push(row.getCell('B').text) })
    const inOrder = ['市南区', '市北区', '黄岛区', '崂山区', '李沧区', '城阳区', '即墨区', '胶州市', '平度市', '莱西市', '']
    expect(named).toContain('城阳区')
    expect(named).toEqual(named.toSorted((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b)))
  })
})

describe('F10', () => {
  it('shows the figures of the cities as received, with their own units and places', async () => {
    const { rows, sheet } = await produce('F10', { period: '2021', scope: 'cities' })
    expect(sheet.getCell('S3').text).toContain('万件')
    const qingdao = rows['青岛市'] ?? {}
    const ranked = await counting.rank('standards', { period: '2021', scope: 'cities', source: 'received' })
    expect(ranked.ok && ranked.value.rows.find(({ name }) => name === '青岛市')).toMatchObject({ value: qingdao.C, rank: qingdao.F })
  })
})

describe('F11', () => {
  it('pays the amounts of the measure and stops at the yearly cap of a unit', async () => {
    const { sheet } = await produce('F11', { period: '2021', yearlyCap: 30 }, 'A')
    const byUnit = new Map<string, number>()
    sheet.eachRow((row) => {
      if (typeof row.getCell('A').value !== 'number') return
      byUnit.set(row.getCell('D').text, (byUnit.get(row.getCell('D').text) ?? 0) + Number(row.getCell('J').value))
    })
    expect(byUnit.size).toBeGreaterThan(10)
    expect(Math.max(...byUnit.values())).toBe(30)
  })
})
