import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createBackups } from '../../../../src/main/register/backup/backups'
import { lookAtBackup } from '../../../../src/main/register/backup/restore/lookAtBackup'
import { restoreBackup } from '../../../../src/main/register/backup/restore/restoreBackup'
import { runOrder } from '../../../../src/main/register/backup/runOrder'
import { createOpenedRegister, type OpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { createFileStore, filesFolderOf } from '../../../../src/main/store/fileStore'
import { backupRegister } from '../../../../src/main/store/sqlite/backup/backupRegister'
import { createStore } from '../../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent, aSettingsChange } from '../../../support/registers/changeSets'
import { inProcessWriter } from '../../../support/registers/inProcessWriter'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

let register: TempRegister
let opened: OpenedRegister
const at = new Date(2022, 0, 10, 9, 30).getTime()

afterEach(async () => {
  await opened?.close()
  register[Symbol.dispose]()
})

async function registerWithPatents(): Promise<void> {
  register = tempRegister()
  const store = register.open()
  await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent({ applicationNumber: '201910123451X' })), anInsert('patent', aPatent({ applicationNumber: '201910123452X' }), 5)] }))
  await store.close()
}

async function backupsInto(folder: string | null, now = at) {
  opened = createOpenedRegister(vi.fn(), inProcessWriter)
  await opened.open(register.path, false)
  if (folder !== null) await opened.apply(aSettingsChange({ backup_folder: folder }))
  const emit = vi.fn()
  const backups = createBackups({ register: opened, emit, now: () => now, runBackup: runOrder })
  return { backups, emit }
}

describe('a backup of a register', () => {
  it('is a register of its own with the same records', async () => {
    await registerWithPatents()
    const target = join(register.folder, '备份', 'copy.bzr')
    expect(await backupRegister(register.path, target)).toMatchObject({ ok: true, value: { sequence: 1 } })
    const copy = valueOf(createStore(target, { mode: 'read' }))
    expect(await copy.records.count('patent')).toBe(2)
    await copy.close()
    opened = createOpenedRegister(vi.fn(), inProcessWriter)
  })

  it('holds what was there when it began, though another program writes meanwhile', async () => {
    await registerWithPatents()
    const writing = register.open()
    let hasWritten = false
    const target = join(register.folder, 'copy.bzr')
    const made = await backupRegister(register.path, target, () => {
      if (hasWritten) return
      hasWritten = true
      void writing.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent({ applicationNumber: '201910123453X' }))] }))
    })
    expect(made).toMatchObject({ ok: true, value: { sequence: 1, tables: { patent: { rows: 2 } } } })
    expect(await writing.records.count('patent')).toBe(3)
    opened = createOpenedRegister(vi.fn(), inProcessWriter)
  })

  it('leaves nothing behind where the register cannot be opened', async () => {
    register = tempRegister()
    opened = createOpenedRegister(vi.fn(), inProcessWriter)
    writeFileSync(register.path, 'not a register')
    expect(await backupRegister(register.path, join(register.folder, 'copy.bzr'))).toMatchObject({ ok: false, code: 'register_damaged' })
    expect(readdirSync(register.folder).filter((name) => name.startsWith('copy'))).toEqual([])
  })
})

