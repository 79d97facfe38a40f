import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newBackup, originOf } from '../../../../src/main/register/backup/ownBackups'
import { createBackups } from '../../../../src/main/register/backup/backups'
import { makeBackup } from '../../../../src/main/register/backup/makeBackup'
import { runOrder } from '../../../../src/main/register/backup/runOrder'
import { createOpenedRegister, type OpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { createFileStore } from '../../../../src/main/store/fileStore'
import { aBatch, aChangeSet, anInsert, aPatent, aSettingsChange } from '../../../support/registers/changeSets'
import { inProcessWriter } from '../../../support/registers/inProcessWriter'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'

const morning = new Date(2022, 0, 10, 8, 30).getTime()
const hourMs = 3_600_000
let own: TempRegister
let colleagues: TempRegister
let folder: string
let opened: OpenedRegister | null = null

beforeEach(async () => {
  own = tempRegister()
  colleagues = tempRegister()
  folder = join(own.folder, '大家的备份')
  mkdirSync(folder)
  await fill(own, '王芳')
  await fill(colleagues, '李强')
})
afterEach(async () => {
  await opened?.close()
  own[Symbol.dispose]()
  colleagues[Symbol.dispose]()
})

async function fill(register: TempRegister, operator: string): Promise<void> {
  const store = register.open()
  await store.apply(aChangeSet({ operator, batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
  await store.close()
}

async function changeOnce(register: TempRegister): Promise<void> {
  const store = register.open()
  await store.apply(aSettingsChange({ office: '市局' }))
  await store.close()
}

describe('the origin of a file', () => {
  it('is that of what stands there now, whatever was read there before', async () => {
    const [first, colleague] = [originOf(own.path), originOf(colleagues.path)]
    expect(first).not.toBeNull()
    expect(colleague).not.toBe(first)
    await changeOnce(own)
    expect(originOf(own.path)).toBe(first)
    copyFileSync(colleagues.path, own.path)
    expect(originOf(own.path)).toBe(colleague)
    writeFileSync(own.path, '不是台账')
    expect(originOf(own.path)).toBeNull()
  })
})

async function backupsAt(now: number, second = '') {
  opened = createOpenedRegister(vi.fn(), inProcessWriter)
  await opened.open(own.path, false)
  await opened.apply(aSettingsChange({ backup_folder: folder, ...(second === '' ? {} : { backup_second_folder: second }) }))
  return createBackups({ register: opened, emit: vi.fn(), now: () => now, runBackup: runOrder })
}

describe('a folder into which two registers of one name are backed up', () => {
  it('takes the day’s backup of each, and tells each the age of its own', async () => {
    await makeBackup(colleagues.path, newBackup(colleagues.path, folder, morning))
    const backups = await backupsAt(morning + hourMs)
    expect(await backups.status()).toMatchObject({ ok: true, value: { lastAt: null } })
    await backups.runIfDue()
    expect(readdirSync(folder).filter((name) => name.endsWith('.bzr'))).toEqual(['台账_20220110-0830.bzr', '台账_20220110-0930.bzr'])
    await makeBackup(colleagues.path, newBackup(colleagues.path, folder, morning + 2 * hourMs))
    expect(await backups.status()).toMatchObject({ ok: true, value: { lastAt: morning + hourMs } })
  })

  it('keeps both of one minute', async () => {
    const theirs = newBackup(colleagues.path, folder, morning)
    await makeBackup(colleagues.path, theirs)
    const bytes = readFileSync(theirs)
    const ours = newBackup(own.path, folder, morning)
    expect(await makeBackup(own.path, ours)).toMatchObject({ ok: true })
    expect(readFileSync(theirs).equals(bytes)).toBe(true)
    expect(newBackup(own.path, folder, morning + 60_000)).toBe(ours)
  })

  it('is not backed up to every quarter of an hour because it is the second one of both', async () => {
    const second = join(own.folder, 'U盘')
    mkdirSync(second)
    await makeBackup(colleagues.path, newBackup(colleagues.path, second, morning + 4 * hourMs))
    const now = morning + 5 * hourMs
    const backups = await backupsAt(now, second)
    expect(await backups.run()).toMatchObject({ ok: true, value: { lastAt: now, second: { lastAt: now } } })
  })
})

describe('a second folder', () => {
  it('does not lose a colleague’s backup of the same minute', async () => {
    const second = join(own.folder, 'U盘')
    mkdirSync(second)
    const theirs = newBackup(colleagues.path, second, morning)
    await makeBackup(colleagues.path, theirs)
    const bytes = readFileSync(theirs)
    const made = newBackup(own.path, folder, morning)
    expect(await makeBackup(own.path, made, second)).toMatchObject({ ok: true })
    expect(readFileSync(theirs).equals(bytes)).toBe(true)
    const later = newBackup(own.path, folder, morning + 60_000)
    expect(await makeBackup(own.path, later, second)).toMatchObject({ ok: true, value: { second: null } })
    expect(readFileSync(join(second, basename(later))).equals(readFileSync(later))).toBe(true)
  })

  it('that is pulled out in the middle costs the first one nothing, is named, and is brought into step once it is back', async () => {
    const second = join(own.folder, 'U盘')
    mkdirSync(second)
    for (let at = 0; at < 60; at++) {
      const file = join(own.folder, `扫描件 ${at}.pdf`)
      writeFileSync(file, Buffer.concat([Buffer.from(`%PDF ${at}`), Buffer.alloc(200_000, at)]))
      expect(await createFileStore(own.path).keep(file)).toMatchObject({ ok: true })
    }
    const backups = await backupsAt(morning, second)
    const pulled = setInterval(() => {
      // Some of the files are there and most are not: pulled out before the first, it would be an empty folder again.
      if (existsSync(`${second} 拔出`) || !existsSync(join(second, '台账.files')) || readdirSync(join(second, '台账.files'), { recursive: true }).length < 20) return
      renameSync(second, `${second} 拔出`)
    }, 1)
    const run = await backups.run()
    clearInterval(pulled)
    expect(existsSync(`${second} 拔出`)).toBe(true)
    expect(run).toMatchObject({ ok: true, value: { lastAt: morning, failure: null, second: { lastAt: null, failure: { code: expect.stringMatching(/^(?:backup_folder_away|file_not_found)$/u) } } } })
    rmSync(second, { recursive: true, force: true })
    renameSync(`${second} 拔出`, second)
    expect(await backups.run()).toMatchObject({ ok: true, value: { second: { lastAt: morning, failure: null } } })
    for (const name of readdirSync(folder, { recursive: true }).map(String)) if (statSync(join(folder, name)).isFile()) expect(readFileSync(join(second, name)).equals(readFileSync(join(folder, name))), name).toBe(true)
  })
})

describe('a backup folder full of other things', () => {
  it('takes the backup, lists it alone and touches nothing else', async () => {
    writeFileSync(join(folder, '台账_20220109-0930.bzr'), '不是台账')
    mkdirSync(join(folder, '台账_20220108-0930.bzr'))
    symlinkSync('/没有这个地方', join(folder, '台账_20220107-0930.bzr'))
    copyFileSync(own.path, join(folder, '台账.bzr'))
    for (let at = 0; at < 400; at++) writeFileSync(join(folder, `照片 ${at}.jpg`), 'x')
    for (const name of ['台账_20220110.bzr', '台账_20220110-0930.bzr.part.old', '台账_20229999-9999.bzr', '._台账_20220109-0930.bzr', 'Thumbs.db', '台账_20220110-0930.bzrx']) writeFileSync(join(folder, name), 'x')
    const before = readdirSync(folder)
    const backups = await backupsAt(morning)
    await backups.runIfDue()
    expect(await backups.status()).toMatchObject({ ok: true, value: { lastAt: morning, failure: null } })
    expect(readdirSync(folder).filter((name) => !before.includes(name)).toSorted()).toEqual(['台账.files', '台账_20220110-0830.bzr'].filter((name) => existsSync(join(folder, name))).toSorted())
    expect(before.filter((name) => !readdirSync(folder).includes(name))).toEqual([])
    const listed = await backups.list()
    expect(listed).toMatchObject({ ok: true })
    if (listed.ok) expect(listed.value.backups.map(({ file }) => file)).toContain(join(folder, '台账_20220110-0830.bzr'))
  })
})
