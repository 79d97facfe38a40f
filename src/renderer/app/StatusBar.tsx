import type { JobProgress } from '../../shared/bridge/events'
import { t } from '../../shared/text/t'
import type { Announcement } from '../components/feedback/announcement'

interface Props {
  text: string
  announcement: Announcement | null
  job: JobProgress | null
  version: string
}

/** Foot of the window: what the page says at the left, what has just been done and long work at the right. */
export function StatusBar({ text, announcement, job, version }: Props) {
  return (
    <footer className="status-bar">
      <span className="cut">{text}</span>
      {announcement === null
        ? <span>{job === null ? t('app.version', { version }) : `${job.done} / ${job.total ?? '—'}`}</span>
        : <Said announcement={announcement} />}
    </footer>
  )
}

function Said({ announcement: { text, undo, isFailure } }: { announcement: Announcement }) {
  return (
    <span role="status" className={isFailure ? 'said is-failure' : 'said'}>
      <span className="cut" title={text}>{text}</span>
      {undo === undefined ? null : <button type="button" className="plain said-undo" onClick={undo}>{t('menu.undo')}</button>}
    </span>
  )
}
