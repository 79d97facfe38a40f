import { useRef, type CSSProperties, type KeyboardEvent } from 'react'
import type { PrintedCell, PrintedForm } from '../../../shared/bridge/reports'
import { t } from '../../../shared/text/t'
import { useScrolledView } from '../../components/useScrolledView'
import { addressOf, layOutPaper, neighbour, scaleFor, sheetMarginPx, visibleCells, type Direction, type PaperLayout } from './paperLayout'

interface Props {
  form: PrintedForm
  chosen: PrintedCell | null
  onChoose(cell: PrintedCell): void
}

/** Padding of the desk at either side of the sheet, as in reports.css. */
const deskPaddingPx = 16
/** Drawn above and below what shows, so that scrolling meets no white. */
const spareShare = 0.5

/** The form on white paper, as it prints in either theme. Numbers with records behind them can be pressed. */
export function Paper({ form, chosen, onChoose }: Props) {
  const desk = useRef<HTMLDivElement>(null)
  const view = useScrolledView(desk)
  const layout = layOutPaper(form)
  const scale = scaleFor(layout, view.width - 2 * deskPaddingPx)
  const spare = view.height * spareShare
  const cells = visibleCells(form.cells, layout, (view.top - spare) / scale - sheetMarginPx - deskPaddingPx, (view.top + view.height + spare) / scale)

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (chosen === null || !event.key.startsWith('Arrow')) return
    const next = neighbour(form.cells, chosen, event.key as Direction)
    event.preventDefault()
    if (next === null) return
    onChoose(next)
    requestAnimationFrame(() => desk.current?.querySelector<HTMLElement>(`[data-address="${addressOf(next)}"]`)?.focus())
  }

  return (
    <div ref={desk} className="report-desk">
      <div className="paper" role="group" aria-label={t('reports.paper', { name: form.name })} onKeyDown={onKeyDown} style={{ zoom: scale, width: layout.width, height: layout.height } as CSSProperties}>
        {cells.map((cell) => <Cell key={addressOf(cell)} cell={cell} layout={layout} isChosen={chosen !== null && chosen.row === cell.row && chosen.column === cell.column} onChoose={onChoose} />)}
      </div>
    </div>
  )
}

function Cell({ cell, layout, isChosen, onChoose }: { cell: PrintedCell; layout: PaperLayout; isChosen: boolean; onChoose(cell: PrintedCell): void }) {
  const { row, column, rowSpan, colSpan, text, part, align, isBold, figure } = cell
  const left = layout.lefts[column] ?? 0
  const top = layout.tops[row] ?? 0
  const style = { left, top, width: (layout.lefts[column + colSpan] ?? left) - left, height: (layout.tops[row + rowSpan] ?? top) - top }
  const className = `paper-cell is-${part} to-${align}${isBold ? ' is-bold' : ''}${isCode(text) ? ' is-code' : ''}${isChosen ? ' is-chosen' : ''}`
  if (figure === null) return <div className={className} style={style}><span>{text}</span></div>
  return (
    <button type="button" className={`plain ${className} has-records`} style={style} data-address={addressOf(cell)} aria-pressed={isChosen} onClick={() => onChoose(cell)}>
      <span>{text}</span>
    </button>
  )
}

/** Numbers and codes stay on one line, as their columns are wide enough for them in the printed font. */
function isCode(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text)
}
