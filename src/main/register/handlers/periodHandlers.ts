import { basename, join } from 'node:path'
import type { HandlersOf } from '../../../shared/bridge/contract'
import type { periodOperations } from '../../../shared/bridge/operations/periodOperations'
import type { ClosingOptions, DistrictReportsView, FrozenForm, PeriodEvent, RefusedForm } from '../../../shared/bridge/periods'
import { optionsFor } from '../../../shared/bridge/reports'
import { formDefinition, type FormName } from '../../../shared/domain/catalogue/forms'
import { fail, Refusal, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { archiveAsZip } from '../freezing/archivePeriod'
import { districtReports } from '../freezing/districtReports'
import { exportReports } from '../freezing/exportReports'
import { freezeForm, frozenVersion, readContent, writeFrozen, type FreezeSetting } from '../freezing/freezePeriod'
import { withPeriodEvent } from '../freezing/periodEvents'
import { closedPeriods, frozenForm, periodLog, periodState } from '../freezing/periodState'
import { hasChanged, restate } from '../freezing/restate'
import { restatementView } from '../freezing/restatementView'
import { verifyReport } from '../freezing/verifyReport'
import { printerHere, printOnce } from '../printing/printerHere'
import { officeOf } from '../opened/officeOf'
import { operatorOf } from '../opened/operatorOf'
import type { RegisterSession } from '../opened/session'
import { readPeriod } from '../ranking/countingOptions'
import { formSettingOf } from '../reports/formSetting'
import { periodTitle } from '../reports/periodTexts'
import { reportCatalogue } from '../reports/reportCatalogue'
import type { CancellableJobs } from '../cancellableJobs'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

export function createPeriodHandlers({ register, today, openWorkbook, openPrinter = printerHere }: HandlerContext, jobs: CancellableJobs): HandlersOf<keyof typeof periodOperations> {
  /** Frozen forms are written by the writer; everything else is read here. */
  async function freezing(session: RegisterSession): Promise<FreezeSetting> {
    const { store } = session
    const add: typeof store.frozen.add = async (report) => {
      const noted = await register.note({ freeze: report })
      if (!noted.ok) throw new Refusal(noted.code, noted.at, noted.details)
      if (!noted.value.frozen) throw new Error('what was frozen is answered')
      return noted.value.frozen
    }
    return { ...(await formSettingOf(session)), store: { ...store, frozen: { ...store.frozen, add } }, operator: await operatorOf(session.store.info), now: Date.now(), today: today() }
  }

  /** What to store so that the log of a period has one entry more. */
  async function withMark(session: RegisterSession, period: string, event: Pick<PeriodEvent, 'what' | 'place'>): Promise<Result<Record<string, string>>> {
    const { store } = session
    return withPeriodEvent(store.info, period, { ...event, at: Date.now(), by: await operatorOf(session.store.info), sequence: await store.sequence() })
  }

  async function mark(...entry: Parameters<typeof withMark>): Promise<Result<unknown>> {
    const settings = await withMark(...entry)
    return settings.ok ? register.note({ settings: settings.value }) : settings
  }

  return {
    'periods.list': () => inSession(register, async (session) => succeed(await closedPeriods(session.store))),
    'periods.get': ({ period, options }) => inSession(register, async (session) => periodState({ ...(await formSettingOf(session)), store: session.store, today: today() }, period, options)),
    'periods.reports': ({ period: written }) => inSession(register, (session) => readReports(session, written)),
    'periods.exportReports': ({ period, file }) => inSession(register, async (session) => {
      const reports = await readReports(session, period)
      return reports.ok ? exportReports(reports.value, { file, office: await officeOf(session), today: today(), at: Date.parse(today()) }) : reports
    }),
    'periods.freeze': ({ period, forms, options, reason }) => inSession(register, async (session) => freezeForms(await freezing(session), forms, { period, options, ...(reason === undefined ? {} : { reason }) })),
    'periods.reopen': ({ period, form, reason }) => inSession(register, async (session) => {
      const { store } = session
      const found = await frozenVersion(store, form, period)
      if (!found.ok) return found
      if (found.value.reopened !== null) return fail('not_frozen', undefined, { form: formDefinition(form).label, period: found.value.period })
      const stamp = { at: Date.now(), operator: await operatorOf(session.store.info), reason }
      const noted = await register.note({ reopen: { id: found.value.id, ...stamp } })
      return noted.ok ? succeed(frozenForm({ ...found.value, reopened: { at: stamp.at, by: stamp.operator, reason } })) : noted
    }),
    'periods.changed': ({ period, form }) => inSession(register, async (session) => {
      const { store, history } = session
      const found = await frozenVersion(store, form, period)
      if (!found.ok) return found
      const changed = await hasChanged({ ...(await formSettingOf(session)), history }, found.value)
      return changed.ok ? succeed({ isChanged: changed.value }) : changed
    }),
    'periods.restatement': ({ period, form, version }) => inSession(register, async (session) => {
      const { store, history } = session
      const found = await frozenVersion(store, form, period, version)
      if (!found.ok) return found
      const setting = await formSettingOf(session)
      const restated = await restate({ ...setting, store, history }, found.value)
      return restated.ok ? succeed(await restatementView({ store, columns: setting.columns }, found.value, await readContent(store, found.value), restated.value)) : restated
    }),
    'periods.write': ({ period, form, version, file }) => inSession(register, async (session) => {
      const found = await frozenVersion(session.store, form, period, version)
      if (!found.ok) return found
      const written = await jobs.run(basename(file), (watch) => writeFrozen(session.store, found.value, file, { ...watch, print: printOnce(openPrinter) }))
      return written.ok ? succeed({ file }) : written
    }),
    'periods.mark': ({ period: written, what }) => inSession(register, async (session) => {
      const period = readPeriod(written)
      if (!period.ok) return period
      const marked = await mark(session, period.value.name, { what })
      return marked.ok ? succeed(await periodLog(session.store.info, period.value.name, await session.store.sequence())) : marked
    }),
    'periods.archive': ({ period, folder }) => inSession(register, async (session) => {
      const city = session.places.city.name
      const file = join(folder, t('archive.fileName', { city, period, day: today().replaceAll('-', '') }))
      // An archive that could not be kept in the log is not written.
      const log = await withMark(session, period, { what: 'archived', place: file })
      if (!log.ok) return log
      const archived = await jobs.run(basename(file), (watch) => archiveAsZip(session, period, file, { ...watch, openPrinter }), 'job.archive')
      if (!archived.ok) return archived
      const marked = await mark(session, archived.value.period, { what: 'archived', place: file })
      return marked.ok ? succeed({ file, files: archived.value.files.length, pdf: archived.value.pdf }) : marked
    }),
    'periods.verifyReport': ({ file }) => inSession(register, (session) => verifyReport(session.store, file, { open: openWorkbook, openPrinter })),
  }
}

async function readReports({ columns, store }: RegisterSession, written: string): Promise<Result<DistrictReportsView>> {
  const period = readPeriod(written)
  if (!period.ok) return period
  return succeed({ period: period.value.name, title: periodTitle(period.value), ...(await districtReports({ columns: await columns.current(), store }, period.value)) })
}

async function freezeForms(setting: FreezeSetting, names: readonly FormName[], { options, ...request }: { period: string; options: ClosingOptions; reason?: string }) {
  const known = new Map((await reportCatalogue(setting.columns)).forms.map((form) => [form.form, form]))
  const frozen: FrozenForm[] = []
  const refused: RefusedForm[] = []
  for (const name of names) {
    const entry = known.get(name)
    const done = await freezeForm(setting, name, { ...request, ...(entry ? optionsFor(entry, options) : {}) })
    const { label } = formDefinition(name)
    if (!done.ok) {
      refused.push({ form: name, label, code: done.code, details: { ...done.details } })
      continue
    }
    const kept = await frozenVersion(setting.store, name, request.period)
    if (kept.ok) frozen.push(frozenForm(kept.value))
  }
  return succeed({ frozen, refused })
}
