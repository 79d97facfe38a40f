import { statSync } from 'node:fs'
import { Refusal } from '../../shared/domain/result'
import { launchChildParser } from './parser/childTransport'
import { type FromParser, type ParserLauncher, type ParserTransport, type ToParser } from './parser/messages'
import type { ReadEvent, ReadOptions } from './types'

export { launchChildParser } from './parser/childTransport'
export { portTransport, type ParserPort } from './parser/portTransport'
export type { ParserLauncher, ParserTransport } from './parser/messages'

export interface ParserReading extends AsyncIterable<ReadEvent> {
  /** Ends the parser at once; the iteration then throws `job_cancelled`. */
  cancel(): void
}

export interface ParserLimits {
  /** A parser that says nothing for so long while an event is awaited is ended. */
  silenceMs: number
  maxMemoryBytes: number
}

/** A full .xls sheet of 65,536 rows takes one gigabyte and, on a busy machine, a second and more for every megabyte. */
const maxMemoryBytes = 1200 * 1024 ** 2
const leastSilenceMs = 9_000
const silenceMsPerMegabyte = 3_000

function usualLimits(path: string): ParserLimits {
  const megabytes = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 1024 ** 2
  return { silenceMs: leastSilenceMs + megabytes * silenceMsPerMegabyte, maxMemoryBytes }
}

let usualLauncher: ParserLauncher = launchChildParser

/** Where the running program cannot be started as a plain Node, its entry says once how parsers are started instead. */
export function startParsersBy(launch: ParserLauncher): void {
  usualLauncher = launch
}

/**
 * Reads a file like `readWorkbook`, but in a process of its own: whatever the file does, it can only end its parser.
 * The process starts with the first event asked for and ends with the last, or when the iteration is left early.
 *
 * Throws the parser's `Refusal`s, and `parser_stopped` or `too_large` when it died, fell silent or used too much memory.
 */
export function openParser(path: string, options: ReadOptions = {}, launch: ParserLauncher = usualLauncher, limits: ParserLimits = usualLimits(path)): ParserReading {
  const inbox = new Inbox(limits.silenceMs)
  return {
    cancel: () => inbox.stop(new Refusal('job_cancelled')),
    [Symbol.asyncIterator]: () => readEvents(inbox, launch, { type: 'open', path, options, maxMemoryBytes: limits.maxMemoryBytes }),
  }
}

async function* readEvents(inbox: Inbox, launch: ParserLauncher, request: ToParser): AsyncGenerator<ReadEvent> {
  inbox.assertRunning()
  const transport = await launch()
  inbox.connect(transport)
  try {
    transport.send(JSON.stringify(request))
    for (;;) {
      const message = await inbox.take()
      if (message.type === 'end') return
      if (message.type === 'refused') throw new Refusal(message.failure.code, message.failure.at, message.failure.details)
      if (message.type === 'failed') throw new Refusal('parser_stopped', undefined, { what: message.reason })
      transport.send(moreMessage)
      yield message.event
    }
  } finally {
    inbox.close()
    transport.kill()
  }
}

const moreMessage = JSON.stringify({ type: 'more' } satisfies ToParser)

/** A parser that was made to write anything else than its messages is not believed any further. */
function parseMessage(text: string): FromParser {
  try {
    return JSON.parse(text) as FromParser
  } catch {
    throw new Refusal('parser_stopped', undefined, { what: 'message' })
  }
}

/** Messages wait here until they are taken; the first reason to stop wins over them. */
class Inbox {
  private readonly messages: string[] = []
  private transport: ParserTransport | undefined
  private refusal: Refusal | undefined
  private exit: Refusal | undefined
  private isClosed = false
  private wake: (() => void) | undefined

  constructor(private readonly silenceMs: number) {}

  connect(transport: ParserTransport): void {
    this.transport = transport
    if (this.refusal) transport.kill()
    transport.onMessage((message) => {
      this.messages.push(message)
      this.wake?.()
    })
    transport.onExit((ranOutOfMemory) => {
      this.exit = ranOutOfMemory ? new Refusal('too_large', undefined, { what: 'memory' }) : new Refusal('parser_stopped', undefined, { what: 'exit' })
      this.wake?.()
    })
  }

  assertRunning(): void {
    if (this.refusal) throw this.refusal
  }

  stop(refusal: Refusal): void {
    if (this.isClosed) return
    this.refusal ??= refusal
    this.transport?.kill()
    this.wake?.()
  }

  close(): void {
    this.isClosed = true
  }

  async take(): Promise<FromParser> {
    for (;;) {
      this.assertRunning()
      const message = this.messages.shift()
      if (message !== undefined) return parseMessage(message)
      if (this.exit) throw this.exit
      await this.wait()
    }
  }

  /** Until something happens, or the parser has been silent for too long. */
  private wait(): Promise<void> {
    return new Promise((resolve) => {
      const watchdog = setTimeout(() => {
        this.stop(new Refusal('parser_stopped', undefined, { what: 'silence' }))
        resolve()
      }, this.silenceMs)
      this.wake = () => {
        clearTimeout(watchdog)
        this.wake = undefined
        resolve()
      }
    })
  }
}
