import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindingsSchema, type Bindings } from '../../../../src/shared/domain/filling/bindings'
import { openReceived } from '../../../../src/main/register/fill/openReceived'
import { previewFilling } from '../../../../src/main/register/fill/previewFilling'
import { noBindings, withBindings } from '../../../../src/shared/domain/filling/editBindings'
import { fillTemplate, type FillRequest } from '../../../../src/main/register/fill/fillTemplate'
import { keepTemplate } from '../../../../src/main/register/fill/keptTemplates'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { createStore } from '../../../../src/main/store/sqlite/createStore'
import { listTemplate } from '../../../support/workbooks/listTemplate'
import { richTemplate } from '../../../support/workbooks/richTemplate'
import { sampleClock } from '../../../support/registers/sampleImport'
import { sampleRegister, type SampleRegister } from '../../../support/registers/sampleRegister'
import { manySheets, partsOf, workbookOf } from '../../../support/workbooks/workbookParts'
import { hasLibreOffice, shownByLibreOffice } from '../../workbook/write/officePrograms'

const samples = join(import.meta.dirname, '../../../../resources')
const template = join(samples, 'samples/30_省局上报模板_F2.xlsx')
const bindings = bindingsSchema.parse(JSON.parse(readFileSync(join(samples, 'templates/省局上报模板_F2.bindings.json'), 'utf8')))

interface ExpectedF2 { figures: { F2: { byRule: { first: Record<string, string | number>[] } } } }
const expected = (JSON.parse(readFileSync(join(samples, 'samples/expected.json'), 'utf8')) as ExpectedF2).figures.F2.byRule.first

let register: SampleRegister
let session: RegisterSession

beforeAll(async () => {
  register = await sampleRegister()
  const opened = openSession(register.file)
  if (!opened.ok) throw new Error(opened.code)
  session = opened.value
}, 120_000)

afterAll(async () => {
  await session.close()
  register.remove()
})

async function fill(request: Partial<FillRequest>) {
  return fillTemplate(session, { template, bindings, out: join(register.folder, 'out.xlsx'), period: '2021', today: sampleClock.today, ...request })
}

async function keep(request: Partial<FillRequest>): Promise<void> {
  const filled = await fill(request)
  const store = createStore(register.file, { mode: 'write' })
  if (!filled.ok || !store.ok) throw new Error('not kept')
  await keepTemplate(store.value.info, filled.value.kept)
  await store.value.close()
}

/** A binding file as a clerk writes it. */
function bind(written: Record<string, unknown>): Bindings {
  return bindingsSchema.parse(written)
}

function ownForm(name: string, content: Buffer): string {
  const path = join(register.folder, name)
  writeFileSync(path, content)
  return path
}

function sheetOf(file: string): string {
  return partsOf(readFileSync(file)).find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.content.toString() ?? ''
}

describe("the province's form", () => {
  it.skipIf(!hasLibreOffice)('holds the true figures in every district and in the city, sums and places with them', async () => {
    const out = join(register.folder, '附表2.xlsx')
    expect(await fill({ out })).toMatchObject({ ok: true, value: { answer: { file: out, period: '2021', cells: { 附表2: 136 } } } })
    const rows = (await shownByLibreOffice(out)).split('\n').map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
    const letters = 'ABCDEFGHIJKLMNOPQR'.split('')
    const printed = rows.slice(5, 16).map((cells) => Object.fromEntries(letters.slice(2).map((letter, at) => [letter, cells[at + 2]])))
    const wanted = expected.map((row) => Object.fromEntries(letters.slice(2).map((letter) => [letter, String(row[letter] ?? '—')])))
    expect(printed).toEqual(wanted)
    expect(rows[0]?.[0]).toBe('2021年青岛市各区市标准制修订情况统计表')
    expect(rows[1]?.filter((cell) => cell !== '')).toEqual(['填报单位：', '青岛市市场监督管理局', '统计期间：', '2021年1月1日—2021年12月31日', '单位：项'])
  })

  it('is found again next period without its bindings', async () => {
    expect(await fill({ bindings: undefined })).toMatchObject({ ok: false, code: 'usage_missing_argument' })
    await keep({})
    expect(await fill({ bindings: undefined, period: '2020' })).toMatchObject({ ok: true, value: { answer: { period: '2020', cells: { 附表2: 136 } } } })
  })
})

