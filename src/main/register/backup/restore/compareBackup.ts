import type { BackupComparison } from '../../../../shared/bridge/operations/settingsOperations'
import { succeed, type Result } from '../../../../shared/domain/result'
import { compareRegisters } from '../../../store/sqlite/backup/compareRegisters'
import { readRegisterOverview } from '../../../store/sqlite/file/registerOverview'
import { lookAtBackup } from './lookAtBackup'

/**
 * What the records of a register would be with a backup in its place.
 *
 * @returns what opening either refuses
 */
export function compareBackup(backup: string, register: string): Result<BackupComparison> {
  const contents = lookAtBackup(backup)
  if (!contents.ok) return contents
  const [theirs, ours] = [readRegisterOverview(backup), readRegisterOverview(register)]
  if (!theirs.ok) return theirs
  if (!ours.ok) return ours
  const compared = compareRegisters(register, backup)
  if (!compared.ok) return compared
  const { onlyFirst, onlySecond, different, onlyFirstFrozen } = compared.value
  const isOwn = theirs.value.origin !== null && theirs.value.origin === ours.value.origin
  return succeed({
    backup: contents.value, lost: onlyFirst, regained: onlySecond, different, lostFrozen: onlyFirstFrozen,
    changesSince: isOwn ? Math.max(0, ours.value.sequence - theirs.value.sequence) : null,
  })
}
