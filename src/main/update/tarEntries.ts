import { Refusal } from '../../shared/domain/result'

export interface TarEntry {
  /** Parts of its path, without the archive's own top folder; never empty. */
  path: readonly string[]
  isFolder: boolean
  /** Whether it may be executed. */
  isProgram: boolean
  bytes: number
}

const block = 512
const longestName = 4_096

/**
 * Reads a tar as GNU tar writes it: headers of 512 bytes, each followed by its file. `onEntry` hears of each entry and
 * answers with what takes its bytes. Links and devices have no place in a program, nor paths that leave its folder.
 *
 * @throws Refusal update_unreadable
 */
export async function readTar(source: AsyncIterable<Uint8Array>, onEntry: OnEntry): Promise<void> {
  const input = inPieces(source)
  try {
    await readEntries(input, onEntry)
  } finally {
    await input.close()
  }
}

type OnEntry = (entry: TarEntry) => Promise<((chunk: Uint8Array) => Promise<void>) | null>

async function readEntries(input: ReturnType<typeof inPieces>, onEntry: OnEntry): Promise<void> {
  let longName: string | null = null
  for (;;) {
    const header = await input.take(block)
    if (header.length < block) throw new Refusal('update_unreadable')
    if (header.every((byte) => byte === 0)) return
    const { name, bytes, mode, type } = readHeader(header)
    if (type === 'L' || type === 'x') {
      if (bytes > longestName) throw new Refusal('update_unreadable')
      const text = (await input.take(padded(bytes))).subarray(0, bytes).toString('utf8')
      longName = type === 'L' ? text.replace(/\0+$/u, '') : (/(?:^|\n)\d+ path=([^\n]*)\n/u.exec(text)?.[1] ?? longName)
      continue
    }
    const entry = { path: pathOf(longName ?? name), isFolder: type === '5', isProgram: (mode & 0o100) !== 0, bytes }
    longName = null
    if (type !== '0' && type !== '\0' && type !== '5') throw new Refusal('update_unreadable')
    const write = entry.path.length === 0 ? null : await onEntry(entry)
    await input.pass(bytes, write ?? (async () => undefined))
    await input.pass(padded(bytes) - bytes, async () => undefined)
  }
}

function readHeader(header: Buffer): { name: string; bytes: number; mode: number; type: string } {
  const text = (from: number, length: number): string => header.subarray(from, from + length).toString('utf8').replace(/\0.*$/su, '')
  const octal = (from: number, length: number): number => {
    const digits = text(from, length).trim()
    if (!/^[0-7]*$/u.test(digits)) throw new Refusal('update_unreadable')
    return Number.parseInt(digits === '' ? '0' : digits, 8)
  }
  const stated = octal(148, 8)
  const summed = header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (stated !== summed) throw new Refusal('update_unreadable')
  const prefix = header.subarray(257, 263).toString('latin1') === 'ustar\0' ? text(345, 155) : ''
  return { name: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`, bytes: octal(124, 12), mode: octal(100, 8), type: String.fromCharCode(header[156] ?? 0) }
}

function pathOf(name: string): string[] {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  if (name.startsWith('/') || parts.some((part) => part === '..' || /[\\:\0]/u.test(part))) throw new Refusal('update_unreadable')
  return parts.slice(1)
}

function padded(bytes: number): number {
  return Math.ceil(bytes / block) * block
}

/** Hands a stream out in pieces of asked length; what was read too far is kept for the next piece. */
function inPieces(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array()
  async function pass(bytes: number, write: (chunk: Uint8Array) => Promise<void>): Promise<void> {
    for (let left = bytes; left > 0;) {
      if (rest.length === 0) {
        const { value, done } = await chunks.next()
        if (done === true) throw new Refusal('update_unreadable')
        rest = value
      }
      const piece = rest.subarray(0, left)
      rest = rest.subarray(piece.length)
      left -= piece.length
      await write(piece)
    }
  }
  return {
    pass,
    close: async () => void (await chunks.return?.()),
    async take(bytes: number): Promise<Buffer> {
      const pieces: Uint8Array[] = []
      await pass(bytes, async (chunk) => void pieces.push(chunk))
      return Buffer.concat(pieces)
    },
  }
}
