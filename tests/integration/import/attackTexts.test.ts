import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { kindDefinitions } from '../../../src/shared/domain/catalogue/fields'
import { unguardFormula } from '../../../src/shared/domain/formulaGuard'
import { placeWords } from '../../support/placeWords'
import { exportList } from '../../../src/main/register/lists/exportList'
import { openSession } from '../../../src/main/register/opened/session'
import { injectionTexts } from '../workbook/write/injectionTexts'
import { hasLibreOffice, shownByLibreOffice } from '../workbook/write/officePrograms'
import { recordFigure } from '../../support/longSuites'
import { importSample, sampleClock } from '../../support/registers/sampleImport'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'

/** A workbook as a district might send it, the attack texts as titles. */
async function sendTexts(path: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('标准')
  sheet.addRow(['标准编号', '标准名称', '发布日期', '起草单位'])
  for (const [at, text] of injectionTexts.entries()) sheet.addRow([`GB/T ${70_001 + at}-2021`, text, '2021-05-06', '青岛某某有限公司'])
  await book.xlsx.writeFile(path)
}

async function exported(register: TempRegister, format: 'xlsx' | 'csv'): Promise<string> {
  const session = openSession(register.path)
  if (!session.ok) throw new Error(session.code)
  const found = await session.value.lists.find({ kind: 'standards', search: '', filters: [], sort: [] }, sampleClock.today)
  if (!found.ok) throw new Error(found.code)
  const path = join(register.folder, `标准.${format}`)
  const written = await exportList(session.value, found.value, { fields: kindDefinitions.standard.fields, path, from: 0, to: found.value.count, creator: '王芳', at: sampleClock.at, places: placeWords })
  expect(written).toMatchObject({ ok: true, value: { rows: injectionTexts.length } })
  await session.value.close()
  return path
}

describe('one hundred texts that a spreadsheet would calculate', () => {
  it('come in as texts, leave as texts in lists, and come back unchanged', async () => {
    using register = tempRegister()
    const sent = join(register.folder, '报送.xlsx')
    await sendTexts(sent)
    const store = register.open()
    expect(await importSample(store, sent)).toMatchObject({ ok: true, value: { records: { new: injectionTexts.length } } })
    const titles = (await store.records.all('standard')).map(({ values }) => String(values['title']))
    // Spaces around a text are nobody's, and the quote before a formula is what spreadsheets mark a text by.
    const bare = (text: string): string => unguardFormula(text).normalize('NFKC').replace(/\s/gu, '')
    expect(titles.map(bare)).toEqual(injectionTexts.map(bare))
    for (const format of ['xlsx', 'csv'] as const) {
      expect(await importSample(store, await exported(register, format))).toMatchObject({ ok: true, value: { rows: { same: injectionTexts.length, new: 0, changed: 0 } } })
    }
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(join(register.folder, '标准.xlsx'))
    const cells = book.worksheets.flatMap((sheet) => sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])))
    expect(cells.filter((cell) => typeof cell === 'object' && cell !== null && 'formula' in cell)).toEqual([])
    if (hasLibreOffice) {
      const shown = await shownByLibreOffice(join(register.folder, '标准.xlsx'))
      expect(titles.filter((title) => !shown.includes(title.replaceAll('"', '""')))).toEqual([])
    }
    await store.close()
    recordFigure('injections', injectionTexts.length)
  })
})
