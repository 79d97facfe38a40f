import { statSync } from 'node:fs'
import type { JobState } from '../../../shared/bridge/imports'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import { createCounting } from '../counting'
import { operatorOf } from '../opened/operatorOf'
import type { RegisterSession } from '../opened/session'
import { DistrictDirectory } from './districtDirectory'
import type { PendingChanges } from './forecast/pendingChanges'
import { filesGiven } from './givenFiles'
import { readLayouts } from './layouts/layout'
import { keepLayouts } from './layouts/layoutDesk'
import { layoutsOf } from './layouts/learnLayouts'
import { recallLayouts } from './layouts/recallLayouts'
import { fileWork } from './session/fileWork'
import { Forecasts } from './session/forecasts'
import { compareSnapshots, takeSnapshot } from './session/indicatorEffect'
import { JudgedFile, newJob, type ImportJob, type Progress } from './session/importJob'
import type { ImportSessionContext } from './session/importSessionContext'
import { JobQueue } from './session/jobQueue'
import { isLocked, runImport, withoutRows, type RunContext } from './session/runImport'
import { createImportServices } from './services'

/**
 * The files that the clerk is taking in. Each waits its turn, is read and judged, answers questions from what was kept
 * of it, is judged again when she says more about it, and is written when she commits it. Nothing here survives the
 * process: a file that was not committed is simply opened again.
 */
export class ImportSession {
  private readonly jobs = new Map<number, ImportJob>()
  private readonly queue = new JobQueue()
  private nextId = 1
  readonly forecasts: Forecasts
  private registerPath: string | null = null

  constructor(readonly context: ImportSessionContext) {
    this.forecasts = new Forecasts({ context, queue: this.queue, jobs: () => [...this.jobs.values()], renew: (job) => this.renew(job) })
  }

  /** Jobs of the register that is open now; those of another one are dropped. */
  list(): ImportJob[] {
    const session = this.context.register.session()
    const path = session.ok ? session.value.path : null
    if (path !== this.registerPath) {
      this.close([...this.jobs.keys()])
      this.registerPath = path
    }
    return [...this.jobs.values()]
  }

  /** @returns list_expired when the file was closed */
  find(id: number): Result<ImportJob> {
    const job = this.list().find((candidate) => candidate.id === id)
    return job ? succeed(job) : fail('list_expired')
  }

  /** The open file that a batch was taken from. */
  ofBatch(batch: number): ImportJob | undefined {
    return this.list().find(({ originalOf, answer, state }) => state !== 'refused' && (originalOf === batch || answer?.batch === batch))
  }

  async districts(): Promise<DistrictDirectory> {
    const session = this.context.register.session()
    if (!session.ok) throw new Error('no register')
    return (await createImportServices(session.value.store)).districts
  }

  /** Queues files, and the tables in folders; a file that cannot be found is a job that says so. */
  open(paths: readonly string[], prepare: (job: ImportJob) => void = () => undefined): ImportJob[] {
    this.list()
    return filesGiven(paths).map((path) => {
      const job = newJob(this.nextId++, path, sizeOf(path))
      prepare(job)
      this.jobs.set(job.id, job)
      this.judge(job)
      return job
    })
  }

  /** Reads the file again with all that the clerk has said about it; what was there stays to be looked at. */
  judge(job: ImportJob): void {
    this.stop(job)
    this.become(job, 'queued')
    this.queue.add(job.id, () => this.runJudge(job))
  }

  /** Writes files in the order given: what a later one builds on, like the directory of units, comes before it. */
  commit(jobs: readonly ImportJob[]): void {
    for (const job of jobs) {
      if (job.state !== 'ready') continue
      this.become(job, 'commit_queued')
      this.queue.add(job.id, () => this.runCommit(job), true)
    }
    this.forecasts.changed()
  }

  /** @returns whether there was anything to cancel */
  cancel(job: ImportJob): boolean {
    const wasWaiting = this.queue.remove(job.id)
    const wasRunning = job.abort !== null
    job.abort?.abort()
    if (wasWaiting && !wasRunning) this.become(job, job.answer === null ? 'cancelled' : 'ready')
    return wasWaiting || wasRunning
  }

  close(ids: readonly number[]): void {
    for (const id of ids) {
      const job = this.jobs.get(id)
      if (!job) continue
      this.stop(job)
      job.password = null
      job.dispose?.()
      this.jobs.delete(id)
      this.context.emit('job.ended', { ...fileWork(job, 'job.import'), code: null })
      this.context.emit('imports.changed', { job: id })
    }
    this.forecasts.changed()
  }

  runContext(): RunContext {
    const { register, openWorkbook, today, now, programVersion } = this.context
    return { register, openWorkbook, today: today(), now: now(), programVersion }
  }

  private stop(job: ImportJob): void {
    this.queue.remove(job.id)
    job.abort?.abort()
    job.abort = null
  }

