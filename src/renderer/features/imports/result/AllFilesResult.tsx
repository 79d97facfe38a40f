import { Button } from 'antd'
import type { ImportJob } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { useAnnounce } from '../../../components/feedback/announcement'
import { useGoTo } from '../../../components/navigation'
import { useGiveBackAll } from '../useGiveBack'

interface Props {
  jobs: readonly ImportJob[]
  /** Leads to the rows of the file that waits for an answer. */
  onQuestions(job: number): void
}

/** What all committed files brought together, and what to do next. */
export function AllFilesResult({ jobs, onQuestions }: Props) {
  const goTo = useGoTo()
  const announce = useAnnounce()
  const { giveBackAll, isWriting } = useGiveBackAll(announce)
  const written = jobs.flatMap(({ written }) => (written === null ? [] : [written]))
  if (written.length === 0) return null
  const writing = jobs.filter(({ state }) => state === 'commit_queued' || state === 'writing').length
  // Files that are judged again after a writing keep their questions meanwhile.
  const asking = jobs.filter(({ state, open }) => ['ready', 'queued', 'reading'].includes(state) && open > 0)
  const open = asking.reduce((total, job) => total + job.open, 0)
  const sum = (count: 'new' | 'changed' | 'review' | 'rejected'): number => written.reduce((total, rows) => total + rows[count], 0)
  const waiting = sum('review')
  const [next] = asking
  const returned = jobs.filter(({ written }) => written !== null && written.review + written.rejected > 0)
  return (
    <div className="import-bar import-all-files" role="status">
      <strong>{t('imports.result.allFiles', { files: written.length, new: sum('new'), changed: sum('changed'), rejected: sum('rejected') })}{waiting > 0 ? t('imports.result.leftOpen', { count: waiting }) : ''}</strong>
      {writing === 0 && returned.length > 1 ? <Button size="small" loading={isWriting} onClick={() => giveBackAll(returned.map(({ job }) => job))}>{t('return.all', { files: returned.length })}</Button> : null}
      {writing > 0 ? (
        <span className="secondary">{t('imports.result.stillWriting', { files: writing })}</span>
      ) : next ? (
        <Button size="small" onClick={() => onQuestions(next.job)}>{t('imports.result.toQuestions', { count: open })}</Button>
      ) : (
        <Button size="small" onClick={() => goTo({ route: 'ranking' })}>{t('imports.result.toRanking')}</Button>
      )}
    </div>
  )
}
