import type { RunBackup } from './backupMessages'
import { makeBackup } from './makeBackup'
import { replaceByBackup } from './replaceByBackup'
import { restoreBackup } from './restoreBackup'

/** Does what a backup order says, in whatever thread this is. */
export const runOrder: RunBackup = (order, onProgress) => {
  switch (order.work) {
    case 'backup': return makeBackup(order.from, order.target, order.second, onProgress)
    case 'restore': return restoreBackup(order.from, order.target, onProgress)
    case 'replace': return replaceByBackup(order.from, order.target, order.keptAs, onProgress)
  }
}
