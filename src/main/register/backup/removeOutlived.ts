import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { oldHalves, outlivedBackups } from './backupFiles'
import { originOf } from './ownBackups'

/**
 * Removes the backups that the rule no longer keeps. Two registers of one name may share a folder: only what began with
 * the same change set is a backup of this one. What cannot be removed, or not be read, stays. Halves that a broken-off
 * backup left go too: nobody can use them.
 *
 * @param made  the backup just made, which stays however old the computer's clock makes it look
 * @returns how many backups were removed
 */
export function removeOutlived(register: string, folder: string, made: string): number {
  removeHalves(register, folder)
  const outlived = outlivedBackups(register, folder).filter(({ file }) => basename(file) !== basename(made))
  if (outlived.length === 0) return 0
  const own = originOf(register)
  if (own === null) return 0
  return outlived.filter(({ file }) => originOf(file) === own && isRemoved(file)).length
}

/** What backups of a register that were broken off left in a folder. */
export function removeHalves(register: string, folder: string): void {
  oldHalves(register, folder).forEach(isRemoved)
}

function isRemoved(file: string): boolean {
  try {
    rmSync(file)
    return true
  } catch {
    return false
  }
}
