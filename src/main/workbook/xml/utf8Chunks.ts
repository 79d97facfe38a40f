import { TextDecoder } from 'node:util'
import { damagedXml } from './xmlText'

/**
 * XML parts may be stored in UTF-16 or, by careless writers, in a national encoding. The scanner knows UTF-8 only,
 * so other encodings are converted chunk by chunk; UTF-8 passes untouched but for its byte order mark.
 */
export async function* utf8Chunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0)
  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield decoder ? convert(decoder, chunk) : chunk
      continue
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
    if (head.length < declarationBytes && !head.includes('?>')) continue
    decoder = decoderOf(head)
    yield decoder ? convert(decoder, head) : withoutMark(head)
    head = undefined
  }
  if (head !== undefined && head.length > 0) {
    decoder = decoderOf(head)
    yield decoder ? convert(decoder, head) : withoutMark(head)
  }
  if (decoder) yield convert(decoder)
}

/** A part that is at hand as a whole, as text. @throws Refusal damaged */
export function textOfPart(bytes: Buffer): string {
  const decoder = decoderOf(bytes)
  if (decoder === undefined) return withoutMark(bytes).toString('utf8')
  try {
    return decoder.decode(bytes)
  } catch {
    throw damagedXml('encoding')
  }
}

const declarationBytes = 256

function decoderOf(head: Buffer): TextDecoder | undefined {
  const label = encodingOf(head)
  if (label === 'utf-8') return undefined
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    throw damagedXml('encoding')
  }
}

/** By byte order mark, else by the shape of `<?` in UTF-16, else by the declaration. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be'
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head.toString('latin1', 0, declarationBytes))
  const label = (declared?.[1] ?? 'utf-8').toLowerCase()
  return label === 'utf8' || label === 'us-ascii' || label.startsWith('utf-16') ? 'utf-8' : label
}

function withoutMark(head: Buffer): Buffer {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head
}

function convert(decoder: TextDecoder, chunk?: Buffer): Buffer {
  try {
    return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode(), 'utf8')
  } catch {
    throw damagedXml('encoding')
  }
}
