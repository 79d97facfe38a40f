import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placesOf } from '../../../src/main/register/city/registerPlaces'
import { createColumnsOwner } from '../../../src/main/register/columns/columnsOwner'
import { freezeForm, frozenVersion, type FreezeSetting } from '../../../src/main/register/freezing/freezePeriod'
import { restate } from '../../../src/main/register/freezing/restate'
import { importFile } from '../../../src/main/register/import/importFile'
import { createImportServices } from '../../../src/main/register/import/services'
import { editFields } from '../../../src/main/register/records/edit/editFields'
import type { RecordServices } from '../../../src/main/register/records/recordServices'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import type { FormName } from '../../../src/shared/domain/catalogue/forms'
import type { ImportKind } from '../../../src/shared/domain/catalogue/headings'
import { recordServicesOver } from '../../support/registers/recordServices'
import { sampleClock } from '../../support/registers/sampleImport'
import { tempRegister } from '../../support/registers/tempRegister'
import { valueOf } from '../../support/valueOf'

/** Lists that were closed: one unit leads what it is paid for, another takes part in it, and one pilot is paid of two. */
const register = tempRegister()
let store: SqliteStore
let services: RecordServices
const pilotKey = '服务业标准化试点|服务业标准化|国家级|2021|91370200163562681G'
const [leader, partner] = ['91370200163562681G', '91370200264574251E'] as const

async function setting(): Promise<FreezeSetting & Pick<RecordServices, 'history'>> {
  const { city, resolver } = placesOf(null, null)
  return {
    store, columns: await createColumnsOwner(store.columns, city).current(), records: store.records, districts: resolver, office: null,
    operator: '王芳', now: Date.UTC(2022, 0, 17), today: '2022-01-17', history: services.history,
  }
}

beforeAll(async () => {
  store = register.open()
  services = recordServicesOver(store)
  const files: readonly (readonly [as: ImportKind, lines: readonly string[]])[] = [
    ['units', ['单位名称,统一社会信用代码,所属区市', `青岛甲有限公司,${leader},崂山区`, `青岛乙有限公司,${partner},市南区`]],
    ['standards', ['标准编号,标准名称,发布日期,起草单位,名单完整', 'GB/T 1001-2021,甲,2021-05-05,青岛甲有限公司、青岛乙有限公司,是', 'GB/T 1002-2021,乙,2021-06-06,青岛乙有限公司、青岛甲有限公司,是']],
    ['pilots', ['项目名称,类型,级别,承担单位,批准年度,状态', '服务业标准化试点,服务业标准化,国家级,青岛甲有限公司,2021,已验收', '知识产权示范企业,知识产权示范,国家级,青岛甲有限公司,2021,已验收']],
  ]
  for (const [as, lines] of files) {
    const path = join(register.folder, `${as}.csv`)
    writeFileSync(path, lines.join('\n'))
    valueOf(await importFile(path, { ...sampleClock, as }, await createImportServices(store)))
  }
  for (const [form, district] of [['F1', '市南区'], ['F11', undefined]] as const) valueOf(await freezeForm(await setting(), form, { period: '2021', district, reason: '样例' }))
})
afterAll(() => register[Symbol.dispose]())

async function restated(form: FormName) {
  const { records, numbers } = valueOf(await restate(await setting(), valueOf(await frozenVersion(store, form, '2021'))))
  return { numbers, records: records.map(({ key, change, from, to, follows }) => [key, change, from.join(), to.join(), follows.map(({ key: unit }) => unit).join()]) }
}

describe('a closed list', () => {
  it('of subsidies names what is paid and no other pilot', async () => {
    for (const { id } of await store.records.all('pilot')) valueOf(await editFields(services, 'pilot', id, { status: '在建' }))
    expect(await restated('F11')).toEqual({
      records: [[pilotKey, 'withdrawn', '崂山区,全市', '', '']],
      numbers: [{ row: '', column: 'A', before: 3, after: 2 }, { row: '服务业标准化试点 青岛甲有限公司 国家级试点', column: 'F', before: '服务业标准化试点', after: null }, { row: 'GB/T 1001-2021 青岛甲有限公司 主持国家', column: 'K', before: 40, after: 20 }],
    })
  })

  it('names the unit that took a record elsewhere, though the record was edited itself', async () => {
    const [first] = await store.records.all('standard')
    valueOf(await editFields(services, 'standard', first?.id ?? 0, { title: '改过的名称' }))
    const [unit] = await store.records.all('unit')
    valueOf(await editFields(services, 'unit', unit?.id ?? 0, { district: '370283' }))
    const { records } = await restated('F11')
    expect(records).toEqual(expect.arrayContaining([['GB/T 1001-2021', 'moved', '崂山区,全市', '平度市,全市', leader], [leader, 'changed', '', '', '']]))
    expect(records.map(([key]) => key)).not.toContain('GB/T 1002-2021')
  })

  it('of one district names nothing that only other districts list', async () => {
    const { records } = await restated('F1')
    expect(records).toEqual([['GB/T 1001-2021', 'changed', '市南区', '市南区', ''], [leader, 'changed', '', '', '']])
  })
})
