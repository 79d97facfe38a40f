import type { ParserTransport } from './messages'

export interface ParserPort {
  postMessage(message: string): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  start(): void
}

/** A parser in a utility process, reached through a port; `process` is who can end it and hears of its end. */
export function portTransport(port: ParserPort, process: Pick<ParserTransport, 'kill' | 'onExit'>): ParserTransport {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(String(data)))
      port.start()
    },
    onExit: (listener) => process.onExit(listener),
    kill: () => process.kill(),
  }
}
