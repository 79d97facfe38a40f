import { describe, expect, it } from 'vitest'
import type { UnitChange } from '../../../../src/shared/bridge/units'
import type { Result } from '../../../../src/shared/domain/result'
import type { RegisterSession } from '../../../../src/main/register/opened/session'
import { createRecord } from '../../../../src/main/register/records/edit/createRecord'
import { editFields } from '../../../../src/main/register/records/edit/editFields'
import { undoChange } from '../../../../src/main/register/records/edit/undoChange'
import { rankIndicator } from '../../../../src/main/register/ranking/rankIndicator'
import { checkRegister } from '../../../../src/main/register/checkRegister'
import { apartPairs, takeBackApart } from '../../../../src/main/register/units/apartPairs'
import { mergeUnits } from '../../../../src/main/register/units/mergeUnits'
import { subjectsNamed } from '../../../../src/main/register/units/namedSubjects'
import { splitUnit } from '../../../../src/main/register/units/splitUnit'
import { tellApart } from '../../../../src/main/register/units/tellApart'
import { unitClusters } from '../../../../src/main/register/units/unitClusters'
import { unresolvedNames } from '../../../../src/main/register/units/unresolvedNames'
import { wholeRecord } from '../../../support/registers/recordServices'
import { valueOf } from '../../../support/valueOf'
import { codes, today, unitRegister, type UnitRegister } from '../../../support/registers/unitRegister'

const all = { withDoubtful: true, limit: 100 }
const certain = { withDoubtful: false, limit: 100 }

function sequenceOf(change: Result<UnitChange>): number {
  if (!change.ok) throw new Error(`${change.code} ${JSON.stringify(change.details)}`)
  if (change.value.sequence === null) throw new Error('nothing was changed')
  return change.value.sequence
}

async function clustersOf(session: RegisterSession, options: typeof all) {
  const found = await unitClusters(session, today, options)
  if (!found.ok) throw new Error(found.code)
  return found.value
}

async function everything({ session, services }: UnitRegister) {
  const units = await Promise.all((await session.store.records.all('unit')).map(({ id }) => wholeRecord(services, 'unit', id)))
  return { units, links: (await session.store.records.all('name_link')).map(({ values }) => values), clusters: await clustersOf(session, all) }
}

