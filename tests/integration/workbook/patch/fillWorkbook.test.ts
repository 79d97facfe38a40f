import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../../../src/shared/domain/result'
import { fillFile } from '../../../support/workbooks/fillFile'
import type { CellEdit } from '../../../../src/main/workbook/forms/formValues'
import { readWords } from '../../../../src/main/workbook/patch/sheetWords'
import { openTemplate } from '../../../../src/main/workbook/patch/templatePackage'
import { richTemplate, type TemplateShape } from '../../../support/workbooks/richTemplate'
import { partsOf, withBrokenPart, workbookOf, zipOf } from '../../../support/workbooks/workbookParts'
import { allShownByLibreOffice, hasLibreOffice } from '../write/officePrograms'

const folder = mkdtempSync(join(tmpdir(), 'fill-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

let files = 0

async function fill(template: Buffer, edits: Readonly<Record<string, readonly CellEdit[]>>): Promise<{ path: string; before: Map<string, Buffer>; after: Map<string, Buffer> }> {
  const [path, out] = [join(folder, `template-${++files}.xlsx`), join(folder, `filled-${files}.xlsx`)]
  writeFileSync(path, template)
  const opened = await openTemplate(path)
  try {
    const written = await fillFile(opened, new Map(Object.entries(edits)), out)
    if (!written.ok) throw new Refusal(written.code, written.at, written.details)
  } finally {
    opened.close()
  }
  return { path: out, before: contents(template), after: contents(readFileSync(out)) }
}

function contents(file: Buffer): Map<string, Buffer> {
  return new Map(partsOf(file).map(({ name, content }) => [name, Buffer.from(content)]))
}

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => null, (error: unknown) => (error instanceof Refusal ? error.failure : error))
}

const filled: CellEdit[] = [
  { row: 1, column: 0, value: '2022年各区市专利情况表' }, { row: 2, column: 1, value: '青岛市市场监督管理局 <盖章> & 2' },
  { row: 4, column: 1, value: 12 }, { row: 4, column: 2, value: 0 }, { row: 5, column: 1, value: 7.5 }, { row: 6, column: 2, value: 30 },
]
const sheetPart = 'xl/worksheets/sheet1.xml'
const text = (parts: ReadonlyMap<string, Buffer>, name: string): string => parts.get(name)?.toString('utf8') ?? ''

const shapes: readonly (readonly [string, TemplateShape])[] = [
  ['as it is', {}], ['with prefixes', { prefix: true }], ['with macros', { macros: true }], ['with shared strings', { sharedStrings: true }],
  ['without addresses', { withoutAddresses: true }], ['calculated before', { calculated: true }],
  ['with everything at once', { prefix: true, macros: true, sharedStrings: true, withoutAddresses: true, calculated: true }],
]

describe.each(shapes)('a form %s', (_name, shape) => {
  const fillForm = async () => fill(richTemplate(shape), { '附表 1': filled })

  it('keeps every part to the byte but its sheets and what says how it is calculated', async () => {
    const { before, after } = await fillForm()
    const differing = [...before].filter(([name, content]) => !after.get(name)?.equals(content)).map(([name]) => name)
    expect(differing.toSorted()).toEqual([
      'xl/worksheets/sheet1.xml', ...(shape.calculated ? ['xl/worksheets/sheet2.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/calcChain.xml'] : ['xl/worksheets/sheet2.xml']), 'xl/workbook.xml',
    ].toSorted())
    expect([...after.keys()]).toEqual([...before.keys()].filter((name) => name !== 'xl/calcChain.xml'))
  })

  it('keeps its sheet to the byte outside of the cells filled and the results of formulas', async () => {
    const { before, after } = await fillForm()
    const outside = (xml: string): string[] => xml.split(/<(?:x:)?sheetData>.*<\/(?:x:)?sheetData>/s)
    expect(outside(text(after, sheetPart))).toEqual(outside(text(before, sheetPart)))
    const formulas = (xml: string): string[] => xml.match(/<(?:x:)?f>.*?<\/(?:x:)?f>/gs) ?? []
    expect(formulas(text(after, sheetPart))).toEqual(formulas(text(before, sheetPart)))
    expect(text(after, sheetPart)).not.toContain('999')
  })

  it('asks for calculation, and speaks no more of an order that is gone', async () => {
    const { after } = await fillForm()
    expect(text(after, 'xl/workbook.xml')).toMatch(/<\/definedNames><calcPr (?:calcId="191029" )?fullCalcOnLoad="1"\/><customWorkbookViews\/>/)
    expect(text(after, '[Content_Types].xml') + text(after, 'xl/_rels/workbook.xml.rels')).not.toMatch(/calcChain/i)
  })
})

