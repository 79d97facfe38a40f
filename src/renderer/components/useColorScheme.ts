import { useSyncExternalStore } from 'react'
import type { ColorScheme } from './palette'

const darkness = window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(onChange: () => void): () => void {
  darkness.addEventListener('change', onChange)
  return () => darkness.removeEventListener('change', onChange)
}

/** The system's theme, live. */
export function useColorScheme(): ColorScheme {
  return useSyncExternalStore(subscribe, () => (darkness.matches ? 'dark' : 'light'))
}
