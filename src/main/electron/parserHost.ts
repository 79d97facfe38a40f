import { join } from 'node:path'
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { ParserAnswer, ParserRequest } from '../../shared/bridge/messages'

export interface ParserHost {
  answer(request: ParserRequest): void
  stopAll(): void
}

/** A workbook that needs more is refused: it must not take the machine down with it. */
const parserMemoryMb = 1_536

/**
 * Starts parser processes for the register process, which cannot start any itself, and connects the two by a port.
 * A parser has no register handle; a hostile file can only end its own parser.
 */
export function createParserHost(post: (message: ParserAnswer, ports?: MessagePortMain[]) => void): ParserHost {
  const parsers = new Map<number, UtilityProcess>()

  function start(parser: number): void {
    const child = utilityProcess.fork(join(import.meta.dirname, 'parser.js'), [], {
      serviceName: 'parser',
      execArgv: [`--max-old-space-size=${parserMemoryMb}`],
    })
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage({ type: 'connect' }, [port1])
    child.once('exit', (exitCode) => {
      parsers.delete(parser)
      post({ type: 'parser.exited', parser, exitCode })
    })
    parsers.set(parser, child)
    post({ type: 'parser.ready', parser }, [port2])
  }

  return {
    answer(request) {
      if (request.type === 'parser.start') start(request.parser)
      else parsers.get(request.parser)?.kill()
    },
    stopAll() {
      for (const child of parsers.values()) child.removeAllListeners('exit').kill()
      parsers.clear()
    },
  }
}
