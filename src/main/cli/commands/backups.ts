import { backupOccasions, backupRule } from '../../../shared/domain/backup/backupRule'
import { fail, succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { backupPlaces } from '../../register/backup/backupPlaces'
import { listBackups } from '../../register/backup/listBackups'
import { newestSealed } from '../../register/backup/restore/openBackup'
import { keysByPassword } from '../backupPassword'
import { defineCommand } from '../command'
import { textTable } from '../textTable'

export const command = defineCommand({
  name: 'backups',
  arguments: [],
  options: { to: { type: 'text' }, 'password-fd': { type: 'whole', min: 0 } },
  async run(call) {
    const places = backupPlaces(call.global.register)
    // A register that cannot be opened any more is the one whose backups are looked for.
    const folder = call.options.to ?? (places.ok ? places.value.folder : null)
    if (folder === null) return places.ok ? fail('backup_no_folder') : places
    const keys = await keysByPassword(call, newestSealed(call.global.register, folder))
    return keys.ok ? succeed({ folder, rule: backupRule, backups: listBackups(call.global.register, folder, keys.value) }) : keys
  },
  print({ folder, backups, rule }) {
    if (backups.length === 0) return t('backups.none', { folder })
    const rows = backups.map(({ file, at, occasion, state, records }) => [
      new Date(at).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' }), occasion === null ? '' : backupOccasions[occasion], state === 'good' ? String(records) : t(`backups.${state}`), file,
    ])
    return `${textTable([t('backups.at'), t('backups.occasion'), t('backups.records'), t('backups.file')], rows)}\n${t('settings.backupRule', { days: rule.days, weeks: rule.weeks, months: rule.months })}`
  },
})
