import type { RowPage, RowVerdict, SheetColumns, SheetPreview } from '../../../../shared/bridge/imports'
import { fail, Refusal, succeed, type Result } from '../../../../shared/domain/result'
import { hasText, textOf } from '../../../../shared/text/t'
import type { Row } from '../../../workbook/types'
import { describeColumns } from './columnChoices'
import { describeRows, framingRows } from './describeJob'
import type { ImportJob, JudgedFile } from './importJob'
import { correctionKey } from './jobChanges'
import type { RowFilter } from './rowLedger'
import type { OpenWorkbook } from './runImport'
import type { SheetMemory } from './sheetMemory'

const longestRange = 200

/** The sheet as it looks: first and last rows, or a range of them, which a long sheet is read again for. */
export async function sheetRows(job: ImportJob, { sheet, from, to }: { sheet: number; from?: number | undefined; to?: number | undefined }, open: OpenWorkbook): Promise<Result<SheetPreview>> {
  const { reading } = job
  const memory = reading?.sheets.get(sheet)
  if (!reading || !memory) return succeed({ rows: [], merges: [], width: 0, hiddenColumns: 0 })
  if (from === undefined) return succeed(describeRows(memory, reading, framingRows(memory)))
  const last = Math.min(to ?? from, from + longestRange - 1)
  const kept = memory.rowsBetween(from, last)
  if (kept) return succeed(describeRows(memory, reading, kept))
  const read = await readRange(job, memory, from, last, open)
  return read.ok ? succeed(describeRows(memory, reading, read.value)) : read
}

async function readRange(job: ImportJob, memory: SheetMemory, from: number, to: number, open: OpenWorkbook): Promise<Result<Row[]>> {
  const { name } = memory.info
  const found: Row[] = []
  try {
    const options = { maxRows: to, ...(name === null ? {} : { sheets: [name] }), ...(job.password === null ? {} : { password: job.password }) }
    for await (const event of open(job.path, options)) {
      if (event.type === 'rows') found.push(...event.rows.filter(({ row }) => row >= from && row <= to))
      if (event.type === 'rows' && (event.rows.at(-1)?.row ?? 0) >= to) break
    }
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
  return succeed(found)
}

/** @returns unknown_sheet for a sheet that was not read */
export function columnsOf(job: ImportJob, sheet: number): Result<SheetColumns> {
  const memory = job.reading?.sheets.get(sheet)
  if (!memory) return fail('unknown_sheet', undefined, { value: sheet + 1 })
  const entry = job.settings.sheets.get(sheet) ?? {}
  const kind = entry.kind ?? memory.context?.kind ?? job.settings.kind
  // Without a kind there is nothing to map to yet: the clerk names it first.
  return succeed(describeColumns(memory, entry, kind ?? 'standards', job.reading?.workbook?.base1904 ?? false))
}

/** Rows of a file under a filter, with what the clerk wrote into them; nothing before it was read. */
export function rowPageOf({ reading, corrections, kept }: ImportJob, filter: RowFilter, from: number, to: number): RowPage {
  if (!reading) return { total: 0, rows: [], codes: [] }
  const { total, rows } = reading.ledger.page(filter, from, to, reading.sheetName)
  const withCorrections = rows.map((row) => {
    const written = corrections.get(correctionKey(row.sheet, row.row)) ?? []
    const keeping = [...kept.values()].filter((field) => field.sheet === row.sheet && field.row === row.row)
    return {
      ...row, corrections: written.map(({ cell, from: old, to: text }) => ({ cell, from: old, to: text })),
      kept: keeping.map(({ label, from: stays, to: refused }) => ({ label, from: stays, to: refused })),
    }
  })
  return { total, rows: withCorrections, codes: labelledCodes(reading) }
}

/** Reasons to filter by, in words. */
function labelledCodes({ ledger }: JudgedFile): { code: string; verdict: RowVerdict; label: string; count: number }[] {
  return ledger.codes().map((entry) => ({ ...entry, label: labelOf(entry.code) }))
}

function labelOf(code: string): string {
  const key = [`reason.${code}`, `skip.${code}`].find(hasText)
  return key ? textOf(key) : code
}
