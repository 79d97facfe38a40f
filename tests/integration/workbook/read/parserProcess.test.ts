import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChildParser, openParser, type ParserLimits } from '../../../../src/main/workbook/parserClient'
import { Refusal, type Failure } from '../../../../src/shared/domain/result'
import { buildParser } from '../../../support/builtParser'
import { collect, readFile } from '../../../support/workbooks/readWorkbookFile'

const samples = join(import.meta.dirname, '../../../../resources/samples')
const hostile = join(import.meta.dirname, '../../../fixtures/hostile')
const library = join(import.meta.dirname, '../../../fixtures/library')
const folder = mkdtempSync(join(tmpdir(), 'parser-process-'))
const limits: ParserLimits = { silenceMs: 30_000, maxMemoryBytes: 1024 ** 3 }
let entry = ''

beforeAll(async () => {
  entry = await buildParser()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function failureOf(reading: Promise<unknown>): Promise<Failure> {
  const outcome = await reading.then(() => undefined, (error: unknown) => error)
  if (outcome instanceof Refusal) return outcome.failure
  throw outcome ?? new Error('nothing was refused')
}

function script(name: string, code: string): string {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(path, code)
  return path
}

function longText(rows: number): string {
  const path = join(folder, `${rows}.csv`)
  writeFileSync(path, Array.from({ length: rows }, (_, index) => `T/X ${index}-2021,样例标准,青岛样例研究院、青岛样例检测有限公司`).join('\n'))
  return path
}

describe('openParser', () => {
  it.each(['04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx', '13_incoPat导出_青岛_20220110.xls', '15_国知局检索导出.csv', '21_商标网页导出_实为HTML.xls', '23_知识产权试点示范_XML表格.xls'])(
    '%s crosses unchanged',
    async (name) => {
      const path = join(samples, name)
      expect(await collect(openParser(path, {}, () => launchChildParser(entry)))).toEqual(await readFile(path))
    },
  )

  it('marked cells, control characters and lone surrogates cross unchanged', async () => {
    const path = join(hostile, '19_控制字符.xlsx')
    expect(await collect(openParser(path, {}, () => launchChildParser(entry)))).toEqual(await readFile(path))
  })

  it('options cross, the password too', async () => {
    const path = join(samples, '96_加密工作簿_密码qd2022.xlsx')
    const { sheets } = await collect(openParser(path, { password: 'qd2022', maxRows: 1 }, () => launchChildParser(entry)))
    expect(sheets[0]?.rows).toHaveLength(1)
    expect(await failureOf(collect(openParser(path, {}, () => launchChildParser(entry))))).toMatchObject({ code: 'encrypted' })
  })

  it.each(['endless.xls', 'endless.xlsb'])('%s, over which the library never comes to an end, ends its parser and nothing else', async (name) => {
    const reading = openParser(join(library, name), {}, () => launchChildParser(entry), { ...limits, silenceMs: 3_000 })
    expect(['parser_stopped', 'too_large']).toContain((await failureOf(collect(reading))).code)
  })

  it('refusals cross with their place and details', async () => {
    const path = join(hostile, '11_缺共享串.xlsx')
    expect(await failureOf(collect(openParser(path, {}, () => launchChildParser(entry))))).toMatchObject({
      code: 'damaged',
      at: { sheet: '标准', row: 1, column: 'A' },
      details: { what: 'shared_strings_missing' },
    })
  })

  it('many events cross in order while the reader is slow', async () => {
    let next = 0
    for await (const event of openParser(longText(60_000), {}, () => launchChildParser(entry))) {
      if (event.type !== 'rows') continue
      await new Promise((resolve) => setTimeout(resolve, 5))
      for (const row of event.rows) expect(row.cells[0]).toBe(`T/X ${next++}-2021`)
    }
    expect(next).toBe(60_000)
  })

  it('leaving the loop early ends the process', async () => {
    const transport = launchChildParser(entry)
    const exited = new Promise<void>((resolve) => transport.onExit(() => resolve()))
    for await (const event of openParser(longText(60_000), {}, () => transport)) if (event.type === 'rows') break
    await expect(exited).resolves.toBeUndefined()
  })

  it('cancelling ends the reading and the process', async () => {
    const transport = launchChildParser(entry)
    const exited = new Promise<void>((resolve) => transport.onExit(() => resolve()))
    const reading = openParser(longText(60_000), {}, () => transport)
    const failure = failureOf((async () => {
      for await (const event of reading) if (event.type === 'sheet') reading.cancel()
    })())
    expect(await failure).toMatchObject({ code: 'job_cancelled' })
    await expect(exited).resolves.toBeUndefined()
  })

  it('a reading cancelled before it begins starts no process', async () => {
    let launched = 0
    const reading = openParser(longText(10), {}, () => (launched++, launchChildParser(entry)))
    reading.cancel()
    expect(await failureOf(collect(reading))).toMatchObject({ code: 'job_cancelled' })
    expect(launched).toBe(0)
  })

  it('a parser that falls silent is ended', async () => {
    const silent = script('silent', 'setInterval(() => {}, 1000)')
    const reading = openParser('any', {}, () => launchChildParser(silent), { ...limits, silenceMs: 200 })
    expect(await failureOf(collect(reading))).toMatchObject({ code: 'parser_stopped', details: { what: 'silence' } })
  })

  it('a parser that dies is told of', async () => {
    const dying = script('dying', 'process.exit(3)')
    expect(await failureOf(collect(openParser('any', {}, () => launchChildParser(dying))))).toMatchObject({ code: 'parser_stopped', details: { what: 'exit' } })
  })

  it('a parser that writes something else is not believed', async () => {
    const babbling = script('babbling', 'console.log("hello"); setInterval(() => {}, 1000)')
    expect(await failureOf(collect(openParser('any', {}, () => launchChildParser(babbling))))).toMatchObject({ code: 'parser_stopped', details: { what: 'message' } })
  })

  it('a parser that runs out of memory means a file too large', async () => {
    const hungry = script('hungry', 'const kept = []; for (;;) kept.push(Array.from({ length: 10000 }, () => ({ n: Math.random() })))')
    expect(await failureOf(collect(openParser('any', {}, () => launchChildParser(hungry, 48))))).toMatchObject({ code: 'too_large', details: { what: 'memory' } })
  })

  it('a parser above its memory bound gives up', async () => {
    const reading = openParser(join(samples, '15_国知局检索导出.csv'), {}, () => launchChildParser(entry), { ...limits, maxMemoryBytes: 1024 * 1024 })
    expect(await failureOf(collect(reading))).toMatchObject({ code: 'too_large', details: { what: 'memory' } })
  })
})
