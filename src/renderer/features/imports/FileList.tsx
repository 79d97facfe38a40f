import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import type { ImportJob } from '../../../shared/bridge/imports'
import { tableEndings } from '../../../shared/domain/catalogue/tableEndings'
import { t } from '../../../shared/text/t'
import { pathsOf } from '../../bridge/filePaths'
import { FileButton } from '../../components/form/FileButton'
import { isCommittable, isDoubtful, standingOf } from './importWords'
import { VerdictMark } from './rows/VerdictMark'

interface Props {
  jobs: readonly ImportJob[]
  current: number | null
  onChoose(job: number): void
  onClose(jobs: number[]): void
  onFiles(files: string[]): void
}

/** So many characters at the end of a name always show. */
const shownTail = 9

/** The files on their way in, each with how it stands. */
export function FileList({ jobs, current, onChoose, onClose, onFiles }: Props) {
  const ready = jobs.filter(isCommittable).length
  return (
    <aside className="import-files" aria-label={t('imports.fileList')}>
      <div className="import-files-head">
        <strong>{t('imports.fileCount', { count: jobs.length })}</strong>
        <span className="secondary">{t('imports.fileSummary', { ready, doubtful: jobs.filter(isDoubtful).length })}</span>
      </div>
      <ul>
        {jobs.map((job) => (
          <FileEntry key={job.job} job={job} isCurrent={job.job === current} onChoose={onChoose} onClose={onClose} />
        ))}
      </ul>
      <div className="import-files-foot">
        <TableButton onFiles={onFiles} />
        <span className="secondary cut" title={t('imports.orDrop')}>{t('imports.orDrop')}</span>
        <button type="button" className="plain link" onClick={() => onClose(jobs.map(({ job }) => job))}>{t('imports.closeAll')}</button>
      </div>
    </aside>
  )
}

function FileEntry({ job, isCurrent, onChoose, onClose }: { job: ImportJob; isCurrent: boolean } & Pick<Props, 'onChoose' | 'onClose'>) {
  const { tone, word, more } = standingOf(job)
  const { progress } = job
  const entry = useRef<HTMLLIElement>(null)
  // F8 and the questions lead to files further down.
  useEffect(() => { if (isCurrent) entry.current?.scrollIntoView({ block: 'nearest' }) }, [isCurrent])
  return (
    <li ref={entry} className={isCurrent ? 'is-current' : ''}>
      <button type="button" className="plain import-file" aria-current={isCurrent || undefined} title={`${job.file}\n${word} ${more}`} onClick={() => onChoose(job.job)}>
        <FileName name={job.file} />
        <span className="import-file-standing cut">
          <VerdictMark tone={tone} word={word} />
          <span className="secondary">{more}</span>
        </span>
      </button>
      <button type="button" className="plain import-file-close" aria-label={t('imports.closeFile', { file: job.file })} title={t('imports.close')} onClick={() => onClose([job.job])}><CloseOutlined /></button>
      {progress !== null && progress.size > 0 ? <progress max={progress.size} value={progress.read} /> : null}
    </li>
  )
}

/** Files of one quarter begin alike and end differently: what does not fit is cut in the middle. */
function FileName({ name }: { name: string }) {
  const tail = name.length > shownTail ? shownTail : 0
  return <span className="import-file-name"><span>{name.slice(0, name.length - tail)}</span><span>{name.slice(name.length - tail)}</span></span>
}

/** Opens the system's dialog for tables. */
export function TableButton({ onFiles, isPrimary = false }: { onFiles(files: string[]): void; isPrimary?: boolean }) {
  return <FileButton type={isPrimary ? 'primary' : 'default'} text={t('imports.addFiles')} endings={tableEndings} onFiles={(files) => onFiles(pathsOf(files))} />
}
