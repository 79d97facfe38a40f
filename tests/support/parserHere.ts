import { serveParser } from '../../src/main/workbook/parser/serveParser'
import type { ParserTransport } from '../../src/main/workbook/parserClient'

/** A parser without a process of its own: what is asked and answered crosses as the same messages. */
export function parserHere(): ParserTransport {
  let isEnded = false
  let ask: (message: string) => void = () => undefined
  let tell: (message: string) => void = () => undefined
  void serveParser({
    send: (message) => void setImmediate(() => { if (!isEnded) tell(message) }),
    onMessage: (listener) => { ask = listener },
  })
  return {
    send: (message) => void setImmediate(() => { if (!isEnded) ask(message) }),
    onMessage: (listener) => { tell = listener },
    onExit: () => undefined,
    kill: () => { isEnded = true },
  }
}
