import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LineSplitter } from './lineSplitter'
import { mostMessageBytes, type ParserTransport } from './messages'

/** Enough for a full .xls sheet, which its library holds whole; the other readers need a third. More is refused. */
const usualHeapMegabytes = 900

/**
 * Rows are made and handed over at once: a larger space for young objects only fills with them before it is swept, and
 * an old one that may grow to several times of what is alive in it fills with what a table of texts left behind.
 */
const smallHeap = ['--max-semi-space-size=4', '--optimize-for-size']

/** The built parser stands next to the other programs; shared code stands one folder deeper. */
function builtParserEntry(): string {
  const beside = join(import.meta.dirname, 'parser.js')
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'parser.js')
}

/** Starts a parser as a child process of the running Node. What it reads, passwords too, goes through pipes, never arguments. */
export function launchChildParser(entry: string = builtParserEntry(), heapMegabytes = usualHeapMegabytes): ParserTransport {
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, ...smallHeap, entry], {
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
  const lines = new LineSplitter(mostMessageBytes)
  const kill = (): void => void child.kill('SIGKILL')
  // A child that died is heard of by its exit; what could not be written to it no longer matters.
  child.stdin.on('error', () => undefined)
  return {
    send: (message) => void child.stdin.write(`${message}\n`),
    onMessage: (listener) => void child.stdout.on('data', (chunk: Buffer) => {
      lines.push(chunk).forEach(listener)
      if (lines.isTooLong) kill()
    }),
    onExit: (listener) => {
      child.once('error', () => listener(false))
      // Not 'exit': the pipe may still hold messages then.
      child.once('close', (code, signal) => listener(isOutOfMemory(code, signal)))
    },
    kill,
  }
}

/** V8 aborts at its limit: SIGABRT, exit code 134 behind a shell, 0x80000003 or 0xC0000409 on Windows. */
function isOutOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134 || code === 0x80000003 || code === 0xc0000409
}
