import { join } from 'node:path'
import { app, utilityProcess, type UtilityProcess } from 'electron'
import type { FromCommand, ToCommand } from '../../shared/bridge/messages'
import { createParserHost } from './parserHost'

/**
 * The words of a command when the installed program was started as its command line: everything behind the first `--`,
 * which the launcher writes. Chromium reads nothing behind it, so no option of a command can become one of its own.
 *
 * @returns null when a window is wanted
 */
export function wordsOfCommand(argv: readonly string[]): string[] | null {
  const at = argv.indexOf('--')
  return at < 0 ? null : argv.slice(at + 1)
}

/**
 * Runs a command without any window, and ends this program with its exit code. The installed program cannot be started
 * as a plain Node (its fuse is off): the command line runs in a process of its own, as the register does for a window.
 */
export async function runCommandProgram(words: readonly string[]): Promise<void> {
  // The profile belongs to the window that may be running beside; commands keep nothing in theirs.
  app.setPath('userData', join(app.getPath('userData'), 'command'))
  await app.whenReady()
  const child = utilityProcess.fork(join(import.meta.dirname, 'command.js'), [...words], { serviceName: 'command', stdio: 'inherit' })
  const send = (message: ToCommand): void => child.postMessage(message)
  const parsers = createParserHost((message, ports) => child.postMessage(message, ports))
  child.on('message', (message: FromCommand) => {
    if (message.type === 'input.wanted') sendNextInput(send)
    else parsers.answer(message)
  })
  app.exit(await exitOf(child))
}

function exitOf(child: UtilityProcess): Promise<number> {
  return new Promise((resolve) => void child.once('exit', resolve))
}

/** A utility process has no standard input: it asks for every piece of ours. */
function sendNextInput(send: (message: ToCommand) => void): void {
  const { stdin } = process
  const take = (chunk: Uint8Array | null): void => {
    stdin.off('data', take).off('end', end).off('error', end).pause()
    send({ type: 'input', chunk })
  }
  const end = (): void => take(null)
  if (stdin.readableEnded) end()
  else stdin.on('data', take).once('end', end).once('error', end).resume()
}
