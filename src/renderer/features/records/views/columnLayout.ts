import type { SavedView, ViewColumn } from '../../../../shared/bridge/views'
import { listDefinitions, listField } from '../../../../shared/domain/catalogue/listFields'
import { language } from '../../../../shared/text/language'
import type { RecordView } from '../recordViews'

const englishWidth = 1.3

/** The columns of a list as they stand: those of a view where it says so, else the program's for the width there is. */
export function shownColumns(view: RecordView, isWide: boolean, columns: readonly ViewColumn[]): ViewColumn[] {
  const known = columns.filter(({ field }) => listField(view.kind, field) !== undefined)
  if (known.length > 0) return known
  return view.columns.filter((column) => isWide || column.isWide !== true).map(({ field, width, isElastic }) => ({ field, ...(width === undefined || isElastic ? {} : { width: widthOf(width) }) }))
}

/** The program's widths are made for Chinese headings; English ones are longer. */
function widthOf(width: number): number {
  return language() === 'en' ? Math.round(width * englishWidth) : width
}

/** Every field that can be a column: those of the program first, then the others of the catalogue. */
export function possibleColumns(view: RecordView): string[] {
  const own = view.columns.map(({ field }) => field)
  return [...own, ...listDefinitions[view.kind].fields.map(({ name }) => name).filter((name) => name !== 'key' && !own.includes(name))]
}

/** Shows a column after the others, or hides it; one column always stays. */
export function withColumn(columns: readonly ViewColumn[], field: string, isShown: boolean): ViewColumn[] {
  const others = columns.filter((column) => column.field !== field)
  if (isShown) return [...others, { field }]
  return others.length === 0 ? [...columns] : others
}

/** Pins a column behind the pinned ones, or lets it go to the front of the others. */
export function withPin(columns: readonly ViewColumn[], field: string, isPinned: boolean): ViewColumn[] {
  const column = columns.find((known) => known.field === field)
  if (column === undefined) return [...columns]
  const others = columns.filter((known) => known.field !== field)
  const pinned = others.filter((known) => known.isPinned)
  return [...pinned, { ...column, isPinned }, ...others.filter((known) => !known.isPinned)]
}

/** Whether a view is shown as it was saved. */
export function isSameView(a: Omit<SavedView, 'name' | 'kind'>, b: Omit<SavedView, 'name' | 'kind'>): boolean {
  const text = ({ search, filters, sort, columns }: Omit<SavedView, 'name' | 'kind'>): string => JSON.stringify([search, filters, sort, columns])
  return text(a) === text(b)
}
