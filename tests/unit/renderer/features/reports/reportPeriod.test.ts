import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../../../../../src/shared/domain/dates/periods'
import { periodKinds, periodOf, writtenPeriod } from '../../../../../src/renderer/features/reports/reportPeriod'

describe('the period of a form', () => {
  it('is written as the register reads it, whatever its kind', () => {
    for (const kind of periodKinds) expect(parsePeriod(writtenPeriod({ ...periodOf(2021), kind }) ?? '')).toMatchObject({ ok: true })
    expect(writtenPeriod({ ...periodOf(2021), kind: 'H2' })).toBe('2021H2')
  })
  it('is none while a range ends before it begins or lacks a day', () => {
    expect(writtenPeriod({ kind: 'range', year: 2021, from: '2021-03-01', to: '2021-01-05' })).toBeNull()
    expect(writtenPeriod({ kind: 'range', year: 2021, from: '', to: '2021-01-05' })).toBeNull()
  })
})
