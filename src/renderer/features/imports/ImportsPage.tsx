import { Button } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ImportJob } from '../../../shared/bridge/imports'
import { t, textOf } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import type { OriginalPlace } from '../../components/navigation'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useConfirm } from '../../components/feedback/useConfirm'
import { AllFilesResult } from './result/AllFilesResult'
import { BatchDocumentView, type DocumentPlace } from './batches/BatchDocumentView'
import { BatchesView } from './BatchesView'
import { FileList, TableButton } from './FileList'
import { allRows, isCommittable, isDoubtful, outRows, readyRows } from './importWords'
import { firstPlace, JobSteps, type Place } from './JobSteps'
import { LayoutsView } from './LayoutsView'
import { importSteps, StepHead, type ImportStep } from './StepHead'
import { TemplatesView } from './TemplatesView'
import { useCloseFiles } from './useCloseFiles'
import { useImportActions, type ImportActions } from './useImportActions'
import { useImportJobs } from './useImports'
import { useImportKeys } from './useImportKeys'
import { useOriginal } from './useOriginal'
import './imports.css'

interface Props {
  /** A kept file that is opened at once, at its row. */
  original: OriginalPlace | null
  /** Says in the status bar where in the work the clerk is. */
  onStatus(text: string): void
}

type View = { name: 'files' } | { name: 'templates' } | { name: 'layouts' } | { name: 'batches'; batch: number | null } | { name: 'batch'; batch: number; place: DocumentPlace | null }

