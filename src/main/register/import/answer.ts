import type { NoticeCode, SkipCode } from '../../../shared/domain/errorCodes'
import type { ImportKind } from '../../../shared/domain/catalogue/headings'
import { textOf } from '../../../shared/text/t'

/** What an import answers with (cli.md, `import`). */
export interface ImportAnswer {
  batch: number | null
  kind: ImportKind
  file: string
  sha256: string
  /** The batch that this file corrects, where it is one that was returned to its sender. */
  corrects?: number
  sheets: SheetAnswer[]
  rows: RowCounts
  records: { new: number; changed: number }
  skipped: { sheet: string | null; row: number; code: SkipCode }[]
  rejected: RejectedRow[]
  review: ReviewRow[]
  repaired: { sheet: string | null; row: number; column: string; field: string; code: string; from: string | number | null; to: string }[]
  notices: { sheet: string | null; row: number | null; column: string | null; field: string | null; code: string; message: string; value?: string }[]
  seconds: number
}

export interface RowCounts {
  read: number
  skipped: number
  new: number
  changed: number
  same: number
  review: number
  rejected: number
  repaired: number
}

export interface SheetAnswer {
  sheet: string | null
  kind: ImportKind
  headerRows: number[]
  mapping: Record<string, { column: string; header: string }>
  unmapped: { column: string; header: string }[]
  rows: RowCounts
}

export interface RejectedRow {
  sheet: string | null
  row: number
  column: string
  field: string
  code: string
  message: string
  value: string | number | null
  /** Readings of a doubtful cell whose row the clerk has left to the reporter; left out where there are none. */
  choices?: readonly string[]
  /** What else is wrong or doubtful in the row; left out where nothing is. */
  also?: RowFault[]
}

/** A further fault of a row, as its entry describes the first. */
export type RowFault = Pick<RejectedRow, 'column' | 'field' | 'code' | 'message' | 'value'> & { choices?: readonly string[] }

export interface ReviewRow extends RejectedRow {
  questionId: string
  choices: readonly string[]
}

/** Says something of the file, of a sheet or of a place in it; of its rows their verdicts say it (sheetVerdicts.ts). */
export function sayInAnswer({ notices }: ImportAnswer, code: NoticeCode, value = '', place: Partial<Omit<ImportAnswer['notices'][number], 'code' | 'message' | 'value'>> = {}): void {
  notices.push({ sheet: null, row: null, column: null, field: null, ...place, code, message: textOf(`notice.${code}`, { value }) })
}

export function noRows(): RowCounts {
  return { read: 0, skipped: 0, new: 0, changed: 0, same: 0, review: 0, rejected: 0, repaired: 0 }
}

export function addRows(total: RowCounts, part: RowCounts): void {
  for (const key of Object.keys(total) as (keyof RowCounts)[]) total[key] += part[key]
}
