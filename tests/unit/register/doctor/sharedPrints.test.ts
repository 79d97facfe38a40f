import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Prints } from '../../../../src/main/register/doctor/sharedPrints'

const word = fc.constantFrom('a', 'b', '甲', '乙', 'ab', '')
const rows = fc.array(fc.tuple(word, fc.constantFrom(1, 2, 11), word), { maxLength: 60 })

describe('records that say the same', () => {
  it('are grouped as by comparing each with each, whatever is said first and what later', () => {
    fc.assert(fc.property(rows, (all) => {
      const prints = new Prints(all.length)
      all.forEach(([first], at) => prints.add(at + 1, [first]))
      const numbers = prints.refine()
      all.forEach(([, number], at) => numbers.next(at + 1, [number]))
      numbers.end()
      prints.keepShared()
      const last = prints.refine()
      all.forEach(([, , text], at) => { if (text !== '') last.next(at + 1, [text]) })
      last.end()
      const same = Map.groupBy(all.map((cells, at) => ({ cells, id: at + 1 })).filter(({ cells }) => cells[2] !== ''), ({ cells }) => JSON.stringify(cells))
      expect(prints.groups()).toEqual([...same.values()].filter(({ length }) => length > 1).map((group) => group.map(({ id }) => id)))
    }))
  })

  it('are all that is kept of many', () => {
    const prints = new Prints(100_000)
    for (let id = 1; id <= 100_000; id++) prints.add(id, ['2021-01-01', id === 77_777 ? 5 : id])
    prints.keepShared()
    expect(prints.ids.length).toBeLessThan(30_000)
    expect(prints.groups()).toEqual([[5, 77_777]])
  })
})
