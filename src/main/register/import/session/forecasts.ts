import type { AllFilesForecast } from '../../../../shared/bridge/imports'
import type { Job } from '../../../../shared/bridge/jobs'
import { Refusal } from '../../../../shared/domain/result'
import { createCounting } from '../../counting'
import type { RegisterSession } from '../../opened/session'
import type { JobWatch } from '../../runJob'
import { forecastEffect } from '../forecast/forecastEffect'
import { mergePending } from '../forecast/mergePending'
import { countChanges, type PendingChanges } from '../forecast/pendingChanges'
import { fileWork } from './fileWork'
import type { ImportJob } from './importJob'
import type { ImportSessionContext } from './importSessionContext'
import { takeSnapshot, type IndicatorEffect, type IndicatorSnapshot } from './indicatorEffect'
import type { JobQueue } from './jobQueue'

/** A file of more changes is not kept waiting: its forecast is worked out at once. */
const largeForecast = 20_000
/** Place in the queue of what all files do together; files are numbered from 1. */
const allFiles = 0
const allFilesWork: Job = { jobId: 'imports:forecast', name: 'job.forecast', cancel: null }

/** What the forecasts need of the files on their way in. */
export interface ForecastDesk {
  context: ImportSessionContext
  queue: JobQueue
  jobs(): ImportJob[]
  renew(job: ImportJob): void
}

/** What commits would do to the leader's indicators: of each file by itself, and of all that are ready together. */
export class Forecasts {
  private joint: AllFilesForecast | null = null
  private running: AbortController | null = null
  /** The figures as they are, for as long as the register stays as it is. */
  private before: { sequence: number; years: Map<number, IndicatorSnapshot> } = { sequence: -1, years: new Map() }

  constructor(private readonly desk: ForecastDesk) {}

  /** Null when fewer than two files are ready, or it is not known yet. */
  ofAllFiles(): AllFilesForecast | null {
    return this.joint
  }

  /** Is worked out after all files were read; of a large file at once, for its memory. */
  judged(job: ImportJob, changes: PendingChanges | null): void {
    if (job.state === 'ready' && changes !== null) this.desk.queue.add(job.id, () => this.runOne(job, changes), countChanges(changes) > largeForecast)
    // A file that is no longer ready takes what all of them do with it.
    this.changed()
  }

  /** The files that are ready are others now. */
  changed(): void {
    this.running?.abort()
    this.joint = null
    this.desk.queue.add(allFiles, () => this.runAll())
  }

  /** The year that the figures before and after are compared in: the one most rows report, else the last that is over. */
  yearOf({ reading }: ImportJob): number {
    const thisYear = Number(this.desk.context.today().slice(0, 4))
    return reading?.ledger.commonYear(thisYear) ?? thisYear - 1
  }

  private async runOne(job: ImportJob, changes: PendingChanges): Promise<void> {
    const session = await this.sessionOf([job])
    if (session === null) return
    const abort = new AbortController()
    job.abort = abort
    const effect = await this.effect(session, changes, this.yearOf(job), abort.signal, fileWork(job, 'job.forecast'))
    if (job.abort !== abort) return
    job.abort = null
    job.forecast = effect
    this.desk.renew(job)
  }

  private async runAll(): Promise<void> {
    const ready = this.desk.jobs().filter(({ state }) => state === 'ready')
    const known = ready.filter(({ reading }) => reading?.touched)
    const session = await this.sessionOf(known)
    if (ready.length < 2 || known.length === 0 || session === null) return
    const abort = new AbortController()
    this.running = abort
    const changes = mergePending(known.flatMap(({ reading }) => reading?.touched ?? []))
    const effect = await this.effect(session, changes, this.commonYear(known), abort.signal, allFilesWork)
    if (this.running !== abort) return
    this.running = null
    if (abort.signal.aborted || effect === null) return
    this.joint = { files: known.length, leftOut: ready.length - known.length, effect }
    this.desk.context.emit('imports.changed', { job: allFiles })
  }

  /** The register that all of these were judged against; null when it has moved on. */
  private async sessionOf(jobs: readonly ImportJob[]): Promise<RegisterSession | null> {
    const session = this.desk.context.register.session()
    if (!session.ok) return null
    const sequence = await session.value.store.sequence()
    return jobs.every(({ state, judgedAt }) => state === 'ready' && judgedAt === sequence) ? session.value : null
  }

  private async effect(session: RegisterSession, changes: PendingChanges, year: number, signal: AbortSignal, work: Job): Promise<IndicatorEffect[] | null> {
    const { emit, register } = this.desk.context
    const tell = (done: number, total: number): void => emit('job.progress', { ...work, done, total })
    const watch = { signal, onProgress: tell }
    const effect = await this.figures(session, year, watch).then((before) => forecastEffect(session, changes, year, before, watch)).catch((error: unknown): null => {
      // Whoever closes the register needs no forecast for it.
      if (register.session().ok && !(error instanceof Refusal)) console.error(error)
      return null
    })
    emit('job.ended', { ...work, code: null })
    return effect
  }

  /** The figures of a year as they are: counted once for all files. */
  private async figures(session: RegisterSession, year: number, watch: Partial<JobWatch>): Promise<IndicatorSnapshot> {
    const sequence = await session.store.sequence()
    if (this.before.sequence !== sequence) this.before = { sequence, years: new Map() }
    const known = this.before.years.get(year) ?? await takeSnapshot(await createCounting(session.store, session.columns), year, watch)
    this.before.years.set(year, known)
    return known
  }

  /** The year of most files, however long each is: a database export of ten years must not decide for twelve reports; of equals the later. */
  private commonYear(jobs: readonly ImportJob[]): number {
    const files = new Map<number, number>()
    for (const job of jobs) files.set(this.yearOf(job), (files.get(this.yearOf(job)) ?? 0) + 1)
    const [best] = [...files].sort((a, b) => b[1] - a[1] || b[0] - a[0])
    return best?.[0] ?? Number(this.desk.context.today().slice(0, 4)) - 1
  }
}
