import { once } from 'node:events'
import { closeSync, readSync } from 'node:fs'
import type { Readable } from 'node:stream'

const longest = 1_024

/**
 * Reads a password from a file descriptor to its end or first line break; it is never echoed, logged or stored.
 *
 * @param stdin  the command's standard input: the installed program hands it over piece by piece, no descriptor leads to it
 */
export async function readPassword(descriptor: number, stdin: Readable): Promise<string> {
  const bytes = descriptor === 0 && stdin !== process.stdin ? await firstBytes(stdin) : readDescriptor(descriptor)
  const text = bytes.toString('utf8')
  bytes.fill(0)
  return text.split(/\r?\n/u)[0] ?? ''
}

async function firstBytes(stdin: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  const take = (piece: Buffer): void => {
    pieces.push(piece)
    length += piece.length
  }
  stdin.on('data', take)
  while (!stdin.readableEnded && length < longest && !pieces.some((piece) => piece.includes('\n'))) {
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
  } finally {
    if (descriptor > 2) closeSync(descriptor)
  }
  return buffer.subarray(0, length)
}