const figures = { B: { indicator: 'patents_granted' }, C: { indicator: 'inventions_valid' } }
const ownBindings = { cells: [{ sheet: '附表 1', cell: 'B2', text: '{office} {asOf}' }], blocks: [{ sheet: '附表 1', names: 'A4:A6', figures }] }

describe('a form of three districts', () => {
  it('takes what rank answers', async () => {
    const form = ownForm('form.xlsx', richTemplate())
    expect(await fill({ template: form, bindings: bind(ownBindings) })).toMatchObject({ ok: true, value: { answer: { cells: { '附表 1': 7 } } } })
    const filled = sheetOf(join(register.folder, 'out.xlsx'))
    const values = [...filled.matchAll(/<c r="([BC][456])" s="1"><v>(\d+)<\/v>/g)].map(([, cell, value]) => [cell, Number(value)])
    expect(values.map(([cell]) => cell)).toEqual(['B4', 'C4', 'B5', 'C5', 'B6', 'C6'])
    expect(values.every(([, value]) => Number(value) > 0)).toBe(true)
  })

  it('says cell by cell what has changed since it was bound, but not another year in a title', async () => {
    await keep({ template: ownForm('form.xlsx', richTemplate()), bindings: bind(ownBindings) })
    const changed = (from: string, to: string): string => ownForm('changed.xlsx', richTemplate({ replaceText: [from, to] }))
    expect(await fill({ template: changed('2021年各区市', '2022年各区市'), bindings: undefined })).toMatchObject({ ok: true })
    expect(await fill({ template: changed('有效', '拥有'), bindings: undefined })).toMatchObject({
      ok: false, code: 'template_changed', details: { count: 1, differences: [{ sheet: '附表 1', cell: 'C3', before: '有效', now: '拥有' }] },
    })
    expect(await fill({ template: changed('有效', '拥有'), bindings: bind(ownBindings) })).toMatchObject({ ok: true })
  })

  it.each([
    ['an unknown region', { ...ownBindings, blocks: [{ sheet: '附表 1', names: 'A3:A6', figures }] }, { code: 'unknown_name', at: { sheet: '附表 1', row: 3, column: 'B' } }],
    ['an unknown sheet', { cells: [{ sheet: '附表 9', cell: 'B2', text: '' }] }, { code: 'unknown_sheet' }],
    ['no sheet where there are two', { cells: [{ cell: 'B2', text: '' }] }, { code: 'invalid_bindings' }],
    ['a cell bound twice', { ...ownBindings, cells: [{ sheet: '附表 1', cell: 'B4', text: '' }] }, { code: 'invalid_bindings', at: { row: 4, column: 'B' } }],
    ['an unknown placeholder', { cells: [{ sheet: '附表 1', cell: 'B2', text: '{who}' }] }, { code: 'invalid_bindings' }],
    ['names that are no line', { blocks: [{ sheet: '附表 1', names: 'A4:B6', figures }] }, { code: 'invalid_bindings' }],
    ['a filter that the indicator does not have', { cells: [{ sheet: '附表 1', cell: 'B4', indicator: 'patents_granted', filters: ['role=lead'] }] }, { code: 'usage_bad_value' }],
    ['a formula', { cells: [{ sheet: '附表 1', cell: 'D4', text: '' }] }, { code: 'template_cell_taken' }],
  ])('is refused with %s', async (_what, written, refusal) => {
    expect(await fill({ template: ownForm('form.xlsx', richTemplate()), bindings: bind(written) })).toMatchObject({ ok: false, ...refusal })
  })

  it('is never written over, and keeps its kind of file', async () => {
    const form = ownForm('form.xlsm', richTemplate({ macros: true }))
    expect(await fill({ template: form, bindings: bind(ownBindings), out: form })).toMatchObject({ ok: false, code: 'usage_bad_value' })
    expect(await fill({ template: form, bindings: bind(ownBindings), out: join(register.folder, 'out.xlsx') })).toMatchObject({ ok: false, code: 'usage_bad_value' })
    expect(await fill({ template: form, bindings: bind(ownBindings), out: join(register.folder, 'out.xlsm') })).toMatchObject({ ok: true })
  })
})

