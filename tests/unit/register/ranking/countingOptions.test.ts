import { describe, expect, it } from 'vitest'
import { momentFor, readOptions, yearBefore, type RankRequest } from '../../../../src/main/register/ranking/countingOptions'
import type { IndicatorName } from '../../../../src/shared/domain/catalogue/indicators'

function optionsOf(indicator: IndicatorName, request: RankRequest) {
  const options = readOptions(indicator, request)
  if (!options.ok) throw new Error(options.code)
  return options.value
}

describe('the options of a ranking', () => {
  it('refuse what cli.md does not allow', () => {
    const refused: [IndicatorName, RankRequest, string][] = [
      ['standards', {}, 'usage_missing_argument'],
      ['standards', { period: '2021', asOf: '2021-12-31' }, 'usage_as_of_with_flow'],
      ['trademarks_registered', { asOf: '2021-12-31' }, 'usage_as_of_with_flow'],
      ['standards', { period: '2021Q5' }, 'usage_bad_value'],
      ['standards', { period: '2021', filters: ['type=invention'] }, 'usage_bad_value'],
      ['standards', { period: '2021', filters: ['role=boss'] }, 'usage_bad_value'],
      ['standards', { period: '2021', filters: ['role'] }, 'usage_bad_value'],
      ['high_value', { period: '2021', filters: ['criterion=strategic', 'criterion=award'] }, 'usage_bad_value'],
      ['inventions_valid', { period: '2021', filters: ['type=design'] }, 'usage_bad_value'],
      ['inventions_valid', { period: '2021', scope: 'cities' }, 'usage_bad_value'],
    ]
    expect(refused.map(([indicator, request]) => readOptions(indicator, request))).toEqual(refused.map(([, , code]) => expect.objectContaining({ ok: false, code })))
  })

  it('accept English values and Chinese labels, several for any of them, twice for both', () => {
    expect(optionsOf('standards', { period: '2021', filters: ['kind=国家,industry', 'role=主导'] }).filters).toEqual({ kind: ['national', 'industry'], role: ['lead'] })
    expect(optionsOf('standards', { period: '2021', filters: ['kind=national,industry', 'kind=industry'] }).filters).toEqual({ kind: ['industry'] })
    expect(optionsOf('honours', { period: '2021', filters: ['honour=中国专利奖', 'level=优秀奖'] }).filters).toEqual({ honour: ['中国专利奖'], level: ['优秀奖'] })
  })

  it('take stocks at the end of the period, trademarks on the 15th, or on the day asked for', () => {
    const asOf = (indicator: IndicatorName, request: RankRequest) => momentFor(indicator, optionsOf(indicator, request)).asOf
    expect([asOf('inventions_valid', { period: '2021H1' }), asOf('trademarks_valid', { period: '2021Q3' }), asOf('trademarks_valid', { asOf: '2021-12-31' })])
      .toEqual(['2021-06-30', '2021-09-15', '2021-12-31'])
    expect(momentFor('trademarks_applied', optionsOf('trademarks_applied', { period: '2021' })).window).toEqual({ from: 20201216, to: 20211215 })
  })

  it('ask the same one year earlier, and divide by that year’s market entities', () => {
    const before = (indicator: IndicatorName, request: RankRequest) => momentFor(indicator, yearBefore(optionsOf(indicator, request)))
    expect(before('trademarks_valid', { period: '2021' })).toMatchObject({ asOf: '2020-12-15', year: 2020 })
    expect(before('inventions_valid', { asOf: '2024-02-29' })).toMatchObject({ asOf: '2023-02-28' })
    expect(before('standards', { period: '2021-01-05..2021-03-01' })).toMatchObject({ from: '2020-01-05', to: '2020-03-01' })
  })
})
