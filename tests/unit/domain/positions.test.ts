import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDraftingUnits } from '../../../src/shared/domain/standards/draftingUnits'
import { formatPositions, parsePositions, type Positions } from '../../../src/shared/domain/positions'

function read(text: string): [number, string][] {
  return parsePositions(text) ?? parseDraftingUnits(text).units.map((name, index) => [index + 1, name])
}

describe('drafting lists as text', () => {
  it('joins a list without gaps with 、', () => {
    expect(formatPositions([[1, '海信集团'], [2, '海尔智家']])).toBe('海信集团、海尔智家')
  })

  it('names the positions of a list with gaps', () => {
    expect(formatPositions([[3, '海信集团'], [5, '海尔智家']])).toBe('3:海信集团、5:海尔智家')
    expect(parsePositions('3:海信集团、5:海尔智家')).toEqual([[3, '海信集团'], [5, '海尔智家']])
  })

  it('leaves a bracket with 、 to the reader of drafting units, which does not split it', () => {
    const list: Positions = [[1, '青岛某某（甲、乙）公司'], [2, '丙厂']]
    expect(read(formatPositions(list))).toEqual(list)
  })

  it('does not take an ordinary cell for positions', () => {
    expect(parsePositions('海信集团、海尔智家')).toBeNull()
    expect(parsePositions('1:海信集团、海尔智家')).toBeNull()
    expect(parsePositions('2:海信集团、1:海尔智家')).toBeNull()
  })

  it('gives every list back, whatever marks its names hold', () => {
    const character = fc.constantFrom(...'海尔智家集团公司AB12:“”、,;/（）()等.- ')
    const name = fc.string({ unit: character, minLength: 1, maxLength: 12 }).map((text) => text.trim()).filter((text) => text !== '')
    const list = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), name), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(list, (steps) => {
      let position = 0
      const positions = steps.map(([step, text]): [number, string] => [(position += step), text])
      expect(read(formatPositions(positions))).toEqual(positions)
    }), { numRuns: 2_000 })
  })
})
