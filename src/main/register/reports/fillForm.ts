import type { FormDefinition, ListForm, RegionForm } from '../../../shared/domain/catalogue/forms'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { RecordStore } from '../../store/registerStore'
import type { RegisterColumns } from '../columns/registerColumns'
import type { CountingOptions } from '../ranking/countingOptions'
import { evaluate } from '../ranking/figures'
import type { RegionRows } from '../ranking/regionRows'
import { fillDraftingForm } from './tables/draftingTable'
import { checkRegionForm, type CheckResult } from './formChecks'
import type { FormTable } from './tables/formTable'
import { fillHonourForm } from './tables/honourTable'
import { fillReceivedForm } from './tables/receivedTable'
import { fillRegionForm, type TableLook } from './tables/regionTable'
import { fillSubsidyForm } from './tables/subsidyTable'

export interface FillingSetting { columns: RegisterColumns; records: RecordStore }

export interface FillingLook extends TableLook {
  /** Most a unit may be paid in a year, in 万元 (F11). */
  yearlyCap?: number | undefined
}

/** Which rows: the layout and the row that a detail list is about. */
export interface FilledRegion { layout: RegionRows; row: number }

export interface FilledForm {
  /** As it is drawn: received figures bring their own units. */
  form: FormDefinition
  table: FormTable
  checks: CheckResult[]
  /** A second table of the same form, on its own sheet. */
  summary?: { form: FormDefinition; table: FormTable } | undefined
}

/**
 * Fills a form of any type and runs its checks; a check that fails is among the checks, and no failure.
 *
 * @returns population_missing, market_entities_missing
 */
export async function fillForm(setting: FillingSetting, form: FormDefinition, options: CountingOptions, region: FilledRegion, look: FillingLook): Promise<Result<FilledForm>> {
  if (form.type !== 'regions') return fillList(setting, form, options, region, look)
  if (options.source === 'received') return succeed({ ...(await fillReceivedForm(setting.columns, form, options, look)), checks: [] })
  const table = await fillRegionForm(setting.columns, form, options, look)
  return table.ok ? succeed({ form, table: table.value, checks: await checkRegionForm(setting.columns, form, table.value, options) }) : table
}

async function fillList({ columns, records }: FillingSetting, form: ListForm, options: CountingOptions, { layout, row }: FilledRegion, look: FillingLook): Promise<Result<FilledForm>> {
  switch (form.type) {
    case 'drafting_units': {
      const table = await fillDraftingForm(columns, records, form, options, layout, row)
      if (!table.ok) return table
      const numbers = new Set(table.value.rows.map(({ cells }) => cells[form.columns.indexOf('standardNo')]?.value))
      const ok = (await countIn(columns, 'standards', { ...options, filters: { kind: form.kinds } }, row)) === numbers.size
      return succeed({ form, table: table.value, checks: [{ id: 'drafting_count', ok, message: t('report.check.drafting_count') }] })
    }
    case 'honours': {
      const table = await fillHonourForm(columns, records, form, options, layout, row)
      const summary = await fillRegionForm(columns, form.summary, options)
      if (!summary.ok) return summary
      const ok = (await countIn(columns, 'honours', options, row)) === table.rows.length
      const checks = [{ id: 'honour_count', ok, message: t('report.check.honour_count') }, ...(await checkRegionForm(columns, form.summary, summary.value, options))]
      return succeed({ form, table, checks, summary: { form: form.summary, table: ofRegion(form.summary, summary.value, layout, row) } })
    }
    case 'subsidies': {
      const table = await fillSubsidyForm(columns, records, form, options, { layout, region: row, yearlyCap: look.yearlyCap })
      return succeed({ form, table, checks: [] })
    }
  }
}

/** A list of one district is followed by its row alone: the other districts and the city are none of its figures. */
function ofRegion(form: RegionForm, table: FormTable, { rows, city }: RegionRows, row: number): FormTable {
  if (row === city) return table
  const own = table.rows.filter(({ region }) => region === rows[row]?.name)
  return { rows: own.map((kept, at) => ({ ...kept, cells: kept.cells.map((cell, column) => (form.columns[column]?.type === 'index' ? { ...cell, value: at + 1 } : cell)) })), totalRow: null }
}

async function countIn(columns: RegisterColumns, indicator: 'standards' | 'honours', options: CountingOptions, row: number): Promise<number | null> {
  const counted = await evaluate(columns, indicator, { ...options, zones: 'of_which' })
  return counted.ok ? (counted.value.values[row]?.count ?? null) : null
}
