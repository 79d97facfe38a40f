import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indicatorNames } from '../../../../src/shared/domain/catalogue/indicators'
import { registerContract, type Input, type Output, type RegisterHandlers, type RegisterOperationName } from '../../../../src/shared/bridge/contract'
import type { RankTable } from '../../../../src/shared/bridge/counting'
import { leadRules } from '../../../../src/shared/domain/counting/leadRules'
import type { Result } from '../../../../src/shared/domain/result'
import { createHandlers } from '../../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { inProcessWriter } from '../../../support/registers/inProcessWriter'
import { readFile } from '../../../support/workbooks/readWorkbookFile'
import { sampleClock } from '../../../support/registers/sampleImport'
import { putSampleRegister } from '../../../support/registers/sampleRegister'
import { expectedFigures as expected } from '../../../support/registers/expectedFigures'

/** The window's ranking and first page on the samples, through the bridge's own handlers. */
const folder = mkdtempSync(join(tmpdir(), 'counting-'))
const opened = createOpenedRegister(() => undefined, inProcessWriter)
const handlers: RegisterHandlers = createHandlers({ version: '0.1.0', register: opened, today: () => sampleClock.today })

async function tryAsk<K extends RegisterOperationName>(name: K, input: unknown): Promise<Result<Output<K>>> {
  const handler = handlers[name] as unknown as (given: Input<K>) => Promise<Result<Output<K>>>
  const result = await handler(registerContract[name].input.parse(input) as Input<K>)
  if (result.ok) registerContract[name].output.parse(result.value)
  return result
}

