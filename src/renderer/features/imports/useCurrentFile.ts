import type { ImportJob } from '../../../shared/bridge/imports'
import { callBridge } from '../../bridge/bridgeClient'
import { useKept } from '../../components/keptState'
import { isDoubtful } from './importWords'
import { firstPlace, type Place } from './JobSteps'
import type { ImportStep } from './StepHead'

export interface CurrentFile {
  job: ImportJob | undefined
  step: ImportStep | null
  place: Place
  choose(job: number): void
  /** The file before or after the current one. */
  move(by: number): void
  /** @param job  the current one where left out */
  setStep(step: ImportStep, job?: number): void
  setPlace(words: Partial<Place>, job?: number): void
  /** What is written is watched where its result will be. */
  watchResults(jobs: readonly number[]): void
  /** Goes to the next row that waits for an answer, in this file or another. @returns whether there is one */
  toNextDoubt(): Promise<boolean>
}

/** Which of the files the clerk is at, and where in each: the step and the place in it are kept per file. */
export function useCurrentFile(jobs: readonly ImportJob[], onChosen: () => void): CurrentFile {
  const [chosen, setChosen] = useKept<number | null>('imports.file', null)
  const [steps, setSteps] = useKept<ReadonlyMap<number, ImportStep>>('imports.steps', new Map())
  const [places, setPlaces] = useKept<ReadonlyMap<number, Place>>('imports.places', new Map())
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
    onChosen()
    setChosen(job)
    const opened = jobs.find((candidate) => candidate.job === job)
    // A file that asks is opened where it asks.
    if (opened?.state === 'ready' && opened.open > 0 && !steps.has(job)) setStep('rows', job)
  }
  const watchResults = (ids: readonly number[]): void => {
    setSteps((before) => new Map([...before, ...ids.map((id) => [id, 'result'] as const)]))
    const [first] = ids
    if (first !== undefined && (current === undefined || !ids.includes(current.job))) choose(first)
  }
  const move = (by: number): void => {
    const next = jobs[jobs.findIndex((job) => job === current) + by]
    if (next) choose(next.job)
  }
  const toNextDoubt = async (): Promise<boolean> => {
    if (!current) return true
    const after = step === 'rows' && Object.keys(place.filter).length === 0 ? (place.row ?? -1) : -1
    const { place: found } = await callBridge('imports.nextDoubt', { job: current.job, after })
    if (found !== null) {
      setPlace({ filter: {}, row: found, shown: null })
      setStep('rows')
      return true
    }
    const other = jobs.find((job) => job.job !== current.job && isDoubtful(job))
    if (other === undefined) return false
    choose(other.job)
    if (other.state === 'ready') setStep('rows', other.job)
    return true
  }
  return { job: current, step, place, choose, move, setStep, setPlace, watchResults, toNextDoubt }
}
