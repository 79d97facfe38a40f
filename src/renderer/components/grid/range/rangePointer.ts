import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../resultSource'
import { boundsOf, contains, extendTo, fillTarget, rangeAt, rangeOf, wholeColumns, wholeRows, type CellPlace, type CellRange, type GridSize, type RangeBounds } from './cellRange'
import { cellAround } from './gridPlaces'

export interface PointerTarget {
  api: GridApi<GridRow>
  size(): GridSize
  columns(): readonly string[]
  range(): CellRange | null
  select(range: CellRange): void
  /** Shows where a fill would go; null ends it. */
  preview(bounds: RangeBounds | null): void
  fill(source: RangeBounds, target: RangeBounds): void
}

/** How near to the corner of the range the fill handle is taken. */
const handlePixels = 7
/** A row further at every step while the pointer is held beyond the edge. */
const scrollEveryMs = 40

type Drag = { mode: 'cells' } | { mode: 'rows' } | { mode: 'fill'; source: CellRange; target: RangeBounds | null }

/** Draws ranges with the mouse: cells, whole rows by their numbers, columns by Ctrl on a heading, and the fill handle. */
export class RangePointer {
  private drag: Drag | null = null
  private pointer = { x: 0, y: 0 }
  private scrolling: ReturnType<typeof setInterval> | null = null

  constructor(private readonly box: HTMLElement, private readonly grid: PointerTarget) {}

  listen(options: { capture: boolean; signal: AbortSignal }): void {
    this.box.addEventListener('mousedown', (event) => this.onDown(event), options)
    this.box.addEventListener('click', (event) => this.onHeading(event), options)
    for (const name of ['pointerdown', 'click'] as const) this.box.addEventListener(name, (event) => { if (this.isOwn(event)) event.stopPropagation() }, options)
    document.addEventListener('mousemove', (event) => this.onMove(event), options)
    document.addEventListener('mouseup', () => this.onUp(), options)
  }

  stop(): void {
    if (this.scrolling !== null) clearInterval(this.scrolling)
    this.scrolling = null
    this.drag = null
  }

  private onDown(event: MouseEvent): void {
    const place = cellAround(event.target, this.grid.columns())
    if (event.button === 2 && this.isOwn(event)) event.stopPropagation()
    if (place === null || event.button !== 0 || (event.target instanceof Element && event.target.matches('.cell-input.is-editing'))) return
    const range = this.grid.range()
    if (range !== null && this.isHandle(event, range, place)) this.begin(event, { mode: 'fill', source: range, target: null })
    else if (place.column < 0) this.beginRows(event, place.row, range)
    else if (event.shiftKey && range !== null) {
      this.begin(event, { mode: 'cells' })
      this.grid.select(extendTo(range, place, this.grid.size()))
    } else {
      this.drag = { mode: 'cells' } // and the grid moves its focus here
      this.grid.select(rangeAt(place))
    }
  }

  /** Whether a press belongs to the selection: the grid would move its focus, and the range would begin anew. */
  private isOwn(event: MouseEvent): boolean {
    const range = this.grid.range()
    const place = cellAround(event.target, this.grid.columns())
    if (range === null || place === null || place.column < 0) return false
    if (event.button === 2) return contains(range, place)
    return event.button === 0 && (event.shiftKey || this.isHandle(event, range, place))
  }

  private beginRows(event: MouseEvent, row: number, range: CellRange | null): void {
    const from = event.shiftKey && range !== null ? range.anchor.row : row
    const first = this.grid.columns()[0]
    if (first !== undefined && !event.shiftKey) this.grid.api.setFocusedCell(row, first)
    this.grid.select(wholeRows({ anchor: { row: from, column: 0 }, head: { row, column: 0 } }, this.grid.size()))
    this.begin(event, { mode: 'rows' })
  }

  /** Takes the button for itself: the focus stays where it is. */
  private begin(event: MouseEvent, drag: Drag): void {
    this.drag = drag
    event.preventDefault()
    event.stopPropagation()
  }

