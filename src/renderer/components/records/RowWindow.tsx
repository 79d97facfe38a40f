import { useCallback, useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { blockRows, readBlocks, type RowBlocks } from './rowBlocks'
import './records.css'

interface Props<T> {
  /** What the rows are, for screen readers. */
  label: string
  count: number
  /** Pixels; all rows are equally high, so that any of a million can be scrolled to. */
  rowHeight: number
  /** Reads the rows [from, to); a new function is a new list. */
  load(from: number, to: number): Promise<readonly T[]>
  render(row: T, index: number): ReactNode
  onFailed(error: unknown): void
}

/** A long list of two-line rows beside a table: only what is seen is read and drawn. Arrow keys and Page keys scroll by rows. */
export function RowWindow<T>({ label, count, rowHeight, load, render, onFailed }: Props<T>) {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  const [read, setRead] = useState<{ of: Props<T>['load']; blocks: ReadonlyMap<number, readonly T[]> }>({ of: load, blocks: new Map() })
  const reader = useRef<RowBlocks | null>(null)
  const failed = useEffectEvent(onFailed)

  useEffect(() => {
    const blocks = readBlocks(
      load, (block, rows) => setRead((before) => ({ of: load, blocks: new Map(before.of === load ? before.blocks : []).set(block, rows) })), (error) => failed(error),
    )
    reader.current = blocks
    box.current?.scrollTo({ top: 0 })
    return () => blocks.close()
  }, [load])

  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setView((before) => ({ ...before, height: element.clientHeight })))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const first = Math.floor(view.top / rowHeight)
  const last = Math.min(count, first + Math.ceil(view.height / rowHeight) + 1)
  const firstBlock = Math.floor(first / blockRows)
  const lastBlock = Math.floor(Math.max(first, last - 1) / blockRows)

  useEffect(() => reader.current?.show(firstBlock, lastBlock, count), [load, count, firstBlock, lastBlock])

  const onKeyDown = useCallback((event: KeyboardEvent<HTMLDivElement>) => {
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 1)
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count }[event.key]
    if (step === undefined) return
    event.currentTarget.scrollBy({ top: step * rowHeight })
    event.preventDefault()
  }, [rowHeight, count])

  return (
    <div
      ref={box} className="row-window" role="list" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      <div className="row-window-all" style={{ height: count * rowHeight }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, offset) => {
          const index = first + offset
          const row = read.of === load ? read.blocks.get(Math.floor(index / blockRows))?.[index % blockRows] : undefined
          return (
            <div key={index} role="listitem" className="row-window-row" style={{ top: index * rowHeight, height: rowHeight }}>
              {row === undefined ? <span className="skeleton-line" /> : render(row, index)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
