import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import './menus.css'

export interface MenuEntry {
  text: string
  run(): void
  isDisabled?: boolean
  /** A key that does the same, for those who read it. */
  shortcut?: string
  /** A line above it. */
  isFirstOfGroup?: boolean
}

interface Props {
  label: string
  entries: readonly MenuEntry[]
  at: { x: number; y: number }
  /** Chosen, left, or Escape; whoever opened it takes the focus back. */
  onClose(): void
}

/** A menu at the pointer: arrows walk, Enter chooses, Escape and a click elsewhere close. */
export function PopupMenu({ label, entries, at, onClose }: Props) {
  const menu = useRef<HTMLUListElement>(null)
  const [place, setPlace] = useState(at)
  useLayoutEffect(() => {
    const box = menu.current?.getBoundingClientRect()
    if (box) setPlace({ x: Math.max(0, Math.min(at.x, window.innerWidth - box.width - 4)), y: Math.max(0, Math.min(at.y, window.innerHeight - box.height - 4)) })
    menu.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
  }, [at])
  useEffect(() => {
    const closeOutside = ({ target }: MouseEvent): void => {
      if (target instanceof Node && !menu.current?.contains(target)) onClose()
    }
    document.addEventListener('mousedown', closeOutside, true)
    window.addEventListener('blur', onClose)
    return () => {
      document.removeEventListener('mousedown', closeOutside, true)
      window.removeEventListener('blur', onClose)
    }
  }, [onClose])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') walk(menu.current, 1)
    else if (event.key === 'ArrowUp') walk(menu.current, -1)
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <ul ref={menu} role="menu" aria-label={label} className="popup-menu" style={{ left: place.x, top: place.y }} onKeyDown={onKeyDown} onContextMenu={(event) => event.preventDefault()}>
      {entries.map(({ text, run, isDisabled = false, shortcut, isFirstOfGroup }) => (
        <li key={text} role="none" className={isFirstOfGroup ? 'is-first' : undefined}>
          <button type="button" role="menuitem" className="plain" disabled={isDisabled} onClick={() => { onClose(); run() }}>
            <span className="cut" title={text}>{text}</span>
            {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
          </button>
        </li>
      ))}
    </ul>
  )
}

function walk(menu: HTMLElement | null, step: 1 | -1): void {
  const buttons = [...(menu?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons.at((at + step + buttons.length) % buttons.length)?.focus()
}
