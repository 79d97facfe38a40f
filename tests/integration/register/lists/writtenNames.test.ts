import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countGroups } from '../../../../src/main/register/lists/counts/groupCounts'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import type { ListFilter } from '../../../../src/shared/bridge/lists'
import { listField } from '../../../../src/shared/domain/catalogue/listFields'
import { importSample } from '../../../support/registers/sampleImport'
import { writeCsv } from '../../../support/workbooks/tableFiles'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const register = tempRegister()
let session: RegisterSession
const today = '2022-01-17'
const [wide, narrow] = ['青岛海星（集团）有限公司', '青岛海星(集团)有限公司']

beforeAll(async () => {
  const path = join(register.folder, '专利.csv')
  writeCsv(path, [
    ['申请号', '发明名称', '专利权人', '专利类型', '申请日'],
    ['202110000001.6', '甲', wide, '发明专利', '2021-01-05'], ['202110000002.0', '乙', narrow, '发明专利', '2021-01-05'],
    ['202110000003.5', '丙', `${wide};${narrow}`, '发明专利', '2021-01-05'], ['202110000004.X', '丁', '青岛海星集团有限公司', '发明专利', '2021-01-05'],
  ])
  const store = register.open()
  expect(await importSample(store, path)).toMatchObject({ ok: true, value: { records: { new: 4 } } })
  session = valueOf(openSession(register.path))
})

afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

const query = (...filters: ListFilter[]) => ({ kind: 'patents' as const, search: '', filters, sort: [] })

it('one name in two writings is one value of a facet, counted once a record', async () => {
  const field = listField('patents', 'parties')
  const facet = await session.lists.facets(query(), field ? [field] : [], today)
  expect(facet.ok && facet.value[0]?.values.map(({ count }) => count)).toEqual([3, 1])
})

it('and one group, behind which its records are found whichever writing is asked for', async () => {
  const groups = await countGroups(session.lists, { query: query(), by: ['parties'] }, today)
  expect(groups.ok && groups.value.groups.map(({ count }) => count)).toEqual([3, 1])
  const [first] = groups.ok ? groups.value.groups : []
  for (const name of [wide, narrow, first?.value ?? '']) {
    const found = await session.lists.find(query({ field: 'parties', values: [name] }), today)
    expect(found.ok && found.value.count, name).toBe(3)
  }
  const others = await session.lists.find(query({ field: 'parties', match: 'excludes', values: [narrow] }), today)
  expect(others.ok && others.value.count).toBe(1)
})
