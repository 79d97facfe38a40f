import { Button } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ImportJob } from '../../../shared/bridge/imports'
import { t } from '../../../shared/text/t'
import { failureText } from '../../bridge/failureText'
import type { OriginalPlace } from '../../components/navigation'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { SubPage } from '../../components/panels/SubPage'
import { AllFilesResult } from './result/AllFilesResult'
import { BatchDocumentView, type DocumentPlace } from './batches/BatchDocumentView'
import { BatchesView } from './BatchesView'
import { FileList } from './FileList'
import { allRows, outRows, readyRows, waitsForUnits } from './importWords'
import { JobSteps, type Place } from './JobSteps'
import { LayoutsView } from './LayoutsView'
import { NoFiles } from './NoFiles'
import { StepHead, type ImportStep } from './StepHead'
import { StepTools } from './StepTools'
import { TemplatesView } from './TemplatesView'
import { useCloseFiles } from './useCloseFiles'
import { useCurrentFile } from './useCurrentFile'
import { useImportActions } from './useImportActions'
import { useImportJobs } from './useImports'
import { useImportKeys } from './useImportKeys'
import { useOriginal } from './useOriginal'
import './imports.css'

interface Props {
  /** Another object for every time that the place itself is asked for, which shows the files. */
  asked: object | null
  /** A kept file that is opened at once, at its row. */
  original: OriginalPlace | null
  /** Says in the status bar where in the work the clerk is. */
  onStatus(text: string): void
}

type View = { name: 'files' } | { name: 'templates' } | { name: 'layouts' } | { name: 'batches'; batch: number | null } | { name: 'batch'; batch: number; place: DocumentPlace | null }

/** What the views beside the files are called. */
const titles = { templates: 'collection.make', layouts: 'imports.layouts', batches: 'imports.batches', batch: 'imports.batches' } as const

/** Files in: the list at the left, the four steps of the current file, and what was taken in before. */
export function ImportsPage({ asked, original, onStatus }: Props) {
  const { jobs, isPending } = useImportJobs()
  const [opened, setOpened] = useState<{ view: View; asked: object | null }>(() => ({ view: documentOf(original) ?? { name: 'files' }, asked }))
  const view: View = opened.asked === asked ? opened.view : { name: 'files' }
  const setView = (next: View): void => setOpened({ view: next, asked })
  const [said, setSaid] = useSaid()
  const { job, step, place, choose, move, setStep, setPlace, watchResults, toNextDoubt } = useCurrentFile(jobs, () => setSaid(''))
  const actions = useImportActions(setSaid)
  const closing = useCloseFiles(jobs, (ids) => actions.run({ name: 'imports.close', input: { jobs: ids } }))
  /** Opens a file where its rows wait for answers. */
  const chooseRows = (id: number): void => {
    choose(id)
    setStep('rows', id)
  }
  useImportKeys({
    onNextDoubt: () => void toNextDoubt().then((isThere) => { if (!isThere) setSaid(t('imports.noDoubt')) }),
    onFile: move,
  })
  const originalError = useOriginal(original, (id) => {
    chooseRows(id)
    setPlace({ filter: { verdict: 'review' } }, id)
  })
  const error: unknown = actions.error ?? originalError
  const status = useEffectEvent(() => onStatus(said !== '' ? said : view.name === 'files' ? statusOf(job, step, place) : t(titles[view.name])))
  useEffect(() => status(), [said, job, step, place, view.name])

  const openFiles = (files: string[]): void => actions.run({ name: 'imports.open', input: { files } })
  if (view.name !== 'files') {
    return (
      <SubPage key={view.name} onBack={() => setView(view.name === 'batch' ? { name: 'batches', batch: null } : { name: 'files' })}>
        <StepHead current={null} title={view.name === 'batch' ? t('batch.title', { batch: view.batch }) : t(titles[view.name])} onStep={setStep}><WaysBack view={view} onView={setView} /></StepHead>
        <OtherView view={view} onView={setView} onSaid={setSaid} onAgain={choose} />
      </SubPage>
    )
  }
  return (
    <>
      <StepHead current={step} title={null} onStep={setStep}>
        <Button type="text" onClick={() => setView({ name: 'templates' })}>{t('collection.make')}</Button>
        <Button type="text" onClick={() => setView({ name: 'layouts' })}>{t('imports.layouts')}</Button>
        <Button type="text" onClick={() => setView({ name: 'batches', batch: null })}>{t('imports.batches')}</Button>
        {job && step ? <StepTools job={job} jobs={jobs} step={step} actions={actions} onStep={setStep} onCommitted={watchResults} /> : null}
      </StepHead>
      {closing.holder}
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      {job && step ? (
        <div className="imports">
          <FileList jobs={jobs} current={job.job} onChoose={choose} onClose={closing.close} onFiles={openFiles} />
          <JobSteps
            key={job.job} job={job} step={step} place={place} actions={actions} onPlace={setPlace} onStep={setStep} onBatch={(batch) => setView({ name: 'batches', batch })}
            rowsHint={waitsForUnits(job, jobs) ? t('imports.unitsFirst') : null}
            allFiles={<AllFilesResult jobs={jobs} onQuestions={chooseRows} />}
          />
        </div>
      ) : isPending ? null : <NoFiles onFiles={openFiles} onSamples={() => actions.run({ name: 'imports.openSamples', input: {} })} />}
    </>
  )
}

