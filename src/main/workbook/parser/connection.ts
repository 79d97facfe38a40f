import type { z } from 'zod'
import { Refusal } from '../../../shared/domain/result'
import type { AppendingSink } from '../write/atomicFile'
import { Inbox, notBelieved, refusalIn } from './inbox'
import { moreMessage, type FromParser, type ParserQuestion, type ParserTransport } from './messages'

/** One question after the other to a parser that is asked about a file; what it answers is believed in the shape that was asked for. */
export class ParserConnection {
  private readonly inbox: Inbox

  constructor(private readonly transport: ParserTransport, { silenceMs }: { silenceMs: number }) {
    this.inbox = new Inbox(silenceMs)
    this.inbox.connect(transport)
  }

  get isOver(): boolean {
    return this.inbox.isOver
  }

  async ask<T>(request: ParserQuestion, schema: z.ZodType<T>): Promise<T> {
    this.send(request)
    return this.believed(await this.inbox.take(), schema)
  }

  /** An answer behind the bytes of a file, which go to the sink. @param most  after so many the process is ended */
  async receive<T>(request: ParserQuestion, schema: z.ZodType<T>, { sink, most, signal }: { sink: AppendingSink; most: number; signal: AbortSignal | undefined }): Promise<T> {
    const stop = (): void => this.inbox.stop(new Refusal('job_cancelled'))
    signal?.addEventListener('abort', stop)
    let isAnswered = false
    try {
      this.send(request)
      for (let size = 0; ; ) {
        const message = await this.inbox.take()
        isAnswered = message.type !== 'bytes'
        if (message.type !== 'bytes') return this.believed(message, schema)
        const bytes = Buffer.from(String(message.bytes), 'base64')
        size += bytes.length
        if (size > most) throw this.broken()
        this.transport.send(moreMessage)
        await sink.append(bytes)
      }
    } finally {
      signal?.removeEventListener('abort', stop)
      // What is left of an answer would be taken for that of the next question.
      if (!isAnswered) this.end()
    }
  }

  end(): void {
    this.inbox.close()
    this.transport.kill()
  }

  private send(request: ParserQuestion): void {
    this.inbox.assertRunning()
    this.transport.send(JSON.stringify(request))
  }

  /** An answer of another shape than was asked for comes from no parser of ours. */
  private believed<T>(message: FromParser, schema: z.ZodType<T>): T {
    if (message.type === 'refused' || message.type === 'failed') throw refusalIn(message)
    const answer = message.type === 'answer' ? schema.safeParse(message.value) : undefined
    if (answer?.success !== true) throw this.broken()
    return answer.data
  }

  private broken(): Refusal {
    this.end()
    return notBelieved()
  }
}