describe('the backups of the open register', () => {
  it('are named by register, day and minute, and bring the kept originals along', async () => {
    await registerWithPatents()
    const folder = join(register.folder, '备份')
    const original = join(register.folder, '清单.csv')
    writeFileSync(original, '标准编号\nGB/T 1-2021\n')
    expect(await createFileStore(register.path).keep(original)).toMatchObject({ ok: true })
    const { backups, emit } = await backupsInto(folder)
    expect(await backups.run()).toMatchObject({ ok: true, value: { folder, lastFile: join(folder, '台账_20220110-0930_手动.bzr'), isRunning: false, failure: null } })
    expect(readdirSync(folder).toSorted()).toEqual(['台账.files', '台账_20220110-0930_手动.bzr'])
    expect(readdirSync(filesFolderOf(register.path))).toEqual(readdirSync(join(folder, '台账.files')))
    expect(emit).toHaveBeenCalledWith('backup.changed', {})
    expect(emit).toHaveBeenCalledWith('job.ended', expect.objectContaining({ jobId: 'backup', code: null }))
  })

  it('are made once a day without asking, and not without a folder', async () => {
    await registerWithPatents()
    const folder = join(register.folder, '备份')
    const { backups } = await backupsInto(null, Date.now())
    await backups.runIfDue()
    expect(existsSync(folder)).toBe(false)
    await opened.apply(aSettingsChange({ backup_folder: folder }))
    await backups.runIfDue()
    const made = readdirSync(folder).filter((name) => name.endsWith('.bzr'))
    expect(made).toHaveLength(1)
    await backups.runIfDue()
    expect(readdirSync(folder).filter((name) => name.endsWith('.bzr'))).toEqual(made)
  })

  it('wait for the first data, which then are kept the same day', async () => {
    register = tempRegister()
    await register.open().close()
    const folder = join(register.folder, '备份')
    const { backups } = await backupsInto(folder, Date.now())
    await backups.runIfDue()
    expect(existsSync(folder)).toBe(false)
    await opened.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    await backups.runIfDue()
    expect(readdirSync(folder).filter((name) => name.endsWith('.bzr'))).toHaveLength(1)
  })

  it('lie beside the register where the setting names a relative folder, wherever the register is moved to', async () => {
    await registerWithPatents()
    const { backups } = await backupsInto('备份')
    expect(await backups.run()).toMatchObject({ ok: true, value: { lastFile: join(register.folder, '备份/台账_20220110-0930_手动.bzr') } })
  })

  it('are made before another version of the program takes over, beside the register where no folder was chosen', async () => {
    await registerWithPatents()
    const { backups } = await backupsInto(null)
    const file = join(register.folder, '台账_20220110-0930_升级前.bzr')
    expect(await backups.beforeUpdate()).toEqual({ ok: true, value: { keptAs: file } })
    expect(lookAtBackup(file)).toMatchObject({ ok: true })
    await opened.apply(aSettingsChange({ backup_folder: join(register.folder, '备份') }))
    expect(await backups.beforeUpdate()).toEqual({ ok: true, value: { keptAs: join(register.folder, '备份/台账_20220110-0930_升级前.bzr') } })
    await opened.apply(aSettingsChange({ backup_folder: join(file, 'x') }))
    expect(await backups.beforeUpdate()).toMatchObject({ ok: false })
  })

  it('say why the last one failed, until one succeeds', async () => {
    await registerWithPatents()
    const inTheWay = join(register.folder, 'E盘')
    writeFileSync(inTheWay, '')
    const { backups, emit } = await backupsInto(join(inTheWay, '备份'))
    expect(await backups.run()).toMatchObject({ ok: true, value: { lastAt: null, failure: { code: expect.stringMatching(/^(?:file_not_writable|file_not_found)$/) } } })
    expect(emit).toHaveBeenCalledWith('job.ended', expect.objectContaining({ jobId: 'backup', tellsFailure: true, code: expect.any(String) }))
    await opened.apply(aSettingsChange({ backup_folder: join(register.folder, '备份') }))
    expect(await backups.run()).toMatchObject({ ok: true, value: { failure: null } })
  })
})

describe('restoring a backup', () => {
  async function aBackup() {
    await registerWithPatents()
    const original = join(register.folder, '清单.csv')
    writeFileSync(original, '标准编号\nGB/T 1-2021\n')
    const kept = await createFileStore(register.path).keep(original)
    const { backups } = await backupsInto(join(register.folder, '备份'))
    const made = await backups.run()
    if (!made.ok || made.value.lastFile === null || !kept.ok) throw new Error('no backup')
    return { backups, file: made.value.lastFile, sha256: kept.value.sha256 }
  }

  it('shows what a backup holds and leaves it as it is', async () => {
    const { file } = await aBackup()
    const before = readFileSync(file)
    expect(lookAtBackup(file)).toMatchObject({ ok: true, value: { name: '台账.bzr', cityName: '青岛市', officeName: '青岛市市场监督管理局', counts: { patents: 2, standards: 0 }, changedAt: 1_700_000_000_000 } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('makes a register of it with the kept originals, and the backup stays', async () => {
    const { backups, file, sha256 } = await aBackup()
    const target = join(register.folder, '新', '还原.bzr')
    expect(await backups.restore(file, target)).toMatchObject({ ok: true, value: { sequence: 2 } })
    const restored = valueOf(createStore(target, { mode: 'read' }))
    expect(await restored.records.count('patent')).toBe(2)
    await restored.close()
    const original = createFileStore(target).read(sha256)
    expect(original).not.toBeNull()
    original?.destroy()
    expect(existsSync(file)).toBe(true)
  })

  it('refuses to write over a register, and what is no backup', async () => {
    const { file } = await aBackup()
    const before = readFileSync(register.path)
    expect(await restoreBackup(file, register.path)).toMatchObject({ ok: false, code: 'register_exists' })
    expect(readFileSync(register.path).equals(before)).toBe(true)
    const text = join(register.folder, '说明.bzr')
    writeFileSync(text, '不是台账')
    expect(lookAtBackup(text)).toMatchObject({ ok: false, code: 'register_damaged' })
    expect(lookAtBackup(join(register.folder, '没有.bzr'))).toMatchObject({ ok: false, code: 'file_not_found' })
    expect(await restoreBackup(text, join(register.folder, 'x.bzr'))).toMatchObject({ ok: false, code: 'register_damaged' })
    expect(existsSync(join(register.folder, 'x.bzr'))).toBe(false)
  })
})
