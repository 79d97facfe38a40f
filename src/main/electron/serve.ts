import { BrowserWindow, ipcMain, type WebFrameMain } from 'electron'
import { contract, isOperation, isRegisterOperation, type Input, type OperationName, type Output, type ShellHandlers } from '../../shared/bridge/contract'
import type { BridgeChannel } from '../../shared/bridge/windowBridge'
import { fail, type Result } from '../../shared/domain/result'
import { appScheme, developmentServer, windowHost } from './protocol'
import type { RegisterHost } from './registerHost'

const callChannel: BridgeChannel = 'bridge:call'

/** Answers the windows' calls. Main trusts nobody: sender, name and input are checked before anything happens. */
export function serveBridge(host: RegisterHost, shell: ShellHandlers): void {
  ipcMain.handle(callChannel, async (event, name: unknown, raw: unknown): Promise<Result<Output<OperationName>>> => {
    if (!isOwnWindow(event.senderFrame)) return fail('bridge_untrusted_sender')
    if (!isOperation(name)) return fail('bridge_invalid_input', { field: 'name' })
    const parsed = contract[name].input.safeParse(raw)
    if (!parsed.success) return fail('bridge_invalid_input', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
    if (isRegisterOperation(name)) return host.call(name, parsed.data as Input<typeof name>)
    // The only cast: TypeScript cannot link a name and its schema.
    const handler = shell[name] as (input: unknown) => Promise<Result<Output<OperationName>>>
    return handler(parsed.data)
  })
}

/** The top frame of one of our windows, showing our own page. */
function isOwnWindow(frame: WebFrameMain | null): boolean {
  if (frame === null || frame.parent !== null) return false
  const server = developmentServer()
  const isOurPage = frame.url.startsWith(`${appScheme}://${windowHost}/`) || (server !== null && frame.url.startsWith(server))
  return isOurPage && BrowserWindow.getAllWindows().some((window) => window.webContents.mainFrame === frame)
}
