import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesOf } from '../../../../src/main/register/city/registerPlaces'
import { createColumnsOwner } from '../../../../src/main/register/columns/columnsOwner'
import { prepareReport, type FormRequest } from '../../../../src/main/register/reports/prepareReport'
import type { FormName } from '../../../../src/shared/domain/catalogue/forms'
import { leadRules } from '../../../../src/shared/domain/counting/leadRules'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { districtCodes, highValue, marks, registrations, rowNames, standards, validInventions, type World, type Zones } from '../../../support/registers/naiveCounting'
import { insertsOf, world } from '../../../support/registers/randomWorld'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

/** Every cell of forms of random registers, shares, growths, densities and places too, against figures worked out apart. */

type Cell = string | number | null
type Cells = readonly Cell[]

/** Persons and entities of each district, by the order of their codes; with few, places are shared. */
const sizes = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 10, maxLength: 10 })
const zonePolicies: readonly Zones[] = ['host', 'separate', 'of_which']
const asked = fc.record({
  // A kind without any record is blank (noData.test.ts).
  worldly: world.filter(({ standards: listed, patents, trademarks }) => listed.length > 0 && patents.length > 0 && trademarks.length > 0),
  zones: fc.constantFrom(...zonePolicies), people: sizes, entities: sizes, leadRule: fc.constantFrom(...leadRules),
})
interface Asked { worldly: World; zones: Zones; people: number[]; entities: number[] }

async function rowsOf({ worldly, people, entities }: Asked, form: FormName, request: FormRequest): Promise<Map<string, Cells>> {
  using register = tempRegister()
  const store = register.open()
  const denominators = districtCodes.flatMap((region, at) => [
    anInsert('population', { key: `${region} yearend2021`, region, series: 'yearend2021', year: 2021, populationWan: (people[at] ?? 0) / 10_000 }),
    anInsert('market_entities', { key: `${region} 2021`, region, year: 2021, entities: entities[at] ?? 0 }),
  ])
  valueOf(await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [...insertsOf(worldly), ...denominators] })))
  const { city, resolver } = placesOf(null, null)
  const columns = await createColumnsOwner(store.columns, city).current()
  const { table } = valueOf(await prepareReport({ columns, records: store.records, districts: resolver, office: null }, form, { period: '2021', population: 'yearend2021', ...request }))
  const codes = new Map(city.districts.map(({ code, name }) => [name, code]))
  return new Map(table.rows.map(({ cells }) => cells.map(({ value }) => value)).map((cells) => [nameOf(String(cells[1]), codes), cells.slice(2)]))
}

function nameOf(printed: string, codes: ReadonlyMap<string, string>): string {
  if (['全市合计', '合计'].includes(printed)) return '全市'
  return codes.get(printed) ?? printed.replace(/^其中：/u, '')
}

/** The quotient with so many places, a half away from zero, without fractions of a float. */
function rounded(part: number, whole: number, places: number): number {
  const doubled = 2n * BigInt(Math.abs(part)) * 10n ** BigInt(places) + BigInt(whole)
  return (Math.sign(part) * Number(doubled / (2n * BigInt(whole)))) / 10 ** places
}

const percent = (part: number, whole: number): Cell => (whole === 0 ? '-' : rounded(part, whole, 3))
const growth = (now: number, before: number): Cell => percent(now - before, before)

/** 1 and how many are better. */
function placeAmong(value: Cell, others: readonly Cell[]): Cell {
  return typeof value === 'number' ? 1 + others.filter((other) => typeof other === 'number' && other > value).length : null
}

const isRanked = (row: string, zones: Zones): boolean => districtCodes.includes(row) || (zones === 'separate' && row === '青岛高新区')
const sizeOf = (row: string, all: readonly number[]): number | null => (row === '全市' ? all.reduce((sum, size) => sum + size, 0) : (all[districtCodes.indexOf(row)] ?? null))

/** Each row's cells with the place behind them, by the cell at `of`. */
function ranked(rows: ReadonlyMap<string, Cells>, of: number, zones: Zones): Map<string, Cells> {
  const values = [...rows].flatMap(([row, cells]) => (isRanked(row, zones) ? [cells[of] ?? null] : []))
  return new Map([...rows].map(([row, cells]) => [row, [...cells, isRanked(row, zones) ? placeAmong(cells[of] ?? null, values) : null]]))
}

