import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, session, type Session } from 'electron'
import type { Input, Output } from '../../shared/bridge/contract'
import type { Result } from '../../shared/domain/result'
import { t } from '../../shared/text/t'
import { forbidDictionaries } from './noNetwork'
import { appScheme } from './protocol'
import type { RegisterHost } from './registerHost'
import { mainWindow } from './windows'

/** Previews of what the register prints, by their calls. */
interface Previews {
  form(choice: Input<'shell.previewPrint'>): Promise<Result<Output<'shell.previewPrint'>>>
  sheet(request: Input<'shell.previewSheet'>): Promise<Result<Output<'shell.previewSheet'>>>
}

const folderPrefix = 'biaozhi-print-'
const leftGraceMs = 24 * 3_600_000

/** A PDF that one window shows. */
interface Shown { folder: string; file: string }

/**
 * Shows a form as the PDF that it prints, in Chromium's own viewer, which prints it too. The window has no bridge and no
 * Node; its session reaches the PDFs shown at the moment, and nothing else.
 */
export function createPrintPreview(host: Pick<RegisterHost, 'call'>): Previews {
  const shown = new Map<string, Shown>()
  void removeLeft(app.getPath('temp'))
  let lastPage = 0
  let viewers: Session | null = null

  async function show(parent: BrowserWindow | undefined, pdf: Shown, name: string): Promise<void> {
    viewers ??= createViewerSession((page) => shown.get(page)?.file)
    const page = String(++lastPage)
    shown.set(page, pdf)
    const window = openViewer(viewers, parent, name)
    window.once('closed', () => {
      shown.delete(page)
      void rm(pdf.folder, { recursive: true, force: true })
    })
    // Closed before it has loaded is how somebody gave it up, and no fault. The contents go before their window does.
    const contents = window.webContents
    await window.loadURL(`${appScheme}://print/${page}/${encodeURIComponent(name)}`).catch((error: unknown) => { if (!contents.isDestroyed()) throw error })
    if (!contents.isDestroyed()) window.show()
  }

  async function preview<T>(name: string, print: (file: string) => Promise<Result<T>>): Promise<Result<T>> {
    const parent = mainWindow()
    const folder = await mkdtemp(join(app.getPath('temp'), folderPrefix))
    const file = join(folder, 'form.pdf')
    const printed = await print(file)
    if (!printed.ok) {
      await rm(folder, { recursive: true, force: true })
      return printed
    }
    await show(parent, { folder, file }, name)
    return printed
  }

  return {
    form: ({ name, ...choice }) => preview(name, (file) => host.call('reports.print', { ...choice, file })),
    sheet: ({ name }) => preview(name, (file) => host.call('backup.writeSheet', { file })),
  }
}

/** What a program that was killed was showing; a younger one may be shown by another right now. */
async function removeLeft(temporary: string): Promise<void> {
  const names = await readdir(temporary).catch(() => [])
  for (const folder of names.filter((name) => name.startsWith(folderPrefix)).map((name) => join(temporary, name))) {
    const made = await stat(folder).catch(() => null)
    if (made !== null && Date.now() - made.mtimeMs > leftGraceMs) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

function openViewer(viewers: Session, parent: BrowserWindow | undefined, name: string): BrowserWindow {
  const window = new BrowserWindow({
    ...(parent ? { parent } : {}),
    width: 1100, height: 820, show: false, title: t('print.previewTitle', { file: name }),
    webPreferences: { session: viewers, plugins: true, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  window.removeMenu()
  window.webContents.on('before-input-event', (event, { type, key }) => {
    if (type !== 'keyDown' || key !== 'Escape') return
    event.preventDefault()
    window.close()
  })
  return window
}

/**
 * Without cache and permissions; asks for nothing but the shown files and the viewer's own parts. Chromium shows no PDF
 * in a session that is in memory only (electron/electron#24378).
 */
function createViewerSession(fileOf: (page: string) => string | undefined): Session {
  const viewers = session.fromPartition('persist:print', { cache: false })
  forbidDictionaries(viewers)
  viewers.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  viewers.setPermissionCheckHandler(() => false)
  viewers.protocol.handle(appScheme, async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === 'print' ? fileOf(pathname.split('/')[1] ?? '') : undefined
    const body = file === undefined ? null : await readFile(file).catch(() => null)
    return body === null ? new Response(null, { status: 404 }) : new Response(new Uint8Array(body), { headers: { 'Content-Type': 'application/pdf' } })
  })
  viewers.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(?:app|chrome-extension|chrome|devtools|blob|data):/u.test(details.url) }))
  return viewers
}
