import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import type { RankRequest } from '../../../../src/main/register/ranking/countingOptions'
import type { RankRow } from '../../../../src/main/register/ranking/rankAnswer'
import type { IndicatorName } from '../../../../src/shared/domain/catalogue/indicators'
import { leadRules } from '../../../../src/shared/domain/counting/leadRules'
import { aBatch, aChangeSet, aSource } from '../../../support/registers/changeSets'
import { grants, highValue, marks, rowNames, standards, validInventions, type World, type Zones } from '../../../support/registers/naiveCounting'
import { day, insertsOf, world } from '../../../support/registers/randomWorld'
import { tempRegister } from '../../../support/registers/tempRegister'

/** Rankings of random registers against the rules written a second time without arrays (support/naiveCounting.ts). */

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
