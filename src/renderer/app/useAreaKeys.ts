import { useEffect } from 'react'
import { areaFocusEvent } from '../components/areaFocus'

/** Title bar, rail, the parts of the page (what stands beside a panel is one of its own), status bar and help. */
const areas = '.title-bar, .rail, .page > *, .page :has(> aside) > :not([role="separator"]), .status-bar, .tour, .manual'
const tabbable = 'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]'

/** F6 and Shift+F6 go on to the next and the previous area of the window, as in other programs: out of a grid as well. */
export function useAreaKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      goOn(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function goOn(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(areas)].filter((area) => area.querySelector(areas) === null && firstOf(area) !== undefined)
  const at = all.findIndex((area) => area.contains(document.activeElement))
  const next = all[at === -1 ? 0 : (at + step + all.length) % all.length]
  const own = next?.closest('[data-takes-area-focus]') ?? next?.querySelector('[data-takes-area-focus]')
  if (own) own.dispatchEvent(new Event(areaFocusEvent))
  if (next && !next.contains(document.activeElement)) firstOf(next)?.focus()
}

/** Where the Tab key would come to first, from above. */
function firstOf(area: HTMLElement): HTMLElement | undefined {
  return [...area.querySelectorAll<HTMLElement>(tabbable)].find((element) => element.tabIndex === 0 && element.checkVisibility({ visibilityProperty: true }))
}
