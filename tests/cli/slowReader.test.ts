import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { write, writeJson } from '../../src/main/cli/output'

/** Takes one text at a time, each in a later turn. */
function slowReader(): { stream: Writable; text(): string } {
  const taken: string[] = []
  const stream = new Writable({ highWaterMark: 1, decodeStrings: false, write: (chunk: string, _encoding, done) => setImmediate(() => { taken.push(chunk); done() }) })
  return { stream, text: () => taken.join('') }
}

describe('an answer for a slow reader', () => {
  it('arrives whole and leaves nothing listening', async () => {
    const { stream, text } = slowReader()
    const before = stream.eventNames().map((name) => [name, stream.listenerCount(name)])
    for (let at = 0; at < 30; at++) await write(stream, `${at};`)
    await writeJson(stream, { rows: Array.from({ length: 20_000 }, (_, at) => at) })
    expect(text().split(';')).toHaveLength(31)
    expect(JSON.parse(text().slice(text().indexOf('{')))).toHaveProperty('rows.length', 20_000)
    expect(stream.eventNames().map((name) => [name, stream.listenerCount(name)])).toEqual(before)
  })

  it('ends quietly when the reader has gone', async () => {
    const { stream } = slowReader()
    stream.destroy()
    await expect(writeJson(stream, ['a', 'b'])).resolves.toBeUndefined()
  })
})
