import { app, BrowserWindow, session } from 'electron'
import { chooseRegister, saveWorkbook } from './dialogs'
import { launchOptions } from './launchOptions'
import { installMenu } from './menu'
import { appScheme, claimAppScheme, serveApp } from './protocol'
import { createRegisterHost } from './registerHost'
import { serveBridge } from './serve'
import { openMainWindow, sendToWindows } from './windows'

/** Wires the desktop program: one instance, one register process, windows that reach it through the bridge. */
export function startApp(): void {
  claimAppScheme()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.on('second-instance', focusMainWindow)
  app.on('window-all-closed', () => app.quit())
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  void app.whenReady().then(run)
}

async function run(): Promise<void> {
  refusePermissions()
  serveApp()
  const host = createRegisterHost(sendToWindows)
  app.on('will-quit', () => host.stop())
  serveBridge(host, { 'shell.chooseRegister': chooseRegister, 'shell.saveWorkbook': saveWorkbook })
  installMenu((command) => sendToWindows('menu.command', { command }))
  const { registerFile } = launchOptions(process.argv)
  if (registerFile !== null) await host.call('register.open', { file: registerFile, create: false })
  openMainWindow(`${appScheme}://window/index.html`)
}

function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
}

function focusMainWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
