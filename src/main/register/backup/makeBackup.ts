import { dirname } from 'node:path'
import { succeed, type Failure, type Result } from '../../../shared/domain/result'
import { copyOriginals } from '../../store/copyOriginals'
import { backupRegister } from '../../store/sqlite/backupRegister'
import type { Made } from './backupMessages'

/** Originals first: whatever the copied register speaks of is then there. */
export async function makeBackup(register: string, target: string, onProgress?: (done: number, total: number) => void): Promise<Result<Made>> {
  const originals = copyOriginals(register, dirname(target))
  if (!originals.ok) return named(originals, dirname(target))
  const made = await backupRegister(register, target, onProgress)
  return made.ok ? succeed({ sequence: made.value.sequence }) : named(made, dirname(target))
}

/** The clerk is told which folder it is about. */
function named(failure: Failure, folder: string): Failure {
  return { ...failure, details: { path: folder, ...failure.details } }
}
