import { once } from 'node:events'
import { closeSync, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { Refusal } from '../../shared/domain/result'
import { t } from '../../shared/text/t'

const longest = 2_048

/**
 * Reads a password from a file descriptor to its end or first line break; it is never echoed, logged or stored.
 *
 * @param stdin  the command's standard input: the installed program hands it over piece by piece, no descriptor leads to it
 * @throws Refusal usage_bad_value where nothing can be read from the descriptor
 */
export async function readPassword(descriptor: number, stdin: Readable): Promise<string> {
  return (await readPasswords(descriptor, stdin, 1))[0] ?? ''
}

/** The same for several, a line each: the one so far, then the new one. A line that is not there is empty. */
export async function readPasswords(descriptor: number, stdin: Readable, count: number): Promise<string[]> {
  const bytes = descriptor === 0 && stdin !== process.stdin ? await firstLines(stdin, count) : readDescriptor(descriptor)
  const lines = bytes.toString('utf8').split(/\r?\n/u)
  bytes.fill(0)
  return Array.from({ length: count }, (_, line) => lines[line] ?? '')
}

async function firstLines(stdin: Readable, count: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let [length, lines] = [0, 0]
  const take = (piece: Buffer): void => {
    pieces.push(piece)
    length += piece.length
    lines += piece.filter((byte) => byte === 0x0A).length
  }
  stdin.on('data', take)
  while (!stdin.readableEnded && length < longest && lines < count) {
    await Promise.race([once(stdin, 'data'), once(stdin, 'end')])
  }
  stdin.off('data', take).pause()
  return Buffer.concat(pieces).subarray(0, longest)
}

function readDescriptor(descriptor: number): Buffer {
  const buffer = Buffer.alloc(longest)
  let length = 0
  try {
    for (;;) {
      const read = readSync(descriptor, buffer, length, longest - length, null)
      length += read
      if (read === 0 || length === longest) break
    }
    if (descriptor > 2) closeSync(descriptor)
  } catch {
    buffer.fill(0)
    throw new Refusal('usage_bad_value', undefined, { option: '--password-fd', value: String(descriptor), expected: t('cli.expected.descriptor') })
  }
  return buffer.subarray(0, length)
}
