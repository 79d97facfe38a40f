import type { z } from 'zod'
import type { FormSheet } from '../../../shared/domain/filling/formSheet'
import { Refusal, type Result } from '../../../shared/domain/result'
import { openFileSource } from '../byteSource'
import { launchParser, usualLimits, type ParserLauncher, type ParserLimits, type ParserTransport } from '../parserClient'
import { Inbox, notBelieved, refusalIn } from '../parser/inbox'
import { moreMessage, type FromParser } from '../parser/messages'
import type { Merge } from '../types'
import { writeFileAtomically } from '../write/atomicFile'
import { formDescription, formLooks, growthAnswer, type FormDescription, type FormKind, type FormRequest } from './formMessages'
import type { CellEdit } from './formValues'
import type { SheetWords } from './formWords'
import type { RowGrowth } from './rowGrowth'

/** A received workbook that stands open in a parser process, and what the register sees of it: plain data, checked. */
export interface FormReading {
  /** By sheet, in the workbook's order; of a list none. */
  readonly words: ReadonlyMap<string, SheetWords>
  /** Merged ranges that hold a text, by sheet. */
  readonly merges: ReadonlyMap<string, readonly Merge[]>
  /** Its sheets as they look. @throws Refusal */
  looks(): Promise<FormSheet[]>
  /** Whether rows can be put into a sheet so that everything that speaks of its cells follows. @throws Refusal */
  canGrow(growth: RowGrowth): Promise<boolean>
  /**
   * Writes it with some of its cells filled; everything else stays as the bytes it is.
   *
   * @param edits  by the sheet's name, at the rows where cells stand when the sheets have grown
   * @returns job_cancelled, template_cell_taken, damaged, parser_stopped, file_not_writable, disk_full
   */
  fill(edits: ReadonlyMap<string, readonly CellEdit[]>, out: string, options?: FillOptions): Promise<Result<{ sizeBytes: number }>>
  /** Whether it can be asked no more: it was closed, or its process has ended. */
  readonly isOver: boolean
  close(): void
}

export interface FillOptions {
  /** Rows put into sheets first; whether a sheet can take them: canGrow. */
  growths?: readonly RowGrowth[]
  signal?: AbortSignal | undefined
}

export type OpenForm = (path: string, reading?: FormKind) => Promise<FormReading>

/**
 * Opens a received workbook in a parser process of its own, where it is unpacked, read and filled.
 *
 * @param reading  a form whose words are told, or a list of which only sheets are filled
 * @throws Refusal file_not_found, file_not_readable, not_a_table, damaged, encrypted, too_large, parser_stopped
 */
export async function openFormProcess(path: string, reading: FormKind = 'form', launch: ParserLauncher = launchParser, limits: ParserLimits = usualLimits(path)): Promise<FormReading> {
  const sizeBytes = sizeOf(path)
  const connection = new FormConnection(await launch(), limits)
  try {
    const described = await connection.ask({ type: 'form.open', path, reading, maxMemoryBytes: limits.maxMemoryBytes }, formDescription)
    return readingOf(connection, described, sizeBytes)
  } catch (error) {
    connection.end()
    throw error
  }
}

/** No process is started for a file that is not there. */
function sizeOf(path: string): number {
  const source = openFileSource(path)
  source.close()
  return source.size
}

/** Numbers and texts make a filled sheet longer, and rows that are put in; no form becomes so much larger. */
const mostGrownBytes = 256 * 1024 ** 2

function readingOf(connection: FormConnection, { sheets }: FormDescription, sizeBytes: number): FormReading {
  return {
    words: new Map(sheets.map(({ name, texts, results }) => [name, { texts: new Map(texts), results: onceMapped(results) }])),
    merges: new Map(sheets.map(({ name, merges }) => [name, merges])),
    looks: () => connection.ask({ type: 'form.looks' }, formLooks),
    canGrow: (growth) => connection.ask({ type: 'form.canGrow', growth }, growthAnswer),
    fill: (edits, out, { growths = [], signal } = {}) => writeFileAtomically(out, signal, async (sink) => {
      for await (const bytes of connection.bytes({ type: 'form.fill', edits: [...edits], growths }, sizeBytes + mostGrownBytes, signal)) await sink.append(bytes)
      return { sizeBytes: sink.size }
    }),
    get isOver() {
      return connection.isOver
    },
    close: () => connection.end(),
  }
}

function onceMapped(entries: readonly (readonly [string, string])[]): SheetWords['results'] {
  const results = new Map(entries)
  return () => results
}

/** One question after the other to a parser that holds a form open. */
class FormConnection {
  private readonly inbox: Inbox

  constructor(private readonly transport: ParserTransport, { silenceMs }: ParserLimits) {
    this.inbox = new Inbox(silenceMs)
    this.inbox.connect(transport)
  }

  get isOver(): boolean {
    return this.inbox.isOver
  }

  async ask<T>(request: FormRequest, schema: z.ZodType<T>): Promise<T> {
    this.send(request)
    return this.believed(await this.inbox.take(), schema)
  }

  /** The bytes of an answer that comes in pieces. @param most  after so many the process is ended */
  async *bytes(request: FormRequest, most: number, signal?: AbortSignal): AsyncGenerator<Buffer> {
    const stop = (): void => this.inbox.stop(new Refusal('job_cancelled'))
    signal?.addEventListener('abort', stop)
    let isAnswered = false
    try {
      this.send(request)
      for (let size = 0; ; ) {
        const message = await this.inbox.take()
        isAnswered = message.type !== 'bytes'
        if (message.type !== 'bytes') return void this.believed(message, growthAnswer)
        const bytes = Buffer.from(String(message.bytes), 'base64')
        size += bytes.length
        if (size > most) throw this.broken()
        this.transport.send(moreMessage)
        yield bytes
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

  private send(request: FormRequest): void {
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
