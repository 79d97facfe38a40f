import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import { listField, type ListField } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { CellEdit } from '../../workbook/patch/patchSheet'
import type { ListCell } from '../lists/rowCells'
import { unknownField } from '../lists/planList'
import type { RegisterSession } from '../session'
import { indexOf, type BoundList } from './boundCells'

interface ListColumn {
  column: number
  /** Null for the running number. */
  field: ListField | null
}

/**
 * The cells of a list in its declared rows; rows that stay over are emptied.
 *
 * @returns what `list` refuses, template_block_full when there are more records than rows
 */
export async function listEdits(session: RegisterSession, { sheet, first, last, list }: BoundList, today: string): Promise<Result<CellEdit[]>> {
  const columns: ListColumn[] = []
  for (const [letters, name] of Object.entries(list.columns)) {
    const field = name === '#' ? null : listField(list.kind, name)
    if (field === undefined) return unknownField(list.kind, '--bindings', name)
    columns.push({ column: indexOf(letters), field })
  }
  const found = await session.lists.find({ kind: list.kind, search: '', filters: list.filters, sort: list.sort }, today)
  if (!found.ok) return found
  const rows = last - first + 1
  if (found.value.count > rows) return fail('template_block_full', { sheet, row: first }, { rows, records: found.value.count })
  const fields = columns.flatMap(({ field }) => field ?? [])
  const records = await session.lists.rows(found.value, 0, found.value.count, fields, today)
  return succeed(Array.from({ length: rows }, (_, at) => {
    const record = records[at]
    return columns.map(({ column, field }): CellEdit => ({ row: first + at, column, value: record === undefined ? null : field === null ? at + 1 : shown(field, record.cells[field.name] ?? null) }))
  }).flat())
}

function shown(field: ListField, cell: ListCell): string | number | null {
  if (cell === null || typeof cell === 'number') return cell
  const { choices } = field
  const inWords = (value: string | number): string => (choices ? choiceLabel(choices, String(value)) : String(value))
  return Array.isArray(cell) ? cell.map(inWords).join('、') : typeof cell === 'boolean' ? (cell ? '是' : null) : inWords(cell)
}
