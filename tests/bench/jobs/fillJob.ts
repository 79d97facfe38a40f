import { fillWorkbook } from '../../../src/main/workbook/patch/fillWorkbook'
import { readWords } from '../../../src/main/workbook/patch/sheetWords'
import { openTemplate } from '../../../src/main/workbook/patch/templatePackage'

export interface FillParameters {
  template: string
  sheet: string
  cells: readonly { row: number; column: number; value: number }[]
  out: string
}

/** The province's form with all its cells: opened, its words read, filled, written and flushed. */
export async function fillJob({ template, sheet, cells, out }: FillParameters): Promise<object> {
  const opened = await openTemplate(template)
  await readWords(opened)
  const written = await fillWorkbook(opened, new Map([[sheet, cells]]), out)
  opened.close()
  if (!written.ok) throw new Error(written.code)
  return {}
}
