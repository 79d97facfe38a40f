import { openSession, type RegisterSession } from '../../../src/main/register/opened/session'
import { loadSubjects } from '../../../src/main/register/units/unitSubjects'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from './changeSets'
import { recordServicesOver } from './recordServices'
import { tempRegister, type TempRegister } from './tempRegister'

export const today = '2022-01-17'

/** Codes of the two units of the directory. */
export const codes = { rongtuo: '913702004957962652', rongtuoOld: '91370200264574251E' } as const

export interface UnitRegister extends Disposable {
  temp: TempRegister
  store: SqliteStore
  session: RegisterSession
  services: ReturnType<typeof recordServicesOver>
  subjects(): ReturnType<typeof loadSubjects>
}

/** A register with two units, standards, patents, a mark and an honour that name them in several ways of writing. */
export async function unitRegister(): Promise<UnitRegister> {
  const temp = tempRegister()
  const store = temp.open()
  await fillUnitRegister(store)
  const opened = openSession(temp.path)
  if (!opened.ok) throw new Error(opened.code)
  const session = opened.value
  return {
    temp, store, session, services: recordServicesOver(store), subjects: () => loadSubjects(session, today),
    [Symbol.dispose]() {
      void session.close()
      temp[Symbol.dispose]()
    },
  }
}

/** What {@link unitRegister} holds, written to an empty register. */
export async function fillUnitRegister(store: SqliteStore): Promise<void> {
  const source = aSource({ kind: 'unit', states: ['uscc', 'name', 'formerNames', 'district', 'unitType', 'address'], class: 'official' })
  const applied = await store.apply(aChangeSet({
    batch: aBatch({ fileName: '单位名录_2021.xlsx', kind: 'units', sources: [source] }),
    inserts: [
      anInsert('unit', { uscc: codes.rongtuo, name: '青岛嵘拓包装有限公司', formerNames: ['青岛嵘拓纸业有限公司'], district: '370211', unitType: '企业' }, 2),
      anInsert('unit', { uscc: codes.rongtuoOld, name: '青岛嵘拓包装材料厂', district: '370214', address: '城阳区正阳路 1 号' }, 3),
      anInsert('standard', { standardNo: 'GB/T 1-2020', title: '纸包装', kind: 'national', publishedOn: '2021-03-01', drafting: [[1, '青岛嵘拓包装'], [2, '中国海洋大学']], listComplete: 1 }, 4),
      anInsert('standard', { standardNo: 'GB/T 2-2020', title: '塑料包装', kind: 'national', publishedOn: '2021-04-01', drafting: [[1, '青岛大学'], [3, '青岛嵘拓包装有限公司']] }, 5),
      anInsert('standard', { standardNo: 'GB/T 3-2020', title: '金属包装', kind: 'national', publishedOn: '2021-05-01', drafting: [[2, '青岛嵘拓包装材料厂'], [3, '中国海大']] }, 6),
      anInsert('patent', aPatent({ applicationNumber: '201910123456X', parties: ['青岛市嵘拓包装有限责任公司', '青岛大学'] }), 7),
      anInsert('trademark', { registrationNumber: '1234567', name: '嵘拓', classes: [9], owner: '青岛嵘拓包装', registeredOn: '2012-03-01' }, 8),
      anInsert('honour', { key: '市长质量奖||2021|x', honour: '市长质量奖', session: '2021', recipient: '青岛嵘拓包装有限公司', status: '授予', publishedOn: '2021-06-01' }, 9),
    ],
  }))
  if (!applied.ok) throw new Error(applied.code)
}