  private async runJudge(job: ImportJob): Promise<void> {
    let changes: PendingChanges | null = null
    await this.run(job, 'reading', async (session) => {
      const reading = new JudgedFile(job.answers, session.places.words)
      const judgedAt = await session.store.sequence()
      const judged = await runImport(job, session, this.runContext(), { dryRun: true, observer: reading, onProgress: (progress) => this.tell(job, progress), onWritten: () => undefined })
      if (judged.ok || reading.workbook !== null) job.reading = reading
      if (!judged.ok) return judged
      job.answer = withoutRows(judged.value)
      job.judgedAt = judgedAt
      job.forecast = null
      changes = reading.takeChanges()
      return succeed('ready')
    })
    if (await this.recall(job)) return
    this.forecasts.judged(job, changes)
  }

  /** Reads a file again as its likes were read. @returns whether it waits for that now */
  private async recall(job: ImportJob): Promise<boolean> {
    const session = this.context.register.session()
    const isJudged = job.state === 'ready' || (job.state === 'refused' && job.reading !== null)
    if (!session.ok || !isJudged || !recallLayouts(job, await readLayouts(session.value.store.info))) return false
    this.judge(job)
    return true
  }

  /** Keeps how a committed file was read for the next ones of its kind, where the clerk wants that. */
  private async learn(job: ImportJob): Promise<void> {
    const session = this.context.register.session()
    if (!session.ok || !job.isRemembered) return
    const { info } = session.value.store
    const layouts = layoutsOf(job, { at: this.context.now(), operator: await operatorOf(info) })
    if (layouts.length > 0) await keepLayouts(this.context.register, layouts, this.context.now())
  }

  private async runCommit(job: ImportJob): Promise<void> {
    await this.run(job, 'writing', async (session) => {
      await this.context.beforeWriting?.(job.answer?.rows.read ?? 0)
      const year = this.forecasts.yearOf(job)
      const counting = await createCounting(session.store, session.columns)
      const before = await takeSnapshot(counting, year)
      const written = await runImport(job, session, this.runContext(), {
        dryRun: false, onProgress: (progress) => this.tell(job, progress), onWritten: (done, total) => this.tellWritten(job, done, total),
      })
      if (!written.ok) return written
      job.answer = withoutRows(written.value)
      job.effect = compareSnapshots(before, await takeSnapshot(counting, year))
      return succeed('done')
    })
    if (job.state !== 'done') return
    if (job.reading) job.reading.touched = null
    await this.learn(job)
    this.judgeStale()
  }

  /** Files judged before the register changed are judged again, after all that waits to be written. */
  private judgeStale(): void {
    const isWriting = [...this.jobs.values()].some(({ state }) => state === 'commit_queued' || state === 'writing')
    if (isWriting) return
    for (const job of this.jobs.values()) if (job.state === 'ready') this.judge(job)
  }

  private async run(job: ImportJob, state: JobState, work: (session: RegisterSession) => Promise<Result<JobState>>): Promise<void> {
    const session = this.context.register.session()
    if (!session.ok || !this.jobs.has(job.id)) return
    const abort = new AbortController()
    job.abort = abort
    this.become(job, state)
    const result = await work(session.value).catch((error: unknown): Failure => {
      // A register that was closed under the run, for another one or for a moment, is no bug.
      if (!this.isOpen(session.value)) return fail('register_unavailable')
      console.error(error)
      return fail('unexpected')
    })
    // A newer run of the same file speaks for it.
    if (job.abort !== abort) return
    job.abort = null
    job.progress = null
    job.failure = result.ok ? null : result
    this.become(job, result.ok ? result.value : stateAfter(result, job))
    this.context.emit('job.ended', { ...fileWork(job, 'job.import'), code: result.ok ? null : result.code })
  }

  private isOpen(session: RegisterSession): boolean {
    const now = this.context.register.session()
    return now.ok && now.value === session
  }

  /** Says that there is something new to ask about the job. */
  renew(job: ImportJob): void {
    job.revision++
    this.context.emit('imports.changed', { job: job.id })
  }

  private become(job: ImportJob, state: JobState): void {
    job.state = state
    this.renew(job)
  }

  private tell(job: ImportJob, progress: Progress): void {
    job.progress = progress
    const { read, size, rowsPerSecond, remainingMs } = progress
    this.context.emit('job.progress', { ...fileWork(job, 'job.import'), done: read, total: size, rowsPerSecond, ...(remainingMs === null ? {} : { remainingMs }) })
    this.context.emit('imports.changed', { job: job.id })
  }

  private tellWritten(job: ImportJob, done: number, total: number): void {
    this.context.emit('job.progress', { ...fileWork(job, 'job.importWrite'), done, total })
  }
}

function stateAfter(failure: Failure, job: ImportJob): JobState {
  const { code } = failure
  if (isLocked(failure)) return 'locked'
  // What was judged stays judged when only the writing failed or was cancelled.
  if (job.answer !== null && job.answer.batch === null && (code === 'job_cancelled' || code === 'disk_full' || code === 'register_in_use' || code === 'job_interrupted' || code === 'file_not_writable')) return 'ready'
  return code === 'job_cancelled' ? 'cancelled' : 'refused'
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
