import { describe, expect, it } from 'vitest'
import { dottedWindow, periodTitle, seriesText, windowText } from '../../../../src/main/register/reports/periodTexts'
import { parsePeriod } from '../../../../src/shared/domain/dates/periods'

function titleOf(text: string): string {
  const period = parsePeriod(text)
  if (!period.ok) throw new Error(text)
  return periodTitle(period.value)
}

describe('periods in print', () => {
  it('head the title as clerks write them', () => {
    expect(['2021', '2021H1', '2021H2', '2021Q3', '2021-06', '2021-01-05..2021-03-01', '2021-12-31..2021-12-31'].map(titleOf)).toEqual([
      '2021年', '2021年上半年', '2021年下半年', '2021年第三季度', '2021年6月', '2021年1月5日—3月1日', '2021年12月31日',
    ])
  })

  it('repeat the year of a window only where it changes', () => {
    expect([windowText('2021-01-01', '2021-12-31'), windowText('2020-12-16', '2021-12-15')]).toEqual(['2021年1月1日—12月31日', '2020年12月16日—2021年12月15日'])
    expect(dottedWindow('2020-12-16', '2021-12-15')).toBe('2020.12.16—2021.12.15')
  })

  it('name the population series', () => {
    expect([seriesText('census2020'), seriesText('yearend2021'), seriesText('census2030')]).toEqual([
      '第七次全国人口普查常住人口（2020年11月1日零时）', '2021年年末常住人口', '2030年全国人口普查常住人口',
    ])
  })
})
