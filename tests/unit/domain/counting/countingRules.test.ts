import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedStandard, countStandards } from '../../../../src/shared/domain/counting/countStandards'
import { countHighValue, highValueDefinitionOn, isMaintainedTenYears } from '../../../../src/shared/domain/counting/highValue'
import { leadRules, leadingUnits } from '../../../../src/shared/domain/counting/leadRules'
import { rankDescending } from '../../../../src/shared/domain/counting/rank'
import { standardStateOn } from '../../../../src/shared/domain/counting/standardState'
import { exactSum, formatRounded, growth, parseFigure, perTenThousand, percentagePoints, share } from '../../../../src/shared/domain/numbers'
import { trademarkStateOn } from '../../../../src/shared/domain/trademarks/trademark'

const units = ['甲', '乙', '丙'].map((name, index) => ({ name, position: index + 1 }))

describe('the lead rule', () => {
  it.each([
    ['first', { units, length: 3 }, ['甲']],
    ['first_two', { units, length: 3 }, ['甲', '乙']],
    ['named_in_foreword', { units, length: 3 }, ['甲', '乙']],
    ['named_in_foreword', { units, length: 3, forewordLead: ['丙'] }, ['丙']],
    ['named_in_foreword', { units: units.slice(0, 1), length: 1, forewordLead: ['丙'] }, ['甲']],
    ['first', { units: [{ name: '丙', position: 3 }], length: 9 }, []],
  ] as const)('%s', (rule, list, expected) => {
    expect(leadingUnits(list, rule).map((unit) => unit.name)).toEqual(expected)
  })
})

const district = fc.constantFrom('370202', '370211', '370212', null)
const standard = fc.array(district, { minLength: 1, maxLength: 6 }).map((districts): CountedStandard => ({
  standardNo: 'S', length: districts.length, units: districts.map((code, at) => ({ name: `u${at}`, position: at + 1, district: code })),
}))
const standards = fc.array(standard)

describe('counting standards', () => {
  it('never lets a lead exceed its full count, nor the city exceed the sum of the districts', () => {
    fc.assert(fc.property(standards, fc.constantFrom(...leadRules), (list, rule) => {
      const { full, lead, cityTotal, cityLead } = countStandards(list, rule)
      for (const [code, count] of lead) expect(count).toBeLessThanOrEqual(full.get(code) ?? 0)
      expect(cityLead).toBeLessThanOrEqual(cityTotal)
      expect(cityTotal).toBeLessThanOrEqual([...full.values()].reduce((sum, count) => sum + count, 0))
      expect(cityTotal).toBe(list.filter((one) => one.units.some((unit) => unit.district !== null)).length)
    }))
  })
})

describe('states on a day', () => {
  it('follows publication, effect and abolition of a standard', () => {
    const dates = { publishedOn: '2023-07-11', effectiveOn: '2023-09-01', abolishedOn: '2025-01-01' }
    expect(['2023-07-11', '2023-08-31', '2023-09-01', '2024-12-31', '2025-01-01'].map((day) => standardStateOn(dates, day)))
      .toEqual(['upcoming', 'upcoming', 'in_force', 'in_force', 'abolished'])
  })

  it('follows a mark through term, renewal, grace and cancellation', () => {
    const mark = { registeredOn: '2011-01-21' }
    expect(['2011-01-20', '2011-01-21', '2020-01-20', '2021-01-20', '2021-01-21', '2021-07-20', '2021-07-21'].map((day) => trademarkStateOn(mark, day)))
      .toEqual(['not_registered', 'in_term', 'renewal_window', 'renewal_window', 'grace', 'grace', 'expired'])
    expect(trademarkStateOn({ ...mark, termEndOn: '2031-01-20' }, '2021-12-15')).toBe('in_term')
    expect(trademarkStateOn({ ...mark, cancelledOn: '2015-01-01' }, '2015-01-01')).toBe('cancelled')
    expect(trademarkStateOn({ registeredOn: null }, '2015-01-01')).toBe('not_registered')
  })
})

describe('high-value patents', () => {
  it('need strictly more than ten years', () => {
    expect(['2021-12-30', '2021-12-31', '2022-01-01'].map((day) => isMaintainedTenYears('2011-12-31', day))).toEqual([false, false, true])
    expect(isMaintainedTenYears(null, '2021-12-31')).toBe(false)
  })

  it('use the definition in force on the day', () => {
    const shorter = { name: '四项', validFrom: '2026-01-01', criteria: ['strategic', 'overseas_family', 'ten_years', 'award'] as const }
    const definitions = [shorter, highValueDefinitionOn('2021-06-01')]
    expect(['2019-01-01', '2025-12-31', '2026-01-01'].map((day) => highValueDefinitionOn(day, definitions).name)).toEqual(['国家知识产权局2021年口径', '国家知识产权局2021年口径', '四项'])
  })

  it('count once however many criteria hold', () => {
    expect(countHighValue([['award', 'strategic'], [], ['award']])).toMatchObject({ total: 2, byCriterion: { award: 2, strategic: 1, pledge: 0 } })
  })
})

describe('printed figures', () => {
  it('round half away from zero on the decimal text', () => {
    expect([formatRounded(1.005, 2), formatRounded(-1.005, 2), formatRounded(2.5, 0), formatRounded(-0.001, 2), formatRounded(5e-7, 6), formatRounded(1e21, 0)])
      .toEqual(['1.01', '-1.01', '3', '0.00', '0.000001', '1000000000000000000000'])
  })

  it('print a dash where there is nothing to divide by', () => {
    expect([growth(1, 0), growth(1, null), growth(null, 1), share(1, 0), perTenThousand(1, null), perTenThousand(1, 0)]).toEqual(Array(6).fill('-'))
  })

  it('keep growth, share and percentage points apart', () => {
    expect([growth(576, 464), share(576, 3140), percentagePoints('18.3%', '15.1%'), growth(57, 40)]).toEqual(['24.1%', '18.3%', '3.2', '42.5%'])
  })

  it('add decimals like a pocket calculator', () => {
    expect(exactSum([0.1, 0.2, 1007.1722])).toBe(1007.4722)
    expect(exactSum([])).toBe(0)
  })

  it('share the better rank among equals and skip the next', () => {
    expect(rankDescending([5, 10, null, 8, 8])).toEqual([4, 1, null, 2, 2])
  })

  it.each<[string | number, number, string | null, number]>([
    ['1,234件', 1234, '件', 0], ['18.4万件', 184_000, '件', 500], ['49.98万人', 499_800, '人', 50], ['12%', 12, '%', 0], ['１１２．２５', 112.25, null, 0.005],
    [' 194.54 ', 194.54, null, 0.005], ['1,143,300人', 1_143_300, '人', 0], ['40.0万件', 400_000, '件', 500], ['-0.5%', -0.5, '%', 0.05], [0.235, 0.235, null, 0],
  ])('%s is read with its unit and precision', (text, value, unit, uncertainty) => {
    expect(parseFigure(text)).toMatchObject({ ok: true, value, unit, uncertainty })
  })

  it.each<[string, string]>([['-', 'missing_value'], ['待定', 'missing_value'], ['', 'missing_value'], ['1,23', 'bad_number'], ['三十', 'bad_number'], ['1.2.3', 'bad_number']])(
    '%s is %s', (text, code) => {
      expect(parseFigure(text)).toMatchObject({ ok: false, code })
    })
})
