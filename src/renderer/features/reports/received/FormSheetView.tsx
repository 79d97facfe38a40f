import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react'
import type { SheetArea } from '../../../../shared/domain/filling/editBindings'
import { columnLetters } from '../../../../shared/domain/columnLetters'
import type { FormCell, FormSheet } from '../../../../shared/domain/filling/formSheet'
import { t } from '../../../../shared/text/t'
import { useScrolledView } from '../../../components/useScrolledView'
import { areaBetween, cellAt, placesOf, writtenArea, type ShownFigure, type SheetPlaces } from './formPlaces'

interface Props {
  sheet: FormSheet
  filled: ReadonlyMap<string, ShownFigure>
  faulty: ReadonlySet<string>
  isBound(row: number, column: number): boolean
  /** What a formula comes to once the form is filled; null where that is not known. */
  calculated(row: number, column: number): number | null
  chosen: SheetArea | null
  onChoose(area: SheetArea): void
}

/** Heads of rows and columns, as in received.css. */
const headPx = { width: 40, height: 22 }
const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** A sheet of the received form as it looks; cells are chosen by pointer or arrows, several with the pointer held or Shift. */
export function FormSheetView({ sheet, filled, faulty, isBound, calculated, chosen, onChoose }: Props) {
  const desk = useRef<HTMLDivElement>(null)
  const [begun, setBegun] = useState<{ row: number; column: number } | null>(null)
  const view = useScrolledView(desk)
  const places = placesOf(sheet)
  const cells = sheet.cells.filter(({ row, rowSpan }) => (places.tops[row - 1 + rowSpan] ?? 0) >= view.top - view.height && (places.tops[row - 1] ?? 0) <= view.top + 2 * view.height)
  const known = new Set(cells.map(({ row, column }) => `${row}:${column}`))
  const full = new Set([...sheet.cells.filter(({ kind }) => kind !== 'empty').map(({ row, column }) => `${row}:${column}`), ...filled.keys()])
  const isFree = ({ row, column, colSpan }: FormCell): boolean => colSpan === 1 && !full.has(`${row}:${column + 1}`)
  const added = [...filled.values()].filter(({ row, column }) => !known.has(`${row}:${column}`) && row <= sheet.rowHeights.length && column < sheet.columnWidths.length)

  function placeOf(event: PointerEvent<HTMLDivElement>): { row: number; column: number } {
    const box = event.currentTarget.getBoundingClientRect()
    return cellAt(places, event.clientX - box.left, event.clientY - box.top)
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    const place = placeOf(event)
    const from = event.shiftKey && chosen !== null ? { row: chosen.top, column: chosen.left } : place
    setBegun(from)
    event.currentTarget.setPointerCapture(event.pointerId)
    onChoose(areaBetween(sheet, from, place))
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const { row, column } = next(sheet, chosen, step, event.shiftKey)
    onChoose(areaBetween(sheet, event.shiftKey && chosen !== null ? { row: chosen.top, column: chosen.left } : { row, column }, { row, column }))
  }

  return (
    <div ref={desk} className="report-desk received-desk">
      <div className="received-sheet" style={{ width: places.width + headPx.width, height: places.height + headPx.height }}>
        <Heads places={places} sheet={sheet} chosen={chosen} />
        <div
          className="received-cells" role="application" aria-label={t('received.form', { sheet: sheet.name })} aria-description={chosen === null ? '' : writtenArea(chosen)} tabIndex={0}
          style={{ width: places.width, height: places.height }} onKeyDown={onKeyDown} onPointerDown={onPointerDown} onPointerUp={() => setBegun(null)}
          onPointerMove={(event) => { if (begun !== null) onChoose(areaBetween(sheet, begun, placeOf(event))) }}
        >
          {cells.map((cell) => {
            const key = `${cell.row}:${cell.column}`
            return <Cell key={key} cell={cell} places={places} shown={filled.get(key)?.text ?? null} calculated={cell.kind === 'formula' ? calculated(cell.row, cell.column) : null} isBound={isBound(cell.row, cell.column)} isFaulty={faulty.has(key)} reaches={!cell.isWrapped && isFree(cell)} />
          })}
          {added.map(({ row, column, text }) => {
            // Numbers and days stand at the right of their cell and reach into none.
            const align = /^[-\d.,%]+$/u.test(text) ? 'right' : 'left'
            return <Cell key={`${row}:${column}`} cell={{ ...bareCell(row, column), align }} places={places} shown={text} calculated={null} isBound isFaulty={faulty.has(`${row}:${column}`)} reaches={align === 'left' && isFree(bareCell(row, column))} />
          })}
          {chosen === null ? null : <div className="received-chosen" style={boxOf(places, chosen.top, chosen.left, chosen.bottom - chosen.top + 1, chosen.right - chosen.left + 1)} />}
        </div>
      </div>
      {sheet.isCut ? <p className="secondary received-cut">{t('received.cut')}</p> : null}
    </div>
  )
}

