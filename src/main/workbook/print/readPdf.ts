import { createHash } from 'node:crypto'
import { Refusal } from '../../../shared/domain/result'
import { openFileSource } from '../byteSource'
import { longestProperty } from '../limits'
import type { PdfReading, PdfRequest } from '../parser/pdfMessages'
import { pdfParts, pdfProperty, pdfTexts } from './pdfParts'
import { editionsEntry } from './pdfProperties'

/** Printed forms have some hundred kilobytes, scanned ones some ten million bytes. */
const mostPdfBytes = 256 * 1024 ** 2

/** What a PDF says of itself, whoever made it. @throws Refusal file_not_found, file_not_readable, too_large */
export function readPdf({ path, marks }: PdfRequest): PdfReading {
  const bytes = bytesOf(path)
  const parts = pdfParts(bytes)
  return {
    marks: marksIn(bytes, new Set(marks)),
    keywords: told(pdfProperty(bytes, 'Keywords')),
    editions: told(pdfProperty(bytes, editionsEntry)),
    parts: parts === null ? null : createHash('sha256').update(JSON.stringify(parts)).digest('hex'),
  }
}

function bytesOf(path: string): Buffer {
  const source = openFileSource(path)
  try {
    if (source.size > mostPdfBytes) throw new Refusal('too_large')
    return source.read(0, source.size)
  } finally {
    source.close()
  }
}

function marksIn(bytes: Buffer, wanted: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  for (const text of pdfTexts(bytes)) for (const [word] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu)) if (wanted.has(word)) found.add(word)
  return [...found]
}

/** A longer one is none that this program writes. */
function told(property: string | undefined): string | null {
  return property === undefined || property.length > longestProperty ? null : property
}
