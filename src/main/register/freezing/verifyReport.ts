import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { formDefinition, isFormName } from '../../../shared/domain/catalogue/forms'
import { fail, Refusal, succeed, type Result } from '../../../shared/domain/result'
import type { FrozenReport } from '../../store/frozenStore'
import type { NewReport, RegisterStore } from '../../store/registerStore'
import { openParser } from '../../workbook/parserClient'
import type { ReadEvent, ReadOptions } from '../../workbook/types'
import { sheetValues, type SheetValues } from '../../workbook/write/sheet/sheetValues'
import { readContent } from './freezePeriod'
import { readCells } from './reportCells'
import { openFileSource } from '../../workbook/byteSource'
import { hashFile } from '../../workbook/hashFile'
import { readPdfApart } from '../../workbook/pdfClient'
import type { OpenPrinter } from '../printing/printMessages'
import { isPdfName } from '../reports/reportFile'
import { pdfNameOf } from '../reports/reportFileName'
import { bearsMark, compareWithPrint } from './verifyPdf'
import { cellDifferences, markIn, markOf, type CellDifference } from '../reports/reportMark'

/**
 * unchanged: as written, and the register too · register_changed: as written, the register has moved on · tampered: no longer
 * what was written · unproved: a PDF of this register that cannot be compared here · unknown: not from this register.
 */
export type ReportState = 'unchanged' | 'register_changed' | 'tampered' | 'unproved' | 'unknown'

/** Why a PDF cannot be compared: it was printed with fonts that this computer does not have, or its form was not frozen. */
export type Doubt = 'other_fonts' | 'not_frozen'

/** The answer of `verify-report` (cli.md). */
export interface VerifiedReport {
  file: string
  sha256: string
  state: ReportState
  /** Another program has saved the file: not one cell is otherwise, but the bytes are. */
  isResaved: boolean
  /** What the register knows of the report. */
  report: { form: string; label: string; period: string; frozenVersion: number | null; sha256: string; sequence: number; at: number; operator: string } | null
  /** Of a frozen report, the cells that are otherwise than they were written, at most {@link shownDifferences}. */
  differences: CellDifference[]
  /** Why the state is unproved; null in any other. */
  doubt: Doubt | null
  currentSequence: number
}

export const shownDifferences = 50

type Store = Pick<RegisterStore, 'frozen' | 'reports' | 'sequence'>

interface Known {
  report: NonNullable<VerifiedReport['report']>
  fileName: string
  mark: string | undefined
  frozen: FrozenReport | null
}

interface Found { known: Known; state: 'as_written' | 'tampered' | 'unproved'; isResaved: boolean; differences: CellDifference[]; doubt: Doubt | null }

/** Who reads a workbook and who prints a PDF to compare with; the parser process and this thread where left out. */
export interface VerifyingWork {
  open?: ((path: string, options: ReadOptions) => AsyncIterable<ReadEvent>) | undefined
  openPrinter?: OpenPrinter | undefined
}

/**
 * Tells what became of a file that this register once wrote. It is recognised by its checksum, else by the mark on its
 * 口径说明 or among the properties of its PDF, and by its name only where it bears no mark. A workbook is proved by its
 * cells; a PDF of a frozen form by printing the form again.
 *
 * @returns file_not_found, file_not_readable; too_large and parser_stopped for a PDF that is none of ours
 */
export async function verifyReport(store: Store, file: string, { open = openParser, openPrinter }: VerifyingWork = {}): Promise<Result<VerifiedReport>> {
  if (!existsSync(file)) return fail('file_not_found', { file })
  try {
    return await verify(store, file, open, openPrinter)
  } catch (error) {
    if (error instanceof Refusal) return { ...error.failure, at: { file, ...error.failure.at } }
    throw error
  }
}

async function verify(store: Store, file: string, open: NonNullable<VerifyingWork['open']>, openPrinter: OpenPrinter | undefined): Promise<Result<VerifiedReport>> {
  const sha256 = await hashFile(file)
  const known = await knownFiles(store)
  const currentSequence = await store.sequence()
  const same = known.find(({ report }) => report.sha256 === sha256)
  const found = same ? asWritten(same, false) : isPdf(file) ? await findByPrint(store, known, file, openPrinter) : await findByCells(store, known, file, await readCells(open(file, { marksDisguises: true })))
  return succeed({
    file, sha256, state: stateOf(found, currentSequence), isResaved: found?.isResaved ?? false, report: found?.known.report ?? null,
    differences: (found?.differences ?? []).slice(0, shownDifferences), doubt: found?.doubt ?? null, currentSequence,
  })
}

