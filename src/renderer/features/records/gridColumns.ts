import type { ListFilter } from '../../../shared/bridge/lists'
import { listField, listDefinitions } from '../../../shared/domain/catalogue/listFields'
import { formField, type FormField } from '../../../shared/domain/catalogue/recordForms'
import type { GridColumn } from '../../components/grid/ResultGrid'
import { printValue } from './printValue'
import { fieldTitle, type RecordView } from './recordViews'

/** A kind's columns as the grid takes them; the wide ones only where there is room. */
export function gridColumns(view: RecordView, isWide: boolean, filters: readonly ListFilter[], onFilter: (field: string, heading: HTMLElement) => void): GridColumn[] {
  return view.columns.filter((column) => isWide || column.isWide !== true).map(({ field, width, isElastic, initialSort, isFirstOnly }) => ({
    field,
    title: fieldTitle(view, field),
    isNumber: listField(view.kind, field)?.type === 'number' && field !== 'year',
    print: (cell) => printValue(view.kind, field, isFirstOnly && Array.isArray(cell) ? cell.slice(0, 1) : cell),
    onFilter: (heading) => onFilter(field, heading),
    isFiltered: filters.some((filter) => filter.field === field),
    ...(field === 'role' ? { tone: (cell) => (cell === 'lead' ? 'accent' : undefined) } : {}),
    ...(width === undefined ? {} : { width }),
    ...(isElastic === undefined ? {} : { isElastic }),
    ...(initialSort === undefined ? {} : { initialSort }),
  }))
}

/** The stored field behind a column that a person can type into in the grid; null for computed, fixed and long ones. */
export function typedField(view: RecordView, column: string): FormField | null {
  const stored = listField(view.kind, column)?.stored
  const field = stored === undefined ? undefined : formField(listDefinitions[view.kind].record, stored)
  return field === undefined || field.isFixed || field.control === 'lines' ? null : field
}
