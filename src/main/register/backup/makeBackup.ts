import { basename, dirname, join } from 'node:path'
import { succeed, type Failure, type Result } from '../../../shared/domain/result'
import { backUpKeptFiles } from '../../store/copyKeptFiles'
import { backupRegister } from '../../store/sqlite/backup/backupRegister'
import type { Made } from './backupMessages'
import { countMissing } from './missingAttachments'
import { removeOutlived } from './removeOutlived'
import { bringIntoStep } from './secondFolder'

/**
 * Originals and attachments first: whatever the copied register speaks of is then there, as far as the register has it.
 * Only after a verified backup are older ones let go, and the second folder brought into step.
 */
export async function makeBackup(register: string, target: string, second: string | null = null, onProgress?: (done: number, total: number) => void): Promise<Result<Made>> {
  const folder = dirname(target)
  const files = await backUpKeptFiles(register, folder)
  if (!files.ok) return named(files, folder)
  const made = await backupRegister(register, target, onProgress)
  if (!made.ok) return named(made, folder)
  const missing = countMissing(target, join(folder, basename(register)))
  if (!missing.ok) return named(missing, folder)
  removeOutlived(register, folder)
  const step = second === null ? succeed(null) : await bringIntoStep(register, folder, second)
  return succeed({ sequence: made.value.sequence, missingAttachments: missing.value, second: step.ok ? null : named(step, second ?? folder) })
}

/** The clerk is told which folder it is about. */
function named(failure: Failure, folder: string): Failure {
  return { ...failure, details: { path: folder, ...failure.details } }
}
