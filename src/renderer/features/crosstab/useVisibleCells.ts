import { useEffect, type RefObject } from 'react'
import { useScrolledView } from '../../components/useScrolledView'
import type { ColumnWidths } from './columnWidths'
import type { GridCell } from './movedCell'

export const lineHeight = 28
const headHeight = 32
const spare = 4

interface Span { from: number; to: number }

export interface VisibleCells {
  rows: Span
  columns: Span
}

/** Which lines and columns of a scrolled box are in view, with some around them; the current number is brought into view. */
export function useVisibleCells(box: RefObject<HTMLDivElement | null>, { line, column: at }: GridCell, lineCount: number, columnCount: number, { head, column, whole }: ColumnWidths): VisibleCells {
  const view = useScrolledView(box)
  useEffect(() => {
    const element = box.current
    if (element !== null) bringIntoView(element, { line, column: at }, { head, column, whole }, columnCount)
  }, [box, line, at, head, column, whole, columnCount])
  return {
    rows: span(view.top / lineHeight, view.height / lineHeight, lineCount),
    columns: span(view.left / column, view.width / column, columnCount),
  }
}

/** The sticky head and names cover what is scrolled under them. */
function bringIntoView(element: HTMLElement, { line, column: at }: GridCell, { head, column, whole }: Pick<ColumnWidths, 'head' | 'column' | 'whole'>, columnCount: number): void {
  const top = line * lineHeight
  const room = element.clientHeight - headHeight - lineHeight
  if (top < element.scrollTop) element.scrollTop = top
  else if (top > element.scrollTop + room) element.scrollTop = top - room
  if (at >= columnCount) return
  const left = at * column
  const across = element.clientWidth - head - whole - column
  if (left < element.scrollLeft) element.scrollLeft = left
  else if (left > element.scrollLeft + across) element.scrollLeft = left - across
}

function span(first: number, seen: number, count: number): Span {
  const from = Math.min(count, Math.max(0, Math.floor(first) - spare))
  return { from, to: Math.min(count, Math.ceil(first + seen) + spare) }
}
