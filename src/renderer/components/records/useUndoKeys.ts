import { useEffect } from 'react'

/** Ctrl+Z and Ctrl+Y for the changes of this session; text that is being typed keeps its own undo. */
export function useUndoKeys({ undo, redo }: { undo(): void; redo(): void }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (key === 'y' || (key === 'z' && event.shiftKey)) redo()
      else if (key === 'z') undo()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [undo, redo])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !target.matches('input, textarea')) return false
  if (target.classList.contains('cell-input')) return target.classList.contains('is-editing')
  const row = target.closest<HTMLElement>('.field-row:not(.is-form)')
  return row === null || row.dataset['draft'] === 'true'
}