  /** A click on a heading sorts; with Ctrl it selects the column, with Ctrl and Shift the columns up to it. */
  private onHeading(event: MouseEvent): void {
    if (!(event.ctrlKey || event.metaKey) || !(event.target instanceof Element)) return
    const column = this.grid.columns().indexOf(event.target.closest('.ag-header-cell')?.getAttribute('col-id') ?? '')
    if (column < 0) return
    event.preventDefault()
    event.stopPropagation()
    const range = this.grid.range()
    const anchor = event.shiftKey && range !== null ? range.anchor : { row: 0, column }
    if (!event.shiftKey) this.grid.api.setFocusedCell(0, this.grid.columns()[column] ?? '')
    this.grid.select(wholeColumns({ anchor, head: { row: 0, column } }, this.grid.size()))
  }

  private onMove(event: MouseEvent): void {
    if (this.drag === null) return
    if (event.buttons === 0) {
      this.onUp()
      return
    }
    this.pointer = { x: event.clientX, y: event.clientY }
    this.scrollBeyond()
    const place = cellAround(document.elementFromPoint(this.pointer.x, this.pointer.y), this.grid.columns())
    if (place !== null) this.reach(place)
  }

  private onUp(): void {
    const { drag } = this
    this.stop()
    if (drag?.mode !== 'fill') return
    this.grid.preview(null)
    if (drag.target === null) return
    const source = boundsOf(drag.source)
    this.grid.select(rangeOf(union(source, drag.target)))
    this.grid.fill(source, drag.target)
  }

  private reach(place: CellPlace): void {
    const { drag } = this
    const range = this.grid.range()
    if (drag === null || range === null) return
    const size = this.grid.size()
    if (drag.mode === 'rows') this.grid.select(wholeRows({ anchor: range.anchor, head: { ...place, column: 0 } }, size))
    else if (drag.mode === 'cells') this.grid.select(extendTo(range, place, size))
    else {
      drag.target = contains(drag.source, place) ? null : (fillTarget(drag.source, { row: place.row, column: Math.max(0, place.column) })?.target ?? null)
      this.grid.preview(drag.target)
    }
  }

  /** Holding the pointer below or above the rows brings the next ones. */
  private scrollBeyond(): void {
    const direction = this.beyond()
    if (direction === 0 && this.scrolling !== null) {
      clearInterval(this.scrolling)
      this.scrolling = null
    }
    if (direction !== 0) this.scrolling ??= setInterval(() => this.scrollOne(), scrollEveryMs)
  }

  private scrollOne(): void {
    const direction = this.beyond()
    const head = this.drag?.mode === 'fill' ? (this.drag.target ?? boundsOf(this.drag.source)) : this.grid.range()?.head
    if (direction === 0 || head === undefined) return
    const from = 'row' in head ? head : { row: direction > 0 ? head.bottom : head.top, column: head.right }
    const row = Math.max(0, Math.min(this.grid.size().rows - 1, from.row + direction))
    this.grid.api.ensureIndexVisible(row)
    this.reach({ row, column: from.column })
  }

  private beyond(): -1 | 0 | 1 {
    const bottom = this.box.querySelector('.ag-grid-viewport')?.getBoundingClientRect().bottom
    const top = this.box.querySelector('.ag-header')?.getBoundingClientRect().bottom
    if (bottom === undefined || top === undefined) return 0
    if (this.pointer.y > bottom) return 1
    return this.pointer.y < top ? -1 : 0
  }

  private isHandle(event: MouseEvent, range: CellRange, place: CellPlace): boolean {
    const { bottom, right } = boundsOf(range)
    if (place.row !== bottom || place.column !== right || !(event.target instanceof Element)) return false
    const cell = event.target.closest('.ag-cell')?.getBoundingClientRect()
    return cell !== undefined && cell.right - event.clientX <= handlePixels && cell.bottom - event.clientY <= handlePixels
  }
}

function union(a: RangeBounds, b: RangeBounds): RangeBounds {
  return { top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom), left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) }
}
