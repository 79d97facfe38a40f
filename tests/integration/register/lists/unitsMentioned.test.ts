import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Values } from '../../../../src/shared/domain/catalogue/fields'
import { openSession } from '../../../../src/main/register/opened/session'
import { loadNameLinks } from '../../../../src/main/register/columns/nameLinks'
import { PlaceTable } from '../../../../src/main/register/columns/places'
import { loadMentionedUnits, loadUnits, type Units } from '../../../../src/main/register/columns/unitDirectory'
import { createUnitFinder, unitsCalledSql } from '../../../../src/main/store/sqlite/names/unitNames'
import { checkRegister } from '../../../../src/main/register/checkRegister'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const codes = ['A', 'B', 'C', 'D', 'E'].map((letter) => `91370202MA3XXXXX1${letter}`)
const name = fc.constantFrom('海尔（青岛）', '海尔(青岛)', '海信', '青岛啤酒', '澳柯玛', 'ＡＢ集团', 'AB集团')
const unit = fc.record({ name, formerNames: fc.uniqueArray(name, { maxLength: 2 }), aliases: fc.uniqueArray(name, { maxLength: 2 }), mergedInto: fc.option(fc.constantFrom(...codes)) })
const link = fc.record({ verdict: fc.constantFrom('same', 'apart'), names: fc.uniqueArray(name, { minLength: 2, maxLength: 2 }) })
const world = fc.record({ units: fc.array(unit, { minLength: 1, maxLength: 5 }), links: fc.array(link, { maxLength: 2 }) })

/** What a page reads of a unit that a name or a code means, apart from its number. */
function meant(units: Units, number: number | undefined) {
  return number === undefined || number < 0 ? null : { uscc: units.usccs[number], place: units.placeOn(number, 20_260_101) }
}

function unitValues(values: Values, at: number): Values {
  return { ...values, uscc: codes[at], district: at % 2 === 0 ? '370202' : '370211' }
}

describe('the units of a page', () => {
  it('are those that the names and codes mean among all units', async () => {
    await fc.assert(fc.asyncProperty(world, fc.uniqueArray(name), fc.subarray(codes), async ({ units, links }, names, usccs) => {
      using register = tempRegister()
      const store = register.open()
      const inserts = [...units.map((values, at) => anInsert('unit', unitValues(values, at), at + 2)), ...links.map((values, at) => anInsert('name_link', { ...values, key: String(at) }, at + 20))]
      expect((await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'unit', states: [] })] }), inserts }))).ok).toBe(true)
      const session = valueOf(openSession(register.path))
      const { source, places } = session
      const table = new PlaceTable(places.city)
      const known = await loadNameLinks(source)
      const all = await loadUnits(source, table, known)
      const few = await loadMentionedUnits(createUnitFinder(store.db), table, known, { names, usccs })
      await session.close()
      expect(names.map((text) => meant(few, few.unitOfText(text)))).toEqual(names.map((text) => meant(all, all.unitOfText(text))))
      expect(usccs.map((code) => meant(few, few.unitOfUscc.get(code)))).toEqual(usccs.map((code) => meant(all, all.unitOfUscc.get(code))))
    }), { numRuns: 25, seed: 5 })
  })

  it('follow changes and deletions, and a check notices when they do not', async () => {
    using register = tempRegister()
    const store = register.open()
    const called = async (text: string) => (await createUnitFinder(store.db).called([text], [], ['uscc'])).map(([, uscc]) => uscc)
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'unit' })] }), inserts: [anInsert('unit', { uscc: codes[0] ?? '', name: '海信', formerNames: ['海信电器'] })] }))
    expect([await called('海信'), await called('海信电器')]).toEqual([[codes[0]], [codes[0]]])
    const [record] = await store.records.byIds('unit', [1])
    await store.apply(aChangeSet({ updates: [{ kind: 'unit', id: 1, basedOn: record?.digest ?? '', values: { uscc: codes[0] ?? '', name: '海信视像' }, old: { name: '海信', formerNames: ['海信电器'] } }] }))
    expect([await called('海信'), await called('海信电器'), await called('海信视像')]).toEqual([[], [], [codes[0]]])
    store.db.prepare('DELETE FROM unit_name').run()
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem === 'search_incomplete')).toEqual([{ problem: 'search_incomplete', kind: 'unit', detail: '1' }])
    await store.apply(aChangeSet({ kind: 'undo_batch', undoes: 1, readAt: 2, removes: [{ kind: 'unit', ids: [1] }] }))
    expect(await called('海信视像')).toEqual([])
  })

  it('are found without reading the others', () => {
    using register = tempRegister()
    const steps = register.open().db.prepare<[string, string], { detail: string }>(`EXPLAIN QUERY PLAN ${unitsCalledSql(['uscc', 'name'])}`).all('[]', '[]').map(({ detail }) => detail)
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN asked VIRTUAL TABLE INDEX 1:', 'SCAN asked VIRTUAL TABLE INDEX 1:'])
  })
})

describe('a search for one pair', () => {
  it('counts the records that hold it, whatever was changed and removed before', async () => {
    using register = tempRegister()
    const store = register.open()
    const titles = Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? '电梯制动' : '冰箱'))
    await store.apply(aChangeSet({ batch: aBatch(), inserts: titles.map((title, at) => anInsert('patent', aPatent({ applicationNumber: `N${at}`, title, parties: [] }), at + 2)) }))
    const [record] = await store.records.byIds('patent', [2])
    await store.apply(aChangeSet({ updates: [{ kind: 'patent', id: 2, basedOn: record?.digest ?? '', values: aPatent({ applicationNumber: 'N1', title: '电梯', parties: [] }), old: { title: '冰箱' } }] }))
    const undone = await store.apply(aChangeSet({ kind: 'undo_batch', undoes: 1, readAt: 2, removes: [{ kind: 'patent', ids: Array.from({ length: 30 }, (_, at) => at + 1) }] }))
    expect(undone.ok).toBe(true)
    const session = valueOf(openSession(register.path))
    const counts = await Promise.all(['电梯', '冰箱', '空调'].map((word) => session.hits.search('patent', [word]).count()))
    await session.close()
    expect(counts).toEqual([10, 20, 0])
  })
})
