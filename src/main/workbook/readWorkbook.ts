import { Refusal } from '../../shared/domain/result'
import { openFileSource, type ByteSource } from './byteSource'
import { readCsv } from './csv/readCsv'
import { detectFormat } from './detectFormat'
import { readHtml } from './html/readHtml'
import { maxXlsBytes } from './limits'
import { readOds } from './ods/readOds'
import { readableXls, readOle } from './ole/readOle'
import type { ReadEvent, ReadOptions } from './types'
import { readXml2003 } from './xml2003'
import { PackageParts } from './xlsx/packageParts'
import { readXlsx } from './xlsx/readXlsx'

/**
 * Reads a workbook or text table of any supported format, told by its content: one `workbook` event, then for every
 * chosen sheet `sheet`, `rows` in batches and `tail`. Memory stays bounded whatever the file's size; .xls, .xlsb and HTML
 * files, which are held whole, are bounded by size.
 *
 * Throws a `Refusal` for a file that cannot be read: `file_not_found`, `file_not_readable`, `empty_file`,
 * `not_a_table`, `encrypted`, `wrong_password`, `damaged`, `ambiguous_file`, `document_type`, `format_too_old`,
 * `too_large` or `unknown_sheet`. Rows delivered before the refusal must be dropped.
 */
export async function* readWorkbook(path: string, options: ReadOptions = {}): AsyncGenerator<ReadEvent> {
  const source = openFileSource(path)
  try {
    yield* readSource(source, options)
  } finally {
    source.close()
  }
}

async function* readSource(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadEvent> {
  switch (detectFormat(source)) {
    case 'zip':
      return yield* readPackage(source, options)
    case 'ole':
      return yield* readOle(source, options)
    case 'biff':
      return yield* readBareXls(source, options)
    case 'html':
      return yield* readHtml(source, options)
    case 'xml2003':
      return yield* readXml2003(source, options)
    case 'text':
      return yield* readCsv(source, options)
  }
}

/** A ZIP file is told by its parts: OpenDocument, a binary workbook, or Office Open XML. */
async function* readPackage(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const parts = new PackageParts(source)
  if (parts.has('mimetype') && parts.has('content.xml')) return yield* readOds(source, parts, options)
  if (parts.has('xl/workbook.bin')) return yield* readXlsb(source, parts, options)
  yield* readXlsx(source, options, parts)
}

/** Binary workbooks are read by the library, which holds them whole: what they unpack to is bounded first. */
async function* readXlsb(source: ByteSource, parts: PackageParts, options: ReadOptions): AsyncGenerator<ReadEvent> {
  if (source.size > maxXlsBytes || parts.unpackedBytes() > maxXlsBytes) throw new Refusal('too_large', undefined, { what: 'file', bytes: source.size })
  const { readXls } = await import('./xls')
  yield* readXls({ bytes: source.read(0, source.size), macros: parts.has('xl/vbaProject.bin'), format: 'xlsb' }, options)
}

/** A workbook stream without its container, as old programs write it. */
async function* readBareXls(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadEvent> {
  if (source.size > maxXlsBytes) throw new Refusal('too_large', undefined, { what: 'file', bytes: source.size })
  const { readXls } = await import('./xls')
  yield* readXls({ ...readableXls(source, source.read(0, source.size), options.password), macros: false }, options)
}
