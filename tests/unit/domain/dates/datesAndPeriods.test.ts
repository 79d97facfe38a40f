import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears, earliestDay, parseDate } from '../../../../src/shared/domain/dates/dates'
import { type Period, parsePeriod, previousPeriod, previousYear, windowOf, yearToDate } from '../../../../src/shared/domain/dates/periods'

describe('dates as clerks write them', () => {
  it.each<[string | number, string]>([
    ['2021-03-05 00:00:00', '2021-03-05'], ['2021-03-05T00:00:00Z', '2021-03-05'], ['2021-03-05T16:00:00.000Z', '2021-03-06'], ['2021-03-05 23:00:00+08:00', '2021-03-05'], ['2021年3月5日10:30', '2021-03-05'],
    ['2021.03.05.', '2021-03-05'], ['2021 年 3 月', '2021-03'], ['二〇二一年十二月三十一日', '2021-12-31'], ['2021年', '2021'],
    ['25/3/2021', '2021-03-25'], ['5/5/2021', '2021-05-05'], ['5 Mar 2021', '2021-03-05'], ['1606780800000', '2020-12-01'],
    ['2021/03', '2021-03'], ['2021.12', '2021-12'], [2021.03, '2021-03'], [2021.2, '2021-02'], [44260.75, '2021-03-05'], ['202103', '2021-03'],
    ['二〇二一年三月廿五日', '2021-03-25'], ['二〇二一年十二月卅一日', '2021-12-31'], ['贰零贰壹年零叁月伍日', '2021-03-05'], ['2021年03月05日10时30分', '2021-03-05'],
    ['20210305.0', '2021-03-05'], ['202103.0', '2021-03'], ['2021.0', '2021'],
  ])('%s is %s', (text, value) => {
    expect(parseDate(text)).toMatchObject({ ok: true, value })
  })

  it.each<[string | number, string]>([
    ['201203', 'two_digit_year'], ['21年3月', 'two_digit_year'], ['2021.1', 'ambiguous_month'], ['20140101(20151223)', 'ambiguous_order'],
    ['13/13/2021', 'bad_date'], ['2021年 月 日', 'bad_format'], [-5, 'bad_format'], [Number.NaN, 'bad_format'], ['2021-02-29', 'bad_date'],
  ])('%s is not guessed: %s', (text, code) => {
    expect(parseDate(text)).toMatchObject({ ok: false, code })
  })

  it('reads a date cell in the workbook\'s own date system, whatever its size', () => {
    expect(parseDate({ d: 44_260 })).toMatchObject({ value: '2021-03-05' })
    expect(parseDate({ d: 42_798 }, { base1904: true })).toMatchObject({ value: '2021-03-05' })
    expect(parseDate({ d: 59 })).toMatchObject({ value: '1900-02-28' })
    expect(parseDate({ d: 61 })).toMatchObject({ value: '1900-03-01' })
    expect(parseDate({ d: 60 })).toMatchObject({ ok: false, code: 'bad_date' })
  })

  it('counts days, months and years like a calendar', () => {
    expect([addDays('2024-02-28', 1), addDays('2021-01-01', -1), addMonths('2024-08-31', 6), addMonths('2021-01-15', -1), addYears('2024-02-29', 1)])
      .toEqual(['2024-02-29', '2020-12-31', '2025-02-28', '2020-12-15', '2025-02-28'])
    expect(['2021', '2021-02', '2021-02-03'].map(earliestDay)).toEqual(['2021-01-01', '2021-02-01', '2021-02-03'])
  })
})

function period(text: string): Period {
  const parsed = parsePeriod(text)
  if (!parsed.ok) throw new Error(parsed.code)
  return parsed.value
}

describe('periods', () => {
  it.each<[string, string, string]>([
    ['2021', '2021-01-01..2021-12-31', '2020-12-16..2021-12-15'],
    ['2021H1', '2021-01-01..2021-06-30', '2020-12-16..2021-06-15'],
    ['2021Q3', '2021-07-01..2021-09-30', '2021-06-16..2021-09-15'],
    ['2021-06', '2021-06-01..2021-06-30', '2021-05-16..2021-06-15'],
    ['2021-01-05..2021-03-01', '2021-01-05..2021-03-01', '2021-01-05..2021-03-01'],
  ])('%s covers %s, for trademarks %s', (text, calendar, trademark) => {
    const windows = [windowOf(period(text), 'calendar'), windowOf(period(text), 'trademark')]
    expect(windows.map(({ from, to }) => `${from}..${to}`)).toEqual([calendar, trademark])
  })

  it.each(['2021Q5', '2021-13', '21', '2021-03-01..2021-01-05', '2021-02-30..2021-03-01', ''])('%s is no period', (text) => {
    expect(parsePeriod(text).ok).toBe(false)
  })

  it('finds the year before, the period before and the year so far', () => {
    expect(['2021', '2021H1', '2021Q1', '2021-01', '2021-01-05..2021-03-01'].map((text) => previousYear(period(text)).name))
      .toEqual(['2020', '2020H1', '2020Q1', '2020-01', '2020-01-05..2020-03-01'])
    expect(['2021-01-01..2021-02-28', '2021-01-15..2021-02-28', '2020-01-01..2020-02-29', '2021-02-01..2021-02-27'].map((text) => previousYear(period(text)).name))
      .toEqual(['2020-01-01..2020-02-29', '2020-01-15..2020-02-28', '2019-01-01..2019-02-28', '2020-02-01..2020-02-27'])
    expect(['2021', '2021H1', '2021H2', '2021Q1', '2021-01', '2021-01-05..2021-03-01'].map((text) => previousPeriod(period(text)).name))
      .toEqual(['2020', '2020H2', '2021H1', '2020Q4', '2020-12', '2020-11-10..2021-01-04'])
    expect(yearToDate(period('2021Q3'), 'calendar')).toEqual({ from: '2021-01-01', to: '2021-09-30' })
    expect(yearToDate(period('2021Q3'), 'trademark')).toEqual({ from: '2020-12-16', to: '2021-09-15' })
  })
})

describe('a period as a clerk writes it', () => {
  it.each([
    ['2021年', '2021'], ['2021 年度', '2021'], ['2021年上半年', '2021H1'], ['2021下半年', '2021H2'], ['2021年第三季度', '2021Q3'], ['2021年3季度', '2021Q3'],
    ['2021年四季度', '2021Q4'], ['2021年6月', '2021-06'], ['2021年12月份', '2021-12'], ['２０２１年', '2021'],
  ])('%s is %s', (text, name) => {
    expect(parsePeriod(text)).toMatchObject({ ok: true, value: { name } })
  })
  it.each(['2021年13月', '2021年第五季度', '年', '2021年中', '202年'])('%s is none', (text) => {
    expect(parsePeriod(text)).toMatchObject({ ok: false })
  })
})
