import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registerContract, type Input, type RegisterHandlers, type RegisterOperationName } from '../../../../src/shared/bridge/contract'
import { createHandlers } from '../../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../../support/registers/changeSets'
import { inProcessWriter } from '../../../support/registers/inProcessWriter'
import { tempRegister } from '../../../support/registers/tempRegister'

const register = tempRegister()
const opened = createOpenedRegister(vi.fn(), inProcessWriter)
const handlers: RegisterHandlers = createHandlers({ version: '0.1.0', register: opened, today: () => '2022-01-17' })
const folder = join(register.folder, '备份')
const [password, changed] = ['梧桐树下三只灰喜鹊', '另一个 password 99']

async function ask<K extends RegisterOperationName>(name: K, input: unknown): Promise<unknown> {
  const handler = handlers[name] as unknown as (given: Input<K>) => Promise<{ ok: boolean; value?: unknown; code?: string }>
  const result = await handler(registerContract[name].input.parse(input) as Input<K>)
  return result.ok ? registerContract[name].output.parse(result.value) : result
}

/** The newest change of the settings, in the clerk's words. */
async function lastChange(): Promise<unknown> {
  const { entries } = (await ask('settings.history', { limit: 1 })) as { entries: { changes: unknown }[] }
  return entries[0]?.changes
}

/** Endings of the backups that there are after another one was made. */
async function endingsAfterBackup(): Promise<string[]> {
  expect(await ask('backup.run', {})).toMatchObject({ failure: null })
  return readdirSync(folder).map((name) => extname(name))
}

beforeAll(async () => {
  await opened.open(register.path, true)
  await opened.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
  await ask('settings.save', { operator: '王芳', backupFolder: folder })
})
afterAll(async () => {
  await opened.close()
  register[Symbol.dispose]()
})

describe('encryption of backups', () => {
  let key = ''

  it('does not begin before somebody has the recovery sheet', async () => {
    expect(await ask('backup.confirmSheet', { lastGroup: 'ABCDE' })).toMatchObject({ ok: false, code: 'backup_not_encrypted' })
    expect(await ask('backup.beginEncryption', { password: '1234567' })).toMatchObject({ ok: false, code: 'password_too_short' })
    const begun = (await ask('backup.beginEncryption', { password })) as { recoveryKey: string; sheetName: string }
    key = begun.recoveryKey
    expect(begun.sheetName).toMatch(/^台账_备份恢复表_\d{4}-\d\d-\d\d\.pdf$/u)
    expect(await ask('backup.confirmSheet', { lastGroup: key.slice(0, 5) })).toMatchObject({ ok: false, code: 'backup_sheet_first' })
    expect(await ask('settings.get', {})).toMatchObject({ backupEncryption: null })
    const sheet = join(register.folder, '恢复表.txt')
    expect(await ask('backup.writeSheet', { file: sheet })).toEqual({})
    expect(readFileSync(sheet, 'utf8')).toContain(`恢复密钥：${key.replaceAll('-', ' - ')}\r\n`)
    expect(await ask('backup.confirmSheet', { lastGroup: key.slice(-5).toLowerCase() })).toMatchObject({ backupEncryption: { passwordSetAt: expect.any(Number) } })
    expect(await endingsAfterBackup()).toContain('.bzrx')
  })

  it('stands in the history of the settings without its keys, ends, and is taken up again', async () => {
    expect(await lastChange()).toEqual([{ what: '备份加密', before: null, after: expect.stringMatching(/^已加密，密码设于 \d{4}-\d\d-\d\d$/u) }])
    const { sequence } = (await ask('backup.stopEncryption', {})) as { sequence: number }
    expect(await lastChange()).toEqual([{ what: '备份加密', before: expect.stringContaining('已加密'), after: null }])
    expect(await endingsAfterBackup()).toContain('.bzr')
    expect(await ask('settings.takeBack', { sequence })).toMatchObject({ backupEncryption: { passwordSetAt: expect.any(Number) } })
    expect(await endingsAfterBackup()).toContain('.bzrx')
  })

  it('keeps its keys behind another password, set by the old one or the sheet', async () => {
    expect(await ask('backup.changePassword', { secret: changed, password: changed })).toMatchObject({ ok: false, code: 'wrong_password' })
    expect(await ask('backup.changePassword', { secret: key, password: changed })).toMatchObject({ backupEncryption: { passwordSetAt: expect.any(Number) } })
    const [backup = ''] = readdirSync(folder).filter((name) => name.endsWith('.bzrx'))
    expect(await ask('backup.look', { file: join(folder, backup) })).toMatchObject({ ok: false, code: 'encrypted' })
    expect(await ask('backup.unlock', { file: join(folder, backup), secret: changed })).toEqual({})
    expect(await ask('backup.look', { file: join(folder, backup) })).toMatchObject({ counts: { patents: 1 } })
  })

  it('gets another sheet, and the old one is no longer in what is made from then on', async () => {
    const { recoveryKey } = (await ask('backup.renewSheet', { secret: key })) as { recoveryKey: string }
    expect(recoveryKey).not.toBe(key)
    await ask('backup.confirmSheet', { lastGroup: recoveryKey.slice(-5) })
    expect(await ask('backup.renewSheet', { secret: key })).toMatchObject({ ok: false, code: 'wrong_password' })
    const begun = (await ask('backup.renewSheet', { secret: recoveryKey })) as { recoveryKey: string }
    // Keys that were changed while the sheet was printed would be lost with it.
    await ask('backup.changePassword', { secret: recoveryKey, password })
    expect(await ask('backup.confirmSheet', { lastGroup: begun.recoveryKey.slice(-5) })).toMatchObject({ ok: false, code: 'register_changed' })
    expect(await ask('backup.changePassword', { secret: password, password: changed })).toMatchObject({ backupEncryption: { passwordSetAt: expect.any(Number) } })
  })
})
