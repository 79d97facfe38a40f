import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deleteRecord } from '../../../../src/main/register/records/edit/deleteRecord'
import { editFields } from '../../../../src/main/register/records/edit/editFields'
import { recordHistory } from '../../../../src/main/register/records/shown/recordHistory'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import { restoreRecord } from '../../../../src/main/register/records/edit/restoreRecord'
import { restoreState } from '../../../../src/main/register/records/edit/restoreState'
import { undoChange, undoLastChange } from '../../../../src/main/register/records/edit/undoChange'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { recordServicesOver, valuesOf } from '../../../support/registers/recordServices'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

let register: TempRegister
let services: RecordServices

beforeEach(async () => {
  register = tempRegister()
  const store = register.open()
  services = recordServicesOver(store)
  const batch = aBatch({ sources: [aSource({ kind: 'patent', states: ['applicationNumber', 'type', 'title', 'parties', 'filedOn', 'grantedOn', 'ownerType', 'ipc', 'strategic'] })] })
  await store.apply(aChangeSet({ batch, inserts: [anInsert('patent', aPatent())] }))
})
afterEach(() => register[Symbol.dispose]())

async function set(typed: Record<string, string>): Promise<number | null> {
  const done = valueOf(await editFields(services, 'patent', 1, typed))
  return done.sequence
}

async function title(): Promise<unknown> {
  return (await valuesOf(services, 'patent', 1)).title
}

describe('setting several fields', () => {
  it('is one change that names each field as it was and as it became', async () => {
    const before = await valuesOf(services, 'patent', 1)
    const done = await editFields(services, 'patent', 1, { title: '新名称', grantedOn: '2021年5月6日', type: String(before.type) })
    expect(done).toMatchObject({ ok: true, value: { sequence: 2, fields: [{ field: 'title', before: before.title, after: '新名称' }, { field: 'grantedOn', after: '2021-05-06' }] } })
    expect(await valuesOf(services, 'patent', 1)).toMatchObject({ title: '新名称', grantedOn: '2021-05-06' })
  })

  it('stores nothing when one of them is no value', async () => {
    const before = await valuesOf(services, 'patent', 1)
    expect(await editFields(services, 'patent', 1, { title: '新名称', grantedOn: '2021-02-30' })).toMatchObject({ ok: false, code: 'bad_date', at: { field: 'grantedOn' } })
    expect(await valuesOf(services, 'patent', 1)).toEqual(before)
  })

  it('leaves what says which record it is, and changes nothing where all is so already', async () => {
    expect(await editFields(services, 'patent', 1, { applicationNumber: '201910123457.X' })).toMatchObject({ code: 'field_fixed' })
    expect(await set({ title: String(await title()) })).toBeNull()
  })
})

describe('restoring an earlier state', () => {
  it('brings back every field of that moment, before and after any later change', async () => {
    const states = [await valuesOf(services, 'patent', 1)]
    const edits: Record<string, string>[] = [{ title: '甲' }, { title: '乙', parties: '某公司\n另一公司' }, { grantedOn: '' }, { title: '', filedOn: '2019-03-01' }]
    for (const typed of edits) {
      await set(typed)
      states.push(await valuesOf(services, 'patent', 1))
    }
    for (const [at, expected] of [...states.entries()].toReversed()) {
      expect(await restoreState(services, 'patent', 1, at + 1), `state ${at}`).toMatchObject({ ok: true })
      expect(await valuesOf(services, 'patent', 1), `state ${at}`).toEqual(expected)
    }
  })

  it('takes back only the word of a person where the files still say the same', async () => {
    await set({ title: '甲' })
    await restoreState(services, 'patent', 1, 1)
    expect((await services.store.evidence.handEdits('patent', [1])).get(1)).toBeUndefined()
  })

  it('works across deletion and return, and is itself undone like any change', async () => {
    await set({ title: '甲' })
    await deleteRecord(services, 'patent', 1)
    expect(await restoreState(services, 'patent', 1, 2)).toMatchObject({ code: 'unknown_record' })
    await restoreRecord(services, 'patent', 1)
    await set({ title: '乙' })
    const restored = await restoreState(services, 'patent', 1, 2)
    expect(await title()).toBe('甲')
    if (restored.ok && restored.value.sequence !== null) await undoChange(services, restored.value.sequence)
    expect(await title()).toBe('乙')
  })

  it('refuses a moment at which the record was not there', async () => {
    await deleteRecord(services, 'patent', 1)
    await restoreRecord(services, 'patent', 1)
    expect(await restoreState(services, 'patent', 1, 2)).toMatchObject({ code: 'unknown_state' })
    expect(await restoreState(services, 'patent', 1, 0)).toMatchObject({ code: 'unknown_state' })
    expect(await restoreState(services, 'patent', 1, 99)).toMatchObject({ code: 'unknown_state' })
  })
})

describe('undoing the last change', () => {
  it('goes back change by change, whoever made them, and not into what was undone', async () => {
    const original = await title()
    await set({ title: '甲' })
    await set({ title: '乙' })
    await undoLastChange(services)
    expect(await title()).toBe('甲')
    await undoLastChange(services)
    expect(await title()).toBe(original)
    expect(await undoLastChange(services)).toMatchObject({ code: 'nothing_to_undo' })
  })

  it('undoes a change again that an undo by number had brought back', async () => {
    await set({ title: '甲' })
    const undone = await undoLastChange(services)
    if (undone.ok && undone.value.sequence !== null) await undoChange(services, undone.value.sequence)
    expect(await title()).toBe('甲')
    await undoLastChange(services)
    expect(await title()).not.toBe('甲')
  })
})

describe('the history of a record', () => {
  it('tells who changed what and from which row it came, also when the record is gone', async () => {
    await set({ title: '甲' })
    await deleteRecord(services, 'patent', 1)
    const history = await recordHistory(services, 'patent', 1, services.reading.words)
    expect(history).toMatchObject({ ok: true, value: [
      { change: 'deleted', operator: '王芳', rows: [] },
      { change: 'updated', reason: 'edit', fields: [{ field: 'title', label: '名称', after: '甲' }] },
      { change: 'inserted', reason: 'import', rows: [{ row: 2 }] },
    ] })
  })

  it('knows nothing of a record that never was', async () => {
    expect(await recordHistory(services, 'patent', 99, services.reading.words)).toMatchObject({ code: 'unknown_record' })
  })
})
