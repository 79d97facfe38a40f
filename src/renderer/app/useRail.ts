import { useState } from 'react'

const key = 'rail'

/** Whether the rail shows icons alone, remembered on this computer. */
export function useRail(): { isNarrow: boolean; resize(): void } {
  const [isNarrow, setNarrow] = useState(() => localStorage.getItem(key) === 'narrow')
  return {
    isNarrow,
    resize() {
      localStorage.setItem(key, isNarrow ? 'wide' : 'narrow')
      setNarrow(!isNarrow)
    },
  }
}
