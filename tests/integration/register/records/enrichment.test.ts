import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerDesk } from '../../../support/registers/registerDesk'
import { writeCsv } from '../../../support/workbooks/tableFiles'
import { valueOf } from '../../../support/valueOf'

/** A national list fills what a district's report left open; whose word each value is stays to be seen. */
const desk = registerDesk()
const { register, opened, ask, settled, close } = desk

async function take(name: string, rows: string[][]): Promise<void> {
  const path = join(register.folder, name)
  writeCsv(path, rows)
  const { jobs } = await ask('imports.open', { files: [path] })
  const job = jobs[0]?.job ?? 0
  await settled(job)
  await ask('imports.commit', { jobs: [job] })
  expect((await settled(job)).state).toBe('done')
}

async function standard(key: string) {
  const session = valueOf(opened.session())
  const record = (await session.store.records.byKeys('standard', [key])).get(key)
  return ask('records.get', { kind: 'standards', id: record?.id })
}

beforeAll(async () => {
  await opened.open(register.path, true)
  await take('崂山区_标准制修订.csv', [
    ['标准编号', '标准名称', '发布日期', '起草单位'],
    ['GB/T 41001-2021', '电梯远程监测', '2021年10月', ''],
    ['GB/T 41002－2021', '海藻酸钠', '2021-11-02', '青岛明月海藻集团有限公司'],
  ])
  await take('国家标准清单_信息平台.csv', [
    ['标准号', '标准名称', '标准状态', '发布日期', '实施日期', '归口单位', 'ICS', 'CCS', '起草单位'],
    ['GB/T 41001-2021', '电梯远程监测 通用要求', '现行', '2021-10-11', '2022-05-01', '全国电梯标准化技术委员会', '91.140.90', 'Q78', '青岛海尔电梯有限公司、青岛大学'],
    ['GB/T 41002-2021', '海藻酸钠', '现行', '2021-11-01', '2022-06-01', '全国食品标准化技术委员会', '67.220', 'X69', '青岛明月海藻集团有限公司、中国海洋大学'],
  ])
})
afterAll(close)

it('fills drafting units and dates of standards that were there', async () => {
  const { fields, parties } = await standard('GB/T 41001-2021')
  const text = new Map(fields.map(({ name, text: value }) => [name, value]))
  expect([text.get('publishedOn'), text.get('effectiveOn'), parties.map(({ name }) => name)]).toEqual(['2021-10-11', '2022-05-01', ['青岛海尔电梯有限公司', '青岛大学']])
})

it('keeps and shows which file says what, and no conflict where one says only less', async () => {
  const { sources, conflicts } = await standard('GB/T 41001-2021')
  expect(sources.map(({ file, states }) => [file, states.some(({ label }) => label === '实施日期')])).toEqual([['崂山区_标准制修订.csv', false], ['国家标准清单_信息平台.csv', true]])
  expect(conflicts.map(({ field }) => field)).toEqual(['title'])
})

it('lays what sources and a person say differently side by side, with what stood in the cell, and takes the other word on request', async () => {
  const before = await standard('GB/T 41002-2021')
  const dates = before.conflicts.find(({ field }) => field === 'publishedOn')
  const voices = dates?.values.map(({ text, isCurrent, by }) => [text, isCurrent, by.map(({ file }) => file)])
  expect(voices).toEqual(expect.arrayContaining([['2021-11-02', expect.any(Boolean), ['崂山区_标准制修订.csv']], ['2021-11-01', expect.any(Boolean), ['国家标准清单_信息平台.csv']]]))
  const other = dates?.values.find(({ isCurrent }) => !isCurrent)
  const current = dates?.values.find(({ isCurrent }) => isCurrent)
  await ask('records.edit', { kind: 'standards', id: before.id, field: 'publishedOn', text: other?.text, before: current?.text })
  const after = await standard('GB/T 41002-2021')
  expect(after.conflicts.find(({ field }) => field === 'publishedOn')?.values).toEqual([
    expect.objectContaining({ text: other?.text, isCurrent: true, isHand: true, by: other?.by }), expect.objectContaining({ text: current?.text, isCurrent: false, isHand: false }),
  ])
})
