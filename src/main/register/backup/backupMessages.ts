import type { Failure, Result } from '../../../shared/domain/result'
import type { OpenedKeys } from '../../store/sealing/backupKeyring'
import type { LookedInto } from './restore/lookIntoBackup'

export type BackupOrder =
  /** Keep a copy of a register as `target`, let go what the rule no longer keeps, and bring the second folder into step. */
  | { work: 'backup'; from: string; target: string; second: string | null }
  /** Make a register of a backup, where none is yet. */
  | { work: 'restore'; from: string; target: string; keys: OpenedKeys | null }
  /** Put a backup in the place of the register `target`, which is kept in `keptAs` before. */
  | { work: 'replace'; from: string; target: string; keptAs: string; keys: OpenedKeys | null }
  /** Say what a backup holds, and what would be otherwise with it in the place of the register `beside`; with nothing beside, only the former. */
  | { work: 'look'; from: string; beside: string | null; folder: string; keys: OpenedKeys | null }
  /** Make a new register of what can be proved of a damaged one. */
  | { work: 'salvage'; from: string; target: string; at: number; operator: string }

export type FromBackup = { type: 'progress'; done: number; total: number } | { type: 'done'; result: Result<Made> }

export interface Made {
  sequence: number
  /** Attachments that the copy speaks of and does not have. */
  missingAttachments: number
  /** Why the second folder could not be brought into step; null when it was, or there is none. */
  second: Failure | null
  /** The backup that was made; its name ends in .bzrx where it is encrypted. */
  file?: string
  /** What was kept before a register was replaced: a backup, or the damaged file itself. */
  keptAs?: string
  /** What was seen in a backup. */
  looked?: LookedInto
  /** What a damaged register gave: records in the new one and not in it, and the file that lists the latter. */
  salvaged?: { records: number; lost: number; list: string | null }
}

/** Makes one backup, wherever that runs. */
export type RunBackup = (order: BackupOrder, onProgress: (done: number, total: number) => void) => Promise<Result<Made>>
