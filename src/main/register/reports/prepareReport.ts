import { formDefinition, indicatorsOf, type FormDefinition, type FormName } from '../../../shared/domain/catalogue/forms'
import { isCount, isStock, quotients } from '../../../shared/domain/catalogue/indicators'
import type { DistrictResolver } from '../../../shared/domain/districts'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { RecordStore } from '../../store/registerStore'
import type { FormSheet, TextSheet } from '../../workbook/write/formTypes'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentOf, readPeriod, type CountingOptions, type RankRequest } from '../ranking/countingOptions'
import { evaluate } from '../ranking/figures'
import { findRow } from '../ranking/findRow'
import { chooseSeries, populationOfRows } from '../ranking/population'
import { layOutRows, type RegionRows } from '../ranking/regionRows'
import { fillDraftingForm } from './draftingTable'
import { explanationSheet } from './explanationSheet'
import { checkRegionForm, type CheckResult } from './formChecks'
import type { FormContext } from './formNotes'
import { formSheet, titleOf } from './formSheets'
import type { FormTable } from './formTable'
import { fillRegionForm } from './regionTable'

/** How a form is asked for: as a ranking, and what only forms know. */
export interface FormRequest extends RankRequest {
  district?: string | undefined
  /** Where the total stands; the form's own place when absent. */
  totalAt?: 'first' | 'last' | undefined
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
  explanation: TextSheet
}

/**
 * Fills a form and runs its checks; a check that fails is among the checks, and no failure.
 *
 * @returns usage failures, population_missing, market_entities_missing, unknown_name
 */
export async function prepareReport(setting: FormSetting, name: FormName, request: FormRequest): Promise<Result<PreparedReport>> {
  const definition = formDefinition(name)
  const options = readReportOptions(definition, request)
  if (!options.ok) return options
  const context = await contextOf(setting.columns, definition, options.value)
  if (!context.ok) return context
  const region = regionOf(setting, definition, options.value, request.district)
  if (!region.ok) return region
  const filled = await fill(setting, definition, options.value, region.value, request.totalAt)
  if (!filled.ok) return filled
  const { table, checks } = filled.value
  const title = titleOf(context.value, region.value.place)
  return succeed({
    name, context: context.value, district: region.value.district, title, table, checks,
    form: formSheet(context.value, table, { title, office: setting.office ?? t('report.office', { city: setting.columns.city.name }) }),
    explanation: await explanationSheet(context.value, title, checks, setting.records),
  })
}

function readReportOptions(form: FormDefinition, request: FormRequest): Result<CountingOptions> {
  if (request.asOf !== undefined && !indicatorsOf(form).some(isStock)) return fail('usage_as_of_with_flow', undefined, { indicator: form.label })
  const period = readPeriod(request.period)
  if (!period.ok) return period
  if (request.source === 'received' || request.scope === 'cities') return notForForms(request.source === 'received' ? '--source' : '--scope', request.source ?? request.scope ?? '')
  if (request.district !== undefined && form.type === 'regions') return notForForms('--district', request.district)
  return succeed({
    period: period.value, asOf: request.asOf ?? null, filters: {}, source: 'own', scope: 'districts',
    leadRule: request.leadRule ?? 'first', zones: request.zones ?? 'host', population: request.population ?? null,
  })
}

function notForForms(option: string, value: string): Failure {
  return fail('usage_bad_value', undefined, { option, value, expected: t('report.expected.regions') })
}

async function contextOf(columns: RegisterColumns, form: FormDefinition, options: CountingOptions): Promise<Result<FormContext>> {
  const moment = momentOf(options, form.calendar)
  // Zones get their places with the directory.
  await columns.directory()
  const needsPopulation = indicatorsOf(form).some((indicator) => !isCount(indicator) && quotients[indicator].shape === 'per_10k')
  if (!needsPopulation) return succeed({ form, options, moment, columns, population: null })
  const denominators = await columns.denominators()
  const series = chooseSeries(denominators, columns.city, options.population, moment.asOf)
  if (!series.ok) return series
  const rows = layOutRows(columns.city, columns.places, 'host')
  const cityWan = populationOfRows(denominators, columns.city, series.value, rows.rows)[rows.city] ?? null
  return succeed({ form, options, moment, columns, population: { series: series.value, cityWan } })
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

async function fill(setting: FormSetting, form: FormDefinition, options: CountingOptions, region: AskedRegion, totalAt: FormRequest['totalAt']): Promise<Result<{ table: FormTable; checks: CheckResult[] }>> {
  const { columns, records } = setting
  if (form.type === 'regions') {
    const table = await fillRegionForm(columns, form, options, totalAt)
    return table.ok ? succeed({ table: table.value, checks: await checkRegionForm(columns, form, table.value, options) }) : table
  }
  const table = await fillDraftingForm(columns, records, form, options, region.layout, region.row)
  if (!table.ok) return table
  const counted = await evaluate(columns, 'standards', { ...options, zones: 'of_which', filters: { kind: form.kinds } })
  const numbers = new Set(table.value.rows.map((row) => row.cells[form.columns.indexOf('standardNo')]?.value))
  const ok = counted.ok && counted.value.values[region.row]?.count === numbers.size
  return succeed({ table: table.value, checks: [{ id: 'drafting_count', ok, message: t('report.check.drafting_count') }] })
}
