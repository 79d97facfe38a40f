import { dirname } from 'node:path'
import type { BackupOccasion } from '../../../shared/domain/backup/backupRule'
import type { OpenedKeys } from '../../store/sealing/backupKeyring'
import { isWholeSealed } from '../../store/sealing/sealedFile'
import { damageOf } from '../../store/sqlite/backup/backupRegister'
import { readRegisterOverview } from '../../store/sqlite/file/registerOverview'
import { backupsOf } from './backupFiles'
import { dropOpened, openRegisterInto, placeToOpen, sealedHeaderOf } from './restore/openBackup'

export interface ListedBackup {
  file: string
  /** Epoch milliseconds. */
  at: number
  occasion: BackupOccasion | null
  /**
   * Computed again from the file, not remembered. `encrypted`: its bytes are those that were written, which is all that can
   * be told without its password. Of one that cannot be read, or that a newer program made, nothing can be said.
   */
  state: 'good' | 'encrypted' | 'damaged' | 'unreadable'
  /** Records of all kinds; 0 of one that is not good. */
  records: number
}

type Looked = Pick<ListedBackup, 'state' | 'records'>

/**
 * The backups of a register in a folder, newest first, each opened and its digests computed again.
 *
 * @param keys  of those that are encrypted
 */
export function listBackups(register: string, folder: string, keys: OpenedKeys | null = null): ListedBackup[] {
  return backupsOf(register, folder).map(({ file, at, occasion, isSealed }) => ({ file, at, occasion, ...(isSealed ? lookAtSealed(file, keys, dirname(register)) : lookAtOpen(file)) }))
}

function lookAtOpen(file: string): Looked {
  const damage = damageOf(file)
  if (!damage.ok) return { state: 'unreadable', records: 0 }
  if (damage.value !== null) return { state: 'damaged', records: 0 }
  const overview = readRegisterOverview(file)
  return overview.ok ? { state: 'good', records: Object.values(overview.value.counts).reduce((sum, count) => sum + count, 0) } : { state: 'unreadable', records: 0 }
}

function lookAtSealed(file: string, keys: OpenedKeys | null, folder: string): Looked {
  try {
    if (!isWholeSealed(file)) return { state: 'damaged', records: 0 }
  } catch {
    return { state: 'unreadable', records: 0 }
  }
  return keys === null || sealedHeaderOf(file)?.keys !== keys.id ? { state: 'encrypted', records: 0 } : lookInside(file, keys, folder)
}

function lookInside(file: string, keys: OpenedKeys, folder: string): Looked {
  const opened = placeToOpen(folder)
  try {
    const facts = openRegisterInto(file, opened, keys)
    if (!facts.ok) return { state: facts.code === 'backup_damaged' ? 'damaged' : 'unreadable', records: 0 }
    return lookAtOpen(opened)
  } finally {
    dropOpened(opened)
  }
}
