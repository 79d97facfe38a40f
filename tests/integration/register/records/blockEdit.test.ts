import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importFile } from '../../../../src/main/register/import/importFile'
import { createImportServices } from '../../../../src/main/register/import/services'
import { applyBlock, previewBlock, type Block } from '../../../../src/main/register/records/edit/blockEdit'
import { deleteRecords } from '../../../../src/main/register/records/edit/deleteRecords'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import { undoChange } from '../../../../src/main/register/records/edit/undoChange'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import { recordServicesOver, valuesOf, wholeRecord } from '../../../support/registers/recordServices'
import { sampleClock } from '../../../support/registers/sampleImport'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const count = 600
let register: TempRegister
let store: SqliteStore
let services: RecordServices
let ids: number[]

beforeEach(async () => {
  register = tempRegister()
  store = register.open()
  services = recordServicesOver(store)
  const rows = Array.from({ length: count }, (_, index) => `GB/T ${19_000 + index}-2021,第 ${index} 项,2021-09-20,2021-12-19,甲委员会,江苏甲厂、青岛乙厂`)
  const path = join(register.folder, '清单.csv')
  writeFileSync(path, `\uFEFF标准编号,标准名称,发布日期,实施日期,归口单位,起草单位\n${rows.join('\n')}\n`)
  expect(await importFile(path, sampleClock, await createImportServices(store))).toMatchObject({ ok: true })
  ids = Array.from({ length: count }, (_, index) => index + 1)
})
afterEach(() => register[Symbol.dispose]())

function block(fields: string[], texts: string[][], more: Partial<Block> = {}): Block {
  return { list: 'standards', ids, firstRow: 0, of: 'columns', fields, texts, ...more }
}

async function storeBlock(what: Block) {
  const preview = valueOf(await previewBlock(services, what))
  return applyBlock(services, what, preview.sequence)
}

describe('a block of texts over rows and columns', () => {
  it('sets one field of all rows with one text, and says so beforehand', async () => {
    const wish = block(['committee'], [['乙委员会']])
    expect(await previewBlock(services, wish)).toMatchObject({
      ok: true, value: { records: count, changed: count, same: 0, refused: 0, groups: [{ label: '归口单位', before: '甲委员会', after: '乙委员会', count }] },
    })
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ committee: '甲委员会' })
    expect(await storeBlock(wish)).toMatchObject({ ok: true, value: { what: 'edited', records: count, field: '归口单位', sequence: 2 } })
    expect(await valuesOf(services, 'standard', count)).toMatchObject({ committee: '乙委员会' })
    await store.close()
    const checked = await checkRegister(register.path)
    expect(checked.ok && checked.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
  })

  it('is one change: undone and done again as a whole', async () => {
    const before = await wholeRecord(services, 'standard', 7)
    await storeBlock(block(['committee', 'effectiveOn'], [['乙委员会', '2022-01-01']]))
    const after = await wholeRecord(services, 'standard', 7)
    expect(await undoChange(services, 2)).toMatchObject({ ok: true, value: { what: 'undone', records: count } })
    expect(await wholeRecord(services, 'standard', 7)).toEqual(before)
    expect(await undoChange(services, 3)).toMatchObject({ ok: true })
    expect(await wholeRecord(services, 'standard', 7)).toEqual(after)
  })

  it('repeats a small block over a larger range, row after row', async () => {
    await storeBlock(block(['title'], [['甲'], ['乙']], { ids: [1, 2, 3, 4] }))
    expect((await store.records.byIds('standard', [1, 2, 3, 4])).map(({ values }) => values.title)).toEqual(['甲', '乙', '甲', '乙'])
  })

  it('refuses single cells with the reason, and stores the others', async () => {
    const wish = block(['publishedOn', 'committee'], [['2021.13.5', '乙委员会'], ['2021-10-01', '乙委员会']], { ids: [1, 2], firstRow: 40 })
    expect(await previewBlock(services, wish)).toMatchObject({
      value: { records: 2, changed: 3, refused: 1, refusals: [{ row: 40, key: 'GB/T 19000-2021', label: '发布日期', text: '2021.13.5', code: 'bad_date' }] },
    })
    await storeBlock(wish)
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ publishedOn: '2021-09-20', committee: '乙委员会' })
    expect(await valuesOf(services, 'standard', 2)).toMatchObject({ publishedOn: '2021-10-01' })
  })

  it('never changes what is computed, says which record it is, or must not be empty', async () => {
    const preview = await previewBlock(services, block(['role', 'standardNo', 'title', 'draftingUnits'], [['主导', 'GB 1-2020', '', '青岛甲厂']], { ids: [1] }))
    expect(preview).toMatchObject({ value: { changed: 0, refused: 4 } })
    expect(preview.ok && preview.value.refusals.map(({ code }) => code)).toEqual(['field_computed', 'field_fixed', 'field_required', 'field_in_panel'])
  })

  it('counts what is the same already, and stores nothing when nothing changes', async () => {
    const wish = block(['committee'], [['甲委员会']])
    expect(await previewBlock(services, wish)).toMatchObject({ value: { records: 0, changed: 0, same: count } })
    expect(await storeBlock(wish)).toMatchObject({ ok: true, value: { sequence: null } })
  })

  it('is refused when the register has moved on since the preview', async () => {
    const wish = block(['committee'], [['乙委员会']])
    const preview = await previewBlock(services, wish)
    await storeBlock(block(['title'], [['改名']], { ids: [3] }))
    expect(await applyBlock(services, wish, preview.ok ? preview.value.sequence : -1)).toMatchObject({ ok: false, code: 'register_changed' })
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ committee: '甲委员会' })
  })

  it('has a limit, and stops when it is told to', async () => {
    expect(await previewBlock(services, block(['title'], [['改']], { ids: Array.from({ length: 20_001 }, () => 1) }))).toMatchObject({ code: 'batch_too_large', details: { limit: 20_000 } })
    expect(await previewBlock(services, block(['title'], [['改']]), { signal: AbortSignal.abort() })).toMatchObject({ code: 'job_cancelled' })
  })
})

describe('many records deleted', () => {
  it('go and come back as one change, with everything that supported them', async () => {
    const before = await wholeRecord(services, 'standard', 12)
    expect(await deleteRecords(services, 'standard', ids)).toMatchObject({ ok: true, value: { what: 'deleted', records: count, sequence: 2 } })
    expect(await store.records.count('standard')).toBe(0)
    expect(await undoChange(services, 2)).toMatchObject({ ok: true })
    expect(await wholeRecord(services, 'standard', 12)).toEqual(before)
  })

  it('a block over rows that are gone counts them', async () => {
    await deleteRecords(services, 'standard', [1, 2])
    expect(await previewBlock(services, block(['committee'], [['乙委员会']], { ids: [1, 2, 3] }))).toMatchObject({ value: { gone: 2, changed: 1 } })
  })
})
