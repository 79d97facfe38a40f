import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placesOf } from '../../../../src/main/register/city/registerPlaces'
import { createColumnsOwner } from '../../../../src/main/register/columns/columnsOwner'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import { verifyFigures } from '../../../../src/main/register/verify/verifyFigures'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import type { Values } from '../../../../src/shared/domain/catalogue/fields'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

/** Awards as published lists give them: the level blank, shortened, or with the award's name. */
const awards: readonly (readonly [honour: string, level: string | null, column: string])[] = [
  ['中国质量奖', null, 'C'], ['中国质量奖', '提名', 'D'], ['山东省省长质量奖', null, 'E'], ['省长质量奖', '正奖', 'E'], ['省长质量奖', '山东省省长质量奖提名奖', 'F'],
  ['山东省高端品牌培育企业', '制造业领域', 'J'], ['中国专利奖', '中国专利银奖', 'M'], ['中国外观设计奖', '优秀', 'Q'], ['青岛市市长质量奖', null, 'R'], ['好品山东', null, 'R'],
]
const register = tempRegister()
let store: SqliteStore
let counting: Counting
beforeAll(async () => {
  store = register.open()
  const honours = awards.map(([honour, level], at): Values => ({
    key: `${honour}|${at}`, honour, level, recipient: `青岛第${at}公司`, district: '370202', publishedOn: '2022-07-05', session: '2022', status: '授予',
  }))
  await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: honours.map((values) => anInsert('honour', values)) }))
  counting = await createCounting(store)
})
afterAll(() => register[Symbol.dispose]())

describe('levels of honours', () => {
  it('stand under their award in the summary of F9, however a list writes them', async () => {
    const out = join(register.folder, 'F9.xlsx')
    valueOf(await counting.report('F9', { period: '2022', out }, { operator: '王芳', now: Date.UTC(2023, 0, 9) }))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(out)
    const row = workbook.worksheets[1]?.getRow(5)
    const counted = Object.fromEntries([...'CDEFGHIJKLMNOPQRS'].map((letter) => [letter, row?.getCell(letter).value]).filter(([, value]) => value !== 0))
    expect(row?.getCell('B').value).toBe('市南区')
    expect(counted).toEqual({ C: 1, D: 1, E: 2, F: 1, J: 1, M: 1, Q: 1, R: 2, S: 10 })
  })

  it('of a quality award without one are the award itself, for a filter, its records and the recount', async () => {
    const asked = { period: '2022', filters: ['level=正奖'] }
    expect(valueOf(await counting.rank('honours', asked)).total.value).toBe(3)
    expect(valueOf(await counting.records('honours', asked)).total).toBe(3)
    const columns = await createColumnsOwner(store.columns, placesOf(null, null).city).current()
    expect(valueOf(await verifyFigures(store, columns, '2022')).ok).toBe(true)
  })
})
