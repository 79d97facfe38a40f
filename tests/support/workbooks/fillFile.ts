import type { CellEdit } from '../../../src/main/workbook/forms/formValues'
import type { RowGrowth } from '../../../src/main/workbook/forms/rowGrowth'
import { fillWorkbook } from '../../../src/main/workbook/patch/fillWorkbook'
import type { TemplatePackage } from '../../../src/main/workbook/patch/templatePackage'
import { writeFileAtomically } from '../../../src/main/workbook/write/atomicFile'
import type { Result } from '../../../src/shared/domain/result'

/** Fills an open workbook into a file, in this process. */
export function fillFile(template: TemplatePackage, edits: ReadonlyMap<string, readonly CellEdit[]>, out: string, growths: readonly RowGrowth[] = []): Promise<Result<void>> {
  return writeFileAtomically(out, undefined, (sink) => fillWorkbook(template, edits, sink, growths))
}
