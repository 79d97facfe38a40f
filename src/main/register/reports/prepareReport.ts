import { indicatorsOf, type FormDefinition, type FormName } from '../../../shared/domain/catalogue/forms'
import type { Lettering, Paper } from '../../../shared/domain/catalogue/printedLook'
import { indicatorDefinition, isStock } from '../../../shared/domain/catalogue/indicators'
import type { DistrictResolver } from '../../../shared/domain/places/districts'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { RecordStore } from '../../store/registerStore'
import type { FormSheet, TextSheet } from '../../workbook/write/form/formTypes'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentOf, readPeriod, type CountingOptions, type RankRequest } from '../ranking/countingOptions'
import { findRow } from '../ranking/findRow'
import { chooseSeries, populationOfRows } from '../ranking/population'
import { layOutRows, type RegionRows } from '../ranking/regionRows'
import { officeOfCity } from '../opened/officeOf'
import { explanationSheet } from './explanationSheet'
import { fillForm, type FillingLook } from './fillForm'
import type { CheckResult } from './formChecks'
import type { FormContext } from './formNotes'
import { formSheet, titleOf, type FormHead } from './formSheets'
import { indicatorsWithoutData } from './missingData'
import { formFor, type OwnVersions } from './tables/ownForm'
import type { FormTable } from './tables/formTable'
import { undividedRows } from './undividedRows'

/** How a form is asked for: as a ranking, and what only forms know. */
export interface FormRequest extends RankRequest, FillingLook {
  district?: string | undefined
  /** 表号, 制定机关, …: up to five lines top right. */
  head?: readonly string[] | undefined
  /** A4 where left out. */
  paper?: Paper | undefined
  /** The faces it is printed in; `plain` where left out. */
  lettering?: Lettering | undefined
  /** Why the form is handed in although checks fail; printed under it. */
  reason?: string | undefined
  /** Versions of the office's indicators in its own table; as they are defined now where left out. */
  own?: OwnVersions | undefined
}

/** What filling a form needs beyond the figures. */
export interface FormSetting {
  columns: RegisterColumns
  records: RecordStore
  districts: DistrictResolver
  office: string | null
}

/** A form that is filled, checked and laid out, but not written. */
export interface PreparedReport {
  name: FormName
  context: FormContext
  /** District of a detail list; null for the whole city. */
  district: string | null
  title: string
  table: FormTable
  checks: CheckResult[]
  form: FormSheet
  /** Further tables of the form, each on its sheet. */
  summaries: FormSheet[]
  explanation: TextSheet
}

/** Checks beyond those of the form itself. */
export type MoreChecks = (columns: RegisterColumns, form: FormDefinition, options: CountingOptions) => Promise<CheckResult[]>

/**
 * Fills a form and runs its checks; a check that fails is among the checks, and no failure.
 *
 * @param moreChecks  run after those of the form, shown and printed like them
 * @returns usage failures, population_missing, market_entities_missing, unknown_name
 */
export async function prepareReport(setting: FormSetting, name: FormName, request: FormRequest, moreChecks?: MoreChecks): Promise<Result<PreparedReport>> {
  const laidOut = await formFor(setting.columns, name, request.own)
  if (!laidOut.ok) return laidOut
  const definition = laidOut.value
  const options = readReportOptions(definition, request)
  if (!options.ok) return options
  const context = await contextOf(setting.columns, definition, options.value)
  if (!context.ok) return context
  const region = regionOf(setting, definition, options.value, request.district)
  if (!region.ok) return region
  const filled = await fillForm(setting, definition, options.value, region.value, request)
  if (!filled.ok) return filled
  const { form, table, summary } = filled.value
  const checks = [...filled.value.checks, ...((await moreChecks?.(setting.columns, form, options.value)) ?? [])]
  const shown = { ...context.value, form, yearlyCap: request.yearlyCap }
  const title = titleOf(shown, region.value.place)
  const head = headOf(setting, request, title, checks)
  return succeed({
    name, context: shown, district: region.value.district, title, table, checks,
    form: formSheet(shown, table, head),
    summaries: summary ? [summarySheet({ ...shown, form: summary.form }, summary.table, region.value.place, head)] : [],
    explanation: await explanationSheet(shown, title, checks, setting.records, request.reason),
  })
}

