import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { newBackup } from '../../register/backup/backupFiles'
import { backupPlaces } from '../../register/backup/backupPlaces'
import { compareBackup } from '../../register/backup/compareBackup'
import { lookAtBackup } from '../../register/backup/lookAtBackup'
import { replaceByBackup } from '../../register/backup/replaceByBackup'
import { defineCommand } from '../command'

export const command = defineCommand({
  name: 'restore-backup',
  arguments: [{ name: 'file' }],
  options: { 'dry-run': { type: 'flag' } },
  async run(call) {
    const [backup = ''] = call.arguments
    const { register, now } = call.global
    const looked = lookAtBackup(backup)
    if (!looked.ok) return looked
    // Of a register that cannot be opened nothing can be said, and it is the one that needs its backup.
    const compared = existsSync(register) ? compareBackup(backup, register) : null
    const difference = compared?.ok ? { lost: compared.value.lost, regained: compared.value.regained, different: compared.value.different, changesSince: compared.value.changesSince } : null
    const preview = { file: backup, counts: looked.value.counts, difference, dryRun: call.options['dry-run'] }
    if (preview.dryRun) return succeed({ ...preview, keptAs: null })
    const places = existsSync(register) ? backupPlaces(register) : null
    const keptAs = newBackup(register, (places?.ok ? places.value.folder : null) ?? dirname(register), now(), 'restore')
    const replaced = await replaceByBackup(backup, register, keptAs, (done, total) => call.progress(t('backup.progress', { done, total })))
    return replaced.ok ? succeed({ ...preview, keptAs: replaced.value.keptAs ?? null }) : replaced
  },
  print({ file, difference, keptAs, dryRun }) {
    const told = difference === null ? t('restoreBackup.unknown') : t('restoreBackup.difference', difference)
    if (dryRun) return `${told}\n${t('restoreBackup.preview', { file })}`
    return [told, t('restoreBackup.done', { file }), ...(keptAs === null ? [] : [t('restoreBackup.kept', { file: keptAs })])].join('\n')
  },
})
