import type { KeyboardEvent, ReactNode } from 'react'

export interface Tab<Id extends string | number> {
  id: Id
  text: ReactNode
}

interface Props<Id extends string | number> {
  /** What the tabs choose, for readers of the screen. */
  label: string
  className: string
  tabs: readonly Tab<Id>[]
  current: Id
  onChoose(id: Id): void
  /** What else stands in the strip, beside the tabs. */
  children?: ReactNode
}

/** Tabs as every program has them: one stop of the Tab key, arrows, Home and End go on to another tab. */
export function TabStrip<Id extends string | number>({ label, className, tabs, current, onChoose, children }: Props<Id>) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = tabs[steppedTo(event.key, tabs.findIndex(({ id }) => id === current), tabs.length)]
    if (next === undefined) return
    event.preventDefault()
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus()
    onChoose(next.id)
  }
  return (
    <div className={className}>
      <div className="tab-strip" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ id, text }) => (
          <button key={id} type="button" role="tab" className="plain" aria-selected={id === current} tabIndex={id === current ? 0 : -1} onClick={() => onChoose(id)}>{text}</button>
        ))}
      </div>
      {children}
    </div>
  )
}

/** Where a key leads among so many tabs; −1 where it is none of the strip's. */
function steppedTo(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowRight': return (at + 1) % count
    case 'ArrowLeft': return (at + count - 1) % count
    case 'Home': return 0
    case 'End': return count - 1
    default: return -1
  }
}
