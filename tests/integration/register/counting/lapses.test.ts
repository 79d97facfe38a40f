import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordKind, Values } from '../../../../src/shared/domain/catalogue/fields'
import { createColumnsOwner } from '../../../../src/main/register/columns/columnsOwner'
import type { RegisterColumns } from '../../../../src/main/register/columns/registerColumns'
import { placesOf } from '../../../../src/main/register/city/registerPlaces'
import { lapseEffects, lapseRecords } from '../../../../src/main/register/workbench/lapseEffects'
import type { LapseRequest } from '../../../../src/shared/bridge/workbench'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { tempRegister } from '../../../support/registers/tempRegister'

/**
 * A register small enough to count by hand on 2022-01-17, looking 90 days ahead (to 2022-04-17):
 * 李沧 370213 has 4 marks by class, of which 3 end; 市北 370203 has 3; 崂山 370212 has 2 inventions, of which one ends.
 */
const today = '2022-01-17'
const register = tempRegister()
let columns: RegisterColumns

const mark = (number: string, place: string, classes: number[], termEndOn: string): Values =>
  ({ registrationNumber: number, classes, owner: `商标人${number}`, ownerPlace: place, registeredOn: '2012-01-01', termEndOn })
const invention = (number: string, filedOn: string, more: Values = {}): Values =>
  ({ applicationNumber: number, type: 'invention', title: '装置', parties: ['某公司'], ownerPlace: '370212', filedOn, grantedOn: '2015-06-01', ...more })

const marks = [
  mark('1', '370213', [1, 2], '2022-03-31'), mark('2', '370213', [3], '2022-04-16'), mark('3', '370213', [4], '2022-04-17'),
  mark('4', '370203', [5, 6, 7], '2030-01-01'),
  // In grace already: it counts nowhere today, so that it cannot be lost.
  mark('5', '370203', [8], '2021-12-31'),
]
const patents = [
  invention('020101234', '2002-03-01', { strategic: 1 }),
  invention('201010123456', '2010-05-05', { strategic: 1, parties: ['某持有人'] }),
  // Turns ten within the days: nothing new counts in what is left of today's.
  invention('201210123457', '2012-02-01'),
]

const kinds = ['trademark', 'patent', 'unit'] as const satisfies readonly RecordKind[]

beforeAll(async () => {
  const store = register.open()
  const tagged: Values = { uscc: '91370213MA00000000', name: '商标人1', district: '370213', tags: ['重点企业'] }
  const holder: Values = { uscc: '91370212MA00000000', name: '某持有人', district: '370212', tags: ['重点企业'] }
  const inserts = [...[tagged, holder].map((values) => ['unit', values] as const), ...marks.map((values) => ['trademark', values] as const), ...patents.map((values) => ['patent', values] as const)]
  const states = (kind: RecordKind): string[] => [...new Set(inserts.filter(([of]) => of === kind).flatMap(([, values]) => Object.keys(values)))]
  const applied = await store.apply(aChangeSet({
    batch: aBatch({ sources: kinds.map((kind) => aSource({ kind, states: states(kind) })) }),
    inserts: inserts.map(([kind, values], row) => ({ ...anInsert(kind, values), evidence: [{ source: kinds.indexOf(kind), row: row + 2, diff: null }] })),
  }))
  if (!applied.ok) throw new Error(applied.code)
  columns = await createColumnsOwner(store.columns, placesOf(null, null).city).current()
})
afterAll(() => register[Symbol.dispose]())

async function effectOn(indicator: string, days = 90) {
  const { effects } = await lapseEffects(columns, { days }, today)
  const found = effects.find((effect) => effect.indicator === indicator)
  if (!found) throw new Error(`${indicator} has no effect`)
  return found
}

async function idsBehind(request: LapseRequest): Promise<number[]> {
  const found = await lapseRecords(columns, request, today)
  if (!found.ok) throw new Error(found.code)
  return Array.from(await found.value.ids(0, found.value.count))
}

const byNumber = (a: number, b: number): number => a - b

describe('what ends within 90 days', () => {
  it('takes the ending marks from the city and the district by class, and moves the places', async () => {
    const { rows } = await effectOn('trademarks_valid')
    expect(rows).toEqual([
      { name: '全市', isCity: true, lapsing: 3, now: 7, after: 4, rank: null, rankAfter: null },
      { name: '市北区', isCity: false, lapsing: 0, now: 3, after: 3, rank: 2, rankAfter: 1 },
      { name: '李沧区', isCity: false, lapsing: 3, now: 4, after: 1, rank: 1, rankAfter: 2 },
    ])
  })

  it('takes patents whose term runs out, and adds none that becomes high-value meanwhile', async () => {
    expect((await effectOn('inventions_valid')).rows[0]).toMatchObject({ name: '全市', lapsing: 1, now: 3, after: 2 })
    expect(await effectOn('high_value_per_10k')).toMatchObject({ isMissingPopulation: true, rows: [] })
  })

  it('keeps a mark through its last day: what ends with the last of the days ends a day later', async () => {
    expect((await effectOn('trademarks_valid', 90)).rows[0]?.lapsing).toBe(3)
    expect((await effectOn('trademarks_valid', 91)).rows[0]?.lapsing).toBe(4)
  })

  it('opens as many records as every number says, and what stays is what was less what ends', async () => {
    for (const { indicator, rows } of (await lapseEffects(columns, { days: 90 }, today)).effects) {
      for (const { name, isCity, lapsing } of rows) {
        const request = { lapse: indicator, row: isCity ? null : name, days: 90 }
        const now = await idsBehind({ ...request, which: 'now' })
        const ending = await idsBehind({ ...request, which: 'lapsing' })
        const lasting = await idsBehind({ ...request, which: 'lasting' })
        expect(ending).toHaveLength(lapsing)
        expect([...ending, ...lasting].toSorted(byNumber)).toEqual(now.toSorted(byNumber))
      }
    }
  })

  it('takes only what belongs to units with one of the tags, and counts high-value patents as such', async () => {
    const { effects } = await lapseEffects(columns, { days: 90, unitTags: ['重点企业'] }, today)
    expect(effects.map(({ indicator, rows: [city] }) => ({ indicator, ...city }))).toEqual([
      { indicator: 'trademarks_valid', name: '全市', isCity: true, lapsing: 2, now: 2, after: 0, rank: null, rankAfter: null },
      { indicator: 'inventions_valid', name: '全市', isCity: true, lapsing: 0, now: 1, after: 1, rank: null, rankAfter: null },
      { indicator: 'high_value', name: '全市', isCity: true, lapsing: 0, now: 1, after: 1, rank: null, rankAfter: null },
    ])
  })

  it('refuses a row that no table has', async () => {
    expect(await lapseRecords(columns, { lapse: 'trademarks_valid', row: '北京市', days: 90, which: 'now' }, today)).toMatchObject({ ok: false, code: 'unknown_name' })
  })
})
