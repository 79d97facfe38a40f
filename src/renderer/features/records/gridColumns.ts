import type { SortKey } from '../../../shared/bridge/lists'
import type { ViewColumn } from '../../../shared/bridge/views'
import { listField, listDefinitions } from '../../../shared/domain/catalogue/listFields'
import { tagsField } from '../../../shared/domain/tags'
import { formField, type FormField } from '../../../shared/domain/catalogue/recordForms'
import type { GridColumn } from '../../components/grid/ResultGrid'
import { printValue } from './printValue'
import { fieldTitle, type RecordView, type ViewColumn as ProgramColumn } from './recordViews'

export interface ColumnWishes {
  /** What is shown, from left to right. */
  columns: readonly ViewColumn[]
  /** The order the list begins with; undefined: the program's. */
  sort: readonly SortKey[] | undefined
  onFilter(field: string, heading: HTMLElement): void
}

/** Where neither a view nor the program says how wide. */
const usualWidth = 120

/** A kind's columns as the grid takes them. */
export function gridColumns(view: RecordView, { columns, sort, onFilter }: ColumnWishes): GridColumn[] {
  return columns.map(({ field, width, isPinned }) => {
    const own = view.columns.find((column) => column.field === field)
    const order = sortOf(field, own, sort)
    return {
      field,
      title: fieldTitle(view, field),
      isNumber: listField(view.kind, field)?.type === 'number' && field !== 'year',
      isPinned: isPinned === true,
      hasChips: field === tagsField,
      print: (cell) => printValue(view.kind, field, cell),
      onFilter: (heading) => onFilter(field, heading),
      ...(field === 'role' ? { tone: (cell) => (cell === 'lead' ? 'accent' : undefined) } : {}),
      ...(width === undefined ? (own?.isElastic ? { isElastic: true, ...(own.width === undefined ? {} : { width: own.width }) } : { width: own?.width ?? usualWidth }) : { width }),
      ...order,
    }
  })
}

function sortOf(field: string, own: ProgramColumn | undefined, sort: readonly SortKey[] | undefined): Pick<GridColumn, 'initialSort' | 'initialSortIndex'> {
  if (sort === undefined) return own?.initialSort === undefined ? {} : { initialSort: own.initialSort, initialSortIndex: 0 }
  const index = sort.findIndex((key) => key.field === field)
  return index === -1 ? {} : { initialSort: sort[index]?.descending ? 'desc' : 'asc', initialSortIndex: index }
}

/** The stored field behind a column that a person can type into in the grid; null for computed, fixed and long ones. */
export function typedField(view: RecordView, column: string): FormField | null {
  const stored = listField(view.kind, column)?.stored
  const field = stored === undefined ? undefined : formField(listDefinitions[view.kind].record, stored)
  return field === undefined || field.isFixed || field.control === 'lines' ? null : field
}
