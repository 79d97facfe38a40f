import { useCallback, useState } from 'react'

/** A width that is remembered between starts, in pixels; `null` before anybody has chosen one. */
export function useStoredWidth(name: string): [number | null, (width: number) => void] {
  const key = `width.${name}`
  const [width, setWidth] = useState<number | null>(() => readWidth(key))
  const store = useCallback((next: number) => {
    localStorage.setItem(key, String(Math.round(next)))
    setWidth(Math.round(next))
  }, [key])
  return [width, store]
}

function readWidth(key: string): number | null {
  const stored = Number(localStorage.getItem(key))
  return Number.isFinite(stored) && stored > 0 ? stored : null
}
