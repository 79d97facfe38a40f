import { join } from 'node:path'
import type { FrozenReport } from '../../store/frozenStore'
import type { RegisterStore } from '../../store/registerStore'
import type { PdfReading } from '../../workbook/parser/pdfMessages'
import { readPdfApart } from '../../workbook/pdfClient'
import { printerHere, printOnce } from '../printing/printerHere'
import type { OpenPrinter } from '../printing/printMessages'
import { dropFolder, temporaryFolder } from '../../store/temporaryFolders'
import { writeFrozen } from './freezePeriod'

/** How a PDF stands to the frozen form whose mark it bears. `other_fonts`: printed with others than this computer has. */
export type PdfComparison = 'same' | 'differs' | 'other_fonts'

/** Whether a PDF says it is a report of this program, whatever register made it. */
export function bearsMark({ keywords }: PdfReading): boolean {
  return /^[0-9a-f]{64}$/u.test(keywords ?? '')
}

/**
 * Prints a frozen form once more and lays the two side by side: text, places, fonts, properties. Only with the same editions
 * of the same fonts do the same cells make the same PDF; a file built otherwise was not written by this program.
 */
export async function compareWithPrint(store: Pick<RegisterStore, 'frozen'>, report: FrozenReport, { parts, editions }: PdfReading, openPrinter: OpenPrinter = printerHere): Promise<PdfComparison> {
  if (parts === null) return 'differs'
  const printed = await printAgain(store, report, openPrinter)
  if (printed === null) return 'other_fonts'
  if (printed.parts === parts) return 'same'
  return printed.editions === editions ? 'differs' : 'other_fonts'
}

/** Null on a computer without Chinese fonts. */
async function printAgain(store: Pick<RegisterStore, 'frozen'>, report: FrozenReport, openPrinter: OpenPrinter): Promise<PdfReading | null> {
  const folder = temporaryFolder('verify')
  try {
    const file = join(folder, 'form.pdf')
    const written = await writeFrozen(store, report, file, { print: printOnce(openPrinter) })
    return written.ok ? await readPdfApart(file) : null
  } finally {
    dropFolder(folder)
  }
}
