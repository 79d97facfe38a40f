import { useEffect, type RefObject } from 'react'

/**
 * A panel that opens beside the page takes the keyboard: its first field, else its first button. Whoever opened it gets the
 * keyboard back when it closes, as with everything that disappears.
 *
 * @param asked  what the panel shows: something else asked for takes the keyboard anew
 */
export function useTakenFocus(panel: RefObject<HTMLElement | null>, asked: unknown = null): void {
  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('section input, section textarea') ?? panel.current?.querySelector<HTMLElement>('button')
    first?.focus()
  }, [panel, asked])
}
