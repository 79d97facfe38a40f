import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { isLeaving } from './isLeaving'
import './panels.css'

interface Props {
  /** What it is called for those who do not see it. */
  label: string
  /** The family of its contents, for their style. */
  className: string
  /** In pixels, where it can be dragged; else its style has it. */
  width?: number
  /** Closes it by Escape; left out, it stands as long as its page does. */
  onLeave?(): void
  ref?: Ref<HTMLElement>
  children: ReactNode
}

/**
 * What stands at the right of a page, whatever is in it. It scrolls as a whole unless a part of it does so itself; its sections
 * are parted by lines, and a <footer> with what can be done stays in sight. What is opened and closed again begins with a
 * {@link PanelHead}; what takes the keyboard when it opens is an {@link OpenedPanel}.
 */
export function SidePanel({ label, className, width, onLeave, ref, children }: Props) {
  const leave = (event: KeyboardEvent): void => {
    if (onLeave === undefined || !isLeaving(event)) return
    // The page that it stands beside is left by the next press.
    event.stopPropagation()
    onLeave()
  }
  return (
    <aside ref={ref} className={`${className} side-panel`} style={width === undefined ? undefined : { width }} aria-label={label} onKeyDown={leave}>
      {children}
    </aside>
  )
}