it.skipIf(!hasLibreOffice)('every form opens in LibreOffice with the sums of what was filled', async () => {
  const forms = await Promise.all(shapes.map(([, shape]) => fill(richTemplate(shape), { '附表 1': filled })))
  for (const [at, shown] of (await allShownByLibreOffice(forms.map(({ path }) => path))).entries()) {
    const rows = shown.split('\n').map((line) => line.split(',').slice(0, 4).map((cell) => cell.replaceAll('"', '')))
    expect(rows.slice(3, 7), shapes[at]?.[0]).toEqual([['市南区', '12件', '0件', '12件'], ['市北区', '8件', '', '8件'], ['黄岛区', '', '30件', '30件'], ['合计', '20件', '30件', '50件']])
    expect(rows[1]?.slice(0, 2)).toEqual(['填报单位：', '青岛市市场监督管理局 <盖章> & 2'])
  }
}, 120_000)

describe('cells of a form', () => {
  it('keep their style', async () => {
    const { after } = await fill(richTemplate(), { '附表 1': filled })
    expect(text(after, sheetPart)).toContain('<c r="B4" s="1"><v>12</v></c>')
    expect(text(after, sheetPart)).toContain('<c r="A1" s="2" t="inlineStr"><is><t>2022年各区市专利情况表</t></is></c>')
  })

  it('are put in where the form leaves them out, in the order of rows and columns and in the style of their column', async () => {
    const edits = [[2, 7, 1], [2, 4, 2], [9, 4, 3], [9, 0, 4], [12, 1, 5], [5, 6, 6]].map(([row = 0, column = 0, value = 0]) => ({ row, column, value }))
    const { after } = await fill(richTemplate(), { '附表 1': edits })
    const addresses = [...text(after, sheetPart).replace(/<!--.*?-->/s, '').matchAll(/<c r="([A-Z]+)(\d+)"/g)].map(([, letters = '', row]) => Number(row) * 1_000 + letters.charCodeAt(0))
    expect(addresses).toEqual(addresses.toSorted((a, b) => a - b))
    expect(text(after, sheetPart)).toContain('<c r="E2" s="2"><v>2</v></c><c r="H2"><v>1</v></c></row>')
    expect(text(after, sheetPart)).toContain('<row r="9"><c r="A9"><v>4</v></c><c r="E9" s="2"><v>3</v></c></row><row r="12"><c r="B12"><v>5</v></c></row></sheetData>')
  })

  it('go into rows and sheets that have none', async () => {
    const { after } = await fill(workbookOf('<sheetData><row r="2" s="7" customFormat="1"/></sheetData>'), { 表: [{ row: 2, column: 1, value: 'a' }, { row: 2, column: 3, value: 4 }] })
    expect(text(after, sheetPart)).toContain('<row r="2" s="7" customFormat="1"><c r="B2" s="7" t="inlineStr"><is><t>a</t></is></c><c r="D2" s="7"><v>4</v></c></row>')
    const empty = await fill(workbookOf('<sheetData/>'), { 表: [{ row: 1, column: 0, value: 1 }, { row: 3, column: 0, value: 3 }] })
    expect(text(empty.after, sheetPart)).toContain('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row></sheetData>')
  })

  it('are emptied by null, and hold any text that was given', async () => {
    const { after } = await fill(richTemplate(), { '附表 1': [{ row: 4, column: 0, value: null }, { row: 5, column: 0, value: ' =1+1\u0001\n' }] })
    expect(text(after, sheetPart)).toContain('<c r="A4" s="2"/>')
    expect(text(after, sheetPart)).toContain('<t xml:space="preserve"> =1+1_x0001_\n</t>')
  })

  it.each([
    ['holds a formula', { row: 7, column: 1, value: 1 }, 'formula', 7, 'B'],
    ['is covered by a merged one', { row: 1, column: 2, value: 1 }, 'merged', 1, 'C'],
  ])('are refused where one %s', async (_what, edit, reason, row, column) => {
    const before = files
    expect(await refusalOf(fill(richTemplate(), { '附表 1': [edit] }))).toMatchObject({ code: 'template_cell_taken', at: { sheet: '附表 1', row, column }, details: { reason } })
    expect(() => readFileSync(join(folder, `filled-${before + 1}.xlsx`))).toThrow('ENOENT')
  })

  it('of a list are seen where they hold a record, and only there', async () => {
    const form = workbookOf('<sheetData><row r="1"/><row r="2" hidden="1" ht="20"><c r="A2"/></row><row r="3" hidden="true"><c r="A3"><v>9</v></c></row><row r="4" hidden="1"><c r="A4"/></row></sheetData>')
    const record = (row: number, value: string | number | null): CellEdit => ({ row, column: 0, value, isFitted: true })
    const { after } = await fill(form, { 表: [record(1, 1), record(2, 2), record(3, null), { row: 4, column: 0, value: '合计' }] })
    expect([...text(after, sheetPart).matchAll(/<row r="\d"[^>]*>/g)].join('')).toBe('<row r="1"><row r="2" ht="20"><row r="3" hidden="true"><row r="4" hidden="1">')
  })

  it('can be filled twice over', async () => {
    const once = await fill(richTemplate({ calculated: true }), { '附表 1': filled })
    const twice = await fill(readFileSync(once.path), { '附表 1': filled })
    expect(twice.after).toEqual(once.after)
  })
})

