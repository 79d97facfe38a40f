import { describe, expect, it } from 'vitest'
import { formatRounded, growth, perTenThousand, share } from '../../../src/shared/domain/numbers'

/** Derived cells of published tables (report-forms.md F3–F7), from their printed counts. */
describe('the derived cells of published tables', () => {
  it('density of Hunan, July 2025 and November 2020: stock by population in full precision', () => {
    expect([perTenThousand(81_989, 1061.65), perTenThousand(129_829, 6539), perTenThousand(32_981, 839.45)]).toEqual(['77.23', '19.85', '39.29'])
  })

  it.each([
    ['长沙市', [30_783, 1_713, 46_995, 1_270], 80_761, 1_228, 81_989],
    ['其他', [0, 0, 8, 0], 8, 1, 9],
    ['全省', [38_703, 2_720, 84_156, 1_685], 127_264, 2_565, 129_829],
  ])('F4, Hunan July 2025, %s: owners add up to 职务总计, with 个人 to the stock', (_name, services, service, individual, valid) => {
    expect(sum(services)).toBe(service)
    expect(service + individual).toBe(valid)
  })

  it.each([
    ['长沙市', 3_307, [1_274, 1_688, 345], [610, 55, 2_384, 114], 3_163, 144],
    ['全省', 6_587, [1_921, 3_422, 1_244], [873, 62, 4_484, 169], 5_588, 999],
  ])('F3, Hunan August 2023, %s: types and owners each add up to the month', (_name, month, types, services, service, individual) => {
    expect(sum(types)).toBe(month)
    expect(sum(services)).toBe(service)
    expect(service + individual).toBe(month)
  })

  it('F5, Changde 2017: the total of the types, and growth with one decimal', () => {
    expect([sum([66, 63, 54]), sum([11, 81, 63])]).toEqual([183, 155])
    expect([growth(2_511, 2_174), growth(1_279, 1_051)]).toEqual(['15.5%', '21.7%'])
    expect([growth(0, 12), growth(5, 0), growth(5, null)]).toEqual(['-100.0%', '-', '-'])
  })

  it('F7, third quarter of 2024, 广东省: growth over the quarter before as amount and with two decimals', () => {
    expect(300_293 - 330_450).toBe(-30_157)
    expect(formatRounded(((300_293 - 330_450) / 330_450) * 100, 2)).toBe('-9.13')
  })

  it('shares as the press prints them: 576 of 3,140, 54,904 of 28.4 万', () => {
    expect([share(576, 3_140), share(54_904, 284_000)]).toEqual(['18.3%', '19.3%'])
  })
})

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
