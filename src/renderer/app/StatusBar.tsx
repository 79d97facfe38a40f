import { t } from '../../shared/text/t'
import type { JobProgress } from '../../shared/bridge/events'

interface Props {
  text: string
  job: JobProgress | null
  version: string
}

/** Foot of the window: what the page says at the left, long work at the right. */
export function StatusBar({ text, job, version }: Props) {
  return (
    <footer className="status-bar">
      <span className="cut">{text}</span>
      <span>{job === null ? t('app.version', { version }) : `${job.done} / ${job.total ?? '—'}`}</span>
    </footer>
  )
}
