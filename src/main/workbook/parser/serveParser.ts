import { Refusal } from '../../../shared/domain/result'
import { readWorkbook } from '../readWorkbook'
import { eventsUnderWay, type FromParser, type ToParser } from './messages'

/** The register's end, as the parser process sees it. */
export interface ClientChannel {
  send(message: string): void
  onMessage(listener: (message: string) => void): void
}

/** Answers the one request of a parser process; resolves when the last message is handed over. */
export function serveParser(channel: ClientChannel): Promise<void> {
  const credit = new Credit(eventsUnderWay)
  return new Promise((resolve) => {
    channel.onMessage((text) => {
      const message = JSON.parse(text) as ToParser
      if (message.type === 'more') credit.add()
      else void answer(message, channel, credit).then(resolve)
    })
  })
}

async function answer(request: ToParser & { type: 'open' }, channel: ClientChannel, credit: Credit): Promise<void> {
  const send = (message: FromParser): void => channel.send(JSON.stringify(message))
  try {
    for await (const event of readWorkbook(request.path, request.options)) {
      await credit.take()
      send({ type: 'event', event })
      assertMemory(request.maxMemoryBytes)
    }
    send({ type: 'end' })
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
