import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { formDefinition, isFormName } from '../../../shared/domain/catalogue/forms'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { FrozenReport } from '../../store/frozenStore'
import type { NewReport, RegisterStore } from '../../store/registerStore'
import { openParser } from '../../workbook/parserClient'
import type { ReadEvent, ReadOptions } from '../../workbook/types'
import { sheetValues, type SheetValues } from '../../workbook/write/sheetValues'
import { readContent } from './freezePeriod'
import { readCells } from './reportCells'
import { cellDifferences, markIn, markOf, type CellDifference } from '../reports/reportMark'

/** unchanged: as written, and the register too · register_changed: as written, the register has moved on · tampered: no longer what was written · unknown: not from this register. */
export type ReportState = 'unchanged' | 'register_changed' | 'tampered' | 'unknown'

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

interface Found { known: Known; state: 'as_written' | 'tampered'; isResaved: boolean; differences: CellDifference[] }

/**
 * Tells what became of a file that this register once wrote. It is recognised by its checksum, else by the mark on its
 * 口径说明, and by its name only where it bears no mark.
 *
 * @param open  reads the file; the parser process where left out
 * @returns file_not_found
 */
export async function verifyReport(store: Store, file: string, open: (path: string, options: ReadOptions) => AsyncIterable<ReadEvent> = openParser): Promise<Result<VerifiedReport>> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return fail('file_not_found', { file })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await knownFiles(store)
  const currentSequence = await store.sequence()
  const same = known.find(({ report }) => report.sha256 === sha256)
  const found = same ? asWritten(same, false) : await findByCells(store, known, file, await readCells(open(file, {})))
  const state = !found ? 'unknown' : found.state === 'tampered' ? 'tampered' : found.known.report.sequence === currentSequence ? 'unchanged' : 'register_changed'
  return succeed({ file, sha256, state, isResaved: found?.isResaved ?? false, report: found?.known.report ?? null, differences: (found?.differences ?? []).slice(0, shownDifferences), currentSequence })
}

function asWritten(known: Known, isResaved: boolean): Found {
  return { known, state: 'as_written', isResaved, differences: [] }
}

async function findByCells(store: Store, known: readonly Known[], file: string, cells: ReadonlyMap<string, SheetValues> | null): Promise<Found | null> {
  const mark = cells ? markIn(cells) : undefined
  const marked = mark === undefined ? undefined : known.find((report) => report.mark === mark)
  if (cells && marked) {
    if (markOf(cells) === mark) return asWritten(marked, true)
    const differences = marked.frozen ? cellDifferences(sheetValues((await readContent(store, marked.frozen)).sheets), cells) : []
    return { known: marked, state: 'tampered', isResaved: false, differences }
  }
  // A mark of another register is no report of ours, whatever the file is called.
  const named = mark === undefined ? known.find(({ fileName }) => fileName === basename(file)) : undefined
  return named ? { known: named, state: 'tampered', isResaved: false, differences: [] } : null
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
