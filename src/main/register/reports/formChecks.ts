import type { FormCheck, RegionForm } from '../../../shared/domain/catalogue/forms'
import { fail, type Failure } from '../../../shared/domain/result'
import type { RegisterColumns } from '../columns/registerColumns'
import type { CountingOptions } from '../ranking/countingOptions'
import { evaluate } from '../ranking/figures'
import { formColumn, numberAt, type FormTable } from './tables/formTable'

export interface CheckResult { id: string; ok: boolean; message: string }

/**
 * Whether a form may be written: all its checks hold, or somebody says why it is handed in all the same.
 *
 * @returns form_check_failed with the failed checks, and what they say
 */
export function refusedByChecks(checks: readonly CheckResult[], reason: string | undefined): Failure | null {
  const failed = checks.filter(({ ok }) => !ok)
  if (failed.length === 0 || reason?.trim()) return null
  return fail('form_check_failed', undefined, { checks: failed, failed: failed.map(({ message }) => message).join('；') })
}

/** The checks of domain.md 6 that a form of regions declares; not those of columns that are blank, which nothing can be said of. */
export async function checkRegionForm(columns: RegisterColumns, form: RegionForm, table: FormTable, options: CountingOptions): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const check of form.checks.filter((candidate) => columnsOf(candidate).some((column) => hasNumbers(table, column)))) {
    const ok = check.type === 'equals_indicator' ? await equalsIndicator(columns, check, table, options) : holds(check, table)
    results.push({ id: check.id, ok, message: check.message })
  }
  return results
}

function columnsOf(check: FormCheck): readonly string[] {
  switch (check.type) {
    case 'sum_equals': case 'sum_at_least': return [...check.parts, check.whole]
    case 'at_most': return [check.part, check.whole]
    case 'rows_add_up': return check.columns
    case 'distinct_total': case 'equals_indicator': return [check.column]
  }
}

function hasNumbers({ rows }: FormTable, column: string): boolean {
  return rows.some(({ cells }) => typeof cells[formColumn(column)]?.value === 'number')
}

type TableCheck = Exclude<FormCheck, { type: 'equals_indicator' }>

function holds(check: TableCheck, table: FormTable): boolean {
  const { rows } = table
  switch (check.type) {
    case 'sum_equals': return rows.every((row) => sumOf(check.parts.map((part) => numberAt(row, part))) === numberAt(row, check.whole))
    case 'sum_at_least': return rows.every((row) => sumOf(check.parts.map((part) => numberAt(row, part))) >= numberAt(row, check.whole))
    case 'at_most': return rows.every((row) => numberAt(row, check.part) <= numberAt(row, check.whole))
    case 'rows_add_up': return check.columns.every((column) => addendsOf(table, column).sum === totalOf(table, column))
    case 'distinct_total': return isDistinctTotal(addendsOf(table, check.column), totalOf(table, check.column))
  }
}

function isDistinctTotal({ sum, highest }: { sum: number; highest: number }, total: number): boolean {
  return total >= highest && total <= sum
}

function addendsOf({ rows }: FormTable, column: string): { sum: number; highest: number } {
  const values = rows.filter((row) => row.isAddend).map((row) => numberAt(row, column))
  return { sum: sumOf(values), highest: Math.max(0, ...values) }
}

function totalOf({ rows, totalRow }: FormTable, column: string): number {
  return numberAt(rows[totalRow ?? -1], column)
}

/** The column, counted once more without its parts, row by row as a set: order and left-out rows do not matter. */
async function equalsIndicator(columns: RegisterColumns, check: Extract<FormCheck, { type: 'equals_indicator' }>, table: FormTable, options: CountingOptions): Promise<boolean> {
  const figures = await evaluate(columns, check.indicator, { ...options, filters: {} })
  if (!figures.ok) return false
  const counted = figures.value.values.map(({ count }) => count).filter((count) => count > 0).toSorted((a, b) => a - b)
  const shown = table.rows.map((row) => numberAt(row, check.column)).filter((count) => count > 0).toSorted((a, b) => a - b)
  return JSON.stringify(counted) === JSON.stringify(shown)
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
