/**
 * Entry of the parser process, the one place where files of strangers are opened. It holds no register handle, reads
 * one file and ends. As a child process it talks through its standard streams; as a utility process through the port
 * that the main process hands over.
 */
import { giveWay } from './parser/giveWay'
import { LineSplitter } from './parser/lineSplitter'
import { serveParser } from './parser/serveParser'

interface MessagePortLike {
  postMessage(message: string): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  start(): void
}

interface ParentPortLike {
  once(event: 'message', listener: (event: { ports: MessagePortLike[] }) => void): unknown
}

const parent = (process as { parentPort?: ParentPortLike }).parentPort
if (parent) parent.once('message', ({ ports: [port] }) => port && void serveOverPort(port))
else void serveOverPipes()

async function serveOverPort(port: MessagePortLike): Promise<void> {
  giveWay()
  const served = serveParser({
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(String(data))),
  })
  port.start()
  // The client ends the process when it has taken the last message; leaving now might lose it.
  await served
}

async function serveOverPipes(): Promise<void> {
  const lines = new LineSplitter()
  const served = serveParser({
    send: (message) => process.stdout.write(`${message}\n`),
    onMessage: (listener) => process.stdin.on('data', (chunk: Buffer) => lines.push(chunk).forEach(listener)),
  })
  process.stdin.on('end', () => process.exit(0))
  process.stdout.on('error', () => process.exit(0))
  await served
  process.stdout.end(() => process.exit(0))
}
