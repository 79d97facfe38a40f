import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { newBackup } from '../../register/backup/ownBackups'
import { backupPlaces } from '../../register/backup/backupPlaces'
import { lookIntoBackup } from '../../register/backup/restore/lookIntoBackup'
import { isSealed } from '../../register/backup/restore/openBackup'
import { replaceByBackup } from '../../register/backup/restore/replaceByBackup'
import { keysByPassword } from '../backupPassword'
import { defineCommand } from '../command'

export const command = defineCommand({
  name: 'restore-backup',
  arguments: [{ name: 'file' }],
  options: { 'dry-run': { type: 'flag' }, 'password-fd': { type: 'whole', min: 0 } },
  async run(call) {
    const [backup = ''] = call.arguments
    const { register, now } = call.global
    const keys = await keysByPassword(call, isSealed(backup) ? backup : null)
    if (!keys.ok) return keys
    const looked = await lookIntoBackup(backup, existsSync(register) ? register : null, keys.value, dirname(register))
    if (!looked.ok) return looked
    const { contents, comparison } = looked.value
    // Of a register that cannot be opened nothing can be said, and it is the one that needs its backup.
    const difference = comparison?.ok ? { lost: comparison.value.lost, regained: comparison.value.regained, different: comparison.value.different, lostFrozen: comparison.value.lostFrozen, changesSince: comparison.value.changesSince } : null
    const preview = { file: backup, counts: contents.counts, difference, dryRun: call.options['dry-run'] }
    if (preview.dryRun) return succeed({ ...preview, keptAs: null })
    const places = existsSync(register) ? backupPlaces(register) : null
    const keptAs = newBackup(register, (places?.ok ? places.value.folder : null) ?? dirname(register), now(), 'restore')
    const replaced = await replaceByBackup(backup, register, keptAs, (done, total) => call.progress(t('backup.progress', { done, total })), keys.value)
    return replaced.ok ? succeed({ ...preview, keptAs: replaced.value.keptAs ?? null }) : replaced
  },
  print({ file, difference, keptAs, dryRun }) {
    const told = difference === null ? t('restoreBackup.unknown') : `${t('restoreBackup.difference', difference)}${difference.lostFrozen === 0 ? '' : `${t('punctuation.part')}${t('restoreBackup.frozen', { count: difference.lostFrozen })}`}`
    if (dryRun) return `${told}\n${t('restoreBackup.preview', { file })}`
    return [told, t('restoreBackup.done', { file }), ...(keptAs === null ? [] : [t('restoreBackup.kept', { file: keptAs })])].join('\n')
  },
})
