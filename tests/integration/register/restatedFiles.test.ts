import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placesOf } from '../../../src/main/register/city/registerPlaces'
import { createColumnsOwner } from '../../../src/main/register/columns/columnsOwner'
import { undoBatch } from '../../../src/main/register/evidence/undoBatch'
import { archivePeriod } from '../../../src/main/register/freezing/archivePeriod'
import { freezeForm, frozenVersion } from '../../../src/main/register/freezing/freezePeriod'
import { restate } from '../../../src/main/register/freezing/restate'
import { restatedNumbers } from '../../../src/main/register/freezing/restatedNumbers'
import { importFile } from '../../../src/main/register/import/importFile'
import { createImportServices } from '../../../src/main/register/import/services'
import { planRedo } from '../../../src/main/register/import/redo/planRedo'
import { writeRedo } from '../../../src/main/register/import/redo/redoBatch'
import { deleteRecord } from '../../../src/main/register/records/edit/deleteRecord'
import { editFields } from '../../../src/main/register/records/edit/editFields'
import type { RecordServices } from '../../../src/main/register/records/recordServices'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { formDefinition, type FormName } from '../../../src/shared/domain/catalogue/forms'
import type { ImportKind } from '../../../src/shared/domain/catalogue/headings'
import { recordServicesOver } from '../../support/registers/recordServices'
import { sampleClock } from '../../support/registers/sampleImport'
import { tempRegister } from '../../support/registers/tempRegister'
import { readFile, textOf } from '../../support/workbooks/readWorkbookFile'
import { valueOf } from '../../support/valueOf'

/** Forms that were closed before a file was taken back, and before one brought what has no district. */
const register = tempRegister()
let store: SqliteStore
let services: RecordServices
const unit = '91370200163562681G'
const heading = '专利号,专利名称,专利类型,申请日,授权公告日,专利权人,区市'
/** Two that one file brings and a second file brings one of; a third that is deleted; one whose owner has no district. */
const lines = {
  taken: 'ZL202010000001.1,装置甲,发明,2020-01-02,2021-03-05,青岛甲有限公司,崂山区',
  shared: 'ZL202010000002.6,装置乙,发明,2020-01-03,2021-04-06,青岛甲有限公司,崂山区',
  deleted: 'ZL202010000003.0,装置丙,发明,2020-01-04,2021-05-07,青岛甲有限公司,崂山区',
  elsewhere: 'ZL202010000004.5,装置丁,发明,2020-01-05,2021-06-08,王某,',
}

beforeAll(async () => {
  store = register.open()
  services = recordServicesOver(store)
})
afterAll(() => register[Symbol.dispose]())

async function setting() {
  const { city, resolver } = placesOf(null, null)
  return {
    store, columns: await createColumnsOwner(store.columns, city).current(), records: store.records, districts: resolver, office: null,
    operator: '王芳', now: Date.UTC(2022, 0, 17), today: '2022-01-17', history: services.history,
  }
}

let files = 0

async function imported(as: ImportKind, ...rows: readonly string[]): Promise<{ batch: number; path: string }> {
  const path = join(register.folder, `${++files}.csv`)
  writeFileSync(path, rows.join('\n'))
  const { batch, review, rejected } = valueOf(await importFile(path, { ...sampleClock, as }, await createImportServices(store)))
  if (batch === null || review.length + rejected.length > 0) throw new Error(JSON.stringify([review, rejected]))
  return { batch, path }
}

async function restated(form: FormName) {
  return valueOf(await restate(await setting(), valueOf(await frozenVersion(store, form, '2021'))))
}

describe('a closed form', () => {
  let undone: Awaited<ReturnType<typeof imported>>

  it('names by their keys the records that went with a file, and those that somebody took out', async () => {
    await imported('units', '单位名称,统一社会信用代码,所属区市', `青岛甲有限公司,${unit},崂山区`)
    undone = await imported('patents', heading, lines.taken, lines.shared)
    await imported('patents', heading, lines.shared, lines.deleted)
    for (const form of ['F3', 'F5'] as const) valueOf(await freezeForm(await setting(), form, { period: '2021', reason: '样例' }))
    const keys = (await store.records.all('patent')).map(({ values }) => values.applicationNumber)
    valueOf(await undoBatch(store, undone.batch, sampleClock))
    valueOf(await deleteRecord(services, 'patent', 3))
    expect(keys).toHaveLength(3)
    const { records } = await restated('F5')
    expect(records.map(({ kind, key, change }) => [kind, key, change])).toEqual([['patent', keys[0], 'withdrawn'], ['patent', keys[2], 'withdrawn']])
    const archive = join(register.folder, '归档')
    valueOf(await archivePeriod(services, '2021', archive))
    const { sheets: [list] } = await readFile(join(archive, 'F5_记录清单.xlsx'))
    const listed = list?.rows.map(({ cells }) => cells.map(textOf)).filter(([column, , row]) => column === 'M' && row === '崂山区')
    expect(listed?.map(([, , , , key, title]) => [key, title])).toEqual([[keys[0], '（已删除）'], [keys[1], '装置乙'], [keys[2], '装置丙（已删除）']])
  })

  it('tells of a row that came what it counts, and not its name', async () => {
    await imported('patents', heading, lines.elsewhere)
    const { numbers } = await restated('F3')
    const came = numbers.filter(({ row }) => row === '其他')
    expect(came).toContainEqual({ row: '其他', column: 'B', before: null, after: 1 })
    expect(came.map(({ column }) => column)).not.toContain('A')
    expect(numbers.filter(({ row }) => row !== '其他').map(({ row }) => row)).toContain('全市')
  })

  it('says of records that came back that they did, in the order of what happened', async () => {
    const batch = await store.batches.get(undone.batch)
    if (batch === null) throw new Error('no batch')
    valueOf(await writeRedo(valueOf(await planRedo(undone.path, batch, sampleClock, await createImportServices(store))), store))
    valueOf(await editFields(services, 'patent', 4, { title: '装置丁改' }))
    const { records } = await restated('F5')
    expect(records.toSorted((a, b) => a.id - b.id).map(({ id, change, reasons }) => [id, change, reasons.map(({ what }) => what).join()])).toEqual([
      [1, 'changed', 'undo_batch,redo_batch'], [3, 'withdrawn', 'delete'], [4, 'added', 'import,edit'],
    ])
  })

  it('takes the number of a row for none that is counted', () => {
    const form = formDefinition('F7')
    const rowOf = (number: number, name: string, counted: number): (string | number)[] => [number, name, counted, ...Array.from({ length: form.columns.length - 3 }, () => 0)]
    const [before, after] = [[rowOf(1, '市南区', 5), rowOf(2, '其他', 2)], [rowOf(1, '李沧区', 3), rowOf(2, '市南区', 5)]]
    expect(restatedNumbers(form, before, after).filter(({ before: old, after: now }) => old !== 0 && now !== 0)).toEqual([
      { row: '其他', column: 'C', before: 2, after: null }, { row: '李沧区', column: 'C', before: null, after: 3 },
    ])
  })
})
