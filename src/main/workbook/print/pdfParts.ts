import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'

/** A printed form has some hundred kilobytes; what unpacks to far more is none of ours. */
const mostUnpackedBytes = 256 << 20
const objectHead = /\n?(\d{1,7}) 0 obj\n/y
const lengthEntry = /\/Length (\d{1,10})\n/u
const streamStart = '\nstream\n'
const objectEnd = '\nendobj'

/**
 * What a PDF of our own printing consists of: a checksum of each object, its stream unpacked, and of what stands around them.
 * Two PDFs with the same parts show the same; how tightly their streams are packed hangs on the program's version.
 *
 * @returns null for a file that is built in another way, which none of our printing is
 */
export function pdfParts(bytes: Buffer): string[] | null {
  const text = bytes.toString('latin1')
  const parts: string[] = []
  const first = text.search(/\n\d{1,7} 0 obj\n/u)
  if (first < 0) return null
  parts.push(text.slice(0, first))
  let room = mostUnpackedBytes
  let at = first
  for (;;) {
    objectHead.lastIndex = at
    const head = objectHead.exec(text)
    if (!head) break
    const object = readObject(text, objectHead.lastIndex, room)
    if (object === null) return null
    room -= object.unpackedBytes
    parts.push(`${head[1]} ${object.checksum}`)
    at = object.end
  }
  // The table of positions follows from how tightly streams are packed.
  return [...parts, text.slice(at).replaceAll(/\d{10} 00000 n/gu, '').replace(/startxref\n\d+/u, '')]
}

interface PdfObject { checksum: string; end: number; unpackedBytes: number }

function readObject(text: string, from: number, room: number): PdfObject | null {
  const end = text.indexOf(objectEnd, from)
  const stream = text.indexOf(streamStart, from)
  if (end < 0) return null
  if (stream < 0 || stream > end) return { checksum: checksum(text.slice(from, end)), end: end + objectEnd.length, unpackedBytes: 0 }
  const entries = text.slice(from, stream)
  const begins = stream + streamStart.length
  const length = Number(lengthEntry.exec(entries)?.[1] ?? Number.NaN)
  const closing = `\nendstream${objectEnd}`
  if (!text.startsWith(closing, begins + length)) return null
  const packed = Buffer.from(text.slice(begins, begins + length), 'latin1')
  const content = entries.includes('/FlateDecode') ? unpack(packed, room) : packed
  if (content === null) return null
  return { checksum: checksum(entries.replace(lengthEntry, ''), content), end: begins + length + closing.length, unpackedBytes: content.length }
}

function unpack(packed: Buffer, room: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch {
    // Damaged, or larger than anything we print.
    return null
  }
}

function checksum(...contents: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex')
}

/** A property of a PDF of our own printing; undefined where it is not told in our way. */
export function pdfProperty(bytes: Buffer, name: string): string | undefined {
  const text = bytes.toString('latin1')
  const reference = new RegExp(`/${name} (\\d{1,7}) 0 R`, 'u').exec(text)?.[1]
  if (reference === undefined) return undefined
  return new RegExp(`\\n${reference} 0 obj\\n\\(([^()\\\\]*)\\)\\nendobj`, 'u').exec(text)?.[1]
}

/** All places where programs keep the properties of a PDF, each as text: as it stands, and every stream that can be unpacked. */
export function* pdfTexts(bytes: Buffer): Generator<string> {
  yield readable(bytes)
  let room = mostUnpackedBytes
  for (let at = bytes.indexOf('stream'); at >= 0 && room > 0; at = bytes.indexOf('stream', at + 1)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue
    const begins = at + 'stream'.length + (bytes[at + 6] === 13 ? 2 : 1)
    const end = bytes.indexOf('endstream', begins)
    const content = end < 0 ? null : unpack(bytes.subarray(begins, end), room)
    if (content === null) continue
    room -= content.length
    yield readable(content)
  }
}

/** Words of two bytes a letter lose their empty ones: what is looked for is plain letters and digits. */
function readable(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '')
}
