import { setTimeout as wait } from 'node:timers/promises'
import { dialog, type BrowserWindow } from 'electron'
import type { JobState } from '../../shared/bridge/imports'
import { t } from '../../shared/text/t'
import type { RegisterHost } from './registerHost'

/** Files in these states lose what the clerk said about them when the program ends. */
const uncommitted: ReadonlySet<JobState> = new Set(['queued', 'reading', 'ready', 'locked', 'commit_queued', 'writing'])

/** A register that is silent for longer is not waited for: the question is then asked without a number. */
const longestSilenceMs = 3_000

/** Asks before a window closes, or the program quits, while files are taken in that were not committed. */
export function askBeforeClosing(window: BrowserWindow, host: RegisterHost): void {
  let isAsking = false
  window.on('close', (event) => {
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void mayClose(window, host).catch(() => true).then((isYes) => {
      isAsking = false
      if (isYes && !window.isDestroyed()) window.destroy()
    })
  })
}

async function mayClose(window: BrowserWindow, host: RegisterHost): Promise<boolean> {
  const files = await Promise.race([uncommittedFiles(host), wait(longestSilenceMs, null)])
  if (files === 0) return true
  const message = files === null ? t('closing.unknown') : t('closing.uncommitted', { files })
  const buttons = [t('closing.close'), t('closing.stay')]
  const { response } = await dialog.showMessageBox(window, { type: 'warning', title: t('app.name'), message, buttons, defaultId: 1, cancelId: 1, noLink: true })
  return response === 0
}

async function uncommittedFiles(host: RegisterHost): Promise<number> {
  const listed = await host.call('imports.jobs', {})
  return listed.ok ? listed.value.jobs.filter(({ state }) => uncommitted.has(state)).length : 0
}