/** Files in: the list at the left, the four steps of the current file, and what was taken in before. */
export function ImportsPage({ original, onStatus }: Props) {
  const { jobs, isPending } = useImportJobs()
  const [view, setView] = useState<View>(() => documentOf(original) ?? { name: 'files' })
  const [chosen, setChosen] = useState<number | null>(null)
  const [steps, setSteps] = useState<ReadonlyMap<number, ImportStep>>(new Map())
  const [places, setPlaces] = useState<ReadonlyMap<number, Place>>(new Map())
  const [said, setSaid] = useSaid()
  const actions = useImportActions(setSaid)
  const closing = useCloseFiles(jobs, (ids) => actions.run({ name: 'imports.close', input: { jobs: ids } }))
  const current = jobs.find(({ job }) => job === chosen) ?? jobs[0]
  const step = current ? (steps.get(current.job) ?? (current.state === 'done' ? 'result' : 'sheet')) : null
  const place = (current ? places.get(current.job) : undefined) ?? firstPlace

  const setStep = (next: ImportStep, job = current?.job): void => {
    if (job !== undefined) setSteps((before) => new Map(before).set(job, next))
  }
  const setPlace = (words: Partial<Place>, job = current?.job): void => {
    if (job !== undefined) setPlaces((before) => new Map(before).set(job, { ...firstPlace, ...before.get(job), ...words }))
  }
  const choose = (job: number): void => {
    setSaid('')
    setChosen(job)
    const opened = jobs.find((candidate) => candidate.job === job)
    // A file that asks is opened where it asks.
    if (opened?.state === 'ready' && opened.open > 0 && !steps.has(job)) setStep('rows', job)
  }
  /** What is written is watched where its result will be. */
  const watchResults = (ids: readonly number[]): void => {
    setSteps((before) => new Map([...before, ...ids.map((id) => [id, 'result'] as const)]))
    const [first] = ids
    if (first !== undefined && (current === undefined || !ids.includes(current.job))) choose(first)
  }
  const nextDoubt = async (): Promise<void> => {
    if (!current) return
    const after = step === 'rows' && Object.keys(place.filter).length === 0 ? (place.row ?? -1) : -1
    const { place: found } = await callBridge('imports.nextDoubt', { job: current.job, after })
    const other = found === null ? jobs.find((job) => job.job !== current.job && isDoubtful(job)) : undefined
    if (found !== null) {
      setPlace({ filter: {}, row: found, shown: null })
      setStep('rows')
    } else if (other) {
      choose(other.job)
      if (other.state === 'ready') setStep('rows', other.job)
    } else setSaid(t('imports.noDoubt'))
  }
  useImportKeys({
    onNextDoubt: () => void nextDoubt(),
    onFile(by) {
      const next = jobs[jobs.findIndex((job) => job === current) + by]
      if (next) choose(next.job)
    },
  })
  const originalError = useOriginal(original, (job) => {
    choose(job)
    setStep('rows', job)
    setPlace({ filter: { verdict: 'review' } }, job)
  })
  const error: unknown = actions.error ?? originalError
  const status = useEffectEvent(() => onStatus(said !== '' ? said : statusOf(current, step, place)))
  useEffect(() => status(), [said, current, step, place])

  const openFiles = (files: string[]): void => actions.run({ name: 'imports.open', input: { files } })
  if (view.name === 'batch') {
    const { batch, place: row } = view
    return (
      <>
        <StepHead current={null} onStep={() => undefined}>
          <Button onClick={() => setView({ name: 'batches', batch: null })}>{t('batch.list')}</Button>
          <Button type="text" onClick={() => setView({ name: 'files' })}>{t('imports.files')}</Button>
        </StepHead>
        <BatchDocumentView key={batch} batch={batch} place={row} />
      </>
    )
  }
  if (view.name === 'batches') {
    return (
      <>
        <StepHead current={null} onStep={() => undefined}><Button onClick={() => setView({ name: 'files' })}>{t('imports.files')}</Button></StepHead>
        <BatchesView initial={view.batch} onSaid={setSaid} onOpen={(batch) => setView({ name: 'batch', batch, place: null })} onAgain={(job) => { choose(job); setView({ name: 'files' }) }} />
      </>
    )
  }
  if (view.name === 'templates') {
    return (
      <>
        <StepHead current={null} onStep={() => undefined}><Button onClick={() => setView({ name: 'files' })}>{t('imports.files')}</Button></StepHead>
        <TemplatesView onSaid={setSaid} />
      </>
    )
  }
  if (view.name === 'layouts') {
    return (
      <>
        <StepHead current={null} onStep={() => undefined}><Button onClick={() => setView({ name: 'files' })}>{t('imports.files')}</Button></StepHead>
        <LayoutsView onSaid={setSaid} />
      </>
    )
  }
  return (
    <>
      <StepHead current={step} onStep={setStep}>
        <Button type="text" onClick={() => setView({ name: 'templates' })}>{t('collection.make')}</Button>
        <Button type="text" onClick={() => setView({ name: 'layouts' })}>{t('imports.layouts')}</Button>
        <Button type="text" onClick={() => setView({ name: 'batches', batch: null })}>{t('imports.batches')}</Button>
        {current && step ? <Tools job={current} jobs={jobs} step={step} actions={actions} onStep={setStep} onCommitted={watchResults} /> : null}
      </StepHead>
      {closing.holder}
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      {current && step ? (
        <div className="imports">
          <FileList jobs={jobs} current={current.job} onChoose={choose} onClose={closing.close} onFiles={openFiles} />
          <JobSteps
            key={current.job} job={current} step={step} place={place} actions={actions} onPlace={setPlace} onStep={setStep} onBatch={(batch) => setView({ name: 'batches', batch })}
            allFiles={<AllFilesResult jobs={jobs} onQuestions={(job) => { choose(job); setStep('rows', job) }} />}
          />
        </div>
      ) : isPending ? null : <NoFiles onFiles={openFiles} onSamples={() => actions.run({ name: 'imports.openSamples', input: {} })} />}
    </>
  )
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

function NoFiles({ onFiles, onSamples }: { onFiles(files: string[]): void; onSamples(): void }) {
  const { ask, holder } = useConfirm()
  const offerSamples = async (): Promise<void> => {
    if (await ask({ title: t('imports.samplesQuestion'), text: t('imports.samplesWarning'), ok: t('imports.samplesOpen'), cancel: t('imports.samplesLeave') })) onSamples()
  }
  return (
    <div className="import-empty">
      <p>{t('imports.empty')}</p>
      <TableButton isPrimary onFiles={onFiles} />
      <p className="secondary">{t('imports.samplesHint')}</p>
      <Button onClick={() => void offerSamples()}>{t('imports.openSamples')}</Button>
      {holder}
    </div>
  )
}

/** What can be done with the current file at this step; one filled button. */
function Tools({ job, jobs, step, actions, onStep, onCommitted }: { job: ImportJob; jobs: readonly ImportJob[]; step: ImportStep; actions: ImportActions; onStep(step: ImportStep): void; onCommitted(jobs: readonly number[]): void }) {
  const at = importSteps.indexOf(step)
  const previous = importSteps[at - 1]
  const next = importSteps[at + 1]
  const isBusy = ['queued', 'reading', 'commit_queued', 'writing'].includes(job.state)
  const out = outRows(job)
  const ready = jobs.filter(isCommittable)
  // After a writing the rest is judged again; how many are ready is known when that is done.
  const isSettled = jobs.every(({ state }) => state !== 'queued' && state !== 'reading')
  const canCommitAll = step === 'result' ? job.state === 'done' && isSettled && ready.length > 0 : ready.length > 1
  const commit = (which: readonly ImportJob[]): void => {
    const ids = which.map((other) => other.job)
    actions.run({ name: 'imports.commit', input: { jobs: ids } })
    onCommitted(ids)
  }
  return (
    <>
      {isBusy ? <Button onClick={() => actions.run({ name: 'imports.cancel', input: { job: job.job } })}>{t('imports.cancel')}</Button> : null}
      {job.state === 'cancelled' || job.state === 'refused' ? <Button onClick={() => actions.run({ name: 'imports.setFile', input: { job: job.job } })}>{t('imports.reread')}</Button> : null}
      {(step === 'rows' || step === 'result') && out > 0 ? <Button onClick={() => actions.giveBack({ of: { job: job.job }, file: job.file })}>{t('imports.giveBack', { count: out })}</Button> : null}
      {canCommitAll ? <Button type={step === 'result' ? 'primary' : 'default'} onClick={() => commit(ready)}>{t('imports.commitAll', { files: ready.length })}</Button> : null}
      {previous && job.state !== 'done' ? <Button onClick={() => onStep(previous)}>{t('imports.previous', { step: textOf(`imports.step.${previous}`) })}</Button> : null}
      {step === 'rows' ? (
        <Button type="primary" disabled={job.state !== 'ready' || readyRows(job) === 0} onClick={() => commit([job])}>{t('imports.commit', { count: readyRows(job) })}</Button>
      ) : next && step !== 'result' ? (
        <Button type="primary" disabled={job.verdicts === null} onClick={() => onStep(next)}>{t('imports.next', { step: textOf(`imports.step.${next}`) })}</Button>
      ) : null}
    </>
  )
}

function statusOf(job: ImportJob | undefined, step: ImportStep | null, { shown }: Place): string {
  if (!job || job.verdicts === null) return t('imports.dryRunHint')
  if (step !== 'rows') return t('imports.dryRunHint')
  const summary = t('imports.rows.summary', { ready: readyRows(job), open: job.open, rejected: outRows(job) - job.open, total: allRows(job) })
  if (shown === null) return summary
  return `${shown.sheetName === null ? t('imports.rows.position', { row: shown.row }) : t('imports.rows.sheetPosition', { sheet: shown.sheetName, row: shown.row })}　${summary}`
}
