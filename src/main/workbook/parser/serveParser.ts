import { Refusal } from '../../../shared/domain/result'
import { readPdf } from '../print/readPdf'
import { readWorkbook } from '../readWorkbook'
import { eventsUnderWay, type FromParser, type ParserQuestion, type ToParser } from './messages'
import { FormServer } from './serveForm'

/** The register's end, as the parser process sees it. */
export interface ClientChannel {
  send(message: string): void
  onMessage(listener: (message: string) => void): void
}

/**
 * Answers the requests of a parser process: one file that is read from end to end, or all that is asked about one.
 * Resolves when the last message of a reading is handed over; who asks ends the process.
 */
export function serveParser(channel: ClientChannel): Promise<void> {
  const credit = new Credit(eventsUnderWay)
  const questions = new Questions(channel, credit)
  return new Promise((resolve) => {
    channel.onMessage((text) => {
      const message = JSON.parse(text) as ToParser
      if (message.type === 'more') credit.add()
      else if (message.type === 'open') void read(message, channel, credit).then(resolve)
      else void questions.answer(message)
    })
  })
}

async function read(request: ToParser & { type: 'open' }, channel: ClientChannel, credit: Credit): Promise<void> {
  await orRefuse(channel, async (send) => {
    for await (const event of readWorkbook(request.path, request.options)) {
      await credit.take()
      send({ type: 'event', event })
      assertMemory(request.maxMemoryBytes)
    }
    send({ type: 'end' })
  })
}

class Questions {
  private readonly form = new FormServer()
  private maxMemoryBytes = Infinity

  constructor(private readonly channel: ClientChannel, private readonly credit: Credit) {}

  async answer(request: ParserQuestion): Promise<void> {
    if ('maxMemoryBytes' in request) this.maxMemoryBytes = request.maxMemoryBytes
    await orRefuse(this.channel, async (send) => {
      const value = request.type === 'pdf.read' ? readPdf(request) : await this.form.answer(request, async (bytes) => {
        await this.credit.take()
        send({ type: 'bytes', bytes: bytes.toString('base64') })
        assertMemory(this.maxMemoryBytes)
      })
      assertMemory(this.maxMemoryBytes)
      send({ type: 'answer', value })
    })
  }
}

/** What is refused is told as such, and a bug by its name alone. */
async function orRefuse(channel: ClientChannel, work: (send: (message: FromParser) => void) => Promise<void>): Promise<void> {
  const send = (message: FromParser): void => channel.send(JSON.stringify(message))
  try {
    await work(send)
  } catch (error) {
    if (error instanceof Refusal) send({ type: 'refused', failure: error.failure })
    else send({ type: 'failed', reason: error instanceof Error ? error.name : 'unknown' })
  }
}

/** The heap has a limit of its own; buffers outside it have none. */
function assertMemory(maxBytes: number): void {
  if (process.memoryUsage.rss() > maxBytes) throw new Refusal('too_large', undefined, { what: 'memory' })
}

/** Back-pressure: an event is sent only when the client has taken an earlier one. */
class Credit {
  private waiting: (() => void) | undefined

  constructor(private left: number) {}

  add(): void {
    this.left++
    this.waiting?.()
    this.waiting = undefined
  }

  async take(): Promise<void> {
    while (this.left === 0) await new Promise<void>((resolve) => (this.waiting = resolve))
    this.left--
  }
}
