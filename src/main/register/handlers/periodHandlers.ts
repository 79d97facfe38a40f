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
    'periods.list': async () => {
      const session = register.session()
      return session.ok ? succeed(await closedPeriods(session.value.store)) : session
    },
    'periods.get': async ({ period, options }) => {
      const session = register.session()
      return session.ok ? periodState({ ...(await formSettingOf(session.value)), store: session.value.store, today: today() }, period, options) : session
    },
    'periods.reports': async ({ period: written }) => {
      const session = register.session()
      return session.ok ? readReports(session.value, written) : session
    },
    'periods.exportReports': async ({ period, file }) => {
      const session = register.session()
      if (!session.ok) return session
      const reports = await readReports(session.value, period)
      return reports.ok ? exportReports(reports.value, { file, office: await officeOf(session.value), today: today(), at: Date.parse(today()) }) : reports
    },
    'periods.freeze': async ({ period, forms, options, reason }) => {
      const session = register.session()
      return session.ok ? freezeForms(await freezing(session.value), forms, { period, options, ...(reason === undefined ? {} : { reason }) }) : session
    },
    'periods.reopen': async ({ period, form, reason }) => {
      const session = register.session()
      if (!session.ok) return session
      const { store } = session.value
      const found = await frozenVersion(store, form, period)
      if (!found.ok) return found
      if (found.value.reopened !== null) return fail('not_frozen', undefined, { form: formDefinition(form).label, period: found.value.period })
      const stamp = { at: Date.now(), operator: await operatorOf(session.value.store.info), reason }
      const noted = await register.note({ reopen: { id: found.value.id, ...stamp } })
      return noted.ok ? succeed(frozenForm({ ...found.value, reopened: { at: stamp.at, by: stamp.operator, reason } })) : noted
    },
    'periods.changed': async ({ period, form }) => {
      const session = register.session()
      if (!session.ok) return session
      const { store, history } = session.value
      const found = await frozenVersion(store, form, period)
      if (!found.ok) return found
      const changed = await hasChanged({ ...(await formSettingOf(session.value)), history }, found.value)
      return changed.ok ? succeed({ isChanged: changed.value }) : changed
    },
    'periods.restatement': async ({ period, form, version }) => {
      const session = register.session()
      if (!session.ok) return session
      const { store, history } = session.value
      const found = await frozenVersion(store, form, period, version)
      if (!found.ok) return found
      const setting = await formSettingOf(session.value)
      const restated = await restate({ ...setting, store, history }, found.value)
      return restated.ok ? succeed(await restatementView({ store, columns: setting.columns }, found.value, await readContent(store, found.value), restated.value)) : restated
    },
    'periods.write': async ({ period, form, version, file }) => {
      const session = register.session()
      if (!session.ok) return session
      const found = await frozenVersion(session.value.store, form, period, version)
      if (!found.ok) return found
      const written = await jobs.run(basename(file), (watch) => writeFrozen(session.value.store, found.value, file, { ...watch, print: printOnce(openPrinter) }))
      return written.ok ? succeed({ file }) : written
    },
    'periods.mark': async ({ period: written, what }) => {
      const session = register.session()
      if (!session.ok) return session
      const period = readPeriod(written)
      if (!period.ok) return period
      const marked = await mark(session.value, period.value.name, { what })
      return marked.ok ? succeed(await periodLog(session.value.store.info, period.value.name, await session.value.store.sequence())) : marked
    },
    'periods.archive': async ({ period, folder }) => {
      const session = register.session()
      if (!session.ok) return session
      const city = session.value.places.city.name
      const file = join(folder, t('archive.fileName', { city, period, day: today().replaceAll('-', '') }))
      // An archive that could not be kept in the log is not written.
      const log = await withMark(session.value, period, { what: 'archived', place: file })
      if (!log.ok) return log
      const archived = await jobs.run(basename(file), (watch) => archiveAsZip(session.value.store, period, file, { ...watch, openPrinter }), 'job.archive')
      if (!archived.ok) return archived
      const marked = await mark(session.value, archived.value.period, { what: 'archived', place: file })
      return marked.ok ? succeed({ file, files: archived.value.files.length, pdf: archived.value.pdf }) : marked
    },
    'periods.verifyReport': async ({ file }) => {
      const session = register.session()
      return session.ok ? verifyReport(session.value.store, file, { open: openWorkbook, openPrinter }) : session
    },
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
