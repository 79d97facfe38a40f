import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src/main/workbook/readWorkbook'
import { cellText } from '../../../src/main/register/import/table/cellText'
import { partsOf } from '../../support/workbooks/workbookParts'
import { registerDesk } from '../../support/registers/registerDesk'
import { putSampleRegister } from '../../support/registers/sampleRegister'

/** Who has sent its standards of a period, as the first page asks. */
const desk = registerDesk()
const { ask } = desk

beforeAll(async () => {
  await putSampleRegister(desk.register.path)
  await desk.opened.open(desk.register.path, false)
}, 180_000)
afterAll(() => desk.close())

const reportOf = async (district: string, period = '2021') => (await ask('periods.reports', { period })).districts.find((report) => report.district === district)

describe('who has sent its standards of a period', () => {
  it('lists every district with what came in and what of its lists is still open', async () => {
    const { hasReporters, districts } = await ask('periods.reports', { period: '2021' })
    expect(hasReporters).toBe(true)
    expect(districts.map(({ district, state, refused, waiting }) => [district, state, refused, waiting])).toEqual([
      ['市南区', 'received', 0, 0], ['市北区', 'received', 0, 0], ['黄岛区', 'returned', 2, 0], ['崂山区', 'returned', 4, 0], ['李沧区', 'received', 0, 0],
      ['城阳区', 'returned', 1, 0], ['即墨区', 'received', 0, 0], ['胶州市', 'received', 0, 0], ['平度市', 'received', 0, 0], ['莱西市', 'received', 0, 0],
    ])
    expect(await reportOf('崂山区')).toMatchObject({ lists: 1, newest: { file: '04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx' } })
  })

  it('takes an addition that names no year for the period just over', async () => {
    expect(await reportOf('李沧区')).toMatchObject({ lists: 2, newest: { file: '12_李沧区补报_1904日期系统.xlsx' } })
    expect(await reportOf('李沧区', '2020')).toMatchObject({ lists: 0, newest: null })
  })

  it('opens exactly the standards that a number counts', async () => {
    for (const { code, records } of (await ask('periods.reports', { period: '2021' })).districts) {
      expect(await ask('counting.worklist', { reportedBy: code, period: '2021' })).toMatchObject({ kind: 'standards', count: records })
    }
  })

  it('misses those that have sent nothing for the period', async () => {
    const { districts } = await ask('periods.reports', { period: '2022' })
    expect(new Set(districts.map(({ state }) => state))).toEqual(new Set(['missing', 'received']))
    // Standards of 2022 that a list of 2021 brought are reported all the same.
    for (const { state, records, lists } of districts) expect(state).toBe(records + lists > 0 ? 'received' : 'missing')
  })

  it('writes whom to remind, those that sent nothing first', async () => {
    const file = join(desk.register.folder, '催报名单.xlsx')
    await ask('periods.exportReports', { period: '2022', file })
    expect(existsSync(file)).toBe(true)
    const states: string[] = []
    for await (const event of readWorkbook(file)) if (event.type === 'rows') states.push(...event.rows.map(({ cells }) => cellText(cells[1] ?? null)))
    const found = states.filter((state) => ['未报送', '已入库'].includes(state))
    expect(found).toEqual(found.toSorted((a, b) => Number(a === '已入库') - Number(b === '已入库')))
    expect(found[0]).toBe('未报送')
    expect(partsOf(readFileSync(file)).some(({ content }) => content.toString().includes('未报送：'))).toBe(true)
  })
})
