import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { fillList } from '../../../../src/main/register/fillList/fillList'
import { readWorkbook } from '../../../../src/main/workbook/readWorkbook'
import { codes, today, unitRegister, type UnitRegister } from '../../../support/registers/unitRegister'

async function colleaguesList(path: string, title: string, heading: string[], lines: (string | number | null)[][]): Promise<void> {
  const book = new Workbook()
  const sheet = book.addWorksheet('名单')
  sheet.addRow([title])
  sheet.mergeCells(1, 1, 1, heading.length)
  sheet.addRow(heading)
  for (const line of lines) sheet.addRow(line)
  sheet.getCell('A1').font = { name: '黑体', size: 20 }
  sheet.getCell('A3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } }
  sheet.getColumn(1).width = 33
  await book.xlsx.writeFile(path)
}

async function fill({ session, temp }: UnitRegister, file: string) {
  const out = join(temp.folder, '填好.xlsx')
  const done = await fillList(session, { file, out, open: readWorkbook, today, creator: '王芳', at: 0 })
  if (!done.ok) return { done, rows: [], sheet: null }
  const book = new Workbook()
  await book.xlsx.readFile(out)
  const [sheet] = book.worksheets
  const rows: unknown[][] = []
  sheet?.eachRow((row) => { rows.push((row.values as unknown[]).slice(1)) })
  return { done, rows, sheet: sheet ?? null }
}

describe('filling a colleague’s list', () => {
  it('puts district, counts and what was not found beside names and codes, and leaves the rest as it is', async () => {
    using register = await unitRegister()
    const file = join(register.temp.folder, '企业名单.xlsx')
    await colleaguesList(file, '重点企业名单', ['企业名称', '联系人', '信用代码'], [['青岛嵘拓包装有限公司', '张三', null], ['没有登记的有限公司', '李四', null], ['写错名的公司', '王五', codes.rongtuoOld]])
    const { done, rows, sheet } = await fill(register, file)
    expect(done).toMatchObject({ ok: true, value: { how: 'patched', sheets: [{ sheet: '名单', kind: 'units', firstColumn: 'D', lines: 3, found: 2, notFound: 1 }] } })
    expect(rows[1]?.slice(0, 8)).toEqual(['企业名称', '联系人', '信用代码', '核对结果', '统一社会信用代码', '登记名称', '所属区市', '注销日期'])
    expect(rows[2]?.slice(0, 9)).toEqual(['青岛嵘拓包装有限公司', '张三', undefined, '找到', codes.rongtuo, '青岛嵘拓包装有限公司', '黄岛区', undefined, 1])
    expect(rows[3]).toEqual(['没有登记的有限公司', '李四', undefined, '没有找到'])
    expect(rows[4]?.slice(3, 7)).toEqual(['找到', codes.rongtuoOld, '青岛嵘拓包装材料厂', '城阳区'])
    expect(sheet?.getCell('A1').font).toMatchObject({ name: '黑体', size: 20 })
    expect(sheet?.getCell('A3').fill).toMatchObject({ fgColor: { argb: 'FFFFFF00' } })
    expect(sheet?.getColumn(1).width).toBe(33)
    expect(sheet?.getCell('A1').isMerged).toBe(true)
  })

  it('marks lines whose code is one unit’s and whose name another’s, and asks no other column', async () => {
    using register = await unitRegister()
    const file = join(register.temp.folder, '名单.xlsx')
    const wrongEnd = `${codes.rongtuo.slice(0, -1)}9`
    await colleaguesList(file, '重点企业名单', ['推荐单位', '企业名称', '信用代码'], [
      ['青岛大学', '青岛嵘拓包装有限公司', codes.rongtuo], ['青岛大学', '青岛嵘拓纸业有限公司', codes.rongtuo], ['青岛大学', '青岛嵘拓包装有限公司', codes.rongtuoOld],
      ['青岛大学', '中国海洋大学', codes.rongtuo], ['青岛大学', '没有登记的有限公司', codes.rongtuo], ['青岛大学', '青岛嵘拓包装有限公司', wrongEnd], ['青岛大学', '中国海洋大学', '91370200163562681G'],
    ])
    const { done, rows } = await fill(register, file)
    expect(done).toMatchObject({ ok: true, value: { sheets: [{ kind: 'units', lines: 7, found: 4, disagreeing: 3, notFound: 0 }] } })
    expect(rows.slice(2).map((row) => row[3])).toEqual([
      '找到', '找到', `代码与名称不是一家：代码是“青岛嵘拓包装材料厂”，名称是“青岛嵘拓包装有限公司”（${codes.rongtuo}）`,
      '代码与名称不是一家：代码是“青岛嵘拓包装有限公司”，名称是“中国海洋大学”（没有登记代码）', '找到', `代码与名称不是一家：“青岛嵘拓包装有限公司”的代码是 ${codes.rongtuo}`, '找到',
    ])
    expect(rows[4]).toHaveLength(4)
  })

  it('takes headings of several rows, totals, notes and headings printed again for no lines', async () => {
    using register = await unitRegister()
    const file = join(register.temp.folder, '名单.xlsx')
    await colleaguesList(file, '附件1：重点企业名单', ['序号', '企业基本情况', '', '备注'], [
      ['', '企业名称', '信用代码', ''], [1, '青岛嵘拓包装有限公司', codes.rongtuo, '甲'], ['序号', '企业名称', '信用代码', '备注'], [2, '没有登记的有限公司', '', '乙'], ['合计', 2, '', ''], ['注：', '按季度更新', '', ''],
    ])
    const { done, rows } = await fill(register, file)
    expect(done).toMatchObject({ ok: true, value: { sheets: [{ kind: 'units', firstColumn: 'E', lines: 2, found: 1, notFound: 1 }] } })
    expect(rows.map((row) => row[4])).toEqual([undefined, undefined, '核对结果', '找到', undefined, '没有找到', undefined, undefined])
  })

  it('knows standards and patents by their numbers in any spelling', async () => {
    using register = await unitRegister()
    const standards = join(register.temp.folder, '标准.xlsx')
    await colleaguesList(standards, '标准清单', ['序号', '标准号', '牵头单位'], [[1, 'GB/T1—2020', '青岛大学'], [2, 'GB/T 99999-2020', '青岛大学']])
    const { done, rows } = await fill(register, standards)
    expect(done).toMatchObject({ ok: true, value: { sheets: [{ kind: 'standards', keyColumns: ['B'], found: 1, notFound: 1 }] } })
    expect(rows[2]?.slice(3, 6)).toEqual(['找到', 'GB/T 1-2020', '纸包装'])
    const patents = join(register.temp.folder, '专利.xlsx')
    await colleaguesList(patents, '专利清单', ['专利号', '备注'], [['ZL201910123456.X', '奖励'], ['201910123456X', '再问']])
    expect((await fill(register, patents)).done).toMatchObject({ ok: true, value: { sheets: [{ kind: 'patents', lines: 2 }] } })
  })

  it('copies a text table into a new workbook, and refuses a file without anything it knows', async () => {
    using register = await unitRegister()
    const csv = join(register.temp.folder, '名单.csv')
    writeFileSync(csv, '单位名称,备注\n青岛嵘拓包装有限公司,一\n没有登记的有限公司,二\n')
    const { done, rows } = await fill(register, csv)
    expect(done).toMatchObject({ ok: true, value: { how: 'copied', sheets: [{ found: 1, notFound: 1 }] } })
    expect(rows[1]?.slice(0, 3)).toEqual(['青岛嵘拓包装有限公司', '一', '找到'])
    const numbers = join(register.temp.folder, '数.csv')
    writeFileSync(numbers, '月份,数量\n1,2\n3,4\n')
    expect((await fill(register, numbers)).done).toMatchObject({ ok: false, code: 'no_known_column', details: { columns: ['月份', '数量'] } })
  })
})
