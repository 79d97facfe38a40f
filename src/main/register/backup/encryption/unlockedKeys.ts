import type { OpenedKeys } from '../../../store/sealing/backupKeyring'
import { sealedHeaderOf } from '../restore/openBackup'

/** From looking at a backup to deciding; then the password is asked for again. */
const keptMs = 10 * 60_000

export interface UnlockedKeys {
  keep(keys: OpenedKeys): void
  /** Keys of an encrypted backup, as long as they are kept; null for any other file. */
  of(backup: string): OpenedKeys | null
}

/** Keys that the clerk's password has opened, in the memory of this process alone. */
export function createUnlockedKeys(now: () => number): UnlockedKeys {
  let last: { keys: OpenedKeys; until: number } | null = null
  return {
    keep(keys) {
      last = { keys, until: now() + keptMs }
    },
    of(backup) {
      if (last !== null && now() > last.until) last = null
      return last !== null && sealedHeaderOf(backup)?.keys === last.keys.id ? last.keys : null
    },
  }
}
