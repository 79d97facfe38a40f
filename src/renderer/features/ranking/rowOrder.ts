import type { RankTable } from '../../../shared/bridge/counting'

/**
 * Indexes of the table's rows as shown: by the places of an indicator, rows without a place after them, equal places in
 * administrative order.
 */
export function shownRows({ rows, columns }: Pick<RankTable, 'rows' | 'columns'>, orderBy: string | null): number[] {
  const column = columns.find(({ indicator }) => indicator === orderBy)
  const order = rows.map((_, index) => index)
  if (!column) return order
  const place = (index: number): number => column.cells[index]?.rank ?? Number.POSITIVE_INFINITY
  return order.toSorted((a, b) => (place(a) === place(b) ? a - b : place(a) - place(b)))
}
