import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachFiles } from '../../../src/main/register/attachments/attachFiles'
import { undoBatch } from '../../../src/main/register/evidence/undoBatch'
import { planRedo, type RedoPlan } from '../../../src/main/register/import/redo/planRedo'
import { planRedoOf, writeRedo } from '../../../src/main/register/import/redo/redoBatch'
import { createImportServices } from '../../../src/main/register/import/services'
import { noteRecord } from '../../../src/main/register/records/edit/noteRecord'
import { editFields } from '../../../src/main/register/records/edit/editFields'
import { createFileStore } from '../../../src/main/store/fileStore'
import { checkRegister } from '../../../src/main/store/checkRegister'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { codecOf } from '../../../src/main/store/sqlite/records/recordCodec'
import { recordKinds, type RecordKind } from '../../../src/shared/domain/catalogue/fields'
import { aFile, aPdf } from '../../support/workbooks/documents'
import { aChangeSet } from '../../support/registers/changeSets'
import { recordServicesOver } from '../../support/registers/recordServices'
import { importSample, openNewRegister, sampleClock, samplesFolder } from '../../support/registers/sampleImport'
import { writeCsv } from '../../support/workbooks/tableFiles'
import { tempRegister } from '../../support/registers/tempRegister'

/** Everything that a register says of its records and what supports them. */
function saidBy({ db }: SqliteStore): unknown[] {
  const kinds = recordKinds.map((kind) => db.prepare(`SELECT * FROM ${codecOf(kind).table} ORDER BY id`).raw().all())
  const others = ['SELECT * FROM drafting_unit ORDER BY 1, 2', 'SELECT * FROM party ORDER BY 1, 2', 'SELECT id, state FROM batch ORDER BY id'].map((text) => db.prepare(text).raw().all())
  const evidence = db.prepare<[], [number, number, number, string | null]>('SELECT * FROM evidence ORDER BY rec, source, row').raw().all()
  return [...kinds, ...others, evidence.map(([rec, source, row, diff]) => [rec, source, row, JSON.parse(diff ?? 'null')])]
}

async function planOf(store: SqliteStore, batch: number, path: string): Promise<RedoPlan> {
  const known = await store.batches.get(batch)
  if (!known) throw new Error(`no batch ${batch}`)
  const plan = await planRedo(path, known, sampleClock, await createImportServices(store))
  if (!plan.ok) throw new Error(JSON.stringify(plan))
  return plan.value
}

async function undo(store: SqliteStore, batch: number): Promise<void> {
  expect(await undoBatch(store, batch, sampleClock)).toMatchObject({ ok: true })
}

async function redo(store: SqliteStore, batch: number, path: string): Promise<RedoPlan['answer']> {
  const plan = await planOf(store, batch, path)
  expect(await writeRedo(plan, store)).toMatchObject({ ok: true })
  return plan.answer
}

describe('a sample that was undone', () => {
  /** Files that overlap, repair, refuse and ask; the directory of units, from which keys of honours are made. */
  const files = [
    '01_单位名录_2021.xlsx', '04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx', '05_青岛西海岸新区_2021年度标准制修订调查表.xls', '08_国家标准清单_信息平台_2019-2021.xlsx',
    '10_国际团体标准明细表_F1_2019-2021.xlsx', '17_高价值发明专利清单_国知局下发.xlsx', '20_商标数据_一类一行.csv', '22_质量品牌荣誉汇总_F9.xlsx', '90_脏数据_标准.xlsx', '94_脏数据_单位.xlsx',
  ]
  let store: SqliteStore
  const batches = new Map<string, number>()

  beforeAll(async () => {
    store = openNewRegister()
    for (const file of files) {
      const answer = await importSample(store, file)
      if (answer.ok && answer.value.batch !== null) batches.set(file, answer.value.batch)
    }
    const [standard] = await store.records.all('standard')
    expect(await editFields(recordServicesOver(store), 'standard', standard?.id ?? 0, { title: '手工改过' })).toMatchObject({ ok: true })
  })
  afterAll(async () => { await store.close() })

  it('comes back as it was, ids, lists and evidence', async () => {
    expect(batches.size).toBe(files.length)
    const before = saidBy(store)
    for (const [file, batch] of batches) {
      await undo(store, batch)
      expect(saidBy(store), file).not.toEqual(before)
      const answer = await redo(store, batch, join(samplesFolder, file))
      expect(answer.missing, file).toEqual([])
      expect(saidBy(store), file).toEqual(before)
    }
  })

  it('comes back as it was when all were undone, in whatever order they return', async () => {
    const before = saidBy(store)
    const all = [...batches]
    for (const [, batch] of all) await undo(store, batch)
    for (const [file, batch] of all.toReversed()) await redo(store, batch, join(samplesFolder, file))
    expect(saidBy(store)).toEqual(before)
  })
})

