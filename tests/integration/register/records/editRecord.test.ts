import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { undoBatch } from '../../../../src/main/register/evidence/undoBatch'
import { importFile } from '../../../../src/main/register/import/importFile'
import { createImportServices } from '../../../../src/main/register/import/services'
import { editRecord, withdrawEdit, type FieldEdit } from '../../../../src/main/register/records/edit/editRecord'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import { typedText } from '../../../../src/main/register/records/edit/typedText'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { recordServicesOver, valuesOf, wholeRecord } from '../../../support/registers/recordServices'
import { sampleClock } from '../../../support/registers/sampleImport'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

let register: TempRegister
let store: SqliteStore
let services: RecordServices

async function importCsv(name: string, lines: readonly string[]): Promise<number> {
  const path = join(register.folder, name)
  writeFileSync(path, `\uFEFF${lines.join('\n')}\n`)
  const imported = valueOf(await importFile(path, sampleClock, await createImportServices(store)))
  return imported.batch ?? 0
}

const header = '标准编号,标准名称,发布日期,实施日期,归口单位,起草单位'
const number = 'GB/T 19127.9-2021'
const row = (title: string, committee = '全国水产标准化技术委员会') => `${number},${title},2021-09-20,2021-12-19,${committee},江苏甲厂、青岛乙厂`

async function edit(field: string, text: string, more: Partial<FieldEdit> = {}) {
  return editRecord(services, { kind: 'standard', id: 1, field, text, before: typedText('standard', field, await valuesOf(services, 'standard', 1), services.reading.words), ...more })
}

beforeEach(() => {
  register = tempRegister()
  store = register.open()
  services = recordServicesOver(store)
})
afterEach(() => register[Symbol.dispose]())

describe('a field edited by hand', () => {
  it('is stored with the operator, and beats the files that come later', async () => {
    await importCsv('甲.csv', [header, row('深海钢缆 试验方法')])
    expect(await edit('title', ' 深海钢缆　可靠性试验方法 ')).toMatchObject({ ok: true, value: { what: 'edited', field: '标准名称', sequence: 2 } })
    await importCsv('乙.csv', [header, row('深海钢缆 别的名称', '全国钢缆标准化技术委员会')])
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ title: '深海钢缆 可靠性试验方法', committee: '全国钢缆标准化技术委员会' })
    expect((await services.history.ofRecord('standard', 1)).at(1)).toMatchObject({ operator: '王芳', reason: 'edit', old: { title: '深海钢缆 试验方法' } })
  })

  it('gives way to the files again when it is withdrawn', async () => {
    await importCsv('甲.csv', [header, row('深海钢缆 试验方法')])
    const before = await wholeRecord(services, 'standard', 1)
    await edit('title', '改名')
    await edit('committee', '别的委员会')
    expect(await withdrawEdit(services, 'standard', 1, 'title')).toMatchObject({ ok: true, value: { what: 'withdrawn', field: '标准名称' } })
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ title: '深海钢缆 试验方法', committee: '别的委员会' })
    await withdrawEdit(services, 'standard', 1, 'committee')
    expect(await wholeRecord(services, 'standard', 1)).toEqual(before)
    expect(await withdrawEdit(services, 'standard', 1, 'title')).toMatchObject({ code: 'nothing_to_withdraw' })
  })

  it('stays when the only file behind the record is undone', async () => {
    const batch = await importCsv('甲.csv', [header, row('深海钢缆 试验方法')])
    await edit('title', '改名')
    expect(await undoBatch(store, batch, { at: 1, operator: '王芳' })).toMatchObject({ ok: true, value: { records: { removed: 0, reverted: 1 } } })
    const left = await valuesOf(services, 'standard', 1)
    expect(left).toMatchObject({ standardNo: number, kind: 'national', title: '改名' })
    expect(left.committee).toBeUndefined()
  })

  it('leaves what each row of a file states as it was', async () => {
    const first = await importCsv('甲.csv', [header, row('第一个名称')])
    await importCsv('乙.csv', [header, row('第二个名称')])
    await edit('title', '改名')
    await undoBatch(store, first, { at: 1, operator: '王芳' })
    await withdrawEdit(services, 'standard', 1, 'title')
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ title: '第二个名称' })
  })

  it('changes the whole drafting list with its length', async () => {
    await importCsv('甲.csv', [header, row('名称')])
    expect(await edit('drafting', '青岛乙厂\n江苏甲厂\n山东丙院')).toMatchObject({ ok: true })
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ drafting: [[1, '青岛乙厂'], [2, '江苏甲厂'], [3, '山东丙院']], listLength: 3, listComplete: 1 })
    await withdrawEdit(services, 'standard', 1, 'drafting')
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ drafting: [[1, '江苏甲厂'], [2, '青岛乙厂']], listLength: 2 })
  })

  it.each([
    ['publishedOn', '2021.13.5', { code: 'bad_date', at: { field: 'publishedOn' }, details: { value: '2021.13.5' } }],
    ['kind', '国外标准', { code: 'unknown_value', at: { field: 'kind' } }],
    ['ics', '不是分类', { code: 'bad_format', at: { field: 'ics' } }],
    ['reportedDistrict', '火星区', { code: 'unknown_region', at: { field: 'reportedDistrict' } }],
    ['replaces', '没有编号', { code: 'not_a_standard_number', at: { field: 'replaces' } }],
    ['standardNo', 'GB/T 1-2021', { code: 'field_fixed', at: { field: 'standardNo' } }],
    ['title', '', { code: 'field_required', at: { field: 'title' } }],
  ])('that is no %s (%s) is refused with the reason, and nothing is stored', async (field, text, failure) => {
    await importCsv('甲.csv', [header, row('名称')])
    const before = await wholeRecord(services, 'standard', 1)
    expect(await edit(field, text)).toMatchObject({ ok: false, ...failure })
    expect(await wholeRecord(services, 'standard', 1)).toEqual(before)
    expect(await store.sequence()).toBe(1)
  })

  it('is refused when the field has changed since it was shown, and is nothing when it says the same', async () => {
    await importCsv('甲.csv', [header, row('名称')])
    expect(await edit('title', '新名称', { before: '更早的名称' })).toMatchObject({ code: 'register_changed', at: { field: 'title' } })
    expect(await edit('publishedOn', '2021年9月20日')).toMatchObject({ ok: true, value: { sequence: null } })
    expect(await store.sequence()).toBe(1)
  })

  it('offers the right number for a code with a wrong check character', async () => {
    await importCsv('专利.csv', ['申请号,名称,专利权人,申请日,统一社会信用代码', '201611021124.3,一种浮标,青岛甲厂,2016-11-18,'])
    const refused = await editRecord(services, { kind: 'patent', id: 1, field: 'ownerUscc', text: '913702001635626810', before: '' })
    expect(refused).toMatchObject({ code: 'check_char', details: { expected: 'G', choices: ['91370200163562681G'] } })
  })

  it('leaves a register that its check finds whole', async () => {
    await importCsv('甲.csv', [header, row('名称')])
    await edit('title', '改名')
    await edit('drafting', '青岛乙厂')
    await store.close()
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
  })
})
