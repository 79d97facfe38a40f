import { DownOutlined } from '@ant-design/icons'
import type { JobProgress } from '../../shared/bridge/events'
import { t } from '../../shared/text/t'
import { cancelJob } from '../bridge/cancelJob'
import { jobPace, jobPercent, jobTitle } from './jobTexts'

/** All running work, floating above the right end of the status bar; it takes no focus. */
export function JobsPanel({ jobs, onClose }: { jobs: readonly JobProgress[]; onClose(): void }) {
  return (
    <section className="jobs-panel" aria-label={t('jobs.title')}>
      <header>
        <h2>{t('jobs.title')}</h2>
        <span className="secondary">{t('jobs.hint')}</span>
        <button type="button" className="plain" aria-label={t('jobs.close')} title={t('jobs.close')} onClick={onClose}><DownOutlined /></button>
      </header>
      <ul>
        {jobs.map((job) => <li key={job.jobId}><JobLine job={job} /></li>)}
      </ul>
    </section>
  )
}

function JobLine({ job }: { job: JobProgress }) {
  return (
    <>
      <div className="job-head">
        <span className="cut" title={jobTitle(job)}>{jobTitle(job)}</span>
        <CancelButton job={job} />
      </div>
      <JobBar percent={jobPercent(job)} label={jobTitle(job)} />
      <p className="secondary">{jobPace(job)}</p>
    </>
  )
}

/** Nothing for work that cannot be given up. */
export function CancelButton({ job: { cancel } }: { job: JobProgress }) {
  return cancel === null ? null : <button type="button" className="plain link" onClick={() => cancelJob(cancel)}>{t('jobs.cancel')}</button>
}

export function JobBar({ percent, label }: { percent: number | null; label: string }) {
  return <progress className="job-bar" aria-label={label} max={100} {...(percent === null ? {} : { value: percent })} />
}
