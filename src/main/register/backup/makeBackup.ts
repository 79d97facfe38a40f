import { basename, dirname, join } from 'node:path'
import { succeed, type Failure, type Result } from '../../../shared/domain/result'
import { backUpKeptFiles } from '../../store/copyKeptFiles'
import { backupRegister } from '../../store/sqlite/backupRegister'
import type { Made } from './backupMessages'
import { countMissing } from './missingAttachments'

/** Originals and attachments first: whatever the copied register speaks of is then there, as far as the register has it. */
export async function makeBackup(register: string, target: string, onProgress?: (done: number, total: number) => void): Promise<Result<Made>> {
  const folder = dirname(target)
  const files = await backUpKeptFiles(register, folder)
  if (!files.ok) return named(files, folder)
  const made = await backupRegister(register, target, onProgress)
  if (!made.ok) return named(made, folder)
  const missing = countMissing(target, join(folder, basename(register)))
  return missing.ok ? succeed({ sequence: made.value.sequence, missingAttachments: missing.value }) : named(missing, folder)
}

/** The clerk is told which folder it is about. */
function named(failure: Failure, folder: string): Failure {
  return { ...failure, details: { path: folder, ...failure.details } }
}
