import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindDefinitions } from '../../../../src/shared/domain/catalogue/fields'
import { listDefinitions, type ListKind } from '../../../../src/shared/domain/catalogue/listFields'
import { exportList } from '../../../../src/main/register/lists/exportList'
import { placeWords } from '../../../../src/main/register/city/defaultPlaceWords'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import { importSample, readExpected, sampleClock } from '../../../support/sampleImport'
import { tempRegister } from '../../../support/tempRegister'

const register = tempRegister()
let store: SqliteStore
let session: RegisterSession

beforeAll(async () => {
  store = register.open()
  for (const { file } of readExpected().importOrder.filter(({ step }) => step <= 23)) await importSample(store, file)
  const opened = openSession(register.path)
  if (!opened.ok) throw new Error(opened.code)
  session = opened.value
})

afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

const kinds = ['units', 'standards', 'patents', 'trademarks', 'honours', 'pilots'] as const satisfies readonly ListKind[]

async function exportAll(kind: ListKind, format: 'xlsx' | 'csv'): Promise<{ path: string; rows: number }> {
  const found = await session.lists.find({ kind, search: '', filters: [], sort: [] }, sampleClock.today)
  if (!found.ok) throw new Error(found.code)
  const path = join(register.folder, `${kind}.${format}`)
  const { fields } = kindDefinitions[listDefinitions[kind].record]
  const written = await exportList(session, found.value, { fields, path, from: 0, to: found.value.count, creator: '王芳', at: sampleClock.at, places: placeWords })
  expect(written).toEqual({ ok: true, value: { rows: found.value.count } })
  return { path, rows: found.value.count }
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
