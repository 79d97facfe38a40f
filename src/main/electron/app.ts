import { existsSync } from 'node:fs'
import { app, session } from 'electron'
import type { ShellHandlers } from '../../shared/bridge/contract'
import { succeed } from '../../shared/domain/result'
import { language, speak } from '../../shared/text/language'
import { t } from '../../shared/text/t'
import { createAttachmentDesk } from './attachments'
import { askBeforeClosing, maySwitchRegister } from './closeQuestion'
import { copy, paste } from './clipboardCommands'
import { createDiagnosisDesk } from './diagnosis'
import { chooseFolder, chooseRegister, chooseTables, openTable, proposedRegister, saveWorkbook, showInFolder } from './dialogs'
import { lookAtPlace } from './lookAtPlace'
import { launchOptions } from './launchOptions'
import { log } from './logFile'
import { installMenu } from './menu'
import { forbidDictionaries, forbidNetwork } from './noNetwork'
import { copyPicture, savePicture } from './pictures'
import { createPrintPreview } from './printPreview'
import { chosenLanguage, createPreferences, languageOf, type PreferenceDesk } from './preferences'
import type { ProgramPlace } from './programPlace'
import { claimAppScheme, serveApp } from './protocol'
import { watchProcesses, watchWindow, type WindowWatch } from './recovery'
import { createRegisterHost, type RegisterHost, type SendEvent } from './registerHost'
import { serveBridge } from './serve'
import { createUnfinishedDesk, type UnfinishedDesk } from './unfinishedWork'
import { createUpdateDesk } from './updateDesk'
import { loadWindowsAgain, mainWindow, openMainWindow, sendToWindows } from './windows'

/** Wires the desktop program: one instance, one register process, windows that reach it through the bridge. */
export function startApp(place: ProgramPlace): void {
  watchProcesses()
  claimAppScheme()
  forbidNetwork()
  // Date fields and other parts that Chromium draws speak the chosen language on every computer.
  const choice = chosenLanguage()
  if (choice !== 'system') app.commandLine.appendSwitch('lang', choice)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.on('second-instance', (_event, argv, folder) => {
    focusMainWindow()
    const { registerFile } = launchOptions(argv, folder)
    if (registerFile !== null) sendToWindows('register.asked', { file: registerFile })
  })
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
  forbidDictionaries(session.defaultSession)
  serveApp()
  const preferences = createPreferences(place.dataFolder, (changed) => sendToWindows('preferences.changed', changed))
  speak(languageOf(preferences.get().language))
  const unfinished = createUnfinishedDesk()
  const send: SendEvent = (name, payload) => {
    unfinished.hear(name, payload)
    if (name === 'imports.changed') noteWaiting()
    sendToWindows(name, payload)
  }
  const host = createRegisterHost(send, (file) => preferences.set({ registerFile: file }), unfinished.lost)
  const noteWaiting = atMostOnce(async () => {
    const [listed, said] = [await host.call('imports.jobs', {}), await host.call('imports.words', {})]
    if (!listed.ok || !said.ok) return
    const words = new Map(said.value.words.map((file) => [file.job, file.words]))
    // What was said about a file is kept also while it is judged again for it, or written.
    unfinished.awaits(listed.value.jobs.filter(({ job, state }) => state === 'ready' || state === 'locked' || words.has(job)).map(({ job, file, path }) => ({ file, path, words: words.get(job) })))
  })
  app.on('will-quit', () => {
    host.stop()
    unfinished.forget()
  })
  const firstPage = Promise.withResolvers<void>()
  let watch: WindowWatch | null = null
  const pageDrawn = (): void => {
    firstPage.resolve()
    if (watch?.hasReturned()) sendToWindows('window.returned', {})
  }
  serveBridge(host, shellHandlers({ place, host, preferences, unfinished, pageDrawn }))
  showMenu(preferences)
  const registerFile = launchOptions(process.argv, process.cwd()).registerFile ?? rememberedRegister(preferences)
  // The register opens while the window loads, so that its first rows are there when it shows.
  if (registerFile !== null) void host.call('register.open', { file: registerFile, create: false })
  const window = openMainWindow({ zoomPercent: () => preferences.get().zoomPercent, showAfter: firstPage.promise })
  watch = watchWindow(window)
  askBeforeClosing(window, host, unfinished)
}

