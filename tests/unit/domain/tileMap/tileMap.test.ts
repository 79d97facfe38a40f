import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qingdaoDistricts } from '../../../../src/shared/domain/places/qingdaoDistricts'
import { moveTile, placeTiles, type Tile } from '../../../../src/shared/domain/tileMap/placeTiles'
import { stepOf, valueSteps } from '../../../../src/shared/domain/tileMap/valueSteps'

const squares = (tiles: readonly Tile[]): string[] => tiles.map(({ row, column }) => `${row},${column}`)
const codesOf = (count: number): string[] => Array.from({ length: count }, (_, at) => String(370_201 + at))

describe('the squares of a city', () => {
  it('are those of its own data, every district of Qingdao with its neighbours', () => {
    const codes = qingdaoDistricts.regions.filter(({ level }) => level === 'district').map(({ code }) => code)
    const tiles = placeTiles(codes, qingdaoDistricts.tiles ?? [])
    expect(tiles).toHaveLength(10)
    const at = (name: string): Tile | undefined => tiles.find(({ code }) => code === qingdaoDistricts.regions.find((region) => region.name === name)?.code)
    expect(at('莱西市')?.column).toBe((at('平度市')?.column ?? 0) + 1)
    expect(at('市南区')?.row).toBe((at('市北区')?.row ?? 0) + 1)
    expect(at('黄岛区')?.column).toBeLessThan(at('市南区')?.column ?? 0)
  })

  it('are a plain grid in the official order where a city has none, wider than high', () => {
    expect(placeTiles(codesOf(12), [])).toEqual(codesOf(12).map((code, at) => ({ code, row: Math.floor(at / 5), column: at % 5 })))
    expect(placeTiles([], [])).toEqual([])
  })

  it('put districts without a square, or with a taken one, below the others', () => {
    const placement = [{ code: '370201', row: 0, column: 0 }, { code: '370202', row: 0, column: 0 }, { code: '370203', row: 1, column: 1 }]
    expect(placeTiles(codesOf(4), placement)).toEqual([
      { code: '370201', row: 0, column: 0 }, { code: '370203', row: 1, column: 1 }, { code: '370202', row: 2, column: 0 }, { code: '370204', row: 2, column: 1 },
    ])
  })

  it('never lie on one another, whatever is placed and moved', () => {
    const tile = fc.record({ code: fc.constantFrom(...codesOf(12)), row: fc.nat(5), column: fc.nat(5) })
    const move = fc.record({ code: fc.constantFrom(...codesOf(12)), row: fc.integer({ min: -1, max: 12 }), column: fc.integer({ min: -1, max: 12 }) })
    fc.assert(fc.property(fc.array(tile), fc.array(move), (placement, moves) => {
      const moved = moves.reduce<Tile[]>((tiles, { code, ...to }) => moveTile(tiles, code, to), placeTiles(codesOf(12), placement))
      expect(new Set(squares(moved)).size).toBe(12)
      expect(moved.map(({ code }) => code).toSorted()).toEqual(codesOf(12))
    }), { numRuns: 200 })
  })

  it('change places when one is moved onto the other, and stay within the map', () => {
    const tiles = placeTiles(codesOf(2), [])
    expect(moveTile(tiles, '370201', { row: 0, column: 1 })).toEqual([{ code: '370201', row: 0, column: 1 }, { code: '370202', row: 0, column: 0 }])
    expect(moveTile(tiles, '370201', { row: -1, column: 0 })).toEqual(tiles)
  })
})

describe('the steps of a scale', () => {
  it('hold about equally many different values, so that one high value does not blind the others', () => {
    expect(valueSteps([1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000], 5)).toEqual([{ from: 1, to: 2 }, { from: 3, to: 4 }, { from: 5, to: 6 }, { from: 7, to: 8 }, { from: 9, to: 1_000 }])
  })

  it('are as many as there are values where these are few', () => {
    expect(valueSteps([3, 3, 7], 5)).toEqual([{ from: 3, to: 3 }, { from: 7, to: 7 }])
    expect(valueSteps([], 5)).toEqual([])
  })

  it('hold every value in exactly one step, equal ones together and higher ones never lower', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1 }), fc.integer({ min: 1, max: 5 }), (values, most) => {
      const steps = valueSteps(values, most)
      expect(steps.length).toBeLessThanOrEqual(most)
      for (const value of values) expect(steps.filter(({ from, to }) => value >= from && value <= to)).toHaveLength(1)
      const sorted = values.toSorted((a, b) => a - b).map((value) => stepOf(steps, value))
      expect(sorted).toEqual(sorted.toSorted((a, b) => a - b))
      expect(new Set(sorted).size).toBe(steps.length)
    }))
  })
})