type OtherView = Exclude<View, { name: 'files' }>

/** From a batch to all of them, and from everything to the files. */
function WaysBack({ view, onView }: Pick<OtherViewProps, 'view' | 'onView'>) {
  if (view.name !== 'batch') return <Button onClick={() => onView({ name: 'files' })}>{t('imports.files')}</Button>
  return (
    <>
      <Button onClick={() => onView({ name: 'batches', batch: null })}>{t('batch.list')}</Button>
      <Button onClick={() => onView({ name: 'files' })}>{t('imports.files')}</Button>
    </>
  )
}

interface OtherViewProps {
  view: OtherView
  onView(view: View): void
  onSaid(text: string): void
  /** A file that was opened again is chosen. */
  onAgain(job: number): void
}

/** What stands in the place of the files: templates, remembered layouts, batches, or one batch. */
function OtherView({ view, onView, onSaid, onAgain }: OtherViewProps) {
  switch (view.name) {
    case 'templates': return <TemplatesView onSaid={onSaid} />
    case 'layouts': return <LayoutsView onSaid={onSaid} />
    case 'batch': return <BatchDocumentView key={view.batch} batch={view.batch} place={view.place} />
    case 'batches': return <BatchesView initial={view.batch} onSaid={onSaid} onOpen={(batch) => onView({ name: 'batch', batch, place: null })} onAgain={(job) => { onAgain(job); onView({ name: 'files' }) }} />
  }
}

/** A row that another page asks for is shown in its batch; questions that wait are answered where files come in. */
function documentOf(original: OriginalPlace | null): View | null {
  return original === null || original.row === null ? null : { name: 'batch', batch: original.batch, place: { sheet: original.sheet, row: original.row } }
}

const saidMs = 8_000

/** What was just done, for as long as it stands in the status bar. */
function useSaid() {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), saidMs)
    return () => clearTimeout(timer)
  }, [said])
  return [said, setSaid] as const
}

function statusOf(job: ImportJob | undefined, step: ImportStep | null, { shown }: Place): string {
  if (!job || job.verdicts === null) return t('imports.dryRunHint')
  if (job.state === 'done') return t('imports.writtenHint')
  if (step !== 'rows') return t('imports.dryRunHint')
  const summary = t('imports.rows.summary', { ready: readyRows(job), open: job.open, rejected: outRows(job) - job.open, total: allRows(job) })
  if (shown === null) return summary
  return `${shown.sheetName === null ? t('imports.rows.position', { row: shown.row }) : t('imports.rows.sheetPosition', { sheet: shown.sheetName, row: shown.row })}　${summary}`
}