describe('the words of a form', () => {
  it.each(shapes)('are its texts by address: %s', async (_name, shape) => {
    const path = join(folder, `words-${++files}.xlsx`)
    writeFileSync(path, richTemplate(shape))
    const opened = await openTemplate(path)
    const words = await readWords(opened)
    opened.close()
    expect([...words.keys()]).toEqual(['附表 1', '汇总&说明'])
    expect([...(words.get('附表 1')?.texts ?? [])]).toEqual([
      ['A1', '2021年各区市专利情况表'], ['A2', '填报单位：'], ['A3', '区市'], ['B3', '授权'], ['C3', '有效'], ['D3', '合计'],
      ['A4', '市南区'], ['A5', '市北区'], ['A6', '黄岛区'], ['A7', '合计'],
    ])
  })
})

describe('a part of a form that is not what the directory says', () => {
  const large = { name: 'xl/media/大图.emf', content: randomBytes(700_000) }
  const parts = [...partsOf(richTemplate()), large]
  const form = zipOf(parts)

  it.each([
    ['a picture', 'xl/media/image1.png'], ['a picture larger than is read at once', large.name], ['what nobody reads of the sheet', 'xl/drawings/drawing1.xml'],
  ])('is never copied: %s', async (_what, part) => {
    for (const fault of ['checksum', 'size'] as const) {
      expect(await refusalOf(fill(withBrokenPart(form, part, fault), { '附表 1': filled }))).toMatchObject({ code: 'damaged', details: { what: fault, part } })
      expect(readdirSync(folder).filter((name) => name === `filled-${files}.xlsx` || name.endsWith('.part')), part).toEqual([])
    }
  })

  it('is copied to the byte where it is sound, small and large', async () => {
    const { after } = await fill(form, { '附表 1': filled })
    for (const part of [large.name, 'xl/media/image1.png']) expect(after.get(part), part).toEqual(parts.find(({ name }) => name === part)?.content)
  })
})

describe('what is no form', () => {
  const opening = async (content: Buffer): Promise<unknown> => {
    const path = join(folder, `bad-${++files}.xlsx`)
    writeFileSync(path, content)
    return refusalOf(openTemplate(path))
  }

  it.each([
    ['nothing', Buffer.alloc(0), 'empty_file'],
    ['another format', Buffer.from('D0CF11E0', 'hex'), 'not_a_table'],
    ['half a file', richTemplate().subarray(0, 3_000), 'damaged'],
  ])('is refused: %s', async (_what, content, code) => {
    expect(await opening(content)).toMatchObject({ code })
  })

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><sheetData/>', 'document_type'],
    ['a tag without an end', `<sheetData>${'<c r="'.repeat(50_000)}`, 'damaged'],
    ['rows out of order', '<sheetData><row r="5"/><row r="2"/></sheetData>', 'damaged'],
    ['cells out of order', '<sheetData><row r="1"><c r="C1"/><c r="A1"/></row></sheetData>', 'damaged'],
  ])('is refused in a sheet: %s', async (_what, content, code) => {
    expect(await refusalOf(fill(workbookOf(content), { 表: [{ row: 1, column: 0, value: 1 }] }))).toMatchObject({ code })
  })
})