describe('merging units', () => {
  it('proposes the names that look like a unit of the directory, with what stands on each', async () => {
    using register = await unitRegister()
    const { clusters } = await clustersOf(register.session, certain)
    expect(clusters.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['中国海洋大学', '中国海大'], ['青岛嵘拓包装有限公司', '青岛嵘拓包装', '青岛市嵘拓包装有限责任公司'],
    ])
    const [kept, short] = clusters[1]?.members ?? []
    expect(kept).toMatchObject({ ref: codes.rongtuo, code: codes.rongtuo, fields: { district: '黄岛区' }, counts: { standards: 1, lead: 0, honours: 1 }, sources: ['单位名录_2021 第 2 行'] })
    expect(short).toMatchObject({ ref: '青岛嵘拓包装', id: null, counts: { standards: 1, lead: 1, trademarks: 1 } })
  })

  it('gives the records of all names to the unit that stays, and undo takes everything back', async () => {
    using register = await unitRegister()
    const before = await everything(register)
    const done = await mergeUnits(register.services, await register.subjects(), { keep: codes.rongtuo, others: ['青岛嵘拓包装', '青岛市嵘拓包装有限责任公司'], from: {} })
    const sequence = sequenceOf(done)
    const unit = (await register.subjects()).all.find(({ code }) => code === codes.rongtuo)
    expect(unit?.counts).toMatchObject({ standards: 2, lead: 1, patents: 1, trademarks: 1, honours: 1 })
    expect(unit?.names).toContain('青岛嵘拓包装')
    expect((await undoChange(register.services, sequence)).ok).toBe(true)
    expect(await everything(register)).toEqual(before)
    expect(await checkRegister(register.temp.path)).toMatchObject({ ok: true, value: { problems: [{ problem: 'original_missing' }] } })
  })

  it('moves a ranking at once, because names resolve late', async () => {
    using register = await unitRegister()
    const lead = async () => {
      const table = await rankIndicator(await register.session.columns.current(), 'standards', { period: '2021', filters: ['role=lead'] })
      return table.ok ? table.value.rows.find(({ name }) => name === '黄岛区')?.value : table
    }
    expect(await lead()).toBe(0)
    sequenceOf(await mergeUnits(register.services, await register.subjects(), { keep: codes.rongtuo, others: ['青岛嵘拓包装'], from: {} }))
    expect(await lead()).toBe(1)
  })

  it('keeps the tags of all that went into it', async () => {
    using register = await unitRegister()
    const idOf = async (code: string) => (await register.session.store.records.byKeys('unit', [code])).get(code)?.id ?? 0
    await editFields(register.services, 'unit', await idOf(codes.rongtuo), { tags: '甲' })
    await editFields(register.services, 'unit', await idOf(codes.rongtuoOld), { tags: '乙；甲' })
    sequenceOf(await mergeUnits(register.services, await register.subjects(), { keep: codes.rongtuo, others: [codes.rongtuoOld], from: {} }))
    expect((await register.session.store.records.byKeys('unit', [codes.rongtuo])).get(codes.rongtuo)?.values).toMatchObject({ tags: ['甲', '乙'] })
  })

  it('takes each field from the member that was chosen, and keeps the unit that goes with its file', async () => {
    using register = await unitRegister()
    const before = await everything(register)
    const choice = { keep: codes.rongtuo, others: [codes.rongtuoOld], from: { name: codes.rongtuoOld, district: codes.rongtuoOld, address: codes.rongtuoOld } }
    const sequence = sequenceOf(await mergeUnits(register.services, await register.subjects(), choice))
    const [kept, gone] = await register.session.store.records.all('unit')
    expect(kept?.values).toMatchObject({ name: '青岛嵘拓包装材料厂', district: '370214', address: '城阳区正阳路 1 号', aliases: ['青岛嵘拓包装有限公司'], formerNames: ['青岛嵘拓纸业有限公司'] })
    expect(gone?.values).toMatchObject({ uscc: codes.rongtuoOld, mergedInto: codes.rongtuo })
    const list = async (filters: { field: string; values: string[] }[]) => register.session.lists.find({ kind: 'units', search: '', filters, sort: [] }, today)
    expect(await list([])).toMatchObject({ ok: true, value: { count: 1 } })
    expect(await list([{ field: 'mergedInto', values: [codes.rongtuo] }])).toMatchObject({ ok: true, value: { count: 1 } })
    const { all: subjects, find } = await register.subjects()
    for (const name of ['青岛嵘拓包装材料厂', '青岛嵘拓包装有限公司', '青岛嵘拓纸业有限公司', codes.rongtuoOld]) expect(subjects[find(name)]?.code).toBe(codes.rongtuo)
    expect(subjects[find(codes.rongtuo)]?.counts.standards).toBe(2)
    expect((await undoChange(register.services, sequence)).ok).toBe(true)
    expect(await everything(register)).toEqual(before)
  })

  it('joins names that no unit of the directory carries, one after the other', async () => {
    using register = await unitRegister()
    const merge = async (keep: string, other: string) => sequenceOf(await mergeUnits(register.services, await register.subjects(), { keep, others: [other], from: {} }))
    await merge('中国海洋大学', '中国海大')
    const afterOne = await everything(register)
    const second = await merge('中国海洋大学', '青岛大学')
    const { names } = await unresolvedNames(register.session, today, 10)
    expect(names.find(({ name }) => name === '中国海洋大学')).toMatchObject({ otherNames: expect.arrayContaining(['中国海大', '青岛大学']) as string[], counts: { standards: 3, patents: 1 } })
    expect((await undoChange(register.services, second)).ok).toBe(true)
    expect(await everything(register)).toEqual(afterOne)
  })

  it('gives a unit of the directory the name that was chosen, although that was joined to another one before', async () => {
    using register = await unitRegister()
    sequenceOf(await mergeUnits(register.services, await register.subjects(), { keep: '中国海洋大学', others: ['中国海大'], from: {} }))
    const subjects = await subjectsNamed(register.session, ['中国海大', codes.rongtuo], today)
    sequenceOf(await mergeUnits(register.services, subjects, { keep: '中国海大', others: [codes.rongtuo], from: {} }))
    const [unit] = await register.session.store.records.all('unit')
    expect(unit?.values).toMatchObject({ uscc: codes.rongtuo, name: '中国海大' })
    expect(unit?.values['aliases']).toEqual(expect.arrayContaining(['青岛嵘拓包装有限公司', '中国海洋大学']))
  })

  it('refuses a name that the register does not know', async () => {
    using register = await unitRegister()
    expect(await mergeUnits(register.services, await register.subjects(), { keep: codes.rongtuo, others: ['没有这家'], from: {} })).toMatchObject({ ok: false, code: 'unknown_record', details: { value: '没有这家' } })
  })
})

