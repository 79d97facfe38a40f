import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeWords } from '../../../support/placeWords'
import { undoBatch } from '../../../../src/main/register/evidence/undoBatch'
import { exportList } from '../../../../src/main/register/lists/exportList'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { applyBlock, previewBlock, type Block } from '../../../../src/main/register/records/edit/blockEdit'
import { editFields } from '../../../../src/main/register/records/edit/editFields'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import { undoChange } from '../../../../src/main/register/records/edit/undoChange'
import { retag } from '../../../../src/main/register/tags/retag'
import { tagCounts } from '../../../../src/main/register/tags/tagCounts'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import { kindDefinitions, type RecordKind } from '../../../../src/shared/domain/catalogue/fields'
import { listDefinitions, listField, listKinds, recordKindOfList } from '../../../../src/shared/domain/catalogue/listFields'
import { importSample, sampleClock } from '../../../support/registers/sampleImport'
import { recordServicesOver, valuesOf, wholeRecord } from '../../../support/registers/recordServices'
import { writeCsv } from '../../../support/workbooks/tableFiles'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

let register: TempRegister
let store: SqliteStore
let services: RecordServices
let session: RegisterSession

const unitCode = '91370200163562681G'

beforeEach(async () => {
  register = tempRegister()
  store = register.open()
  services = recordServicesOver(store)
  await importRows('标准.csv', [['标准编号', '标准名称', '发布日期'], ...[1, 2, 3, 4].map((number) => [`GB/T ${19_000 + number}-2021`, `第 ${number} 项`, '2021-09-20'])])
  await importRows('单位.csv', [['单位名称', '统一社会信用代码', '所属区市'], ['青岛甲有限公司', unitCode, '崂山区']])
  session = valueOf(openSession(register.path))
})

afterEach(async () => {
  await session.close()
  register[Symbol.dispose]()
})

async function importRows(name: string, rows: string[][]) {
  const path = join(register.folder, name)
  writeCsv(path, rows)
  const answer = await importSample(store, path)
  expect(answer).toMatchObject({ ok: true })
  return answer
}

function change(how: Block['how'], text: string, ids = [1, 2, 3], more: Partial<Block> = {}): Block {
  return { list: 'standards', ids, firstRow: 0, of: 'fields', fields: ['tags'], texts: [[text]], ...(how ? { how } : {}), ...more }
}

async function apply(block: Block) {
  const preview = await previewBlock(services, block)
  if (!preview.ok) throw new Error(preview.code)
  const done = valueOf(await applyBlock(services, block, preview.value.sequence))
  return { preview: preview.value, sequence: done.sequence ?? 0 }
}

const tagsOfRecord = async (kind: RecordKind, id: number) => (await valuesOf(services, kind, id))['tags']

async function problems() {
  const report = await checkRegister(register.path)
  return report.ok ? report.value.problems.filter(({ problem }) => problem !== 'original_missing') : [report]
}

