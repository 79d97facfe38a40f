import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IndicatorName } from '../../../../src/shared/domain/catalogue/indicators'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import type { RankRequest } from '../../../../src/main/register/ranking/countingOptions'
import type { RankAnswer, RankRow } from '../../../../src/main/register/ranking/rankAnswer'
import type { RecordsRequest } from '../../../../src/main/register/ranking/recordsBehind'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import { leadRules } from '../../../../src/shared/domain/counting/leadRules'
import { openSampleRegister } from '../../../support/registers/sampleRegister'
import { expectedFigures as expected, f2Cells, type RegionFigures } from '../../../support/registers/expectedFigures'

/** Every figure of the samples' true answers, through import and the same `rank` and `records` that people call. */
let store: SqliteStore
let counting: Counting

beforeAll(async () => {
  store = await openSampleRegister()
  counting = await createCounting(store)
}, 180_000)
afterAll(async () => { await store.close() })

async function rank(indicator: IndicatorName, request: RankRequest): Promise<RankAnswer> {
  const answer = await counting.rank(indicator, request)
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.details)}`)
  return answer.value
}

/** Rows by the names of the expected tables; the total under each of its names. */
function byName(answer: RankAnswer): Record<string, RankRow> {
  const rows = Object.fromEntries(answer.rows.map((row) => [row.name, row]))
  return { ...rows, 全市: answer.total, 全市合计: answer.total, 合计: answer.total }
}

async function column(indicator: IndicatorName, request: RankRequest, names: readonly string[], field: keyof RankRow = 'value'): Promise<unknown[]> {
  const rows = byName(await rank(indicator, request))
  return names.map((name) => rows[name]?.[field] ?? (name === '其他' && field === 'value' ? 0 : null))
}

function names(rows: readonly RegionFigures[]): string[] {
  return rows.map(({ name }) => name)
}

describe('F2 through rank', () => {
  const f2Request = (cell: string): RankRequest => {
    const [kind, role, newOrRevised] = cell.split('/')
    return { filters: [`kind=${kind}`, `role=${role}`, `newOrRevised=${newOrRevised}`] }
  }

  it.each(leadRules)('counts every cell under the rule %s', async (leadRule) => {
    const rows = expected.figures.F2.byRule[leadRule]
    for (const [letter, cell] of f2Cells()) {
      const got = await column('standards', { period: '2021', leadRule, ...f2Request(cell) }, names(rows))
      expect({ letter, got }).toEqual({ letter, got: rows.map((row) => row[letter]) })
    }
  })

  it('ranks totals and states the growth over the year before', async () => {
    for (const [period, rows] of [['2021', expected.figures.F2.byRule.first], ['2020', expected.figures.F2.previousYear.first]] as const) {
      const list = names(rows)
      expect(await column('standards', { period }, list)).toEqual(rows.map(({ Q }) => Q))
      expect(await column('standards', { period, filters: ['role=lead'] }, list)).toEqual(rows.map(({ O }) => O))
      expect(await column('standards', { period, filters: ['role=参与'] }, list)).toEqual(rows.map(({ P }) => P))
      expect(await column('standards', { period }, list, 'rank')).toEqual(rows.map(({ R }) => R))
      expect(await column('standards', { period }, list, 'previous')).toEqual(rows.map((row) => row.Q_previous))
      expect(await column('standards', { period }, list, 'growth')).toEqual(rows.map((row) => row.Q_growth))
    }
  })

  it('cuts 青岛高新区 out of its host when zones are separate', async () => {
    const { rows } = expected.figures.F2.zonesSeparate
    const request: RankRequest = { period: '2021', zones: 'separate' }
    expect(await column('standards', request, names(rows))).toEqual(rows.map(({ Q }) => Q))
    expect(await column('standards', request, names(rows), 'rank')).toEqual(rows.map(({ R }) => R))
    expect(await column('standards', request, names(rows), 'growth')).toEqual(rows.map((row) => row.Q_growth))
    for (const [letter, cell] of f2Cells()) {
      expect(await column('standards', { ...request, ...f2Request(cell) }, names(rows))).toEqual(rows.map((row) => row[letter]))
    }
  })
})

describe('patents', () => {
  it('counts F3: grants of the month by type, and of the year to its end', async () => {
    const { rows } = expected.figures.F3
    expect(await column('patents_granted', { period: '2021-01-01..2021-12-31' }, names(rows))).toEqual(rows.map(({ B }) => B))
    expect(await column('patents_granted', { period: '2021-12' }, names(rows))).toEqual(rows.map(({ C }) => C))
    for (const [type, label] of [['invention', '发明'], ['utility_model', '实用新型'], ['design', '外观设计']] as const) {
      expect(await column('patents_granted', { period: '2021-12', filters: [`type=${type}`] }, names(rows))).toEqual(rows.map((row) => row[label]))
    }
  })

  it.each(['census2020', 'yearend2021'] as const)('counts F4 with the population %s', async (population) => {
    const { rows } = expected.figures.F4[population]
    expect(await column('inventions_valid', { period: '2021' }, names(rows))).toEqual(rows.map(({ B }) => B))
    expect(await column('inventions_valid', { period: '2021' }, names(rows), 'previous')).toEqual(rows.map((row) => row.B_previous))
    expect(await column('inventions_valid', { period: '2021' }, names(rows), 'growth')).toEqual(rows.map(({ growth }) => growth))
    for (const ownerType of ['大专院校', '科研单位', '工矿企业', '机关团体', '个人']) {
      expect(await column('inventions_valid', { period: '2021', filters: [`ownerType=${ownerType}`] }, names(rows))).toEqual(rows.map((row) => row[ownerType]))
    }
    const density = rows.map(({ J }) => (J === '-' ? null : Number(J)))
    expect((await column('inventions_per_10k', { period: '2021', population }, names(rows))).map((value) => value || null)).toEqual(density)
    expect(await column('inventions_per_10k', { period: '2021', population }, names(rows), 'rank')).toEqual(rows.map(({ K }) => K ?? null))
  })

  it('counts F4 with the zone cut out and without a density for it', async () => {
    const rows = expected.figures.F4.zonesSeparate
    const request: RankRequest = { period: '2021', zones: 'separate', population: 'census2020' }
    expect(await column('inventions_valid', request, names(rows))).toEqual(rows.map(({ B }) => B))
    expect(await column('inventions_per_10k', request, names(rows))).toEqual(rows.map(({ J }) => (J === '-' ? null : Number(J))))
    expect(await column('inventions_per_10k', request, names(rows), 'rank')).toEqual(rows.map(({ K }) => K ?? null))
  })

  it.each(['census2020', 'yearend2021'] as const)('counts F6 with the population %s', async (population) => {
    const { rows } = expected.figures.F6[population]
    expect(await column('high_value', { period: '2021' }, names(rows))).toEqual(rows.map(({ I }) => I))
    expect(await column('high_value', { period: '2021' }, names(rows), 'previous')).toEqual(rows.map(({ K }) => K))
    expect(await column('high_value', { period: '2021' }, names(rows), 'growth')).toEqual(rows.map(({ L }) => L))
    for (const criterion of ['strategic', 'overseas_family', 'ten_years', 'pledge', 'award']) {
      expect(await column('high_value', { period: '2021', filters: [`criterion=${criterion}`] }, names(rows))).toEqual(rows.map((row) => row[criterion]))
    }
    expect(await column('high_value_share', { period: '2021' }, names(rows))).toEqual(rows.map(({ J }) => Number.parseFloat(String(J))))
    expect((await column('high_value_per_10k', { period: '2021', population }, names(rows))).map((value) => value || null)).toEqual(rows.map(({ N }) => (N === '-' ? null : Number(N))))
    expect(await column('high_value_per_10k', { period: '2021', population }, names(rows), 'rank')).toEqual(rows.map(({ O }) => O ?? null))
  })

  it('takes the newest population not after the as-of date when none is asked for', async () => {
    expect((await rank('inventions_per_10k', { period: '2021' })).rules.population).toBe('yearend2021')
    expect((await rank('inventions_per_10k', { period: '2021H1' })).rules.population).toBe('yearend2020')
  })

  it('sets the official list of high-value patents against the own count', async () => {
    const answer = await counting.compareHighValue('2021-12-31')
    if (!answer.ok) throw new Error(answer.code)
    const { listed, ownButNotListed, listedButNotOwn } = expected.figures.highValueListComparison
    expect(answer.value).toMatchObject({ listed, own: 128, listedButNotOwn: listedButNotOwn.toSorted() })
    expect(answer.value.ownButNotListed).toEqual(expect.arrayContaining(ownButNotListed))
    expect(answer.value.ownButNotListed).toHaveLength(128 - (listed - listedButNotOwn.length))
  })
})

describe('trademarks', () => {
  it('counts F7 in the statistical year and its stock on the 15th', async () => {
    const { rows } = expected.figures.F7
    const period = '2021'
    for (const [indicator, field, growth] of [['trademarks_applied', 'applied', 'E'], ['trademarks_registered', 'registered', 'H'], ['trademarks_valid', 'valid', 'K']] as const) {
      expect(await column(indicator, { period }, names(rows))).toEqual(rows.map((row) => row[field]))
      expect(await column(indicator, { period }, names(rows), 'previous')).toEqual(rows.map((row) => row[`${field}_prev`]))
      expect(await column(indicator, { period }, names(rows), 'growth')).toEqual(rows.map((row) => row[growth]))
    }
    expect(await column('trademarks_grace', { period }, names(rows))).toEqual(rows.map(({ grace }) => grace))
    expect(await column('trademarks_valid', { period }, names(rows), 'share')).toEqual(rows.map(({ L }) => L))
    expect(await column('trademarks_valid', { period }, names(rows), 'rank')).toEqual(rows.map(({ N }) => N ?? null))
    expect(await column('trademarks_per_100_entities', { period }, names(rows))).toEqual(rows.map(({ M }) => Number(M)))
    expect((await rank('trademarks_valid', { period })).asOf).toBe('2021-12-15')
  })
})

describe('honours and received indicators', () => {
  it('counts F9: awarded honours by level and district', async () => {
    const { rows } = expected.figures.F9
    const kinds = Object.keys(rows.全市 ?? {})
    for (const kind of kinds) {
      const [honour, level] = kind.split('/')
      const got = await column('honours', { period: '2000-01-01..2021-12-31', filters: [`honour=${honour}`, `level=${level}`] }, Object.keys(rows))
      expect({ kind, got }).toEqual({ kind, got: Object.values(rows).map((row) => row[kind] ?? 0) })
    }
  })

  it('lists the province’s figures of the cities as received and ranks them', async () => {
    const { rows } = expected.figures.indicators_received
    const columns = [['standards', 'standards'], ['inventions_valid', 'inventions'], ['high_value_per_10k', 'hv10k'], ['pct', 'pct'], ['trademarks_valid', 'tm']] as const
    for (const [indicator, block] of columns) {
      const answer = await rank(indicator, { period: '2021', source: 'received', scope: 'cities' })
      const got = Object.fromEntries(answer.rows.map(({ name, value, growth, rank: place }) => [name, { value, growth, rank: place }]))
      expect(got).toEqual(Object.fromEntries(Object.entries(rows).map(([city, row]) => [city, row[block]])))
    }
    expect((await rank('trademarks_valid', { period: '2021', source: 'received', scope: 'cities' })).unit).toBe('万件')
  })
})

describe('records behind a number', () => {
  async function keys(indicator: IndicatorName, request: RecordsRequest): Promise<string[]> {
    const answer = await counting.records(indicator, request)
    if (!answer.ok) throw new Error(answer.code)
    expect(answer.value.total).toBe(answer.value.rows.length)
    return [...new Set(answer.value.rows.map(({ key }) => key))].toSorted()
  }

  it('are those of the true answers', async () => {
    for (const block of expected.recordsBehind) {
      const district = block.region
      if (block.standards) {
        const [kind, role, newOrRevised] = block.cell.split('/')
        const filters = [`kind=${kind}`, `role=${role}`, `newOrRevised=${newOrRevised}`]
        expect(await keys('standards', { period: block.period, filters, district })).toEqual(block.standards.toSorted())
      }
      if (block.patents) expect(await keys('inventions_valid', { asOf: block.asOf, district })).toEqual(block.patents.toSorted())
      if (block.trademarks) expect(await keys('trademarks_grace', { asOf: block.asOf, district })).toEqual(block.trademarks.toSorted())
    }
  })

  it.each(['standards', 'patents_granted', 'inventions_valid', 'high_value', 'trademarks_applied', 'trademarks_valid', 'trademarks_grace', 'honours', 'pilots'] as const)(
    'are as many as %s counts, in every row', async (indicator) => {
      for (const zones of ['host', 'separate', 'of_which'] as const) {
        const answer = await rank(indicator, { period: '2021', zones })
        for (const row of [...answer.rows, answer.total]) {
          const records = await counting.records(indicator, { period: '2021', zones, district: row.name })
          expect({ row: row.name, total: records.ok ? records.value.total : records.code }).toEqual({ row: row.name, total: row.value })
        }
      }
    })
})

/** Standards have no row 其他 where nothing counts in it; a density there is none. */
function valueIn(rows: Record<string, RankRow>, name: string): number | null {
  const row = rows[name]
  return row ? row.value : 0
}

describe('an indicator by period', () => {
  const asked = [
    ['patents_granted', '2021-06', { prior: '2021-05', yearToDate: '2021-01-01..2021-06-30' }],
    ['standards', '2021Q1', { prior: '2020Q4', yearToDate: '2021-01-01..2021-03-31' }],
    ['national_participation', '2021H2', { prior: '2021H1', yearToDate: '2021-01-01..2021-12-31' }],
    ['trademarks_registered', '2021Q3', { prior: '2021Q2', yearToDate: '2020-12-16..2021-09-15' }],
    ['inventions_per_10k', '2021Q3', { prior: '2021Q2', yearEnd: '2020' }],
    ['trademarks_valid', '2021-03-01..2021-04-30', { prior: '2020-12-30..2021-02-28', yearEnd: '2020' }],
  ] as const

  it.each(asked)('has in every column of %s in %s what is counted for its days', async (indicator, period, periods) => {
    const answer = await counting.series(indicator, { period, zones: 'separate' })
    if (!answer.ok) throw new Error(answer.code)
    const rows = [...answer.value.rows, answer.value.total]
    for (const [column, name] of [['value', period], ...Object.entries(periods)] as const) {
      const counted = byName(await rank(indicator, { period: name, zones: 'separate' }))
      expect({ column, figures: rows.map((row) => row[column as 'value']) }).toEqual({ column, figures: rows.map(({ name: place }) => valueIn(counted, place)) })
    }
    const now = byName(await rank(indicator, { period, zones: 'separate' }))
    expect(rows.map(({ growth, yearBefore }) => [growth, yearBefore])).toEqual(rows.map(({ name }) => [now[name]?.growth, now[name]?.previous]))
  })

  it('counts since ever, moves by 百分点 where it is a share, and has no growth from nothing', async () => {
    const answer = await counting.series('patents_granted', { period: '2021-06' })
    if (!answer.ok) throw new Error(answer.code)
    expect(answer.value.total).toMatchObject({ value: 2, prior: 2, chain: '0.00%', yearBefore: 6, growth: '-66.7%', yearToDate: 24, yearToDateBefore: 29, yearToDateGrowth: '-17.2%', ever: 428, yearEnd: null, sinceYearEnd: '-' })
    expect(answer.value.rows.find(({ name }) => name === '市南区')).toMatchObject({ prior: 0, chain: '-', share: '50.0%', shareBefore: '33.3%', shareChange: '16.7百分点' })
    expect((await rank('patents_granted', { period: '1900-01-01..2021-06-30' })).total.value).toBe(428)
    expect(await counting.series('patents_granted', { period: '2021', source: 'received' })).toMatchObject({ ok: false, code: 'usage_bad_value' })
  })
})

describe('register totals', () => {
  it('agree in units, standards, patents, marks, honours and pilots', async () => {
    const { standards, patents, trademarks, honours, pilots, units } = expected.registerTotals
    const every = '1900-01-01..2199-12-31'
    const pilotCounts = Object.fromEntries(await Promise.all(Object.keys(pilots.byTypeAndStatus).map(async (key) => {
      const [pilotType, status] = key.split('/')
      return [key, (await rank('pilots', { period: every, filters: [`pilotType=${pilotType}`, `status=${status}`] })).total.value]
    })))
    const columns = await (await counting.columns()).patents()
    expect({
      units: await store.records.count('unit'), standards: await store.records.count('standard'), patents: await store.records.count('patent'),
      registrations: await store.records.count('trademark'), honours: await store.records.count('honour'), pilots: await store.records.count('pilot'),
      awarded: (await rank('honours', { period: every })).total.value, validInCity: (await rank('inventions_valid', { period: '2021' })).total.value,
      granted: Array.from(columns.grantedOn).filter((day) => day !== 0).length, pilotCounts,
    }).toEqual({
      units: units.total, standards: standards.total, patents: patents.total, registrations: trademarks.registrations, honours: honours.total, pilots: pilots.total,
      awarded: honours.awarded, validInCity: patents.validInventions.city, granted: patents.granted, pilotCounts: pilots.byTypeAndStatus,
    })
  })
})
