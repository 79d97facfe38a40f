import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBackups } from '../../../../src/main/register/backup/backups'
import { compareBackup } from '../../../../src/main/register/backup/restore/compareBackup'
import { listBackups } from '../../../../src/main/register/backup/listBackups'
import { makeBackup } from '../../../../src/main/register/backup/makeBackup'
import { replaceByBackup } from '../../../../src/main/register/backup/restore/replaceByBackup'
import { runOrder } from '../../../../src/main/register/backup/runOrder'
import { createOpenedRegister, type OpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { backupRegister } from '../../../../src/main/store/sqlite/backup/backupRegister'
import { replaceRegister } from '../../../../src/main/store/sqlite/backup/replaceRegister'
import { backupRule } from '../../../../src/shared/domain/backup/backupRule'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import { newestVersion } from '../../../../src/main/store/sqlite/migrate'
import { aBatch, aChangeSet, anInsert, aPatent, aSettingsChange } from '../../../support/registers/changeSets'
import { inProcessWriter } from '../../../support/registers/inProcessWriter'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'

let register: TempRegister
let folder: string
const at = new Date(2022, 0, 10, 9, 30).getTime()
const dayMs = 86_400_000

beforeEach(() => {
  register = tempRegister()
  folder = join(register.folder, '备份')
})
afterEach(() => register[Symbol.dispose]())

async function addPatents(...numbers: string[]): Promise<void> {
  const store = register.open()
  const applied = await store.apply(aChangeSet({ batch: aBatch(), inserts: numbers.map((number, row) => anInsert('patent', aPatent({ applicationNumber: number }), row + 2)) }))
  expect(applied).toMatchObject({ ok: true })
  await store.close()
}

async function patents(path = register.path): Promise<number> {
  const opened = createOpenedRegister(vi.fn(), inProcessWriter)
  const status = await opened.open(path, false)
  await opened.close()
  return status.ok ? (status.value.counts['patents'] ?? 0) : -1
}

/** One letter of a record's title changed behind the register's back. */
function rot(path: string): void {
  const bytes = readFileSync(path)
  const place = bytes.indexOf('一种')
  expect(place).toBeGreaterThan(0)
  bytes.writeUInt8(bytes.readUInt8(place + 2) ^ 1, place + 2)
  writeFileSync(path, bytes)
}

/** A page of the search index, which no count and no digest is read from. */
function ruinSearchIndex(path: string): void {
  const db = new Database(path)
  const page = db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'patent_search_data'").pluck().get() ?? 0
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  expect(page).toBeGreaterThan(1)
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0, (page - 1) * size, page * size))
}

/** The register of a program that is yet to come. */
function makeNewer(path: string): void {
  const db = new Database(path)
  db.pragma(`user_version = ${newestVersion + 1}`)
  db.close()
}

