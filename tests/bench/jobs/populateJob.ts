import XlsxPopulate from 'xlsx-populate'
import type { FillParameters } from './fillJob'

/** The peer: the whole workbook as objects, and written anew. */
export async function populateJob({ template, sheet, cells, out }: FillParameters): Promise<object> {
  const book = await XlsxPopulate.fromFileAsync(template)
  const page = book.sheet(sheet)
  for (const { row, column, value } of cells) page.row(row).cell(column).value(value)
  await book.toFileAsync(out)
  return {}
}
