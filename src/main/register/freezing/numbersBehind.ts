import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { DraftingForm, FormDefinition, HonourForm, RegionForm, SubsidyForm } from '../../../shared/domain/catalogue/forms'
import { leadingTerm, type Indicator } from '../../../shared/domain/catalogue/indicators'
import type { Filters } from '../../../shared/domain/catalogue/filters'
import type { RecordStore } from '../../store/registerStore'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentFor, momentOf, yearBefore, type CountingOptions } from '../ranking/countingOptions'
import { scan } from '../ranking/figures'
import { layOutRows } from '../ranking/regionRows'
import type { FillingSetting } from '../reports/fillForm'
import { columnFigures } from '../reports/tables/figureLinks'
import { sinceNewYear } from '../reports/tables/regionTable'
import { subsidyClaims } from '../reports/tables/subsidyClaims'

/** The records behind one column of a form, by the row that counts them. */
export interface NumbersBehind {
  kind: RecordKind
  /** Sheet column, from 0; null for a list, whose rows are its records. */
  column: number | null
  rows: { region: string; ids: number[] }[]
}

/**
 * Records behind every number of a form, found by the same scans that counted them; of a list its records.
 *
 * @param district  whose list it is; null for the whole city
 */
export async function numbersBehind({ columns, records }: FillingSetting, form: FormDefinition, options: CountingOptions, district: string | null): Promise<NumbersBehind[]> {
  if (options.source === 'received') return []
  if (form.type === 'regions') return behindRegions(columns, form, options)
  const behind = form.type === 'subsidies' ? await behindSubsidies(columns, records, form, options) : [await behindList(columns, form, options)]
  return district === null ? behind : behind.map((listed) => ({ ...listed, rows: listed.rows.filter(({ region }) => region === district) }))
}

async function behindList(columns: RegisterColumns, form: DraftingForm | HonourForm, options: CountingOptions): Promise<NumbersBehind> {
  const [indicator, filters]: [Indicator, Filters] = form.type === 'honours' ? ['honours', {}] : ['standards', { kind: form.kinds }]
  return membersOf(columns, indicator, { ...options, zones: zonesOfLists, filters }, null)
}

/** A list may be that of a zone, which is a part of its district. */
const zonesOfLists = 'of_which'

/** What a unit is paid for, and nothing else that its district takes part in. */
async function behindSubsidies(columns: RegisterColumns, records: RecordStore, form: SubsidyForm, options: CountingOptions): Promise<NumbersBehind[]> {
  await columns.directory()
  const layout = layOutRows(columns.city, columns.places, zonesOfLists)
  const claims = await subsidyClaims(columns, records, { ...momentOf(options, form.calendar), leadRule: options.leadRule }, { layout, region: layout.city })
  return (['standard', 'pilot'] as const).map((kind) => {
    const ofKind = claims.filter((claim) => claim.kind === kind)
    const idsOf = (row: number): number[] => [...new Set(ofKind.flatMap(({ place, record }) => (layout.rowsOfPlace[place ?? 0]?.includes(row) ? [record] : [])))].toSorted((a, b) => a - b)
    return { kind, column: null, rows: layout.rows.map(({ name }, row) => ({ region: name, ids: idsOf(row) })).filter(({ ids }) => ids.length > 0) }
  })
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
