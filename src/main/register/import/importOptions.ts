import type { ImportKind } from '../../../shared/domain/catalogue/headings'
import type { Result } from '../../../shared/domain/result'
import type { GrowingChange } from '../../store/changeSet'
import type { RegisterStore } from '../../store/registerStore'
import type { StoredBatch } from '../../store/registerStore'
import type { ReadEvent, ReadOptions } from '../../workbook/types'
import type { DistrictDirectory } from './districtDirectory'
import type { ImportObserver } from './importObserver'
import type { MapFile } from './mapFile'
import type { OriginalCopy } from './originalFile'
import type { PendingRecords } from './pending/pendingRecords'
import type { Replay } from './redo/replay'

export interface ImportTurns {
  /** Rows of a step. */
  rows: number
  /** Lets others have their turn. @throws Refusal when nobody waits for the import any longer */
  give(): Promise<void>
}

export interface ImportOptions {
  as?: ImportKind
  sheet?: string
  /** Exactly these sheets, hidden ones too. */
  sheets?: readonly string[]
  /** District code of the reporter. */
  district?: string
  statusDate?: string
  map?: MapFile
  answers?: Readonly<Record<string, string | number | null>>
  /** Fields that rows do not change, by `keepKey`. */
  keep?: readonly string[]
  password?: string
  dryRun?: boolean
  today: string
  /** Epoch milliseconds. */
  at: number
  operator: string
  programVersion: string
  signal?: AbortSignal
  observer?: ImportObserver
  /** Takes in exactly what the rows of an undone batch stated. */
  replay?: Replay
  /** Where others wait for the thread: rows are judged in small steps with a turn before each. */
  turns?: ImportTurns
  /** Asked between chunks of rows to pack what is new. */
  pack?: (pending: PendingRecords) => void
  /** Told at the end of what would be written. */
  onJudged?: (pending: PendingRecords) => void
  onProgress?: (progress: { read: number; size: number; rows: number }) => void
  /** Told before anything of the file counts, with its rows; the register is still as it was. */
  beforeCommit?: (rows: number) => Promise<void>
}

export interface ImportServices {
  store: RegisterStore
  /** Begins a change set that is written while the file is being judged; without it all is written at the end. */
  grow?(): GrowingChange
  districts: DistrictDirectory
  /** Opens the file for reading, in the parser process or in this one. */
  open(path: string, options: ReadOptions): AsyncIterable<ReadEvent>
  hash(path: string): Promise<{ sha256: string; sizeBytes: number }>
  /** Keeps the original durably, before the batch that names it. */
  keepOriginal(path: string, sha256: string): Promise<Result<null>>
  /** A copy of what an earlier batch was taken from; null where it is not kept. Without it no returned file is recognised. */
  original?(batch: StoredBatch): Promise<OriginalCopy | null>
}
