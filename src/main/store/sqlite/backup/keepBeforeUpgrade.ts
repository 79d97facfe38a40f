import { existsSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { backupNameAt } from '../../../../shared/domain/backup/backupRule'
import { Refusal } from '../../../../shared/domain/result'
import { nameDraft } from '../../durableFile'
import type { BackupKeys } from '../../../../shared/domain/backup/sealedFormat'
import { backupKeysSetting, parseBackupKeys } from '../../sealing/backupKeyring'
import { sealRegister } from '../../sealing/sealRegister'
import type { WriteDb } from '../file/database'
import { newestVersion } from '../migrate'
import { firstLink, registerFacts, sameFacts } from '../file/registerFacts'

/**
 * Before an older register is brought to this program's version it is kept as it is, in its backup folder or beside it; the
 * copy is opened, counted and compared first. Where its backups are encrypted this one is too, made of a copy beside the
 * register. Called by the holder of the writer lock.
 *
 * @throws Refusal backup_not_verified, and what the disk says: without the copy there is no upgrade
 */
export function keepBeforeUpgrade(db: WriteDb, path: string): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version === 0 || version >= newestVersion) return
  const keys = keysOf(db)
  const target = freeName(path, keys === 'unreadable' ? dirname(path) : folderOf(db, path))
  const isSealed = keys !== null && keys !== 'unreadable'
  const draft = `${isSealed ? join(dirname(path), basename(target)) : target}.part`
  try {
    rmSync(draft, { force: true })
    db.prepare<[string]>('VACUUM INTO ?').run(draft)
    if (!isSame(draft, db)) throw new Refusal('backup_not_verified')
    if (isSealed) return sealRegister(draft, `${target}x`, path, firstLink(db), keys)
    nameDraft(draft, target)
  } finally {
    rmSync(draft, { force: true })
  }
}

function isSame(draft: string, db: WriteDb): boolean {
  const copy = new Database(draft, { readonly: true })
  try {
    return copy.pragma('quick_check', { simple: true }) === 'ok' && sameFacts(registerFacts(copy), registerFacts(db))
  } finally {
    copy.close()
  }
}

/** Where they cannot be read the copy stays beside the register: to where others may look it would go openly. */
function keysOf(db: WriteDb): BackupKeys | 'unreadable' | null {
  const setting = settingOf(db, backupKeysSetting)
  return setting ? (parseBackupKeys(setting) ?? 'unreadable') : null
}

function settingOf(db: WriteDb, key: string): string | undefined {
  return db.prepare<[string], string>('SELECT value FROM register_info WHERE key = ?').pluck().get(key)
}

/** The chosen folder, as long as it is there. */
function folderOf(db: WriteDb, path: string): string {
  const chosen = settingOf(db, 'backup_folder')
  return chosen && existsSync(chosen) ? chosen : dirname(path)
}

function freeName(path: string, folder: string): string {
  for (let number = 1; ; number++) {
    const file = join(folder, backupNameAt(basename(path).replace(/\.bzr$/i, ''), new Date(), 'upgrade', number))
    if (!existsSync(file) && !existsSync(`${file}x`)) return file
  }
}
