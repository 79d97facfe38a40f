import { chmodSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { listBackups } from '../../../src/main/register/backup/listBackups'
import { replaceByBackup } from '../../../src/main/register/backup/restore/replaceByBackup'
import type { WriteDb } from '../../../src/main/store/sqlite/file/database'
import { migrate, migrations, newestVersion } from '../../../src/main/store/sqlite/migrate'
import { openAsItIs, openRegister } from '../../../src/main/store/sqlite/file/openRegister'
import { applicationId } from '../../../src/main/store/sqlite/file/registerHeader'
import { readBackupName } from '../../../src/shared/domain/backup/backupRule'
import { aSettingsChange } from '../../support/registers/changeSets'
import { quickKeys } from '../../support/registers/sealedBackups'
import { tempRegister } from '../../support/registers/tempRegister'
import { valueOf } from '../../support/valueOf'

/** A register as the program before this one's newest migration left it. */
function anOlderOne(path: string, info: Record<string, string> = {}): void {
  const db = new Database(path) as WriteDb // the mark exists for the compiler alone
  db.pragma('page_size = 8192')
  db.pragma(`application_id = ${applicationId}`)
  db.pragma('journal_mode = WAL')
  migrate(db, migrations.slice(0, -1))
  for (const [key, value] of Object.entries(info)) db.prepare('INSERT INTO register_info (key, value) VALUES (?, ?)').run(key, value)
  db.close()
}

function copiesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => readBackupName(name)?.occasion === 'upgrade')
}

function versionOf(path: string): number {
  const opened = valueOf(openAsItIs(path))
  const version = Number(opened.db.pragma('user_version', { simple: true }))
  opened.close()
  return version
}

describe('an older register', () => {
  it.each(['read', 'write'] as const)('is kept as it was before it is opened to %s and upgraded, once', (mode) => {
    using register = tempRegister()
    anOlderOne(register.path)
    for (let time = 0; time < 2; time++) {
      const opened = openRegister(register.path, { mode })
      expect(opened.ok).toBe(true)
      if (opened.ok) opened.value.close()
    }
    const copies = copiesIn(register.folder)
    expect(copies).toHaveLength(1)
    expect([versionOf(join(register.folder, copies[0] ?? '')), versionOf(register.path)]).toEqual([newestVersion - 1, newestVersion])
  })

  it('is kept in the folder of its backups where that is there', () => {
    using register = tempRegister()
    const folder = join(register.folder, '备份')
    mkdirSync(folder)
    anOlderOne(register.path, { backup_folder: folder })
    register.open()
    expect(copiesIn(folder)).toHaveLength(1)
    expect(copiesIn(register.folder)).toEqual([])
  })

  it('is kept encrypted where its backups are, and nothing open is left', async () => {
    using register = tempRegister()
    const folder = join(register.folder, '备份')
    mkdirSync(folder)
    const { opened, setting } = await quickKeys()
    anOlderOne(register.path, { backup_folder: folder, ...setting })
    register.open()
    const copies = listBackups(register.path, folder, opened)
    expect(copies.map(({ file, state, occasion }) => [file.endsWith('.bzrx'), state, occasion])).toEqual([[true, 'good', 'upgrade']])
    expect(readdirSync(folder)).toHaveLength(1)
    expect(copiesIn(register.folder)).toEqual([])
  })

  it('of a time before encryption leaves no open copy where it takes the place of a register whose backups are encrypted', async () => {
    using register = tempRegister()
    const folder = join(register.folder, '备份')
    mkdirSync(folder)
    const backup = join(folder, '台账_20220108-0930.bzr')
    anOlderOne(backup, { backup_folder: folder })
    const { setting } = await quickKeys()
    const store = register.open()
    await store.apply(aSettingsChange({ backup_folder: folder, ...setting }))
    await store.close()
    expect(await replaceByBackup(backup, register.path, join(folder, '台账_20220110-0930_还原前.bzr'))).toMatchObject({ ok: true })
    expect([versionOf(register.path), versionOf(backup)]).toEqual([newestVersion, newestVersion - 1])
    expect([...readdirSync(folder), ...copiesIn(register.folder)].toSorted()).toEqual(['台账_20220108-0930.bzr', '台账_20220110-0930_还原前.bzrx'])
  })

  it.skipIf(process.getuid?.() === 0)('is not upgraded where it cannot be kept', () => {
    using register = tempRegister()
    const folder = join(register.folder, '备份')
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    anOlderOne(register.path, { backup_folder: folder })
    expect(openRegister(register.path, { mode: 'write' })).toMatchObject({ ok: false, code: 'file_not_writable' })
    expect(versionOf(register.path)).toBe(newestVersion - 1)
  })
})
