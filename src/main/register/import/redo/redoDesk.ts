import type { RedoPreview } from '../../../../shared/bridge/batches'
import type { Job } from '../../../../shared/bridge/jobs'
import { keyOf } from '../../../../shared/domain/catalogue/fields'
import { listNameOf } from '../../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../../shared/domain/result'
import { operatorOf } from '../../opened/operatorOf'
import type { RegisterSession } from '../../opened/session'
import { nameOf } from '../../records/shown/recordTitle'
import { createImportServices } from '../services'
import { shownKeys, withTitles } from '../session/batchDesk'
import type { FileWorkContext } from '../session/importSessionContext'
import type { RedoPlan } from './planRedo'
import { planRedoOf, writeRedo } from './redoBatch'

type Counts = Pick<RedoPreview, 'restored' | 'changed' | 'kept' | 'missing'>

/** Redoes of undone batches: looked at first, then written; both can be given up, and tell how far they are. */
export class RedoDesk {
  private readonly running = new Map<number, AbortController>()
  /** What was looked at last holds as long as nothing else is written. */
  private looked: { batch: number; path: string; plan: RedoPlan } | null = null

  constructor(private readonly context: FileWorkContext) {}

  /** @returns what {@link planRedoOf} refuses, or job_cancelled */
  async preview(batch: number, password?: string): Promise<Result<RedoPreview>> {
    return this.run(batch, async (session, signal) => {
      const plan = await this.plan(session, batch, signal, password)
      return plan.ok ? succeed(await describe(session, plan.value)) : plan
    })
  }

  /** @returns what {@link planRedoOf} and the writer refuse */
  async redo(batch: number, password?: string): Promise<Result<Counts>> {
    return this.run(batch, async (session, signal) => {
      const plan = await this.plan(session, batch, signal, password)
      if (!plan.ok) return plan
      // It is written now, however long it was looked at.
      const { register, now } = this.context
      const tell = (done: number, total: number): void => this.tell(batch, 'job.redo', done, total)
      const applied = await writeRedo({ ...plan.value, changes: { ...plan.value.changes, at: now() } }, { apply: (changes) => register.apply(changes, { signal, onProgress: tell }), grow: () => register.grow({ signal }), onSent: tell })
      this.looked = null
      return applied.ok ? succeed(countsOf(plan.value)) : applied
    })
  }

  /** Gives up a redo, and what was looked at for it. @returns whether one was running */
  cancel(batch: number): boolean {
    if (this.looked?.batch === batch) this.looked = null
    return this.stop(batch)
  }

  private stop(batch: number): boolean {
    const running = this.running.get(batch)
    running?.abort()
    return running !== undefined
  }

  private async plan(session: RegisterSession, batch: number, signal: AbortSignal, password?: string): Promise<Result<RedoPlan>> {
    const { looked } = this
    if (looked?.batch === batch && looked.path === session.path && looked.plan.changes.readAt === await session.store.sequence()) return succeed(looked.plan)
    // A plan is as large as its file: one at a time is kept.
    this.looked = null
    const { openWorkbook, today, now, programVersion } = this.context
    const services = await createImportServices(session.store, { open: openWorkbook })
    const operator = await operatorOf(session.store.info)
    const plan = await planRedoOf(session.path, batch, {
      today: today(), at: now(), operator, programVersion, signal, ...(password === undefined ? {} : { password }), onProgress: ({ read, size }) => this.tell(batch, 'job.redoRead', read, size),
    }, services)
    if (plan.ok) this.looked = { batch, path: session.path, plan: plan.value }
    return plan
  }

  private async run<T>(batch: number, work: (session: RegisterSession, signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    const session = this.context.register.session()
    if (!session.ok) return session
    this.stop(batch)
    const abort = new AbortController()
    this.running.set(batch, abort)
    try {
      return await work(session.value, abort.signal)
    } finally {
      if (this.running.get(batch) === abort) this.running.delete(batch)
      // Whoever asked is told how it went; the bar only has to forget it.
      this.context.emit('job.ended', { ...redoJob(batch, 'job.redo'), code: null })
    }
  }

  private tell(batch: number, name: RedoStep, done: number, total: number): void {
    this.context.emit('job.progress', { ...redoJob(batch, name), done, total })
  }
}

type RedoStep = 'job.redoRead' | 'job.redo'

function redoJob(batch: number, name: RedoStep): Job {
  return { jobId: `redo:${batch}`, name, cancel: { call: 'batches.cancelRedo', input: { batch } } }
}

function countsOf({ answer: { records, missing } }: RedoPlan): Counts {
  return { ...records, missing: missing.length }
}

async function describe({ store, places: { words } }: RegisterSession, plan: RedoPlan): Promise<RedoPreview> {
  const { changes, packed, answer } = plan
  const restored = [...firstOf(packed.records(), shownKeys), ...(changes.restores ?? [])].slice(0, shownKeys)
  const others = (how: 'changed' | 'kept') => withTitles({ store, words }, answer.others.filter((other) => other.how === how).slice(0, shownKeys).map(({ kind, key }) => ({ kind, key })))
  return {
    batch: answer.batch, ...countsOf(plan),
    restoredKeys: restored.map(({ kind, values }) => ({ kind: listNameOf[kind], key: keyOf({ kind, values }), title: nameOf(kind, values, words) })),
    changedKeys: await others('changed'), keptKeys: await others('kept'), missingRows: answer.missing.slice(0, shownKeys),
  }
}

function firstOf<T>(items: Iterable<T>, most: number): T[] {
  const first: T[] = []
  for (const item of items) if (first.push(item) >= most) break
  return first
}
