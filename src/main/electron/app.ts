import { existsSync } from 'node:fs'
import { app, BrowserWindow, session } from 'electron'
import type { ShellHandlers } from '../../shared/bridge/contract'
import { succeed } from '../../shared/domain/result'
import { t } from '../../shared/text/t'
import { createAttachmentDesk } from './attachments'
import { askBeforeClosing, maySwitchRegister } from './closeQuestion'
import { copy, paste } from './clipboardCommands'
import { chooseFolder, chooseRegister, chooseTables, openTable, proposedRegister, saveWorkbook, showInFolder } from './dialogs'
import { lookAtPlace } from './lookAtPlace'
import { launchOptions } from './launchOptions'
import { log } from './logFile'
import { installMenu } from './menu'
import { createPreferences, type PreferenceDesk } from './preferences'
import type { ProgramPlace } from './programPlace'
import { appScheme, claimAppScheme, serveApp } from './protocol'
import { createRegisterHost, type RegisterHost } from './registerHost'
import { serveBridge } from './serve'
import { createUpdateDesk } from './updateDesk'
import { openMainWindow, sendToWindows } from './windows'

/** Wires the desktop program: one instance, one register process, windows that reach it through the bridge. */
export function startApp(place: ProgramPlace): void {
  claimAppScheme()
  // Date fields and other parts that Chromium draws speak Chinese on every computer.
  app.commandLine.appendSwitch('lang', 'zh-CN')
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
  void app.whenReady().then(() => run(place))
}

async function run(place: ProgramPlace): Promise<void> {
  log('start', { version: app.getVersion(), platform: process.platform, kind: place.kind })
  refusePermissions()
  serveApp()
  const preferences = createPreferences(place.dataFolder, (changed) => sendToWindows('preferences.changed', changed))
  const host = createRegisterHost(sendToWindows, (file) => preferences.set({ registerFile: file }))
  app.on('will-quit', () => host.stop())
  const firstPage = Promise.withResolvers<void>()
  serveBridge(host, shellHandlers({ place, host, preferences, firstPageDrawn: firstPage.resolve }))
  installMenu({ send: (command) => sendToWindows('menu.command', { command }), zoom: preferences.zoom })
  const registerFile = launchOptions(process.argv).registerFile ?? rememberedRegister(preferences)
  // The register opens while the window loads, so that its first rows are there when it shows.
  if (registerFile !== null) void host.call('register.open', { file: registerFile, create: false })
  const window = openMainWindow(`${appScheme}://window/index.html`, { zoomPercent: () => preferences.get().zoomPercent, showAfter: firstPage.promise })
  askBeforeClosing(window, host)
}

function rememberedRegister(preferences: PreferenceDesk): string | null {
  const { registerFile } = preferences.get()
  return registerFile !== null && existsSync(registerFile) ? registerFile : null
}

interface Shell {
  place: ProgramPlace
  host: RegisterHost
  preferences: PreferenceDesk
  firstPageDrawn(): void
}

function shellHandlers({ place, host, preferences, firstPageDrawn }: Shell): ShellHandlers {
  const attachments = createAttachmentDesk(host)
  const proposed = proposedRegister(place.dataFolder)
  return {
    ...createUpdateDesk({ place, host, preferences, send: sendToWindows }),
    'shell.chooseRegister': async (request) => ((await maySwitchRegister(host)) ? chooseRegister(request, proposed) : succeed({ file: null })),
    'shell.chooseFolder': chooseFolder,
    'shell.chooseTables': chooseTables,
    'shell.saveWorkbook': saveWorkbook,
    'shell.openTable': openTable,
    'shell.showInFolder': showInFolder,
    'shell.openAttachment': attachments.open,
    'shell.saveAttachment': attachments.save,
    'shell.copy': copy,
    'shell.paste': paste,
    'shell.drawn': async () => {
      firstPageDrawn()
      return succeed({})
    },
    // Beside a portable program the backups lie beside the register, wherever the disk is put in.
    'shell.places': async () => succeed({ registerFile: proposed, backupFolder: place.dataFolder === null ? null : t('dialog.portableBackups') }),
    'shell.lookAtPlace': lookAtPlace,
    'shell.preferences': async () => {
      const { theme, zoomPercent } = preferences.get()
      return succeed({ theme, zoomPercent })
    },
    'shell.setPreferences': async (change) => succeed(preferences.set(change)),
  }
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
