import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { FormSheet } from '../../../../src/shared/domain/filling/formSheet'
import { readFormSheets } from '../../../../src/main/workbook/patch/formSheets'
import { openTemplate } from '../../../../src/main/workbook/patch/templatePackage'
import { sharedStringsXml, stylesXml, workbookOf } from '../../../support/workbooks/workbookParts'

const folder = mkdtempSync(join(tmpdir(), 'forms-'))

async function shown(sheet: string): Promise<FormSheet | undefined> {
  const path = join(folder, 'form.xlsx')
  writeFileSync(path, workbookOf(sheet, { 'xl/sharedStrings.xml': sharedStringsXml(), 'xl/styles.xml': stylesXml() }))
  const template = await openTemplate(path)
  try {
    return (await readFormSheets(template))[0]
  } finally {
    template.close()
  }
}

const rowOf = (row: number, cells: number): string => `<row r="${row}">${Array.from({ length: cells }, () => '<c><v>1</v></c>').join('')}</row>`

describe('a received form as it is shown', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('lays a merged range out once and leaves out what it covers', async () => {
    const sheet = await shown(`<sheetData>${rowOf(1, 3)}${rowOf(2, 3)}</sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C2"/></mergeCells>`)
    expect(sheet?.cells.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan])).toEqual([[1, 0, 2, 2], [1, 2, 1, 1]])
  })

  it('does not look through some hundred thousand ranges for each of its cells', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => rowOf(at + 1, 100)).join('')
    const merges = Array.from({ length: 300_000 }, (_, at) => `<mergeCell ref="A${at + 401}:B${at + 401}"/>`).join('')
    const began = performance.now()
    const sheet = await shown(`<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`)
    expect(sheet?.cells).toHaveLength(40_000)
    // Each cell for itself took many times that, in which nobody else got an answer.
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
