import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { BackupKeys } from '../../../shared/domain/backup/sealedFormat'
import { keyringOf } from './backupKeyring'
import { sealFile } from './sealedFile'

/**
 * Seals a proved copy of a register as a backup.
 *
 * @param register  that it is a copy of
 * @param origin    first link of its journal
 * @throws Refusal backup_not_verified, and what the disk says
 */
export function sealRegister(copy: string, target: string, register: string, origin: string | null, keys: BackupKeys): void {
  sealFile(copy, target, { kind: 'register', keyring: keyringOf(keys), origin: originMark(origin) }, { name: basename(target), register: basename(register) }, keys)
}

/** What tells the backups of one register from those of another of its name, and says nothing of what is in it. */
export function originMark(origin: string | null): string | null {
  return origin === null ? null : createHash('sha256').update(`biaozhi backup origin 1 ${origin}`).digest('hex').slice(0, 32)
}
