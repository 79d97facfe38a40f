import { closeSync, readSync } from 'node:fs'

const longest = 1_024

/** Reads a password from a file descriptor to its end or first line break; it is never echoed, logged or stored. */
export function readPassword(descriptor: number): string {
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
  const text = buffer.subarray(0, length).toString('utf8')
  buffer.fill(0)
  return text.split(/\r?\n/u)[0] ?? ''
}
