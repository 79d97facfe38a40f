import type { Readable } from 'node:stream'
import { keepHeapsTight, keepNurserySmall } from '../register/writer/smallHeap'
import { t } from '../../shared/text/t'
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
  // Nobody listens to where the work stands: it is done all the same.
  stderr.on('error', () => undefined)
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader went away (`… | head`): nothing more to say, and nothing went wrong but what the command's own code says by then.
    if (error.code === 'EPIPE') return void setImmediate(() => process.exit())
    stderr.write(`${t('cli.error', { message: t('cli.answerLost', { code: error.code ?? '' }) })}\n`, () => process.exit(Number(process.exitCode ?? 0) || 1))
  })
  return runCommandLine(words, { stdin, stdout, stderr })
}
