import type { KeyboardEvent, PointerEvent } from 'react'
import './panels.css'

interface Props {
  label: string
  width: number
  least: number
  most: number
  onResize(width: number): void
}

const step = 20

/** The left edge of a panel at the right: dragged, or moved with the arrow keys when it has the focus. */
export function PanelDivider({ label, width, least, most, onResize }: Props) {
  const within = (wanted: number): number => Math.min(most, Math.max(least, wanted))
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const { currentTarget, pointerId, clientX: start } = event
    currentTarget.setPointerCapture(pointerId)
    const move = ({ clientX }: globalThis.PointerEvent): void => onResize(within(width + start - clientX))
    const end = (): void => {
      currentTarget.removeEventListener('pointermove', move)
      currentTarget.removeEventListener('pointerup', end)
    }
    currentTarget.addEventListener('pointermove', move)
    currentTarget.addEventListener('pointerup', end)
  }
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft') onResize(within(width + step))
    if (key === 'ArrowRight') onResize(within(width - step))
  }
  return (
    <div
      role="separator" tabIndex={0} className="panel-divider" aria-label={label} aria-orientation="vertical"
      aria-valuenow={width} aria-valuemin={least} aria-valuemax={most} onPointerDown={onPointerDown} onKeyDown={onKeyDown}
    />
  )
}
