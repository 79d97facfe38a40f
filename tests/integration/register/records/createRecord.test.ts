import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importFile } from '../../../../src/main/register/import/importFile'
import { createImportServices } from '../../../../src/main/register/import/services'
import { createRecord } from '../../../../src/main/register/records/edit/createRecord'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import type { RecordKind } from '../../../../src/shared/domain/catalogue/fields'
import { sampleClock } from '../../../support/registers/sampleImport'
import { recordServicesOver, valuesOf } from '../../../support/registers/recordServices'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'

let register: TempRegister
let store: SqliteStore
let services: RecordServices
beforeEach(() => {
  register = tempRegister()
  store = register.open()
  services = recordServicesOver(store)
})
afterEach(() => register[Symbol.dispose]())

describe('a record typed in by hand', () => {
  it.each<[RecordKind, Record<string, string>, Record<string, unknown>]>([
    ['population', { region: '崂山区', year: '2021', series: '年末常住', populationWan: '48.6643' }, { key: '370212|yearend2021', region: '370212', series: 'yearend2021', year: 2021, populationWan: 48.6643 }],
    ['population', { region: '青岛市', year: '2020', series: '人口普查', populationWan: '10071722人' }, { key: '370200|census2020', region: '370200', populationWan: 1007.1722 }],
    ['market_entities', { region: '市南区', year: '2021年', entities: '12.5万户' }, { key: '370202|2021', entities: 125_000 }],
    ['honour', { honour: '青岛市市长质量奖', level: '', session: '第十届', recipient: '青岛甲厂', district: '黄岛区', publishedOn: '2021年12月' }, { honour: '青岛市市长质量奖', district: '370211', publishedOn: '2021-12' }],
    ['pilot', { project: '国家级服务业标准化试点', name: '青岛乙院', year: '2021', district: '即墨' }, { project: '国家级服务业标准化试点', year: 2021, district: '370215' }],
    ['standard', { standardNo: 'gb/t 1.1—2020', title: '标准化工作导则', drafting: '中国标准化研究院\n青岛甲厂' }, { standardNo: 'GB/T 1.1-2020', kind: 'national', nature: 'recommended', listLength: 2, listComplete: 1 }],
    ['patent', { applicationNumber: 'ZL201611021124.3', title: '一种浮标', parties: '青岛甲厂' }, { type: 'invention', parties: ['青岛甲厂'] }],
  ])('%s %j is stored as import would store it', async (kind, typed, stored) => {
    const created = await createRecord(services, kind, typed)
    expect(created).toMatchObject({ ok: true, value: { what: 'created' } })
    if (created.ok) expect(await valuesOf(services, kind, created.value.id)).toMatchObject(stored)
  })

  it('says everything that is wrong with it at once, and stores nothing', async () => {
    const refused = await createRecord(services, 'population', { region: '火星区', year: '二一', series: '', populationWan: '48' })
    expect(refused).toMatchObject({ ok: false, code: 'unknown_region', at: { field: 'region' } })
    const failures = !refused.ok && (refused.details?.['failures'] as { code: string; at: { field: string } }[])
    expect(failures && failures.map(({ code, at }) => [at.field, code])).toEqual([['region', 'unknown_region'], ['year', 'bad_number'], ['series', 'field_required']])
    expect(await store.sequence()).toBe(0)
  })

  it('is refused when it is there already', async () => {
    const typed = { region: '崂山区', year: '2021', entities: '100' }
    await createRecord(services, 'market_entities', typed)
    expect(await createRecord(services, 'market_entities', typed)).toMatchObject({ code: 'record_exists' })
  })

  it('is the same record as the one a file brings later', async () => {
    expect(await createRecord(services, 'unit', { uscc: '91370200163562681G', name: '手工名称' })).toMatchObject({ ok: true })
    const path = join(register.folder, '名录.csv')
    writeFileSync(path, '\uFEFF统一社会信用代码,单位名称,所属区市\n91370200163562681G,青岛海信电器有限公司,崂山区\n')
    expect(await importFile(path, sampleClock, await createImportServices(store))).toMatchObject({ ok: true, value: { records: { new: 0, changed: 1 } } })
    expect((await store.records.byKeys('unit', ['91370200163562681G'])).get('91370200163562681G')?.values).toMatchObject({ name: '手工名称', district: '370212' })
  })
})
