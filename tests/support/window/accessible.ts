import type { Page } from 'playwright-core'
import { cutTexts } from '../workbooks/cutTexts'

/** Roles that say nothing without a name. */
const named: ReadonlySet<string> = new Set(['dialog', 'alertdialog', 'grid', 'treegrid', 'tablist', 'menu', 'radiogroup', 'region', 'complementary', 'navigation', 'listbox', 'application', 'progressbar'])
/** What a list or a page takes the keyboard for, without being a control. */
const unnamed: ReadonlySet<string> = new Set(['RootWebArea', 'main', 'gridcell', 'row', 'rowheader', 'columnheader'])

/**
 * What would keep somebody from using the page as it stands: controls and parts without a name in the tree that screen
 * readers are given, text of too little contrast, text that is cut without a tooltip, controls that no scrolling brings
 * into the window, things that answer a click but no key.
 */
export async function obstacles(window: Page): Promise<string[]> {
  return [...new Set([...(await unnamedParts(window)), ...(await cutTexts(window)).map((text) => `cut: ${text}`), ...(await seenObstacles(window))])]
}

/** Those of them that depend on colours, sizes and where things are drawn. */
export async function seenObstacles(window: Page): Promise<string[]> {
  await window.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()))
  return [...new Set(await window.evaluate(drawnObstacles))]
}

async function unnamedParts(window: Page): Promise<string[]> {
  const session = await window.context().newCDPSession(window)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.send('DOM.getDocument')
  const found: string[] = []
  for (const { ignored, role, name, properties = [], backendDOMNodeId } of nodes) {
    const kind = String(role?.value ?? '')
    const isFocusable = properties.some((property) => property.name === 'focusable' && property.value.value === true)
    if (ignored || unnamed.has(kind) || String(name?.value ?? '').trim() !== '' || !(isFocusable || named.has(kind)) || backendDOMNodeId === undefined) continue
    const { outerHTML } = await session.send('DOM.getOuterHTML', { backendNodeId: backendDOMNodeId })
    // The grid's own stops before its first and behind its last cell, which lead on at once.
    if (!outerHTML.includes('ag-tab-guard')) found.push(`no name: ${kind} ${outerHTML.slice(0, 120)}`)
  }
  await session.detach()
  return found
}

/** Runs in the page. */
function drawnObstacles(): string[] {
  const leastContrast = 4.45
  const leastContrastOfLarge = 3
  type Colour = readonly [number, number, number, number]
  const isSeen = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().width > 0
  const said = (element: Element): string => `${element.localName}.${element.getAttribute('class') ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}”`
  const colourOf = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/gu) ?? []).map(Number)
    return [red, green, blue, alpha]
  }
  const over = (upper: Colour, lower: Colour): Colour => [0, 1, 2].map((at) => (upper[at] ?? 0) * upper[3] + (lower[at] ?? 0) * (1 - upper[3])).concat(1) as unknown as Colour
  const grounds = new Map<Element, Colour>()
  const groundOf = (element: Element | null): Colour => {
    if (element === null) return [255, 255, 255, 1]
    const ground = grounds.get(element) ?? over(colourOf(getComputedStyle(element).backgroundColor), groundOf(element.parentElement))
    grounds.set(element, ground)
    return ground
  }
  const luminance = (colour: Colour): number => {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: Colour, other: Colour): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }
  const faults: string[] = []
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
    if (!hasText || !isSeen(element) || element.closest(':disabled, [aria-disabled="true"], label:has(:disabled)') !== null) continue
    const { color, fontSize, fontWeight } = getComputedStyle(element)
    const ink = colourOf(color)
    const isLarge = Number.parseFloat(fontSize) >= 24 || (Number.parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 600)
    const ground = groundOf(element)
    const ratio = contrast(over(ink, ground), ground)
    if (ink[3] > 0 && ratio < (isLarge ? leastContrastOfLarge : leastContrast)) faults.push(`contrast ${ratio.toFixed(2)}: ${said(element)}`)
  }
  /** Whether a control lies outside what scrolling can show, in either direction. */
  const isOutOfReach = (control: Element): boolean => {
    const box = control.getBoundingClientRect()
    let [scrollsAcross, scrollsDown] = [false, false]
    for (let each = control.parentElement; each !== null; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each)
      const view = each.getBoundingClientRect()
      scrollsAcross ||= ['auto', 'scroll'].includes(overflowX)
      scrollsDown ||= ['auto', 'scroll'].includes(overflowY)
      if (!scrollsAcross && ['hidden', 'clip'].includes(overflowX) && (box.right > view.right + 2 || box.left < view.left - 2)) return true
      if (!scrollsDown && ['hidden', 'clip'].includes(overflowY) && (box.bottom > view.bottom + 2 || box.top < view.top - 2)) return true
    }
    return (!scrollsAcross && (box.right > innerWidth + 2 || box.left < -2)) || (!scrollsDown && (box.bottom > innerHeight + 2 || box.top < -2))
  }
  for (const control of document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex]')) {
    if (control.tabIndex > 0) faults.push(`goes before its turn: ${said(control)}`)
    if (control.tabIndex === 0 && isSeen(control) && control.closest('.ag-root, .unseen') === null && isOutOfReach(control)) faults.push(`out of reach: ${said(control)}`)
  }
  // What shows a hand under the pointer answers a click; a key must be able to do the same.
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    const isOwn = getComputedStyle(element).cursor === 'pointer' && getComputedStyle(element.parentElement ?? element).cursor !== 'pointer'
    if (isOwn && isSeen(element) && element.closest('button, a, input, label, summary, [tabindex], [role="option"]') === null && element.querySelector('input, button') === null) faults.push(`for the mouse alone: ${said(element)}`)
  }
  return faults
}
