import { useRef, type ReactNode } from 'react'
import { PanelHead } from './PanelHead'
import { SidePanel } from './SidePanel'
import { useTakenFocus } from './useTakenFocus'

interface Props {
  title: string
  className: string
  width?: number
  /** What was asked for: something else takes the keyboard anew. */
  asked?: unknown
  /** What stands beside the title. */
  tools?: ReactNode
  onClose(): void
  children: ReactNode
}

/** Something that was asked for beside a page: it takes the keyboard when it opens, and Escape closes it. */
export function OpenedPanel({ title, asked, tools, onClose, children, ...place }: Props) {
  const panel = useRef<HTMLElement>(null)
  useTakenFocus(panel, asked)
  return (
    <SidePanel ref={panel} label={title} onLeave={onClose} {...place}>
      <PanelHead title={title} tools={tools} onClose={onClose} />
      {children}
    </SidePanel>
  )
}
