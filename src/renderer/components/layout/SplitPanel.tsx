import { useRef, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { usePanelSize } from './usePanelSize'
import './layout.css'

interface Props {
  /** Remembers the width under this name. */
  name: string
  /** Side of the panel at which its neighbour stands, and so its handle. */
  handleAt: 'left' | 'right'
  width: number
  least?: number
  most?: number
  /** Names the handle for those who hear the window. */
  label: string
  className?: string
  children: ReactNode
}

const keyStep = 16

/** A panel whose width can be dragged, or moved with the arrow keys, and is remembered. Double click: the first width again. */
export function SplitPanel({ name, handleAt, width, least = 240, most = 720, label, className = '', children }: Props) {
  const [size, setSize] = usePanelSize(name, width)
  const drag = useRef<{ x: number; size: number } | null>(null)
  const shown = Math.min(most, Math.max(least, size))
  const towards = handleAt === 'right' ? 1 : -1
  const resize = (wanted: number): void => setSize(Math.min(most, Math.max(least, wanted)))

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    drag.current = { x: event.clientX, size: shown }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (drag.current) resize(drag.current.size + towards * (event.clientX - drag.current.x))
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.key === 'ArrowRight' ? keyStep : event.key === 'ArrowLeft' ? -keyStep : 0
    if (step !== 0) resize(shown + towards * step)
  }
  return (
    <div className={`split-panel split-${handleAt} ${className}`} style={{ '--panel-width': `${shown}px` } as CSSProperties}>
      {children}
      <div
        role="separator" aria-orientation="vertical" aria-label={label} aria-valuenow={shown} aria-valuemin={least} aria-valuemax={most} tabIndex={0} className="split-handle"
        onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={() => (drag.current = null)} onKeyDown={onKeyDown} onDoubleClick={() => resize(width)}
      />
    </div>
  )
}
