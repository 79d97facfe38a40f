import { z } from 'zod'
import { refusalCodes, usageCodes, verdictCodes } from '../../../shared/domain/errorCodes'
import { Refusal, type At } from '../../../shared/domain/result'
import { eventsUnderWay, mostMessageBytes, type FromParser, type ParserTransport } from './messages'

/** A parser that was made to write anything else than its messages is not believed any further. */
function parseMessage(text: string): FromParser {
  try {
    return JSON.parse(text) as FromParser
  } catch {
    throw notBelieved()
  }
}

export function notBelieved(): Refusal {
  return new Refusal('parser_stopped', undefined, { what: 'message' })
}

const refused = z.object({
  code: z.enum([...refusalCodes, ...usageCodes, ...verdictCodes]),
  at: z.object({ file: z.string(), sheet: z.string().nullable(), row: z.number(), column: z.string(), field: z.string() }).partial().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
})

/** What a parser says that it refuses, or that has broken it. */
export function refusalIn(message: FromParser & { type: 'refused' | 'failed' }): Refusal {
  if (message.type === 'failed') return new Refusal('parser_stopped', undefined, { what: String(message.reason) })
  const told = refused.safeParse(message.failure)
  return told.success ? new Refusal(told.data.code, told.data.at as At | undefined, told.data.details) : notBelieved()
}

/** All that may be under way and the end behind it. */
const mostWaiting = eventsUnderWay + 1

/** Messages wait here until they are taken; the first reason to stop wins over them. */
export class Inbox {
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
      // Nobody asked for more, or for so much: it is no longer the parser that says it.
      if (this.messages.length >= mostWaiting || message.length > mostMessageBytes) return this.stop(notBelieved())
      this.messages.push(message)
      this.wake?.()
    })
    transport.onExit((ranOutOfMemory) => {
      this.exit = ranOutOfMemory ? new Refusal('too_large', undefined, { what: 'memory' }) : new Refusal('parser_stopped', undefined, { what: 'exit' })
      this.wake?.()
    })
  }

  /** Whether nothing more is to be had from this parser. */
  get isOver(): boolean {
    return this.refusal !== undefined || this.exit !== undefined || this.isClosed
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
