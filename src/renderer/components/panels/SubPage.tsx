import { useEffect, useRef, type ReactNode } from 'react'
import { isLeaving } from './isLeaving'
import './panels.css'

interface Props {
  onBack(): void
  children: ReactNode
}

/**
 * A page that was opened from another: the keyboard begins at the first button of its head, where Ctrl+Z takes back changes and
 * not what was typed, unless a field has it already; Escape goes back.
 */
export function SubPage({ onBack, children }: Props) {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (page.current?.contains(document.activeElement) !== true) page.current?.querySelector<HTMLElement>('.page-head button')?.focus()
  }, [])
  return <div ref={page} className="sub-page" onKeyDown={(event) => { if (isLeaving(event) && !isTyped(event.target)) onBack() }}>{children}</div>
}

/** What was typed is not lost by the key that gives up a list or a word. */
function isTyped(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'text' && target.role !== 'combobox' && target.value !== ''
}