describe('names of regions in a form', () => {
  const figures = { B: { indicator: 'standards' } }
  const cell = (address: string, content: string): string => `<c r="${address}"${content}</c>`
  const text = (address: string, words: string): string => cell(address, ` t="inlineStr"><is><t xml:space="preserve">${words}</t></is>`)
  const form = (cells: readonly string[]): string => ownForm('names.xlsx', workbookOf(`<sheetData>${cells.map((names, at) => `<row r="${at + 1}">${names}</row>`).join('')}</sheetData>`, { 'xl/sharedStrings.xml': '<sst/>' }))
  const filled = (): string[] => [...sheetOf(join(register.folder, 'out.xlsx')).matchAll(/<c r="B\d+"><v>(\d+)<\/v>/g)].map(([, value = '']) => value)
  const bindNames = (names: string): Bindings => bind({ blocks: [{ names, figures }] })

  it('are read as forms print them: spaced out, numbered, with marks of footnotes', async () => {
    const plain = form(['市南区', '黄岛区', '崂山区', '城阳区', '合计'].map((name, at) => text(`A${at + 1}`, name)))
    expect(await fill({ template: plain, bindings: bindNames('A1:A5') })).toMatchObject({ ok: true })
    const wanted = filled()
    expect(wanted).toHaveLength(5)
    const printed = form(['市　南　区', '1.西海岸新区（黄岛区）', '（三）崂山区*', '④城阳区（含高新区）①', '青岛市合 计'].map((name, at) => text(`A${at + 1}`, name)))
    expect(await fill({ template: printed, bindings: bindNames('A1:A5') })).toMatchObject({ ok: true })
    expect(filled()).toEqual(wanted)
  })

  it('may be formulas: the cell that they name counts, else what was stored with them', async () => {
    const plain = form(['市南区', '黄岛区', '崂山区'].map((name, at) => text(`A${at + 1}`, name)))
    expect(await fill({ template: plain, bindings: bindNames('A1:A3') })).toMatchObject({ ok: true })
    const wanted = filled()
    const formulas = form([
      cell('A1', '><f>$D$1</f>') + text('D1', '市南区'), cell('A2', ' t="str"><f>TRIM(D2)</f><v>黄岛区</v>'), cell('A3', "><f>'表'!D3</f><v>0</v>") + cell('D3', '><f t="shared" ref="D3:E3" si="0">D4</f>'), text('D4', '崂山区'),
    ])
    expect(await fill({ template: formulas, bindings: bindNames('A1:A3') })).toMatchObject({ ok: true })
    expect(filled()).toEqual(wanted)
    const unknown = form([text('A1', '市南区'), cell('A2', '><f>TRIM(D2)</f>')])
    expect(await fill({ template: unknown, bindings: bindNames('A1:A2') })).toMatchObject({ ok: false, code: 'invalid_bindings', at: { row: 2, column: 'A' } })
  })
})

