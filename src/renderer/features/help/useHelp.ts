import { useEffect, useEffectEvent, useState } from 'react'
import type { Destination } from '../../components/navigation'
import { chapterFor } from './manual'

export interface Help {
  chapter: string | null
  tourStep: number | null
  open(chapter: string): void
  close(): void
  startTour(): void
  setTourStep(step: number | null): void
}

/** What of the help is open. F1 and the menu come as commands; “?” opens the shortcuts unless somebody is typing. */
export function useHelp(): Help {
  const [chapter, setChapter] = useState<string | null>(null)
  const [tourStep, setTourStep] = useState<number | null>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if ((event.key !== '?' && event.key !== '？') || event.isComposing || isTyping(event.target)) return
    event.preventDefault()
    setChapter('shortcuts')
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
  return { chapter, tourStep, open: setChapter, close: () => setChapter(null), startTour: () => setTourStep(0), setTourStep }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('.ag-cell') !== null)
}

export function chapterOn(route: Destination['route']): string {
  return chapterFor(route)
}
