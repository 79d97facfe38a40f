import { describe, expect, it } from 'vitest'
import { openSession } from '../../../../src/main/register/opened/session'
import { createRecord } from '../../../../src/main/register/records/edit/createRecord'
import { editFields } from '../../../../src/main/register/records/edit/editFields'
import { undoChange } from '../../../../src/main/register/records/edit/undoChange'
import { mergeUnits } from '../../../../src/main/register/units/mergeUnits'
import { subjectsNamed } from '../../../../src/main/register/units/namedSubjects'
import { splitUnit } from '../../../../src/main/register/units/splitUnit'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { createRandom, type Random } from '../../../support/registers/randomRecords'
import { recordServicesOver, wholeRecord } from '../../../support/registers/recordServices'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

/** Sequences; raise it to look longer. */
const rounds = Number(process.env['SPLIT_ROUNDS'] ?? 12)
const today = '2022-01-17'
const codes = ['91370200163562681G', '91370200264574251E', '91370200740365750X', '91370200743966332L', '91370200163621493Q'] as const
const nameOf = (at: number): string => `青岛${'甲乙丙丁戊己庚辛'[at] ?? ''}新包装有限公司`
const loose = [5, 6, 7].map(nameOf)
const takeable = ['name', 'district', 'address', 'zone', 'unitType', 'tags', 'aliases', 'formerNames', 'endedOn']

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items.map((item) => ({ item, at: random.below(1_000_000) })).toSorted((a, b) => a.at - b.at).map(({ item }) => item)
}

/** Three units of a file and two of a person, with hand edits on them, and three names without a unit. */
async function fill(register: ReturnType<typeof tempRegister>, random: Random) {
  const store = register.open()
  const services = recordServicesOver(store)
  await store.apply(aChangeSet({ batch: aBatch({ kind: 'units', sources: [aSource({ kind: 'unit', states: ['uscc', 'name', 'district', 'address', 'unitType'], class: 'official' })] }), inserts: [
    ...codes.slice(0, 3).map((uscc, at) => anInsert('unit', { uscc, name: nameOf(at), district: random.pick(['370211', '370212']), address: random.pick(['一路', '二路']), unitType: '企业' }, at + 2)),
    anInsert('standard', { standardNo: 'GB/T 1-2020', title: '名称出处', drafting: loose.map((name, at): [number, string] => [at + 1, name]) }, 9),
  ] }))
  for (const at of [3, 4]) valueOf(await createRecord(services, 'unit', { uscc: codes[at] ?? '', name: nameOf(at), district: random.pick(['崂山区', '市南区']), tags: random.pick(['', '重点', '重点；复核']) }))
  for (let edit = 0; edit < 6; edit++) valueOf(await editFields(services, 'unit', 1 + random.below(5), { [random.pick(['address', 'tags', 'aliases', 'formerNames', 'zone'])]: random.pick(['子', '丑', '寅；卯', '']) }))
  return { store, services }
}

describe('units merged one after the other with fields taken from them', () => {
  it.each(Array.from({ length: rounds }, (_, round) => round + 1))('are as before once all are split off, in whichever order (%i)', async (seed) => {
    const random = createRandom(seed)
    using register = tempRegister()
    const { store, services } = await fill(register, random)
    const session = valueOf(openSession(register.path))
    const units = async () => Promise.all((await store.records.all('unit')).map(({ id }) => wholeRecord(services, 'unit', id)))
    const before = await units()
    const [keep, ...others] = codes
    const joining = shuffled(random, [...others, ...loose]).slice(0, 2 + random.below(4))
    for (let left = joining; left.length > 0;) {
      const group = left.slice(0, 1 + random.below(2))
      left = left.slice(group.length)
      const from = Object.fromEntries(takeable.filter(() => random.below(3) === 0).map((field) => [field, random.pick(group)]).filter(([field, ref]) => field === 'name' || !loose.includes(ref ?? '')))
      valueOf(await mergeUnits(services, await subjectsNamed(session, [keep, ...group], today), { keep, others: group, from }))
    }
    const merged = await units()
    const splits: number[] = []
    for (const ref of shuffled(random, joining)) splits.push(valueOf(await splitUnit(services, await subjectsNamed(session, [ref], today), ref)).sequence ?? 0)
    expect(await units()).toEqual(before)
    for (const sequence of splits.toReversed()) valueOf(await undoChange(services, sequence))
    expect(await units()).toEqual(merged)
    await session.close()
  })
})
