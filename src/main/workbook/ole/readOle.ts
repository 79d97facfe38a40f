import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'
import { maxXlsBytes } from '../limits'
import type { ReadEvent, ReadOptions } from '../types'
import { readXls } from '../xls'
import { CompoundFile } from './compoundFile'

const otherDocuments = [
  { stream: 'WordDocument', what: 'word' },
  { stream: 'PowerPoint Document', what: 'powerpoint' },
  { stream: '__properties_version1.0', what: 'mail' },
] as const

/** Reads what stands in an OLE container: an .xls workbook, or an encrypted .xlsx when the password is known. */
export async function* readOle(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const container = new CompoundFile(source)
  if (container.has('EncryptedPackage')) throw new Refusal('encrypted')
  const stream = workbookStreamOf(container)
  if (source.size > maxXlsBytes) throw new Refusal('too_large', undefined, { what: 'file', bytes: source.size })
  assertReadable(container.read(stream, 64) ?? Buffer.alloc(0))
  const macros = container.streams.some(({ path }) => /^_VBA_PROJECT(?:_CUR)?\//i.test(path))
  yield* readXls(source.read(0, source.size), macros, options)
}

function workbookStreamOf(container: CompoundFile): string {
  for (const name of ['Workbook', 'Book']) if (container.has(name)) return name
  const other = otherDocuments.find(({ stream }) => container.has(stream))
  throw new Refusal('not_a_table', undefined, { what: other?.what ?? 'ole' })
}

function assertReadable(head: Buffer): void {
  if (head.length < 8 || head[0] !== 0x09) throw new Refusal('damaged', undefined, { what: 'xls' })
  if (head[1] !== 0x08) throw new Refusal('format_too_old')
}
