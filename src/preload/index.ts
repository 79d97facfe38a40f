import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { BridgeChannel, WindowBridge } from '../shared/bridge/windowBridge'

const callChannel: BridgeChannel = 'bridge:call'

const bridge: WindowBridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, String(name), input),
  subscribe: (name, listener) => {
    const channel: BridgeChannel = `bridge:event:${name}`
    // Electron's own event object stays here: it would hand the window a way to send anything.
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload)
    ipcRenderer.on(channel, forward)
    return () => ipcRenderer.off(channel, forward)
  },
  pathOfFile: (file) => webUtils.getPathForFile(file as File),
}

contextBridge.exposeInMainWorld('bridge', bridge)
