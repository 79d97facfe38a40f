import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cliHere, jsonHere } from '../support/faults/cliHere'
import { importSample } from '../support/registers/sampleImport'
import { tempRegister } from '../support/registers/tempRegister'

/** rank, records, report, compare, indicators and forms as cli.md writes them, in this process. */
const register = tempRegister()

beforeAll(async () => {
  const store = register.open()
  for (const file of ['01_单位名录_2021.xlsx', '02_人口_两种口径.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx', '13_incoPat导出_青岛_20220110.xls']) {
    expect(await importSample(store, file)).toMatchObject({ ok: true })
  }
  await store.close()
})
afterAll(() => register[Symbol.dispose]())

function json(...words: string[]) {
  return jsonHere([...words, '--register', register.path])
}

describe('rank', () => {
  it('answers with the rules it followed, the rows in administrative order and the city apart', async () => {
    const { code, answer } = await json('rank', 'standards', '--period', '2021', '--lead-rule', 'first_two', '--filter', 'role=lead')
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      indicator: 'standards', unit: '项', period: '2021', asOf: '2021-12-31',
      rules: { leadRule: 'first_two', zones: 'host', source: 'own', scope: 'districts', filters: { role: ['lead'] } },
      total: { code: '370200', name: '全市', level: 'city', rank: null, share: '100.0%' },
    })
    const { rows } = answer as { rows: { code: string; level: string }[] }
    expect(rows.map(({ code: district }) => district)).toEqual(['370202', '370203', '370211', '370212', '370213', '370214', '370215', '370281', '370283', '370285'])
    expect(Object.keys(rows[0] ?? {})).toEqual(['code', 'name', 'level', 'value', 'rank', 'previous', 'previousRank', 'growth', 'share'])
  })

  it('gives a percentage as 41.9 and its change in 百分点', async () => {
    const { answer } = await json('rank', 'national_participation', '--period', '2021')
    expect(answer).toMatchObject({ unit: '%', total: { value: expect.any(Number) as number, growth: expect.stringMatching(/^-?\d+\.\d百分点$/) as string, share: '-' } })
  })

  it('leaves 其他 and the zone without a density and a rank', async () => {
    const { answer } = await json('rank', 'inventions_per_10k', '--period', '2021', '--zones', 'separate', '--population', 'census2020')
    const { rows } = answer as { rows: { name: string; value: number | null; rank: number | null }[] }
    for (const name of ['青岛高新区', '其他']) expect(rows.find((row) => row.name === name)).toMatchObject({ value: null, rank: null })
  })

  it.each([
    [['rank', 'standards', '--period', '2021', '--as-of', '2021-12-31'], 2, 'usage_as_of_with_flow'],
    [['rank', 'standards'], 2, 'usage_missing_argument'],
    [['rank', 'cats', '--period', '2021'], 2, 'usage_bad_value'],
    [['rank', 'inventions_per_10k', '--period', '2015'], 1, 'population_missing'],
    [['rank', 'inventions_per_10k', '--period', '2021', '--population', 'yearend2018'], 1, 'population_missing'],
    [['rank', 'trademarks_per_100_entities', '--period', '2021'], 1, 'market_entities_missing'],
    [['records', 'standards', '--period', '2021', '--district', '历下区'], 1, 'unknown_name'],
    [['report', 'F12', '--period', '2021', '--out', 'x.xlsx'], 2, 'usage_bad_value'],
    [['report', 'F2', '--period', '2021', '--out', 'x.docx'], 2, 'usage_bad_value'],
    [['report', 'F2', '--period', '2021'], 2, 'usage_missing_argument'],
  ])('refuses %j', async (words, code, error) => {
    expect(await json(...words)).toMatchObject({ code, answer: { error: { code: error } } })
  })

  it('prints a table for people', async () => {
    const { stdout } = await cliHere(['rank', 'patents_granted', '--period', '2021', '--register', register.path])
    expect(stdout).toContain('专利授权量')
    expect(stdout).toContain('崂山区')
  })
})

describe('records', () => {
  it('opens the number behind a district named by an alias, as many as it counts', async () => {
    const { answer } = await json('records', 'standards', '--period', '2021', '--district', '西海岸新区')
    const ranked = (await json('rank', 'standards', '--period', '2021')).answer as { rows: { name: string; value: number }[] }
    const { total, rows } = answer as { total: number; rows: { kind: string; key: string }[] }
    expect(total).toBe(ranked.rows.find(({ name }) => name === '黄岛区')?.value)
    expect(rows).toHaveLength(total)
    expect(rows[0]).toMatchObject({ kind: 'standards', key: expect.stringMatching(/^GB/) as string })
  })
})

describe('report', () => {
  it('writes the form, answers with its checks and records it', async () => {
    const out = join(register.folder, 'F4.xlsx')
    const { code, answer } = await json('report', 'F4', '--period', '2021', '--population', 'census2020', '--out', out, '--today', '2022-01-17')
    expect(code).toBe(0)
    expect(existsSync(out)).toBe(true)
    expect(answer).toMatchObject({ form: 'F4', file: out, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, period: '2021', asOf: '2021-12-31', rules: { population: 'census2020' } })
    expect((answer as { checks: { ok: boolean }[] }).checks.every(({ ok }) => ok)).toBe(true)
    const store = register.open('read')
    expect(await store.reports.list()).toMatchObject([{ form: 'F4', fileName: 'F4.xlsx' }])
    await store.close()
  })
})

describe('restate', () => {
  it('tells people in their own words what has been done to which record since, and where to look when nothing is frozen', async () => {
    const by = ['--operator', '王芳', '--today', '2022-01-17', '--register', register.path]
    const unknown = await cliHere(['restate', 'F2', '--period', '2021', ...by])
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('没有封存。请核对统计期，或先封存') as string })
    expect(await cliHere(['freeze', 'F2', '--period', '2021', ...by])).toMatchObject({ code: 0 })
    const { answer } = await json('records', 'standards', '--period', '2021', '--district', '崂山区')
    const [standard] = (answer as { rows: { key: string }[] }).rows
    if (!standard) throw new Error('the samples have standards of 崂山区')
    expect(await cliHere(['set', 'standards', standard.key, 'title=改过的名称', ...by])).toMatchObject({ code: 0 })
    const { stdout } = await cliHere(['restate', 'F2', '--period', '2021', ...by])
    expect(stdout).toContain('新增 0，退出 0，移动 0，改动 1')
    const told = stdout.split('\n').find((line) => line.includes(standard.key))?.trim().split(/ {2,}/)
    expect(told?.slice(0, 3)).toEqual(['标准', standard.key, '改动'])
    expect(told?.at(-1)).toBe('王芳 手工修改 标准名称')
  })
})

describe('compare, indicators and forms', () => {
  it('answer without a list handed down, with definitions and options', async () => {
    expect((await json('compare', 'high_value', '--as-of', '2021-12-31')).answer).toMatchObject({ listed: 0, listedButNotOwn: [] })
    const { answer: indicators } = await json('indicators')
    expect(indicators).toContainEqual(expect.objectContaining({ indicator: 'high_value', label: '高价值发明专利拥有量', options: expect.arrayContaining(['as-of']) as string[] }))
    const { answer: forms } = await json('forms')
    expect((forms as { form: string }[]).map(({ form }) => form)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11'])
  })
})
