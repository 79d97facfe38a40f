import { Refusal } from '../../shared/domain/result'
import type { ByteSource } from './byteSource'
import { unmarkedUtf16 } from './csv/textEncoding'

/** What a file is, by its first bytes. The name's ending is never asked: every second export lies about it. */
export type ContainerFormat = 'zip' | 'ole' | 'biff' | 'html' | 'xml2003' | 'text'

const headBytes = 64 * 1024

const foreignSignatures: readonly { what: string; bytes: readonly number[] }[] = [
  { what: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { what: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'image', bytes: [0xff, 0xd8, 0xff] },
  { what: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { what: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { what: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { what: 'archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { what: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { what: 'archive', bytes: [0x1f, 0x8b] },
  { what: 'program', bytes: [0x4d, 0x5a, 0x90, 0x00] },
  { what: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { what: 'database', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
]

/** Refuses with `empty_file`, `format_too_old` (BIFF2 to BIFF4) or `not_a_table` (`details.what` says what it is). */
export function detectFormat(source: ByteSource): ContainerFormat {
  const head = source.read(0, headBytes)
  if (head.length === 0) throw new Refusal('empty_file')
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole'
  if (isBiffStream(head)) return 'biff'
  const foreign = foreignSignatures.find((signature) => startsWith(head, signature.bytes))
  if (foreign) throw notATable(foreign.what)
  if (startsWith(head, [0x42, 0x4d]) && head.length > 14 && head.readUInt32LE(2) === source.size) throw notATable('image')
  return detectTextFormat(head)
}

/** A BOF record without a container: 2, 3 and 4 are versions that no program of this century writes. */
function isBiffStream(head: Buffer): boolean {
  if (head[0] !== 0x09 || head.length < 6 || head[3] !== 0) return false
  const version = head[1]
  const length = head[2]
  if ((version === 0 || version === 2 || version === 4) && (length === 4 || length === 6)) throw new Refusal('format_too_old')
  return version === 8 && (length === 8 || length === 16)
}

function detectTextFormat(head: Buffer): ContainerFormat {
  const text = headText(head)
  const trimmed = text.trimStart()
  if (trimmed === '') throw new Refusal('empty_file')
  if (/^<\?xml\b/i.test(trimmed)) return detectXmlFormat(trimmed)
  if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|script|title|div|center|font|p|br|form)\b/i.test(trimmed)) return 'html'
  if (/^MIME-Version:/i.test(trimmed)) throw notATable('web_archive')
  if (/^[[{]\s*["{[]/.test(trimmed) && /"\s*:/.test(trimmed)) throw notATable('json')
  if (isBinary(text)) throw notATable('binary')
  return 'text'
}

function detectXmlFormat(text: string): ContainerFormat {
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml2003'
  if (/<(?:html|table)\b/i.test(text)) return 'html'
  throw notATable('xml')
}

/** Latin-1 is enough to recognise tags; UTF-16 is decoded, since its letters are two bytes wide. */
function headText(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  const wide = unmarkedUtf16(head)
  if (wide) return new TextDecoder(wide).decode(head)
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  return head.toString('latin1', start)
}

function isBinary(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0) return true
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls++
  }
  return controls * 100 > text.length
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte)
}

function notATable(what: string): Refusal {
  return new Refusal('not_a_table', undefined, { what })
}
