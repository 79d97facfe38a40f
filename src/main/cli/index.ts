import { keepHeapsTight, keepNurserySmall } from '../register/writer/smallHeap'
import { runCommandLine } from './run'

/** Entry of the command line (out/main/cli.js). */
const { stdin, stdout, stderr } = process

keepNurserySmall()
keepHeapsTight()

for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader went away (`… | head`): nothing more to say, and nothing went wrong.
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
}

// Not process.exit(): what was written to a pipe must drain first.
process.exitCode = await runCommandLine(process.argv.slice(2), { stdin, stdout, stderr })
