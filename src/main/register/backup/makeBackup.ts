import { dirname } from 'node:path'
import { succeed, type Failure, type Result } from '../../../shared/domain/result'
import type { CopyProgress } from '../../store/sqlite/backup/backupRegister'
import type { Made } from './backupMessages'
import { keepRegister } from './keepRegister'
import { dropLeftOpen } from './restore/openBackup'
import { removeHalves, removeOutlived } from './removeOutlived'
import { bringIntoStep } from './secondFolder'

/**
 * Originals and attachments first: whatever the copied register speaks of is then there, as far as the register has it.
 * Only after a verified backup are older ones let go, and the second folder brought into step.
 */
export async function makeBackup(register: string, target: string, second: string | null = null, onProgress?: CopyProgress): Promise<Result<Made>> {
  const folder = dirname(target)
  const kept = await keepRegister(register, target, onProgress)
  if (!kept.ok) return named(kept, folder)
  const { file, facts: { sequence }, missingAttachments } = kept.value
  removeOutlived(register, folder, file)
  // What was to be encrypted, or had been opened, lay beside the register.
  removeHalves(register, dirname(register))
  dropLeftOpen(dirname(register))
  const step = second === null ? succeed(null) : await bringIntoStep(register, folder, second, file)
  return succeed({ sequence, missingAttachments, file, second: step.ok ? null : named(step, second ?? folder) })
}

/** The clerk is told which folder it is about. */
function named(failure: Failure, folder: string): Failure {
  return { ...failure, details: { path: folder, ...failure.details } }
}
