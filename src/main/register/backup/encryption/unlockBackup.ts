import { basename, dirname } from 'node:path'
import { readRecoveryKey } from '../../../../shared/domain/backup/recoveryKey'
import type { Keyring, KeySlot } from '../../../../shared/domain/backup/sealedFormat'
import { fail, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { openKeyring, type OpenedKeys } from '../../../store/sealing/backupKeyring'
import { localDate } from '../../localDate'
import { backupsOf, registerOfBackup } from '../backupFiles'
import { passwordSetAt } from './backupKeys'
import { isSealed, keyringOfBackup } from '../restore/openBackup'

export type { OpenedKeys }

/** Each costs a third of a second; a password is not changed more often than this while its backups are kept. */
const mostSlots = 12

/**
 * The keys of an encrypted backup, by its password or its recovery key. The newest password opens older backups too: what
 * stands openly in the backups beside it and in the register is tried along.
 *
 * @param own  keyring of the register it may belong to
 * @returns wrong_password, recovery_key_mistyped with the group, backup_damaged; and backup_not_encrypted of any other file
 */
export async function unlockBackup(backup: string, secret: string, own: Keyring | null = null): Promise<Result<OpenedKeys>> {
  const keyring = keyringOfBackup(backup)
  if (keyring === null) return isSealed(backup) ? fail('backup_damaged', undefined, { problem: 'sealed_altered' }) : fail('backup_not_encrypted')
  const beside = backupsOf(registerOfBackup(backup), dirname(backup)).flatMap(({ file, isSealed: sealed }) => (sealed ? [keyringOfBackup(file)] : []))
  const opened = await openKeyring(joined(keyring, [...beside, own]), secret)
  return opened === null ? notOpened(keyring, secret, basename(backup)) : succeed(opened)
}

/** The keys of one keyring. @returns what {@link unlockBackup} refuses of a password */
export async function unlockKeyring(keyring: Keyring, secret: string): Promise<Result<OpenedKeys>> {
  const opened = await openKeyring(keyring, secret)
  return opened === null ? notOpened(keyring, secret) : succeed(opened)
}

/** Says when the password of these keys was set, whatever else was tried. */
function notOpened(keyring: Keyring, secret: string, file?: string): Failure {
  const typed = readRecoveryKey(secret)
  if (typed.kind === 'mistyped') return fail('recovery_key_mistyped', undefined, { group: typed.group })
  const setAt = passwordSetAt(keyring)
  return fail('wrong_password', file === undefined ? undefined : { file }, setAt === null ? undefined : { what: 'backup', on: localDate(setAt) })
}

/** One keyring with every way that is known into its keys: its own, then others from the newest on. */
function joined(keyring: Keyring, others: readonly (Keyring | null)[]): Keyring {
  const same = others.filter((other) => other?.id === keyring.id && other.recipient === keyring.recipient)
  const newestFirst = same.flatMap((each) => each?.slots ?? []).toSorted((a, b) => b.setAt - a.setAt)
  const slots = new Map<string, KeySlot>([...keyring.slots, ...newestFirst].map((slot) => [slot.sealed, slot]))
  return { ...keyring, slots: [...slots.values()].slice(0, mostSlots) }
}
