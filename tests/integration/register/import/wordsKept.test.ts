import { appendFileSync, copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerDesk } from '../../../support/registers/registerDesk'
import { samplesFolder } from '../../../support/registers/sampleImport'

const { register, opened, ask, settled, close } = registerDesk()
const file = join(register.folder, '收到.xlsx')

beforeAll(async () => {
  await opened.open(register.path, true)
  copyFileSync(join(samplesFolder, '90_脏数据_标准.xlsx'), file)
})
afterAll(close)

/** Everything that is shown of a file. */
async function shown(job: number) {
  const { job: { job: _, revision: __, ...state }, settings, sheets } = await ask('imports.detail', { job })
  const { rows } = await ask('imports.rows', { job, from: 0, to: 500 })
  const { groups } = await ask('imports.questions', { job })
  return { state, settings, sheets, rows, groups }
}

async function wordsOf(job: number): Promise<string | null> {
  return (await ask('imports.words', {})).words.find((kept) => kept.job === job)?.words ?? null
}

describe('what a clerk has said about a file', () => {
  let said: Awaited<ReturnType<typeof shown>>
  let words: string | null = null

  it('is nothing while she has not', async () => {
    const [opening] = (await ask('imports.open', { files: [file] })).jobs
    const job = opening?.job ?? 0
    await settled(job)
    expect(await wordsOf(job)).toBeNull()
    await ask('imports.close', { jobs: [job] })
  })

  it('is kept: answers, a cell written anew, the district, a column; and said again it leaves the file as it stood', async () => {
    const [opening] = (await ask('imports.open', { files: [file] })).jobs
    const job = opening?.job ?? 0
    await settled(job)
    const { groups } = await ask('imports.questions', { job })
    await ask('imports.answer', { job, group: groups.find(({ code }) => code === 'ambiguous_month')?.group, answer: { choice: 1 } })
    await settled(job)
    await ask('imports.answer', { job, group: groups.find(({ code }) => code === 'ambiguous_order')?.group, answer: null })
    await settled(job)
    const [wrong] = (await ask('imports.rows', { job, filter: { code: 'bad_date' }, from: 0, to: 1 })).rows
    await ask('imports.correct', { job, index: wrong?.index, text: '2021-02-28' })
    await settled(job)
    await ask('imports.setFile', { job, district: '370212' })
    await settled(job)
    said = await shown(job)
    words = await wordsOf(job)
    // The process dies: nothing of the file is left but what was kept.
    await ask('imports.close', { jobs: [job] })
    const [again] = (await ask('imports.openAgain', { file, words })).jobs
    expect(await wordsOf(again?.job ?? 0)).toBe(words)
    await settled(again?.job ?? 0)
    expect(await shown(again?.job ?? 0)).toEqual(said)
    expect(await wordsOf(again?.job ?? 0)).toBe(words)
    // The last word is still the first that can be taken back.
    expect((await ask('imports.takeBackAnswer', { job: again?.job })).taken).toBe(1)
    await settled(again?.job ?? 0)
    expect((await ask('imports.rows', { job: again?.job, filter: { code: 'bad_date' }, from: 0, to: 1 })).rows[0]?.index).toBe(wrong?.index)
    await ask('imports.close', { jobs: [again?.job] })
  })

  it.each(['{', '{"sha256": 1}', 'x'.repeat(100_000)])('is passed over where it cannot be read', async (broken) => {
    const [again] = (await ask('imports.openAgain', { file, words: broken })).jobs
    await settled(again?.job ?? 0)
    expect(await wordsOf(again?.job ?? 0)).toBeNull()
    await ask('imports.close', { jobs: [again?.job] })
  })

  it('is not said about another content of the same name', async () => {
    appendFileSync(file, '\n')
    const [again] = (await ask('imports.openAgain', { file, words })).jobs
    const state = await settled(again?.job ?? 0)
    expect(await wordsOf(again?.job ?? 0)).toBeNull()
    expect(state.answered).toBe(0)
    await ask('imports.close', { jobs: [again?.job] })
  })
})
