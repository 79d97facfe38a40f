import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { FormDefinition, RegionForm } from '../../../shared/domain/catalogue/forms'
import { leadingTerm, type Indicator } from '../../../shared/domain/catalogue/indicators'
import type { Filters } from '../../../shared/domain/catalogue/filters'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentFor, yearBefore, type CountingOptions } from '../ranking/countingOptions'
import { scan } from '../ranking/figures'
import { layOutRows } from '../ranking/regionRows'
import { columnFigures } from '../reports/tables/figureLinks'
import { sinceNewYear } from '../reports/tables/regionTable'

/** The records behind one column of a form, by the row that counts them. */
export interface NumbersBehind {
  kind: RecordKind
  /** Sheet column, from 0; null for a list, whose rows are its records. */
  column: number | null
  rows: { region: string; ids: number[] }[]
}

/** Records behind every number of a form, found by the same scans that counted them. */
export async function numbersBehind(columns: RegisterColumns, form: FormDefinition, options: CountingOptions): Promise<NumbersBehind[]> {
  if (options.source === 'received') return []
  if (form.type === 'regions') return behindRegions(columns, form, options)
  const asked: { indicator: Indicator; filters: Filters }[] = form.type === 'honours' ? [{ indicator: 'honours', filters: {} }]
    : form.type === 'drafting_units' ? [{ indicator: 'standards', filters: { kind: form.kinds } }]
      : [{ indicator: 'standards', filters: {} }, { indicator: 'pilots', filters: {} }]
  const behind: NumbersBehind[] = []
  for (const { indicator, filters } of asked) behind.push(await membersOf(columns, indicator, { ...options, filters }, null))
  return behind
}

async function behindRegions(columns: RegisterColumns, form: RegionForm, options: CountingOptions): Promise<NumbersBehind[]> {
  const behind: NumbersBehind[] = []
  for (const [column, figure] of columnFigures(form).entries()) {
    if (!figure) continue
    const dated = figure.sinceNewYear ? sinceNewYear(options, figure.indicator) : options
    const asked = { ...(figure.isYearBefore ? yearBefore(dated) : dated), filters: filtersOf(figure.filters) }
    behind.push(await membersOf(columns, figure.indicator, asked, column))
  }
  return behind
}

function filtersOf(written: readonly string[]): Filters {
  return Object.fromEntries(written.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1).split(',')]))
}

async function membersOf(columns: RegisterColumns, indicator: Indicator, options: CountingOptions, column: number | null): Promise<NumbersBehind> {
  const term = leadingTerm(indicator)
  const found = await scan(columns, term, options, momentFor(indicator, options))
  await columns.directory()
  const layout = layOutRows(columns.city, columns.places, options.zones)
  const rows = layout.rows.map(({ name }, row) => ({ region: name, ids: Array.from(found.members(layout, row)) })).filter(({ ids }) => ids.length > 0)
  return { kind: found.kind, column, rows }
}
