import { useId, useRef, type KeyboardEvent } from 'react'
import type { CrosstabTable } from '../../../shared/bridge/crosstab'
import type { TableShare } from '../../../shared/domain/crosstab/tableShare'
import { t } from '../../../shared/text/t'
import { sideLabel } from './crosstabChoice'
import { columnLabels, decimalsOf, printValue, wholesOf, type RowOrder, type TableLine } from './tableLines'
import { movedCell, type GridCell } from './movedCell'
import { columnWidths, type ColumnWidths } from './columnWidths'
import { lineHeight, useVisibleCells } from './useVisibleCells'

interface Props {
  table: CrosstabTable
  lines: readonly TableLine[]
  share: TableShare
  order: RowOrder
  current: GridCell
  onMove(cell: GridCell): void
  onOpen(cell: GridCell): void
  onCopy(cell: GridCell): void
  onEscape(): void
  onOrder(order: RowOrder): void
}

/**
 * A cross table of any size, of which only the cells in view exist. The grid itself has the keyboard: arrows walk from number to
 * number, Enter opens the records, Shift+Enter puts the rows in the order of the column, Ctrl+C copies a sentence.
 */
export function CrossGrid({ table, lines, share, order, current, onMove, onOpen, onCopy, onEscape, onOrder }: Props) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const labels = columnLabels(table)
  const decimals = decimalsOf(table)
  const widths = columnWidths(table, lines, labels, decimals)
  const { rows, columns } = useVisibleCells(box, current, lines.length, labels.length - 1, widths)
  const cellId = ({ line, column }: GridCell): string => `${id}-${line}-${column}`

  const orderBy = (column: number): void => onOrder(order === column ? null : column)
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedCell(current, event, lines, labels.length - 1)
    if (next) onMove(next)
    else if (event.key === 'Enter' && event.shiftKey) orderBy(current.column)
    else if (event.key === 'Enter' || event.key === ' ') onOpen(current)
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') onCopy(current)
    else if (event.key === 'Escape') onEscape()
    else return
    event.preventDefault()
  }
  const cellOf = (line: TableLine, at: number, column: number) => {
    const value = line.values[column] ?? null
    const text = printValue(value, share, wholesOf(table, line, column), decimals)
    const isCurrent = current.line === at && current.column === column
    return (
      <div
        key={column} id={cellId({ line: at, column })} role="gridcell" aria-colindex={column + 2} aria-selected={isCurrent}
        className={`cross-cell${column === labels.length - 1 ? ' cross-whole' : ''}${!value ? ' is-zero' : ''}`} style={{ width: column === labels.length - 1 ? widths.whole : widths.column }}
        aria-label={t('crosstab.cellLabel', { row: line.label, column: labels[column] ?? '', value: text })} onClick={() => onOpen({ line: at, column })}
      >
        {text}
      </div>
    )
  }
  return (
    <div
      ref={box} className="cross-grid" role="grid" tabIndex={0} aria-label={t('crosstab.tableName')} aria-rowcount={lines.length + 1} aria-colcount={labels.length + 1}
      aria-activedescendant={cellId(current)} onKeyDown={onKeyDown}
    >
      <div className="cross-head" role="row" aria-rowindex={1} style={{ width: widths.all }}>
        <div className="cross-name cut" role="columnheader" style={{ width: widths.head }} title={cornerText(table)}>{cornerText(table)}</div>
        <div style={{ width: columns.from * widths.column, flex: 'none' }} />
        {Array.from({ length: columns.to - columns.from }, (_, offset) => columns.from + offset).map((column) => (
          <HeadCell key={column} text={labels[column] ?? ''} width={widths.column} isOrder={order === column} onOrder={() => orderBy(column)} />
        ))}
        <div style={{ width: (labels.length - 1 - columns.to) * widths.column, flex: 'none' }} />
        <HeadCell text={labels.at(-1) ?? ''} width={widths.whole} isWhole isOrder={order === labels.length - 1} onOrder={() => orderBy(labels.length - 1)} />
      </div>
      <div style={{ height: lines.length * lineHeight, width: widths.all, position: 'relative' }}>
        {lines.slice(rows.from, rows.to).map((line, offset) => {
          const at = rows.from + offset
          return (
            <div key={at} className={`cross-line is-${line.kind}`} role="row" aria-rowindex={at + 2} style={{ top: at * lineHeight, width: widths.all }}>
              <div className="cross-name cut" role="rowheader" style={{ width: widths.head }} title={line.label}>{line.label}</div>
              {line.kind === 'heading' ? null : (
                <>
                  <div style={{ width: columns.from * widths.column, flex: 'none' }} />
                  {Array.from({ length: columns.to - columns.from }, (_, step) => cellOf(line, at, columns.from + step))}
                  <div style={{ width: (labels.length - 1 - columns.to) * widths.column, flex: 'none' }} />
                  {cellOf(line, at, labels.length - 1)}
                </>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function cornerText({ kind, dimensions }: CrosstabTable): string {
  return t('crosstab.corner', { rows: sideLabel(kind, dimensions.rows), columns: sideLabel(kind, dimensions.columns) })
}

interface HeadProps { text: string; width: ColumnWidths['column']; isOrder: boolean; isWhole?: boolean; onOrder(): void }

function HeadCell({ text, width, isOrder, isWhole = false, onOrder }: HeadProps) {
  return (
    <div role="columnheader" aria-sort={isOrder ? 'descending' : 'none'} className={isWhole ? 'cross-cell cross-whole' : 'cross-cell'} style={{ width }}>
      <button type="button" className="plain cut" tabIndex={-1} title={t('crosstab.orderHint', { name: text })} onClick={onOrder}>{text}{isOrder ? ' ↓' : ''}</button>
    </div>
  )
}