describe('old backups', () => {
  it('go by the rule once a new one is verified, and those of another register of that name stay', async () => {
    await addPatents('201910123451X')
    mkdirSync(folder)
    expect(await makeBackup(register.path, join(folder, '台账_20211001-0930.bzr'))).toMatchObject({ ok: true })
    for (let day = 10; day < 30; day++) copyFileSync(join(folder, '台账_20211001-0930.bzr'), join(folder, `台账_202110${day}-0930.bzr`))
    using other = tempRegister()
    const store = other.open()
    await store.apply(aChangeSet({ at: 1, operator: '别人', inserts: [anInsert('patent', aPatent())], batch: aBatch() }))
    await store.close()
    copyFileSync(other.path, join(folder, '台账_20211011-0800.bzr'))
    expect(await makeBackup(register.path, join(folder, '台账_20220110-0930.bzr'))).toMatchObject({ ok: true })
    const left = readdirSync(folder).filter((name) => name.endsWith('.bzr')).toSorted().map((name) => name.slice(3))
    expect(left).toEqual([
      '20211011-0800.bzr', '20211017-0930.bzr', '20211024-0930.bzr', '20211025-0930.bzr', '20211026-0930.bzr', '20211027-0930.bzr', '20211028-0930.bzr', '20211029-0930.bzr', '20220110-0930.bzr',
    ])
  })

  it('stay when the register is found damaged, which is not backed up', async () => {
    await addPatents('201910123451X')
    expect(await makeBackup(register.path, join(folder, '台账_20220109-0930.bzr'))).toMatchObject({ ok: true })
    rot(register.path)
    expect(await makeBackup(register.path, join(folder, '台账_20220110-0930.bzr'))).toMatchObject({ ok: false, code: 'backup_of_damaged', details: { problem: 'record_changed' } })
    expect(readdirSync(folder)).toEqual(['台账_20220109-0930.bzr'])
  })

  it('stay when a page of the register is damaged, which is told as that and not as a bad copy', async () => {
    await addPatents('201910123451X')
    ruinSearchIndex(register.path)
    expect(await makeBackup(register.path, join(folder, '台账_20220110-0930.bzr'))).toMatchObject({ ok: false, code: 'backup_of_damaged', details: { problem: 'database_damaged' } })
    expect(readdirSync(folder)).toEqual([])
  })

  it('go with the halves that were broken off long ago, not with one in the making or another register’s', async () => {
    await addPatents('201910123451X')
    mkdirSync(folder)
    const [old, young, foreign] = ['台账_20220101-0930.bzr.part', '台账_20220102-0930.bzr.part', '别的_20220101-0930.bzr.part']
    for (const name of [old, `${old}-journal`, young, foreign]) writeFileSync(join(folder, name), '一半')
    for (const name of [old, `${old}-journal`, foreign]) utimesSync(join(folder, name), 1, 1)
    expect(await makeBackup(register.path, join(folder, '台账_20220110-0930.bzr'))).toMatchObject({ ok: true })
    expect(readdirSync(folder).toSorted()).toEqual([foreign, young, '台账_20220110-0930.bzr'].toSorted())
  })

  it('are listed with what each holds, and a damaged one is told', async () => {
    await addPatents('201910123451X')
    await makeBackup(register.path, join(folder, '台账_20220109-0930.bzr'))
    await makeBackup(register.path, join(folder, '台账_20220110-0930_导入前.bzr'))
    rot(join(folder, '台账_20220109-0930.bzr'))
    expect(listBackups(register.path, folder)).toMatchObject([{ occasion: 'import', state: 'good', records: 1, at }, { occasion: null, state: 'damaged', records: 0, at: at - dayMs }])
  })
})

describe('a backup that cannot be read now', () => {
  it('is not called damaged', async () => {
    await addPatents('201910123451X')
    const [newer, busy] = [join(folder, '台账_20220109-0930.bzr'), join(folder, '台账_20220110-0930.bzr')]
    await makeBackup(register.path, newer)
    makeNewer(newer)
    await makeBackup(register.path, busy)
    const holder = new Database(busy)
    holder.pragma('locking_mode = EXCLUSIVE')
    holder.exec('BEGIN EXCLUSIVE')
    expect(listBackups(register.path, folder).map(({ state }) => state)).toEqual(['unreadable', 'unreadable'])
    holder.close()
    expect(listBackups(register.path, folder).map(({ state }) => state)).toEqual(['good', 'unreadable'])
  })

  it('is refused before anything is kept or touched', async () => {
    await addPatents('201910123451X')
    const [newer, keptAs] = [join(folder, '台账_20220109-0930.bzr'), join(folder, '台账_20220110-0930_还原前.bzr')]
    await makeBackup(register.path, newer)
    makeNewer(newer)
    expect(await replaceByBackup(newer, register.path, keptAs)).toMatchObject({ ok: false, code: 'register_newer' })
    expect(await replaceByBackup(join(folder, '没有.bzr'), register.path, keptAs)).toMatchObject({ ok: false, code: 'file_not_found' })
    expect(existsSync(keptAs)).toBe(false)
    expect(await patents()).toBe(1)
  })
})

