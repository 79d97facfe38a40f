import type { Values } from '../../../../shared/domain/catalogue/fields'
import type { DraftingColumn, DraftingForm } from '../../../../shared/domain/catalogue/forms'
import { filterLabel, standardKinds } from '../../../../shared/domain/catalogue/filters'
import type { Result } from '../../../../shared/domain/result'
import { succeed } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import type { RecordStore } from '../../../store/registerStore'
import type { RegisterColumns } from '../../columns/registerColumns'
import type { StandardColumns } from '../../columns/standardColumns'
import { momentOf, type CountingOptions } from '../../ranking/countingOptions'
import { scan } from '../../ranking/figures'
import type { RegionRows } from '../../ranking/regionRows'
import type { FormTable, TableCell, TableRow } from './formTable'
import { localDrafters, type LocalDrafter } from './localDrafters'
import { dateCell, listed as list, orBlank, textOf as text, valuesById } from './recordCells'

/** One local drafting unit of one standard. */
interface DraftingEntry extends LocalDrafter {
  standard: number
  district: string
}

/** Fills F1: one row per standard and local unit of the asked region, by kind, then number, then place in the list. */
export async function fillDraftingForm(
  columns: RegisterColumns, records: RecordStore, form: DraftingForm, options: CountingOptions, layout: RegionRows, region: number,
): Promise<Result<FormTable>> {
  const standards = await columns.standards()
  const entries = await entriesOf(columns, standards, form, options, layout, region)
  const values = await valuesById(records, 'standard', entries.map(({ standard }) => standards.ids[standard] ?? 0))
  const directory = await columns.directory()
  const units = await valuesById(records, 'unit', entries.map(({ unit }) => directory.ids[unit] ?? 0))
  const described = entries.map(({ standard, unit, district, leads, position }) => ({
    standard: values.get(standards.ids[standard] ?? 0) ?? {}, unit: units.get(directory.ids[unit] ?? 0) ?? {}, district, leads, position,
    listLength: standards.listLength[standard] ?? 0,
  }))
  const rows = described.toSorted(byKindAndNumber).map((row, at): TableRow => ({
    cells: form.columns.map((column) => cellOf(column, row, at)), isAddend: true, isTotal: false,
  }))
  return succeed({ rows, totalRow: null })
}

async function entriesOf(
  columns: RegisterColumns, standards: StandardColumns, form: DraftingForm, options: CountingOptions, layout: RegionRows, region: number,
): Promise<DraftingEntry[]> {
  const directory = await columns.directory()
  const found = await scan(columns, { count: 'standards' }, { ...options, filters: { kind: form.kinds } }, momentOf(options, form.calendar))
  const wanted = new Set(found.members(layout, region))
  const entries: DraftingEntry[] = []
  for (let standard = 0; standard < standards.count; standard++) {
    if (!wanted.has(standards.ids[standard] ?? 0)) continue
    for (const drafter of localDrafters(standards, standard, options.leadRule, directory)) {
      const rows = layout.rowsOfPlace[drafter.place] ?? []
      if (rows.includes(region)) entries.push({ ...drafter, standard, district: districtName(columns, layout, drafter.place) })
    }
  }
  return entries
}

/** The district of a place as the rows name it; blank outside and where it is not known. */
export function districtName(columns: RegisterColumns, layout: RegionRows, place: number | null): string {
  return layout.rows[districtOrder(columns, layout, place)]?.name ?? ''
}

/** Where the district of a place stands among the rows, behind all of them where it is not known: a zone's is its host's. */
export function districtOrder(columns: RegisterColumns, layout: RegionRows, place: number | null): number {
  const code = columns.places.places[place ?? 0]?.district
  const order = layout.rows.findIndex((row) => row.code === code && row.level === 'district')
  return order === -1 ? layout.rows.length : order
}

interface Described {
  standard: Values
  unit: Values
  district: string
  leads: boolean
  position: number
  listLength: number
}

const order = new Intl.Collator('en', { numeric: true })

function byKindAndNumber(a: Described, b: Described): number {
  return kindOrder(a.standard) - kindOrder(b.standard)
    || order.compare(text(a.standard.standardNo), text(b.standard.standardNo))
    || a.position - b.position
}

function kindOrder({ kind }: Values): number {
  const place = standardKinds.findIndex(({ value }) => value === kind)
  return standardKinds[place]?.value === 'national_health' ? place - 1 : place
}

/** The five kinds a census form prints: both local kinds are 地方, GBZ is 国家. */
const printedKinds: Readonly<Record<string, string>> = {
  international: '国际', national: '国家', national_health: '国家', industry: '行业', local_province: '地方', local_city: '地方', group: '团体', enterprise: '企业',
}
const printedNatures: Readonly<Record<string, string>> = { mandatory: '强制', recommended: '推荐', guidance: '指导', voluntary: '自愿' }

function cellOf(column: DraftingColumn, row: Described, at: number): TableCell {
  const { standard, unit } = row
  switch (column) {
    case 'index': return { value: at + 1, format: '0' }
    case 'district': return { value: row.district }
    case 'unit': return { value: text(unit.name) }
    case 'uscc': return { value: text(unit.uscc) }
    case 'kind': return { value: printedKinds[text(standard.kind)] ?? text(standard.kind) }
    case 'nature': return orBlank(printedNatures[text(standard.nature)] ?? text(standard.nature))
    case 'newOrRevised': return { value: filterLabel('newOrRevised', text(standard.newOrRevised)) }
    case 'replaces': return orBlank(list(standard.replaces))
    case 'rankInList': return { value: row.position, format: '0' }
    case 'listLength': return { value: row.listLength === 0 ? null : row.listLength, format: '0' }
    case 'role': return { value: t(row.leads ? 'report.lead' : 'report.part') }
    case 'publishedOn': return dateCell(standard.publishedOn)
    case 'effectiveOn': return dateCell(standard.effectiveOn)
    case 'adoption': return orBlank([text(standard.adoption), text(standard.adopts)].filter((part) => part !== '').join(' '))
    case 'systems': return orBlank(list(standard.systems))
    case 'remark': return { value: standard.listConflict === 1 ? t('report.draftingConflict') : null }
    case 'standardNo': case 'title': case 'committee': return orBlank(text(standard[column]))
  }
}
