import type { ListKind } from '../../../../shared/bridge/lists'
import type { ViewColumn } from '../../../../shared/bridge/views'

/** Keeps how the clerk has arranged the columns of a whole list, for the next time it is opened; none are the program's. */
export function keepColumns(kind: ListKind, columns: readonly ViewColumn[]): void {
  if (columns.length === 0) localStorage.removeItem(keyOf(kind))
  else localStorage.setItem(keyOf(kind), JSON.stringify(columns))
}

/** The columns that were kept, as far as they make sense. */
export function keptColumns(kind: ListKind): ViewColumn[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(kind)) ?? '[]')
    return Array.isArray(kept) ? kept.flatMap(asColumn) : []
  } catch {
    return []
  }
}

function asColumn(kept: unknown): ViewColumn[] {
  if (typeof kept !== 'object' || kept === null) return []
  const [field, width, isPinned] = ['field', 'width', 'isPinned'].map((name): unknown => Reflect.get(kept, name))
  if (typeof field !== 'string') return []
  return [{ field, ...(typeof width === 'number' ? { width } : {}), ...(isPinned === true ? { isPinned } : {}) }]
}

function keyOf(kind: ListKind): string {
  return `columns.${kind}`
}
