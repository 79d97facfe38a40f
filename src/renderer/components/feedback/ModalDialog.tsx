import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import './feedback.css'

interface Props {
  title: string
  className?: string
  /** Escape was pressed. */
  onLeave(): void
  children: ReactNode
}

/**
 * Something to be answered before the page goes on: no key reaches what is behind it. The keyboard begins at what bears
 * `data-first`, else at the first control: a dialog gives it away when it opens, after any `autoFocus`.
 */
export function ModalDialog({ title, className = '', onLeave, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [])
  return (
    <dialog ref={dialog} className={`question ${className}`} aria-labelledby={titleId} onCancel={onLeave} onKeyDownCapture={keepBehindList} onKeyDown={(event) => event.stopPropagation()}>
      <h1 id={titleId}>{title}</h1>
      {children}
    </dialog>
  )
}

/** Escape closes an open list first, and only the next one the dialog. */
function keepBehindList(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key === 'Escape' && event.target instanceof Element && event.target.closest('.ant-select-open') !== null) event.preventDefault()
}
