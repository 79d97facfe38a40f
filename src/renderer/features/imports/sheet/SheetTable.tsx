import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react'
import type { PreviewRow } from '../../../../shared/bridge/imports'
import { t, textOf } from '../../../../shared/text/t'
import { columnLetters } from '../../../../shared/domain/columnLetters'
import { columnWidths, dragHeader, layOutMerges, toggleHeaderRow, type Span } from './sheetLayout'
import { gapAfter, type RowRange, type SheetView } from './useSheetRows'

export interface SheetFocus { row: number; column: string | null }

interface Props {
  view: SheetView
  headerRows: readonly number[]
  focus: SheetFocus | null
  onHeader(rows: number[]): void
  onUnfold(range: RowRange): void
}

/** The sheet as it looks: blocks in colour, the header in a blue frame that can be clicked and dragged. */
export function SheetTable({ view, headerRows, focus, onHeader, onUnfold }: Props) {
  const [dragged, setDragged] = useState<number[] | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const widths = useMemo(() => columnWidths(view.rows, view.width), [view])
  const spans = useMemo(() => layOutMerges(view.rows, view.merges, view.width), [view])
  const header = dragged ?? headerRows

  useEffect(() => {
    if (focus !== null) box.current?.querySelector(`[data-row="${focus.row}"]`)?.scrollIntoView({ block: 'center' })
  }, [focus, view])

  const drag = (edge: 'top' | 'bottom') => ({
    onPointerDown: (event: PointerEvent) => event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove: (event: PointerEvent) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
      const row = rowUnder(event)
      if (row !== null) setDragged(dragHeader(headerRows, edge, row))
    },
    onPointerUp: () => {
      if (dragged !== null) onHeader(dragged)
      setDragged(null)
    },
  })

  return (
    <div ref={box} className="sheet-table">
      <table>
        <colgroup>
          <col className="sheet-role" />
          <col className="sheet-number" />
          {widths.map((width, column) => <col key={columnLetters(column)} style={{ width }} />)}
        </colgroup>
        <thead>
          <tr>
            <th>{t('imports.verdict')}</th>
            <th />
            {widths.map((_, column) => <th key={columnLetters(column)}>{columnLetters(column)}</th>)}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row, index) => (
            <SheetRow
              key={row.row}
              row={row}
              spans={spans}
              edges={{ isFirst: header[0] === row.row, isLast: header.at(-1) === row.row, isHeader: header.includes(row.row) }}
              focus={focus?.row === row.row ? focus : null}
              onToggle={() => onHeader(toggleHeaderRow(headerRows, row.row))}
              drag={drag}
              gap={gapAfter(view.rows, index)}
              onUnfold={onUnfold}
            />
          ))}
        </tbody>
      </table>
      {view.hiddenColumns > 0 ? <p className="secondary sheet-more">{t('imports.moreColumns', { count: view.hiddenColumns })}</p> : null}
    </div>
  )
}

interface RowProps {
  row: PreviewRow
  spans: ReadonlyMap<string, Span | null>
  edges: { isFirst: boolean; isLast: boolean; isHeader: boolean }
  focus: SheetFocus | null
  onToggle(): void
  drag(edge: 'top' | 'bottom'): object
  gap: RowRange | null
  onUnfold(range: RowRange): void
}

function SheetRow({ row, spans, edges, focus, onToggle, drag, gap, onUnfold }: RowProps) {
  const role = edges.isHeader ? 'header' : row.role === 'header' ? 'title' : row.role
  const classes = [`is-${role}`, row.verdict === null ? '' : `has-${row.verdict}`, focus === null ? '' : 'is-focused', edges.isFirst ? 'is-first' : '', edges.isLast ? 'is-last' : '']
  return (
    <>
      <tr data-row={row.row} className={classes.filter((name) => name !== '').join(' ')}>
        <td className="sheet-role">
          <button type="button" className="plain" title={`${roleWords(row, role)}\n${t('imports.headerHint')}`} onClick={onToggle}>{roleWords(row, role)}</button>
        </td>
        <td className="sheet-number">
          {row.row}
          {edges.isFirst ? <span className="sheet-handle is-top" {...drag('top')} /> : null}
          {edges.isLast ? <span className="sheet-handle is-bottom" {...drag('bottom')} /> : null}
        </td>
        {row.cells.map((text, column) => {
          const span = spans.get(`${row.row}:${column}`)
          if (span === null) return null
          const letter = columnLetters(column)
          const marks = `${row.marked === letter ? 'is-marked' : ''} ${focus?.column === letter ? 'is-focus' : ''}`.trim()
          return <td key={letter} className={marks === '' ? undefined : marks} rowSpan={span?.rows} colSpan={span?.columns} title={text}>{text}</td>
        })}
      </tr>
      {gap === null ? null : (
        <tr className="sheet-gap">
          <td className="sheet-role">{t('imports.role.data')}</td>
          <td className="sheet-number" />
          <td colSpan={row.cells.length}>
            <span>{t('imports.between', { from: gap[0], to: gap[1], count: gap[1] - gap[0] + 1 })}
            <button type="button" className="plain link" onClick={() => onUnfold([gap[0], Math.min(gap[1], gap[0] + 199)])}>{t('imports.expand')}</button></span>
          </td>
        </tr>
      )}
    </>
  )
}

function roleWords({ skipped, verdict }: PreviewRow, role: PreviewRow['role']): string {
  if (role === 'skipped' && skipped !== null) return `${t('imports.role.skipped')} ${textOf(`skip.${skipped}`).replace(/行$/u, '')}`
  if (role === 'data' && verdict !== null) return textOf(`rowVerdict.${verdict}`)
  return textOf(`imports.role.${role}`)
}

function rowUnder(event: PointerEvent): number | null {
  const row = document.elementFromPoint(event.clientX, event.clientY)?.closest('tr')?.dataset['row']
  return row === undefined ? null : Number(row)
}
