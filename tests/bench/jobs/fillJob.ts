import { fillWorkbook } from '../../../src/main/workbook/patch/fillWorkbook'
import { readWords } from '../../../src/main/workbook/patch/sheetWords'
import { openTemplate } from '../../../src/main/workbook/patch/templatePackage'
import { writeFileAtomically } from '../../../src/main/workbook/write/atomicFile'

export interface FillParameters {
  template: string
  sheet: string
  cells: readonly { row: number; column: number; value: number }[]
  out: string
}

/**
 * The province's form with all its cells: opened, its words read, filled, written and flushed. All in one process, as the peer
 * does it: the program has the form opened and filled in a parser process, whose start and messages are not counted.
 */
export async function fillJob({ template, sheet, cells, out }: FillParameters): Promise<object> {
  const opened = await openTemplate(template)
  await readWords(opened)
  const written = await writeFileAtomically(out, undefined, (sink) => fillWorkbook(opened, new Map([[sheet, cells]]), sink))
  opened.close()
  if (!written.ok) throw new Error(written.code)
  return {}
}
