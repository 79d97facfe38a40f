import type { RunBackup } from './backupMessages'
import { makeBackup } from './makeBackup'
import { restoreBackup } from './restoreBackup'

/** Does what a backup order says, in whatever thread this is. */
export const runOrder: RunBackup = ({ work, from, target }, onProgress) =>
  (work === 'backup' ? makeBackup(from, target, onProgress) : restoreBackup(from, target, onProgress))
