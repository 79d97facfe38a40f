import { ParserConnection } from './parser/connection'
import { pdfReading, type PdfReading } from './parser/pdfMessages'
import { launchParser, usualLimits, type ParserLauncher, type ParserLimits } from './parserClient'

/**
 * Reads a PDF in a parser process: whose it is shows only when its streams are unpacked.
 *
 * @throws Refusal file_not_found, file_not_readable, too_large, parser_stopped
 */
export async function readPdfApart(path: string, marks: readonly string[] = [], launch: ParserLauncher = launchParser, limits: ParserLimits = usualLimits(path)): Promise<PdfReading> {
  const connection = new ParserConnection(await launch(), limits)
  try {
    return await connection.ask({ type: 'pdf.read', path, marks, maxMemoryBytes: limits.maxMemoryBytes }, pdfReading)
  } finally {
    connection.end()
  }
}
