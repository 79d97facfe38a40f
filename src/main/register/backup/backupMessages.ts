import type { Result } from '../../../shared/domain/result'

export interface BackupOrder {
  /** What to do: keep a copy of a register, or make a register of such a copy. */
  work: 'backup' | 'restore'
  /** The register to copy, or the backup to take. */
  from: string
  /** File to make. */
  target: string
}

export type FromBackup = { type: 'progress'; done: number; total: number } | { type: 'done'; result: Result<Made> }

export interface Made {
  sequence: number
  /** Attachments that the copy speaks of and does not have. */
  missingAttachments: number
}

/** Makes one backup, wherever that runs. */
export type RunBackup = (order: BackupOrder, onProgress: (done: number, total: number) => void) => Promise<Result<Made>>