describe('telling units apart', () => {
  it('is never proposed again, until it is undone', async () => {
    using register = await unitRegister()
    const before = await everything(register)
    const sequence = sequenceOf(await tellApart(register.services, await register.subjects(), ['中国海洋大学', '中国海大']))
    const after = await clustersOf(register.session, all)
    expect(after.clusters.some(({ members }) => members.some(({ name }) => name === '中国海大'))).toBe(false)
    expect(after.apart).toBe(1)
    expect(await tellApart(register.services, await register.subjects(), ['中国海大', '中国海洋大学'])).toMatchObject({ ok: true, value: { sequence: null } })
    expect((await undoChange(register.services, sequence)).ok).toBe(true)
    expect(await everything(register)).toEqual(before)
  })
})

describe('splitting a unit', () => {
  it.each([
    ['a name of a unit', '青岛嵘拓包装', codes.rongtuo], ['a merged unit', codes.rongtuoOld, codes.rongtuo], ['a name without a unit', '中国海大', '中国海洋大学'],
  ])('takes %s out again and remembers that it is another one', async (_what, other, keep) => {
    using register = await unitRegister()
    sequenceOf(await mergeUnits(register.services, await register.subjects(), { keep, others: [other], from: {} }))
    const merged = await everything(register)
    const sequence = sequenceOf(await splitUnit(register.services, await register.subjects(), other))
    const { all: subjects, find } = await register.subjects()
    expect(subjects[find(other)]).not.toBe(subjects[find(keep)])
    expect((await clustersOf(register.session, all)).apart).toBe(1)
    expect((await undoChange(register.services, sequence)).ok).toBe(true)
    expect(await everything(register)).toEqual(merged)
  })

  it('refuses what a person did not merge', async () => {
    using register = await unitRegister()
    expect(await splitUnit(register.services, await register.subjects(), codes.rongtuo)).toMatchObject({ ok: false, code: 'nothing_to_undo' })
    expect(await splitUnit(register.services, await register.subjects(), '没有这家')).toMatchObject({ ok: false, code: 'unknown_record' })
  })
})

