import { z } from 'zod'
import { filePath } from '../filePath'
import { nothing, operation } from '../operation'
import { fontShortage, producedReport, reportCatalogue, reportCheck, reportChoice, reportPreview } from '../reports'

/** Forms: preview, checks, produced files. */
export const reportOperations = {
  'reports.catalogue': operation(nothing, reportCatalogue),
  /** The form as it would be written now. */
  'reports.preview': operation(reportChoice, reportPreview),
  /** Writes the form as workbook or PDF, and keeps what it was produced with. Refused as form_check_failed when a check does not hold. */
  'reports.produce': operation(
    reportChoice.extend({ file: filePath }),
    z.object({ id: z.int(), file: z.string(), sha256: z.string(), checks: z.array(reportCheck), pdf: fontShortage.nullable() }),
  ),
  /** Writes the form to be looked at: it is not kept among the produced ones. */
  'reports.print': operation(reportChoice.extend({ file: filePath }), z.object({ pdf: fontShortage.nullable() })),
  /** Newest first. */
  'reports.list': operation(nothing, z.object({ reports: z.array(producedReport) })),
} as const
