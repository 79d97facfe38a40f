import { useState } from 'react'
import { useWindowWidth } from '../components/useWindowWidth'

/** Below (zoomed to 150 % and beyond on the small window) the words of the rail would cost the page a seventh of its width. */
const smallWindow = 920

/** Whether the rail shows icons alone, remembered on this computer, for small windows by itself: those begin with icons. */
export function useRail(): { isNarrow: boolean; resize(): void } {
  const key = useWindowWidth() < smallWindow ? 'rail.small' : 'rail'
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const stored = chosen[key] ?? localStorage.getItem(key) ?? (key === 'rail' ? 'wide' : 'narrow')
  const isNarrow = stored === 'narrow'
  return {
    isNarrow,
    resize() {
      const next = isNarrow ? 'wide' : 'narrow'
      localStorage.setItem(key, next)
      setChosen({ ...chosen, [key]: next })
    },
  }
}
