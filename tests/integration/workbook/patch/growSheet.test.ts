import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fillFile } from '../../../support/workbooks/fillFile'
import type { CellEdit } from '../../../../src/main/workbook/forms/formValues'
import { growSheet } from '../../../../src/main/workbook/patch/grow/growSheet'
import { openTemplate } from '../../../../src/main/workbook/patch/templatePackage'
import { listTemplate } from '../../../support/workbooks/listTemplate'

import { partsOf } from '../../../support/workbooks/workbookParts'
import { hasLibreOffice, shownByLibreOffice } from '../write/officePrograms'

const folder = mkdtempSync(join(tmpdir(), 'grow-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const sheet = '名 单'
/** Five records where the form has three rows, three where it has two. */
const growths = [{ sheet, from: 6, by: 2 }, { sheet, from: 11, by: 1 }]
const edits: CellEdit[] = [...[4, 5, 6, 7, 8].map((row, at) => ({ row, column: 0, value: at + 1 })), ...[12, 13, 14].map((row) => ({ row, column: 0, value: 100 }))]

async function opened<T>(content: Buffer, work: (template: Awaited<ReturnType<typeof openTemplate>>) => Promise<T>): Promise<T> {
  const path = join(folder, 'template.xlsx')
  writeFileSync(path, content)
  const template = await openTemplate(path)
  try {
    return await work(template)
  } finally {
    template.close()
  }
}

async function grown(): Promise<{ path: string; part(name: string): string }> {
  const path = join(folder, 'grown.xlsx')
  expect(await opened(listTemplate(), async (template) => fillFile(template, new Map([[sheet, edits]]), path, growths))).toMatchObject({ ok: true })
  const parts = partsOf(readFileSync(path))
  return { path, part: (name) => parts.find((part) => part.name === name)?.content.toString() ?? '' }
}

describe('a form whose lists have grown', () => {
  it('has the new rows within the list, with the formula and the merge of the row above them', async () => {
    const xml = (await grown()).part('xl/worksheets/sheet1.xml')
    const rows = [...xml.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map(([, row, cells]) => [Number(row), cells] as const)
    expect(rows.map(([row]) => row)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 12, 13, 14, 16])
    expect(rows.find(([row]) => row === 7)?.[1]).toBe('<c r="A7"><v>4</v></c><c r="B7"/><c r="C7"/><c r="D7"><f>A7*2</f></c><c r="E7" s="0"/>')
    expect(xml).toContain('<mergeCells count="4"><mergeCell ref="B5:C5"/><mergeCell ref="A16:C16"/><mergeCell ref="B6:C6"/><mergeCell ref="B7:C7"/></mergeCells>')
  })

  it('has every range, formula and name follow the cells that it meant', async () => {
    const { part } = await grown()
    const xml = part('xl/worksheets/sheet1.xml')
    for (const kept of [
      '<dimension ref="A1:E16"/>', '<f>SUM(D4:D8)</f>', '<f>D9+SUM(A12:A14)</f>', '<autoFilter ref="A3:D8"/>', 'sqref="A4:A8 A12:A14"', '<formula>A4&gt;$D$16</formula>', 'sqref="B4:B8"',
      '<formula1>$A$12:$A$14</formula1>',
    ]) expect(xml).toContain(kept)
    expect(part('xl/worksheets/sheet2.xml')).toContain("<f>'名 单'!D16</f>")
    expect(part('xl/worksheets/sheet2.xml')).toContain("<f>COUNT('名 单'!A4:A8)</f>")
    expect(part('xl/workbook.xml')).toContain("'名 单'!$A$1:$E$16</definedName>")
    expect(part('xl/workbook.xml')).toContain("'名 单'!$D$9</definedName>")
  })

  it('has scenarios, recognised words and ranges for the web follow as well', () => {
    const around = (last: number): string => `<scenarios sqref="B${last}"><scenario name="高"><inputCells r="B${last}" val="1"/></scenario></scenarios><smartTags><cellSmartTags r="B${last}"/></smartTags><webPublishItems><webPublishItem sourceRef="A3:B${last}"/></webPublishItems>`
    const xml = (last: number): string => `<worksheet><sheetData><row r="3"><c r="A3"/></row><row r="${last}"><c r="B${last}"/></row></sheetData>${around(last)}</worksheet>`
    expect(growSheet(xml(9), sheet, [{ sheet, from: 5, by: 2 }])).toBe(xml(11))
  })

  it.skipIf(!hasLibreOffice)('adds up in LibreOffice', async () => {
    const { path } = await grown()
    // The first sheet: the grand total of the other, the sum by its name, how many numbers the list has.
    expect((await shownByLibreOffice(path)).trim()).toBe('330,30,5')
  })
})

