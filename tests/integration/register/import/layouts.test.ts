import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registerDesk } from '../../../support/registers/registerDesk'

const { register, opened, ask, close } = registerDesk()

/** Writes a table as text and opens it. */
async function open(name: string, lines: readonly string[]): Promise<number> {
  const path = join(register.folder, name)
  writeFileSync(path, lines.join('\n'))
  const { jobs } = await ask('imports.open', { files: [path] })
  return jobs[0]?.job ?? 0
}

async function settled(job: number, ...states: string[]) {
  return vi.waitFor(async () => {
    const detail = await ask('imports.detail', { job })
    if (!states.includes(detail.job.state)) throw new Error(`still ${detail.job.state}`)
    return detail
  }, { timeout: 15_000, interval: 20 })
}

/** Headings that the program does not know. */
const headings = '编码,叫什么,哪天出的,第几级'
const first = ['市南区上报的东西', headings, 'GB/T 41001-2021,电梯制动装置,2021-03-05,国家标准', 'GB/T 41002-2021,电梯导轨,5/3/2021,国家标准']

beforeAll(async () => {
  await opened.open(register.path, true)
})
afterAll(close)

describe('a change that the clerk does not take', () => {
  const line = (title: string, date: string): string[] => ['标准编号,标准名称,标准级别,发布日期', `GB/T 42001-2021,${title},国家标准,${date}`]
  const storedTitle = async () => {
    const session = opened.session()
    const stored = session.ok ? await session.value.store.records.byKeys('standard', ['GB/T 42001-2021']) : new Map()
    return stored.get('GB/T 42001-2021')?.values
  }

  it('leaves the field as the register has it, takes the others, and can be taken back', async () => {
    const first = await open('甲.csv', line('电梯限速器', '2021-03-05'))
    await settled(first, 'ready')
    await ask('imports.commit', { jobs: [first] })
    await settled(first, 'done')
    const job = await open('乙.csv', line('电梯限速装置', '2021-03-06'))
    await settled(job, 'ready')
    const rowNow = async () => (await ask('imports.rows', { job, from: 0, to: 1 })).rows[0]
    expect((await rowNow())?.changes).toMatchObject([{ field: 'title', canKeep: true }, { field: 'publishedOn', canKeep: true }])
    await ask('imports.keep', { job, index: 0, field: 'title', isForAll: false })
    await settled(job, 'ready')
    expect(await rowNow()).toMatchObject({ changes: [{ field: 'publishedOn' }], kept: [{ from: '电梯限速器', to: '电梯限速装置' }] })
    await ask('imports.takeBackAnswer', { job })
    await settled(job, 'ready')
    expect((await rowNow())?.changes).toHaveLength(2)
    await ask('imports.keep', { job, index: 0, field: 'title', isForAll: true })
    await settled(job, 'ready')
    await ask('imports.commit', { jobs: [job] })
    await settled(job, 'done')
    expect(await storedTitle()).toMatchObject({ title: '电梯限速器', publishedOn: '2021-03-06' })
    await ask('imports.close', { jobs: [first, job] })
  })
})

describe('a layout that the clerk explained once', () => {
  beforeAll(async () => {
    const job = await open('市南区报表2021年1季度.csv', first)
    await settled(job, 'refused', 'ready')
    await ask('imports.setSheet', { job, sheet: 0, kind: 'standards', headerRows: [2] })
    for (const [column, field] of [['A', 'standardNo'], ['B', 'title'], ['C', 'publishedOn'], ['D', 'kind']]) {
      await ask('imports.setSheet', { job, sheet: 0, column: { column, field } })
    }
    await settled(job, 'ready')
    const { groups } = await ask('imports.questions', { job })
    expect(groups).toMatchObject([{ code: 'ambiguous_order' }])
    await ask('imports.answer', { job, group: groups[0]?.group, answer: { choice: 1 } })
    await settled(job, 'ready')
    await ask('imports.remember', { job, isOn: true })
    await ask('imports.commit', { jobs: [job] })
    await settled(job, 'done')
    await ask('imports.close', { jobs: [job] })
  })

  it('is listed with what it holds', async () => {
    const { layouts } = await ask('imports.layouts', {})
    expect(layouts).toMatchObject([{ fileName: '市南区报表2021年1季度.csv', kind: 'standards', columns: 4, imported: 4, answers: 1 }])
  })

  it('reads the next file of the sender, with its columns moved and one more, and answers what was answered', async () => {
    const job = await open('市南区报表2021年2季度.csv', ['东西', '又一季', '叫什么,编码,哪天出的,第几级,谁写的', '电梯缓冲器,GB/T 41003-2021,7/8/2021,国家标准,某某公司'])
    const { job: standing, sheets, isRemembered } = await settled(job, 'ready')
    expect(standing).toMatchObject({ kind: 'standards', open: 0, answered: 1, verdicts: { new: 1 } })
    expect(sheets[0]?.headerRows).toEqual([3])
    expect(sheets[0]?.layout?.differences).toEqual(expect.arrayContaining([{ kind: 'added', heading: '谁写的', to: null }, { kind: 'moved', heading: '编码', to: null }]))
    expect(isRemembered).toBe(true)
    await ask('imports.commit', { jobs: [job] })
    await settled(job, 'done')
    const session = opened.session()
    const stored = session.ok ? await session.value.store.records.byKeys('standard', ['GB/T 41003-2021']) : new Map()
    expect(stored.get('GB/T 41003-2021')).toMatchObject({ values: { title: '电梯缓冲器', publishedOn: expect.stringMatching(/^2021-0[78]-0[78]$/) } })
  })

  it('lends its columns, but not its answers, to another sender', async () => {
    const job = await open('黄岛区台账.csv', ['东西', headings, 'GB/T 41004-2021,电梯门,7/8/2021,国家标准'])
    const { job: standing } = await settled(job, 'ready')
    expect(standing).toMatchObject({ kind: 'standards', open: 1, answered: 0 })
    await ask('imports.close', { jobs: [job] })
  })

  it('is no longer used once it is forgotten', async () => {
    for (const { id } of (await ask('imports.layouts', {})).layouts) await ask('imports.forgetLayout', { id })
    expect((await ask('imports.layouts', {})).layouts).toEqual([])
    const job = await open('市南区报表2021年3季度.csv', first)
    const { sheets, isRemembered } = await settled(job, 'refused', 'ready')
    expect(sheets[0]?.layout).toBeNull()
    expect(isRemembered).toBe(false)
  })
})
