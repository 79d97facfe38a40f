import { describe, expect, it } from 'vitest'
import { seriesOf } from '../../../../../src/renderer/features/records/blocks/fillSeries'
import { continued } from '../../../../../src/renderer/features/records/blocks/fillTexts'

const next = (...texts: string[]): string[] | null => {
  const series = seriesOf(texts)
  return series === null ? null : [-1, texts.length, texts.length + 1].map(series)
}

describe('cells drawn further by their handle', () => {
  it.each([
    [['2019', '2020'], ['2018', '2021', '2022']], [['10', '7', '4'], ['13', '1', '-2']],
    [['2021-01-05', '2021-01-06'], ['2021-01-04', '2021-01-07', '2021-01-08']], [['2020-02-28', '2020-02-29'], ['2020-02-27', '2020-03-01', '2020-03-02']],
    [['2021-01-05', '2021-02-05'], ['2020-12-05', '2021-03-05', '2021-04-05']], [['2020-06-30', '2021-06-30'], ['2019-06-30', '2022-06-30', '2023-06-30']],
    [['2021-01-31', '2021-03-31'], ['2020-11-30', '2021-05-31', '2021-07-31']], [['2021-11', '2021-12'], ['2021-10', '2022-01', '2022-02']],
  ])('go on from %j', (source, expected) => {
    expect(next(...source)).toEqual(expected)
  })

  it.each([[['2021-01-05']], [['2021', '2021']], [['2021-01-05', '']], [['1', '2', '4']], [['第1届', '第2届']], [['007', '008']], [['91370200163562681', '91370200163562682']], [['2021-01', '2021-02-03']]])('are repeated where %j is no series', (source) => {
    expect(next(...source)).toBeNull()
  })

  it('go on column by column, the others repeated, downwards and upwards', () => {
    const source = [['2021-01-05', '甲'], ['2021-01-07', '乙']]
    expect(continued(source, { from: 12, to: 15 }, false)).toEqual([['2021-01-09', '甲'], ['2021-01-11', '乙'], ['2021-01-13', '甲']])
    expect(continued(source, { from: 7, to: 10 }, true)).toEqual([['2020-12-30', '乙'], ['2021-01-01', '甲'], ['2021-01-03', '乙']])
    expect(continued([['甲'], ['乙']], { from: 12, to: 15 }, false)).toBeNull()
  })
})
