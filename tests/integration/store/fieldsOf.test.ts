import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindDefinitions, recordKinds, type RecordKind, type Values } from '../../../src/shared/domain/catalogue/fields'
import { listDefinitions, listKinds } from '../../../src/shared/domain/catalogue/listFields'
import { readFieldsOf } from '../../../src/main/register/lists/rowCells'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/registers/changeSets'
import { fillRandomly } from '../../support/registers/fillRandomly'
import { tempRegister } from '../../support/registers/tempRegister'

const register = tempRegister()
let store: SqliteStore

beforeAll(async () => {
  store = register.open()
  await fillRandomly(store, 7, 40)
})

afterAll(() => {
  register[Symbol.dispose]()
})

const fieldNames = (kind: RecordKind): string[] => kindDefinitions[kind].fields.map(({ name }) => name)
/** Empty fields are absent in a whole record and null or absent in a part of one. */
const filled = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

describe('fields of records', () => {
  it.each(recordKinds)('are, all together, the whole record: %s', async (kind) => {
    const records = await store.records.all(kind)
    const read = await store.records.fieldsOf(kind, records.map(({ id }) => id), fieldNames(kind))
    expect(read.map(({ id, values }) => ({ id, values: filled(values) }))).toEqual(records.map(({ id, values }) => ({ id, values })))
  })

  it('come without those that were not asked for', async () => {
    const [standard] = await store.records.all('standard')
    const [read] = await store.records.fieldsOf('standard', [standard?.id ?? 0], ['standardNo', 'title'])
    expect(Object.keys(read?.values ?? {})).toEqual(['standardNo', 'title'])
  })

  it('come in the order asked for, as often as asked for, without records that are gone', async () => {
    const [first, second] = (await store.records.all('patent')).filter(({ values }) => Array.isArray(values['parties']) && values['parties'].length > 1)
    const [a, b] = [first?.id ?? 0, second?.id ?? 0]
    const read = await store.records.fieldsOf('patent', [b, 999_999, a, a, b], ['parties'])
    expect(read).toEqual([b, a, a, b].map((id) => ({ id, values: { parties: (id === a ? first : second)?.values['parties'] } })))
    const numbers = await store.records.fieldsOf('patent', [b, 999_999, a, a, b], ['applicationNumber'])
    expect(numbers).toEqual([b, a, a, b].map((id) => ({ id, values: { applicationNumber: (id === a ? first : second)?.values['applicationNumber'] } })))
  })

  it('answer for a name that is no field with nothing, and for no ids with no rows', async () => {
    const [patent] = await store.records.all('patent')
    expect(await store.records.fieldsOf('patent', [patent?.id ?? 0], ['id; DROP TABLE patent'])).toEqual([{ id: patent?.id, values: {} }])
    expect(await store.records.fieldsOf('patent', [], ['title'])).toEqual([])
  })

  it('show a change as soon as it is committed', async () => {
    const written = await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    const id = written.ok ? (written.value.firstIds.patent ?? 0) : 0
    expect((await store.records.fieldsOf('patent', [id], ['parties', 'ipc']))[0]?.values).toEqual({ parties: aPatent()['parties'], ipc: aPatent()['ipc'] })
  })
})

describe('what the cells of a list read', () => {
  it.each(listKinds)('is named field by field, the key with it: %s', (kind) => {
    const { record, fields } = listDefinitions[kind]
    const read = readFieldsOf(kind, fields)
    expect(fieldNames(record)).toEqual(expect.arrayContaining(read))
    expect(read).toContain(kindDefinitions[record].key)
  })
})
