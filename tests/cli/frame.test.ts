import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { commandHelp } from '../../src/shared/text/helpTexts'
import { runCli, runJson } from '../support/runCli'
import { tempRegister } from '../support/registers/tempRegister'

describe('the command line', () => {
  it('explains itself in Chinese and English', async () => {
    const { code, stdout } = await runCli(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain(commandHelp.import.zh)
    expect(stdout).toContain(commandHelp.import.en)
  })

  it('explains one command with all its options', async () => {
    const { code, stdout } = await runCli(['list', '--help'])
    expect(code).toBe(0)
    for (const option of ['--search', '--filter', '--sort', '--offset', '--limit', '--fields', '--register', '--today']) expect(stdout).toContain(option)
    expect(stdout).toContain(commandHelp.list.en)
  })

  it('names its version', async () => {
    expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: `${packageJson.version}\n` })
  })

  it('answers 2 and shows the commands when none is given', async () => {
    expect(await runCli([])).toMatchObject({ code: 2 })
  })

  it.each([
    [['nonsense'], 'usage_unknown_command'],
    [['list', 'standards', '--colour'], 'usage_unknown_option'],
    [['list', 'standards', 'patents'], 'usage_unknown_option'],
    [['list'], 'usage_missing_argument'],
    [['list', 'cats'], 'usage_bad_value'],
    [['list', 'standards', '--limit', 'many'], 'usage_bad_value'],
    [['list', 'standards', '--limit', '-1'], 'usage_bad_value'],
    [['list', 'standards', '--today', '2021-02-30'], 'usage_bad_value'],
    [['list', 'standards', '--search'], 'usage_bad_value'],
    [['list', 'standards', '--json=yes'], 'usage_bad_value'],
    [['export', 'standards'], 'usage_missing_argument'],
  ])('answers 2 to wrong use: %j', async (words, code) => {
    const outcome = await runJson(words)
    expect(outcome.code).toBe(2)
    expect(outcome.answer).toMatchObject({ error: { code, message: expect.stringMatching(/[\u4e00-\u9fff]/) as string, at: null } })
  })

  it('says what is wrong on standard error when no JSON is wanted', async () => {
    const { code, stdout, stderr } = await runCli(['list', 'cats'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('cats')
  })

  it('makes a register that is not there and answers 1 where it cannot', async () => {
    using register = tempRegister()
    expect(await runJson(['list', 'standards', '--register', register.path])).toEqual({ code: 0, answer: { total: 0, rows: [] } })
    expect(existsSync(register.path)).toBe(true)
    const refused = await runJson(['list', 'standards', '--register', join(register.path, 'inside-a-file.bzr')])
    expect(refused).toMatchObject({ code: 1, answer: { error: { code: expect.any(String) as string } } })
  })

  it('imports nothing where the workbook for the sender cannot be written, and never writes over the sender’s file', async () => {
    using register = tempRegister()
    const file = join(dirname(register.path), '单位.xlsx')
    const sent = '单位名称,统一社会信用代码\n青岛甲有限公司,坏代码\n'
    writeFileSync(file, sent) // read by what is in it
    const importing = (out: string) => runJson(['import', file, '--rejects', out, '--register', register.path])
    for (const out of [join(dirname(register.path), '没有', '退回.xlsx'), file]) expect(await importing(out)).toMatchObject({ code: 1, answer: { error: { code: 'file_not_writable' } } })
    expect(await importing('退回.docx')).toMatchObject({ code: 2, answer: { error: { code: 'usage_bad_value' } } })
    expect(readFileSync(file, 'utf8')).toBe(sent)
    expect(await runJson(['batches', '--register', register.path])).toEqual({ code: 0, answer: [] })
  })

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, ['scripts/cli.mjs', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let complaints = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => { complaints += text })
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
    expect(complaints).toBe('')
  })
})

describe('evaluate', () => {
  it('answers line by line and goes on behind a line that is no question', async () => {
    const questions = ['{"kind":"date","input":"2021.3.5"}', 'no json', '{"kind":"unheard","input":1}', '', '{"kind":"growth","input":{"current":2511,"previous":2174,"decimals":1}}']
    const { code, stdout } = await runCli(['evaluate', '--today', '2022-01-17'], questions.join('\n'))
    const answers = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as object)
    expect(code).toBe(0)
    expect(answers).toMatchObject([{ iso: '2021-03-05' }, { error: { code: 'usage_bad_value' } }, { error: { code: 'usage_bad_value' } }, { value: '15.5%' }])
    expect(answers).toHaveLength(4)
  })

  it('reads questions that end in CRLF, and one without a final line break', async () => {
    const { stdout } = await runCli(['evaluate'], '{"kind":"date","input":"2021.3.5"}\r\n{"kind":"date","input":"2021.3.6"}')
    expect(stdout.trimEnd().split('\n').map((line) => (JSON.parse(line) as { iso: string }).iso)).toEqual(['2021-03-05', '2021-03-06'])
  })
})
