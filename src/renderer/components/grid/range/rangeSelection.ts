import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../resultSource'
import { boundsOf, cellCount, clip, contains, pasteBounds, rangeAt, rangeOf, type CellPlace, type CellRange, type GridSize, type RangeBounds } from './cellRange'
import { columnFields, placeOf, rowNumberId } from './gridPlaces'
import { paintRange } from './paintRange'
import { readPasted } from './pastedTable'
import { selectedRange, type RangeActions, type SelectedRange } from './rangeActions'
import { rangeCommand, type RangeWord } from './rangeKeys'
import { RangePointer } from './rangePointer'

/**
 * Ranges of cells on a grid that has none of its own: drawn with the mouse or the keyboard, copied, pasted, cleared and
 * filled. It listens on the grid's box before the grid does, and marks the cells that are drawn.
 */
export class RangeSelection {
  private range: CellRange | null = null
  private fillBounds: RangeBounds | null = null
  private api: GridApi<GridRow> | null = null
  private box: HTMLElement | null = null
  private actions: RangeActions | undefined
  private report: (range: SelectedRange | null) => void = () => undefined

  use(actions: RangeActions | undefined, report: (range: SelectedRange | null) => void): void {
    this.actions = actions
    this.report = report
  }

  /** Begins to listen; the answer ends it. */
  attach(api: GridApi<GridRow>, box: HTMLElement): () => void {
    this.api = api
    this.box = box
    const stop = new AbortController()
    const early = { capture: true, signal: stop.signal }
    const pointer = new RangePointer(box, {
      api, size: () => this.size(), columns: () => this.columns(), range: () => this.range,
      select: (range) => this.select(range),
      preview: (bounds) => this.showFill(bounds),
      fill: (source, target) => this.actions?.fill?.(this.worded(source), this.worded(target), { isBackwards: target.top < source.top || target.left < source.left, goesOn: true }),
    })
    pointer.listen(early)
    box.addEventListener('keydown', (event) => this.onKey(event), early)
    box.addEventListener('copy', (event) => this.onCopy(event), { signal: stop.signal })
    box.addEventListener('cut', (event) => this.onCopy(event, true), { signal: stop.signal })
    box.addEventListener('paste', (event) => this.onPaste(event), { signal: stop.signal })
    box.addEventListener('contextmenu', (event) => this.onMenu(event), { signal: stop.signal })
    box.querySelector('[role="grid"], [role="treegrid"]')?.setAttribute('aria-multiselectable', 'true')
    const observer = new MutationObserver(() => this.paint())
    observer.observe(box, { childList: true, subtree: true })
    return () => {
      stop.abort()
      observer.disconnect()
      pointer.stop()
    }
  }

  /** The grid moved its focus: the selection begins there, unless it began there already. */
  focused(place: CellPlace): void {
    if (this.range !== null && this.range.anchor.row === place.row && this.range.anchor.column === place.column) return
    this.select(rangeAt(place))
  }

  /** Another result: nothing is selected in it. */
  reset(): void {
    this.select(null)
  }

  /** One cell is left of the range: where it began. */
  collapse(): void {
    if (this.range !== null) this.select(rangeAt(this.range.anchor))
  }

  /** Columns have come, gone or moved, or the list became shorter. */
  refit(): void {
    if (this.range !== null) this.select(clip(this.range, this.size()))
  }

  selected(): SelectedRange | null {
    return this.range === null ? null : this.worded(boundsOf(this.range))
  }

  columnOf(field: string): number {
    return this.columns().indexOf(field)
  }

  /** Ctrl+Enter in an editor. */
  fillText(text: string): void {
    const range = this.selected()
    if (range !== null) this.actions?.fillText?.(range, text)
  }

  private select(range: CellRange | null): void {
    const isSame = JSON.stringify(this.range) === JSON.stringify(range)
    this.range = range
    this.paint()
    if (!isSame) this.report(this.selected())
  }

  private showFill(bounds: RangeBounds | null): void {
    this.fillBounds = bounds
    this.paint()
  }

  private paint(): void {
    if (this.box !== null) paintRange(this.box, this.columns(), this.range, this.fillBounds)
  }

  private columns(): readonly string[] {
    return this.api === null || this.api.isDestroyed() ? [] : columnFields(this.api)
  }

  private size(): GridSize {
    return { rows: this.api?.getDisplayedRowCount() ?? 0, columns: this.columns().length }
  }

  private worded(bounds: RangeBounds): SelectedRange {
    return selectedRange(bounds, this.columns())
  }

  private onKey(event: KeyboardEvent): void {
    if (this.range === null || event.isComposing || !isIdleCell(event.target)) return
    const command = rangeCommand(event, this.range, this.size())
    if (command === null || (command === 'collapse' && cellCount(this.range) === 1)) return
    event.preventDefault()
    event.stopPropagation()
    if (typeof command === 'string') this.run(command, this.range)
    else if ('goTo' in command) this.goTo(command.goTo)
    else {
      this.select(command.range)
      if (!command.isWhole) this.reveal(command.range.head)
    }
  }

