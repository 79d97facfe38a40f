import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
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

const blockRows = 50

/** A long list of two-line rows beside a table: only what is seen is read and drawn. Arrow keys and Page keys scroll by rows. */
export function RowWindow<T>({ label, count, rowHeight, load, render, onFailed }: Props<T>) {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  const [blocks, setBlocks] = useState<ReadonlyMap<number, readonly T[]>>(new Map())
  const loading = useRef(new Set<number>())

  useEffect(() => {
    loading.current = new Set()
    setBlocks(new Map())
    box.current?.scrollTo({ top: 0 })
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

  useEffect(() => {
    let isCurrent = true
    for (let block = firstBlock; block <= lastBlock && block * blockRows < count; block++) {
      if (loading.current.has(block)) continue
      loading.current.add(block)
      load(block * blockRows, Math.min(count, (block + 1) * blockRows)).then(
        (rows) => { if (isCurrent) setBlocks((before) => new Map(before).set(block, rows)) },
        (error: unknown) => { if (isCurrent) onFailed(error) },
      )
    }
    return () => { isCurrent = false; loading.current = new Set(Array.from(blocks.keys())) }
    // Blocks that have come do not ask again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [load, count, firstBlock, lastBlock])

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
          const row = blocks.get(Math.floor(index / blockRows))?.[index % blockRows]
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
