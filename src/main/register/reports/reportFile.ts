import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { writePdf, type PrintedFile } from '../../workbook/print/pdfWriter'
import { writeForms, type FormSheet, type TextSheet } from '../../workbook/write/formWriter'
import type { ExportWatch } from '../exportJobs'

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

export interface WrittenReport {
  sha256: string
  /** Of a PDF: pages, replaced faces. */
  pdf?: PrintedFile
}

/** A name that ends in .pdf asks for paper, any other for a workbook. */
export function isPdfName(file: string): boolean {
  return extname(file).toLowerCase() === '.pdf'
}

/**
 * Writes a report as its file's name says: a workbook with everything, or a PDF of the forms, both from the same sheets.
 * Once more the same report gives the same bytes; a PDF on a computer with the same fonts.
 *
 * @returns no_chinese_font (PDF), job_cancelled, and what the disk refuses
 */
export async function writeReportFile(file: string, report: LaidOutReport, watch?: ExportWatch): Promise<Result<WrittenReport>> {
  const written = isPdfName(file) ? await printReport(file, report, watch) : await writeWorkbook(file, report, watch)
  return written.ok ? succeed({ sha256: createHash('sha256').update(await readFile(file)).digest('hex'), ...written.value }) : written
}

function printReport(file: string, { sheets, asOf, mark }: LaidOutReport, watch?: ExportWatch): Promise<Result<{ pdf: PrintedFile }>> {
  const forms = sheets.filter((sheet) => sheet.kind === 'form')
  const written = writePdf(file, {
    forms, title: forms[0]?.title ?? '', footer: t('report.footer'), creator: t('app.name'), createdAt: Date.parse(asOf), mark, ...watch,
  })
  return written.then((result) => (result.ok ? succeed({ pdf: result.value }) : result))
}

function writeWorkbook(file: string, { sheets, createdAt }: LaidOutReport, watch?: ExportWatch): Promise<Result<object>> {
  return writeForms(file, { sheets, footer: t('report.footer'), creator: t('app.name'), createdAt, ...(watch ? { signal: watch.signal } : {}) }).then((result) => (result.ok ? succeed({}) : result))
}
