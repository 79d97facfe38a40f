import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { HandlersOf } from '../../../shared/bridge/contract'
import type { importOperations } from '../../../shared/bridge/operations/importOperations'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { returnName } from '../../../shared/text/returnName'
import { hashFile } from '../../workbook/hashFile'
import { openParser } from '../../workbook/parserClient'
import type { CancellableJobs } from '../cancellableJobs'
import { forgetLayout, listLayouts } from '../import/layouts/layoutDesk'
import { ImportSession } from '../import/importSession'
import { sampleFiles } from '../import/sampleFiles'
import { listBatches, previewUndo, takeOriginal, undoThrough } from '../import/session/batchDesk'
import { columnsOf, rowPageOf, sheetRows } from '../import/session/jobViews'
import { describeDetail, describeJob } from '../import/session/describeJob'
import type { ImportJob } from '../import/session/importJob'
import { writeTemplate } from '../import/templates/writeTemplate'
import { returnJob, returnStoredBatch } from '../import/session/returnDesk'
import { answerQuestions, correctCell, keepField, setFile, setSheet, takeBackAnswer } from '../import/session/jobChanges'
import { repeatWords, wordsOf } from '../import/session/wordsKept'
import { operatorOf } from '../opened/operatorOf'
import { runNamedJob } from '../runJob'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

