import ExcelJS from 'exceljs'
import { exportedReads, writeExported } from '../../../src/shared/domain/catalogue/exportedValues'
import { placeWords } from '../../support/placeWords'
import { fields, withPatents, type ExportParameters } from './exportedPatents'

/** The peer: exceljs streams the same cells; reading them costs it nothing (`makingMs` is taken off). */
export async function excelExportJob({ register, file, rows }: ExportParameters): Promise<{ rows: number; makingMs: number }> {
  return withPatents(register, async (session, list) => {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false })
    const sheet = workbook.addWorksheet('专利', { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow(fields.map(({ label }) => label)).commit()
    let makingMs = 0
    for (let at = 0; at < rows; at += 500) {
      const started = performance.now()
      const records = await session.lists.values(list, at, Math.min(rows, at + 500), exportedReads(fields))
      const cells = records.map(({ values }) => fields.map((field) => writeExported('patent', field, values, placeWords)))
      makingMs += performance.now() - started
      for (const row of cells) sheet.addRow(row).commit()
    }
    sheet.commit()
    await workbook.commit()
    return { rows, makingMs }
  })
}
