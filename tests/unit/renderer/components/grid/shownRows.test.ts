import { describe, expect, it } from 'vitest'
import { ShownRows } from '../../../../../src/renderer/components/grid/shownRows'

describe('a result that stays as it was', () => {
  it('marks the fields that have changed since a row was first shown, until another result begins', () => {
    const shown = new ShownRows()
    expect(shown.marked({ id: 1, cells: { title: '甲', parties: ['乙'] } })).toEqual({ id: 1, cells: { title: '甲', parties: ['乙'] } })
    expect(shown.marked({ id: 1, cells: { title: '甲改', parties: ['乙'] } })).toMatchObject({ changed: ['title'] })
    expect(shown.marked({ id: 1, cells: { title: '甲', parties: ['乙'] } })).not.toHaveProperty('changed')
    shown.forget()
    expect(shown.marked({ id: 1, cells: { title: '甲改', parties: ['乙'] } })).not.toHaveProperty('changed')
  })

  it('shows a deleted record with what it held', () => {
    const shown = new ShownRows()
    shown.marked({ id: 1, cells: { title: '甲' } })
    expect(shown.marked({ id: 1, cells: {}, isGone: true })).toEqual({ id: 1, cells: { title: '甲' }, isGone: true })
  })
})
