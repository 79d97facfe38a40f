import type { Result } from '../../../shared/domain/result'
import type { PdfOptions, PrintedFile } from '../../workbook/print/pdfWriter'

/** What a printing thread is started with. */
export interface PrintOrder {
  file: string
  options: Omit<PdfOptions, 'signal' | 'onProgress'>
}

export type FromPrinter = { type: 'progress'; rows: number; total: number } | { type: 'done'; result: Result<PrintedFile> }

/** The only word to a printing thread: the PDF is no longer wanted. */
export type ToPrinter = 'cancel'

/** Prints forms to a file, wherever that runs. */
export type PrintPdf = (file: string, options: PdfOptions) => Promise<Result<PrintedFile>>
