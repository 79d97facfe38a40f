import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { writePdf, type PrintedFile } from '../../workbook/print/pdfWriter'
import { writeForms, type FormSheet, type TextSheet } from '../../workbook/write/form/formWriter'
import type { PrintPdf } from '../printing/printMessages'

/** A report that is laid out and bears its mark. */
export interface LaidOutReport {
  sheets: readonly (FormSheet | TextSheet)[]
  /** YYYY-MM-DD: the day its figures are of, which a PDF bears as its date. */
  asOf: string
  /** Epoch milliseconds, which a workbook bears as its date. */
  createdAt: number
  /** Checksum over its cells (reportMark.ts). */
  mark: string
}

/** How a report is written: who hears of it, and where a PDF is printed; in this thread where left out. */
export interface WritingWork {
  signal?: AbortSignal
  onProgress?(rows: number, total: number): void
  print?: PrintPdf | undefined
}

export interface WrittenReport {
  sha256: string
  /** Of a PDF: pages, replaced faces. */
  pdf?: PrintedFile
}

/** A name that ends in .pdf asks for paper. */
export function isPdfName(file: string): boolean {
  return extname(file).toLowerCase() === '.pdf'
}

/**
 * Writes a report as its file's name says: a workbook with everything, or a PDF of the forms, both from the same sheets.
 * Once more the same report gives the same bytes; a PDF on a computer with the same fonts.
 *
 * @returns usage_bad_value for another kind of file, no_chinese_font (PDF), job_cancelled, and what the disk refuses
 */
export async function writeReportFile(file: string, report: LaidOutReport, work: WritingWork = {}): Promise<Result<WrittenReport>> {
  if (!isPdfName(file) && extname(file).toLowerCase() !== '.xlsx') return fail('usage_bad_value', undefined, { option: '--out', value: file, expected: '.xlsx、.pdf' })
  const written = isPdfName(file) ? await printReport(file, report, work) : await writeWorkbook(file, report, work)
  return written.ok ? succeed({ sha256: createHash('sha256').update(await readFile(file)).digest('hex'), ...written.value }) : written
}

async function printReport(file: string, { sheets, asOf, mark }: LaidOutReport, { print = writePdf, ...watch }: WritingWork): Promise<Result<{ pdf: PrintedFile }>> {
  const forms = sheets.filter((sheet) => sheet.kind === 'form')
  const printed = await print(file, { forms, title: forms[0]?.title ?? '', footer: t('report.footer'), creator: t('app.name'), createdAt: Date.parse(asOf), mark, ...watch })
  return printed.ok ? succeed({ pdf: printed.value }) : printed
}

async function writeWorkbook(file: string, { sheets, createdAt }: LaidOutReport, { signal }: WritingWork): Promise<Result<object>> {
  const written = await writeForms(file, { sheets, footer: t('report.footer'), creator: t('app.name'), createdAt, ...(signal ? { signal } : {}) })
  return written.ok ? succeed({}) : written
}
