import { useLayoutEffect, useState, type RefObject } from 'react'

/** What shows of a scrolled box, in pixels of its content. */
export interface ScrolledView {
  top: number
  left: number
  width: number
  height: number
}

/** Which part of a box is in view, as it is scrolled and resized: known before the box is painted. */
export function useScrolledView(box: RefObject<HTMLElement | null>): ScrolledView {
  const [view, setView] = useState<ScrolledView>({ top: 0, left: 0, width: 1_600, height: 900 })
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const look = (): void => setView({ top: element.scrollTop, left: element.scrollLeft, width: element.clientWidth, height: element.clientHeight })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box])
  return view
}
