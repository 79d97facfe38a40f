import { join } from 'node:path'
import type { FromRegister, ToRegister } from '../../shared/bridge/messages'
import type { BridgeEvents, EventName } from '../../shared/bridge/events'
import { createHandlers } from './handlers'
import { localDate } from './localDate'
import { createOpenedRegister } from './openedRegister'
import { createRegisterWriter } from './registerWriter'
import { answerCall } from './serveCalls'

/** Entry of the register's utility process: serves the calls that the main process relays from the windows. */
const port = process.parentPort

function post(message: FromRegister): void {
  port.postMessage(message)
}

const register = createOpenedRegister(<K extends EventName>(name: K, payload: BridgeEvents[K]) => {
  post({ type: 'event', name, payload } as FromRegister) // TypeScript does not link a name and its payload through the mapped type
}, createRegisterWriter(join(import.meta.dirname, 'writer.js')))

const handlers = createHandlers({
  version: process.env['BIAOZHI_VERSION'] ?? '',
  register,
  today: () => localDate(Date.now()),
})

port.on('message', ({ data }: { data: ToRegister }) => {
  if (data.type === 'call') void answerCall(handlers, data, post)
})
