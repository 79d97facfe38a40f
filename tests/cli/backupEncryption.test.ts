import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli, runJson } from '../support/runCli'

const [password, changed] = ['梧桐树下三只灰喜鹊', '另一个 password 99']
let folder: string
const at = (name: string): string => join(folder, name)
const context = (): string[] => ['--register', at('demo.bzr'), '--today', '2022-01-17', '--operator', '王芳']
const json = (words: string[], input = '') => runJson([...words, ...context()], input)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'encryption-'))
  await runCli(['import', join(import.meta.dirname, '../../resources/samples/01_单位名录_2021.xlsx'), ...context()])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('encrypted backups on the command line', () => {
  it('are refused before anything is written where the password or the sheet will not do', async () => {
    expect(await json(['backup-encryption', 'on', '--password-fd', '0', '--out', at('表.txt')], '短\n')).toMatchObject({ code: 1, answer: { error: { code: 'password_too_short', details: { shortest: 8 } } } })
    writeFileSync(at('旧表.txt'), '原来的恢复表')
    expect(await json(['backup-encryption', 'on', '--password-fd', '0', '--out', at('旧表.txt')], password)).toMatchObject({ code: 2, answer: { error: { code: 'usage_bad_value' } } })
    expect(readFileSync(at('旧表.txt'), 'utf8')).toBe('原来的恢复表')
    expect(readdirSync(folder)).not.toContain('表.txt')
  })

  it('are restored by the sheet alone after the password was changed and forgotten', async () => {
    expect(await json(['backup-encryption', 'on', '--password-fd', '0', '--out', at('表.txt')], `${password}\n`)).toMatchObject({ code: 0, answer: { isEncrypted: true, sheet: at('表.txt') } })
    expect(await json(['backup', '--to', at('备份')])).toMatchObject({ code: 0 })
    expect(await json(['backup-encryption', 'password', '--password-fd', '0'], `${password}x\n${changed}\n`)).toMatchObject({ code: 1, answer: { error: { code: 'wrong_password' } } })
    expect(await json(['backup-encryption', 'password', '--password-fd', '0'], `${password}\n${changed}\n`)).toMatchObject({ code: 0 })
    const [backup = ''] = readdirSync(at('备份')).filter((name) => name.endsWith('.bzrx'))
    const file = join(at('备份'), backup)
    expect(await runJson(['check', '--register', file])).toMatchObject({ code: 1, answer: { error: { code: 'encrypted', details: { what: 'checked' } } } })
    rmSync(at('demo.bzr'))
    const key = /恢复密钥：(.+)/u.exec(readFileSync(at('表.txt'), 'utf8'))?.[1] ?? ''
    expect(await json(['restore-backup', file, '--password-fd', '0'], `${key.slice(0, -1)}0\n`)).toMatchObject({ code: 1, answer: { error: { code: 'recovery_key_mistyped', details: { group: 7 } } } })
    expect(await json(['restore-backup', file, '--password-fd', '0'], `${key}\n`)).toMatchObject({ code: 0, answer: { counts: { units: 122 }, difference: null } })
  })

  it('say nowhere what the password is', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    expect(files.length).toBeGreaterThan(4)
    for (const file of files) for (const secret of [password, changed]) expect(readFileSync(file).includes(secret), file).toBe(false)
  })
})