describe('splitting what fields were taken from', () => {
  const units = async ({ session, services }: UnitRegister) => Promise.all((await session.store.records.all('unit')).map(({ id }) => wholeRecord(services, 'unit', id)))
  const split = async (register: UnitRegister, ref: string) => sequenceOf(await splitUnit(register.services, await register.subjects(), ref))
  const merge = async (register: UnitRegister, keep: string, others: readonly string[], from: Record<string, string>) => sequenceOf(await mergeUnits(register.services, await register.subjects(), { keep, others: [...others], from }))

  it('gives back exactly the two units of before', async () => {
    using register = await unitRegister()
    valueOf(await editFields(register.services, 'unit', 1, { tags: '甲', address: '黄岛区一路' }))
    valueOf(await editFields(register.services, 'unit', 2, { tags: '甲；乙', zone: '青岛高新区', aliases: '嵘拓材料' }))
    const before = await units(register)
    const old = codes.rongtuoOld
    await merge(register, codes.rongtuo, [old, '青岛嵘拓包装'], { name: old, district: old, address: old, zone: old, aliases: old })
    expect((await register.session.store.records.all('unit'))[0]?.values).toMatchObject({ name: '青岛嵘拓包装材料厂', district: '370214', tags: ['甲', '乙'], aliases: ['嵘拓材料', '青岛嵘拓包装有限公司', '青岛嵘拓包装'] })
    const merged = await units(register)
    const sequences = [await split(register, old)]
    expect((await register.session.store.records.all('unit'))[0]?.values['aliases']).toEqual(['青岛嵘拓包装'])
    sequences.push(await split(register, '青岛嵘拓包装'))
    expect(await units(register)).toEqual(before)
    expect((await register.session.store.records.all('name_link')).map(({ values }) => values['names'])).toEqual([['青岛嵘拓包装有限公司', '青岛嵘拓包装材料厂'], ['青岛嵘拓包装有限公司', '青岛嵘拓包装']])
    for (const sequence of sequences.toReversed()) valueOf(await undoChange(register.services, sequence))
    expect(await units(register)).toEqual(merged)
  })

  it('keeps what a person has changed since', async () => {
    using register = await unitRegister()
    const old = codes.rongtuoOld
    await merge(register, codes.rongtuo, [old], { name: old, district: old, address: old })
    await editFields(register.services, 'unit', 1, { address: '城阳区正阳路 2 号', unitType: '企业集团' })
    await split(register, old)
    expect((await register.session.store.records.all('unit')).map(({ values }) => values)).toMatchObject([
      { name: '青岛嵘拓包装有限公司', district: '370211', address: '城阳区正阳路 2 号', unitType: '企业集团' }, { name: '青岛嵘拓包装材料厂', district: '370214', address: '城阳区正阳路 1 号' },
    ])
  })

  it('gives a unit its own name back when the name that it took is split off', async () => {
    using register = await unitRegister()
    const before = await units(register)
    await merge(register, codes.rongtuo, ['青岛嵘拓包装'], { name: '青岛嵘拓包装' })
    await split(register, '青岛嵘拓包装')
    expect(await units(register)).toEqual(before)
    const { all: subjects, find } = await register.subjects()
    expect(subjects[find('青岛嵘拓包装')]?.id).toBeNull()
  })

  it.each([[[0, 1]], [[1, 0]]])('leaves the unit as it was, in whichever order several go: %j', async (order) => {
    using register = await unitRegister()
    const third = '91370200163562681G'
    await createRecord(register.services, 'unit', { uscc: third, name: '青岛嵘拓集团', district: '崂山区', address: '崂山区一路', tags: '丙' })
    const before = await units(register)
    const others = [codes.rongtuoOld, third]
    for (const other of others) await merge(register, codes.rongtuo, [other], { name: other, district: other, address: other })
    for (const at of order) await split(register, others[at] ?? '')
    expect(await units(register)).toEqual(before)
  })
})

describe('what was said not to be one unit', () => {
  const pair = ['中国海洋大学', '中国海大']

  it('is listed with who said so, and taken back it is proposed again; that too is undone', async () => {
    using register = await unitRegister()
    const proposed = async () => (await clustersOf(register.session, all)).clusters.some(({ members }) => members.some(({ name }) => name === pair[1]))
    sequenceOf(await tellApart(register.services, await register.subjects(), pair))
    expect(await apartPairs(register.session, 10)).toMatchObject({ total: 1, pairs: [{ names: pair, operator: '王芳' }] })
    expect(await proposed()).toBe(false)
    const sequence = sequenceOf(await takeBackApart(register.services, [...pair].toReversed()))
    expect([await apartPairs(register.session, 10), await proposed()]).toEqual([{ total: 0, pairs: [] }, true])
    expect((await undoChange(register.services, sequence)).ok).toBe(true)
    expect([(await apartPairs(register.session, 10)).total, await proposed()]).toEqual([1, false])
    expect(await checkRegister(register.temp.path)).toMatchObject({ ok: true, value: { problems: [{ problem: 'original_missing' }] } })
  })

  it('cannot be taken back of two that nobody spoke of', async () => {
    using register = await unitRegister()
    expect(await takeBackApart(register.services, pair)).toMatchObject({ code: 'unknown_record' })
  })
})
