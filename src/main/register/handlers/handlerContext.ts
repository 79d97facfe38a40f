import type { OpenForm } from '../../workbook/forms/formClient'
import type { ImportServices } from '../import/importOptions'
import type { Activity } from '../activity'
import type { RunBackup } from '../backup/backupMessages'
import type { StartInspection } from '../condition/inspectionMessages'
import type { OpenPrinter } from '../printing/printMessages'
import type { StartSurvey } from '../units/survey/surveyMessages'
import type { EmitEvent, OpenedRegister } from '../opened/openedRegister'

/** What every group of handlers gets. */
export interface HandlerContext {
  version: string
  register: OpenedRegister
  /** The clock's date, YYYY-MM-DD: statuses are computed on it. */
  today(): string
  /** Tells the windows; absent where there are none. */
  emit?: EmitEvent
  /** Reads files in parser processes; absent: in those that are started as usual. */
  openWorkbook?: ImportServices['open']
  /** Opens received workbooks to be filled, in the same way. */
  openForm?: OpenForm
  /** Makes backups in a thread; absent: in this one. */
  runBackup?: RunBackup
  /** Looks for damage in a thread; absent: in this one. */
  startInspection?: StartInspection
  /** When windows ask; absent where there are none, which is never idle. */
  activity?: Activity
  /** Compares all units and names in a thread; absent: in this one. */
  startSurvey?: StartSurvey
  /** Prints in a thread; absent: in this one. */
  openPrinter?: OpenPrinter
}
