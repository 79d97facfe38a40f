import { useEffect, useEffectEvent } from 'react'

/** F8: next doubt; Ctrl with page keys: next and previous file. */
export function useImportKeys({ onNextDoubt, onFile }: { onNextDoubt(): void; onFile(step: number): void }): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'F8') onNextDoubt()
    else if (event.ctrlKey && event.key === 'PageDown') onFile(1)
    else if (event.ctrlKey && event.key === 'PageUp') onFile(-1)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
