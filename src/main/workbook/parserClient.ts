import { statSync } from 'node:fs'
import { Refusal } from '../../shared/domain/result'
import { launchChildParser } from './parser/childTransport'
import { Inbox, notBelieved, refusalIn } from './parser/inbox'
import { moreMessage, type ParserLauncher, type ToParser } from './parser/messages'
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

export function usualLimits(path: string): ParserLimits {
  const megabytes = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 1024 ** 2
  return { silenceMs: leastSilenceMs + megabytes * silenceMsPerMegabyte, maxMemoryBytes }
}

let usualLauncher: ParserLauncher = launchChildParser

/** How parsers are started where nobody says otherwise. */
export function launchParser(): ReturnType<ParserLauncher> {
  return usualLauncher()
}

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
export function openParser(path: string, options: ReadOptions = {}, launch: ParserLauncher = launchParser, limits: ParserLimits = usualLimits(path)): ParserReading {
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
      if (message.type === 'refused' || message.type === 'failed') throw refusalIn(message)
      if (message.type !== 'event') throw notBelieved()
      transport.send(moreMessage)
      yield message.event
    }
  } finally {
    inbox.close()
    transport.kill()
  }
}

