import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, Refusal, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { createFileStore } from '../../../store/fileStore'
import type { ReadEvent, ReadOptions } from '../../../workbook/types'
import type { OpenedRegister } from '../../opened/openedRegister'
import { operatorOf } from '../../opened/operatorOf'
import type { RegisterSession } from '../../opened/session'
import type { ImportAnswer } from '../answer'
import { importFile } from '../importFile'
import type { ImportOptions, ImportServices, ImportTurns } from '../importOptions'
import type { MapFile } from '../mapFile'
import { originalOf } from '../originalFile'
import { createImportServices } from '../services'
import type { ImportJob } from './importJob'
import { ProgressMeter } from './progressMeter'

export type OpenWorkbook = (path: string, options: ReadOptions) => AsyncIterable<ReadEvent> & { cancel?(): void }

export interface RunContext {
  register: OpenedRegister
  openWorkbook: OpenWorkbook
  today: string
  now: number
  programVersion: string
}

type Watch = Pick<ImportOptions, 'dryRun' | 'observer'> & { onProgress(meter: NonNullable<ImportJob['progress']>): void; onWritten(done: number, total: number): void }

/** Reads and judges a job's file, and writes it unless it is a dry run. */
export async function runImport(job: ImportJob, session: RegisterSession, context: RunContext, watch: Watch): Promise<Result<ImportAnswer>> {
  const signal = job.abort?.signal ?? new AbortController().signal
  const meter = new ProgressMeter(watch.onProgress)
  const { kind, district, statusDate } = job.settings
  const sheets = sheetsOf(job)
  const map = mapOf(job)
  return importFile(job.path, {
    ...(kind === null ? {} : { as: kind }), ...(district === null ? {} : { district }), ...(statusDate === null ? {} : { statusDate }),
    ...(sheets ? { sheets } : {}), ...(map ? { map } : {}), ...(job.password === null ? {} : { password: job.password }),
    answers: Object.fromEntries(job.answers), ...(job.kept.size === 0 ? {} : { keep: [...job.kept.keys()] }), dryRun: watch.dryRun ?? true, ...(watch.observer ? { observer: watch.observer } : {}),
    today: context.today, at: context.now, operator: await operatorOf(session.store.info), programVersion: context.programVersion,
    signal, turns: turnsUnless(signal), onProgress: meter.take,
  }, await servicesFor(session, context, { signal, judged: job.answer?.sha256 ?? null, onWritten: watch.onWritten }))
}

interface WriteWatch { signal: AbortSignal; judged: string | null; onWritten(done: number, total: number): void }

/** The session only reads; what is written goes through the register's writer. */
function servicesFor(session: RegisterSession, { register, openWorkbook }: RunContext, { signal, judged, onWritten }: WriteWatch): Promise<ImportServices> {
  const files = createFileStore(session.path)
  const store = { ...session.store, apply: (changes: Parameters<typeof session.store.apply>[0]) => register.apply(changes, { signal, onProgress: onWritten }) }
  return createImportServices(store, {
    grow: () => register.grow({ signal, onProgress: onWritten }),
    original: (batch) => originalOf(session.path, batch),
    open: (path, options) => endedBy(signal, openWorkbook(path, options)),
    async keepOriginal(path, sha256) {
      if (judged !== null && judged !== sha256) return fail('file_changed')
      const kept = await files.keep(path)
      return kept.ok ? succeed(null) : kept
    },
  })
}

/** Judged in some ten milliseconds: a page of a list waits no longer for them than it takes itself. */
const stepRows = 100

/** Between two steps, what is waiting (a cancel, a page of a list) is answered. */
function turnsUnless(signal: AbortSignal): ImportTurns {
  return {
    rows: stepRows,
    async give() {
      await nextTurn()
      if (signal.aborted) throw new Refusal('job_cancelled')
    },
  }
}

/** Ends the parser when the job is cancelled, even while it says nothing. */
function endedBy(signal: AbortSignal, reading: ReturnType<OpenWorkbook>): AsyncIterable<ReadEvent> {
  const cancel = (): void => reading.cancel?.()
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })
  return reading
}

/** Names of the sheets to read, when hidden ones were asked for. */
function sheetsOf({ settings, reading }: ImportJob): string[] | null {
  const all = reading?.workbook?.sheets ?? []
  if (settings.included.size === 0) return null
  return all.filter(({ state, index, name }) => name !== null && (state === 'visible' || settings.included.has(index) || reading?.sheets.has(index) === true)).map(({ name }) => name ?? '')
}

function mapOf({ settings, reading }: ImportJob): MapFile | null {
  const entries = [...settings.sheets].map(([index, entry]) => [reading?.sheetName(index) ?? '', entry] as const)
  const { rememberedMap } = settings
  return entries.length === 0 ? rememberedMap : { ...rememberedMap, ...Object.fromEntries(entries) }
}

/** Lists that were needed to judge only; the window pages through the ledger instead. */
export function withoutRows(answer: ImportAnswer): ImportAnswer {
  return { ...answer, skipped: [], repaired: [], notices: answer.notices.filter(({ row }) => row === null) }
}

/** Whether a password opens the file; of old ways of encryption none does. */
export function isLocked({ code, details }: Failure): boolean {
  return code === 'wrong_password' || (code === 'encrypted' && details?.['what'] !== 'method')
}
