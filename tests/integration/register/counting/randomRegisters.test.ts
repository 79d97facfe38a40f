import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import type { RankRequest } from '../../../../src/main/register/ranking/countingOptions'
import type { RankRow } from '../../../../src/main/register/ranking/rankAnswer'
import type { RecordInsert } from '../../../../src/main/store/changeSet'
import type { IndicatorName } from '../../../../src/shared/domain/catalogue/indicators'
import type { RecordKind, Values } from '../../../../src/shared/domain/catalogue/fields'
import { leadRules } from '../../../../src/shared/domain/counting/leadRules'
import { aBatch, aChangeSet, aSource } from '../../../support/registers/changeSets'
import { districtCodes, grants, highValue, marks, rowNames, standards, validInventions, type World, type Zones } from '../../../support/registers/naiveCounting'
import { tempRegister } from '../../../support/registers/tempRegister'

/** Rankings of random registers against the rules written a second time without arrays (support/naiveCounting.ts). */

// Few days, so that events fall on each other and on the days asked for.
const days = ['2009-12-31', '2010-01-01', '2011-06-30', '2011-12-31', '2020-06-30', '2020-12-15', '2020-12-16', '2021-01-01', '2021-06-15', '2021-06-30', '2021-12-15', '2021-12-16', '2021-12-31', '2022-01-01', '2014-02-28', '2024-02-29']
const day = fc.constantFrom(...days)
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 })
const district = fc.constantFrom(...districtCodes.slice(3, 7))
const names = ['青岛甲有限公司', '青岛乙大学', '青岛丙研究所', '青岛丁（集团）有限公司', '市外戊有限公司', '王某某']
const nameAnywhere = fc.constantFrom(...names, '青岛丁(集团)有限公司', '青岛旧名厂', '青岛己有限公司')
const place = maybe(fc.constantFrom('370212', '370214', '370200', '370100', '110108'))

const units = fc.array(fc.record({
  name: fc.constantFrom(...names.slice(0, 4)), formerNames: maybe(fc.constant(['青岛旧名厂'])), district: maybe(district),
  zone: maybe(fc.constantFrom('青岛高新区', '青岛自贸片区')), previousDistrict: maybe(district), movedOn: maybe(day),
}), { minLength: 1, maxLength: 6 }).map((list) => list.map((unit, at) => keyed(unit, 'uscc', `91370200MA00000${String(at).padStart(3, '0')}`)))

const patents = fc.array(fc.record({
  type: fc.constantFrom('invention', 'invention', 'utility_model', 'design'), parties: fc.array(nameAnywhere, { minLength: 1, maxLength: 2 }), ownerPlace: place,
  ownerUscc: maybe(fc.constantFrom('91370200MA00000000', '91370200MA00000001', '91000000000000000X')), filedOn: maybe(day), grantedOn: maybe(day), lapsedOn: maybe(day),
  strategic: maybe(fc.constant(1)), award: maybe(fc.constant(1)),
}), { maxLength: 12 }).map((list) => list.map((patent, at) => keyed(patent, 'applicationNumber', `20191010000${at}.1`)))

const trademarks = fc.array(fc.record({
  classes: fc.uniqueArray(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 3 }), owner: nameAnywhere, ownerPlace: place,
  registeredOn: day, termEndOn: day, cancelledOn: maybe(day),
}), { maxLength: 12 }).map((list) => list.map((mark, at) => keyed(mark, 'registrationNumber', `${9_000_000 + at}`)))

const standardRecords = fc.array(fc.record({
  kind: fc.constantFrom('international', 'national', 'national_health', 'industry', 'group'), publishedOn: day,
  units: fc.uniqueArray(nameAnywhere, { minLength: 1, maxLength: 4 }), lead: maybe(nameAnywhere),
}), { maxLength: 12 }).map((list) => list.map(({ units: listed, lead, ...standard }, at) => ({
  ...standard, standardNo: `GB/T ${1000 + at}-2021`, newOrRevised: 'new', drafting: listed.map((name, index) => [index + 1, name] as const), listLength: listed.length,
  ...(lead === null ? {} : { forewordLead: [lead] }),
})))

const world: fc.Arbitrary<World> = fc.record({ units, patents, trademarks, standards: standardRecords })

function keyed(values: Values, key: string, text: string): Values {
  return { ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)), [key]: text }
}

function insertsOf(worldly: World): RecordInsert[] {
  const insert = (kind: RecordKind) => (values: Values, at: number): RecordInsert => ({ kind, values, evidence: [{ source: 0, row: at + 2, diff: null }] })
  return [...worldly.units.map(insert('unit')), ...worldly.patents.map(insert('patent')), ...worldly.trademarks.map(insert('trademark')), ...worldly.standards.map(insert('standard'))]
}