describe('tags of many records', () => {
  it('come to those that have others already, with what comes said beforehand', async () => {
    await apply(change('add', '待市长过目', [1]))
    const { preview } = await apply(change('add', '重点企业'))
    expect(preview).toMatchObject({ records: 3, changed: 3, groups: [{ label: '标签', before: '', after: '重点企业', count: 3 }] })
    expect([await tagsOfRecord('standard', 1), await tagsOfRecord('standard', 2), await tagsOfRecord('standard', 4)]).toEqual([['待市长过目', '重点企业'], ['重点企业'], undefined])
  })

  it('that are there already are counted and change nothing', async () => {
    await apply(change('add', '重点企业', [1]))
    expect((await apply(change('add', '重点企业'))).preview).toMatchObject({ changed: 2, same: 1 })
    expect((await apply(change('remove', '没有的', [1, 2]))).sequence).toBe(0)
  })

  it('go without the others, and leave nothing of a person behind where files say the rest', async () => {
    const untagged = await wholeRecord(services, 'standard', 1)
    await apply(change('add', '甲、乙'))
    await apply(change('remove', '甲', [1]))
    expect(await tagsOfRecord('standard', 1)).toEqual(['乙'])
    await apply(change('remove', '乙', [1]))
    expect(await wholeRecord(services, 'standard', 1)).toEqual(untagged)
  })

  it('are one change, taken back and done again as a whole', async () => {
    const before = await wholeRecord(services, 'standard', 2)
    const { sequence } = await apply(change('add', '重点企业'))
    const after = await wholeRecord(services, 'standard', 2)
    const undone = await undoChange(services, sequence)
    expect(undone).toMatchObject({ ok: true, value: { records: 3 } })
    expect(await wholeRecord(services, 'standard', 2)).toEqual(before)
    expect(await undoChange(services, undone.ok ? (undone.value.sequence ?? 0) : 0)).toMatchObject({ ok: true })
    expect(await wholeRecord(services, 'standard', 2)).toEqual(after)
    expect(await problems()).toEqual([])
  })

  it('only come and go where there are tags: no other field is added to', async () => {
    const preview = await previewBlock(services, change('add', '甲', [1], { fields: ['title'] }))
    expect(preview).toMatchObject({ ok: true, value: { changed: 0, refusals: [{ code: 'field_fixed' }] } })
  })

  it('refuse what is too long for a tag', async () => {
    expect(await previewBlock(services, change('add', '长'.repeat(21)))).toMatchObject({ ok: true, value: { changed: 0, refused: 3, refusals: [{ code: 'text_too_long' }, {}, {}] } })
  })
})

describe('a tag of several lists', () => {
  beforeEach(async () => {
    await apply(change('add', '重点、复核'))
    await apply(change('add', '重点', [1], { list: 'units' }))
  })

  it('is counted in each', async () => {
    expect(await tagCounts(session.source)).toEqual([
      { tag: '复核', count: 3, kinds: [{ kind: 'standards', count: 3 }] },
      { tag: '重点', count: 4, kinds: [{ kind: 'standards', count: 3 }, { kind: 'units', count: 1 }] },
    ])
  })

  it('gets another name everywhere as one change, and comes back with its old one', async () => {
    const done = await retag(services, session.source, { tag: '重点', to: '重点企业' })
    expect(done).toMatchObject({ ok: true, value: { what: 'edited', field: '标签', records: 4 } })
    expect([await tagsOfRecord('standard', 1), await tagsOfRecord('unit', 1)]).toEqual([['重点企业', '复核'], ['重点企业']])
    expect(await undoChange(services, done.ok ? (done.value.sequence ?? 0) : 0)).toMatchObject({ ok: true, value: { records: 4 } })
    expect([await tagsOfRecord('standard', 1), await tagsOfRecord('unit', 1)]).toEqual([['重点', '复核'], ['重点']])
    expect(await problems()).toEqual([])
  })

  it('becomes one with another that the same record has', async () => {
    await retag(services, session.source, { tag: '重点', to: '复核' })
    expect([await tagsOfRecord('standard', 1), await tagsOfRecord('unit', 1)]).toEqual([['复核'], ['复核']])
  })

  it('is taken off all records, and the records stay', async () => {
    expect(await retag(services, session.source, { tag: '重点', to: null })).toMatchObject({ ok: true, value: { records: 4 } })
    expect([await tagsOfRecord('standard', 1), await tagsOfRecord('unit', 1), await store.records.count('unit')]).toEqual([['复核'], undefined, 1])
  })

  it('is found by a search, a filter and its facet', async () => {
    const find = async (search: string, values: string[] = []) => session.lists.find({ kind: 'standards', search, asWritten: true, filters: values.length > 0 ? [{ field: 'tags', values }] : [], sort: [] }, '2022-01-17')
    expect([await find('重点'), await find('', ['重点']), await find('', ['重点', '没有']), await find('', ['空'])].map((found) => found.ok && found.value.count)).toEqual([3, 3, 3, 1])
    const field = listField('standards', 'tags')
    const facets = await session.lists.facets({ kind: 'standards', search: '', filters: [], sort: [] }, field ? [field] : [], '2022-01-17')
    expect(facets.ok && facets.value[0]?.values.toSorted((a, b) => (a.value < b.value ? -1 : 1))).toEqual([{ value: '复核', count: 3 }, { value: '重点', count: 3 }])
    expect(facets.ok && facets.value[0]?.empty).toBe(1)
  })

  it.each([[{ tag: '没有的', to: '甲' }, 'unknown_name'], [{ tag: '重点', to: '甲、乙' }, 'bad_format'], [{ tag: '重点', to: '长'.repeat(21) }, 'text_too_long']] as const)('cannot become %o: %s', async (wanted, code) => {
    expect(await retag(services, session.source, wanted)).toMatchObject({ ok: false, code })
  })
})

