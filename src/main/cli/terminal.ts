import type { Readable } from 'node:stream'
import { keepHeapsTight, keepNurserySmall } from '../register/writer/smallHeap'
import { runCommandLine } from './run'

/**
 * Runs one command line on the standard streams of this process.
 *
 * @param words  what was typed after the program's name
 * @param stdin  where this process has no standard input of its own
 * @returns      the exit code of cli.md
 */
export async function runInTerminal(words: readonly string[], stdin: Readable = process.stdin): Promise<number> {
  const { stdout, stderr } = process
  keepNurserySmall()
  keepHeapsTight()
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // The reader went away (`… | head`): nothing more to say, and nothing went wrong.
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  }
  return runCommandLine(words, { stdin, stdout, stderr })
}
