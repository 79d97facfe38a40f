import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFile } from '../../../src/main/register/import/importFile'
import { createImportServices } from '../../../src/main/register/import/services'
import { foldState, readState } from '../../../src/main/register/records/recordState'
import { sampleClock } from '../../support/registers/sampleImport'
import { writeCsv } from '../../support/workbooks/tableFiles'
import { tempRegister } from '../../support/registers/tempRegister'

const heading = ['标准号', '标准名称', '起草单位', '发布日期']

/** A column taken for the number that is none: every row is about one standard, and says something else of it. */
function rowsAboutOne(from: number, count: number): string[][] {
  return Array.from({ length: count }, (_, at) => ['GB/T 1.1-2020', `标准化工作导则 第${from + at}部分`, `青岛第${(from + at) % 40}有限公司；青岛海尔股份有限公司`, '2020-03-31'])
}

describe('a file of which every row names one record', () => {
  it('is judged row by row, repeated rows too, and the record is what all its rows come to', async () => {
    using register = tempRegister()
    const store = register.open()
    const services = await createImportServices(store)
    const rows = rowsAboutOne(0, 400)
    const first = join(register.folder, '一.csv')
    writeCsv(first, [heading, ...rows, ...rows.slice(7, 10)])
    const answer = await importFile(first, { ...sampleClock, as: 'standards' }, services)
    expect(answer).toMatchObject({ ok: true, value: { rows: { read: 403, new: 1, changed: 399, same: 3, rejected: 0 }, records: { new: 1 } } })
    const later = join(register.folder, '二.csv')
    writeCsv(later, [heading, ...rowsAboutOne(1_000, 60)])
    expect(await importFile(later, { ...sampleClock, as: 'standards' }, await createImportServices(store))).toMatchObject({ ok: true, value: { rows: { changed: 60 } } })
    const state = await readState(store, 'standard', 1)
    if (!state) throw new Error('no record')
    expect(state.support).toHaveLength(463)
    expect(state.record.values).toMatchObject({ title: '标准化工作导则 第1059部分', listConflict: 1 })
    expect(foldState(state, null)).toEqual(state.record.values)
  })
})