/** @param beforeWriting  keeps the register before a large import */
export function createImportHandlers(context: HandlerContext, jobs: CancellableJobs, beforeWriting: (rows: number) => Promise<void>): HandlersOf<keyof typeof importOperations> {
  const { register, today, version } = context
  const emit = context.emit ?? (() => undefined)
  const imports = new ImportSession({ register, emit, openWorkbook: context.openWorkbook ?? openParser, today, now: () => Date.now(), programVersion: version, beforeWriting })

  /** Undos that are being written, by batch. */
  const undos = new Map<number, AbortController>()

  async function described(jobs: readonly ImportJob[]) {
    const districts = await imports.districts()
    return succeed({ jobs: jobs.map((job) => describeJob(job, districts)) })
  }
  async function withJob<T>(id: number, work: (job: ImportJob) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    const job = imports.find(id)
    return job.ok ? work(job.value) : job
  }
  async function by() {
    const session = register.session()
    return { at: Date.now(), operator: session.ok ? await operatorOf(session.value.store.info) : '' }
  }

  async function openOriginal(batch: number) {
    const session = register.session()
    if (!session.ok) return session
    const known = await session.value.store.batches.get(batch)
    if (!known) return fail('unknown_batch', undefined, { value: batch })
    const original = await takeOriginal(session.value.path, known)
    if (!original.ok) return original
    const [job] = imports.open([original.value.path], original.value.prepare)
    return job ? succeed({ job: describeJob(job, await imports.districts()) }) : fail('unexpected')
  }

  return {
    'imports.open': async ({ files }) => (register.session().ok ? described(imports.open(files)) : fail('register_unavailable')),
    'imports.words': async () => succeed({
      words: imports.list().flatMap((job) => {
        const words = wordsOf(job)
        return words === null ? [] : [{ job: job.id, words }]
      }),
    }),
    'imports.openAgain': async ({ file, words }) => {
      if (!register.session().ok) return fail('register_unavailable')
      // A file that can no longer be read is a file that says so.
      const sha256 = words === null ? null : await hashFile(file).catch(() => null)
      return described(imports.open([file], (job) => {
        if (words !== null && sha256 !== null) repeatWords(job, words, sha256)
      }))
    },
    'imports.openSamples': async () => (register.session().ok ? described(imports.open(sampleFiles().files)) : fail('register_unavailable')),
    'imports.jobs': async () => (register.session().ok ? described(imports.list()) : succeed({ jobs: [] })),
    'imports.forecast': async () => succeed({ forecast: imports.forecasts.ofAllFiles() }),
    'imports.detail': ({ job }) => withJob(job, async (found) => succeed(describeDetail(found, await imports.districts()))),
    'imports.sheet': (request) => withJob(request.job, (job) => sheetRows(job, request, imports.context.openWorkbook)),
    'imports.columns': ({ job, sheet }) => withJob(job, (found) => columnsOf(found, sheet)),
    'imports.rows': ({ job, filter, from, to }) =>
      withJob(job, (found) => succeed(rowPageOf(found, filter, from, to))),
    'imports.nextDoubt': ({ job, after }) => withJob(job, ({ reading }) => succeed({ place: reading?.ledger.nextDoubt(after) ?? null })),
    'imports.questions': ({ job }) => withJob(job, ({ reading, answers }) => succeed({ groups: reading?.questions.describe(answers, reading.sheetName, (index) => reading.ledger.placeOf(index)) ?? [] })),
    'imports.answer': (request) => withJob(request.job, (job) => answerQuestions(imports, job, request)),
    'imports.correct': (request) => withJob(request.job, (job) => correctCell(imports, job, request)),
    'imports.keep': (request) => withJob(request.job, (job) => keepField(imports, job, request)),
    'imports.takeBackAnswer': ({ job }) => withJob(job, (found) => succeed({ taken: takeBackAnswer(imports, found) })),
    'imports.setFile': (request) => withJob(request.job, (job) => setFile(imports, job, request)),
    'imports.setSheet': (request) => withJob(request.job, (job) => setSheet(imports, job, request)),
    'imports.remember': ({ job, isOn }) =>
      withJob(job, (found) => {
        found.isRemembered = isOn
        imports.renew(found)
        return succeed({})
      }),
    'imports.layouts': () => inSession(register, async (session) => succeed({ layouts: await listLayouts(session) })),
    'imports.forgetLayout': ({ id }) => forgetLayout(register, id, Date.now()),
    'imports.unlock': ({ job, password }) =>
      withJob(job, (found) => {
        found.password = password
        imports.judge(found)
        return succeed({})
      }),
    'imports.commit': async ({ jobs }) => {
      imports.commit(imports.list().filter(({ id }) => jobs.includes(id)))
      return succeed({})
    },
    'imports.cancel': ({ job }) => withJob(job, (found) => succeed({ wasRunning: imports.cancel(found) })),
    'imports.close': async ({ jobs }) => {
      imports.close(jobs)
      return succeed({})
    },
    'imports.templateDistricts': async () => (register.session().ok ? succeed({ districts: (await imports.districts()).list() }) : fail('register_unavailable')),
    'imports.template': async ({ kind, district, file }) => {
      if (!register.session().ok) return fail('register_unavailable')
      const districts = await imports.districts()
      if (district !== null && !districts.isDistrict(district)) return fail('unknown_name', undefined, { value: district, what: '区市' })
      const written = await writeTemplate({ kind, district, out: file, today: today(), at: Date.now() }, districts)
      return written.ok ? succeed({ columns: written.value.columns }) : written
    },
    'imports.return': ({ of, file }) =>
      jobs.run(basename(file), async (watch) => {
        const written = 'batch' in of ? await returnStoredBatch(of.batch, file, imports.context, watch) : await withJob(of.job, (found) => returnJob(found, file, imports.context, watch))
        return written.ok ? succeed({ rows: written.value.rows, cells: written.value.cells, how: written.value.how }) : written
      }),
    'imports.returnAll': ({ jobs: ids, folder }) =>
      jobs.run(basename(folder), async (watch) => {
        const all = { files: 0, cells: 0, rows: { accepted: 0, rejected: 0, review: 0 } }
        for (const id of ids) {
          const written = await withJob(id, (found) => returnJob(found, freeReturn(folder, found.fileName), imports.context, watch))
          if (!written.ok) return written
          all.files++
          all.cells += written.value.cells
          all.rows.accepted += written.value.rows.accepted
          all.rows.rejected += written.value.rows.rejected
          all.rows.review += written.value.rows.review
        }
        return succeed(all)
      }),
    'imports.batches': () => inSession(register, async (session) => succeed({ batches: await listBatches(session.store) })),
    'imports.undoPreview': ({ batch }) => inSession(register, async (session) => previewUndo(session, batch, await by())),
    'imports.undo': async ({ batch }) => {
      const abort = new AbortController()
      undos.set(batch, abort)
      const undone = await runNamedJob(emit, { jobId: `undo:${batch}`, name: 'job.undo', cancel: { call: 'imports.cancelUndo', input: { batch } } }, async (onProgress) => undoThrough(register, batch, await by(), { signal: abort.signal, onProgress }))
        .finally(() => undos.delete(batch))
      return undone.ok ? succeed(undone.value.records) : undone
    },
    'imports.cancelUndo': async ({ batch }) => {
      const running = undos.get(batch)
      running?.abort()
      return succeed({ wasRunning: running !== undefined })
    },
    'imports.again': ({ batch }) => openOriginal(batch),
    'imports.original': async ({ batch }) => {
      const open = imports.ofBatch(batch)
      return open ? succeed({ job: describeJob(open, await imports.districts()) }) : openOriginal(batch)
    },
  }
}

/** A place for the 退回更正 of a file that nothing is in yet. */
function freeReturn(folder: string, file: string): string {
  for (let number = 1; ; number++) {
    const place = join(folder, returnName(file, number))
    if (!existsSync(place)) return place
  }
}
