import { useState } from 'react'

const prefix = 'panel.'

/** Width or height of a panel in pixels, remembered on this computer under its name. */
export function usePanelSize(name: string, first: number): [size: number, setSize: (size: number) => void] {
  const [size, setSize] = useState(() => remembered(name) ?? first)
  return [size, (next) => {
    setSize(next)
    localStorage.setItem(prefix + name, String(Math.round(next)))
  }]
}

function remembered(name: string): number | null {
  const size = Number(localStorage.getItem(prefix + name))
  return Number.isFinite(size) && size > 0 ? size : null
}
