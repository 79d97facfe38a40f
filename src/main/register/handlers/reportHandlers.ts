import type { HandlersOf } from '../../../shared/bridge/contract'
import type { reportOperations } from '../../../shared/bridge/operations/reportOperations'
import { succeed } from '../../../shared/domain/result'
import { frozenCopy } from '../freezing/frozenCopy'
import { operatorOf } from '../opened/operatorOf'
import { formSettingOf } from '../reports/formSetting'
import { produceReport } from '../reports/produceReport'
import { previewReport } from '../reports/previewReport'
import { producedReports } from '../reports/producedReports'
import { reportCatalogue } from '../reports/reportCatalogue'
import type { HandlerContext } from './handlerContext'

export function createReportHandlers({ register, today }: HandlerContext): HandlersOf<keyof typeof reportOperations> {
  return {
    'reports.catalogue': async () => {
      const session = register.session()
      return session.ok ? succeed(await reportCatalogue(await session.value.columns.current())) : session
    },
    'reports.preview': async (choice) => {
      const session = register.session()
      return session.ok ? previewReport(await formSettingOf(session.value), choice, today()) : session
    },
    'reports.produce': async ({ file, form, ...request }) => {
      const session = register.session()
      if (!session.ok) return session
      const operator = await operatorOf(session.value.store.info)
      const frozen = await frozenCopy(session.value.store, form, { ...request, out: file })
      if (frozen) return frozen.ok ? succeed({ id: 0, file, sha256: frozen.value.sha256, checks: frozen.value.checks }) : frozen
      const produced = await produceReport({ ...(await formSettingOf(session.value)), operator, now: Date.now() }, form, { ...request, out: file })
      if (!produced.ok) return produced
      const kept = await register.note({ report: produced.value.record })
      if (!kept.ok) return kept
      const { sha256, checks } = produced.value.answer
      return succeed({ id: kept.value.report ?? 0, file, sha256, checks })
    },
    'reports.list': async () => {
      const session = register.session()
      return session.ok ? succeed({ reports: await producedReports(session.value.store) }) : session
    },
  }
}
