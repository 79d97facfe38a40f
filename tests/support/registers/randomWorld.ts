import fc from 'fast-check'
import type { RecordInsert } from '../../../src/main/store/changeSet'
import type { RecordKind, Values } from '../../../src/shared/domain/catalogue/fields'
import { districtCodes, type World } from './naiveCounting'

// Few days, so that events fall on each other and on the days asked for.
const days = ['2009-12-31', '2010-01-01', '2011-06-30', '2011-12-31', '2020-06-30', '2020-12-15', '2020-12-16', '2021-01-01', '2021-06-15', '2021-06-30', '2021-12-15', '2021-12-16', '2021-12-31', '2022-01-01', '2014-02-28', '2024-02-29']
export const day = fc.constantFrom(...days)
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
  kind: fc.constantFrom('international', 'national', 'national_health', 'industry', 'group'), publishedOn: day, newOrRevised: fc.constantFrom('new', 'revised'),
  units: fc.uniqueArray(nameAnywhere, { minLength: 1, maxLength: 4 }), lead: maybe(nameAnywhere),
}), { maxLength: 12 }).map((list) => list.map(({ units: listed, lead, ...standard }, at) => ({
  ...standard, standardNo: `GB/T ${1000 + at}-2021`, drafting: listed.map((name, index) => [index + 1, name] as const), listLength: listed.length,
  ...(lead === null ? {} : { forewordLead: [lead] }),
})))

/** Random registers of a handful of records that meet on few days and names. */
export const world: fc.Arbitrary<World> = fc.record({ units, patents, trademarks, standards: standardRecords })

function keyed(values: Values, key: string, text: string): Values {
  return { ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)), [key]: text }
}

export function insertsOf(worldly: World): RecordInsert[] {
  const insert = (kind: RecordKind) => (values: Values, at: number): RecordInsert => ({ kind, values, evidence: [{ source: 0, row: at + 2, diff: null }] })
  return [...worldly.units.map(insert('unit')), ...worldly.patents.map(insert('patent')), ...worldly.trademarks.map(insert('trademark')), ...worldly.standards.map(insert('standard'))]
}
