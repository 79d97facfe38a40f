import type { Result } from '../../../shared/domain/result'
import type { PdfOptions, PrintedFile } from '../../workbook/print/pdfWriter'

/** One PDF, asked of a printing thread. */
export interface PrintOrder {
  job: number
  file: string
  options: Omit<PdfOptions, 'signal' | 'onProgress'>
}

export type FromPrinter = { type: 'progress'; job: number; rows: number; total: number } | { type: 'done'; job: number; result: Result<PrintedFile> }

/** The words to a printing thread: an order, an order that is no longer wanted, and that there will be none any more. */
export type ToPrinter = { type: 'print'; order: PrintOrder } | { type: 'cancel'; job: number } | { type: 'end' }

/** Prints forms to a file, wherever that runs. */
export type PrintPdf = (file: string, options: PdfOptions) => Promise<Result<PrintedFile>>

/** Prints one PDF after the other and reads each font once; it holds them until it is ended. */
export interface Printer {
  print: PrintPdf
  end(): void
}

export type OpenPrinter = () => Printer
