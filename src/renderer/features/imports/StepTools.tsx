import { Button } from 'antd'
import type { ImportJob } from '../../../shared/bridge/imports'
import { t, textOf } from '../../../shared/text/t'
import { isCommittable, outRows, readyRows } from './importWords'
import { importSteps, type ImportStep } from './StepHead'
import type { ImportActions } from './useImportActions'

interface Props {
  job: ImportJob
  jobs: readonly ImportJob[]
  step: ImportStep
  actions: ImportActions
  onStep(step: ImportStep): void
  onCommitted(jobs: readonly number[]): void
}

/** What can be done with the current file at this step; one filled button. */
export function StepTools({ job, jobs, step, actions, onStep, onCommitted }: Props) {
  const at = importSteps.indexOf(step)
  const previous = importSteps[at - 1]
  const next = importSteps[at + 1]
  const isBusy = ['queued', 'reading', 'commit_queued', 'writing'].includes(job.state)
  const out = outRows(job)
  const ready = jobs.filter(isCommittable)
  // After a writing the rest is judged again; how many are ready is known when that is done.
  const isSettled = jobs.every(({ state }) => state !== 'queued' && state !== 'reading')
  const isDone = job.state === 'done'
  const canCommitAll = step === 'result' && isDone ? isSettled && ready.length > 0 : ready.length > 1
  // Whoever looked ahead at the result commits there too.
  const canCommit = step === 'rows' || (step === 'result' && job.state === 'ready')
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
      {canCommitAll ? <Button type={step === 'result' && isDone ? 'primary' : 'default'} onClick={() => commit(ready)}>{t('imports.commitAll', { files: ready.length })}</Button> : null}
      {previous && !isDone ? <Button onClick={() => onStep(previous)}>{t('imports.previous', { step: textOf(`imports.step.${previous}`) })}</Button> : null}
      {canCommit ? (
        <Button type="primary" disabled={job.state !== 'ready' || readyRows(job) === 0} onClick={() => commit([job])}>{t('imports.commit', { count: readyRows(job) })}</Button>
      ) : next && step !== 'result' ? (
        <Button type="primary" disabled={job.verdicts === null} onClick={() => onStep(next)}>{t('imports.next', { step: textOf(`imports.step.${next}`) })}</Button>
      ) : null}
    </>
  )
}
