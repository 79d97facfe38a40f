import { afterEach } from 'vitest'
import { runningApps, takePicture, type RunningApp } from './electronApp'

/** What lies over a page and takes its clicks. */
const overlays = 'dialog[open], [role="dialog"]:visible, [role="menu"]:visible, .ant-select-dropdown:visible'
const mostOverlays = 6

// One failure is one failure: what it leaves open would be in the way of every test behind it.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const app of runningApps()) {
    const name = `failed-${task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}`
    await takePicture(app.window, name).then(() => closeOverlays(app)).catch((error: unknown) => console.error(`${name}: ${String(error)}`))
  }
})

async function closeOverlays({ window }: RunningApp): Promise<void> {
  await window.mouse.up()
  for (let closed = 0; closed < mostOverlays && (await window.locator(overlays).count()) > 0; closed++) await window.keyboard.press('Escape')
}
