import { describe, expect, it } from 'vitest'
import { periodEventsKey, readPeriodEvents, withPeriodEvent } from '../../../../src/main/register/freezing/periodEvents'
import type { PeriodEvent } from '../../../../src/shared/bridge/periods'

const storing = (json: string | null) => ({ get: async (key: string) => (key === periodEventsKey ? json : null) })
const reviewed: PeriodEvent = { what: 'reviewed', at: 1, by: '王芳', sequence: 7 }
const submitted: PeriodEvent = { what: 'submitted', at: 2, by: '李伟', sequence: 8 }

describe('the log of the periods', () => {
  it('begins with its first entry, and grows by one', async () => {
    const first = await withPeriodEvent(storing(null), '2021', reviewed)
    expect(first).toEqual({ ok: true, value: { [periodEventsKey]: JSON.stringify({ 2021: [reviewed] }) } })
    const second = await withPeriodEvent(storing(JSON.stringify({ 2021: [reviewed] })), '2021', submitted)
    expect(second).toEqual({ ok: true, value: { [periodEventsKey]: JSON.stringify({ 2021: [reviewed, submitted] }) } })
  })

  it('keeps what a later version wrote, and shows what it understands of it', async () => {
    const stored = { 2020: [{ what: 'counter_signed', at: 0, by: '赵敏', sequence: 3 }], 2021: [{ ...reviewed, device: '3 号机' }] }
    const written = await withPeriodEvent(storing(JSON.stringify(stored)), '2021', submitted)
    expect(written).toEqual({ ok: true, value: { [periodEventsKey]: JSON.stringify({ ...stored, 2021: [...stored[2021], submitted] }) } })
    expect(await readPeriodEvents(storing(JSON.stringify(stored)))).toEqual({ 2020: [], 2021: [reviewed] })
  })

  it.each(['{"2021":', '[]', 'null', '{"2021":{"what":"reviewed"}}'])('is not written over where it cannot be read: %s', async (json) => {
    expect(await withPeriodEvent(storing(json), '2021', reviewed)).toMatchObject({ ok: false, code: 'register_damaged', details: { reason: 'unreadable_log' } })
    expect(await readPeriodEvents(storing(json))).toEqual({})
  })
})
