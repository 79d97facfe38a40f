import type { EmitEvent, OpenedRegister } from '../opened/openedRegister'
import type { RunBackup } from './backupMessages'
import type { BackupTurn } from './backupTurn'

/** What work on backups of the open register is done with. */
export interface BackupContext {
  register: OpenedRegister
  emit: EmitEvent
  runBackup: RunBackup
  turn: BackupTurn
  /** Epoch milliseconds. */
  now(): number
}