describe('districts of several rows in a form', () => {
  const figures = { C: { indicator: 'standards', filters: ['role=lead'] }, 'C+1': { indicator: 'standards', filters: ['role=part'] } }
  const text = (address: string, words: string): string => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`
  const form = (names: Readonly<Record<number, string>>): string => ownForm('rows.xlsx', workbookOf(
    `<sheetData>${Array.from({ length: 5 }, (_, at) => at + 1).map((row) => `<row r="${row}">${names[row] === undefined ? '' : text(`B${row}`, names[row])}</row>`).join('')}</sheetData><mergeCells count="2"><mergeCell ref="B1:B2"/><mergeCell ref="B3:B4"/></mergeCells>`, { 'xl/sharedStrings.xml': '<sst/>' },
  ))
  const filled = (): number[] => [...sheetOf(join(register.folder, 'out.xlsx')).matchAll(/<c r="C\d+"><v>(\d+)<\/v>/g)].map(([, value]) => Number(value))

  it('are filled row by row as each row by itself, a total of one row too', async () => {
    const template = form({ 1: '黄岛区', 3: '崂山区', 5: '合计' })
    const alone = (['黄岛区', '崂山区'] as const).flatMap((district, at) => (['lead', 'part'] as const).map((role, below) => ({ cell: `C${1 + at * 2 + below}`, district, indicator: 'standards', filters: [`role=${role}`] })))
    expect(await fill({ template, bindings: bind({ cells: [...alone, { cell: 'C5', indicator: 'standards', filters: ['role=lead'] }] }) })).toMatchObject({ ok: true })
    const wanted = filled()
    expect(new Set(wanted).size).toBeGreaterThan(2)
    expect(await fill({ template, bindings: bind({ blocks: [{ names: 'B1:B5', each: 2, figures }] }) })).toMatchObject({ ok: true })
    expect(filled()).toEqual(wanted)
  })

  it('are refused where a name stands out of step, or a figure further below than its name has rows', async () => {
    expect(await fill({ template: form({ 1: '黄岛区', 4: '崂山区' }), bindings: bind({ blocks: [{ names: 'B1:B5', each: 2, figures }] }) })).toMatchObject({ ok: false, code: 'invalid_bindings', at: { row: 4, column: 'B' } })
    expect(await fill({ template: form({ 1: '黄岛区' }), bindings: bind({ blocks: [{ names: 'B1:B5', figures }] }) })).toMatchObject({ ok: false, code: 'invalid_bindings' })
  })
})

describe("a cell's own format", () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const formats = ['General', '0.0%', '@', 'yyyy"年"m"月"d"日"', '0.0"%"']
  const styles = `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.map((_code, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs><dxfs count="1"><dxf><numFmt numFmtId="203" formatCode="0.0"/></dxf></dxfs></styleSheet>`
  const form = (cells: string, properties = ''): string => ownForm('formats.xlsx', workbookOf(`<sheetData>${cells}</sheetData>`, {
    'xl/sharedStrings.xml': '<sst/>', 'xl/styles.xml': styles,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${properties}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="1" calcMode="manual" iterate="1"/></workbook>`,
  }))
  const out = (part: string): string => partsOf(readFileSync(join(register.folder, 'out.xlsx'))).find(({ name }) => name === part)?.content.toString() ?? ''

  it('shows a percentage as a fraction, and as its words where it holds text', async () => {
    const template = form('<row r="1"><c r="A1" s="1"/><c r="B1" s="2"/><c r="C1" s="1"/></row>')
    const cells = [{ cell: 'A1', indicator: 'high_value_share' }, { cell: 'B1', indicator: 'high_value_share' }, { cell: 'C1', indicator: 'standards', measure: 'growth' }]
    expect(await fill({ template, bindings: bind({ cells }) })).toMatchObject({ ok: true })
    const sheet = out('xl/worksheets/sheet1.xml')
    const [, share = ''] = /<c r="A1" s="1"><v>(0\.\d+)<\/v>/.exec(sheet) ?? []
    expect(sheet).toContain(`<c r="B1" s="2" t="inlineStr"><is><t>${Number((Number(share) * 100).toFixed(1))}%</t></is></c>`)
    expect(sheet).toMatch(/<c r="C1" s="1"><v>-?0\.\d+<\/v>/)
  })

  it.each([
    ['over the column', '<row r="1"><c r="A1" t="inlineStr"><is><t>占比（％）</t></is></c></row>', 'A3:C3', '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>', true],
    ['before the row', '<row r="1"/>', 'B3:D3', '', true, '<c r="A3" t="inlineStr"><is><t>占比 (%)</t></is></c>'],
    ['in the unit line', '<row r="1"><c r="H1" t="inlineStr"><is><t>计量单位：件、%</t></is></c></row>', 'A3:C3', '', true],
    ['only as a share that is spoken of', '<row r="1"><c r="A1" t="inlineStr"><is><t>占比超过50%的</t></is></c></row>', 'A3:C3', '', false],
    ['over another column', '<row r="1"><c r="H1" t="inlineStr"><is><t>占比（%）</t></is></c></row>', 'A3:C3', '', false],
  ])('that is plain holds a share in the unit that the heading names: %s', async (_where, head, place, merged, isInPercent, before = '') => {
    const letters = place.startsWith('A') ? ['A', 'B', 'C', 'D'] : ['B', 'C', 'D', 'E']
    const styled = letters.map((letter, at) => `<c r="${letter}3" s="${[0, 1, 2, 4][at]}"/>`).join('')
    const template = ownForm('units.xlsx', workbookOf(`<sheetData>${head}<row r="3">${before}${styled}</row></sheetData>${merged}`, { 'xl/sharedStrings.xml': '<sst/>', 'xl/styles.xml': styles }))
    const request = { template, bindings: bind({ cells: letters.map((letter) => ({ cell: `${letter}3`, indicator: 'high_value_share' })) }) }
    expect(await fill(request)).toMatchObject({ ok: true })
    const [plain, fraction, text, percents] = letters.map((letter) => new RegExp(`<c r="${letter}3"[^>]*>(?:<v>|<is><t>)([^<]*)<`).exec(out('xl/worksheets/sheet1.xml'))?.[1])
    const percent = Number(percents)
    expect(percent).toBeGreaterThan(1)
    expect(Number(fraction)).toBeCloseTo(percent / 100, 6)
    expect([Number(plain), text]).toEqual(isInPercent ? [percent, String(percent)] : [Number(fraction), `${percent}%`])
  })

  it('that shows dates holds days, counted as the workbook counts them; any other holds their text', async () => {
    const lists = [{ rows: '1:60', kind: 'honours', sort: [{ field: 'publishedOn', descending: true }], columns: { A: 'publishedOn', B: 'publishedOn' } }]
    for (const [properties, zero] of [['', 25_569], ['<workbookPr date1904="1"/>', 24_107]] as const) {
      const template = form('<row r="1" spans="1:1"><c r="A1" s="3"/></row>', properties)
      expect(await fill({ template, bindings: bind({ lists }) })).toMatchObject({ ok: true })
      const [, serial = '', text = ''] = /<c r="A1" s="3"><v>(\d+)<\/v><\/c><c r="B1" t="inlineStr"><is><t>([\d-]+)</.exec(out('xl/worksheets/sheet1.xml')) ?? []
      expect(new Date((Number(serial) - zero) * 86_400_000).toISOString().slice(0, 10)).toBe(text)
    }
    expect(out('xl/worksheets/sheet1.xml')).toContain('<row r="1" spans="1:2">')
  })

  it('is calculated on opening also where that was to be done by hand', async () => {
    const template = form('<row r="1"><c r="A1"/><c r="B1"><f>A1</f><v>0</v></c></row>')
    expect(await fill({ template, bindings: bind({ cells: [{ cell: 'A1', text: '{year}' }] }) })).toMatchObject({ ok: true })
    expect(out('xl/workbook.xml')).toContain('<calcPr calcId="1" iterate="1" fullCalcOnLoad="1"/>')
  })
})