function isPdf(file: string): boolean {
  const source = openFileSource(file)
  try {
    return source.read(0, 5).toString('latin1') === '%PDF-'
  } finally {
    source.close()
  }
}

function stateOf(found: Found | null, currentSequence: number): ReportState {
  if (!found) return 'unknown'
  if (found.state !== 'as_written') return found.state
  return found.known.report.sequence === currentSequence ? 'unchanged' : 'register_changed'
}

function asWritten(known: Known, isResaved: boolean): Found {
  return { known, state: 'as_written', isResaved, differences: [], doubt: null }
}

function tampered(known: Known, differences: CellDifference[] = []): Found {
  return { known, state: 'tampered', isResaved: false, differences, doubt: null }
}

async function findByCells(store: Store, known: readonly Known[], file: string, cells: ReadonlyMap<string, SheetValues> | null): Promise<Found | null> {
  const mark = cells ? markIn(cells) : undefined
  const marked = mark === undefined ? undefined : known.find((report) => report.mark === mark)
  if (cells && marked) {
    if (markOf(cells) === mark) return asWritten(marked, true)
    return tampered(marked, marked.frozen ? cellDifferences(sheetValues((await readContent(store, marked.frozen)).sheets), cells) : [])
  }
  // A mark of another register is no report of ours, whatever the file is called.
  return mark === undefined ? findByName(known, file) : null
}

function findByName(known: readonly Known[], file: string): Found | null {
  // In an archive the form stands before the name.
  const name = basename(file).replace(/^F\d{1,2}_/u, '')
  const named = known.find(({ fileName, frozen }) => fileName === name || fileName === basename(file) || (frozen !== null && pdfNameOf(fileName) === name))
  return named ? tampered(named) : null
}

/** The versions of a form may bear one mark: it is enough that the PDF is that of one of them. */
async function findByPrint(store: Store, known: readonly Known[], file: string, openPrinter: OpenPrinter | undefined): Promise<Found | null> {
  const pdf = await readPdfApart(file, [...new Set(known.flatMap(({ mark }) => mark ?? []))])
  const marks = new Set(pdf.marks)
  const marked = known.filter(({ mark }) => mark !== undefined && marks.has(mark))
  const [first] = marked
  if (!first) return bearsMark(pdf) ? null : findByName(known, file)
  let doubted: Found | null = null
  for (const report of marked) {
    if (!report.frozen) continue
    const comparison = await compareWithPrint(store, report.frozen, pdf, openPrinter)
    if (comparison === 'same') return asWritten(report, false)
    doubted ??= comparison === 'other_fonts' ? unproved(report, 'other_fonts') : tampered(report)
  }
  // Every PDF that was produced is known by its checksum.
  return doubted ?? (marked.some(({ fileName }) => isPdfName(fileName)) ? tampered(first) : unproved(first, 'not_frozen'))
}

function unproved(known: Known, doubt: Doubt): Found {
  return { known, state: 'unproved', isResaved: false, differences: [], doubt }
}

const kept = z.object({ mark: z.string().optional() }).catch({})

async function knownFiles(store: Store): Promise<Known[]> {
  const frozen = (await store.frozen.list()).map((report) => knownFrom(report, { version: report.version, at: report.frozenAt, mark: kept.parse(report.rules).mark, frozen: report }))
  const produced = (await store.reports.list()).map((report) => knownFrom(report, { version: null, at: report.producedAt, mark: kept.parse(report.parameters).mark, frozen: null }))
  return [...frozen, ...produced]
}

function knownFrom(
  { form, period, sha256, sequence, operator, fileName }: Pick<NewReport, 'form' | 'period' | 'sha256' | 'sequence' | 'operator' | 'fileName'>,
  { version, at, mark, frozen }: { version: number | null; at: number; mark: string | undefined; frozen: FrozenReport | null },
): Known {
  const label = isFormName(form) ? formDefinition(form).label : form
  return { report: { form, label, period, frozenVersion: version, sha256, sequence, at, operator }, fileName, mark, frozen }
}
