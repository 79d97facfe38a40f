import ExcelJS from 'exceljs'

/** The peer of import-memory: exceljs streams through the file and keeps nothing. */
export async function excelReadJob({ file }: { file: string }): Promise<{ rows: number }> {
  let rows = 0
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', worksheets: 'emit', styles: 'ignore', hyperlinks: 'ignore', entries: 'emit' })
  for await (const sheet of reader) for await (const row of sheet) rows += row.cellCount > 0 ? 1 : 0
  return { rows }
}
