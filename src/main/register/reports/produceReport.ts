import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { formDefinition, indicatorsOf, type FormDefinition, type FormName } from '../../../shared/domain/catalogue/forms'
import { isCount, isStock, quotients } from '../../../shared/domain/catalogue/indicators'
import type { DistrictResolver } from '../../../shared/domain/districts'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { NewReport, RecordStore } from '../../store/registerStore'
import { writeForms } from '../../workbook/write/formWriter'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentOf, readPeriod, type CountingOptions, type RankRequest } from '../ranking/countingOptions'
import { evaluate } from '../ranking/figures'
import { findRow } from '../ranking/findRow'
import { chooseSeries, populationOfRows } from '../ranking/population'
import { layOutRows, type RegionRows } from '../ranking/regionRows'
import { explanationSheet } from './explanationSheet'
import { fillDraftingForm } from './draftingTable'
import { checkRegionForm, type CheckResult } from './formChecks'
import { rulesOfForm, type FormContext } from './formNotes'
import { formSheet, titleOf } from './formSheets'
import type { FormTable } from './formTable'
import { fillRegionForm } from './regionTable'

export interface ReportRequest extends RankRequest {
  district?: string | undefined
  /** File to write. */
  out: string
}

/** The answer of `report` (cli.md). */
export interface ReportAnswer {
  form: FormName
  file: string
  sha256: string
  period: string
  asOf: string
  rules: { leadRule: string | null; zones: string; population: string | null; from: string; to: string; district: string | null; names: readonly string[] }
  checks: CheckResult[]
}

/** What producing needs beyond the figures. */
export interface ReportSetting {
  columns: RegisterColumns
  records: RecordStore
  districts: DistrictResolver
  office: string | null
  operator: string
  /** Epoch milliseconds. */
  now: number
}

/**
 * Produces a form as .xlsx with the sheet 口径说明: fills it, runs its checks, writes it, and says how it can be
 * produced again. Nothing is written when a check fails.
 *
 * @returns usage failures, population_missing, market_entities_missing, unknown_name, form_check_failed with the failed
 *          checks, and what the disk refuses
 */
export async function produceReport(setting: ReportSetting, name: FormName, request: ReportRequest): Promise<Result<{ answer: ReportAnswer; record: NewReport }>> {
  const form = formDefinition(name)
  const options = readReportOptions(form, request)
  if (!options.ok) return options
  const context = await contextOf(setting.columns, form, options.value)
  if (!context.ok) return context
  const region = regionOf(setting, form, options.value, request.district)
  if (!region.ok) return region
  const filled = await fill(setting, form, options.value, region.value)
  if (!filled.ok) return filled
  const { table, checks } = filled.value
  const failed = checks.filter(({ ok }) => !ok)
  if (failed.length > 0) return fail('form_check_failed', undefined, { checks: failed })
  const title = titleOf(context.value, region.value.place)
  const sheets = [
    formSheet(context.value, table, { title, office: setting.office ?? t('report.office', { city: setting.columns.city.name }) }),
    await explanationSheet(context.value, title, checks, setting.records),
  ]
  const written = await writeForms(request.out, { sheets, footer: t('report.footer'), creator: t('app.name'), createdAt: setting.now })
  if (!written.ok) return written
  const answer = answerOf(name, context.value, region.value, request, checks, await checksum(request.out))
  return succeed({ answer, record: recordOf(answer, table, setting) })
}

async function checksum(file: string): Promise<string> {
  return createHash('sha256').update(await readFile(file)).digest('hex')
}

function readReportOptions(form: FormDefinition, request: ReportRequest): Result<CountingOptions> {
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

function regionOf(setting: ReportSetting, form: FormDefinition, options: CountingOptions, district: string | undefined): Result<AskedRegion> {
  const { city, places } = setting.columns
  const layout = layOutRows(city, places, form.type === 'regions' ? options.zones : 'of_which')
  const row = findRow(layout, setting.districts, district)
  if (!row.ok) return row
  const name = row.value === layout.city ? null : (layout.rows[row.value]?.name ?? null)
  return succeed({ layout, row: row.value, place: name ?? city.name, district: name })
}

async function fill(setting: ReportSetting, form: FormDefinition, options: CountingOptions, region: AskedRegion): Promise<Result<{ table: FormTable; checks: CheckResult[] }>> {
  const { columns, records } = setting
  if (form.type === 'regions') {
    const table = await fillRegionForm(columns, form, options)
    return table.ok ? succeed({ table: table.value, checks: await checkRegionForm(columns, form, table.value, options) }) : table
  }
  const table = await fillDraftingForm(columns, records, form, options, region.layout, region.row)
  if (!table.ok) return table
  const counted = await evaluate(columns, 'standards', { ...options, zones: 'of_which', filters: { kind: form.kinds } })
  const numbers = new Set(table.value.rows.map((row) => row.cells[form.columns.indexOf('standardNo')]?.value))
  const ok = counted.ok && counted.value.values[region.row]?.count === numbers.size
  return succeed({ table: table.value, checks: [{ id: 'drafting_count', ok, message: t('report.check.drafting_count') }] })
}

function answerOf(name: FormName, context: FormContext, region: AskedRegion, request: ReportRequest, checks: CheckResult[], sha256: string): ReportAnswer {
  const { options, moment, population, form } = context
  return {
    form: name, file: request.out, sha256, period: options.period.name, asOf: indicatorsOf(form).some(isStock) ? moment.asOf : moment.to,
    rules: {
      leadRule: indicatorsOf(form).includes('standards') ? options.leadRule : null, zones: options.zones, population: population?.series ?? null, from: moment.from, to: moment.to,
      district: region.district, names: rulesOfForm(context),
    },
    checks,
  }
}

function recordOf(answer: ReportAnswer, table: FormTable, setting: ReportSetting): NewReport {
  return {
    form: answer.form, period: answer.period, asOf: answer.asOf, parameters: answer.rules,
    values: table.rows.map((row) => row.cells.map(({ value }) => value)),
    fileName: basename(answer.file), sha256: answer.sha256, sequence: setting.columns.sequence, producedAt: setting.now, operator: setting.operator,
  }
}
