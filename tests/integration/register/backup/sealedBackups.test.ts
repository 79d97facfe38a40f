import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attachFiles } from '../../../../src/main/register/attachments/attachFiles'
import { createBackups } from '../../../../src/main/register/backup/backups'
import { listBackups } from '../../../../src/main/register/backup/listBackups'
import { lookIntoBackup } from '../../../../src/main/register/backup/restore/lookIntoBackup'
import { makeBackup } from '../../../../src/main/register/backup/makeBackup'
import { replaceByBackup } from '../../../../src/main/register/backup/restore/replaceByBackup'
import { restoreBackup } from '../../../../src/main/register/backup/restore/restoreBackup'
import { runOrder } from '../../../../src/main/register/backup/runOrder'
import { unlockBackup } from '../../../../src/main/register/backup/encryption/unlockBackup'
import { createOpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import { createFileStore, filesFolderOf } from '../../../../src/main/store/fileStore'
import { withPassword, withRecoveryKey } from '../../../../src/main/store/sealing/backupKeyring'
import { readRegisterOverview } from '../../../../src/main/store/sqlite/file/registerOverview'
import { aBatch, aChangeSet, anInsert, aPatent, aSettingsChange } from '../../../support/registers/changeSets'
import { aFile, aPdf } from '../../../support/workbooks/documents'
import { inProcessWriter } from '../../../support/registers/inProcessWriter'
import { recordServicesOver } from '../../../support/registers/recordServices'
import { backupPassword, quickKeys, type MadeKeys } from '../../../support/registers/sealedBackups'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'

let register: TempRegister
let folder: string
let made: MadeKeys
const at = new Date(2022, 0, 10, 9, 30).getTime()

beforeEach(async () => {
  register = tempRegister()
  folder = join(register.folder, '备份')
  made = await quickKeys()
})
afterEach(() => register[Symbol.dispose]())

const named = (name: string): string => join(folder, name)
const openName = (day: number): string => named(`台账_202201${String(day).padStart(2, '0')}-0930.bzr`)
const sealedName = (day: number): string => `${openName(day)}x`

async function write(settings: Record<string, string>, ...patents: string[]): Promise<void> {
  const store = register.open()
  if (patents.length > 0) await store.apply(aChangeSet({ batch: aBatch(), inserts: patents.map((number, row) => anInsert('patent', aPatent({ applicationNumber: number }), row + 2)) }))
  if (Object.keys(settings).length > 0) await store.apply(aSettingsChange(settings))
  await store.close()
}

/** An original of an import and an attachment of the first patent. */
async function keepFiles(): Promise<string> {
  const store = register.open()
  const original = join(register.folder, '清单.csv')
  writeFileSync(original, `专利号,名称\n${'ZL201910123451X,一种电梯\n'.repeat(9_000)}`)
  const kept = await createFileStore(register.path).keep(original)
  expect(await attachFiles(recordServicesOver(store), createFileStore(register.path), 'patent', 1, [aFile(register.folder, '证书.pdf', aPdf())])).toMatchObject({ ok: true })
  await store.close()
  return kept.ok ? kept.value.sha256 : ''
}

function filesUnder(path: string): string[] {
  return existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : []
}

function keptNames(path: string): string[] {
  return filesUnder(filesFolderOf(path)).map((file) => basename(file)).toSorted()
}

async function problemsOf(path: string): Promise<string[]> {
  const report = await checkRegister(path)
  return report.ok ? report.value.problems.map(({ problem }) => problem).filter((problem) => problem !== 'original_missing') : [report.code]
}

function patentsOf(path: string): number {
  const overview = readRegisterOverview(path)
  return overview.ok ? (overview.value.counts.patent ?? 0) : -1
}

function settingOf(path: string): string | undefined {
  const overview = readRegisterOverview(path)
  return overview.ok ? overview.value.info.get('backup_encryption') : undefined
}

describe('an encrypted backup', () => {
  it('is made without the password, says nothing of what it holds, and is restored wholly with it', async () => {
    await write(made.setting, '201910123451X')
    const original = await keepFiles()
    expect(await makeBackup(register.path, openName(9))).toMatchObject({ ok: true, value: { file: sealedName(9), missingAttachments: 0, second: null } })
    const all = filesUnder(folder)
    expect(all).toHaveLength(3)
    for (const file of all) {
      expect(file).not.toContain(original)
      const bytes = readFileSync(file)
      for (const word of ['SQLite format', '电梯', '%PDF', original, made.opened.privateKey, made.opened.writerKey]) expect(bytes.includes(word), `${file} ${word}`).toBe(false)
    }
    expect(readdirSync(register.folder).filter((name) => name.includes('.part'))).toEqual([])
    const target = join(register.folder, '新', '还原.bzr')
    expect(await restoreBackup(sealedName(9), target, undefined, made.opened)).toMatchObject({ ok: true, value: { missingAttachments: 0 } })
    expect(keptNames(target)).toEqual(keptNames(register.path))
    expect([patentsOf(target), await problemsOf(target)]).toEqual([1, []])
    expect(readdirSync(join(register.folder, '新')).toSorted()).toEqual(['还原.bzr', '还原.files'])
  })

  it('adds only what is new of originals and attachments, also after some were lost', async () => {
    await write(made.setting, '201910123451X')
    await keepFiles()
    await makeBackup(register.path, openName(9))
    const before = new Map(filesUnder(named('台账.filesx')).map((file) => [file, readFileSync(file)]))
    const [cut = '', gone = ''] = before.keys()
    await makeBackup(register.path, openName(10))
    for (const [file, bytes] of before) expect(readFileSync(file).equals(bytes)).toBe(true)
    writeFileSync(cut, (before.get(cut) ?? Buffer.alloc(0)).subarray(0, 99))
    rmSync(gone)
    await makeBackup(register.path, openName(11))
    expect(filesUnder(named('台账.filesx')).toSorted()).toEqual([...before.keys()].toSorted())
    const target = join(register.folder, '还原.bzr')
    expect(await restoreBackup(sealedName(11), target, undefined, made.opened)).toMatchObject({ ok: true, value: { missingAttachments: 0 } })
  })

  it('shows before it is restored what it would change, and takes the place of the register; how backups are encrypted stays', async () => {
    await write(made.setting, '201910123451X')
    await makeBackup(register.path, openName(9))
    await write({}, '201910123452X', '201910123453X')
    const looked = await lookIntoBackup(sealedName(9), register.path, made.opened, register.folder)
    expect(looked).toMatchObject({ ok: true, value: { contents: { name: '台账.bzr', counts: { patents: 1 } }, comparison: { ok: true, value: { lost: 2, regained: 0, different: 0, changesSince: 1 } } } })
    expect(await lookIntoBackup(sealedName(9), named('没有.bzr'), made.opened, register.folder)).toMatchObject({ ok: true, value: { comparison: { ok: false, code: 'file_not_found' } } })
    const keptAs = named('台账_20220110-0930_还原前.bzr')
    expect(await replaceByBackup(sealedName(9), register.path, keptAs, undefined, made.opened)).toMatchObject({ ok: true, value: { keptAs: `${keptAs}x` } })
    expect([patentsOf(register.path), await problemsOf(register.path)]).toEqual([1, []])
    expect(await replaceByBackup(`${keptAs}x`, register.path, named('台账_20220110-0931_还原前.bzr'), undefined, made.opened)).toMatchObject({ ok: true })
    expect([patentsOf(register.path), settingOf(register.path)]).toEqual([3, made.setting['backup_encryption']])
  })

  it('is not ended by restoring one of a time before it was set, nor begun again by one of a time when it was', async () => {
    await write({}, '201910123451X')
    await makeBackup(register.path, openName(8))
    await write(made.setting)
    await makeBackup(register.path, openName(9))
    expect(await replaceByBackup(openName(8), register.path, named('台账_20220110-0930_还原前.bzr'))).toMatchObject({ ok: true })
    expect(settingOf(register.path)).toBe(made.setting['backup_encryption'])
    await write({ backup_encryption: '' })
    expect(await replaceByBackup(sealedName(9), register.path, named('台账_20220110-0931_还原前.bzr'), undefined, made.opened)).toMatchObject({ ok: true })
    expect([settingOf(register.path), await problemsOf(register.path)]).toEqual(['', []])
  })

  it('is refused without its keys, with others, and where anything of it is not as it was', async () => {
    await write(made.setting, '201910123451X')
    await makeBackup(register.path, openName(9))
    await write({}, '201910123452X')
    await makeBackup(register.path, openName(10))
    const other = await quickKeys()
    const target = join(register.folder, '还原.bzr')
    expect(await restoreBackup(sealedName(9), target)).toMatchObject({ ok: false, code: 'encrypted' })
    expect(await restoreBackup(sealedName(9), target, undefined, other.opened)).toMatchObject({ ok: false, code: 'encrypted' })
    expect(listBackups(register.path, folder).map(({ state, records }) => [state, records])).toEqual([['encrypted', 0], ['encrypted', 0]])
    expect(listBackups(register.path, folder, made.opened).map(({ state, records }) => [state, records])).toEqual([['good', 2], ['good', 1]])
    // An old one under the name of the newest.
    renameSync(sealedName(9), sealedName(10))
    expect(await restoreBackup(sealedName(10), target, undefined, made.opened)).toMatchObject({ ok: false, code: 'backup_damaged' })
    expect(listBackups(register.path, folder, made.opened).map(({ state }) => state)).toEqual(['damaged'])
    renameSync(sealedName(10), named('台账 交接.bzrx'))
    expect(await restoreBackup(named('台账 交接.bzrx'), target, undefined, made.opened)).toMatchObject({ ok: true })
    const bytes = readFileSync(named('台账 交接.bzrx'))
    writeFileSync(sealedName(9), bytes.fill(0, bytes.length - 5_000, bytes.length - 4_000))
    expect(await replaceByBackup(sealedName(9), register.path, named('台账_20220111-0930_还原前.bzr'), undefined, made.opened)).toMatchObject({ ok: false, code: 'backup_damaged' })
    expect(listBackups(register.path, folder).map(({ state }) => state)).toEqual(['damaged'])
    expect([patentsOf(register.path), existsSync(named('台账_20220111-0930_还原前.bzrx'))]).toEqual([2, false])
    expect(readdirSync(register.folder).toSorted()).toEqual(['备份', '台账.bzr', '台账.bzr-lock', '还原.bzr'].filter((name) => existsSync(join(register.folder, name))).toSorted())
  })

  it('does not bring back an original or attachment that was altered or put in another’s place', async () => {
    await write(made.setting, '201910123451X')
    await keepFiles()
    await makeBackup(register.path, openName(9))
    const [one = '', other = ''] = filesUnder(named('台账.filesx'))
    cpSync(one, other)
    const target = join(register.folder, '还原.bzr')
    expect(await restoreBackup(sealedName(9), target, undefined, made.opened)).toMatchObject({ ok: true })
    expect(keptNames(target)).toHaveLength(1)
    expect(filesUnder(filesFolderOf(target)).filter((file) => file.endsWith('.part'))).toEqual([])
  })

  it('is never written openly because the setting cannot be read', async () => {
    await write({ backup_encryption: '{"id":' }, '201910123451X')
    expect(await makeBackup(register.path, openName(9))).toMatchObject({ ok: false, code: 'backup_keys_unreadable', details: { path: folder } })
    expect(existsSync(folder)).toBe(false)
  })
})

describe('encrypted backups among others', () => {
  it('are rotated with those that are not, each by its own register', async () => {
    using other = tempRegister()
    const store = other.open()
    await store.apply({ ...aSettingsChange(made.setting), operator: '别人' })
    await store.close()
    await makeBackup(other.path, named('台账_20200101-0930.bzr'))
    await write({}, '201910123451X')
    await makeBackup(register.path, openName(1))
    await write(made.setting)
    await makeBackup(register.path, openName(2))
    const months = ['202010', '202011', '202012', '202101', '202102', '202103', '202104', '202105', '202106', '202107', '202108', '202109', '202110', '202111', '202112']
    for (const [number, month] of months.entries()) cpSync(number % 2 === 0 ? openName(1) : sealedName(2), named(`台账_${month}01-0930.bzr${number % 2 === 0 ? '' : 'x'}`))
    await makeBackup(register.path, openName(10))
    const left = readdirSync(folder).filter((name) => /\.bzrx?$/u.test(name)).toSorted()
    expect(left).toEqual([
      '台账_20200101-0930.bzrx', ...months.slice(4).map((month, number) => `台账_${month}01-0930.bzr${number % 2 === 0 ? '' : 'x'}`), '台账_20220101-0930.bzr', '台账_20220102-0930.bzrx', '台账_20220110-0930.bzrx',
    ])
  })

  it('are all that a second folder gets while the register’s are encrypted, and open there', async () => {
    await write({}, '201910123451X')
    await keepFiles()
    await makeBackup(register.path, openName(8))
    await write(made.setting)
    const second = join(register.folder, 'U盘')
    mkdirSync(second)
    expect(await makeBackup(register.path, openName(9), second)).toMatchObject({ ok: true, value: { second: null } })
    expect(readdirSync(second).toSorted()).toEqual(['台账.filesx', '台账_20220109-0930.bzrx'])
    const target = join(register.folder, '还原.bzr')
    expect(await restoreBackup(join(second, '台账_20220109-0930.bzrx'), target, undefined, made.opened)).toMatchObject({ ok: true, value: { missingAttachments: 0 } })
    expect(keptNames(target)).toEqual(keptNames(register.path))
    expect(await restoreBackup(openName(8), join(register.folder, '旧.bzr'))).toMatchObject({ ok: true })
  })

  it('open by the newest password as long as one made with it is beside them, by the recovery key, and else by their own', async () => {
    await write(made.setting, '201910123451X')
    await makeBackup(register.path, openName(9))
    const changed = await withPassword(made.keys, made.opened, '换过的密码 88', at, 1_024)
    await write({ backup_encryption: JSON.stringify(changed) })
    expect(await unlockBackup(sealedName(9), '换过的密码 88')).toMatchObject({ ok: false, code: 'wrong_password', at: { file: basename(sealedName(9)) }, details: { what: 'backup', on: '1970-01-01' } })
    await makeBackup(register.path, openName(10))
    // What is told is the day of its own password, though newer ones were tried along.
    expect(await unlockBackup(sealedName(9), '谁也没设过的密码')).toMatchObject({ ok: false, code: 'wrong_password', details: { what: 'backup', on: '1970-01-01' } })
    expect(await unlockBackup(sealedName(9), '换过的密码 88')).toEqual({ ok: true, value: made.opened })
    expect(await unlockBackup(sealedName(9), backupPassword)).toEqual({ ok: true, value: made.opened })
    expect(await unlockBackup(sealedName(10), made.recoveryKey)).toEqual({ ok: true, value: made.opened })
    const key = made.recoveryKey
    expect(await unlockBackup(sealedName(10), `${key.slice(0, -1)}${key.endsWith('2') ? '3' : '2'}`)).toEqual({ ok: false, code: 'recovery_key_mistyped', details: { group: 7 } })
    expect(await unlockBackup(register.path, backupPassword)).toMatchObject({ ok: false, code: 'backup_not_encrypted' })
  })
})

describe('an old encrypted backup', () => {
  it('opens by its own password and sheet however often they were changed since', async () => {
    await write(made.setting, '201910123451X')
    await makeBackup(register.path, openName(9))
    const since = Array.from({ length: 13 }, (_, number) => withRecoveryKey(made.keys, made.opened, at + number).keys.slots.at(-1)).filter((slot) => slot !== undefined)
    for (const secret of [backupPassword, made.recoveryKey]) expect(await unlockBackup(sealedName(9), secret, { ...made.keys, slots: since })).toEqual({ ok: true, value: made.opened })
  })
})

describe('the encrypted backups of the open register', () => {
  it('are listed with their size, opened for a while by the password, and kept before a restore', async () => {
    await write({ ...made.setting, backup_folder: folder }, '201910123451X')
    const opened = createOpenedRegister(vi.fn(), inProcessWriter)
    await opened.open(register.path, false)
    let now = at
    const asked = named('台账_20220110-0930_手动.bzrx')
    const backups = createBackups({ register: opened, emit: vi.fn(), now: () => now, runBackup: runOrder })
    expect(await backups.run()).toMatchObject({ ok: true, value: { lastFile: asked, failure: null } })
    expect(await backups.list()).toMatchObject({ ok: true, value: { backups: [{ file: asked, contents: null, sealedBytes: expect.any(Number) }], openFiles: null } })
    mkdirSync(named('台账.files'))
    expect(await backups.list()).toMatchObject({ ok: true, value: { openFiles: named('台账.files') } })
    await opened.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent({ applicationNumber: '201910123452X' }))] }))
    expect(await backups.compare(asked)).toMatchObject({ ok: false, code: 'encrypted', details: { what: 'backup' } })
    expect(await backups.unlock(asked, '不是它')).toMatchObject({ ok: false, code: 'wrong_password' })
    expect(await backups.unlock(asked, backupPassword)).toEqual({ ok: true, value: {} })
    expect(await backups.compare(asked)).toMatchObject({ ok: true, value: { lost: 1, backup: { name: '台账.bzr', counts: { patents: 1 } } } })
    expect(await backups.replace(asked)).toMatchObject({ ok: true, value: { keptAs: named('台账_20220110-0930_还原前.bzrx') } })
    expect(await opened.status()).toMatchObject({ counts: { patents: 1 } })
    now += 11 * 60_000
    expect(await backups.look(asked)).toMatchObject({ ok: false, code: 'encrypted' })
    await opened.close()
  })
})
