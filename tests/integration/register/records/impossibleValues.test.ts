import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRecord } from '../../../../src/main/register/records/edit/createRecord'
import { applyBlock, previewBlock, type Block } from '../../../../src/main/register/records/edit/blockEdit'
import { editFields } from '../../../../src/main/register/records/edit/editFields'
import { editRecord } from '../../../../src/main/register/records/edit/editRecord'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import type { RecordKind } from '../../../../src/shared/domain/catalogue/fields'
import { formOf } from '../../../../src/shared/domain/catalogue/recordForms'
import { recordServicesOver, valuesOf } from '../../../support/registers/recordServices'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const [above, middle, below] = ['91370200163562681G', '91370200264574251E', '91370200740365750X'] as const
const records: readonly [RecordKind, Record<string, string>][] = [
  ['unit', { uscc: above, name: '青岛甲集团公司' }], ['unit', { uscc: middle, name: '青岛乙有限公司', parent: above }], ['unit', { uscc: below, name: '青岛丙有限公司', parent: '青岛乙有限公司' }],
  ['standard', { standardNo: 'GB/T 1-2021', title: '导则' }], ['patent', { applicationNumber: '201910102536.7' }], ['trademark', { registrationNumber: '1', classes: '7' }],
  ['honour', { honour: '中国质量奖', recipient: '青岛甲集团公司', status: '授予' }], ['pilot', { project: '试点', status: '在建' }], ['pct', { pctNumber: 'PCT/CN2021/000001', receivedOn: '2021-03-08' }],
  ['population', { region: '崂山区', series: '年末常住', year: '2020', populationWan: '50' }], ['market_entities', { region: '崂山区', year: '2020', entities: '9' }],
  ['indicator', { region: '青岛市', indicator: 'x', period: '2021', value: '1' }],
]
let register: TempRegister
let store: SqliteStore
let services: RecordServices

beforeEach(async () => {
  register = tempRegister()
  store = register.open()
  services = recordServicesOver(store)
  for (const [kind, typed] of records) valueOf(await createRecord(services, kind, typed))
})
afterEach(() => register[Symbol.dispose]())

const impossible: readonly [RecordKind, string, readonly string[], string][] = [
  ['standard', 'statedStatus', ['授予', '随便写', '审中'], 'unknown_value'], ['standard', 'adoption', ['相同'], 'unknown_value'],
  ['standard', 'publishedOn', ['2021-02-29', '2021-13', '20211301'], 'bad_date'], ['standard', 'kind', ['火星标准'], 'unknown_value'], ['standard', 'reportedDistrict', ['火星区'], 'unknown_region'],
  ['patent', 'statedStatus', ['现行', '授予'], 'unknown_value'], ['patent', 'filedOn', ['2021-04-31'], 'bad_date'], ['patent', 'ownerPlace', ['火星区'], 'unknown_region'], ['patent', 'pledge', ['-1'], 'unknown_value'],
  ['trademark', 'statedStatus', ['现行', '授予', '随便写'], 'unknown_value'], ['trademark', 'classes', ['0', '46', '7、46'], 'out_of_range'], ['trademark', 'registeredOn', ['2021-00-10'], 'bad_date'],
  ['unit', 'district', ['火星区'], 'unknown_region'], ['unit', 'endedOn', ['2021-02-30'], 'bad_date'], ['unit', 'parent', ['没有这家公司'], 'unknown_unit'], ['unit', 'parent', ['91370200163562681A'], 'check_char'], ['unit', 'mergedInto', [middle], 'field_by_merge'],
  ['honour', 'status', ['现行', '有效', '在建'], 'unknown_value'], ['honour', 'category', ['火星'], 'unknown_value'], ['honour', 'district', ['火星区'], 'unknown_region'],
  ['pilot', 'status', ['授予', '现行', '宽展期'], 'unknown_value'], ['pilot', 'year', ['1800', '3000'], 'bad_year'], ['pilot', 'year', ['去年'], 'bad_number'], ['pct', 'receivedOn', ['2021-06-31'], 'bad_date'],
  ['population', 'populationWan', ['-5', '0'], 'not_positive'], ['market_entities', 'entities', ['-5', '1.5'], 'bad_number'], ['indicator', 'rank', ['0'], 'not_positive'],
]

