import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindDefinitions } from '../../../../src/shared/domain/catalogue/fields'
import { listDefinitions, type ListKind } from '../../../../src/shared/domain/catalogue/listFields'
import { exportList } from '../../../../src/main/register/lists/exportList'
import { placeWords } from '../../../support/placeWords'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import { undoBatch } from '../../../../src/main/register/evidence/undoBatch'
import { writeRedo } from '../../../../src/main/register/import/redo/redoBatch'
import { planRedo } from '../../../../src/main/register/import/redo/planRedo'
import { createImportServices } from '../../../../src/main/register/import/services'
import { importSample, readExpected, sampleClock } from '../../../support/registers/sampleImport'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const register = tempRegister()
let store: SqliteStore
let session: RegisterSession

beforeAll(async () => {
  store = register.open()
  for (const { file } of readExpected().importOrder.filter(({ step }) => step <= 24)) await importSample(store, file)
  session = valueOf(openSession(register.path))
})

afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

const kinds = ['units', 'standards', 'patents', 'trademarks', 'honours', 'pilots', 'population', 'market_entities', 'indicators'] as const satisfies readonly ListKind[]

async function exportAll(kind: ListKind, format: 'xlsx' | 'csv'): Promise<{ path: string; rows: number }> {
  const found = valueOf(await session.lists.find({ kind, search: '', filters: [], sort: [] }, sampleClock.today))
  const path = join(register.folder, `${kind}.${format}`)
  const { fields } = kindDefinitions[listDefinitions[kind].record]
  const written = await exportList(session, found, { fields, path, from: 0, to: found.count, creator: '王芳', at: sampleClock.at, places: placeWords })
  expect(written).toEqual({ ok: true, value: { rows: found.count } })
  return { path, rows: found.count }
}

describe.each(['xlsx', 'csv'] as const)('an export as .%s', (format) => {
  it.each(kinds)('of %s imports again as all same', async (kind) => {
    const { path, rows } = await exportAll(kind, format)
    const answer = await importSample(store, path)
    expect(answer).toMatchObject({ ok: true, value: { kind, rows: { read: rows, new: 0, changed: 0, same: rows, review: 0, rejected: 0 }, records: { new: 0, changed: 0 } } })
  })

  it('carries every record over to an empty register, field by field', async () => {
    using other = tempRegister()
    const copy = other.open()
    for (const kind of kinds) {
      const { path } = await exportAll(kind, format)
      expect(await importSample(copy, path)).toMatchObject({ ok: true })
      const { record } = listDefinitions[kind]
      const values = async (from: SqliteStore) => (await from.records.all(record)).map((stored) => stored.values)
      expect(await values(copy)).toEqual(await values(store))
    }
  })
})

describe('an export that was edited and comes back', () => {
  /** Text of a cell, and what a person makes of it: each stands once in the file, whatever source said it. */
  const edits: readonly (readonly [ListKind, string, string])[] = [
    ['standards', '海洋观测浮标 数据格式', '海洋观测浮标 数据格式（修改）'], ['patents', '一种养老服务机构的检测装置', '一种养老机构的检测装置'],
    ['units', '青岛铄庚智能装备有限公司', '青岛铄庚智能装备股份有限公司'], ['population', '190.3595', '191.3595'], ['indicators', '14.7%', '14.8%'],
  ]

  it.each(edits)('changes of %s just what was edited, goes and comes again with its batch', async (kind, from, to) => {
    const { record } = listDefinitions[kind]
    const before = (await store.records.all(record)).map(({ values }) => values)
    const { path, rows } = await exportAll(kind, 'csv')
    const text = readFileSync(path, 'utf8')
    expect(text.split(`,${from},`)).toHaveLength(2)
    writeFileSync(path, text.replace(`,${from},`, `,${to},`))
    const answer = await importSample(store, path)
    expect(answer).toMatchObject({ ok: true, value: { rows: { new: 0, changed: 1, same: rows - 1 } } })
    if (!answer.ok || answer.value.batch === null) return
    const after = (await store.records.all(record)).map(({ values }) => values)
    const changed = after.flatMap((values, at) => (JSON.stringify(values) === JSON.stringify(before[at]) ? [] : [Object.values(values)]))
    expect(changed.map((values) => values.map(String))).toEqual([expect.arrayContaining([to])])
    expect(await importSample(store, path, { dryRun: true })).toMatchObject({ ok: true, value: { rows: { changed: 0, same: rows } } })
    expect(await undoBatch(store, answer.value.batch, sampleClock)).toMatchObject({ ok: true, value: { records: { removed: 0, reverted: 1 } } })
    expect((await store.records.all(record)).map(({ values }) => values)).toEqual(before)
    const batch = await store.batches.get(answer.value.batch)
    const plan = batch && await planRedo(path, batch, sampleClock, await createImportServices(store))
    expect(plan?.ok && await writeRedo(plan.value, store)).toMatchObject({ ok: true })
    expect((await store.records.all(record)).map(({ values }) => values)).toEqual(after)
    await undoBatch(store, answer.value.batch, sampleClock)
  })
})
