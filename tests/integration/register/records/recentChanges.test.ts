import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '../../../../src/main/register/localDate'
import { createStore } from '../../../../src/main/store/sqlite/createStore'
import { registerDesk } from '../../../support/registers/registerDesk'
import { importSample } from '../../../support/registers/sampleImport'
import { valueOf } from '../../../support/valueOf'

const desk = registerDesk()
const today = () => localDate(Date.now())
const changes = async (from = today(), to = today()) => (await desk.ask('records.changes', { from, to })).changes
let mark: { id: number; name: string }

beforeAll(async () => {
  const store = valueOf(createStore(desk.register.path, { mode: 'write' }))
  expect(await importSample(store, '19_商标代理机构_商标一览表.xlsx')).toMatchObject({ ok: true })
  await store.close()
  await desk.opened.open(desk.register.path, false)
  const { handle } = await desk.ask('lists.open', { kind: 'trademarks' })
  const [row] = (await desk.ask('lists.page', { handle, from: 0, to: 1 })).rows
  if (row === undefined) throw new Error('no trademark')
  mark = { id: row.id, name: String(row.cells['name']) }
})
afterAll(() => desk.close())

const edit = (text: string, before: string) => desk.ask('records.edit', { kind: 'trademarks', id: mark.id, field: 'name', text, before })
const name = async () => (await desk.ask('records.get', { kind: 'trademarks', id: mark.id })).cells['name']

describe('changes asked for one upon another', () => {
  it('are undone in their order, however fast Ctrl+Z is pressed, and done again', async () => {
    await edit('甲', mark.name)
    await edit('乙', '甲')
    await edit('丙', '乙')
    await Promise.all([desk.ask('records.undo', {}), desk.ask('records.undo', {})])
    expect(await name()).toBe('甲')
    await Promise.all([desk.ask('records.redo', {}), desk.ask('records.redo', {}), desk.ask('records.undo', {})])
    expect(await name()).toBe('乙')
    await Promise.all([edit('丁', '乙'), desk.ask('records.undo', {})])
    expect(await name()).toBe('乙')
  })
})

describe('what was done on some days', () => {
  it('lists a file as a whole and a person’s change with its record, field by field, newest first', async () => {
    await edit('戊', '乙')
    const [newest, ...older] = await changes('2020-01-01')
    expect(newest).toMatchObject({ reason: 'edit', file: null, count: 1, records: [{ kind: 'trademarks', id: mark.id, title: '戊', isGone: false, change: 'updated', fields: [{ before: '乙', after: '戊' }] }] })
    expect(older.at(-1)).toMatchObject({ reason: 'import', file: '19_商标代理机构_商标一览表.xlsx', records: [] })
  })

  it('names a record that has been deleted since', async () => {
    await desk.ask('records.delete', { kind: 'trademarks', id: mark.id })
    const [deleted, edited] = await changes()
    expect(deleted).toMatchObject({ records: [{ title: '戊', isGone: true, change: 'deleted' }] })
    expect(edited).toMatchObject({ records: [{ title: '戊', isGone: true, fields: [{ after: '戊' }] }] })
  })

  it('knows nothing of other days', async () => {
    expect(await changes('2021-01-01', '2021-12-31')).toEqual([])
  })
})
