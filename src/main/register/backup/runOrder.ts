import { succeed, type Result } from '../../../shared/domain/result'
import type { BackupOrder, Made, RunBackup } from './backupMessages'
import { makeBackup } from './makeBackup'
import { lookIntoBackup } from './restore/lookIntoBackup'
import { replaceByBackup } from './restore/replaceByBackup'
import { restoreBackup } from './restore/restoreBackup'
import { salvage } from './restore/salvage'

/** Does what a backup order says, in whatever thread this is. */
export const runOrder: RunBackup = (order, onProgress) => {
  switch (order.work) {
    case 'backup': return makeBackup(order.from, order.target, order.second, onProgress)
    case 'restore': return restoreBackup(order.from, order.target, onProgress, order.keys)
    case 'salvage': return salvageInto(order)
    case 'replace': return replaceByBackup(order.from, order.target, order.keptAs, onProgress, order.keys)
    case 'look': return look(order)
  }
}

async function look({ from, beside, folder, keys }: Extract<BackupOrder, { work: 'look' }>): Promise<Result<Made>> {
  const looked = await lookIntoBackup(from, beside, keys, folder)
  return looked.ok ? succeed({ sequence: 0, missingAttachments: 0, second: null, looked: looked.value }) : looked
}

async function salvageInto({ from, target, ...by }: Extract<BackupOrder, { work: 'salvage' }>): Promise<Result<Made>> {
  const saved = await salvage(from, target, by)
  if (!saved.ok) return saved
  const { records, lost, list, missingFiles } = saved.value
  const count = Object.values(records).reduce((sum, part) => sum + part, 0)
  return succeed({ sequence: 0, missingAttachments: missingFiles, second: null, salvaged: { records: count, lost: lost.length, list } })
}