function headOf(setting: FormSetting, { head, reason, paper, lettering }: FormRequest, title: string, checks: readonly CheckResult[]): FormHead {
  const failed = reason === undefined ? [] : checks.filter(({ ok }) => !ok)
  return {
    title, office: setting.office ?? officeOfCity(setting.columns.city.name), block: head, paper, lettering,
    remarks: failed.map(({ message }) => t('report.note.overridden', { message, reason: reason ?? '' })),
  }
}

function summarySheet(context: FormContext, table: FormTable, place: string, head: FormHead): FormSheet {
  return formSheet(context, table, { title: titleOf(context, place), office: head.office, paper: head.paper, lettering: head.lettering })
}

function readReportOptions(form: FormDefinition, request: FormRequest): Result<CountingOptions> {
  if (request.asOf !== undefined && !indicatorsOf(form).some(isStock)) return fail('usage_as_of_with_flow', undefined, { indicator: form.label })
  const period = readPeriod(request.period)
  if (!period.ok) return period
  const isReceived = request.source === 'received' || request.scope === 'cities'
  if (isReceived && !(form.type === 'regions' && form.takesReceived)) return notForForms(request.source === 'received' ? '--source' : '--scope', request.source ?? request.scope ?? '')
  if (isReceived && request.source === 'own') return notForForms('--scope', 'cities')
  if ((request.head?.length ?? 0) > mostHeadLines) return fail('usage_bad_value', undefined, { option: '--head', value: String(request.head?.length), expected: `≤ ${mostHeadLines}` })
  if (request.district !== undefined && form.type === 'regions') return notForForms('--district', request.district)
  return succeed({
    period: period.value, asOf: request.asOf ?? null, filters: {}, source: isReceived ? 'received' : 'own', scope: request.scope ?? 'districts',
    leadRule: request.leadRule ?? 'first', zones: request.zones ?? 'host', population: request.population ?? null,
  })
}

/** A table under the statistics law names number, authorities and validity (report-forms.md). */
const mostHeadLines = 5

function notForForms(option: string, value: string): Failure {
  return fail('usage_bad_value', undefined, { option, value, expected: t('report.expected.regions') })
}

async function contextOf(columns: RegisterColumns, form: FormDefinition, options: CountingOptions): Promise<Result<FormContext>> {
  const moment = momentOf(options, form.calendar)
  // Zones get their places with the directory.
  await columns.directory()
  const noData = await indicatorsWithoutData(columns, form, options)
  const shows = (shape: 'per_10k' | 'per_100'): boolean => options.source === 'own' && indicatorsOf(form).some((indicator) => indicatorDefinition(indicator).shape === shape)
  const denominators = await columns.denominators()
  const series = shows('per_10k') ? chooseSeries(denominators, columns.city, options.population, moment.asOf) : succeed(null)
  if (!series.ok) return series
  const { rows, city } = layOutRows(columns.city, columns.places, 'host')
  const undivided = undividedRows(denominators, columns.city, rows, { population: series.value, entitiesOf: shows('per_100') ? moment.year : null })
  const population = series.value === null ? null : { series: series.value, cityWan: populationOfRows(denominators, columns.city, series.value, rows)[city] ?? null }
  return succeed({ form, options, moment, columns, noData, undivided, population })
}

interface AskedRegion { layout: RegionRows; row: number; place: string; district: string | null }

function regionOf(setting: FormSetting, form: FormDefinition, options: CountingOptions, district: string | undefined): Result<AskedRegion> {
  const { city, places } = setting.columns
  const layout = layOutRows(city, places, form.type === 'regions' ? options.zones : 'of_which')
  const row = findRow(layout, setting.districts, district)
  if (!row.ok) return row
  const name = row.value === layout.city ? null : (layout.rows[row.value]?.name ?? null)
  return succeed({ layout, row: row.value, place: name ?? city.name, district: name })
}
