import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annotateWorkbook, readMarkable } from '../../../../src/main/workbook/annotate/annotateWorkbook'
import type { CoverSheet, MarkedCell } from '../../../../src/main/workbook/forms/formMarks'
import { openTemplate } from '../../../../src/main/workbook/patch/templatePackage'
import { writeFileAtomically } from '../../../../src/main/workbook/write/atomicFile'
import { cellAt, readFile } from '../../../support/workbooks/readWorkbookFile'
import { richTemplate } from '../../../support/workbooks/richTemplate'
import { partsOf, workbookOf } from '../../../support/workbooks/workbookParts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'annotate-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const note = (row: number, column: number, text = '请改'): MarkedCell => ({ row, column, rgb: 'FFC7CE', text })
const cover: CoverSheet = { name: '退回说明', title: '退回说明', facts: [], how: '', instructions: [], headings: [], lines: [], nothing: '', footer: '' }

async function annotate(workbook: Buffer, cells: Record<string, MarkedCell[]>): Promise<{ path: string; part(name: string): string; names: string[] }> {
  const [from, path] = [join(folder, 'from.xlsx'), join(folder, 'to.xlsx')]
  writeFileSync(from, workbook)
  const template = await openTemplate(from)
  try {
    expect(await writeFileAtomically(path, undefined, (sink) => annotateWorkbook(template, { cells: Object.entries(cells), author: '退回更正', colours: ['FFC7CE'], cover, mark: '{}' }, sink))).toMatchObject({ ok: true })
  } finally {
    template.close()
  }
  const parts = partsOf(readFileSync(path))
  return { path, names: parts.map(({ name }) => name), part: (name) => String(parts.find((one) => one.name === name)?.content) }
}

/** The record (xf) of a cell's style. */
function styleOf(part: (name: string) => string, sheet: string, address: string): string {
  const index = Number(new RegExp(`r="${address}"[^>]*? s="(\\d+)"|r="${address}" s="(\\d+)"`).exec(part(sheet))?.slice(1).find(Boolean))
  return [...(/<(?:x:)?cellXfs.*<\/(?:x:)?cellXfs>/s.exec(part('xl/styles.xml'))?.[0] ?? '').matchAll(/<(?:x:)?xf[^>]*?(?:\/>|>.*?<\/(?:x:)?xf>)/gs)][index]?.[0] ?? ''
}

describe('marking the cells of a received form', () => {
  it('keeps number format and protection of a marked cell, and colours it', async () => {
    const { part } = await annotate(richTemplate(), { '附表 1': [note(4, 1)] })
    expect(styleOf(part, 'xl/worksheets/sheet1.xml', 'B4')).toMatch(/numFmtId="164".*fillId="2".*<protection locked="0"\/>/)
  })

  it('keeps a formula and its result in a marked cell', async () => {
    const { part } = await annotate(richTemplate({ calculated: true }), { '附表 1': [note(4, 3)] })
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<c r="D4" s="\d+"><f>B4\+C4<\/f><v>999<\/v><\/c>/)
    expect(part('xl/calcChain.xml')).toContain('<c r="D4"')
  })

  it.each([{ prefix: true }, { withoutAddresses: true }, { sharedStrings: true }])('reads the same afterwards, written as %j', async (shape) => {
    const { path } = await annotate(richTemplate(shape), { '附表 1': [note(4, 0), note(6, 8), note(40, 2)] })
    const { sheets } = await readFile(path)
    expect(sheets.map(({ sheet }) => sheet.name)).toEqual(['退回说明', '附表 1', '汇总&说明'])
    const form = sheets[1]
    expect(form && ['A1', 'A4', 'A7'].map((address) => cellAt(form, address))).toEqual(['2021年各区市专利情况表', '市南区', '合计'])
  })

  it('marks the value of a merged range where a covered cell is meant, in one comment for both', async () => {
    const { part } = await annotate(richTemplate(), { '附表 1': [note(1, 2, '一'), note(1, 3, '二')] })
    expect(part('xl/comments1.xml').match(/<comment /g)).toHaveLength(1)
    expect(part('xl/comments1.xml')).toMatch(/ref="A1".*一\n二/s)
  })

  it('puts the link to the comments between the drawing and the extensions', async () => {
    const { part } = await annotate(richTemplate(), { '附表 1': [note(4, 0)] })
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<drawing r:id="rId1"\/><legacyDrawing [^>]*r:id="rId4"\/><extLst>/)
  })

  it('finds its way in the smallest workbook, without styles, links or views', async () => {
    const { path, names, part } = await annotate(workbookOf('<sheetData/>'), { 表: [note(2, 0, '缺编号')] })
    expect(names).toEqual(expect.arrayContaining(['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', 'docProps/custom.xml', 'xl/worksheets/_rels/sheet1.xml.rels']))
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<row r="2"><c r="A2" s="\d+"\/><\/row><\/sheetData><legacyDrawing/)
    expect((await readFile(path)).sheets).toHaveLength(2)
  })

  it('leaves the sheet that is shown as it is, and shown, when nothing in it is marked', async () => {
    const { part } = await annotate(richTemplate(), { '汇总&说明': [note(1, 0)] })
    expect(part('xl/worksheets/sheet1.xml')).toBe(String(partsOf(richTemplate()).find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.content))
  })

  it('does not take on a workbook in the strict form of the format', async () => {
    const path = join(folder, 'strict.xlsx')
    const strict = partsOf(workbookOf('<sheetData/>')).find(({ name }) => name === 'xl/workbook.xml')?.content.toString().replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main') ?? ''
    writeFileSync(path, workbookOf('<sheetData/>', { 'xl/workbook.xml': strict }))
    const template = await openTemplate(path)
    expect(await readMarkable(template, ['表'])).toMatchObject({ canBeMarked: false })
    template.close()
  })
})
