import type { EmitEvent, OpenedRegister } from '../../opened/openedRegister'
import type { OpenWorkbook } from './runImport'

/** What work with files needs of the process around it. */
export interface FileWorkContext {
  register: OpenedRegister
  emit: EmitEvent
  openWorkbook: OpenWorkbook
  /** The clock's date, YYYY-MM-DD, and instant in epoch milliseconds. */
  today(): string
  now(): number
  programVersion: string
}

/** What the files on their way in need besides. */
export interface ImportSessionContext extends FileWorkContext {
  /** Keeps the register before so many rows are written to it; a backup that fails is told of and stops nothing. */
  beforeWriting?(rows: number): Promise<void>
}
