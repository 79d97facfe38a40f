import { longestPassword, shortestPassword, strengthOf } from '../../../../shared/domain/backup/backupPassword'
import type { BackupKeys } from '../../../../shared/domain/backup/sealedFormat'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import { createBackupKeys, keyringOf, openKeyring, withPassword, withRecoveryKey } from '../../../store/sealing/backupKeyring'
import { backupKeysFrom } from './backupKeys'
import { unlockKeyring } from './unlockBackup'

/** Keys with the recovery key that goes on paper, before the register has them. */
export interface PendingKeys {
  keys: BackupKeys
  recoveryKey: string
}

type Setting = string | null | undefined

/**
 * Makes the keys with which a register's backups will be encrypted, and opens them once by the recovery key before anybody
 * puts it on paper.
 *
 * @param setting  what the register has so far
 * @param at       epoch milliseconds
 * @returns backup_is_encrypted, password_too_short; a setting that cannot be read is put in order by this
 */
export async function setUpEncryption(setting: Setting, password: string, at: number): Promise<Result<PendingKeys>> {
  const present = backupKeysFrom(setting)
  if (present.ok && present.value !== null) return fail('backup_is_encrypted')
  const good = checkPassword(password)
  if (!good.ok) return good
  const pending = await createBackupKeys(password, at)
  return (await isOpenedByKey(pending)) ? succeed(pending) : fail('unexpected')
}

/**
 * The same keys behind another password. Backups that are there stay as they are.
 *
 * @param secret  the password so far, or the recovery key
 * @returns backup_not_encrypted, backup_keys_unreadable, wrong_password, recovery_key_mistyped, password_too_short
 */
export async function changePassword(setting: Setting, secret: string, password: string, at: number): Promise<Result<BackupKeys>> {
  const keys = presentKeys(setting)
  if (!keys.ok) return keys
  const good = checkPassword(password)
  if (!good.ok) return good
  const opened = await unlockKeyring(keyringOf(keys.value), secret)
  return opened.ok ? succeed(await withPassword(keys.value, opened.value, password, at)) : opened
}

/** Another recovery key in the place of one whose sheet is lost. @returns as {@link changePassword} */
export async function renewRecoveryKey(setting: Setting, secret: string, at: number): Promise<Result<PendingKeys>> {
  const keys = presentKeys(setting)
  if (!keys.ok) return keys
  const opened = await unlockKeyring(keyringOf(keys.value), secret)
  if (!opened.ok) return opened
  const pending = withRecoveryKey(keys.value, opened.value, at)
  return (await isOpenedByKey(pending)) ? succeed(pending) : fail('unexpected')
}

function presentKeys(setting: Setting): Result<BackupKeys> {
  const keys = backupKeysFrom(setting)
  if (!keys.ok) return keys
  return keys.value === null ? fail('backup_not_encrypted') : succeed(keys.value)
}

function checkPassword(password: string): Result<null> {
  if (strengthOf(password) === 'short') return fail('password_too_short', undefined, { shortest: shortestPassword })
  return password.length > longestPassword ? fail('password_too_long', undefined, { longest: longestPassword }) : succeed(null)
}

async function isOpenedByKey({ keys, recoveryKey }: PendingKeys): Promise<boolean> {
  return (await openKeyring(keyringOf(keys), recoveryKey)) !== null
}
