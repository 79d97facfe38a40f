import { Refusal } from '../../../shared/domain/result'
import { bufferSource, type ByteSource } from '../byteSource'
import { readOleMark } from '../documentMark'
import { maxEncryptedBytes, maxXlsBytes } from '../limits'
import type { ReadEvent, ReadOptions } from '../types'
import { readXlsx } from '../xlsx/readXlsx'
import { CompoundFile } from './compoundFile'
import { decryptPackage } from './decryptPackage'

const otherDocuments = [
  { stream: 'WordDocument', what: 'word' },
  { stream: 'PowerPoint Document', what: 'powerpoint' },
  { stream: '__properties_version1.0', what: 'mail' },
] as const

/** Reads what stands in an OLE container: an .xls workbook, or an encrypted .xlsx when the password is known. */
export async function* readOle(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const container = new CompoundFile(source)
  if (container.has('EncryptedPackage')) {
    yield* readXlsx(bufferSource(decrypt(container, source.size, options.password)), options)
    return
  }
  const stream = workbookStreamOf(container)
  if (source.size > maxXlsBytes) throw new Refusal('too_large', undefined, { what: 'file', bytes: source.size })
  assertReadable(container.read(stream, 4096) ?? Buffer.alloc(0))
  const macros = container.streams.some(({ path }) => /^_VBA_PROJECT(?:_CUR)?\//i.test(path))
  // The library for .xls is large; other formats start without it.
  const { readXls } = await import('../xls')
  yield* readXls(source.read(0, source.size), macros, options, 'xls', markIn(container))
}

/** "Read-only recommended" workbooks are encrypted with this password, which every program tries unasked. */
const unaskedPassword = 'VelvetSweatshop'

function decrypt(container: CompoundFile, size: number, password: string | undefined): Buffer {
  if (size > maxEncryptedBytes) throw new Refusal('too_large', undefined, { what: 'file', bytes: size })
  const info = container.read('EncryptionInfo')
  const encrypted = container.read('EncryptedPackage')
  if (!info || !encrypted) throw new Refusal('damaged', undefined, { what: 'encryption' })
  try {
    return decryptPackage(info, encrypted, password ?? unaskedPassword)
  } catch (error) {
    const isUnasked = password === undefined && error instanceof Refusal && error.failure.code === 'wrong_password'
    throw isUnasked ? new Refusal('encrypted') : error
  }
}

const longestProperties = 64 * 1024

/** Properties are no data: those that cannot be read are not there. */
function markIn(container: CompoundFile): string | undefined {
  try {
    const properties = container.read('\u0005DocumentSummaryInformation', longestProperties)
    return properties === undefined ? undefined : readOleMark(properties)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function workbookStreamOf(container: CompoundFile): string {
  for (const name of ['Workbook', 'Book']) if (container.has(name)) return name
  const other = otherDocuments.find(({ stream }) => container.has(stream))
  throw new Refusal('not_a_table', undefined, { what: other?.what ?? 'ole' })
}

const filePass = 0x2f
const interfaceRecords = 16

/**
 * Looks at the first records of the workbook stream. An encrypted .xls is refused whether or not a password is known:
 * its old methods are not supported, and what the library makes of them is garbage.
 */
function assertReadable(head: Buffer): void {
  if (head.length < 8 || head[0] !== 0x09) throw new Refusal('damaged', undefined, { what: 'xls' })
  if (head[1] !== 0x08) throw new Refusal('format_too_old')
  for (let at = 0, record = 0; at + 4 <= head.length && record < interfaceRecords; record++) {
    if (head.readUInt16LE(at) === filePass) throw new Refusal('encrypted', undefined, { what: 'method' })
    at += 4 + head.readUInt16LE(at + 2)
  }
}
