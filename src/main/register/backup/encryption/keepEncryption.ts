import { succeed, type Result } from '../../../../shared/domain/result'
import { backupKeysSetting } from '../../../store/sealing/backupKeyring'
import { createStore } from '../../../store/sqlite/createStore'
import { readRegisterOverview } from '../../../store/sqlite/file/registerOverview'
import { operatorOf } from '../../opened/operatorOf'
import { storedKeysChange } from './backupKeys'

/** How a register's backups are encrypted, as its settings have it; undefined where that cannot be told. */
export function encryptionOf(register: string): string | undefined {
  const overview = readRegisterOverview(register)
  return overview.ok ? (overview.value.info.get(backupKeysSetting) ?? '') : undefined
}

/**
 * A backup of a time before its encryption was set would end it without a word, and one of a time before the password was
 * changed would bring the old one back: what held before a register was replaced is written again.
 *
 * @param before  undefined: nothing is known, and what the backup says holds
 */
export async function keepEncryption(register: string, before: string | undefined): Promise<Result<null>> {
  if (before === undefined || encryptionOf(register) === before) return succeed(null)
  // A copy of an older register would be kept as its own settings say: openly, where it comes from before encryption.
  const store = createStore(register, { mode: 'write', isOfBackup: true })
  if (!store.ok) return store
  try {
    const applied = await store.value.apply(storedKeysChange(before, { at: Date.now(), operator: await operatorOf(store.value.info) }))
    return applied.ok ? succeed(null) : applied
  } finally {
    await store.value.close()
  }
}