describe('a file', () => {
  async function exported(kind: 'standards' | 'units'): Promise<string> {
    const found = valueOf(await session.lists.find({ kind, search: '', filters: [], sort: [] }, sampleClock.today))
    const path = join(register.folder, `${kind}.csv`)
    const { fields } = kindDefinitions[listDefinitions[kind].record]
    expect(await exportList(session, found, { fields, path, from: 0, to: found.count, creator: '王芳', at: sampleClock.at, places: placeWords })).toMatchObject({ ok: true })
    return path
  }

  it.each(['standards', 'units'] as const)('of the own export of %s comes back with its tags as all same', async (kind) => {
    await apply(change('add', '甲、乙', [1], { list: kind }))
    const path = await exported(kind)
    expect(await importSample(store, path)).toMatchObject({ ok: true, value: { kind, records: { new: 0, changed: 0 } } })
    using other = tempRegister()
    const copy = other.open()
    expect(await importSample(copy, path)).toMatchObject({ ok: true })
    expect((await copy.records.byIds(recordKindOfList[kind], [1]))[0]?.values['tags']).toEqual(['甲', '乙'])
  })

  it('of an export made before there were tags is still known as one', async () => {
    const path = await exported('units')
    const { fields } = kindDefinitions.unit
    writeCsv(path, [fields.slice(0, -1).map(({ label }) => label), [unitCode, '青岛甲有限公司', '', '崂山区', ...fields.slice(5).map(() => '')]])
    expect(await importSample(store, path)).toMatchObject({ ok: true, value: { kind: 'units', records: { new: 0, changed: 0 } } })
    expect([...(await store.evidence.sources()).values()].at(-1)).toMatchObject({ class: 'reported' })
  })

  it('without a column of tags leaves them alone, and one with it adds to what other files say', async () => {
    await apply(change('add', '甲', [1]))
    await importRows('再来.csv', [['标准编号', '标准名称', '发布日期'], ['GB/T 19001-2021', '改了名', '2021-09-20']])
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ title: '改了名', tags: ['甲'] })
    const answer = await importRows('带标签.csv', [['标准编号', '标准名称', '标签'], ['GB/T 19004-2021', '第 4 项', `乙、${'长'.repeat(30)}`]])
    expect(await tagsOfRecord('standard', 4)).toEqual(['乙'])
    expect(answer.ok && answer.value.notices).toContainEqual(expect.objectContaining({ code: 'bad_text_value' }))
  })

  it('can be undone: a tagged record stays, as one that a person spoke of', async () => {
    await apply(change('add', '甲', [1]))
    expect(await undoBatch(store, 1, { at: services.now(), operator: '王芳' })).toMatchObject({ ok: true })
    expect((await store.records.all('standard')).map(({ values }) => [values['standardNo'], values['tags']])).toEqual([['GB/T 19001-2021', ['甲']]])
    expect(await problems()).toEqual([])
  })
})

it('are a field of every list, set on one record like any other', async () => {
  expect(listKinds.filter((kind) => listField(kind, 'tags')?.stored !== 'tags')).toEqual([])
  expect(await editFields(services, 'unit', 1, { tags: '甲；乙' })).toMatchObject({ ok: true, value: { fields: [{ field: 'tags', label: '标签', before: '', after: '甲；乙' }] } })
  expect(await tagsOfRecord('unit', 1)).toEqual(['甲', '乙'])
})
