import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { RankCell, RankColumn, RankTable as Table } from '../../../shared/bridge/counting'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { printUnit } from '../../components/values/printUnit'
import { FigureParts } from './FigureParts'
import { partsFor, type Part } from './tableLayout'

/** A number of the table: row by its place on the screen (the whole last), column by indicator. */
export interface CellPosition { row: number; column: number }

interface Props {
  table: Table
  /** Indexes of the table's rows as shown. */
  order: readonly number[]
  orderBy: string | null
  current: CellPosition
  isWide: boolean
  onMove(position: CellPosition): void
  onOpen(position: CellPosition, isByKey: boolean): void
  onCopy(position: CellPosition): void
  onEscape(): void
  onOrder(indicator: string): void
}

/** Districts by indicators. One cell takes the Tab; arrows go from number to number. */
export function RankTable({ table, order, orderBy, current, isWide, onMove, onOpen, onCopy, onEscape, onOrder }: Props) {
  const box = useRef<HTMLTableElement>(null)
  const parts = partsFor(isWide)
  const lastRow = order.length
  const shown = { row: Math.min(current.row, lastRow), column: Math.min(current.column, table.columns.length - 1) }

  useEffect(() => {
    // Follows the keyboard only: a table that is not worked in never takes the focus.
    const table = box.current
    if (table?.contains(document.activeElement)) table.querySelector<HTMLElement>('td[tabindex="0"]')?.focus()
  }, [shown.row, shown.column])

  const onKeyDown = (event: KeyboardEvent): void => {
    // A heading has its own Enter: it orders the rows.
    if (event.key !== 'Escape' && event.target instanceof HTMLElement && event.target.closest('thead') !== null) return
    const next = moved(shown, event, lastRow, table.columns.length - 1)
    if (next) onMove(next)
    else if (event.key === 'Enter' || event.key === ' ') onOpen(shown, true)
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') onCopy(shown)
    else if (event.key === 'Escape') onEscape()
    else return
    event.preventDefault()
  }
  const rowOf = (cells: (column: RankColumn) => RankCell | undefined, name: string, row: number) => (
    <tr key={name} className={row === lastRow ? 'rank-total' : undefined}>
      <th scope="row" className="cut" title={named(name)}>{named(name)}</th>
      {table.columns.map((column, index) => (
        <FigureParts
          key={column.indicator} column={column} cell={cells(column)} parts={parts} rowName={name}
          isCurrent={shown.row === row && shown.column === index}
          onOpen={() => onOpen({ row, column: index }, false)}
        />
      ))}
    </tr>
  )
  return (
    <table ref={box} className="rank-table" role="grid" aria-label={t('ranking.table.name')} onKeyDown={onKeyDown}>
      <Head table={table} parts={parts} orderBy={orderBy} onOrder={onOrder} />
      <tbody>
        {order.map((index, row) => rowOf(({ cells }) => cells[index], table.rows[index]?.name ?? '', row))}
        {rowOf(({ total }) => total, table.totalName, lastRow)}
      </tbody>
    </table>
  )
}

function moved({ row, column }: CellPosition, { key, ctrlKey }: KeyboardEvent, lastRow: number, lastColumn: number): CellPosition | null {
  switch (key) {
    case 'ArrowDown': return { row: Math.min(lastRow, row + 1), column }
    case 'ArrowUp': return { row: Math.max(0, row - 1), column }
    case 'ArrowRight': return { row, column: Math.min(lastColumn, column + 1) }
    case 'ArrowLeft': return { row, column: Math.max(0, column - 1) }
    case 'Home': return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End': return { row: ctrlKey ? lastRow : row, column: lastColumn }
    default: return null
  }
}

function Head({ table, parts, orderBy, onOrder }: Pick<Props, 'table' | 'orderBy' | 'onOrder'> & { parts: readonly Part[] }) {
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col">{t(table.scope === 'cities' ? 'ranking.city' : 'ranking.district')}</th>
        {table.columns.map(({ indicator, label, short, unit }) => (
          <th key={indicator} colSpan={parts.length} scope="colgroup" className="rank-indicator" aria-sort={indicator === orderBy ? 'ascending' : 'none'}>
            <button type="button" className="plain cut" title={t('ranking.columnTitle', { name: named(label), unit: printUnit(unit) })} onClick={() => onOrder(indicator)}>
              {t('ranking.columnTitle', { name: short, unit: printUnit(unit) })}
              {indicator === orderBy ? ' ↑' : ''}
            </button>
          </th>
        ))}
      </tr>
      <tr>
        {table.columns.flatMap(({ indicator }) => parts.map((part) => <th key={`${indicator}.${part}`} scope="col" className={`rank-part rank-${part}`}>{t(`ranking.part.${part}`)}</th>))}
      </tr>
    </thead>
  )
}
