import ExcelJS from 'exceljs'
import { writeExported } from '../../../src/shared/domain/catalogue/exportedValues'
import { kindDefinitions } from '../../../src/shared/domain/catalogue/fields'
import { exportList } from '../../../src/main/register/lists/exportList'
import type { FoundList } from '../../../src/main/register/lists/listService'
import { placeWords } from '../../../src/main/register/registerCity'
import { openSession, type RegisterSession } from '../../../src/main/register/session'
import { benchDay } from '../benchDay'

interface ExportParameters { register: string; file: string; rows: number }

/** 20 of a patent's stored fields: all but those that hardly any record has. */
const leftOut = new Set(['tenYears', 'criteriaStated', 'listedHighValue'])
const fields = kindDefinitions.patent.fields.filter(({ name }) => !leftOut.has(name)).slice(0, 20)

/** The product's export, register opened and read. */
export async function exportJob({ register, file, rows }: ExportParameters): Promise<{ rows: number }> {
  return withPatents(register, async (session, list) => {
    const written = await exportList(session, list, { fields, path: file, from: 0, to: rows, creator: '测试', at: Date.UTC(2022, 0, 17), places: placeWords })
    if (!written.ok) throw new Error(written.code)
    return written.value
  })
}

/** The peer: exceljs streams the same cells; reading them costs it nothing (`makingMs` is taken off). */
export async function excelExportJob({ register, file, rows }: ExportParameters): Promise<{ rows: number; makingMs: number }> {
  return withPatents(register, async (session, list) => {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false })
    const sheet = workbook.addWorksheet('专利', { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow(fields.map(({ label }) => label)).commit()
    let makingMs = 0
    for (let at = 0; at < rows; at += 500) {
      const started = performance.now()
      const records = await session.lists.records(list, at, Math.min(rows, at + 500))
      const cells = records.map(({ kind, values }) => fields.map((field) => writeExported(kind, field, values, placeWords)))
      makingMs += performance.now() - started
      for (const row of cells) sheet.addRow(row).commit()
    }
    sheet.commit()
    await workbook.commit()
    return { rows, makingMs }
  })
}

async function withPatents<T>(register: string, work: (session: RegisterSession, list: FoundList) => Promise<T>): Promise<T> {
  const session = openSession(register)
  if (!session.ok) throw new Error(session.code)
  try {
    const list = await session.value.lists.find({ kind: 'patents', search: '', filters: [], sort: [] }, benchDay)
    if (!list.ok) throw new Error(list.code)
    return await work(session.value, list.value)
  } finally {
    await session.value.close()
  }
}
