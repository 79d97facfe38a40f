import { basename } from 'node:path'
import type { HandlersOf } from '../../../shared/bridge/contract'
import type { reportOperations } from '../../../shared/bridge/operations/reportOperations'
import type { ReportChoice } from '../../../shared/bridge/reports'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { NewReport } from '../../store/registerStore'
import type { CancellableJobs } from '../cancellableJobs'
import { frozenCopy } from '../freezing/frozenCopy'
import { operatorOf } from '../opened/operatorOf'
import type { RegisterSession } from '../opened/session'
import { formSettingOf } from '../reports/formSetting'
import { produceReport, type ReportAnswer } from '../reports/produceReport'
import { previewReport } from '../reports/previewReport'
import { producedReports } from '../reports/producedReports'
import { reportCatalogue } from '../reports/reportCatalogue'
import { printerHere, printOnce } from '../printing/printerHere'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

interface WrittenForm { answer: ReportAnswer; record: NewReport | null }

export function createReportHandlers({ register, today, openPrinter = printerHere }: HandlerContext, jobs: CancellableJobs): HandlersOf<keyof typeof reportOperations> {
  /** Writes a form as its file's name says; a closed period's as it was closed, of which nothing is to be kept again. */
  function write(session: RegisterSession, { form, file, ...request }: ReportChoice & { file: string }): Promise<Result<WrittenForm>> {
    return jobs.run<WrittenForm>(basename(file), async (watch) => {
      const work = { ...watch, print: printOnce(openPrinter) }
      const frozen = await frozenCopy(session.store, form, { ...request, out: file }, work)
      if (frozen) return frozen.ok ? succeed({ answer: frozen.value, record: null }) : frozen
      return produceReport({ ...(await formSettingOf(session)), operator: await operatorOf(session.store.info), now: Date.now(), work }, form, { ...request, out: file })
    })
  }

  return {
    'reports.catalogue': () => inSession(register, async (session) => succeed(await reportCatalogue(await session.columns.current()))),
    'reports.preview': (choice) => inSession(register, async (session) => previewReport(await formSettingOf(session), choice, today())),
    'reports.produce': (request) => inSession(register, async (session) => {
      // Of figures that may not be true no form is made.
      if (register.damage() !== null) return fail('register_read_only')
      const written = await write(session, request)
      if (!written.ok) return written
      const { answer: { file, sha256, checks, pdf = null }, record } = written.value
      if (record === null || session.readOnlyPlace !== null) return succeed({ id: 0, file, sha256, checks, pdf })
      const kept = await register.note({ report: record })
      return kept.ok ? succeed({ id: kept.value.report ?? 0, file, sha256, checks, pdf }) : kept
    }),
    'reports.print': (request) => inSession(register, async (session) => {
      const written = await write(session, request)
      return written.ok ? succeed({ pdf: written.value.answer.pdf ?? null }) : written
    }),
    'reports.list': () => inSession(register, async (session) => succeed({ reports: await producedReports(session.store) })),
  }
}
