import type { BackupStatus } from '../../shared/bridge/operations/settingsOperations'
import type { RegisterCondition } from '../../shared/bridge/operations/conditionOperations'
import type { UnfinishedWork } from '../../shared/bridge/operations/shellOperations'
import { hasText, listed, t, textOf } from '../../shared/text/t'
import { useBackupRun } from '../bridge/useBackupRun'
import { useAnnounce } from '../components/feedback/announcement'
import { NoticeBar } from '../components/feedback/NoticeBar'
import { readable } from '../components/form/PathField'
import { instantText } from '../components/values/instantText'
import { problemText } from '../components/values/problemText'
import { overdueDays } from './backupAge'
import { jobTitle } from './jobTexts'
import { useNow } from './useNow'

interface Props {
  hasRestarted: boolean
  onDismiss(): void
  /** The page died and was brought back. */
  hasReturned: boolean
  onDismissReturn(): void
  /** What was under way when the program was cut short. */
  unfinished: readonly UnfinishedWork[]
  onDismissUnfinished(): void
  /** Takes in again the files that were judged when the program was cut short. */
  onOpenAgain(): void
  backup: BackupStatus | null
  condition: RegisterCondition | null
  isReadOnlyPlace: boolean
  /** Shows where backups, the check and the way back are. */
  onBackups(): void
}

/** More names make the bar too long to read. */
const namedFiles = 5

/** What stays in sight, whatever the page, until it is dealt with. */
export function FrameNotices({ hasRestarted, onDismiss, hasReturned, onDismissReturn, unfinished, onDismissUnfinished, onOpenAgain, backup, condition, isReadOnlyPlace, onBackups }: Props) {
  const run = useBackupRun(useAnnounce(), readable)
  const now = useNow()
  const overdue = backup === null || isReadOnlyPlace ? null : overdueDays(backup, now)
  const problem = condition?.problem ?? null
  const [underWay, waiting] = [unfinished.filter(({ path }) => path === undefined), unfinished.filter(({ path }) => path !== undefined)]
  const retry = (): void => {
    if (!run.isPending) run.mutate()
  }
  return (
    <>
      {hasRestarted ? <NoticeBar text={t(waiting.length === 0 ? 'frame.restarted' : 'frame.reopened')} actions={[{ text: t('frame.dismiss'), run: onDismiss }]} /> : null}
      {hasReturned ? <NoticeBar text={t('recovery.windowReturned')} actions={[{ text: t('frame.dismiss'), run: onDismissReturn }]} /> : null}
      {underWay.length === 0 ? null : <NoticeBar text={t('recovery.cutShort', { work: listed(underWay.map(jobTitle)) })} actions={[{ text: t('frame.dismiss'), run: onDismissUnfinished }]} />}
      {waiting.length === 0 ? null : (
        <NoticeBar
          text={t(waiting.some(({ isAnswered }) => isAnswered) ? 'recovery.waitingAnswered' : 'recovery.waiting', { count: waiting.length, files: listed(waiting.slice(0, namedFiles).map(({ subject }) => subject ?? '')) })}
          actions={[{ text: t('recovery.openAgain'), run: onOpenAgain }, { text: t('frame.dismiss'), run: onDismissUnfinished }]}
        />
      )}
      {overdue === null ? null : <NoticeBar text={t('backup.overdue', { days: overdue })} actions={[{ text: t('backup.now'), run: retry }]} />}
      {isReadOnlyPlace ? <NoticeBar text={t('readOnly.notice')} actions={[]} /> : null}
      {problem === null ? null : <NoticeBar text={t('condition.notice', { problem: problemText(problem) })} actions={[{ text: t('condition.open'), run: onBackups }]} />}
      {backup === null || backup.failure === null || problem !== null || isReadOnlyPlace ? null : (
        <NoticeBar text={failureSentence(backup)} actions={[{ text: t('backup.chooseFolder'), run: onBackups }, { text: t('backup.retry'), run: retry }]} />
      )}
    </>
  )
}

function failureSentence({ failure, lastAt }: BackupStatus): string {
  const key = `error.${failure?.code ?? 'unexpected'}`
  const why = hasText(key) ? textOf(key, failure?.details) : t('error.unexpected')
  const what = failure?.code.startsWith('backup_') ? why : `${t('backup.failed')}${t('punctuation.colon')}${why}`
  return lastAt === null ? what : `${what}${t('punctuation.sentence')}${t('backup.lastGood', { at: instantText(lastAt) })}`
}
