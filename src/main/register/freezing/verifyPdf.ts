import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FrozenReport } from '../../store/frozenStore'
import type { RegisterStore } from '../../store/registerStore'
import { pdfParts, pdfProperty, pdfTexts } from '../../workbook/print/pdfParts'
import { editionsEntry } from '../../workbook/print/pdfWriter'
import { printerHere, printOnce } from '../printing/printerHere'
import type { OpenPrinter } from '../printing/printMessages'
import { dropFolder, temporaryFolder } from '../../store/temporaryFolders'
import { writeFrozen } from './freezePeriod'

/** How a PDF stands to the frozen form whose mark it bears. `other_fonts`: printed with others than this computer has. */
export type PdfComparison = 'same' | 'differs' | 'other_fonts'

/**
 * The marks that a PDF bears, wherever a program keeps its properties.
 *
 * @param known  marks of the register's reports
 */
export function marksInPdf(bytes: Buffer, known: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  for (const text of pdfTexts(bytes)) for (const [word] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu)) if (known.has(word)) found.add(word)
  return [...found]
}

/** Whether a PDF says it is a report of this program, whatever register made it. */
export function bearsMark(bytes: Buffer): boolean {
  return /^[0-9a-f]{64}$/u.test(pdfProperty(bytes, 'Keywords') ?? '')
}

/**
 * Prints a frozen form once more and lays the two side by side: text, places, fonts, properties. Only with the same editions
 * of the same fonts do the same cells make the same PDF; a file built otherwise was not written by this program.
 */
export async function compareWithPrint(store: Pick<RegisterStore, 'frozen'>, report: FrozenReport, bytes: Buffer, openPrinter: OpenPrinter = printerHere): Promise<PdfComparison> {
  const parts = pdfParts(bytes)
  if (parts === null) return 'differs'
  const printed = await printAgain(store, report, openPrinter)
  if (printed === null) return 'other_fonts'
  const again = pdfParts(printed) ?? []
  if (again.length === parts.length && again.every((part, index) => part === parts[index])) return 'same'
  return pdfProperty(bytes, editionsEntry) === pdfProperty(printed, editionsEntry) ? 'differs' : 'other_fonts'
}

/** Null on a computer without Chinese fonts. */
async function printAgain(store: Pick<RegisterStore, 'frozen'>, report: FrozenReport, openPrinter: OpenPrinter): Promise<Buffer | null> {
  const folder = temporaryFolder('verify')
  try {
    const file = join(folder, 'form.pdf')
    const written = await writeFrozen(store, report, file, { print: printOnce(openPrinter) })
    return written.ok ? await readFile(file) : null
  } finally {
    dropFolder(folder)
  }
}
