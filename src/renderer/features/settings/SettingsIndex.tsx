import { useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/text/t'

/** Pixels below the upper edge within which a section has come up. */
const nearTop = 48

/**
 * The sections of the settings, read off their headings as they come in: the one that is looked at is marked, a press
 * leads to it, and the keyboard goes on from its heading.
 *
 * @param box  what is scrolled, with the sections in it
 */
export function SettingsIndex({ box }: { box: HTMLElement | null }) {
  const [titles, setTitles] = useState<readonly string[]>([])
  const [current, setCurrent] = useState(0)
  /** Where the box stood after a press: the last sections never come up to the edge, and are the ones looked at all the same. */
  const pressed = useRef({ index: 0, top: -1 })

  useEffect(() => {
    if (box === null) return undefined
    const look = (): void => {
      const headings = headingsOf(box)
      const found = headings.map(({ textContent }) => textContent)
      setTitles((known) => (known.length === found.length && known.every((title, index) => title === found[index]) ? known : found))
      setCurrent(box.scrollTop === pressed.current.top ? pressed.current.index : sectionInView(box, headings))
    }
    look()
    const resized = new ResizeObserver(look)
    const changed = new MutationObserver(look)
    resized.observe(box)
    changed.observe(box, { childList: true, subtree: true, characterData: true })
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      changed.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [box])

  const leadTo = (index: number): void => {
    const heading = box === null ? undefined : headingsOf(box)[index]
    if (box === null || heading === undefined) return
    heading.scrollIntoView()
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    pressed.current = { index, top: box.scrollTop }
    setCurrent(index)
  }

  return (
    <nav className="settings-index" aria-label={t('settings.index')}>
      {titles.map((title, index) => (
        <button key={title} type="button" className="plain" aria-current={index === current ? 'location' : undefined} onClick={() => leadTo(index)}>{title}</button>
      ))}
    </nav>
  )
}

function headingsOf(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(':scope > section > h2')]
}

/** The last section whose heading has come up; at the very end the last one of all. */
function sectionInView(box: HTMLElement, headings: readonly HTMLElement[]): number {
  if (box.scrollTop > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 1) return headings.length - 1
  const edge = box.getBoundingClientRect().top + nearTop
  return Math.max(0, headings.findLastIndex((heading) => heading.getBoundingClientRect().top <= edge))
}
