import type { Result } from '../../../../shared/domain/result'
import { writeFileAtomically } from '../atomicFile'
import { drawForm, type DrawnSheet, type SheetContext } from './formSheet'
import type { FormSheet, TextSheet } from './formTypes'
import { addClosingParts, addLeadingParts, sheetPath, type DocumentProperties } from '../package/packageParts'
import { claimSheetName } from '../sheet/sheetName'
import { createStyleTable } from '../sheet/styleTable'
import { drawTextSheet } from '../sheet/textSheet'
import { createZipWriter } from '../package/zipWriter'

export type { CellSpan, FormCell, FormColumn, FormNumberFormat, FormSheet, HeaderCell, TextSheet } from './formTypes'

export interface FormOptions extends DocumentProperties {
  /** In tab order; the first is shown when the file is opened. */
  sheets: readonly (FormSheet | TextSheet)[]
  /** Print footer with &P and &N. */
  footer: string
  signal?: AbortSignal
}

/**
 * Writes printed forms and their explanations as .xlsx. The same sheets with the same `createdAt` give the same bytes.
 *
 * @returns file_not_writable, disk_full, job_cancelled or text_too_long leave no file; a form whose header or rows do
 *          not fit its columns throws, since that is a mistake of the form's definition
 */
export function writeForms(path: string, options: FormOptions): Promise<Result<{ sheets: string[]; sizeBytes: number }>> {
  return writeFileAtomically(path, options.signal, async (sink) => {
    const zip = createZipWriter(sink, 4)
    const styles = createStyleTable()
    const taken = new Set<string>()
    await addLeadingParts(zip, options)
    const drawn = options.sheets.map((sheet, index) =>
      draw(sheet, { name: claimSheetName(sheet.name, taken), first: index === 0, styles, footer: options.footer }))
    for (const [index, { xml }] of drawn.entries()) await zip.add(sheetPath(index), xml)
    await addClosingParts(zip, drawn.map(({ sheet }) => sheet), styles.toXml())
    await zip.finish()
    return { sheets: drawn.map(({ sheet }) => sheet.name), sizeBytes: sink.size }
  })
}

function draw(sheet: FormSheet | TextSheet, context: SheetContext): DrawnSheet {
  return sheet.kind === 'form' ? drawForm(sheet, context) : drawTextSheet(sheet, context)
}
