import { useQueryClient } from '@tanstack/react-query'
import type { BackupStatus } from '../../shared/bridge/operations/settingsOperations'
import { hasText, t, textOf } from '../../shared/text/t'
import { callBridge } from '../bridge/bridgeClient'
import { NoticeBar } from '../components/feedback/NoticeBar'
import { overdueDays } from './backupAge'
import { useNow } from './useNow'

interface Props {
  hasRestarted: boolean
  onDismiss(): void
  backup: BackupStatus | null
  onBackupFolder(): void
}

/** What stays in sight, whatever the page, until it is dealt with. */
export function FrameNotices({ hasRestarted, onDismiss, backup, onBackupFolder }: Props) {
  const queries = useQueryClient()
  const now = useNow()
  const overdue = backup === null ? null : overdueDays(backup, now)
  const retry = (): void => void callBridge('backup.run', {}).then((after) => queries.setQueryData(['backup.status'], after))
  return (
    <>
      {hasRestarted ? <NoticeBar text={t('frame.restarted')} actions={[{ text: t('frame.dismiss'), run: onDismiss }]} /> : null}
      {overdue === null ? null : <NoticeBar text={t('backup.overdue', { days: overdue })} actions={[{ text: t('backup.now'), run: retry }]} />}
      {backup === null || backup.failure === null ? null : (
        <NoticeBar text={failureSentence(backup)} actions={[{ text: t('backup.chooseFolder'), run: onBackupFolder }, { text: t('backup.retry'), run: retry }]} />
      )}
    </>
  )
}

function failureSentence({ failure, lastAt }: BackupStatus): string {
  const key = `error.${failure?.code ?? 'unexpected'}`
  const why = hasText(key) ? textOf(key, failure?.details) : t('error.unexpected')
  const what = failure?.code.startsWith('backup_') ? why : `${t('backup.failed')}：${why}`
  return lastAt === null ? what : `${what}。${t('backup.lastGood', { at: new Date(lastAt).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' }) })}`
}
