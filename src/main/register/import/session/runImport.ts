import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, Refusal, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { createFileStore } from '../../../store/fileStore'
import type { ReadEvent, ReadOptions } from '../../../workbook/types'
import type { OpenedRegister } from '../../opened/openedRegister'
import { operatorOf } from '../../opened/operatorOf'
import type { RegisterSession } from '../../opened/session'
import type { ImportAnswer } from '../answer'
import { importFile } from '../importFile'
import type { ImportOptions, ImportServices } from '../importOptions'
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
    signal, onProgress: meter.take,
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
    open: (path, options) => inSteps(openWorkbook(path, options), signal),
    async keepOriginal(path, sha256) {
      if (judged !== null && judged !== sha256) return fail('file_changed')
      const kept = await files.keep(path)
      return kept.ok ? succeed(null) : kept
    },
  })
}

/** So many rows are judged without looking up: some tens of milliseconds. */
const stepRows = 500

/**
 * Ends the parser when the job is cancelled, even while it says nothing, and hands its rows on in small steps with a
 * turn of the loop before each: what is waiting (a cancel, a page of a list) is answered between two steps.
 */
async function* inSteps(reading: ReturnType<OpenWorkbook>, signal: AbortSignal): AsyncGenerator<ReadEvent> {
  const cancel = (): void => reading.cancel?.()
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })
  for await (const event of reading) {
    if (event.type !== 'rows') {
      yield event
      continue
    }
    for (let start = 0; start < event.rows.length; start += stepRows) {
      await nextTurn()
      if (signal.aborted) throw new Refusal('job_cancelled')
      yield { ...event, rows: event.rows.slice(start, start + stepRows) }
    }
  }
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

