import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ClosedPeriods, ClosingOptions, FrozenForm, PeriodForm, PeriodLog, PeriodState } from '../../../shared/bridge/periods'
import { optionsFor, type ReportCatalogue } from '../../../shared/bridge/reports'
import { formDefinition, formNames, isFormName } from '../../../shared/domain/catalogue/forms'
import { parsePeriod, type Period } from '../../../shared/domain/dates/periods'
import { succeed, type Result } from '../../../shared/domain/result'
import type { FrozenReport } from '../../store/frozenStore'
import type { RegisterStore } from '../../store/registerStore'
import { waitingBatches } from '../import/keptCounts'
import { readPeriod } from '../ranking/countingOptions'
import { periodTitle } from '../reports/periodTexts'
import { reportCatalogue } from '../reports/reportCatalogue'
import { prepareReport, type FormRequest, type FormSetting } from '../reports/prepareReport'
import { closingChecks } from './closingChecks'
import { districtReports } from './districtReports'
import { readPeriodEvents, reviewOf } from './periodEvents'

export interface PeriodSetting extends FormSetting { store: Pick<RegisterStore, 'frozen' | 'info' | 'batches' | 'evidence'>; today: string }

const shownBatches = 20

/**
 * Where a period stands: what is missing from whom, every form with its checks or its frozen version, and who has reviewed,
 * handed in and archived it.
 *
 * @param options  how the forms are counted and laid out when they are frozen
 * @returns usage failures of the period
 */
export async function periodState(setting: PeriodSetting, written: string, options: ClosingOptions): Promise<Result<PeriodState>> {
  const period = readPeriod(written)
  if (!period.ok) return period
  const { name } = period.value
  const frozen = (await setting.store.frozen.list()).filter((report) => report.period === name)
  const shown: PeriodForm[] = []
  for (const entry of (await reportCatalogue(setting.columns)).forms) {
    shown.push(await formState(setting, entry, { period: name, ...optionsFor(entry, options) }, frozen.find((report) => report.form === entry.form)))
    // Between two forms waiting calls are answered.
    await nextTurn()
  }
  return succeed({
    period: name, title: periodTitle(period.value), ...(await missingReports(setting, period.value)), waiting: await waitingRows(setting.store), forms: shown,
    ...(await periodLog(setting.store.info, name, setting.columns.sequence)), sequence: setting.columns.sequence,
  })
}

/** Districts of which nothing came for a period, where they reported the year before. */
async function missingReports(setting: PeriodSetting, period: Period): Promise<Pick<PeriodState, 'missing' | 'hasReporters'>> {
  const { hasReporters, districts } = await districtReports(setting, period)
  return { hasReporters, missing: districts.flatMap(({ district, state, before }) => (state === 'missing' && before > 0 ? [{ district, before }] : [])) }
}

/** What the log says of a period; the review is outdated where the register has another sequence since. */
export async function periodLog(info: PeriodSetting['store']['info'], period: string, sequence: number): Promise<PeriodLog> {
  const events = (await readPeriodEvents(info))[period] ?? []
  const review = reviewOf(events)
  return { events, review, isReviewOutdated: review !== null && review.sequence !== sequence }
}

async function formState(setting: PeriodSetting, { form, label }: ReportCatalogue['forms'][number], request: FormRequest, newest: FrozenReport | undefined): Promise<PeriodForm> {
  const described = { form, label, frozen: newest ? frozenForm(newest) : null }
  if (newest && newest.reopened === null) return { ...described, state: 'frozen', failed: [], lacksData: false, problem: null }
  const prepared = await prepareReport(setting, form, request, closingChecks(setting.today))
  if (!prepared.ok) return { ...described, state: newest ? 'reopened' : 'no_data', failed: [], lacksData: true, problem: { code: prepared.code, details: { ...prepared.details } } }
  const failed = prepared.value.checks.filter(({ ok }) => !ok).map(({ message }) => message)
  return { ...described, state: newest ? 'reopened' : failed.length > 0 ? 'checks_failed' : 'ready', failed, lacksData: prepared.value.checks.some(({ id, ok }) => id === 'data_present' && !ok), problem: null }
}

/** A frozen version as windows are told of it. */
export function frozenForm({ form, version, frozenAt, operator, fileName, sha256, sequence, reason, reopened }: FrozenReport): FrozenForm {
  if (!isFormName(form)) throw new Error(`frozen form ${form}`)
  return { form, label: formDefinition(form).label, version, frozenAt, operator, fileName, sha256, sequence, reason, reopened }
}

async function waitingRows(store: PeriodSetting['store']): Promise<PeriodState['waiting']> {
  return waitingBatches(await store.batches.list()).slice(0, shownBatches).map(({ batch: { id, fileName }, rows }) => ({ batch: id, file: fileName, rows }))
}

/** Periods with frozen forms, the latest first, each form by its newest version. */
export async function closedPeriods(store: PeriodSetting['store']): Promise<ClosedPeriods> {
  const events = await readPeriodEvents(store.info)
  const byPeriod = Map.groupBy(await store.frozen.list(), ({ period }) => period)
  return {
    periods: [...byPeriod].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([period, reports]) => ({
      period, title: titleOf(period),
      isSubmitted: (events[period] ?? []).some(({ what }) => what === 'submitted'), isArchived: (events[period] ?? []).some(({ what }) => what === 'archived'),
      // The list comes newest first.
      forms: formNames.flatMap((form) => reports.filter((report) => report.form === form).slice(0, 1).map(frozenForm)),
    })),
  }
}

function titleOf(name: string): string {
  const period = parsePeriod(name)
  return period.ok ? periodTitle(period.value) : name
}
