import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { BridgeEvents, EventName } from '../../shared/bridge/events'
import type { BridgeChannel } from '../../shared/bridge/windowBridge'
import { language } from '../../shared/text/language'
import { t } from '../../shared/text/t'
import { applyZoom } from './preferences'
import { appScheme, developmentServer, windowHost } from './protocol'
import { readWindowState, rememberWindowState } from './windowState'

/** Ground of the page in both themes (tokens: surface), so that nothing white flashes before the first paint. */
const ground = { light: '#FCFCFD', dark: '#1C1F24' }
/** The system's window buttons on our own title bar (tokens: chrome, text2). */
const titleBar = { light: { color: '#F3F4F6', symbolColor: '#515B67' }, dark: { color: '#16181C', symbolColor: '#AEB6C0' } }
const titleBarHeight = 35
const smallest = { width: 960, height: 560 }

export interface MainWindowOptions {
  zoomPercent(): number
  /** The window shows when this is done, or after a while in any case. */
  showAfter: Promise<unknown>
}

/** Longer than this nobody waits without seeing a window, whatever the first page still lacks. */
const longestWaitMs = 3_000

export function openMainWindow({ zoomPercent, showAfter }: MainWindowOptions): BrowserWindow {
  const { bounds, isMaximized } = readWindowState()
  const window = new BrowserWindow({
    ...bounds,
    ...leastSize(),
    show: false,
    title: t('app.name'),
    backgroundColor: ground[scheme()],
    titleBarStyle: 'hidden',
    titleBarOverlay: { ...titleBar[scheme()], height: titleBarHeight },
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  rememberWindowState(window)
  followColorScheme(window)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('did-finish-load', () => applyZoom(window, zoomPercent()))
  window.once('ready-to-show', () => {
    const patience = new Promise((resolve) => setTimeout(resolve, longestWaitMs))
    void Promise.race([showAfter, patience]).then(() => {
      if (window.isDestroyed()) return
      if (isMaximized) window.maximize()
      window.show()
    })
  })
  void window.loadURL(pageAddress())
  return window
}

/** A small screen that is scaled to 150 % has fewer points than a window usually asks for: its edges are to stay in sight. */
function leastSize(): { minWidth: number; minHeight: number } {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  return { minWidth: Math.min(smallest.width, width), minHeight: Math.min(smallest.height, height) }
}

/** Loads the window's page anew, on the settings from where that is asked. */
export function loadWindowsAgain(): void {
  void mainWindow()?.loadURL(`${pageAddress()}#settings`)
}

/** The page is told its language in its address: it must know it before its first line of code runs. */
function pageAddress(): string {
  return `${developmentServer() ?? `${appScheme}://${windowHost}/index.html`}?language=${language()}`
}

/** The window with the register; those of print previews belong to it. */
export function mainWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((window) => window.getParentWindow() === null)
}

export function sendToWindows<K extends EventName>(name: K, payload: BridgeEvents[K]): void {
  const channel: BridgeChannel = `bridge:event:${name}`
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload)
}

function scheme(): 'light' | 'dark' {
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
}

function followColorScheme(window: BrowserWindow): void {
  const follow = (): void => {
    window.setBackgroundColor(ground[scheme()])
    window.setTitleBarOverlay({ ...titleBar[scheme()], height: titleBarHeight })
  }
  nativeTheme.on('updated', follow)
  window.once('closed', () => nativeTheme.off('updated', follow))
}
