import type { ListFilter } from '../../../../shared/bridge/lists'
import { listField } from '../../../../shared/domain/catalogue/listFields'
import { t } from '../../../../shared/text/t'
import { locale } from '../../../../shared/text/language'
import type { SelectedRange } from '../../../components/grid/range/rangeActions'
import type { MenuEntry } from '../../../components/menus/PopupMenu'
import type { GridRow } from '../../../components/grid/resultSource'
import { excludeValue, onlyValue, withoutField } from '../filters'
import { printValue } from '../printValue'
import { fieldTitle, type RecordView } from '../recordViews'
import type { ListRangeActions } from './useRangeActions'

/** What the right mouse button was pressed on. */
export interface MenuSubject {
  range: SelectedRange
  cell: { row: number; field: string }
  at: { x: number; y: number }
  row: GridRow | null
}

export interface MenuWays {
  view: RecordView
  filters: readonly ListFilter[]
  actions: ListRangeActions
  setFilters(filters: readonly ListFilter[]): void
  paste(): void
  open(): void
  history(): void
  note(range: SelectedRange): void
  batch(range: SelectedRange): void
  tag(range: SelectedRange): void
  remove(range: SelectedRange): void
  /** A cross table of the listed records. */
  tabulate(): void
}

/** The menu of a cell in the order of a spreadsheet's: the clipboard, the cells, the filter, the record. */
export function menuEntries({ range, cell, row }: MenuSubject, ways: MenuWays): MenuEntry[] {
  const { view, actions } = ways
  const rows = range.to - range.from
  // As Ctrl+D: a single row takes what stands above it.
  const filledFrom = rows === 1 ? range.from - 1 : range.from
  const count = rows.toLocaleString(locale())
  return [
    { text: t('menu.copyCells'), shortcut: 'Ctrl+C', run: () => actions.copy(range) },
    { text: t('menu.copyHeadings'), run: () => actions.copyWithHeadings(range) },
    { text: t('menu.pasteCells'), shortcut: 'Ctrl+V', run: ways.paste },
    { text: t('menu.clearCells'), shortcut: 'Delete', run: () => actions.clear(range), isFirstOfGroup: true },
    { text: t('menu.fillDown'), shortcut: 'Ctrl+D', isDisabled: filledFrom < 0, run: () => actions.fill({ ...range, from: filledFrom, to: filledFrom + 1 }, { ...range, from: filledFrom + 1 }, { isBackwards: false, goesOn: false }) },
    ...filterEntries(cell.field, row, ways),
    { text: t('menu.crosstab'), run: ways.tabulate },
    { text: t('menu.open'), run: ways.open, isFirstOfGroup: true },
    { text: t('menu.history'), run: ways.history },
    { text: t('menu.batch', { count, unit: view.unit }), run: () => ways.batch(range), isFirstOfGroup: true },
    { text: t('tags.menu', { count, unit: view.unit }), run: () => ways.tag(range) },
    { text: t('menu.note', { count, unit: view.unit }), run: () => ways.note(range) },
    { text: t('menu.delete', { count, unit: view.unit }), run: () => ways.remove(range) },
  ]
}

function filterEntries(field: string, row: GridRow | null, { view, filters, setFilters }: MenuWays): MenuEntry[] {
  const drop = filters.some((filter) => filter.field === field)
    ? [{ text: t('menu.dropFilter', { field: fieldTitle(view, field) }), run: () => setFilters(withoutField(filters, field)) }]
    : []
  const value = row === null ? null : filterValue(row.cells[field])
  if (value === null) return drop
  const isEmpty = value === ''
  const words = isEmpty ? '' : printValue(view.kind, field, value)
  return [
    { text: isEmpty ? t('menu.onlyEmpty') : t('menu.only', { value: words }), run: () => setFilters(onlyValue(filters, field, value)), isFirstOfGroup: true },
    ...(canExclude(view, field) ? [{ text: isEmpty ? t('menu.excludeEmpty') : t('menu.exclude', { value: words }), run: () => setFilters(excludeValue(filters, field, value)) }] : []),
    ...drop,
  ]
}

/** The value as a filter takes it; of several the first. */
function filterValue(cell: GridRow['cells'][string] | undefined): string | null {
  if (cell === undefined || cell === null || cell === '') return ''
  if (!Array.isArray(cell)) return String(cell)
  return cell.length === 0 ? '' : String(cell[0])
}

function canExclude(view: RecordView, field: string): boolean {
  return listField(view.kind, field) !== undefined
}
