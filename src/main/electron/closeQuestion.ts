import { setTimeout as wait } from 'node:timers/promises'
import { BrowserWindow, dialog } from 'electron'
import { isUncommitted } from '../../shared/bridge/imports'
import { hasText, t, textOf } from '../../shared/text/t'
import type { RegisterHost } from './registerHost'
import type { UnfinishedDesk } from './unfinishedWork'

/** A register that is silent for longer is not waited for: the question is then asked without a number. */
const longestSilenceMs = 3_000

/** Asks before a window closes, or the program quits, while files are taken in that were not committed or other work is under way. */
export function askBeforeClosing(window: BrowserWindow, host: RegisterHost, unfinished: UnfinishedDesk): void {
  let isAsking = false
  window.on('close', (event) => {
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void mayLeave(window, host, unfinished, closing()).catch(() => true).then((isYes) => {
      isAsking = false
      if (isYes && !window.isDestroyed()) window.destroy()
    })
  })
}

interface LeavingWords {
  uncommitted(files: number): string
  unknown: string
  underWay(work: string): string
  leave: string
  stay: string
}

const closing = (): LeavingWords => ({ uncommitted: (files) => t('closing.uncommitted', { files }), unknown: t('closing.unknown'), underWay: (work) => t('closing.underWay', { work }), leave: t('closing.close'), stay: t('closing.stay') })
const switching = (): LeavingWords => ({ uncommitted: (files) => t('switching.uncommitted', { files }), unknown: t('switching.unknown'), underWay: (work) => t('switching.underWay', { work }), leave: t('switching.switch'), stay: t('switching.stay') })

/** Asks before another register takes the place of one into which files are taken in that were not committed. */
export function maySwitchRegister(host: RegisterHost, unfinished: UnfinishedDesk): Promise<boolean> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  return window === undefined ? Promise.resolve(true) : mayLeave(window, host, unfinished, switching())
}

async function mayLeave(window: BrowserWindow, host: RegisterHost, unfinished: UnfinishedDesk, words: LeavingWords): Promise<boolean> {
  // Told to end while it starts, as by a system that shuts down, it has nothing to ask.
  if (!host.hasAnswered()) return true
  const [work] = unfinished.underWay()
  const files = await Promise.race([uncommittedFiles(host), wait(longestSilenceMs, null)])
  if (files === 0 && work === undefined) return true
  const message = work !== undefined ? words.underWay(hasText(work.name) ? textOf(work.name) : work.name) : files === null ? words.unknown : words.uncommitted(files)
  const buttons = [words.leave, words.stay]
  const { response } = await dialog.showMessageBox(window, { type: 'warning', title: t('app.name'), message, buttons, defaultId: 1, cancelId: 1, noLink: true })
  return response === 0
}

async function uncommittedFiles(host: RegisterHost): Promise<number> {
  const listed = await host.call('imports.jobs', {})
  return listed.ok ? listed.value.jobs.filter(({ state }) => isUncommitted(state)).length : 0
}
