import { useCallback, useState, type RefCallback } from 'react'

/** The width of an element in pixels as it changes; 0 before it stands. */
export function useElementWidth<T extends Element>(): [RefCallback<T>, number] {
  const [width, setWidth] = useState(0)
  const ref = useCallback((element: T | null) => {
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