async function ask<K extends RegisterOperationName>(name: K, input: unknown): Promise<Output<K>> {
  const result = await tryAsk(name, input)
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`)
  return result.value
}

beforeAll(async () => {
  const path = join(folder, '样例.bzr')
  await putSampleRegister(path)
  const status = await opened.open(path, false)
  if (!status.ok) throw new Error(status.code)
}, 180_000)
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

const indicators = ['standards', 'high_value_per_10k', 'inventions_valid', 'trademarks_valid'] as const
const census = { period: '2021', population: 'census2020' }

function cellsByName(table: RankTable, column: number) {
  return Object.fromEntries(table.rows.map(({ name }, row) => [name, table.columns[column]?.cells[row]]))
}

describe('what can be asked', () => {
  it('offers every indicator, the years with figures and the populations of the register', async () => {
    const choices = await ask('counting.indicators', {})
    expect(choices.indicators.map(({ name }) => name)).toEqual(indicatorNames)
    expect(choices).toMatchObject({ period: '2021', districtCount: 10, cityCount: 16 })
    expect(choices.populations).toContain('census2020')
    expect(choices.received[0]).toMatchObject({ period: '2021', indicators: expect.arrayContaining(['standards', 'pct']) })
  })
})

describe('the table of tagged units', () => {
  it('has only what belongs to units with one of the tags, says so, and lists just these behind a number', async () => {
    const { handle } = await ask('lists.open', { kind: 'units', filters: [{ field: 'district', values: ['崂山区'] }] })
    const { rows } = await ask('lists.page', { handle, from: 0, to: 200 })
    for (const { id } of rows.slice(0, 20)) await ask('records.edit', { kind: 'units', id, field: 'tags', text: '重点企业', before: '' })
    const narrowed = { ...census, unitTags: ['重点企业'] }
    const table = await ask('counting.table', { indicators: ['standards', 'inventions_valid', 'high_value_per_10k'], choice: narrowed })
    const [standards, inventions, density] = table.columns
    const all = await ask('counting.table', { indicators: ['standards', 'inventions_valid'], choice: census })
    expect(inventions?.total.value).toBeGreaterThan(0)
    expect(inventions?.total.value).toBeLessThan(all.columns[1]?.total.value ?? 0)
    expect(inventions?.cells.filter(({ value }) => value !== 0)).toHaveLength(1)
    expect((await ask('counting.records', { indicator: 'inventions_valid', choice: narrowed, row: null })).count).toBe(inventions?.total.value)
    expect((await ask('counting.records', { indicator: 'standards', choice: narrowed, row: '崂山区' })).count).toBe(standards?.cells[table.rows.findIndex(({ name }) => name === '崂山区')]?.value)
    expect(density?.problem).toEqual({ code: 'not_by_unit_tags', details: {} })
    expect(table.notes[0]).toBe('只计标签为重点企业的单位的记录，位次按这些记录排。')
    for (let times = 0; times < 20; times++) await ask('records.undo', {})
    expect((await ask('counting.table', { indicators: ['inventions_valid'], choice: narrowed })).columns[0]?.total.value).toBe(0)
  })
})

describe('the table', () => {
  it('shows value, growth, place and change of every district as in the true answers', async () => {
    const table = await ask('counting.table', { indicators, choice: census })
    const rows = expected.figures.F2.byRule.first.filter(({ name }) => name !== '全市合计')
    const before = Object.fromEntries(expected.figures.F2.previousYear.first.map(({ name, R }) => [name, R]))
    const cells = cellsByName(table, 0)
    expect(rows.map(({ name }) => ({ name, ...pick(cells[name]) }))).toEqual(rows.map(({ name, Q, R, Q_growth }) =>
      ({ name, value: Q, rank: R, growth: Q_growth, change: R === null ? null : Number(before[name]) - Number(R) })))
    expect(table.columns[0]?.total).toMatchObject({ value: 129, growth: '18.3%', rank: null })
    const density = expected.figures.F4.census2020.rows
    expect(density.length).toBeGreaterThan(10)
    expect(table.columns[2]?.cells.slice(0, 10).map((cell) => cell.value)).toEqual(density.slice(0, 10).map(({ B }) => B))
  })

  it('lets nobody fall from a first place that all had with nothing', async () => {
    const [column] = (await ask('counting.table', { indicators: ['standards'], choice: { period: '2019' } })).columns
    expect(column?.total.previous).toBe(0)
    expect(column?.cells.some(({ rank, previousRank }) => rank !== null && rank > 1 && previousRank === 1)).toBe(true)
    expect(column?.cells.map(({ change }) => change)).toEqual(column?.cells.map(() => null))
  })

  it('states the distance to the place before and the lead over the place behind, also on ties', async () => {
    const cells = cellsByName(await ask('counting.table', { indicators, choice: census }), 0)
    expect(cells['崂山区']).toMatchObject({ value: 45, rank: 1, ahead: null, behind: 9 })
    expect(cells['城阳区']).toMatchObject({ value: 21, rank: 4, ahead: 3, behind: 1 })
    expect(cells['即墨区']).toMatchObject({ value: 21, rank: 4, ahead: 3, behind: 1 })
    expect(cells['莱西市']).toMatchObject({ rank: 10, ahead: 7, behind: null })
    const densities = cellsByName(await ask('counting.table', { indicators, choice: census }), 1)
    expect(densities['市南区']).toMatchObject({ value: 0.27, rank: 2, ahead: 0.17 })
  })

  it('names what a density was divided by: which population, how large, from which file', async () => {
    const table = await ask('counting.table', { indicators: ['high_value_per_10k', 'trademarks_per_100_entities', 'standards'], choice: census })
    const sources = ['02_人口_两种口径.xlsx']
    expect(table.columns[0]?.divisor).toMatchObject({ name: '第七次全国人口普查常住人口（2020年11月1日零时）', unit: '万人', total: 1007.1722, sources })
    expect(table.columns[0]?.divisor?.values[0]).toBe(48.6643)
    expect(table.columns[1]?.divisor).toMatchObject({ name: '2021年末市场主体', unit: '户', sources: ['03_市场主体_2020-2021.xlsx'] })
    expect(table.columns[2]?.divisor).toBeNull()
    const behind = await ask('counting.records', { indicator: 'high_value_per_10k', row: '市南区', choice: census })
    expect(behind.divisor).toEqual({ name: '第七次全国人口普查常住人口（2020年11月1日零时）', unit: '万人', value: 48.6643, sources })
    const before = await ask('counting.records', { indicator: 'trademarks_per_100_entities', row: null, choice: { period: '2021' }, isYearBefore: true })
    expect(before.divisor).toMatchObject({ name: '2020年末市场主体' })
    expect((await ask('counting.records', { indicator: 'standards', row: '市南区', choice: census })).divisor).toBeNull()
  })

  it('counts by another lead rule when asked for the leading ones', async () => {
    for (const leadRule of leadRules) {
      const lead = await ask('counting.records', { indicator: 'standards', row: '崂山区', filters: ['role=lead'], choice: { period: '2021', leadRule } })
      expect({ leadRule, count: lead.count }).toEqual({ leadRule, count: expected.figures.F2.byRule[leadRule].find(({ name }) => name === '崂山区')?.['O'] })
    }
  })

  it('cuts the zone out of its host, and says why a zone inside its host has no place', async () => {
    const separate = cellsByName(await ask('counting.table', { indicators, choice: { period: '2021', zones: 'separate' } }), 0)
    expect(separate['青岛高新区']?.value).toBe(expected.figures.F2.zonesSeparate.rows.find(({ name }) => name === '青岛高新区')?.['Q'])
    const within = cellsByName(await ask('counting.table', { indicators, choice: { period: '2021', zones: 'of_which' } }), 0)
    expect(within['青岛高新区']).toMatchObject({ rank: null, suppressed: 'zone' })
  })

  it('keeps the column of an indicator without a population, with the reason', async () => {
    const table = await ask('counting.table', { indicators, choice: { period: '2005' } })
    expect(table.columns[1]).toMatchObject({ indicator: 'high_value_per_10k', problem: { code: 'population_missing' } })
    expect(table.columns[0]?.problem).toBeNull()
  })

  it('says of a kind without a record that there is none, instead of ranking zeros', async () => {
    const table = await ask('counting.table', { indicators: ['pct'], choice: census })
    expect(table.columns[0]).toMatchObject({ problem: { code: 'no_records' }, total: { value: null, rank: null } })
  })

  it('compares the cities by the received figures, unchanged', async () => {
    const table = await ask('counting.table', { indicators: ['standards', 'pct'], choice: { period: '2021', scope: 'cities' } })
    const received = expected.figures.indicators_received.rows
    expect(table.rows).toHaveLength(16)
    const cells = cellsByName(table, 0)
    for (const [city, figures] of Object.entries(received)) expect({ city, ...pick(cells[city], ['value', 'rank']) }).toEqual({ city, value: figures['standards']?.value, rank: figures['standards']?.rank })
  })

  it('says its rules in words with the numbers of this table', async () => {
    const { notes, rules } = await ask('counting.table', { indicators, choice: census })
    expect(notes.join('')).toContain('全市 129 项去重，区市之和 204 项')
    expect(notes.join('')).toContain('全市 1007.17 万人')
    expect(notes.join('')).toContain('有效注册商标截至 2021-12-15')
    expect(rules.find(({ text }) => text.startsWith('位次按印出的数值'))).toMatchObject({ about: '全部指标' })
  })

  it('refuses a period that is none', async () => {
    expect(await tryAsk('counting.table', { indicators, choice: { period: '20211' } })).toMatchObject({ code: 'usage_bad_value' })
  })
})

describe('the records behind a number', () => {
  it('are as many as the number says, for every cell of the table', async () => {
    for (const zones of ['host', 'of_which'] as const) {
      const all = ['standards', 'patents_granted', 'inventions_valid', 'high_value', 'trademarks_applied', 'trademarks_valid', 'trademarks_grace', 'honours', 'pilots'] as const
      const table = await ask('counting.table', { indicators: all, choice: { period: '2021', zones } })
      expect([table.columns.length, table.rows.length > 9]).toEqual([all.length, true])
      for (const column of table.columns) {
        for (const [index, { name }] of [...table.rows, { name: null }].entries()) {
          const { value } = column.cells[index] ?? column.total
          const { count } = await ask('counting.records', { indicator: column.indicator, choice: { period: '2021', zones }, row: name })
          expect({ indicator: column.indicator, name, count }).toEqual({ indicator: column.indicator, name, count: value ?? 0 })
        }
      }
    }
  }, 120_000)

  it('are the standards of the true answers, page by page, with the unit that counted and its place', async () => {
    for (const { form, region, cell, standards, leadRule } of expected.recordsBehind as (typeof expected.recordsBehind[number] & { leadRule?: string })[]) {
      if (form !== 'F2' || !standards) continue
      const [kind, role, newOrRevised] = cell.split('/')
      const request = { indicator: 'standards', row: region === '全市合计' ? null : region, filters: [`kind=${kind}`, `role=${role}`, `newOrRevised=${newOrRevised}`], choice: { period: '2021', leadRule } }
      const { handle, count } = await ask('counting.records', request)
      const first = await ask('counting.page', { handle, from: 0, to: 1 })
      const rest = await ask('counting.page', { handle, from: 1, to: count })
      const rows = [...first.rows, ...rest.rows]
      expect(rows.map(({ key }) => key).toSorted()).toEqual(standards.toSorted())
      for (const row of rows) expect(row).toMatchObject({ party: expect.stringMatching(/./), note: expect.stringMatching(/^第 \d+(\/\d+)? 位$/) })
    }
  })

  it('stand in the list grid as well, under the same handle', async () => {
    const { handle, count, kind } = await ask('counting.records', { indicator: 'inventions_valid', row: '崂山区', choice: { period: '2021' } })
    const { rows } = await ask('lists.page', { handle, from: 0, to: count })
    expect({ kind, count, rows: rows.length, city: new Set(rows.map(({ cells }) => cells['district'])) }).toEqual({ kind: 'patents', count: 40, rows: 40, city: new Set(['崂山区']) })
  })

  it('list a mark once for each of its classes, each class once', async () => {
    const { handle, count } = await ask('counting.records', { indicator: 'trademarks_valid', row: null, choice: { period: '2021' } })
    const rows = [...(await ask('counting.page', { handle, from: 0, to: 100 })).rows, ...(await ask('counting.page', { handle, from: 100, to: count })).rows]
    expect(count).toBe(332)
    expect(new Set(rows.map(({ key, note }) => `${key} ${note}`)).size).toBe(count)
  })

  it('name the recipient of an honour before the honour', async () => {
    const { handle, count } = await ask('counting.records', { indicator: 'honours', row: '崂山区', filters: [], choice: { period: '2021' } })
    const { rows } = await ask('counting.page', { handle, from: 0, to: count })
    for (const { key, title } of rows) expect({ key, title }).toEqual({ key: expect.not.stringContaining('奖'), title: expect.stringContaining('奖') })
    expect(rows.length).toBeGreaterThan(0)
  })

  it('split by kind, and answer for the year before', async () => {
    const request = { indicator: 'standards', row: '崂山区', choice: { period: '2021' } }
    expect((await ask('counting.records', { ...request, filters: ['role=lead'] })).parts).toEqual([{ label: '国际', count: 2 }, { label: '国家', count: 10 }, { label: '行业', count: 2 }])
    expect((await ask('counting.records', { ...request, isYearBefore: true })).count).toBe(22)
    expect((await ask('counting.records', request)).besides).toEqual({ all: 45, lead: 14, part: 31, before: 22 })
  })
})

describe('series and export', () => {
  it('follows an indicator over years', async () => {
    const series = await ask('counting.series', { indicator: 'standards', choice: { period: '2021' }, years: 3 })
    expect(series.points.map(({ period, total }) => [period, total]).slice(1)).toEqual([['2020', 109], ['2021', 129]])
    expect(series.points[2]?.values[series.rows.indexOf('崂山区')]).toBe(45)
  })

  it('has the places of each year as the ranking of that year has them', async () => {
    const series = await ask('counting.series', { indicator: 'standards', choice: { period: '2021' }, years: 2 })
    for (const { period, ranks } of series.points) {
      const table = await ask('counting.table', { indicators: ['standards'], choice: { period } })
      expect(ranks).toEqual(series.rows.map((name) => table.columns[0]?.cells[table.rows.findIndex((row) => row.name === name)]?.rank))
    }
  })

  it('has a square for every district', async () => {
    const { tiles } = await ask('counting.tiles', {})
    const { rows } = await ask('counting.table', { indicators: ['standards'], choice: { period: '2021' } })
    expect(tiles.map(({ code }) => code).toSorted()).toEqual(rows.flatMap(({ code, level }) => (level === 'district' && code !== null ? [code] : [])).toSorted())
  })

  it('writes the table with its rules as a workbook', async () => {
    const file = join(folder, '排名.xlsx')
    await ask('counting.export', { indicators, choice: census, file })
    const { sheets } = await readFile(file)
    const text = JSON.stringify(sheets)
    expect(text).toContain('崂山区')
    expect(text).toContain('区市之和 204 项')
    expect(text).toContain('口径说明')
  })
})

describe('a cross table in the window', () => {
  const question = { query: { kind: 'patents' as const }, rows: 'district', columns: 'type', period: '2021', indicator: 'inventions_valid' }

  it('counts what an indicator counts, and opens as many records as every number says', async () => {
    const table = await ask('crosstab.table', question)
    const ranked = await ask('counting.table', { indicators: ['inventions_valid'], choice: { period: '2021' } })
    expect(table.total).toBe(ranked.columns[0]?.total.value)
    for (const { value, total } of table.tables[0]?.rows ?? []) {
      const found = await ask('crosstab.records', { question, cell: { row: value } })
      expect(found.count).toBe(total)
      expect((await ask('counting.page', { handle: found.handle, from: 0, to: found.count })).rows).toHaveLength(found.count)
    }
  })

  it('names a mark once, with all of its classes', async () => {
    const marks = { query: { kind: 'trademarks' as const }, rows: 'district', columns: 'status' }
    const found = await ask('crosstab.records', { question: marks, cell: {} })
    const { rows } = await ask('counting.page', { handle: found.handle, from: 0, to: 50 })
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows.some(({ note }) => /^第 \d+(、\d+)+ 类$/u.test(note))).toBe(true)
  })

  it('offers the indicators of its kind', async () => {
    const { indicators: offered } = await ask('counting.indicators', {})
    expect(offered.filter(({ kind, isCounted }) => kind === 'trademarks' && isCounted).map(({ name }) => name)).toEqual(['trademarks_applied', 'trademarks_registered', 'trademarks_valid', 'trademarks_grace'])
    expect(await tryAsk('crosstab.table', { ...question, indicator: 'trademarks_valid' })).toMatchObject({ ok: false, code: 'usage_bad_value' })
  })

  it('is refused where it is more than a window shows, and written all the same', async () => {
    const large = { query: { kind: 'patents' as const }, rows: 'applicationNumber', columns: 'title', split: 'type' }
    expect(await tryAsk('crosstab.table', large)).toMatchObject({ ok: false, code: 'table_too_large', details: { most: 200_000 } })
    const file = join(folder, '大表.xlsx')
    await ask('crosstab.export', { question: { ...question, indicator: 'inventions_valid' }, share: 'column', file })
    const text = JSON.stringify((await readFile(file)).sheets)
    expect(text).toContain('按“有效发明专利拥有量”计入的记录')
    expect(text).toContain('占本列')
  })
})

describe('the first page', () => {
  it('shows the seven figures with growth and the received place', async () => {
    const { figures } = await ask('counting.workbench', { period: '2021' })
    expect(figures.map(({ id, value, previous, missing }) => [id, value, previous, missing])).toEqual([
      ['standards', 129, 109, null], ['high_value', 0.12, 0.12, null], ['pct', null, null, 'records'], ['trademarks', 332, 315, null],
      ['patent_awards', 5, 5, null], ['quality_awards', 4, 0, null], ['brands', 11, 7, null],
    ])
    expect(figures[0]?.received).toMatchObject({ value: 540, rank: 1, rival: { name: '东营市', value: 482, difference: 58 }, difference: 411 })
    expect(figures[2]?.received).toMatchObject({ value: 1300, rank: 1, difference: null })
    expect(figures[1]?.quotient).toMatchObject({ count: 128 })
  })

  it('lists imports, what waits and what falls due, each line with as many records as it says', async () => {
    const page = await ask('counting.workbench', { period: '2021' })
    expect(page.imports.length).toBeGreaterThan(0)
    expect(page.questionCount).toBeGreaterThan(0)
    for (const { kind, within } of page.due) {
      for (const { days, count } of within) expect((await ask('counting.worklist', { due: kind, days })).count).toBe(count)
    }
    const year = page.due.map(({ within }) => within.at(-1)?.count ?? 0)
    expect(year.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
    for (const { kind, count } of page.attention) expect((await ask('counting.worklist', { attention: kind })).count).toBe(count)
  })

  it('answers an empty register with no figure at all', async () => {
    await opened.open(join(folder, '空.bzr'), true)
    const { figures, population } = await ask('counting.workbench', { period: '2021' })
    expect(figures.map(({ value, missing }) => [value, missing])).toEqual(figures.map(() => [null, 'records']))
    expect(population).toBeNull()
  })
})

function pick(cell: RankTable['columns'][number]['cells'][number] | undefined, names: readonly (keyof NonNullable<typeof cell>)[] = ['value', 'rank', 'growth', 'change']) {
  return Object.fromEntries(names.map((name) => [name, cell?.[name]]))
}
