import type { RecordKind } from '../../shared/domain/catalogue/fields'
import type { RowRemark } from './changeSet'

export type RemarkedVerdict = RowRemark['verdict'] | 'conflict'

/** The rows of batches as they were taken in. Their sources are named by id. */
export interface BatchRowReader {
  /** What became of the rows that came in, as `RowRuns` writes it; null when it was not kept. */
  outcomes(source: number): Promise<string | null>
  /** Rows with remarks, each with its most telling one, in row order; a notice of a conflict counts as one. */
  remarkedRows(source: number): Promise<[row: number, verdict: RemarkedVerdict][]>
  /** The remarks of a range of rows, in their order; `from` and `to` inclusive. */
  remarks(source: number, from: number, to: number): Promise<RowRemark[]>
  /** Records of a kind of which some row says otherwise than the record, or is silent about a field of its sheet. */
  disputed(kind: RecordKind): Promise<number[]>
  /** Which records the rows support, three numbers a row: source, row, record as `packRecord` makes it; ordered by the first two. */
  supportOf(sources: readonly number[]): Promise<Float64Array>
}
