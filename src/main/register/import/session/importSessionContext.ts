import type { EmitEvent, OpenedRegister } from '../../opened/openedRegister'
import type { OpenWorkbook } from './runImport'

/** What the files on their way in need of the process around them. */
export interface ImportSessionContext {
  register: OpenedRegister
  emit: EmitEvent
  openWorkbook: OpenWorkbook
  /** The clock's date, YYYY-MM-DD, and instant in epoch milliseconds. */
  today(): string
  now(): number
  programVersion: string
  /** Keeps the register before so many rows are written to it; a backup that fails is told of and stops nothing. */
  beforeWriting?(rows: number): Promise<void>
}
