import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStore } from '../../../../src/main/store/sqlite/createStore'
import { registerDesk } from '../../../support/registers/registerDesk'
import { codes, fillUnitRegister } from '../../../support/registers/unitRegister'

describe('units as a window asks for them', () => {
  const desk = registerDesk()
  const groups = async () => (await desk.ask('units.clusters', { withDoubtful: true, limit: 10 })).clusters.map(({ members }) => members.map(({ name }) => name))

  beforeAll(async () => {
    const store = createStore(desk.register.path, { mode: 'write' })
    if (!store.ok) throw new Error(store.code)
    await fillUnitRegister(store.value)
    await store.value.close()
    await desk.opened.open(desk.register.path, false)
  })
  afterAll(() => desk.close())

  it('answers as the contract says, from the proposal to the undo', async () => {
    const before = await desk.ask('units.clusters', { withDoubtful: true, limit: 10 })
    expect(await desk.ask('units.preview', { refs: [codes.rongtuo, '青岛嵘拓包装'] })).toMatchObject({ standards: 2, lead: 1, twice: 0, trademarks: 1, honours: 1 })
    const merged = await desk.ask('units.merge', { keep: codes.rongtuo, others: ['青岛嵘拓包装'], from: {} })
    expect(merged).toMatchObject({ what: 'merged', unit: '青岛嵘拓包装有限公司', names: ['青岛嵘拓包装'] })
    expect(await desk.ask('units.profile', { ref: '青岛嵘拓包装', limit: 1 })).toMatchObject({ code: codes.rongtuo, sections: [{ total: 2, rows: [{}] }, {}, { total: 1 }, {}, {}, {}] })
    expect(await desk.ask('records.undo', {})).toMatchObject({ what: 'undone', units: { what: 'merged', unit: '青岛嵘拓包装有限公司', names: ['青岛嵘拓包装'] } })
    expect(await desk.ask('units.clusters', { withDoubtful: true, limit: 10 })).toEqual(before)
  })

  it('takes back and does again mergers and edits of records in one order', async () => {
    const before = await groups()
    const { groups: [unit] } = await desk.ask('search.find', { text: codes.rongtuo, limit: 1 })
    const id = unit?.hits[0]?.id ?? 0
    const addressOf = async () => (await desk.ask('records.get', { kind: 'units', id })).fields.find(({ name }) => name === 'address')?.text ?? ''
    await desk.ask('records.edit', { kind: 'units', id, field: 'address', text: '香港中路 1 号', before: '' })
    await desk.ask('units.merge', { keep: codes.rongtuo, others: ['青岛嵘拓包装'], from: {} })
    await desk.ask('units.apart', { refs: ['中国海洋大学', '中国海大'] })
    const after = await groups()

    expect(await desk.ask('records.undo', {})).toMatchObject({ units: { what: 'told_apart', unit: '中国海洋大学', names: ['中国海大'] } })
    expect(await desk.ask('records.undo', {})).toMatchObject({ units: { what: 'merged' } })
    expect(await groups()).toEqual(before)
    expect(await desk.ask('records.undo', {})).toMatchObject({ what: 'undone', kind: 'units', key: codes.rongtuo })
    expect(await addressOf()).toBe('')
    for (let step = 0; step < 3; step++) await desk.ask('records.redo', {})
    expect([await addressOf(), await groups()]).toEqual(['香港中路 1 号', after])
    for (let step = 0; step < 3; step++) await desk.ask('records.undo', {})
  })

  it('merges several groups as one change, and takes it back as one', async () => {
    const before = await groups()
    const choices = [{ keep: codes.rongtuo, others: ['青岛嵘拓包装'], from: {} }, { keep: '中国海洋大学', others: ['中国海大'], from: {} }]
    expect(await desk.ask('units.mergeAll', { choices })).toMatchObject({ what: 'merged', groups: 2, names: ['青岛嵘拓包装', '中国海大'] })
    expect((await desk.ask('units.clusters', { withDoubtful: true, limit: 10 })).merged).toBe(2)
    expect(await desk.ask('records.undo', {})).toMatchObject({ units: { groups: 2 } })
    expect(await groups()).toEqual(before)
  })

  it('refuses groups that share a unit, and merges none of them', async () => {
    const before = await groups()
    const choices = [{ keep: codes.rongtuo, others: ['青岛嵘拓包装'], from: {} }, { keep: '中国海洋大学', others: ['青岛嵘拓包装'], from: {} }]
    await expect(desk.ask('units.mergeAll', { choices })).rejects.toThrow('register_changed')
    expect(await groups()).toEqual(before)
  })
})
