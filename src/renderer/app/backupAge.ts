import { backupRule } from '../../shared/domain/backup/backupRule'
import type { BackupStatus } from '../../shared/bridge/operations/settingsOperations'
import { t } from '../../shared/text/t'

export interface BackupAge {
  text: string
  /** old: made, but not within the last day and a half; none: no folder was chosen. */
  state: 'good' | 'old' | 'failed' | 'running' | 'none'
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const oldAfterMs = 1.5 * dayMs

/** The state of the backups at an instant, in words for the title bar. */
export function backupAge({ folder, lastAt, isRunning, failure }: BackupStatus, now: number): BackupAge {
  if (isRunning) return { text: t('backup.running'), state: 'running' }
  if (failure !== null) return { text: t('backup.failed'), state: 'failed' }
  if (folder === null) return { text: t('backup.noFolder'), state: 'none' }
  if (lastAt === null) return { text: t('backup.none'), state: 'old' }
  const age = Math.max(0, now - lastAt)
  if (age < minuteMs) return { text: t('backup.justNow'), state: 'good' }
  if (age < hourMs) return { text: t('backup.minutesAgo', { minutes: Math.floor(age / minuteMs) }), state: 'good' }
  if (age < dayMs) return { text: t('backup.hoursAgo', { hours: Math.floor(age / hourMs) }), state: 'good' }
  return { text: t('backup.daysAgo', { days: Math.floor(age / dayMs) }), state: age < oldAfterMs ? 'good' : 'old' }
}

/** Days since the newest backup, once they are more than the rule lets pass without a word; else null. */
export function overdueDays({ folder, lastAt, isRunning, failure }: BackupStatus, now: number): number | null {
  if (folder === null || lastAt === null || isRunning || failure !== null) return null
  const days = Math.floor((now - lastAt) / dayMs)
  return days >= backupRule.warnAfterDays ? days : null
}
