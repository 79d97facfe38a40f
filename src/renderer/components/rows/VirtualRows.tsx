import { useEffect, useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import './rows.css'

export interface VirtualRowsHandle {
  /** Brings a row into view. */
  show(index: number): void
}

interface Props {
  count: number
  rowHeight: number
  label: string
  /** Changes when the list is another one: it then starts at its top. */
  resetKey: string
  /** The row that the arrow keys have come to: the list keeps the keyboard, and tells readers of the screen of this one. */
  current: number | null
  /** @param id  of the row's option */
  renderRow(index: number, id: string): ReactNode
  /** The rows in view, with some before and after them. */
  onVisible(from: number, to: number): void
  onKeyDown?(event: KeyboardEvent): void
  /** Stays above the rows, and moves sideways with them. */
  head?: ReactNode
  /** Wider than the box: the list then scrolls sideways as well. */
  width?: number
  ref?: Ref<VirtualRowsHandle>
}

const spare = 8

/** A list of any length of which only the rows in view exist. */
export function VirtualRows({ count, rowHeight, label, resetKey, current, renderRow, onVisible, onKeyDown, head, width, ref }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  const from = Math.max(0, Math.floor(top / rowHeight) - spare)
  const rowId = (index: number): string => `${id}-${index}`
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + spare)

  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    box.current?.scrollTo({ top: 0 })
  }, [resetKey])
  useEffect(() => onVisible(from, to), [from, to, onVisible])
  useImperativeHandle(ref, () => ({
    show(index) {
      const element = box.current
      if (element === null) return
      const at = index * rowHeight
      if (at < element.scrollTop || at + rowHeight > element.scrollTop + element.clientHeight) element.scrollTo({ top: Math.max(0, at - element.clientHeight / 3) })
    },
  }), [rowHeight])

  return (
    <div ref={box} className="virtual-rows" role="listbox" aria-label={label} tabIndex={0} aria-activedescendant={current !== null && current >= from && current < to ? rowId(current) : undefined} onScroll={(event) => setTop(event.currentTarget.scrollTop)} onKeyDown={onKeyDown}>
      {head === undefined ? null : <div className="virtual-rows-head" style={{ width }}>{head}</div>}
      <div className="virtual-rows-space" style={{ height: count * rowHeight, width }}>
        <div className="virtual-rows-window" style={{ transform: `translateY(${from * rowHeight}px)` }}>
          {Array.from({ length: Math.max(0, to - from) }, (_, offset) => renderRow(from + offset, rowId(from + offset)))}
        </div>
      </div>
    </div>
  )
}
