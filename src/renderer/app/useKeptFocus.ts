import { useEffect, type RefObject } from 'react'

/** A control that had the keyboard, and what it takes to know it again when it is drawn anew. */
interface Place {
  control: WeakRef<HTMLElement>
  selector: string
  text: string
  /** Name of the panel or strip it stands in: every panel has a button that closes it. */
  part: string
  isOfPage: boolean
  /** The dialog, menu or panel it stands in. */
  popup: WeakRef<Element> | null
  /** A grid looks after its own cells. */
  grid: WeakRef<Element> | null
}

const popups = 'dialog, [role="dialog"], [role="menu"], aside'

const mostPlaces = 16

/**
 * Where the keyboard goes when the control that has it disappears: to the same control drawn anew; from a dialog or panel
 * that closes back to what had it before, which opened it; from a field that took the place of its button to that button;
 * else to the page, so that no key presses something that nobody sees. A control that is switched off while its work runs
 * gets the keyboard back.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let places: Place[] = []
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target !== document.body) places = [...places.filter(({ control }) => control.deref() !== target), placeOf(target, page.current)].slice(-mostPlaces)
    }
    // A key that closed something must not press what gets the keyboard: that waits until the key is let go.
    let isPressing = false
    const onKey = ({ key, type }: KeyboardEvent): void => {
      if (key !== 'Enter' && key !== ' ') return
      isPressing = type === 'keydown'
      if (!isPressing) keep()
    }
    const keep = (): void => {
      const last = places.at(-1)
      if (isPressing || document.activeElement !== document.body || last === undefined || last.control.deref()?.isConnected === true || last.grid?.deref()?.isConnected === true) return
      const dialog = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1)
      const scope = dialog ?? (last.isOfPage ? page.current : null) ?? document.body
      const isClosed = last.popup !== null && last.popup.deref()?.isConnected !== true
      const before = places.toReversed().filter((place, at) => at === 0 || isClosed || (at === 1 && place.control.deref()?.isConnected !== true))
      const next = before.map((place) => foundAgain(place, scope)).find((control) => control !== undefined) ?? dialog ?? page.current
      next?.focus({ preventScroll: true })
    }
    // Let go outside, the key was not heard.
    const release = (): void => { isPressing = false }
    // Switched off for a moment, a control loses the keyboard too: it gets it back with the next moment.
    let paused: HTMLElement | null = null
    const onSwitch = (control: Node): void => {
      if (!(control instanceof HTMLElement)) return
      const isOff = control.matches(':disabled')
      if (isOff && places.at(-1)?.control.deref() === control && (document.activeElement === document.body || document.activeElement === control)) paused = control
      if (isOff || paused !== control) return
      paused = null
      if (document.activeElement === document.body) control.focus({ preventScroll: true })
    }
    const watcher = new MutationObserver((changes) => {
      for (const { type, target } of changes) if (type === 'attributes') onSwitch(target)
      keep()
    })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('keyup', onKey, true)
    window.addEventListener('blur', release)
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('keyup', onKey, true)
      window.removeEventListener('blur', release)
      watcher.disconnect()
    }
  }, [page])
}

function placeOf(control: HTMLElement, page: HTMLElement | null): Place {
  const refTo = (part: Element | null): WeakRef<Element> | null => (part === null ? null : new WeakRef(part))
  const role = control.getAttribute('role')
  return { control: new WeakRef(control), selector: role === null ? control.localName : `${control.localName}[role="${role}"]`, text: nameOf(control), part: partOf(control), isOfPage: page?.contains(control) === true, popup: refTo(control.closest(popups)), grid: refTo(control.closest('.ag-root-wrapper')) }
}

/** The control, where it still is, or the one that took its place. */
function foundAgain({ control, selector, text, part }: Place, scope: HTMLElement): HTMLElement | undefined {
  const known = control.deref()
  if (known?.isConnected === true) return scope.contains(known) && known.checkVisibility() ? known : undefined
  return text === '' ? undefined : [...scope.querySelectorAll<HTMLElement>(selector)].find((each) => nameOf(each) === text && partOf(each) === part && each.checkVisibility())
}

function partOf(control: HTMLElement): string {
  return control.parentElement?.closest('[aria-label]')?.ariaLabel ?? ''
}

function nameOf(control: HTMLElement): string {
  return control.ariaLabel ?? (control.localName === 'button' ? control.textContent : '')
}
