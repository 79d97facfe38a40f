import type { ParserAnswer, ParserRequest } from '../../shared/bridge/messages'
import { portTransport, type ParserLauncher, type ParserPort } from '../workbook/parserClient'

export { startParsersBy, type ParserPort } from '../workbook/parserClient'

/** Parsers started by the main process on behalf of the register process, which cannot start any itself. */
export interface ParserPorts {
  launch: ParserLauncher
  /** Takes what the main process says about parsers; `port` comes with `parser.ready`. */
  take(answer: ParserAnswer, port: ParserPort | undefined): void
}

interface Parser {
  ready(port: ParserPort): void
  exited: ((ranOutOfMemory: boolean) => void) | null
  exitCode: number | null
}

export function createParserPorts(post: (request: ParserRequest) => void): ParserPorts {
  const parsers = new Map<number, Parser>()
  let next = 1

  return {
    async launch() {
      const id = next++
      const parser: Parser = { ready: () => undefined, exited: null, exitCode: null }
      parsers.set(id, parser)
      const port = await new Promise<ParserPort>((resolve) => {
        parser.ready = resolve
        post({ type: 'parser.start', parser: id })
      })
      return portTransport(port, {
        kill: () => post({ type: 'parser.kill', parser: id }),
        onExit(listener) {
          if (parser.exitCode === null) parser.exited = listener
          else listener(isOutOfMemory(parser.exitCode))
        },
      })
    },
    take(answer, port) {
      const parser = parsers.get(answer.parser)
      if (answer.type === 'parser.ready') {
        if (port) parser?.ready(port)
        return
      }
      parsers.delete(answer.parser)
      if (!parser) return
      parser.exitCode = answer.exitCode
      parser.exited?.(isOutOfMemory(answer.exitCode))
    },
  }
}

/** V8 aborts at its limit: SIGABRT or SIGTRAP, alone or as a shell reports them, and their Windows kin. */
function isOutOfMemory(exitCode: number): boolean {
  return [5, 6, 133, 134, 0x80000003, 0xc0000409, 0xe0000008].includes(exitCode >>> 0)
}