function next({ rowHeights, columnWidths }: FormSheet, chosen: SheetArea | null, [down, right]: readonly [number, number], isExtending: boolean): { row: number; column: number } {
  if (chosen === null) return { row: 1, column: 0 }
  const row = down > 0 || isExtending ? chosen.bottom : chosen.top
  const column = right > 0 || isExtending ? chosen.right : chosen.left
  return { row: Math.min(rowHeights.length, Math.max(1, row + down)), column: Math.min(columnWidths.length - 1, Math.max(0, column + right)) }
}

function bareCell(row: number, column: number): FormCell {
  return { row, column, rowSpan: 1, colSpan: 1, text: '', kind: 'empty', align: 'right', isBold: false, size: 11, fill: null, hasBorder: false, isWrapped: false }
}

function boxOf({ lefts, tops }: SheetPlaces, row: number, column: number, rowSpan: number, colSpan: number): CSSProperties {
  const [left, top] = [lefts[column] ?? 0, tops[row - 1] ?? 0]
  return { left, top, width: (lefts[column + colSpan] ?? left) - left, height: (tops[row - 1 + rowSpan] ?? top) - top }
}

interface CellProps { cell: FormCell; places: SheetPlaces; shown: string | null; calculated: number | null; isBound: boolean; isFaulty: boolean; reaches: boolean }

function Cell({ cell, places, shown, calculated, isBound, isFaulty, reaches }: CellProps) {
  const { row, column, rowSpan, colSpan, kind, align, isBold, size, fill, hasBorder } = cell
  const className = `received-cell is-${kind} to-${align}${isBold ? ' is-bold' : ''}${hasBorder ? ' has-border' : ''}${isBound ? ' is-bound' : ''}${isFaulty ? ' is-faulty' : ''}${cell.isWrapped ? ' is-wrapped' : ''}${reaches ? ' is-reaching' : ''}`
  const result = calculated === null ? null : calculated.toLocaleString('zh-CN', { maximumFractionDigits: 4 })
  const text = shown ?? result ?? cell.text
  return (
    <div className={className} title={result === null ? text : t('received.calculated', { formula: cell.text, value: result })} data-address={`${columnLetters(column)}${row}`} style={{ ...boxOf(places, row, column, rowSpan, colSpan), fontSize: `${size}pt`, ...(fill === null || isBound ? {} : { background: `#${fill}` }) }}>
      <span>{text}</span>
    </div>
  )
}

function Heads({ places, sheet, chosen }: { places: SheetPlaces; sheet: FormSheet; chosen: SheetArea | null }) {
  return (
    <>
      <div className="received-columns">
        {sheet.columnWidths.map((width, column) => (width === 0 ? null : (
          <span key={column} className={chosen !== null && column >= chosen.left && column <= chosen.right ? 'is-chosen' : ''} style={{ left: headPx.width + (places.lefts[column] ?? 0), width: (places.lefts[column + 1] ?? 0) - (places.lefts[column] ?? 0) }}>{columnLetters(column)}</span>
        )))}
      </div>
      <div className="received-rows">
        {sheet.rowHeights.map((height, index) => (height === 0 ? null : (
          <span key={index} className={chosen !== null && index + 1 >= chosen.top && index + 1 <= chosen.bottom ? 'is-chosen' : ''} style={{ top: places.tops[index] ?? 0, height: (places.tops[index + 1] ?? 0) - (places.tops[index] ?? 0) }}>{index + 1}</span>
        )))}
      </div>
    </>
  )
}
