import type { Failure } from '../../../shared/domain/result'
import type { FormRequest } from '../forms/formMessages'
import type { PdfRequest } from './pdfMessages'
import type { ReadEvent, ReadOptions } from '../types'

/**
 * What crosses between the register and a parser process. Every message is one line of JSON: parsing 100,000 rows of
 * 20 cells costs the receiver a third of a second, a structured clone twice that, and the same text serves pipes and
 * ports alike.
 */
export type ToParser =
  | { type: 'open'; path: string; options: ReadOptions; maxMemoryBytes: number }
  /** One more event, or piece of a filled workbook, may be sent. */
  | { type: 'more' }
  | ParserQuestion

/** What is answered at once, or in pieces: about a form that stands open, or about a PDF. */
export type ParserQuestion = FormRequest | PdfRequest

export const moreMessage = JSON.stringify({ type: 'more' } satisfies ToParser)

export type FromParser =
  | { type: 'event'; event: ReadEvent }
  /** A piece of a filled workbook, in base64. */
  | { type: 'bytes'; bytes: string }
  /** To a question: nobody has checked it yet. */
  | { type: 'answer'; value: unknown }
  | { type: 'refused'; failure: Failure }
  /** A bug in the parser: the name of the error, without contents of the file. */
  | { type: 'failed'; reason: string }
  | { type: 'end' }

/** So many events may be under way: enough to keep both sides busy, little enough to bound memory. */
export const eventsUnderWay = 4

/** A message is no longer: rows travel some hundred at a time, the words of a form within the bounds of `formMessages.ts`. */
export const mostMessageBytes = 64 * 1024 ** 2

/** A parser process as its client sees it. */
export interface ParserTransport {
  send(message: string): void
  onMessage(listener: (message: string) => void): void
  /** `ranOutOfMemory`: the process was ended by its own memory limit, as far as the system tells. */
  onExit(listener: (ranOutOfMemory: boolean) => void): void
  kill(): void
}

export type ParserLauncher = () => ParserTransport | Promise<ParserTransport>
