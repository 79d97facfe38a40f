import type { FromRegister, ToRegister } from '../../shared/bridge/messages'
import { createHandlers } from './handlers'
import { answerCall } from './serveCalls'

/** Entry of the register's utility process: serves the calls that the main process relays from the windows. */
const port = process.parentPort

function post(message: FromRegister): void {
  port.postMessage(message)
}

const handlers = createHandlers({
  version: process.env['BIAOZHI_VERSION'] ?? '',
  status: async () => ({ file: null, sequence: 0, counts: {} }),
})

port.on('message', ({ data }: { data: ToRegister }) => {
  if (data.type === 'call') void answerCall(handlers, data, post)
})
