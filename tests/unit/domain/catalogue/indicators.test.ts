import { describe, expect, it } from 'vitest'
import { filterDefinitions, filterValue, isFilterName } from '../../../../src/shared/domain/catalogue/filters'
import { allowedFilters, counts, indicatorDefinition, indicatorNames, isCounted, isIndicatorName, isStock, quotients, type IndicatorName } from '../../../../src/shared/domain/catalogue/indicators'
import { ruleTexts } from '../../../../src/shared/domain/catalogue/rules'

describe('the catalogue of indicators', () => {
  it('offers every indicator of the command line’s contract, and lists none twice', () => {
    expect([...indicatorNames].toSorted()).toEqual([...Object.keys(counts), ...Object.keys(quotients)].toSorted())
    expect(new Set(indicatorNames).size).toBe(indicatorNames.length)
    expect([...indicatorNames]).toEqual(expect.arrayContaining([
      'standards', 'national_participation', 'patents_granted', 'inventions_valid', 'inventions_per_10k', 'high_value', 'high_value_share', 'high_value_per_10k',
      'pct', 'trademarks_applied', 'trademarks_registered', 'trademarks_valid', 'trademarks_grace', 'trademarks_per_100_entities', 'honours', 'pilots',
    ]))
    expect(isIndicatorName('constructor')).toBe(false)
  })

  it('gives each the filters of the contract and never one that it fixes itself', () => {
    const ofItself = (name: IndicatorName): string[] => allowedFilters(name).filter((filter) => filter !== 'tags' && filter !== 'unitTags')
    expect(Object.fromEntries(indicatorNames.map((name) => [name, ofItself(name)] as const).filter(([, filters]) => filters.length > 0))).toEqual({
      standards: ['kind', 'role', 'newOrRevised'], patents_applied: ['type', 'ownerType'], patents_granted: ['type', 'ownerType'], patents_valid: ['type', 'ownerType'], inventions_valid: ['ownerType'], high_value: ['criterion', 'ownerType'],
      honours: ['honour', 'level'], pilots: ['pilotType', 'status'],
    })
  })

  it.each(['tags', 'unitTags'] as const)('counts everything that it counts by %s as well', (filter) => {
    expect(indicatorNames.filter((name) => allowedFilters(name).includes(filter))).toEqual(indicatorNames.filter(isCounted))
  })

  it('separates stocks, which have an as-of date, from flows', () => {
    expect(indicatorNames.filter(isStock)).toEqual([
      'patents_valid', 'inventions_valid', 'inventions_per_10k', 'high_value', 'high_value_share', 'high_value_per_10k', 'trademarks_valid', 'trademarks_grace', 'trademarks_per_100_entities',
    ])
  })

  it('names only rules that have a sentence', () => {
    const named = indicatorNames.flatMap((name) => [...indicatorDefinition(name).rules])
    expect(named.filter((rule) => !Object.hasOwn(ruleTexts, rule))).toEqual([])
  })
})

describe('filters', () => {
  it('accept a stored value, its label and its other names, and nothing else', () => {
    expect([filterValue('ownerType', 'university'), filterValue('ownerType', '大专院校'), filterValue('ownerType', '高等院校'), filterValue('ownerType', '大学')])
      .toEqual(['university', 'university', 'university', null])
    expect(filterValue('level', '优秀奖')).toBe('优秀奖')
    expect([isFilterName('kind'), isFilterName('toString')]).toEqual([true, false])
  })

  it('name each value once per filter', () => {
    for (const { values } of Object.values(filterDefinitions)) {
      if (values) expect(new Set(values.map(({ value }) => value)).size).toBe(values.length)
    }
  })
})