describe('values that the domain does not have', () => {
  it.each(impossible)('refuses them: %s %s', async (kind, field, texts, code) => {
    const id = kind === 'unit' ? 3 : 1
    const before = await valuesOf(services, kind, id)
    for (const text of texts) expect(await editFields(services, kind, id, { [field]: text }), text).toMatchObject({ ok: false, code, at: { field } })
    expect(await valuesOf(services, kind, id)).toEqual(before)
  })

  it('reads no date field of any kind from a day that is not in the calendar', async () => {
    for (const kind of ['unit', 'standard', 'patent', 'trademark', 'honour', 'pct'] as const) {
      for (const { name } of formOf(kind).flatMap(({ fields }) => fields).filter(({ control }) => control === 'date')) {
        expect(await editFields(services, kind, 1, { [name]: '2021-02-30' }), `${kind} ${name}`).toMatchObject({ ok: false, code: 'bad_date' })
      }
    }
  })

  it('names the words to choose from, and stores a word for the same as files store it', async () => {
    expect(await editFields(services, 'honour', 1, { status: '现行' })).toMatchObject({ details: { value: '现行', expected: '公示、授予、撤销' } })
    valueOf(await editFields(services, 'standard', 1, { statedStatus: '被代替', adoption: '等同' }))
    valueOf(await editFields(services, 'honour', 1, { status: ' 已撤销' }))
    valueOf(await editFields(services, 'pilot', 1, { status: '已验收' }))
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ statedStatus: '废止', adoption: 'IDT' })
    expect(await valuesOf(services, 'honour', 1)).toMatchObject({ status: '撤销' })
    expect(await valuesOf(services, 'pilot', 1)).toMatchObject({ status: '已验收' })
  })
})

describe('the unit above', () => {
  it('is never the unit itself nor one below it, however it is set', async () => {
    for (const parent of [above, '青岛甲集团公司', below, '青岛丙有限公司']) expect(await editFields(services, 'unit', 1, { parent }), parent).toMatchObject({ ok: false, code: 'own_parent' })
    expect(await editRecord(services, { kind: 'unit', id: 1, field: 'parent', text: below, before: '' })).toMatchObject({ ok: false, code: 'own_parent', at: { field: 'parent' } })
    expect(await createRecord(services, 'unit', { uscc: '91370200743966332L', name: '青岛丁有限公司', parent: '91370200743966332L' })).toMatchObject({ ok: false, code: 'own_parent', details: { failures: [{ at: { field: 'parent' } }] } })
  })

  it('is stored by its code, also where its name was written, and may be a company of another city', async () => {
    valueOf(await editFields(services, 'unit', 3, { parent: '青岛甲 集团公司' }))
    expect(await valuesOf(services, 'unit', 3)).toMatchObject({ parent: above })
    valueOf(await editFields(services, 'unit', 3, { parent: '914403001922038216' }))
    valueOf(await editFields(services, 'unit', 2, { parent: '' }))
    expect((await valuesOf(services, 'unit', 2)).parent ?? null).toBeNull()
  })

  it('leads back by no two rows of one block', async () => {
    const wish: Block = { list: 'units', ids: [1, 2], firstRow: 0, of: 'columns', fields: ['parent'], texts: [[below], ['']] }
    expect(valueOf(await previewBlock(services, wish))).toMatchObject({ changed: 1, refused: 1 })
    valueOf(await editFields(services, 'unit', 2, { parent: '' }))
    const swap: Block = { ...wish, texts: [[middle], [above]] }
    const preview = valueOf(await previewBlock(services, swap))
    expect(preview).toMatchObject({ changed: 1, refused: 1 })
    valueOf(await applyBlock(services, swap, preview.sequence))
    expect([(await valuesOf(services, 'unit', 1)).parent, (await valuesOf(services, 'unit', 2)).parent ?? null]).toEqual([middle, null])
  })
})
