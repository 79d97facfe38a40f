import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deleteRecord } from '../../../../src/main/register/records/edit/deleteRecord'
import { findDeleted } from '../../../../src/main/register/records/shown/findDeleted'
import { findRecord } from '../../../../src/main/register/records/findRecord'
import type { RecordKind } from '../../../../src/shared/domain/catalogue/fields'
import { createListReader } from '../../../../src/main/store/sqlite/records/listReader'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { recordServicesOver } from '../../../support/registers/recordServices'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'

let register: TempRegister
let services: ReturnType<typeof recordServicesOver> & { lists: ReturnType<typeof createListReader> }

beforeEach(async () => {
  register = tempRegister()
  const store = register.open()
  services = { ...recordServicesOver(store), lists: createListReader(store.db) }
  const standard = (standardNo: string) => anInsert('standard', { standardNo, title: '电梯安全' })
  const batch = aBatch({ sources: [aSource({ kind: 'standard' })] })
  await store.apply(aChangeSet({ batch, inserts: [
    ...['GB/T 1234-2020', 'GB/T 12342-2020', 'DB37/T 5678-2021', 'T/QDAS 567-2021', 'GB 567-2021'].map(standard),
    anInsert('patent', aPatent({ applicationNumber: '201611021124.3' })),
    anInsert('unit', { uscc: '91370200163562681G', name: '青岛甲有限公司', formerNames: ['青岛甲厂'] }),
  ] }))
})
afterEach(() => register[Symbol.dispose]())

async function found(kind: RecordKind, text: string): Promise<unknown> {
  const result = await findRecord(services, kind, text)
  return result.ok ? result.value.key : [result.code, result.details?.choices]
}

describe('the record that a number means', () => {
  it.each([
    ['standard', 'GB/T 1234-2020', 'GB/T 1234-2020'], ['standard', ' gb/t1234—2020 ', 'GB/T 1234-2020'], ['standard', '12342020', 'GB/T 1234-2020'], ['standard', 'gbt12342020', 'GB/T 1234-2020'],
    ['standard', '1234-2020', 'GB/T 1234-2020'], ['standard', 'ＧＢ／Ｔ １２３４２－２０２０', 'GB/T 12342-2020'], ['standard', 'db37t56782021', 'DB37/T 5678-2021'],
    ['patent', '201611021124.3', '201611021124.3'], ['patent', 'ZL 2016 1 1021124.3', '201611021124.3'], ['patent', '2016110211243', '201611021124.3'],
    ['unit', '91370200163562681g', '91370200163562681G'], ['unit', '青岛甲有限公司', '91370200163562681G'], ['unit', '青岛甲厂', '91370200163562681G'],
  ] as const)('finds a %s by “%s”', async (kind, text, key) => {
    expect(await found(kind, text)).toBe(key)
  })

  it('is asked for where several have these digits, and never guessed', async () => {
    expect(await found('standard', '5672021')).toEqual(['ambiguous_record', ['T/QDAS 567-2021', 'GB 567-2021']])
  })

  it('is none for a part of a number, a number that nothing has, and signs alone', async () => {
    expect(await found('standard', '2020')).toEqual(['unknown_record', undefined])
    expect(await found('standard', 'GB/T 999-2020')).toEqual(['unknown_record', undefined])
    expect(await found('standard', '—/')).toEqual(['unknown_record', undefined])
  })

  it('may be a deleted one, in any spelling too', async () => {
    await deleteRecord(services, 'standard', 1)
    expect(await found('standard', '12342020')).toEqual(['unknown_record', undefined])
    expect(await findDeleted(services, 'standard', 'gbt12342020')).toMatchObject({ ok: true, value: { id: 1, key: 'GB/T 1234-2020' } })
    expect(await findDeleted(services, 'standard', '1234')).toMatchObject({ ok: false, code: 'unknown_record' })
  })
})
