import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, addYears, daysInMonth, isoOf } from '../../../../src/shared/domain/dates/calendar'
import { firstDay, hasHappenedBy, isInWindow, lastDay, noDate, packDate, plusMonths, plusYears, unpackDate } from '../../../../src/main/register/columns/packedDate'

const isoDay = fc.tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => isoOf(year, month, Math.min(day, daysInMonth(year, month))))

describe('packed dates', () => {
  it('keep the text of a date of any precision', () => {
    for (const text of ['2021-03-05', '2021-12-31', '2021-03', '2021']) expect(unpackDate(packDate(text))).toBe(text)
    expect([packDate(null), packDate(''), unpackDate(noDate)]).toEqual([0, 0, null])
  })

  it('order days and move them by months and years as calendar texts do', () => {
    fc.assert(fc.property(isoDay, isoDay, fc.integer({ min: 0, max: 30 }), (a, b, span) => {
      expect(packDate(a) < packDate(b)).toBe(a < b)
      expect(unpackDate(plusMonths(packDate(a), span))).toBe(addMonths(a, span))
      expect(unpackDate(plusYears(packDate(a), span))).toBe(addYears(a, span))
    }))
  })

  it('count a month-only date only where the whole month is inside', () => {
    const june = packDate('2021-06')
    const window = (from: string, to: string) => ({ from: packDate(from), to: packDate(to) })
    expect(isInWindow(june, window('2021-06-01', '2021-06-30'))).toBe(true)
    expect(isInWindow(june, window('2021-06-02', '2021-12-31'))).toBe(false)
    expect(isInWindow(packDate('2021'), window('2021-01-01', '2021-12-31'))).toBe(true)
    expect(isInWindow(packDate('2021'), window('2021-01-01', '2021-12-30'))).toBe(false)
    expect(isInWindow(noDate, window('1900-01-01', '2199-12-31'))).toBe(false)
    expect([firstDay(june), lastDay(june), lastDay(packDate('2024-02')), lastDay(packDate('2023'))]).toEqual([20210601, 20210630, 20240229, 20231231])
  })

  it('say that an event has happened once its last possible day is there', () => {
    expect([hasHappenedBy(packDate('2021-06'), 20210629), hasHappenedBy(packDate('2021-06'), 20210630), hasHappenedBy(packDate('2021-06-30'), 20210630), hasHappenedBy(noDate, 20210630)])
      .toEqual([false, true, true, false])
  })
})