/** Rows that the form leaves out for want of anything in them are not compared, districts and the city always. */
function compare(got: ReadonlyMap<string, Cells>, want: ReadonlyMap<string, Cells>): void {
  for (const [row, cells] of want) {
    if (!got.has(row) && row === '其他' && cells.every((cell) => cell === 0 || typeof cell !== 'number')) continue
    expect({ row, cells: got.get(row) }).toEqual({ row, cells })
  }
}

const runs = { numRuns: 20 }

describe('forms of random registers', () => {
  it('F2 counts a standard once in every row by its best role, and ranks by the sum', async () => {
    await fc.assert(fc.asyncProperty(asked, async ({ leadRule, ...given }) => {
      const { worldly, zones } = given
      const kinds = [['international'], ['national', 'national_health'], ['industry']]
      const cellsOf = (row: string): Cells => {
        const count = (role: 'lead' | 'part', state: string, of: string[]) =>
          standards({ ...worldly, standards: worldly.standards.filter(({ newOrRevised }) => newOrRevised === state) }, row, '2021-01-01', '2021-12-31', zones, leadRule, role, of)
        const cells = kinds.flatMap((of) => (['lead', 'part'] as const).flatMap((role) => ['new', 'revised'].map((state) => count(role, state, of))))
        const [lead, part] = [0, 2].map((first) => cells.reduce((sum, cell, at) => sum + (at % 4 === first || at % 4 === first + 1 ? cell : 0), 0))
        return [...cells, lead ?? 0, part ?? 0, (lead ?? 0) + (part ?? 0)]
      }
      const rows = new Map(rowNames(zones).filter((row) => row !== '其他').map((row) => [row, cellsOf(row)]))
      compare(await rowsOf(given, 'F2', { zones, leadRule }), ranked(rows, 14, zones))
    }), runs)
  })

  it('F6 divides by the people of the row, and ranks what it prints', async () => {
    await fc.assert(fc.asyncProperty(asked, async (given) => {
      const { worldly, zones, people } = given
      const [now, before] = ['2021-12-31', '2020-12-31']
      const cellsOf = (row: string): Cells => {
        const valid = validInventions(worldly, row, now, zones)
        const flagged = (flag: string) => validInventions(worldly, row, now, zones, (patent) => patent[flag] === 1)
        const old = validInventions(worldly, row, now, zones, ({ filedOn }) => typeof filedOn === 'string' && filedOn < '2011-12-31')
        const [high, earlier] = [highValue(worldly, row, now, zones), highValue(worldly, row, before, zones)]
        const persons = sizeOf(row, people)
        return [
          valid, flagged('strategic'), flagged('overseasFamily'), old, flagged('pledge'), flagged('award'), high, percent(high, valid), earlier, growth(high, earlier),
          persons === null ? '-' : rounded(persons, 10_000, 2), persons === null ? '-' : rounded(high * 10_000, persons, 2),
        ]
      }
      compare(await rowsOf(given, 'F6', { zones }), ranked(new Map(rowNames(zones).map((row) => [row, cellsOf(row)])), 11, zones))
    }), runs)
  })

  it('F7 counts marks by class in the year that ends on 15 December, and ranks the stock', async () => {
    await fc.assert(fc.asyncProperty(asked, async (given) => {
      const { worldly, zones, entities } = given
      const cellsOf = (row: string): Cells => {
        const [registered, earlier] = [registrations(worldly, row, '2020-12-16', '2021-12-15', zones), registrations(worldly, row, '2019-12-16', '2020-12-15', zones)]
        const [stock, before, city] = [marks(worldly, row, '2021-12-15', zones, 'valid'), marks(worldly, row, '2020-12-15', zones, 'valid'), marks(worldly, '全市', '2021-12-15', zones, 'valid')]
        const households = sizeOf(row, entities)
        return [
          0, 0, '-', registered, earlier, growth(registered, earlier), stock, before, growth(stock, before), percent(stock, city),
          households === null ? '-' : rounded(stock * 100, households, 1),
        ]
      }
      compare(await rowsOf(given, 'F7', { zones }), ranked(new Map(rowNames(zones).map((row) => [row, cellsOf(row)])), 6, zones))
    }), runs)
  })
})
