import type { BackupKeys, Keyring } from '../../../../shared/domain/backup/sealedFormat'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { ChangeSet } from '../../../store/changeSet'
import type { InfoStore } from '../../../store/registerStore'
import { backupKeysSetting, parseBackupKeys } from '../../../store/sealing/backupKeyring'
import { readRegisterOverview } from '../../../store/sqlite/file/registerOverview'

/**
 * The keys that the backups of a register are sealed with; null while they are not encrypted.
 *
 * @returns backup_keys_unreadable: nothing is written openly only because the setting cannot be read; and what openAsItIs refuses
 */
export function readBackupKeys(register: string): Result<BackupKeys | null> {
  const overview = readRegisterOverview(register)
  return overview.ok ? backupKeysFrom(overview.value.info.get(backupKeysSetting)) : overview
}

export function backupKeysFrom(setting: string | null | undefined): Result<BackupKeys | null> {
  if (!setting) return succeed(null)
  const keys = parseBackupKeys(setting)
  return keys === null ? fail('backup_keys_unreadable') : succeed(keys)
}

/** When the password of a register's backups, or of one of them, was set, epoch milliseconds; null while they are not encrypted. */
export function passwordSetAt(keys: Pick<Keyring, 'slots'> | null): number | null {
  return keys?.slots.find(({ by }) => by === 'password')?.setAt ?? null
}

/** The setting of a register as it is stored; what it means {@link backupKeysFrom} says. */
export function storedBackupKeys(info: Pick<InfoStore, 'get'>): Promise<string | null> {
  return info.get(backupKeysSetting)
}

/** The change of a register's settings that gives it other keys, or none. @param by  at: epoch milliseconds */
export function backupKeysChange(keys: BackupKeys | null, by: { at: number; operator: string }): ChangeSet {
  return storedKeysChange(keys === null ? '' : JSON.stringify(keys), by)
}

/** The same with the setting as it was stored before, whether or not it can be read. */
export function storedKeysChange(setting: string, by: { at: number; operator: string }): ChangeSet {
  return { kind: 'settings', ...by, settings: { [backupKeysSetting]: setting }, inserts: [], updates: [], deletes: [], evidence: [] }
}
