import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { OpenedKeys } from '../../../store/sealing/backupKeyring'
import { damageOf, isDamage, restoreRegister, type CopyProgress } from '../../../store/sqlite/backup/backupRegister'
import { replaceDamaged, replaceRegister } from '../../../store/sqlite/backup/replaceRegister'
import type { Made } from '../backupMessages'
import { keepEncryption, encryptionOf } from '../encryption/keepEncryption'
import { keepRegister, type Kept } from '../keepRegister'
import { countMissing } from './missingAttachments'
import { withBackup, type BackupSource } from './openBackup'

interface Replaced {
  sequence: number
  /** What the register held before; none where there was no register. */
  keptAs?: string
}

/**
 * Puts a backup in the place of a register. What the register held is kept first, as a backup from which this can be
 * undone; a register that is too damaged for that is set aside as it is. Kept files, which are only ever added to, come
 * before: once the register is replaced, all that is left is to write again whether backups are encrypted, and how, which is
 * not taken back with the rest.
 *
 * @param keys  of an encrypted backup
 * @returns encrypted, backup_damaged, file_not_found and register_newer before anything is touched, register_in_use,
 *          register_changed when somebody wrote after its state was kept, backup_no_room, and what the disk refuses; the
 *          register is then as it was, or wholly the backup's where only the encryption could not be written again
 */
export function replaceByBackup(backup: string, register: string, keptAs: string, onProgress?: CopyProgress, keys: OpenedKeys | null = null): Promise<Result<Made>> {
  return withBackup(backup, keys, dirname(register), (source) => replaceFrom(source, register, keptAs, onProgress))
}

async function replaceFrom(source: BackupSource, register: string, keptAs: string, onProgress?: CopyProgress): Promise<Result<Made>> {
  const backup = source.path
  const damage = damageOf(backup)
  if (!damage.ok) return damage
  if (damage.value !== null) return fail('backup_damaged', undefined, { problem: damage.value })
  const files = await source.bringFiles(register)
  if (!files.ok) return files
  const missing = countMissing(backup, register)
  if (!missing.ok) return missing
  const before = encryptionOf(register)
  const replaced: Result<Replaced> = existsSync(register) ? await replaceKept(backup, register, keptAs, onProgress) : await restoreRegister(backup, register, onProgress)
  if (!replaced.ok) return { ...replaced, details: { path: dirname(register), ...replaced.details } }
  const lasting = await keepEncryption(register, before)
  if (!lasting.ok) return lasting
  const { sequence, keptAs: former } = replaced.value
  return succeed({ sequence, missingAttachments: missing.value, second: null, ...(former === undefined ? {} : { keptAs: former }) })
}

async function replaceKept(backup: string, register: string, keptAs: string, onProgress?: CopyProgress): Promise<Result<Replaced>> {
  const kept = await keepFirst(register, keptAs)
  if (kept.ok) {
    const replaced = await replaceRegister(backup, register, kept.value.facts, onProgress)
    return replaced.ok ? succeed({ sequence: replaced.value.sequence, keptAs: kept.value.file }) : replaced
  }
  if (!isDamage(kept.code)) return kept
  const replaced = await replaceDamaged(backup, register, onProgress)
  return replaced.ok ? succeed({ sequence: replaced.value.sequence, keptAs: replaced.value.aside }) : replaced
}

async function keepFirst(register: string, keptAs: string): Promise<Result<Kept>> {
  const kept = await keepRegister(register, keptAs)
  return kept.ok ? kept : { ...kept, details: { path: dirname(keptAs), ...kept.details } }
}
