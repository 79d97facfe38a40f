import { runInTerminal } from './terminal'

/** Entry of the command line under Node (out/main/cli.js). */

// Not process.exit(): what was written to a pipe must drain first.
process.exitCode = await runInTerminal(process.argv.slice(2))
