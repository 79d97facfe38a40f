import { callBridge } from '../../../bridge/bridgeClient'

/** How long the page waits for the event that lets it write. */
const patienceMs = 3_000

/**
 * Puts a table on the clipboard as text and as HTML, however long after the key.
 *
 * @returns false when the page was not allowed to
 */
export async function copyTable(text: string, html: string): Promise<boolean> {
  const filled = Promise.withResolvers<boolean>()
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    event.stopImmediatePropagation()
    filled.resolve(true)
  }
  document.addEventListener('copy', fill, { capture: true, once: true })
  const giveUp = setTimeout(() => filled.resolve(false), patienceMs)
  await callBridge('shell.copy', {})
  const isFilled = await filled.promise
  clearTimeout(giveUp)
  document.removeEventListener('copy', fill, { capture: true })
  return isFilled
}

/** Pastes where the focus is, as Ctrl+V does. */
export async function pasteHere(): Promise<void> {
  await callBridge('shell.paste', {})
}
