import { writePdf } from '../../workbook/print/pdfWriter'
import { findFonts, type PrintFonts } from '../../workbook/print/printFonts'
import type { OpenPrinter, Printer, PrintPdf } from './printMessages'

/** Prints in this thread. */
export const printerHere: OpenPrinter = () => {
  let fonts: Promise<PrintFonts> | null = null
  return {
    async print(file, options) {
      // Folders of its own are asked for by one PDF alone.
      if (options.folders !== undefined) return writePdf(file, options)
      fonts ??= findFonts()
      return writePdf(file, options, await fonts)
    },
    end() {
      fonts = null
    },
  }
}

/** A printer for a single PDF. */
export function printOnce(open: OpenPrinter): PrintPdf {
  return (file, options) => withPrinter(open, ({ print }) => print(file, options))
}

/** Ends the printer however the work ends. */
export async function withPrinter<T>(open: OpenPrinter, work: (printer: Printer) => Promise<T>): Promise<T> {
  const printer = open()
  try {
    return await work(printer)
  } finally {
    printer.end()
  }
}
