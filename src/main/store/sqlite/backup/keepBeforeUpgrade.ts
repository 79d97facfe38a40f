import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { backupNameAt } from '../../../../shared/domain/backup/backupRule'
import { Refusal } from '../../../../shared/domain/result'
import { syncFolder } from '../../durableFile'
import type { WriteDb } from '../database'
import { newestVersion } from '../migrate'
import { registerFacts, sameFacts } from '../registerFacts'

/**
 * Before an older register is brought to this program's version it is kept as it is, in its backup folder or beside it; the
 * copy is opened, counted and compared first. Called by the holder of the writer lock.
 *
 * @throws Refusal backup_not_verified, and what the disk says: without the copy there is no upgrade
 */
export function keepBeforeUpgrade(db: WriteDb, path: string): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version === 0 || version >= newestVersion) return
  const target = freeName(path, folderOf(db, path))
  const draft = `${target}.part`
  try {
    rmSync(draft, { force: true })
    db.prepare<[string]>('VACUUM INTO ?').run(draft)
    if (!isSame(draft, db)) throw new Refusal('backup_not_verified')
    renameSync(draft, target)
    syncFolder(dirname(target))
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

/** The chosen folder, as long as it is there. */
function folderOf(db: WriteDb, path: string): string {
  const chosen = db.prepare<[], string>("SELECT value FROM register_info WHERE key = 'backup_folder'").pluck().get()
  return chosen && existsSync(chosen) ? chosen : dirname(path)
}

function freeName(path: string, folder: string): string {
  for (let number = 1; ; number++) {
    const file = join(folder, backupNameAt(basename(path).replace(/\.bzr$/i, ''), new Date(), 'upgrade', number))
    if (!existsSync(file)) return file
  }
}
