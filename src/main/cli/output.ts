import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Failure } from '../../shared/domain/result'
import { messageOf } from '../../shared/text/failureText'

/** The error document of cli.md. */
export function errorDocument(failure: Failure): { error: { code: string; message: string; at: object | null; details: object | null } } {
  return { error: { code: failure.code, message: messageOf(failure), at: failure.at ?? null, details: failure.details ?? null } }
}

/** Writes one text and waits while the reader is slow; a reader that has gone away is no error. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed || stream.writableEnded) return
  if (stream.write(text)) return
  const heard = new AbortController()
  const { signal } = heard
  await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal }), once(stream, 'error', { signal })]).catch(() => undefined)
  // A long answer waits a thousand times: what it listens for is not left on the stream.
  heard.abort()
}

const pieceLength = 1 << 16

/**
 * Writes one JSON document. Iterables (also asynchronous ones) become arrays and are written while they are read, so a
 * list of a million rows never stands in memory as text.
 */
export async function writeJson(stream: Writable, value: unknown): Promise<void> {
  let pending = ''
  for await (const piece of jsonPieces(value)) {
    pending += piece
    if (pending.length < pieceLength) continue
    await write(stream, pending)
    pending = ''
  }
  await write(stream, `${pending}\n`)
}

async function* jsonPieces(value: unknown): AsyncGenerator<string> {
  if (isIterable(value)) {
    let separator = '['
    for await (const element of value) {
      yield separator + (JSON.stringify(element) ?? 'null')
      separator = ','
    }
    yield separator === '[' ? '[]' : ']'
    return
  }
  if (value === null || typeof value !== 'object') {
    yield JSON.stringify(value) ?? 'null'
    return
  }
  let separator = '{'
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue
    yield `${separator}${JSON.stringify(name)}:`
    yield* isIterable(field) ? jsonPieces(field) : [JSON.stringify(field) ?? 'null']
    separator = ','
  }
  yield separator === '{' ? '{}' : '}'
}

function isIterable(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value)
}
