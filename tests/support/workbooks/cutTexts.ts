import type { Page } from 'playwright-core'

/**
 * Texts that are drawn with “…” and say the rest nowhere: neither they nor anything around them has a tooltip. The
 * grid shows its own over cells that are cut.
 */
export async function cutTexts(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) continue
      if (getComputedStyle(element).textOverflow !== 'ellipsis' || element.closest('[title], .ag-cell') !== null) continue
      found.push(`${element.className}: ${element.textContent ?? ''}`)
    }
    return found
  })
}

/** Parts of the page that are wider than the window and would have to be scrolled sideways. */
export async function isWiderThanWindow(window: Page): Promise<boolean> {
  return window.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}