async function withRegister(worldly: World, check: (counting: Counting) => Promise<void>): Promise<void> {
  using register = tempRegister()
  const store = register.open()
  const applied = await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: insertsOf(worldly) }))
  if (!applied.ok) throw new Error(applied.code)
  await check(await createCounting(store))
}

async function valuesOf(counting: Counting, indicator: IndicatorName, request: RankRequest): Promise<Record<string, number | null>> {
  const answer = await counting.rank(indicator, request)
  if (!answer.ok) throw new Error(answer.code)
  const nameOf = (row: RankRow) => row.code ?? row.name
  const rows = Object.fromEntries(answer.value.rows.map((row) => [nameOf(row), row.value]))
  return { ...rows, 全市: answer.value.total.value }
}

/** What the register has no record of is not known to be zero. */
function expectedOf(held: readonly unknown[], zones: Zones, count: (row: string) => number): Record<string, number | null> {
  return Object.fromEntries(rowNames(zones).map((row) => [row, held.length === 0 ? null : count(row)]))
}

const zonePolicies: readonly Zones[] = ['host', 'separate', 'of_which']
const runs = { numRuns: 25 }

describe('rankings of random registers', () => {
  it('count patents as the rules say, under every zone policy', async () => {
    await fc.assert(fc.asyncProperty(world, day, fc.constantFrom(...zonePolicies), async (worldly, asOf, zones) => {
      await withRegister(worldly, async (counting) => {
        expect(await valuesOf(counting, 'inventions_valid', { asOf, zones })).toEqual(expectedOf(worldly.patents, zones, (row) => validInventions(worldly, row, asOf, zones)))
        expect(await valuesOf(counting, 'high_value', { asOf, zones })).toEqual(expectedOf(worldly.patents, zones, (row) => highValue(worldly, row, asOf, zones)))
        expect(await valuesOf(counting, 'patents_granted', { period: '2021', zones })).toEqual(expectedOf(worldly.patents, zones, (row) => grants(worldly, row, '2021-01-01', '2021-12-31', zones)))
      })
    }), runs)
  })

  it('count marks by class on any day, the last day of term and of grace included', async () => {
    await fc.assert(fc.asyncProperty(world, day, fc.constantFrom(...zonePolicies), async (worldly, asOf, zones) => {
      await withRegister(worldly, async (counting) => {
        expect(await valuesOf(counting, 'trademarks_valid', { asOf, zones })).toEqual(expectedOf(worldly.trademarks, zones, (row) => marks(worldly, row, asOf, zones, 'valid')))
        expect(await valuesOf(counting, 'trademarks_grace', { asOf, zones })).toEqual(expectedOf(worldly.trademarks, zones, (row) => marks(worldly, row, asOf, zones, 'grace')))
      })
    }), runs)
  })

  it('count standards once per row by the best role, under every lead rule', async () => {
    await fc.assert(fc.asyncProperty(world, fc.constantFrom(...leadRules), fc.constantFrom(...zonePolicies), async (worldly, leadRule, zones) => {
      await withRegister(worldly, async (counting) => {
        for (const role of [null, 'lead', 'part'] as const) {
          const got = await valuesOf(counting, 'standards', { period: '2021', zones, leadRule, ...(role ? { filters: [`role=${role}`] } : {}) })
          const kinds = ['international', 'national', 'national_health', 'industry']
          const want = expectedOf(worldly.standards, zones, (row) => standards(worldly, row, '2021-01-01', '2021-12-31', zones, leadRule, role, kinds))
          // An empty 其他 is left out where rows do not partition.
          expect({ 其他: worldly.standards.length === 0 ? null : 0, ...got }).toEqual(want)
        }
      })
    }), runs)
  })

  it('open as many records as they count, in every row', async () => {
    await fc.assert(fc.asyncProperty(world, fc.constantFrom(...zonePolicies), async (worldly, zones) => {
      await withRegister(worldly, async (counting) => {
        for (const indicator of ['standards', 'inventions_valid', 'patents_granted', 'trademarks_valid'] as const) {
          const answer = await counting.rank(indicator, { period: '2021', zones })
          if (!answer.ok) throw new Error(answer.code)
          for (const row of [...answer.value.rows, answer.value.total]) {
            const records = await counting.records(indicator, { period: '2021', zones, district: row.name })
            expect({ indicator, row: row.name, total: records.ok ? records.value.total : records.code }).toEqual({ indicator, row: row.name, total: row.value ?? 0 })
          }
        }
      })
    }), { numRuns: 15 })
  })
})