describe('bindings that cannot be filled', () => {
  it.each<[string, Record<string, unknown>]>([
    ['cells beyond a sheet', { cells: [{ cell: 'ZZZ3', text: '甲' }] }],
    ['rows beyond a sheet', { cells: [{ cell: 'A1048577', text: '甲' }] }],
    ['a list beyond a sheet', { lists: [{ rows: '1048575:1048577', kind: 'honours', columns: { A: '#' } }] }],
    ['a block without any name', { blocks: [{ names: 'X30:X40', figures: { C: { indicator: 'standards' } } }] }],
  ])('are refused: %s', async (_what, written) => {
    expect(await fill({ bindings: bind(written) })).toMatchObject({ ok: false, code: 'invalid_bindings' })
  })

  it('are of another format, or of a workbook with a password: that is said', async () => {
    expect(await fill({ template: ownForm('旧表.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')) })).toMatchObject({ ok: false, code: 'not_a_table', details: { what: 'form' } })
    expect(await fill({ template: join(samples, 'samples/96_加密工作簿_密码qd2022.xlsx') })).toMatchObject({ ok: false, code: 'encrypted', details: { what: 'form' } })
  })

  it('are of sheets that nobody could read by eye: neither shown nor filled, and nothing of them is unpacked', async () => {
    const large = ownForm('大表.xlsx', manySheets(5, 15 * 1024 ** 2))
    const began = performance.now()
    expect(await fill({ template: large })).toMatchObject({ ok: false, code: 'too_large', details: { what: 'form', sizeMb: 75, limitMb: 64 } })
    expect(await openReceived(session, large)).toMatchObject({ ok: false, code: 'too_large' })
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('a list in a form', () => {
  it('makes rows high enough for the texts that their cells wrap, but none whose height is fixed', async () => {
    const styles = '<styleSheet><fonts><font><sz val="11"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="0"><alignment wrapText="1"/></xf></cellXfs></styleSheet>'
    const row = (number: number, style: number, more: string): string => `<row r="${number}"${more}><c r="A${number}" s="${style}"/></row>`
    const template = ownForm('high.xlsx', workbookOf(`<cols><col min="1" max="1" width="9"/></cols><sheetData>${row(1, 1, ' ht="15"')}${row(2, 1, ' ht="15" customHeight="1"')}${row(3, 0, ' ht="15"')}${row(4, 1, ' ht="300"')}</sheetData>`, { 'xl/sharedStrings.xml': '<sst/>', 'xl/styles.xml': styles }))
    const bindings = bind({ lists: [{ rows: '1:4', kind: 'standards', filters: [{ field: 'kind', values: ['international'] }, { field: 'publishedOn', values: ['2021-01'] }], columns: { A: 'title' } }] })
    const filled = await fill({ template, bindings })
    const sheet = sheetOf(join(register.folder, 'out.xlsx'))
    const texts = [...sheet.matchAll(/<is><t[^>]*>([^<]+)</g)].map(([, text = '']) => text)
    expect(filled).toMatchObject({ ok: true })
    expect(texts.length).toBeGreaterThanOrEqual(2)
    expect(texts.every((text) => text.length > 4)).toBe(true)
    expect(sheet).toMatch(/<row r="1" ht="(?:3|4|5|6|7)\d" customHeight="1">/)
    expect(sheet).toContain('<row r="2" ht="15" customHeight="1">')
    expect(sheet).toContain('<row r="3" ht="15">')
    expect(sheet).toContain('<row r="4" ht="300">')
  })

  const list = { sheet: '附表 1', kind: 'honours', filters: [{ field: 'level', values: ['金奖'] }], columns: { A: '#', B: 'recipient', C: 'publishedOn' } }

  it('fills its rows in order, counts them and empties those that stay over', async () => {
    const found = await session.lists.find({ kind: 'honours', search: '', filters: [], sort: [] }, sampleClock.today)
    const count = found.ok ? found.value.count : 0
    const everything = { ...list, filters: [], sort: [{ field: 'publishedOn', descending: true }], rows: `20:${20 + count}` }
    expect(await fill({ template: ownForm('form.xlsx', richTemplate()), bindings: bind({ lists: [everything] }) })).toMatchObject({ ok: true })
    const filled = sheetOf(join(register.folder, 'out.xlsx'))
    expect([...filled.matchAll(/<c r="A(\d+)"><v>(\d+)<\/v>/g)].map(([, row, number]) => [Number(row), Number(number)])).toEqual(Array.from({ length: count }, (_, at) => [20 + at, at + 1]))
    const days = [...filled.matchAll(/<c r="C(?:2\d|[3-9]\d)" t="inlineStr"><is><t>([^<]*)</g)].map(([, day = '']) => day)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(filled).toContain(`<c r="A${20 + count}"/>`)
  })

  it('grows inside its block', async () => {
    const lists = [{ sheet: '名 单', kind: 'honours', rows: '4:6', columns: { A: '#', B: 'recipient' } }]
    const cells = [{ sheet: '名 单', cell: 'B13', text: '{year}' }]
    expect(await fill({ template: ownForm('list.xlsx', listTemplate()), bindings: bind({ lists }) })).toMatchObject({ ok: true })
    const count = (await session.store.records.all('honour')).length
    const filled = sheetOf(join(register.folder, 'out.xlsx'))
    expect([...filled.matchAll(/<c r="A(\d+)"><v>(\d+)<\/v>/g)].map(([, row]) => Number(row))).toEqual(Array.from({ length: count }, (_, at) => 4 + at))
    expect(filled).toContain(`<f>SUM(D4:D${3 + count})</f>`)
    expect(await fill({ template: ownForm('list.xlsx', listTemplate()), bindings: bind({ lists, cells }) })).toMatchObject({ ok: false, code: 'template_cell_taken' })
  })

  it('is of the period that is filled, where its filters speak of it', async () => {
    const listed = async (period: string, filters: { field: string; values: string[] }[]): Promise<string[]> => {
      const lists = [{ sheet: '名 单', kind: 'honours', rows: '4:6', filters, sort: [{ field: 'recipient' }], columns: { A: '#', B: 'recipient' } }]
      expect(await fill({ template: ownForm('list.xlsx', listTemplate()), period, bindings: bind({ lists }) })).toMatchObject({ ok: true })
      return [...sheetOf(join(register.folder, 'out.xlsx')).matchAll(/<c r="B\d+" t="inlineStr"><is><t>([^<]*)</g)].map(([, name = '']) => name)
    }
    for (const year of ['2020', '2021']) {
      const named = await listed(year, [{ field: 'publishedOn', values: [year] }])
      expect(named.length).toBeGreaterThan(3)
      expect(await listed(year, [{ field: 'publishedOn', values: ['{period}'] }])).toEqual(named)
      expect(await listed(year, [{ field: 'publishedOn', values: ['{year}'] }])).toEqual(named)
    }
    const lists = [{ sheet: '名 单', kind: 'honours', rows: '4:6', filters: [{ field: 'year', values: ['{jahr}'] }], columns: { A: '#' } }]
    expect(await fill({ template: ownForm('list.xlsx', listTemplate()), bindings: bind({ lists }) })).toMatchObject({ ok: false, code: 'invalid_bindings' })
  })

  it('shares new rows with the one beside it: the longer says how many', async () => {
    const lists = [{ sheet: '名 单', kind: 'honours', rows: '4:6', columns: { A: '#' } }, { sheet: '名 单', kind: 'pilots', rows: '4:6', columns: { B: '#' } }]
    expect(await fill({ template: ownForm('list.xlsx', listTemplate()), bindings: bind({ lists }) })).toMatchObject({ ok: true })
    const counts = await Promise.all((['honour', 'pilot'] as const).map(async (kind) => (await session.store.records.all(kind)).length))
    const sheet = sheetOf(join(register.folder, 'out.xlsx'))
    const numbered = (letter: string): number[] => [...sheet.matchAll(new RegExp(`<c r="${letter}\\d+"><v>(\\d+)</v>`, 'g'))].map(([, number]) => Number(number))
    expect(['A', 'B'].map((letter) => numbered(letter).filter((number, at) => number === at + 1).length)).toEqual(counts)
    expect(sheet).toContain(`<f>SUM(D4:D${3 + Math.max(...counts)})</f>`)
  })

  it('grows from a single row, and what sums the row up sums up the list', async () => {
    const form = (total: string): string => ownForm('one.xlsx', workbookOf(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>序号</t></is></c></row><row r="2"><c r="A2"/><c r="B2"/><c r="C2"><f>SUM(A2:B2)</f></c><c r="D2"><f>RANK(C2,C$2:C$2)</f></c></row><row r="3"><c r="A3"/><c r="C3"><f>${total}</f></c><c r="D3"><f>SUM(C2:D2)+C3</f></c></row></sheetData><mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells><conditionalFormatting sqref="A2:D2"><cfRule type="expression" priority="1"><formula>COUNTIF($B$2:$B$2,$B2)&gt;SUM(A2:B2)</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B2"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>`, { 'xl/sharedStrings.xml': '<sst/>' }))
    const lists = [{ kind: 'honours', rows: '2:2', columns: { A: '#', B: 'recipient' } }]
    expect(await fill({ template: form('SUM(C2:C2)'), bindings: bind({ lists }) })).toMatchObject({ ok: true })
    const last = 1 + (await session.store.records.all('honour')).length
    const sheet = sheetOf(join(register.folder, 'out.xlsx'))
    expect([...sheet.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual([
      ...Array.from({ length: last - 1 }, (_, at) => [`SUM(A${at + 2}:B${at + 2})`, `RANK(C${at + 2},C$2:C$${last})`]).flat(), `SUM(C2:C${last})`, `SUM(C2:D${last})+C${last + 1}`,
    ])
    expect(sheet).toContain(`<mergeCell ref="A${last + 1}:B${last + 1}"/>`)
    expect(sheet).toContain(`<conditionalFormatting sqref="A2:D${last}"><cfRule type="expression" priority="1"><formula>COUNTIF($B$2:$B$${last},$B2)&gt;SUM(A2:B2)</formula>`)
    expect(sheet).toContain(`sqref="B2:B${last}"`)
    // Whether the sum of one cell is meant to be that of the list, nobody knows.
    expect(await fill({ template: form('SUM(C2)'), bindings: bind({ lists }) })).toMatchObject({ ok: false, code: 'template_block_full', details: { rows: 1 } })
  })

  it('is refused when its rows are too few and growing would cut an array formula', async () => {
    const template = join(import.meta.dirname, '../../../fixtures/forms/08_共享公式.xlsx')
    expect(await fill({ template, bindings: bind({ lists: [{ sheet: '数据', kind: 'honours', rows: '8:9', columns: { A: '#', B: 'recipient' } }] }) }))
      .toMatchObject({ ok: false, code: 'template_block_full', at: { sheet: '数据', row: 8 }, details: { rows: 2 } })
  })
})

/** What the window is shown when a form is opened. */
async function received(file: string) {
  const opened = await openReceived(session, file)
  if (!opened.ok) throw new Error(opened.code)
  return opened.value
}

describe('a form that is opened in the window', () => {
  it('proposes from its headings what a person bound by hand, and binds nothing by itself', async () => {
    const { proposals } = await received(template)
    const [block] = proposals.flatMap(({ bindings: proposed }) => proposed.blocks)
    expect(block).toEqual({ ...bindings.blocks[0], sheet: '附表2' })
    expect(proposals.flatMap(({ bindings: proposed }) => proposed.cells)).toEqual([
      { sheet: '附表2', cell: 'A1', text: '{year}年青岛市各区市标准制修订情况统计表' }, { sheet: '附表2', cell: 'C2', text: '{office}' }, { sheet: '附表2', cell: 'I2', text: '{from}—{to}' },
    ])
  })

  it('shows its sheets as they look', async () => {
    const { sheets } = await received(template)
    expect(sheets[0]?.cells.find(({ row, column }) => row === 1 && column === 0)).toMatchObject({ text: expect.stringContaining('标准制修订情况统计表') as string, kind: 'text', colSpan: 18, align: 'center', isBold: true })
    expect(sheets[0]?.cells.filter(({ kind }) => kind === 'formula').length).toBeGreaterThan(40)
  })

  it('finds its bindings again, with what was moved, renamed and added since', async () => {
    await keep({ template: ownForm('form.xlsx', richTemplate()), bindings: bind(ownBindings) })
    expect((await received(ownForm('same.xlsx', richTemplate({ replaceText: ['2021年', '2022年'] })))).kept).toEqual({ bindings: bind(ownBindings), differences: [] })
    const { kept } = await received(ownForm('changed.xlsx', richTemplate({ replaceText: ['有效', '拥有'] })))
    expect(kept?.differences).toEqual([{ sheet: '附表 1', cell: 'C3', before: '有效', now: '拥有', movedTo: null }])
  })

  it('previews what is written, opens the records of each number, and tells what cannot be filled beside the rest', async () => {
    const file = ownForm('form.xlsx', richTemplate())
    const faulty = bind({ ...ownBindings, cells: [{ sheet: '附表 1', cell: 'B2', text: '{who}' }] })
    const preview = await previewFilling(session, { file, bindings: faulty, choice: { period: '2021' } }, sampleClock.today)
    expect(await previewFilling(session, { file, bindings: faulty, choice: { period: '2021' } }, sampleClock.today, { signal: AbortSignal.abort() })).toMatchObject({ ok: false, code: 'job_cancelled' })
    if (!preview.ok) throw new Error(preview.code)
    expect(preview.value.problems).toMatchObject([{ place: { sheet: '附表 1', row: 2, column: 1 } }])
    await fill({ template: file, bindings: bind({ blocks: ownBindings.blocks }) })
    const written = [...sheetOf(join(register.folder, 'out.xlsx')).matchAll(/<c r="([BC])([456])" s="1"><v>(\d+)<\/v>/g)].map(([, letter, row, value]) => `${letter}${row}=${value}`)
    expect(preview.value.cells.map(({ row, column, text }) => `${'ABC'[column]}${row}=${text}`).toSorted()).toEqual(written.toSorted())
    expect(preview.value.cells[0]?.figure).toMatchObject({ indicator: 'patents_granted', row: '市南区', choice: { period: '2021' } })
  })

  it('can be bound anew: what is bound later takes the place of what was there', () => {
    const file = withBindings(withBindings(noBindings, ownBindings, false), { cells: [{ sheet: '附表 1', cell: 'B2', text: '{year}' }], blocks: [{ sheet: '附表 1', names: 'A4:A6', figures: { C: figures.B } }] }, false)
    expect(file).toEqual(bind({ cells: [{ sheet: '附表 1', cell: 'B2', text: '{year}' }], blocks: [{ ...ownBindings.blocks[0], figures: { B: figures.B } }, { sheet: '附表 1', names: 'A4:A6', figures: { C: figures.B } }] }))
  })
})
