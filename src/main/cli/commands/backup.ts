import { fail, succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { newBackup } from '../../register/backup/ownBackups'
import { backupPlaces } from '../../register/backup/backupPlaces'
import { makeBackup } from '../../register/backup/makeBackup'
import { defineCommand } from '../command'

/** To the register's own folders, or to another one, which then stands alone. */
export const command = defineCommand({
  name: 'backup',
  arguments: [],
  options: { to: { type: 'text' } },
  async run(call) {
    const { register, now } = call.global
    const places = backupPlaces(register)
    if (!places.ok) return places
    const folder = call.options.to ?? places.value.folder
    if (folder === null) return fail('backup_no_folder')
    const file = newBackup(register, folder, now())
    const made = await makeBackup(register, file, call.options.to === undefined ? places.value.second : null, (done, total) => call.progress(t('backup.progress', { done, total })))
    if (!made.ok) return made
    const { sequence, missingAttachments, second } = made.value
    return succeed({ file: made.value.file ?? file, sequence, missingAttachments, second: second === null ? null : { code: second.code, details: second.details ?? {} } })
  },
  print({ file, missingAttachments, second }) {
    const lines = [missingAttachments > 0 ? t('backup.missingAttachments', { count: missingAttachments }) : t('backup.done', { file })]
    if (second !== null) lines.push(t('backup.second.failed'))
    return lines.join('\n')
  },
})
