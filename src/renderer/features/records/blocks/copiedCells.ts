import { listField } from '../../../../shared/domain/catalogue/listFields'
import { inChinese } from '../../../../shared/text/language'
import type { CopiedCell } from '../../../components/grid/range/clipboardText'
import type { GridRow } from '../../../components/grid/resultSource'
import { typedField } from '../gridColumns'
import { printValue } from '../printValue'
import type { RecordView } from '../recordViews'

/** Cells that are copied at once; a spreadsheet takes more, a clipboard does not. */
export const mostCopiedCells = 200_000

/** The cells of some rows as other programs get them: as shown, but numbers as numbers, whole dates as dates and nothing as nothing. */
export function copiedRows(view: RecordView, rows: readonly GridRow[], fields: readonly string[]): CopiedCell[][] {
  const writers = fields.map((field) => cellWriter(view, field))
  // They go into tables, and come back by the words of the catalogue.
  return inChinese(() => rows.map(({ cells }) => writers.map((write) => write(cells))))
}

function cellWriter(view: RecordView, field: string): (cells: GridRow['cells']) => CopiedCell {
  const type = listField(view.kind, field)?.type
  // A list that can be typed is written as its editor reads it.
  const isTypedList = typedField(view, field)?.control === 'list'
  return (cells) => {
    const cell = cells[field]
    if (cell === null || cell === undefined || cell === '' || (Array.isArray(cell) && cell.length === 0)) return { text: '' }
    if (type === 'number' && typeof cell === 'number') return { text: String(cell), number: cell }
    if (type === 'date' && typeof cell === 'string') return { text: printValue(view.kind, field, cell), isDate: true }
    if (!Array.isArray(cell)) return { text: printValue(view.kind, field, cell as string | number | boolean) }
    const values = cell.map((value: string | number) => printValue(view.kind, field, value))
    return { text: values.join(isTypedList ? '；' : '、') }
  }
}
