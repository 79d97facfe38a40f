import { describe, expect, it } from 'vitest'
import type { RankCell, RankColumn } from '../../../../../src/shared/bridge/counting'
import { tabsOf } from '../../../../../src/renderer/features/ranking/figureTabs'
import { periodOptions, typedPeriod } from '../../../../../src/renderer/components/values/periodOptions'
import { firstChoice, withoutIndicator } from '../../../../../src/renderer/features/ranking/rankingChoice'
import { shownRows } from '../../../../../src/renderer/features/ranking/rowOrder'
import { directionOf, printFigure, printGrowth } from '../../../../../src/renderer/components/values/printFigure'

const cell = (rank: number | null): RankCell => ({
  value: rank, previous: null, growth: '-', share: '-', rank, previousRank: null, change: null, ahead: null, behind: null, suppressed: null,
})
const column = (ranks: readonly (number | null)[]): RankColumn => ({
  indicator: 'standards', label: '', short: '', isCounted: true, isDensity: false, hasRoles: true, unit: '项', decimals: 0, isStock: false, from: '', to: '', asOf: '', population: null, divisor: null, problem: null, cells: ranks.map(cell), total: cell(null),
})
const rows = ['甲', '乙', '丙', '丁'].map((name) => ({ code: null, name, level: 'district' as const }))

describe('the order of the rows', () => {
  it('goes by place, ties and rows without a place in administrative order', () => {
    expect(shownRows({ rows, columns: [column([2, null, 1, 2])] }, 'standards')).toEqual([2, 0, 3, 1])
  })

  it('is the administrative one without an indicator', () => {
    expect(shownRows({ rows, columns: [column([2, null, 1, 2])] }, null)).toEqual([0, 1, 2, 3])
  })
})

describe('the choice', () => {
  it('keeps at least one indicator and an order that the table still has', () => {
    const one = withoutIndicator({ ...firstChoice, indicators: ['standards', 'pct'] }, 'standards')
    expect(one).toMatchObject({ indicators: ['pct'], orderBy: 'pct' })
    expect(withoutIndicator(one, 'pct')).toBe(one)
  })

  it('offers whole years, parts of the newest two, and takes any period that is typed', () => {
    const options = periodOptions([2021, 2020, 2019])
    expect(options.slice(0, 4).map(({ label }) => label)).toEqual(['2021 年', '2020 年', '2019 年', '2021 年上半年'])
    expect(options).toHaveLength(15)
    expect(typedPeriod('2021q3')).toEqual({ value: '2021Q3', label: '2021 年 3 季度' })
    expect(typedPeriod('去年')).toBeNull()
  })
})

describe('what is looked at apart', () => {
  it('is the roles of standards and the year before of counts and densities, whatever they are called', () => {
    const facts = { hasRoles: false, isCounted: false, isDensity: false }
    expect(tabsOf({ ...facts, isCounted: true, hasRoles: true })).toEqual(['all', 'lead', 'part', 'before'])
    expect([tabsOf({ ...facts, isCounted: true }), tabsOf({ ...facts, isDensity: true })]).toEqual([['all', 'before'], ['all', 'before']])
    expect(tabsOf(facts)).toEqual(['all'])
  })
})

describe('printed figures', () => {
  it('carry their sign and never a zero for nothing', () => {
    expect([printFigure(null), printFigure(1234567), printFigure(0.1, 2), printFigure(-3)]).toEqual(['—', '1,234,567', '0.10', '−3'])
    expect(['18.3%', '-12.5%', '0.0%', '-', '3.3百分点'].map(printGrowth)).toEqual(['+18.3%', '−12.5%', '0.0%', '—', '+3.3百分点'])
    expect(['18.3%', '-12.5%', '0.0%', '-'].map(directionOf)).toEqual([1, -1, 0, 0])
  })
})
