import type { ExportedState } from '../../ownExports/exportedState'
import type { UncountedRecords } from '../pending/uncountedRecords'
import type { Replay } from '../redo/replay'

/** What the file as a whole gives to each of its sheets. */
export interface FileContext {
  sha256: string
  base1904: boolean
  /** Of a text table: what stands between the fields of a record. */
  delimiter?: string
  answers: Readonly<Record<string, string | number | null>>
  /** Fields of rows that stay as the register has them, by `keepKey`. */
  kept: ReadonlySet<string>
  /** What is told of its records once all rows are read. */
  uncounted: UncountedRecords
  /** The state of the register that the file shows, where it was exported from it. */
  exported?: ExportedState
  /** Given when an undone batch is taken in again. */
  replay?: Replay
}