describe('a batch that is redone', () => {
  const head = ['标准编号', '标准名称', '发布日期']
  async function take(store: SqliteStore, folder: string, name: string, rows: string[][], more: Parameters<typeof importSample>[2] = {}): Promise<{ batch: number; path: string }> {
    const path = join(folder, name)
    writeCsv(path, [head, ...rows])
    const answer = await importSample(store, path, more)
    if (!answer.ok || answer.value.batch === null) throw new Error(JSON.stringify(answer))
    return { batch: answer.value.batch, path }
  }
  const one = async (store: SqliteStore, kind: RecordKind, key: string) => (await store.records.byKeys(kind, [key])).get(key)

  it('fills the record again that stayed for its attachment', async () => {
    using register = tempRegister()
    const store = register.open()
    const { batch, path } = await take(store, register.folder, '甲.csv', [['GB/T 1001-2020', '甲', '2020-01-01']])
    const before = await one(store, 'standard', 'GB/T 1001-2020')
    const files = createFileStore(register.path)
    expect(await attachFiles(recordServicesOver(store), files, 'standard', before?.id ?? 0, [aFile(register.folder, '文本.pdf', aPdf())])).toMatchObject({ ok: true })
    await undo(store, batch)
    expect(await one(store, 'standard', 'GB/T 1001-2020')).toMatchObject({ id: before?.id, values: { standardNo: 'GB/T 1001-2020' } })
    await redo(store, batch, path)
    expect(await one(store, 'standard', 'GB/T 1001-2020')).toEqual(before)
    expect(await store.attachments.ofRecord('standard', before?.id ?? 0)).toMatchObject([{ fileName: '文本.pdf' }])
    await store.close()
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
  })

  it('fills the record again that stayed for what a person noted about it', async () => {
    using register = tempRegister()
    const store = register.open()
    const { batch, path } = await take(store, register.folder, '甲.csv', [['GB/T 1001-2020', '甲', '2020-01-01'], ['GB/T 1002-2020', '乙', '2020-01-02']])
    const before = await one(store, 'standard', 'GB/T 1001-2020')
    const services = recordServicesOver(store)
    expect(await noteRecord(services, 'standard', before?.id ?? 0, '起草单位待问', '2022-02-01')).toMatchObject({ ok: true })
    expect(await undoBatch(store, batch, sampleClock)).toMatchObject({
      ok: true, value: { records: { removed: 1, reverted: 0, kept: 1 }, kept: [{ kind: 'standards', key: 'GB/T 1001-2020', why: 'note' }] },
    })
    expect(await one(store, 'standard', 'GB/T 1001-2020')).toMatchObject({ id: before?.id, values: { standardNo: 'GB/T 1001-2020' } })
    expect(await services.notes.list(5)).toMatchObject([{ id: before?.id, text: '起草单位待问', followUpOn: '2022-02-01' }])
    await redo(store, batch, path)
    expect(await one(store, 'standard', 'GB/T 1001-2020')).toEqual(before)
    expect(await services.notes.list(5)).toMatchObject([{ text: '起草单位待问' }])
    await store.close()
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
  })

  it('says what comes back, what changes and what stays, and is then history of the record', async () => {
    using register = tempRegister()
    const store = register.open()
    const first = await take(store, register.folder, '甲.csv', [['GB/T 1001-2020', '甲', '2020-01-01'], ['GB/T 1002-2020', '乙', '2020-01-02'], ['GB/T 1003-2020', '丙', '2020-01-03']])
    await take(store, register.folder, '乙.csv', [['GB/T 1002-2020', '乙', '2020-01-02'], ['GB/T 1003-2020', '丙', '']])
    await undo(store, first.batch)
    const answer = await redo(store, first.batch, first.path)
    expect(answer).toEqual({
      batch: first.batch, records: { restored: 1, changed: 1, kept: 1 }, missing: [],
      others: [{ kind: 'standards', key: 'GB/T 1002-2020', how: 'kept' }, { kind: 'standards', key: 'GB/T 1003-2020', how: 'changed' }],
    })
    const services = recordServicesOver(store)
    const history = await services.history.ofRecord('standard', (await one(store, 'standard', 'GB/T 1001-2020'))?.id ?? 0)
    expect(history.map(({ reason, change }) => `${reason} ${change}`)).toEqual(['import inserted', 'undo_batch deleted', 'redo_batch inserted'])
    await store.close()
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
  })

  it('keeps its old place among the files: what a later one said stands', async () => {
    using register = tempRegister()
    const store = register.open()
    const first = await take(store, register.folder, '甲.csv', [['GB/T 1001-2020', '先', '2020-01-01']])
    await undo(store, first.batch)
    await take(store, register.folder, '乙.csv', [['GB/T 1001-2020', '后', '2020-01-01']])
    await redo(store, first.batch, first.path)
    expect((await one(store, 'standard', 'GB/T 1001-2020'))?.values.title).toBe('后')
    await store.close()
  })

  it('still leaves alone what the clerk kept, although the register no longer says why', async () => {
    using register = tempRegister()
    const store = register.open()
    const older = await take(store, register.folder, '甲.csv', [['GB/T 1001-2020', '留', '2020-01-01']])
    const newer = await take(store, register.folder, '乙.csv', [['GB/T 1001-2020', '不要', '2020-01-01']], { keep: ['|*|title'] })
    for (const { batch } of [newer, older]) await undo(store, batch)
    for (const { batch, path } of [newer, older]) await redo(store, batch, path)
    expect((await one(store, 'standard', 'GB/T 1001-2020'))?.values.title).toBe('留')
    await store.close()
  })

  it('fills a record that stayed for its note', async () => {
    using register = tempRegister()
    const store = register.open()
    const file = await take(store, register.folder, '甲.csv', [['GB/T 1001-2020', '甲', '2020-01-01']])
    const id = (await one(store, 'standard', 'GB/T 1001-2020'))?.id ?? 0
    const note = { text: '名称待核实', followUpOn: '2022-03-01' }
    await store.apply(aChangeSet({ kind: 'edit', notes: [{ kind: 'standard', id, note }] }))
    const { notes } = recordServicesOver(store)
    await undo(store, file.batch)
    expect([await notes.ofRecord('standard', id), (await one(store, 'standard', 'GB/T 1001-2020'))?.values.title]).toEqual([expect.objectContaining(note), undefined])
    await redo(store, file.batch, file.path)
    expect([await notes.ofRecord('standard', id), (await one(store, 'standard', 'GB/T 1001-2020'))?.values.title]).toEqual([expect.objectContaining(note), '甲'])
    await store.close()
  })

  it('takes no row that did not count, and can be undone once more', async () => {
    using register = tempRegister()
    const store = register.open()
    const file = await take(store, register.folder, '甲.csv', [['GB/T 1001-2020', '甲', '2020-01-01'], ['GB/T 1002-2020', '乙', '2020-02-30']])
    const before = saidBy(store)
    for (let round = 0; round < 2; round++) {
      await undo(store, file.batch)
      expect(await store.records.count('standard')).toBe(0)
      await redo(store, file.batch, file.path)
      expect(saidBy(store)).toEqual(before)
    }
    await store.close()
  })

  it('refuses a batch that counts, an unknown one, and a file that is another one', async () => {
    using register = tempRegister()
    const store = register.open()
    const file = await take(store, register.folder, '甲.csv', [['GB/T 1001-2020', '甲', '2020-01-01']])
    const services = await createImportServices(store)
    expect(await planRedoOf(register.path, file.batch, sampleClock, services)).toMatchObject({ ok: false, code: 'batch_not_undone' })
    expect(await planRedoOf(register.path, 99, sampleClock, services)).toMatchObject({ ok: false, code: 'unknown_batch' })
    await undo(store, file.batch)
    writeCsv(file.path, [head, ['GB/T 1001-2020', '另一份', '2020-01-01']])
    const undone = await store.batches.get(file.batch)
    expect(undone && await planRedo(file.path, undone, sampleClock, services)).toMatchObject({ ok: false, code: 'original_changed' })
    await store.close()
  })
})
