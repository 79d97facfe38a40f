import type { Values } from '../../../../shared/domain/catalogue/fields'
import type { HonourColumn, HonourForm } from '../../../../shared/domain/catalogue/forms'
import type { RecordStore } from '../../../store/registerStore'
import type { RegisterColumns } from '../../columns/registerColumns'
import { momentOf, type CountingOptions } from '../../ranking/countingOptions'
import { scan } from '../../ranking/figures'
import type { RegionRows } from '../../ranking/regionRows'
import { districtName, districtOrder } from './draftingTable'
import type { FormTable, TableCell } from './formTable'
import { dateCell, orBlank, textOf, valuesById } from './recordCells'

/** Fills F9: the awards that `honours` counts for the asked region, by district, then day, then name (domain.md 5). */
export async function fillHonourForm(
  columns: RegisterColumns, records: RecordStore, form: HonourForm, options: CountingOptions, layout: RegionRows, region: number,
): Promise<FormTable> {
  const found = await scan(columns, { count: 'honours' }, options, momentOf(options, form.calendar))
  const ids = Array.from(found.members(layout, region))
  const values = await valuesById(records, 'honour', ids)
  const places = new Map((await columns.honours()).map(({ id, place }) => [id, place]))
  const listed = ids.map((id) => ({ values: values.get(id) ?? {}, place: places.get(id) ?? null }))
  const orderOf = ({ place }: { place: number | null }) => districtOrder(columns, layout, place)
  const rows = listed.toSorted((a, b) => orderOf(a) - orderOf(b) || order.compare(sortKey(a.values), sortKey(b.values)))
  return {
    rows: rows.map(({ values: honour, place }, at) => ({
      cells: form.columns.map((column) => cellOf(column, honour, districtName(columns, layout, place), at)), isAddend: true, isTotal: false,
    })),
    totalRow: null,
  }
}

const order = new Intl.Collator('zh-CN', { numeric: true })

function sortKey({ honour, level, session, publishedOn, recipient }: Values): string {
  return [publishedOn, honour, level, session, recipient].map(textOf).join(' ')
}

function cellOf(column: HonourColumn, honour: Values, district: string, at: number): TableCell {
  switch (column) {
    case 'index': return { value: at + 1, format: '0' }
    case 'district': return orBlank(district)
    case 'publishedOn': return dateCell(honour.publishedOn)
    case 'remark': return { value: null }
    default: return orBlank(textOf(honour[column]))
  }
}
