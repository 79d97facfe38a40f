import { largestAttachmentMb, type AttachmentType } from '../../../shared/domain/catalogue/attachmentTypes'
import { bareFileName } from '../../../shared/domain/fileName'
import { Refusal, succeed, type Result } from '../../../shared/domain/result'
import { openFileSource, type ByteSource } from '../../workbook/byteSource'
import { CompoundFile } from '../../workbook/ole/compoundFile'
import { readZipDirectory } from '../../workbook/zip/zipDirectory'

/** What a refused file is, as far as it can be told: each has its sentence under `error.attachment_refused`. */
type RefusedKind = 'program' | 'script' | 'shortcut' | 'web_page' | 'archive' | 'macros' | 'protected' | 'text' | 'unknown'

const headBytes = 4096

/** Beginnings of files that are what they are from the first byte on. */
const signatures: readonly [AttachmentType, RegExp][] = [
  ['pdf', /^(?:\xef\xbb\xbf)?[\r\n\t ]{0,16}%PDF-\d/u],
  ['jpg', /^\xff\xd8\xff/u],
  ['png', /^\x89PNG\r\n\x1a\n/u],
  ['gif', /^GIF8[79]a/u],
  ['tif', /^(?:II\x2a\0|MM\0\x2a)/u],
  ['webp', /^RIFF[^]{4}WEBPVP8/u],
  ['heic', /^\0\0\0[^]ftyp(?:heic|heix|heim|heis|hevc|mif1|msf1)/u],
]

/** More telling than “not a known type”; the order is that of asking. */
const refused: readonly [RefusedKind, RegExp][] = [
  ['program', /^(?:MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|\xce\xfa\xed\xfe|dex\n)/u],
  ['shortcut', /^(?:L\0\0\0\x01\x14\x02\0|\s*\[(?:InternetShortcut|Desktop Entry)\])/iu],
  ['archive', /^(?:Rar!\x1a|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh|\xfd7zXZ|MSCF|ISc\()/u],
  ['script', /^\s*(?:#!|@echo|<\?php|<%|<job|<package|<script)/iu],
  ['web_page', /^(?:\xef\xbb\xbf)?\s*(?:<!--[^]*?-->\s*)?<(?:!doctype|html|head|body|table|svg|\?xml)|^MIME-Version:/iu],
]

/**
 * What a file is by its content; its name is never asked. Only documents and pictures are let in: programs, scripts,
 * shortcuts, pages, archives and documents with macros could do harm when they are opened.
 *
 * @returns attachment_refused with `details.what`, attachment_too_large, empty_file, file_not_found, file_not_readable
 */
export function documentType(path: string): Result<AttachmentType> {
  try {
    const source = openFileSource(path)
    try {
      return succeed(typeOf(source))
    } finally {
      source.close()
    }
  } catch (error) {
    if (error instanceof Refusal) return { ...error.failure, details: { path, file: bareFileName(path), ...error.failure.details } }
    throw error
  }
}

function typeOf(source: ByteSource): AttachmentType {
  const sizeMb = source.size / 1024 ** 2
  if (source.size === 0) throw new Refusal('empty_file')
  if (sizeMb > largestAttachmentMb) throw new Refusal('attachment_too_large', undefined, { sizeMb: Math.ceil(sizeMb), limitMb: largestAttachmentMb })
  const head = source.read(0, headBytes)
  const text = head.toString('latin1')
  if (text.startsWith('PK\u0003\u0004')) return typeInZip(source)
  if (text.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return typeInCompound(source)
  const known = signatures.find(([, beginning]) => beginning.test(text))
  if (known) return known[0]
  if (text.startsWith('BM') && head.length > 14 && head.readUInt32LE(2) === source.size) return 'bmp'
  const harmful = refused.find(([, beginning]) => beginning.test(text))
  throw refusal(harmful?.[0] ?? (text.includes('\0') ? 'unknown' : 'text'))
}

/** The part that makes a package a document of its type. */
const packageParts: readonly [AttachmentType, RegExp][] = [
  ['docx', /^word\/document\d*\.xml$/u], ['xlsx', /^xl\/workbook\d*\.xml$/u], ['pptx', /^ppt\/presentation\d*\.xml$/u], ['ofd', /^OFD\.xml$/u],
]

function typeInZip(source: ByteSource): AttachmentType {
  const names = orRefuse('archive', () => readZipDirectory(source)).map(({ name }) => name)
  if (names.some((name) => /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets\/.*|Basic\/.*|Scripts\/.*)$/iu.test(name))) throw refusal('macros')
  const found = packageParts.find(([, part]) => names.some((name) => part.test(name)))
  if (found && (found[0] === 'ofd' || names.includes('[Content_Types].xml'))) return found[0]
  const openDocument = typeOfOpenDocument(source)
  if (openDocument) return openDocument
  throw refusal('archive')
}

/** OpenDocument names its type in the first entry, stored as it is. */
function typeOfOpenDocument(source: ByteSource): AttachmentType | undefined {
  const beginning = source.read(0, 120).toString('latin1')
  const media = /^PK\x03\x04[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet)/u.exec(beginning)?.[1]
  return media === 'text' ? 'odt' : media === 'spreadsheet' ? 'ods' : undefined
}

const compoundStreams: readonly [AttachmentType, readonly string[]][] = [['doc', ['WordDocument']], ['xls', ['Workbook', 'Book']], ['ppt', ['PowerPoint Document']]]

/** Word, Excel and PowerPoint before 2007, and WPS; an installer or a mail is a compound file as well. */
function typeInCompound(source: ByteSource): AttachmentType {
  const file = orRefuse('unknown', () => new CompoundFile(source))
  if (file.has('EncryptedPackage')) throw refusal('protected')
  if (file.streams.some(({ path }) => /(?:^|\/)(?:_VBA_PROJECT(?:_CUR)?|VBA)(?:\/|$)/iu.test(path))) throw refusal('macros')
  const found = compoundStreams.find(([, names]) => names.some((name) => file.has(name)))
  if (found) return found[0]
  throw refusal('unknown')
}

/** A container that cannot be read to its end is none of the documents. */
function orRefuse<T>(what: RefusedKind, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal && error.failure.code !== 'file_not_readable') throw refusal(what)
    throw error
  }
}

function refusal(what: RefusedKind): Refusal {
  return new Refusal('attachment_refused', undefined, { what })
}