describe('the second folder', () => {
  let opened: OpenedRegister
  afterEach(async () => { await opened.close() })

  async function backupsWith(second: string) {
    opened = createOpenedRegister(vi.fn(), inProcessWriter)
    await opened.open(register.path, false)
    await opened.apply(aSettingsChange({ backup_folder: folder, backup_second_folder: second }))
    return createBackups({ register: opened, emit: vi.fn(), now: () => at, runBackup: runOrder })
  }

  it('gets what it lacks once it is there, and is never made in the place of a disk that is away', async () => {
    await addPatents('201910123451X')
    const second = join(register.folder, 'U盘')
    const backups = await backupsWith(second)
    expect(await backups.run()).toMatchObject({ ok: true, value: { failure: null, second: { isThere: false, lastAt: null, failure: { code: 'backup_folder_away' } } } })
    expect(existsSync(second)).toBe(false)
    mkdirSync(second)
    expect(await backups.run()).toMatchObject({ ok: true, value: { second: { isThere: true, lastAt: at, failure: null } } })
    const copy = join(second, '台账_20220110-0930_手动.bzr')
    expect(readFileSync(copy).equals(readFileSync(join(folder, basename(copy))))).toBe(true)
  })
})

describe('a backup nobody asked for', () => {
  let opened: OpenedRegister
  afterEach(async () => { await opened.close() })

  async function backupsOfOpened() {
    opened = createOpenedRegister(vi.fn(), inProcessWriter)
    await opened.open(register.path, false)
    await opened.apply(aSettingsChange({ backup_folder: folder }))
    return createBackups({ register: opened, emit: vi.fn(), now: () => at, runBackup: runOrder })
  }

  it('is made before an import of more rows than the rule says, and not before a small one', async () => {
    await addPatents('201910123451X')
    const backups = await backupsOfOpened()
    await backups.beforeImport(backupRule.largeImportRows)
    expect(existsSync(folder)).toBe(false)
    await backups.beforeImport(backupRule.largeImportRows + 1)
    expect(readdirSync(folder)).toEqual(['台账_20220110-0930_导入前.bzr'])
  })

  it('finds the damage of the register, which is only read from then on, until a backup takes its place', async () => {
    await addPatents('201910123451X')
    const backups = await backupsOfOpened()
    expect(await backups.run()).toMatchObject({ ok: true, value: { failure: null } })
    const [backup = ''] = readdirSync(folder)
    await opened.close()
    rot(register.path)
    await opened.open(register.path, false)
    expect(await backups.run()).toMatchObject({ ok: true, value: { failure: { code: 'backup_of_damaged', details: { problem: 'record_changed' } } } })
    expect(await opened.apply(aSettingsChange({ office_name: '市局' }))).toMatchObject({ ok: false, code: 'register_read_only' })
    expect(await opened.status()).toMatchObject({ counts: { patents: 1 } })
    const saved = join(register.folder, '救出.bzr')
    const list = join(register.folder, '救出_没有救出的记录.csv')
    expect(await backups.salvage(saved)).toMatchObject({ ok: true, value: { salvaged: { records: 0, lost: 1, list } } })
    expect(readFileSync(list, 'utf8')).toContain('专利,201910123451X,与校验值不符，没有采用')
    expect(await backups.replace(join(folder, backup))).toMatchObject({ ok: true })
    expect(await opened.apply(aSettingsChange({ office_name: '市局' }))).toMatchObject({ ok: true })
  })

  it('does not begin while a backup takes the place of the register, and what is written afterwards stays', async () => {
    await addPatents('201910123451X')
    const backups = await backupsOfOpened()
    await backups.run()
    const [backup = ''] = readdirSync(folder)
    rot(register.path)
    const [replaced] = await Promise.all([backups.replace(join(folder, backup)), backups.runIfDue(), backups.run()])
    expect(replaced).toMatchObject({ ok: true, value: { keptAs: join(register.folder, '台账_damaged-1.bzr') } })
    expect(readdirSync(folder)).toEqual([backup])
    await opened.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent({ applicationNumber: '201910123452X' }))] }))
    await opened.close()
    expect(await patents()).toBe(2)
    const checked = await checkRegister(register.path)
    expect(checked.ok && checked.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
  })

  it('leaves the register open as it was when a backup could not take its place', async () => {
    await addPatents('201910123451X')
    const backups = await backupsOfOpened()
    expect(await backups.replace(join(folder, '没有.bzr'))).toMatchObject({ ok: false, code: 'file_not_found' })
    expect(await opened.status()).toMatchObject({ file: register.path, counts: { patents: 1 } })
  })
})

