import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRecord } from '../../../../src/main/register/records/edit/createRecord'
import { deleteRecord } from '../../../../src/main/register/records/edit/deleteRecord'
import { editRecord, withdrawEdit } from '../../../../src/main/register/records/edit/editRecord'
import { noteRecord } from '../../../../src/main/register/records/edit/noteRecord'
import type { RecordChange, RecordServices } from '../../../../src/main/register/records/recordServices'
import { recycledRecords, restoreRecord } from '../../../../src/main/register/records/edit/restoreRecord'
import { typedText } from '../../../../src/main/register/records/edit/typedText'
import { undoChange } from '../../../../src/main/register/records/edit/undoChange'
import { createUndoStack } from '../../../../src/main/register/records/edit/undoStack'
import { undoBatch } from '../../../../src/main/register/evidence/undoBatch'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import type { Result } from '../../../../src/shared/domain/result'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { recordServicesOver, valuesOf, wholeRecord } from '../../../support/registers/recordServices'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

let register: TempRegister
let services: RecordServices

beforeEach(async () => {
  register = tempRegister()
  const store = register.open()
  services = recordServicesOver(store)
  const states = ['applicationNumber', 'type', 'title', 'parties', 'filedOn', 'grantedOn', 'ownerType', 'ipc', 'strategic']
  const batch = aBatch({ sources: [aSource({ kind: 'patent', states })] })
  await store.apply(aChangeSet({ batch, inserts: [anInsert('patent', aPatent()), anInsert('patent', aPatent({ applicationNumber: '201910123457.X' }), 3)] }))
})
afterEach(() => register[Symbol.dispose]())

async function edit(field: string, text: string) {
  return editRecord(services, { kind: 'patent', id: 1, field, text, before: typedText('patent', field, await valuesOf(services, 'patent', 1), services.reading.words) })
}

async function done(result: Promise<Result<RecordChange>>): Promise<RecordChange> {
  return valueOf(await result)
}

async function isWhole(): Promise<unknown> {
  await services.store.close()
  const report = await checkRegister(register.path)
  return report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')
}

describe('undo and redo', () => {
  it('go back to the start over every kind of change, and forward again', async () => {
    const stack = createUndoStack()
    const start = await wholeRecord(services, 'patent', 1)
    const changes = [
      () => edit('title', '改名'), () => edit('title', '再改名'), () => edit('grantedOn', '2021-04-01'), () => withdrawEdit(services, 'patent', 1, 'title'),
      () => noteRecord(services, 'patent', 1, '核对授权日', '2022-03-01'), () => noteRecord(services, 'patent', 1, '', ''),
      () => deleteRecord(services, 'patent', 1), () => restoreRecord(services, 'patent', 1),
    ]
    const states: unknown[] = []
    for (const change of changes) {
      states.push(await wholeRecord(services, 'patent', 1))
      stack.did(await done(change()))
    }
    const end = await wholeRecord(services, 'patent', 1)
    for (const state of states.toReversed()) {
      expect(await stack.undo((sequence) => undoChange(services, sequence))).toMatchObject({ ok: true })
      expect(await wholeRecord(services, 'patent', 1)).toEqual(state)
    }
    expect(await wholeRecord(services, 'patent', 1)).toEqual(start)
    expect(await stack.undo((sequence) => undoChange(services, sequence))).toMatchObject({ code: 'nothing_to_undo' })
    for (const _ of changes) expect(await stack.redo((sequence) => undoChange(services, sequence))).toMatchObject({ ok: true })
    expect(await wholeRecord(services, 'patent', 1)).toEqual(end)
    expect(await isWhole()).toEqual([])
  })

  it('take back a new record and bring it again under its id', async () => {
    const created = await done(createRecord(services, 'unit', { uscc: '91370200163562681G', name: '青岛海信电器有限公司', district: '崂山区' }))
    const whole = await wholeRecord(services, 'unit', created.id)
    const undone = await done(undoChange(services, created.sequence ?? 0))
    expect(await wholeRecord(services, 'unit', created.id)).toMatchObject({ values: null, hand: null })
    await done(undoChange(services, undone.sequence ?? 0))
    expect(await wholeRecord(services, 'unit', created.id)).toEqual(whole)
  })

  it('touch one field and leave a later change of another', async () => {
    const first = await done(edit('title', '改名'))
    await done(edit('grantedOn', '2021-04-01'))
    await done(undoChange(services, first.sequence ?? 0))
    expect(await valuesOf(services, 'patent', 1)).toMatchObject({ title: '一种电梯制动装置', grantedOn: '2021-04-01' })
  })

  it('are refused when the field has moved on since', async () => {
    const first = await done(edit('title', '改名'))
    await done(edit('title', '再改名'))
    expect(await undoChange(services, first.sequence ?? 0)).toMatchObject({ code: 'register_changed' })
    expect(await valuesOf(services, 'patent', 1)).toMatchObject({ title: '再改名' })
  })

  it('do not touch imports', async () => {
    expect(await undoChange(services, 1)).toMatchObject({ code: 'nothing_to_undo' })
  })
})

describe('a deleted record', () => {
  it('lies in the recycle bin and comes back as it was', async () => {
    await done(edit('title', '改名'))
    await done(noteRecord(services, 'patent', 1, '核对', '2022年3月1日'))
    const before = await wholeRecord(services, 'patent', 1)
    expect(before.note).toEqual({ text: '核对', followUpOn: '2022-03-01' })
    await done(deleteRecord(services, 'patent', 1))
    expect(await wholeRecord(services, 'patent', 1)).toEqual({ digest: null, values: null, evidence: [], hand: null, note: null, attachments: [] })
    expect(await recycledRecords(services, 10)).toMatchObject([{ kind: 'patent', id: 1, operator: '王芳', old: { title: '改名' } }])
    await done(restoreRecord(services, 'patent', 1))
    expect(await wholeRecord(services, 'patent', 1)).toEqual(before)
    expect(await recycledRecords(services, 10)).toEqual([])
    expect(await isWhole()).toEqual([])
  })

  it('comes back as the word of a person when its file was undone meanwhile', async () => {
    await done(deleteRecord(services, 'patent', 1))
    await undoBatch(services.store, 1, { at: 1, operator: '王芳' })
    await done(restoreRecord(services, 'patent', 1))
    const { values, hand, evidence } = await wholeRecord(services, 'patent', 1)
    expect(values).toEqual(aPatent())
    expect(hand?.values).toEqual(aPatent())
    expect(evidence).toEqual([])
    expect(await isWhole()).toEqual([])
  })

  it('does not come back beside another of its number', async () => {
    await done(deleteRecord(services, 'patent', 1))
    await services.store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    expect(await restoreRecord(services, 'patent', 1)).toMatchObject({ code: 'record_exists', details: { value: aPatent().applicationNumber } })
  })

  it('that was removed with its batch is not in the bin', async () => {
    await undoBatch(services.store, 1, { at: 1, operator: '王芳' })
    expect(await recycledRecords(services, 10)).toEqual([])
    expect(await restoreRecord(services, 'patent', 1)).toMatchObject({ code: 'unknown_record' })
  })
})
