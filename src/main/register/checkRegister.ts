import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, type Result } from '../../shared/domain/result'
import { checkRegister as checkFile } from '../store/checkRegister'
import { filesFolderOf } from '../store/fileStore'
import type { CheckReport, RegisterProblem } from '../store/registerProblem'
import { registerOfBackup } from './backup/backupFiles'
import { isSealed } from './backup/restore/openBackup'

export type { CheckReport, RegisterProblem } from '../store/registerProblem'

/**
 * Looks at everything that a register says of itself, or a backup, whose originals and attachments lie beside the name of its register.
 *
 * @returns encrypted for an encrypted backup, which shows nothing without its password, and what the check of the file refuses
 */
export async function checkRegister(path: string): Promise<Result<CheckReport>> {
  if (existsSync(path) && isSealed(path)) return fail('encrypted', { file: basename(path) }, { what: 'checked' })
  const owner = registerOfBackup(path)
  return checkFile(path, owner === path || existsSync(filesFolderOf(path)) ? undefined : owner)
}

/** What a problem is about, most telling first: a record's key, a batch or a change set. */
export function subjectOf({ key, id, batch, sequence }: RegisterProblem): string {
  return key ?? (id !== undefined ? String(id) : batch !== undefined ? `#${batch}` : sequence !== undefined ? `@${sequence}` : '')
}
