import { useState } from 'react'
import type { JobProgress } from '../../shared/bridge/events'
import { t } from '../../shared/text/t'
import { handToSystem } from '../bridge/handToSystem'
import { useAnnounce, useTakeBack, type Announcement } from '../components/feedback/announcement'
import { CancelButton, JobBar, JobsPanel } from './JobsPanel'
import { jobPace, jobPercent, jobTitle } from './jobTexts'

interface Props {
  text: string
  announcement: Announcement | null
  jobs: readonly JobProgress[]
  version: string
}

/** Foot of the window: what the page says at the left; what has just been done, and long work, at the right. */
export function StatusBar({ text, announcement, jobs, version }: Props) {
  const isIdle = jobs.length === 0
  return (
    <footer className="status-bar">
      <span className="cut status-text" title={text}>{text}</span>
      {announcement === null ? null : <Said announcement={announcement} />}
      {isIdle ? null : <Work jobs={jobs} />}
      {isIdle && announcement === null ? <span className="status-version">{t('app.version', { version })}</span> : null}
    </footer>
  )
}

function Work({ jobs }: Pick<Props, 'jobs'>) {
  const [isOpen, setOpen] = useState(false)
  const [first, ...others] = jobs
  if (first === undefined) return null
  return (
    <span className="work">
      <strong className="cut" title={jobTitle(first)}>{jobTitle(first)}</strong>
      <JobBar percent={jobPercent(first)} label={jobTitle(first)} />
      <span className="work-pace">{jobPace(first)}</span>
      <CancelButton job={first} />
      <button type="button" className="plain link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {others.length === 0 ? t('jobs.open') : t('jobs.more', { count: others.length })}
      </button>
      {isOpen ? <JobsPanel jobs={jobs} onClose={() => setOpen(false)} /> : null}
    </span>
  )
}

function Said({ announcement }: { announcement: Announcement }) {
  const { text, undo, file, isFailure } = announcement
  const announce = useAnnounce()
  const takeBack = useTakeBack()
  return (
    <span role="status" className={isFailure ? 'said is-failure' : 'said'}>
      <span className="cut" title={text}>{text}</span>
      {undo === undefined ? null : <button type="button" className="plain link" onClick={undo}>{t('frame.undo')}</button>}
      {file === undefined ? null : <button type="button" className="plain link" onClick={() => void handToSystem('shell.openTable', file, announce)}>{t('frame.openFile')}</button>}
      {isFailure === true ? <button type="button" className="plain link" onClick={() => takeBack(announcement)}>{t('frame.dismiss')}</button> : null}
    </span>
  )
}
