import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import { listField, type ListField } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import type { CellValue } from '../../workbook/forms/formValues'
import type { CellEdit } from '../../workbook/forms/formValues'
import type { FoundList } from '../lists/listService'
import type { ListCell } from '../lists/rowCells'
import { unknownField } from '../lists/planList'
import type { RegisterSession } from '../opened/session'
import type { ListBinding } from '../../../shared/domain/filling/bindings'
import { indexOf, type BoundList } from './boundCells'
import { filledFilter, type TextFacts } from './placeholders'

interface ListColumn {
  column: number
  /** Null for the running number. */
  field: ListField | null
}

/** A list that has been looked up, with the records it will hold. */
export interface FoundListBlock {
  bound: BoundList
  columns: readonly ListColumn[]
  found: FoundList
  /** Rows that the block must grow by. */
  missing: number
}

/** @returns what `list` refuses, invalid_bindings */
export async function findList(session: RegisterSession, bound: BoundList, facts: TextFacts): Promise<Result<FoundListBlock>> {
  const { list, first, last } = bound
  const columns: ListColumn[] = []
  for (const [letters, name] of Object.entries(list.columns)) {
    const field = name === '#' ? null : listField(list.kind, name)
    if (field === undefined) return unknownField(list.kind, '--bindings', name)
    columns.push({ column: indexOf(letters), field })
  }
  const filters: ListBinding['filters'] = []
  for (const { field, values } of list.filters) {
    const filled: string[] = []
    for (const value of values) {
      const text = filledFilter(value, facts, list.kind === 'trademarks' ? 'trademark' : 'calendar')
      if (!text.ok) return text
      filled.push(text.value)
    }
    filters.push({ field, values: filled })
  }
  const found = await session.lists.find({ kind: list.kind, search: '', filters, sort: list.sort }, facts.today)
  return found.ok ? succeed({ bound, columns, found: found.value, missing: Math.max(0, found.value.count - (last - first + 1)) }) : found
}

/** The cells of a list from a row on; rows that stay over are emptied. */
export async function listEdits(session: RegisterSession, { bound, columns, found, missing }: FoundListBlock, firstRow: number, today: string): Promise<CellEdit[]> {
  const rows = bound.last - bound.first + 1 + missing
  const fields = columns.flatMap(({ field }) => field ?? [])
  const records = await session.lists.rows(found, 0, found.count, fields, today)
  return Array.from({ length: rows }, (_, at) => {
    const record = records[at]
    return columns.map(({ column, field }): CellEdit => ({ row: firstRow + at, column, value: record === undefined ? null : field === null ? at + 1 : shown(field, record.cells[field.name] ?? null), isFitted: true }))
  }).flat()
}

function shown(field: ListField, cell: ListCell): CellValue {
  if (cell === null || typeof cell === 'number') return cell
  if (field.type === 'date' && typeof cell === 'string') return { day: cell }
  const { choices } = field
  const inWords = (value: string | number): string => (choices ? choiceLabel(choices, String(value)) : String(value))
  return Array.isArray(cell) ? cell.map(inWords).join('、') : typeof cell === 'boolean' ? (cell ? '是' : null) : inWords(cell)
}
