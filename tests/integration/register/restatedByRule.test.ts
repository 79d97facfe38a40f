import { expect, it } from 'vitest'
import { placesOf } from '../../../src/main/register/city/registerPlaces'
import { createColumnsOwner } from '../../../src/main/register/columns/columnsOwner'
import { freezeForm, frozenVersion } from '../../../src/main/register/freezing/freezePeriod'
import { hasChanged, restate } from '../../../src/main/register/freezing/restate'
import { deleteRecord } from '../../../src/main/register/records/edit/deleteRecord'
import { editFields } from '../../../src/main/register/records/edit/editFields'
import { aBatch, aChangeSet, anInsert, aSource } from '../../support/registers/changeSets'
import { recordServicesOver } from '../../support/registers/recordServices'
import { tempRegister } from '../../support/registers/tempRegister'
import { valueOf } from '../../support/valueOf'

it('calls a 0 that is blank today, of a kind that the register has never had, no change of the register', async () => {
  using register = tempRegister()
  const store = register.open()
  const services = recordServicesOver(store)
  const source = (kind: 'standard' | 'pct') => aBatch({ sha256: kind.padEnd(64, '0'), sources: [aSource({ kind, states: ['title'] })] })
  valueOf(await store.apply(aChangeSet({ batch: source('standard'), inserts: [anInsert('standard', { standardNo: 'GB/T 1-2021', title: '一', kind: 'national', publishedOn: '2021-05-05' })] })))
  const { city, resolver } = placesOf(null, null)
  const setting = async () => ({
    store, columns: await createColumnsOwner(store.columns, city).current(), records: store.records, districts: resolver, office: null,
    operator: '王芳', now: Date.UTC(2022, 0, 17), today: '2022-01-17', history: services.history,
  })
  valueOf(await freezeForm(await setting(), 'F8', { period: '2021', reason: '没有PCT申请的数据' }))
  const report = valueOf(await frozenVersion(store, 'F8', '2021'))
  // As earlier versions of the program froze it: 本年 and 上年 are 0, 同比 and 占比 do not apply.
  const withZeros = { ...report, values: report.values.map(([name = null]) => [name, 0, 0, '-', '-', null]) }
  const look = async () => {
    const { numbers, byRule } = valueOf(await restate(await setting(), withZeros))
    return { numbers: numbers.length, byRule: byRule.length, hasChanged: valueOf(await hasChanged(await setting(), withZeros)) }
  }
  const cells = report.values.length * 4
  expect(cells).toBeGreaterThan(40)
  expect(await look()).toEqual({ numbers: 0, byRule: cells, hasChanged: false })
  valueOf(await editFields(services, 'standard', 1, { title: '二' }))
  expect(await look()).toEqual({ numbers: 0, byRule: cells, hasChanged: false })
  valueOf(await store.apply(aChangeSet({ batch: source('pct'), inserts: [anInsert('pct', { pctNumber: 'PCT/CN2021/000001', receivedOn: '2019-05-05', applicants: ['王某'], ownerPlace: '370212' })] })))
  expect(await look()).toEqual({ numbers: 0, byRule: 0, hasChanged: false })
  valueOf(await deleteRecord(services, 'pct', 1))
  expect(await look()).toEqual({ numbers: cells, byRule: 0, hasChanged: true })
})