  private run(command: RangeWord, range: CellRange): void {
    const bounds = boundsOf(range)
    switch (command) {
      case 'menu': return this.openMenu(range.anchor)
      case 'clear': return this.actions?.clear?.(this.worded(bounds))
      case 'collapse': return this.collapse()
      case 'down': return this.step(1)
      case 'up': return this.step(-1)
      case 'fillDown': return this.fillWithin(bounds, 'rows')
      case 'fillRight': return this.fillWithin(bounds, 'columns')
    }
  }

  /** The first row or column over the others; a single one takes the one before it. */
  private fillWithin(bounds: RangeBounds, along: 'rows' | 'columns'): void {
    const { top, left, bottom, right } = bounds
    const isDown = along === 'rows'
    const isSingle = isDown ? top === bottom : left === right
    const [firstRow, firstColumn] = isDown ? [isSingle ? top - 1 : top, left] : [top, isSingle ? left - 1 : left]
    if (firstRow < 0 || firstColumn < 0) return
    const source = isDown ? { ...bounds, top: firstRow, bottom: firstRow } : { ...bounds, left: firstColumn, right: firstColumn }
    const target = isDown ? { ...bounds, top: firstRow + 1 } : { ...bounds, left: firstColumn + 1 }
    this.actions?.fill?.(this.worded(source), this.worded(target), { isBackwards: false, goesOn: false })
  }

  /** Down or up from the focused cell, as Enter goes. */
  step(rows: number): void {
    const focused = this.api?.getFocusedCell()
    if (!this.api || !focused) return
    const row = focused.rowIndex + rows
    if (row < 0 || row >= this.size().rows) return
    this.api.ensureIndexVisible(row)
    this.api.setFocusedCell(row, focused.column)
  }

  private reveal({ row, column }: CellPlace): void {
    const field = this.columns()[column]
    this.api?.ensureIndexVisible(row)
    if (field !== undefined) this.api?.ensureColumnVisible(field)
  }

  private goTo(place: CellPlace): void {
    const field = this.columns()[place.column]
    if (field === undefined || this.size().rows === 0) return
    this.reveal(place)
    this.api?.setFocusedCell(place.row, field)
    this.select(rangeAt(place))
  }

  private onCopy(event: ClipboardEvent, isCut = false): void {
    const range = this.selected()
    if (range === null || !isIdleCell(event.target)) return
    event.preventDefault()
    this.actions?.copy(range)
    if (isCut) this.actions?.clear?.(range)
  }

  private onPaste(event: ClipboardEvent): void {
    if (this.range === null || !isIdleCell(event.target)) return
    event.preventDefault()
    this.paste(event.clipboardData?.getData('text/html') ?? '', event.clipboardData?.getData('text/plain') ?? '')
  }

  /** Lays what stands on the clipboard over the range. */
  private paste(html: string, text: string): void {
    if (this.range === null) return
    const block = readPasted(html, text)
    const [first] = block
    if (first === undefined || first.length === 0) return
    const target = pasteBounds(this.range, { rows: block.length, columns: first.length }, this.size())
    const cut = { rows: Math.max(0, block.length - (target.bottom - target.top + 1)), columns: Math.max(0, first.length - (target.right - target.left + 1)) }
    this.select(rangeOf(target))
    this.actions?.paste?.(block, this.worded(target), cut)
  }

  private onMenu(event: MouseEvent): void {
    const place = placeOf(event.target, this.columns())
    if (place === null || this.actions?.menu === undefined || this.api === null) return
    event.preventDefault()
    if (this.range === null || !contains(this.range, place)) {
      this.api.setFocusedCell(place.row, this.columns()[place.column] ?? rowNumberId)
      this.select(rangeAt(place))
    }
    this.showMenu(place, { x: event.clientX, y: event.clientY })
  }

  /** By the keyboard: below the focused cell. */
  private openMenu(place: CellPlace): void {
    this.reveal(place)
    const field = this.columns()[place.column] ?? ''
    const cell = this.box?.querySelector(`.ag-row[row-index="${place.row}"] .ag-cell[col-id="${field}"]`)?.getBoundingClientRect()
    if (cell !== undefined) this.showMenu(place, { x: cell.left, y: cell.bottom })
  }

  private showMenu({ row, column }: CellPlace, at: { x: number; y: number }): void {
    const range = this.selected()
    if (range !== null) this.actions?.menu?.(range, { row, field: this.columns()[column] ?? '' }, at)
  }
}

/** A cell, or the unseen input in it while nothing is typed. */
function isIdleCell(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches('.ag-cell') || target.matches('.cell-input:not(.is-editing)'))
}
