import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJson } from '../support/runCli'
import { tempRegister } from '../support/registers/tempRegister'

const register = tempRegister()
const rows = 6_000

beforeAll(async () => {
  const file = join(register.folder, '标准.csv')
  writeFileSync(file, ['标准编号,标准名称,发布日期', ...Array.from({ length: rows }, (_, row) => `GB/T ${20_000 + row}-2020,产品规范第${row}部分,2020-03-01`)].join('\n'))
  expect(await runJson(['import', file, '--register', register.path])).toMatchObject({ code: 0, answer: { records: { new: rows } } })
})
afterAll(() => register[Symbol.dispose]())

function start(words: readonly string[], stdout: 'pipe' | number = 'pipe') {
  const child = spawn(process.execPath, ['scripts/cli.mjs', ...words, '--register', register.path], { stdio: ['ignore', stdout, 'pipe'] })
  const said = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { said.stdout += text })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { said.stderr += text })
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => child.on('close', (code, signal) => resolve({ code, signal })))
  return { child, said, ended }
}

describe('how a command line ends', () => {
  it('does its work although nobody reads any longer where it stands', async () => {
    const { child, said, ended } = start(['backup', '--to', join(register.folder, '备份'), '--json'])
    child.stderr?.destroy()
    expect((await ended).code).toBe(0)
    expect(JSON.parse(said.stdout)).toMatchObject({ file: expect.any(String) as string })
  })

  it('answers with the code of its refusal where nobody reads the answer', async () => {
    const { child, ended } = start(['get', 'standards', 'GB/T 1-1999', '--json'])
    child.stdout?.destroy()
    expect((await ended).code).toBe(1)
  })

  it.runIf(existsSync('/dev/full'))('says in a sentence that its answer found no room', async () => {
    const full = openSync('/dev/full', 'w')
    const { said, ended } = start(['list', 'standards', '--json'], full)
    expect((await ended).code).toBe(1)
    closeSync(full)
    expect(said.stderr).toMatch(/^出错：结果没有写全：.*ENOSPC.*\n$/u)
  })

  it.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves no half of a file when %s ends it while it writes one', async (signal) => {
    const half = () => readdirSync(register.folder).some((name) => name.endsWith('.part'))
    // A file that was whole before the signal came proves nothing: once more.
    await expect.poll(async () => {
      const { child, ended } = start(['export', 'standards', '--out', join(register.folder, '标准.xlsx')])
      while (!half() && child.exitCode === null) await wait(1)
      child.kill(signal)
      return (await ended).signal
    }, { timeout: 60_000 }).toBe(signal)
    expect(half()).toBe(false)
    expect(await runJson(['set', 'standards', 'GB/T 20001-2020', `title=${signal}`, '--register', register.path])).toMatchObject({ code: 0 })
  })
})