const restMs = 300

/** Does it a moment later, once for all that asks for it until then. */
function atMostOnce(work: () => Promise<void>): () => void {
  let isWaiting = false
  return () => {
    if (isWaiting) return
    isWaiting = true
    setTimeout(() => {
      isWaiting = false
      void work().catch(() => undefined)
    }, restMs)
  }
}

function showMenu(preferences: PreferenceDesk): void {
  installMenu({ send: (command) => sendToWindows('menu.command', { command }), zoom: preferences.zoom })
}

/** Windows and menu are made anew in another language: what they say was partly put together when they were loaded. */
function followLanguage(preferences: PreferenceDesk): void {
  const wanted = languageOf(preferences.get().language)
  if (wanted === language()) return
  speak(wanted)
  showMenu(preferences)
  loadWindowsAgain()
}

function rememberedRegister(preferences: PreferenceDesk): string | null {
  const { registerFile } = preferences.get()
  return registerFile !== null && existsSync(registerFile) ? registerFile : null
}

interface Shell {
  place: ProgramPlace
  host: RegisterHost
  preferences: PreferenceDesk
  unfinished: UnfinishedDesk
  pageDrawn(): void
}

function shellHandlers({ place, host, preferences, unfinished, pageDrawn }: Shell): ShellHandlers {
  const attachments = createAttachmentDesk(host)
  const previews = createPrintPreview(host)
  const proposed = proposedRegister(place.dataFolder)
  return {
    ...createDiagnosisDesk({ place, host, preferences }),
    ...createUpdateDesk({ place, host, preferences, unfinished, send: sendToWindows }),
    'shell.chooseRegister': async (request) => ((await maySwitchRegister(host, unfinished)) ? chooseRegister(request, proposed) : succeed({ file: null })),
    'shell.chooseFolder': chooseFolder,
    'shell.chooseTables': chooseTables,
    'shell.saveWorkbook': saveWorkbook,
    'shell.savePicture': savePicture,
    'shell.copyPicture': copyPicture,
    'shell.openTable': openTable,
    'shell.previewPrint': previews.form,
    'shell.previewSheet': previews.sheet,
    'shell.showInFolder': showInFolder,
    'shell.openAttachment': attachments.open,
    'shell.saveAttachment': attachments.save,
    'shell.copy': copy,
    'shell.paste': paste,
    'shell.drawn': async () => {
      pageDrawn()
      return succeed({})
    },
    'shell.unfinished': async () => succeed({ work: unfinished.left() }),
    'shell.dismissUnfinished': async () => {
      unfinished.dismiss()
      return succeed({})
    },
    'shell.openUnfinished': async () => {
      for (const { path, words } of unfinished.waited()) {
        const opened = await host.call('imports.openAgain', { file: path, words })
        if (!opened.ok) return opened
      }
      unfinished.dismissWaited()
      return succeed({})
    },
    // Beside a portable program the backups lie beside the register, wherever the disk is put in.
    'shell.places': async () => succeed({ registerFile: proposed, backupFolder: place.dataFolder === null ? null : t('dialog.portableBackups') }),
    'shell.lookAtPlace': lookAtPlace,
    'shell.preferences': async () => succeed(preferences.shown()),
    'shell.setPreferences': async (change) => {
      const shown = preferences.set(change)
      followLanguage(preferences)
      return succeed(shown)
    },
  }
}

function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
}

function focusMainWindow(): void {
  const window = mainWindow()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
