import type { BackupContext } from './backupContext'
import { createBackupTurn } from './backupTurn'
import { createMakingBackups, type MakingBackups } from './makingBackups'
import { createRestoreDesk, type RestoreDesk } from './restore/restoreDesk'

/** Backups of the open register: making them, looking into them, and what is made of them. */
export type Backups = MakingBackups & RestoreDesk

/** One at a time, whether a backup is made or put in the register's place. */
export function createBackups(given: Omit<BackupContext, 'turn'>): Backups {
  const context = { ...given, turn: createBackupTurn(() => given.emit('backup.changed', {})) }
  return { ...createMakingBackups(context), ...createRestoreDesk(context) }
}
