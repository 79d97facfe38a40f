import { guardFormula } from '../../../../shared/domain/formulaGuard'
import type { Result } from '../../../../shared/domain/result'
import { writeFileAtomically } from '../atomicFile'
import type { ListColumn, ListValue, RowBatches } from './listWriter'

export interface CsvOptions {
  columns: readonly Pick<ListColumn, 'header'>[]
  rows: RowBatches
  onProgress?: (rowsWritten: number) => void
  signal?: AbortSignal
}

export interface CsvSummary {
  rows: number
  sizeBytes: number
  /** Texts with characters UTF-8 cannot hold (lone surrogates); each stands as U+FFFD in the file. */
  replacedTexts: number
}

const BYTE_ORDER_MARK = '\uFEFF'
const BLOCK_CHARACTERS = 256 * 1024
// Other separators are quoted too: a program with another list separator must not split a text into a live formula.
const needsQuotes = /[",;|\t\r\n]|^\s|\s$/

/**
 * Writes a list as CSV the way Chinese Excel opens it with a double click: UTF-8 with byte order mark, CRLF. Texts that a
 * spreadsheet would calculate are guarded (formulaGuard.ts), numbers are written as they are.
 *
 * @returns file_not_writable, disk_full or job_cancelled leave no file
 */
export function writeCsv(path: string, options: CsvOptions): Promise<Result<CsvSummary>> {
  return writeFileAtomically(path, options.signal, async (sink) => {
    let rows = 0
    let replacedTexts = 0
    const field = (value: ListValue): string => {
      if (typeof value === 'string' && !value.isWellFormed()) replacedTexts++
      return csvField(value)
    }
    let block = BYTE_ORDER_MARK + csvRecord(options.columns.map((column) => field(column.header)))
    for await (const batch of options.rows) {
      for (const values of batch) {
        block += csvRecord(options.columns.map((_, index) => field(values[index])))
        if (block.length < BLOCK_CHARACTERS) continue
        await sink.append(Buffer.from(block, 'utf8'))
        block = ''
      }
      rows += batch.length
      options.onProgress?.(rows)
    }
    await sink.append(Buffer.from(block, 'utf8'))
    return { rows, sizeBytes: sink.size, replacedTexts }
  })
}

function csvField(value: ListValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = guardFormula(value)
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function csvRecord(fields: readonly string[]): string {
  return `${fields.join(',')}\r\n`
}
