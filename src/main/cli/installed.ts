import { Readable } from 'node:stream'
import type { FromCommand, ToCommand } from '../../shared/bridge/messages'
import { createParserPorts, startParsersBy, type ParserPort } from '../register/parserPort'
import { runInTerminal } from './terminal'

/** Entry of the installed program's command line, a utility process (out/main/command.js). */
const port = process.parentPort

const post = (message: FromCommand): void => port.postMessage(message)
const parsers = createParserPorts(post)
startParsersBy(parsers.launch)

const stdin = new Readable({ read: () => post({ type: 'input.wanted' }) })

port.on('message', ({ data, ports }: { data: ToCommand; ports: ParserPort[] }) => {
  if (data.type === 'input') stdin.push(data.chunk)
  else parsers.take(data, ports[0])
})

const code = await runInTerminal(process.argv.slice(2), stdin)
// The port keeps the process alive; what was written to a pipe must arrive before it ends.
await Promise.all([process.stdout, process.stderr].map((stream) => new Promise<void>((resolve) => void stream.write('', () => resolve()))))
process.exit(code)
