import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registerContract, type Input, type RegisterHandlers, type RegisterOperationName } from '../../../src/shared/bridge/contract'
import { createHandlers } from '../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../src/main/register/opened/openedRegister'
import { aBatch, aChangeSet, anInsert, aSource } from '../../support/registers/changeSets'
import { inProcessWriter } from '../../support/registers/inProcessWriter'
import { tempRegister } from '../../support/registers/tempRegister'

const register = tempRegister()
const emit = vi.fn()
const opened = createOpenedRegister(emit, inProcessWriter)
const handlers: RegisterHandlers = createHandlers({ version: '0.1.0', register: opened, today: () => '2021-12-31' })

/** Asks as the main process does: the input is checked, and here also the answer. */
async function ask<K extends RegisterOperationName>(name: K, input: unknown) {
  const parsed = registerContract[name].input.parse(input) as Input<K>
  const handler = handlers[name] as unknown as (given: Input<K>) => Promise<{ ok: boolean; value?: unknown; code?: string }>
  const result = await handler(parsed)
  return result.ok ? registerContract[name].output.parse(result.value) : result
}

beforeAll(async () => {
  const store = register.open()
  const unit = anInsert('unit', { uscc: '913702001635626811', name: '青岛海信电器有限公司', district: '370212', previousDistrict: '370202', movedOn: '2021-06-01' })
  const standards = ['GB/T 2-2021', 'GB/T 1-2021', 'HY/T 3-2020'].map((standardNo, index) => anInsert('standard', {
    standardNo, title: `电梯 ${index}`, kind: index === 2 ? 'industry' : 'national', publishedOn: index === 0 ? '2021-12-01' : '2021-01-05',
    drafting: [[1, '上海甲厂'], [2, '青岛海信电器有限公司']], listLength: 2, listComplete: 1,
  }, index + 4))
  const batch = aBatch({ fileName: '名录.xlsx', sources: [aSource({ kind: 'unit' })] })
  await store.apply(aChangeSet({ batch, inserts: [unit] }))
  await store.apply(aChangeSet({ batch: aBatch({ fileName: '清单.xlsx', sources: [aSource({ kind: 'standard', sheet: '国家标准' })] }), inserts: standards }))
  await store.close()
})

afterAll(async () => {
  await opened.close()
  register[Symbol.dispose]()
})

describe('before a register is open', () => {
  it('lists and records are unavailable, the status says so', async () => {
    expect(await ask('register.status', {})).toEqual({ file: null, sequence: 0, counts: {}, unopened: null, isReadOnlyPlace: false })
    expect(await ask('lists.open', { kind: 'standards' })).toMatchObject({ code: 'register_unavailable' })
    expect(await ask('records.get', { kind: 'standards', id: 1 })).toMatchObject({ code: 'register_unavailable' })
  })

  it('a register that is not there is not made unless asked for', async () => {
    expect(await ask('register.open', { file: `${register.path}.other` })).toMatchObject({ code: 'file_not_found' })
  })
})

describe('an open register', () => {
  beforeAll(async () => {
    expect(await ask('register.open', { file: register.path })).toMatchObject({ sequence: 2, counts: { standards: 3, units: 1, patents: 0 } })
  })

  it('pages through a sorted, filtered and searched list', async () => {
    const list = await ask('lists.open', { kind: 'standards', search: '电梯', filters: [{ field: 'kind', values: ['national'] }], sort: [{ field: 'standardNo', descending: false }] })
    expect(list).toMatchObject({ count: 2, total: 3, sequence: 2 })
    const { rows } = (await ask('lists.page', { handle: registerContract['lists.open'].output.parse(list).handle, from: 0, to: 100 })) as { rows: { cells: Record<string, unknown> }[] }
    expect(rows.map(({ cells }) => [cells['standardNo'], cells['district'], cells['role'], cells['localUnits'], cells['unitTotal']])).toEqual([
      ['GB/T 1-2021', ['市南区'], 'part', 1, 2],
      ['GB/T 2-2021', ['崂山区'], 'part', 1, 2],
    ])
  })

  it('counts the values of facets', async () => {
    expect(await ask('lists.facets', { query: { kind: 'standards' }, fields: ['kind', 'district'] })).toMatchObject({ facets: [
      { field: 'kind', values: [{ value: 'national', count: 2 }, { value: 'industry', count: 1 }] },
      { field: 'district', values: [{ value: '市南区', count: 2 }, { value: '崂山区', count: 1 }] },
    ] })
  })

  it('shows a record with its units in order, its rows of files and its history', async () => {
    const record = await ask('records.get', { kind: 'standards', id: 1 })
    expect(record).toMatchObject({
      key: 'GB/T 2-2021',
      parties: [{ position: 1, name: '上海甲厂', district: null, isLocal: false }, { position: 2, name: '青岛海信电器有限公司', district: '崂山区', isLocal: true }],
      sources: [{ batch: 2, file: '清单.xlsx', sheet: '国家标准', row: 4 }],
    })
    expect(await ask('records.get', { kind: 'standards', id: 99 })).toMatchObject({ code: 'unknown_record' })
  })

  it('forgets a closed result', async () => {
    const { handle } = registerContract['lists.open'].output.parse(await ask('lists.open', { kind: 'units' }))
    await ask('lists.close', { handle })
    expect(await ask('lists.page', { handle, from: 0, to: 10 })).toMatchObject({ code: 'list_expired' })
  })

  it('tells the windows when another program has written', async () => {
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'pilot' })] }), inserts: [anInsert('pilot', { key: '一', project: '试点' })] }))
    await store.close()
    await vi.waitFor(() => expect(emit).toHaveBeenCalledWith('register.changed', { sequence: 3 }), { timeout: 10_000 })
  })
})
