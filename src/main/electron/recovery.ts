import { app, dialog, type BrowserWindow } from 'electron'
import { t } from '../../shared/text/t'
import { stackOf } from './errorStack'
import { log } from './logFile'

/** Deaths within this time are one illness: after some the window is not brought back by itself. */
const illnessMs = 60_000
const returnsPerIllness = 3

export interface WindowWatch {
  /** The page has its contents again. @returns whether it had died before, which the clerk is told once */
  hasReturned(): boolean
}

/** Brings a window back whose page died. What was typed into the register was stored as it was typed. */
export function watchWindow(window: BrowserWindow): WindowWatch {
  let deaths: number[] = []
  let isBack = false
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log('window.gone', { reason, exitCode })
    deaths = [...deaths.filter((at) => Date.now() - at < illnessMs), Date.now()]
    isBack = true
    // Not while the page is still being taken down.
    if (deaths.length <= returnsPerIllness) return void setImmediate(() => window.webContents.reload())
    dialog.showErrorBox(t('app.name'), t('recovery.windowKeepsDying'))
    window.destroy()
  })
  window.webContents.on('unresponsive', () => log('window.unresponsive'))
  return {
    hasReturned() {
      const was = isBack
      isBack = false
      return was
    },
  }
}

/** What goes wrong outside the windows is written down; of a bug in this process the clerk is told in her words. */
export function watchProcesses(): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit' && reason !== 'killed') log('process.gone', { type, reason, exitCode, name })
  })
  const report = (error: unknown): void => log('main.error', { stack: stackOf(error instanceof Error ? (error.stack ?? error.name) : String(error)).join(' | ') })
  process.on('unhandledRejection', report)
  let isTold = false
  process.on('uncaughtException', (error) => {
    report(error)
    if (isTold || !app.isReady()) return
    isTold = true
    void dialog.showMessageBox({ type: 'warning', title: t('app.name'), message: t('recovery.mainFailed'), buttons: [t('recovery.restart'), t('recovery.goOn')], defaultId: 0, cancelId: 1, noLink: true }).then(({ response }) => {
      isTold = false
      if (response !== 0) return
      app.relaunch()
      app.quit()
    })
  })
}
