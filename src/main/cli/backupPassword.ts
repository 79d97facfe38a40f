import { succeed, type Result } from '../../shared/domain/result'
import { readBackupKeys } from '../register/backup/encryption/backupKeys'
import { unlockBackup, type OpenedKeys } from '../register/backup/encryption/unlockBackup'
import type { Call } from './command'
import { readPassword } from './readPassword'

/**
 * The keys of an encrypted backup by the password or recovery key that was handed in; null where none was, or nothing is encrypted.
 *
 * @returns what unlockBackup refuses
 */
export async function keysByPassword(call: Pick<Call<{ 'password-fd': { type: 'whole'; min: 0 } }>, 'options' | 'streams' | 'global'>, backup: string | null): Promise<Result<OpenedKeys | null>> {
  const descriptor = call.options['password-fd']
  if (descriptor === undefined || backup === null) return succeed(null)
  const own = readBackupKeys(call.global.register)
  return unlockBackup(backup, await readPassword(descriptor, call.streams.stdin), own.ok ? own.value : null)
}
