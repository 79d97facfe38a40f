import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import type { SkipCode } from '../../../shared/domain/errorCodes'
import type { Row, SheetInfo, SheetTail, WorkbookInfo } from '../../workbook/types'
import type { SheetContext } from './kinds/kindJudge'
import type { PendingRecords } from './pending/pendingRecords'
import type { Fault, Notice, Repair } from './sheet/rowReader'

/** What became of one body row, told while the file is judged. */
export interface RowReport {
  /** Index of the sheet in the workbook. */
  sheet: number
  row: number
  verdict: 'new' | 'changed' | 'same' | 'review' | 'rejected' | 'skipped'
  /** Natural key, or what stands in its cell. */
  key: string
  title: string
  skipped?: SkipCode
  /** With the id under which an answer, or a correction of what is wrong, is given. */
  fault?: Fault & { questionId?: string; correctionId?: string }
  repairs: readonly Repair[]
  notices: readonly Notice[]
  /** Record before and after, where the row changes one. */
  change?: { kind: RecordKind; before: Values; after: Values; stated: readonly string[] }
  /** Calendar year of the event the row reports, where it has one. */
  year: number | null
}

/** Somebody who looks over the import's shoulder: sees the rows as they stand and what is made of them. */
export interface ImportObserver {
  /** A pass over the file begins; whatever an earlier pass told is void. */
  begin(workbook: WorkbookInfo): void
  sheet(sheet: SheetInfo): void
  /** Raw rows of the sheet that began last. */
  rows(rows: readonly Row[]): void
  tail(tail: SheetTail): void
  recognised(sheet: SheetInfo, context: SheetContext): void
  row(report: RowReport): void
  /** The pass is over; what it would write. */
  judged?(pending: PendingRecords): void
}