describe('a backup in the place of the register', () => {
  const backup = (): string => join(folder, '台账_20220109-0930.bzr')
  const keptAs = (): string => join(folder, '台账_20220110-0930_还原前.bzr')

  it('is compared first: what would be lost, regained and be otherwise', async () => {
    await addPatents('201910123451X', '201910123452X')
    await makeBackup(register.path, backup())
    await addPatents('201910123453X')
    expect(compareBackup(backup(), register.path)).toMatchObject({ ok: true, value: { lost: 1, regained: 0, different: 0, lostFrozen: 0, changesSince: 1, backup: { counts: { patents: 2 } } } })
  })

  it('names the forms that were frozen since, which no count of records tells', async () => {
    const freeze = async (form: string): Promise<void> => {
      const store = register.open()
      await store.frozen.add({ form, period: '2021', request: {}, rules: {}, values: [], content: {}, fileName: `${form}.xlsx`, sha256: form, sequence: 1, frozenAt: 0, operator: '', reason: null })
      await store.close()
    }
    await addPatents('201910123451X')
    await freeze('F1')
    await makeBackup(register.path, backup())
    await freeze('F2')
    await freeze('F1')
    expect(compareBackup(backup(), register.path)).toMatchObject({ ok: true, value: { lost: 0, regained: 0, different: 0, lostFrozen: 2 } })
  })

  it('takes it wholly, under readers’ eyes, and what was there comes back by the backup made before', async () => {
    await addPatents('201910123451X')
    await makeBackup(register.path, backup())
    await addPatents('201910123452X', '201910123453X')
    const reader = register.open('read')
    expect(await reader.records.count('patent')).toBe(3)
    expect(await replaceByBackup(backup(), register.path, keptAs())).toMatchObject({ ok: true, value: { sequence: 1, keptAs: keptAs() } })
    expect(await reader.records.count('patent')).toBe(1)
    await reader.close()
    const checked = await checkRegister(register.path)
    expect(checked.ok && checked.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
    expect(await replaceByBackup(keptAs(), register.path, join(folder, '台账_20220110-0931_还原前.bzr'))).toMatchObject({ ok: true })
    expect(await patents()).toBe(3)
  })

  it('is refused when it is damaged, and the register stays as it is', async () => {
    await addPatents('201910123451X')
    await makeBackup(register.path, backup())
    await addPatents('201910123452X')
    rot(backup())
    expect(await replaceByBackup(backup(), register.path, keptAs())).toMatchObject({ ok: false, code: 'backup_damaged' })
    expect(existsSync(keptAs())).toBe(false)
    expect(await patents()).toBe(2)
  })

  it('is refused while another program writes', async () => {
    await addPatents('201910123451X')
    await makeBackup(register.path, backup())
    const writer = register.open()
    expect(await replaceByBackup(backup(), register.path, keptAs())).toMatchObject({ ok: false, code: 'register_in_use' })
    await writer.close()
  })

  it('is refused when somebody wrote after its state was kept, and both stay', async () => {
    await addPatents('201910123451X')
    await makeBackup(register.path, backup())
    const kept = await backupRegister(register.path, keptAs())
    await addPatents('201910123452X')
    expect(kept.ok && await replaceRegister(backup(), register.path, kept.value)).toMatchObject({ ok: false, code: 'register_changed' })
    expect(await patents()).toBe(2)
  })

  it('waits until nobody reads a register that it sets aside', async () => {
    await addPatents('201910123451X')
    await makeBackup(register.path, backup())
    rot(register.path)
    const before = readdirSync(register.folder)
    const reader = register.open('read')
    expect(await replaceByBackup(backup(), register.path, keptAs())).toMatchObject({ ok: false, code: 'register_in_use' })
    expect(await reader.records.count('patent')).toBe(1)
    await reader.close()
    expect(readdirSync(register.folder)).toEqual(before)
    expect(await replaceByBackup(backup(), register.path, keptAs())).toMatchObject({ ok: true })
  })

  it('leaves a register that is past reading under another name', async () => {
    await addPatents('201910123451X')
    await makeBackup(register.path, backup())
    rot(register.path)
    const aside = join(register.folder, '台账_damaged-1.bzr')
    expect(await replaceByBackup(backup(), register.path, keptAs())).toMatchObject({ ok: true, value: { keptAs: aside } })
    expect(existsSync(aside)).toBe(true)
    expect(await patents()).toBe(1)
    renameSync(aside, register.path)
    expect(await checkRegister(register.path)).toMatchObject({ ok: true, value: { ok: false } })
  })
})
