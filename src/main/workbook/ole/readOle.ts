import { Refusal } from '../../../shared/domain/result'
import { bufferSource, type ByteSource } from '../byteSource'
import { readOleMark } from '../documentMark'
import { maxEncryptedBytes, maxXlsBytes } from '../limits'
import type { ReadEvent, ReadOptions } from '../types'
import type { XlsWorkbook } from '../xls'
import { readXlsx } from '../xlsx/readXlsx'
import { CompoundFile } from './compoundFile'
import { filePassOf, withKnownDateFormats } from './biffRecords'
import { decryptBiff } from './decryptBiff'
import { decryptPackage } from './decryptPackage'
import { raisedBiffTexts } from './raisedBiffTexts'

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
  const macros = container.streams.some(({ path }) => /^_VBA_PROJECT(?:_CUR)?\//i.test(path))
  // The library for .xls is large; other formats start without it.
  const { readXls } = await import('../xls')
  yield* readXls({ ...readableXls(source, container.read(stream) ?? Buffer.alloc(0), options.password), macros, mark: markIn(container) }, options)
}

/**
 * What the library can read: the file as it is, or its workbook stream where that is enciphered or means formats that it
 * does not spell out; and what it does not read of the stream.
 *
 * @param stream  the workbook in the file, which is the file itself where there is no container
 */
export function readableXls(source: ByteSource, stream: Buffer, password?: string): Pick<XlsWorkbook, 'bytes' | 'raisedTexts'> {
  const filePass = filePassOf(stream)
  const plain = filePass === null ? null : asking(password, (known) => decryptBiff(stream, filePass, known))
  return { bytes: withKnownDateFormats(plain ?? stream) ?? plain ?? source.read(0, source.size), raisedTexts: raisedBiffTexts(plain ?? stream) }
}

/** "Read-only recommended" workbooks are encrypted with this password, which every program tries unasked. */
const unaskedPassword = 'VelvetSweatshop'

function decrypt(container: CompoundFile, size: number, password: string | undefined): Buffer {
  if (size > maxEncryptedBytes) throw new Refusal('too_large', undefined, { what: 'file', bytes: size })
  const info = container.read('EncryptionInfo')
  const encrypted = container.read('EncryptedPackage')
  if (!info || !encrypted) throw new Refusal('damaged', undefined, { what: 'encryption' })
  return asking(password, (known) => decryptPackage(info, encrypted, known))
}

/** Where nobody has been asked for the password yet, the wrong one only means that it is needed. */
function asking<T>(password: string | undefined, decrypt: (password: string) => T): T {
  try {
    return decrypt(password ?? unaskedPassword)
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

