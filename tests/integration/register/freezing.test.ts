import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { placesOf } from '../../../src/main/register/city/registerPlaces'
import { createColumnsOwner } from '../../../src/main/register/columns/columnsOwner'
import { archiveAsZip, archivePeriod } from '../../../src/main/register/freezing/archivePeriod'
import { freezeForm, frozenVersion, readContent, type FreezeSetting } from '../../../src/main/register/freezing/freezePeriod'
import { frozenCopy } from '../../../src/main/register/freezing/frozenCopy'
import { restate } from '../../../src/main/register/freezing/restate'
import { verifyReport } from '../../../src/main/register/freezing/verifyReport'
import { prepareReport } from '../../../src/main/register/reports/prepareReport'
import { verifyFigures } from '../../../src/main/register/verify/verifyFigures'
import { deleteRecord } from '../../../src/main/register/records/edit/deleteRecord'
import { editRecord } from '../../../src/main/register/records/edit/editRecord'
import type { RecordServices } from '../../../src/main/register/records/recordServices'
import { typedText } from '../../../src/main/register/records/edit/typedText'
import { readWorkbook } from '../../../src/main/workbook/readWorkbook'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import type { RecordKind } from '../../../src/shared/domain/catalogue/fields'
import type { FormName } from '../../../src/shared/domain/catalogue/forms'
import { installOwnFonts } from '../../support/workbooks/ownFonts'
import { readPdf } from '../../support/workbooks/readPdf'
import { partsOf, zipOf } from '../../support/workbooks/workbookParts'
import { openSampleRegister } from '../../support/registers/sampleRegister'
import { recordServicesOver, valuesOf } from '../../support/registers/recordServices'

/** A closed period against everything that is edited afterwards. */
let store: SqliteStore
let services: RecordServices
const folder = mkdtempSync(join(tmpdir(), 'frozen-'))
const names: FormName[] = ['F1', 'F2', 'F3', 'F4', 'F6', 'F7', 'F9', 'F10', 'F11']

beforeAll(async () => {
  vi.stubEnv('XDG_DATA_HOME', installOwnFonts(join(folder, 'own')).XDG_DATA_HOME)
  store = await openSampleRegister()
  services = recordServicesOver(store)
}, 180_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function setting(): Promise<FreezeSetting> {
  const { city, resolver } = placesOf(null, null)
  return {
    store, columns: await createColumnsOwner(store.columns, city).current(), records: store.records, districts: resolver, office: null,
    operator: '王芳', now: Date.UTC(2022, 0, 17), today: '2022-01-17',
  }
}

async function frozen(form: FormName) {
  const found = await frozenVersion(store, form, '2021')
  if (!found.ok) throw new Error(found.code)
  return found.value
}

async function restated(form: FormName) {
  const answer = await restate({ ...(await setting()), history: services.history }, await frozen(form))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

/** The rows that a form would have today. */
async function freshRows(form: FormName) {
  const prepared = await prepareReport(await setting(), form, { period: '2021' })
  return prepared.ok ? prepared.value.table.rows.map(({ cells }) => cells.map(({ value }) => value)) : null
}

async function copyOf(form: FormName): Promise<{ path: string; sha256: string }> {
  const path = join(folder, `${form}-${Math.random().toString(36).slice(2)}.xlsx`)
  const copy = await frozenCopy(store, form, { period: '2021', out: path })
  if (!copy?.ok) throw new Error('not frozen')
  return { path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') }
}

async function edit(kind: RecordKind, id: number, field: string, text: string): Promise<void> {
  const before = typedText(kind, field, await valuesOf(services, kind, id), services.reading.words)
  const edited = await editRecord(services, { kind, id, field, text, before })
  if (!edited.ok || edited.value.sequence === null) throw new Error(`${kind} ${id}: ${edited.ok ? 'unchanged' : edited.code}`)
}

/** Twenty records of a kind behind a frozen form's numbers. */
async function twentyBehind(form: FormName, kind: RecordKind): Promise<number[]> {
  const { numbers } = await readContent(store, await frozen(form))
  return [...new Set(numbers.flatMap((number) => (number.kind === kind ? number.rows.flatMap(({ ids }) => ids) : [])))].slice(0, 20)
}

/** The cells of a written list, row by row. */
async function listOf(path: string): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const rows: unknown[][] = []
  workbook.worksheets[0]?.eachRow((row) => rows.push(Array.from({ length: 6 }, (_, at) => row.getCell(at + 1).value ?? '')))
  return rows
}

async function keysOf(kind: RecordKind, ids: readonly number[]): Promise<string[]> {
  return [...(await store.records.keysOf(kind, ids)).values()].toSorted()
}

describe('the fast figures', () => {
  it.each(['2021', '2020H1', '2021Q3', '2019-03', '2020-02-01..2021-06-15'])('of %s are those of a plain recount, record by record', async (period) => {
    const { columns } = await setting()
    expect(await verifyFigures(store, columns, period)).toMatchObject({ ok: true, value: { ok: true } })
  })

  it('are found out where they are wrong', async () => {
    const { columns } = await setting()
    const patents = await columns.patents()
    patents.grantedOn.fill(0, 0, 200)
    const verified = await verifyFigures(store, columns, '2021')
    expect(verified.ok && verified.value.indicators.filter(({ ok }) => !ok).map(({ indicator }) => indicator)).toContain('inventions_valid')
    expect(verified).toMatchObject({ value: { ok: false } })
  })
})

describe('a closed period', () => {
  const touched: [FormName, RecordKind, string][] = [['F2', 'standard', 'title'], ['F4', 'patent', 'title'], ['F7', 'trademark', 'name'], ['F9', 'honour', 'document']]
  const edited = new Map<FormName, number[]>()

  beforeAll(async () => {
    for (const form of names) {
      const closed = await freezeForm(await setting(), form, { period: '2021', reason: '本年没有PCT申请的数据' })
      if (!closed.ok) throw new Error(`${form}: ${closed.code}`)
    }
    for (const [form, kind, field] of touched) {
      const ids = await twentyBehind(form, kind)
      for (const id of ids) await edit(kind, id, field, `改过的${id}`)
      edited.set(form, ids)
    }
    for (const id of edited.get('F2')?.slice(0, 5) ?? []) await edit('standard', id, 'publishedOn', '2019-03-01')
    for (const { id, values } of (await store.records.all('population')).filter(({ values: { series } }) => series === 'yearend2021').slice(0, 3)) await edit('population', id, 'populationWan', String(Number(values.populationWan) + 10))
    for (const unit of (await store.records.all('unit')).slice(0, 20)) await edit('unit', unit.id, 'address', `青岛市 ${unit.id} 号`)
  }, 60_000)

  it.each(names)('%s is written again to the byte after twenty records of every kind were changed', async (form) => {
    expect((await copyOf(form)).sha256).toBe((await frozen(form)).sha256)
  })

  it('needs a reason for what is not in the register, which is printed, and which only such a form keeps', async () => {
    expect(await freezeForm(await setting(), 'F8', { period: '2021', reason: ' ' })).toMatchObject({ ok: false, code: 'form_check_failed', details: { failed: '缺少数据：台账里没有PCT申请' } })
    const early = await freezeForm({ ...(await setting()), today: '2021-12-30' }, 'F5', { period: '2021' })
    expect(early).toMatchObject({ ok: false, details: { checks: [{ id: 'period_over', message: '统计期到2021年12月31日才结束' }] } })
    expect(await freezeForm(await setting(), 'F5', { period: '2024' })).toMatchObject({ ok: false, details: { checks: expect.arrayContaining([{ id: 'data_present', ok: false, message: '缺少数据：专利申请量只有统计期以前的；专利授权量只有统计期以前的' }]) } })
    expect((await frozen('F10')).request).toMatchObject({ reason: '本年没有PCT申请的数据' })
    expect((await frozen('F2')).request).not.toHaveProperty('reason')
    const [sheet] = (await readContent(store, await frozen('F10'))).sheets
    expect(sheet?.kind === 'form' ? sheet.notes.join() : '').toContain('校验未通过：缺少数据：台账里没有PCT申请；填报说明：本年没有PCT申请的数据')
    expect(await frozenCopy(store, 'F10', { period: '2021', out: join(folder, 'f10.xlsx') })).toMatchObject({ ok: true })
  })

  it('is printed again to the byte, from its frozen cells', async () => {
    const paths = [join(folder, 'first.pdf'), join(folder, 'again.pdf')]
    for (const out of paths) expect(await frozenCopy(store, 'F2', { period: '2021', out })).toMatchObject({ ok: true, value: { file: out, pdf: { pages: 1, missingCharacters: '' } } })
    const [first, again] = paths.map((path) => readFileSync(path))
    expect(again?.equals(first ?? Buffer.alloc(0))).toBe(true)
    const { pages, info } = readPdf(paths[0] ?? '')
    const texts = pages.flatMap((page) => page.texts)
    const { values } = await frozen('F2')
    expect(texts.filter((text) => text === '129')).toHaveLength(1)
    expect(values.flat()).toContain(129)
    expect(info).toMatchObject({ CreationDate: '(D:20211231000000Z)' })
  })

  it.each(touched)('%s: the restatement lists exactly the changed records of the kind %s', async (form, kind) => {
    const { records } = await restated(form)
    expect(records.filter((record) => record.kind === kind).map(({ key }) => key).toSorted()).toEqual(await keysOf(kind, edited.get(form) ?? []))
    expect(records.every(({ reasons }) => reasons.some(({ operator, fields }) => operator === '王芳' && fields.length > 0))).toBe(true)
    expect(records.filter((record) => record.kind === 'unit')).toHaveLength(20)
  })

  it('says which records went and what that does to each number', async () => {
    const { counts, numbers } = await restated('F2')
    expect(counts).toMatchObject({ withdrawn: 5, added: 0, moved: 0 })
    const total = numbers.find(({ row, column }) => row === '全市合计' && column === 'Q')
    expect(total).toMatchObject({ before: 129, after: 124 })
  })

  it('tells what another population does to densities, places and the population itself', async () => {
    const { records, numbers } = await restated('F6')
    expect(records.filter(({ kind }) => kind === 'population')).toHaveLength(3)
    expect(numbers).toEqual(expect.arrayContaining([
      { row: '市南区', column: 'M', before: 49.98, after: 59.98 }, { row: '市南区', column: 'N', before: 0.26, after: 0.22 }, { row: '即墨区', column: 'O', before: 7, after: 6 },
    ]))
  })

  it('tells what the withdrawn standards do to growth and shares in per cent', async () => {
    const { numbers } = await restated('F10')
    expect(numbers).toEqual(expect.arrayContaining([
      { row: '市南区', column: 'D', before: 0.091, after: 0.045 }, { row: '市南区', column: 'E', before: 0.186, after: 0.185 }, { row: '全市', column: 'D', before: 0.183, after: 0.138 },
    ]))
  })

  it('tells a list by its rows: how many, which of them went, and what the others are paid by now', async () => {
    const { counts, numbers } = await restated('F11')
    expect(counts).toMatchObject({ withdrawn: 5, added: 0 })
    expect(numbers[0]).toEqual({ row: '', column: 'A', before: 66, after: 60 })
    expect(numbers.filter(({ column, after }) => column === 'F' && after === null)).toHaveLength(6)
    expect(numbers).toContainEqual({ row: 'GB/T 25271.9-2021 青岛岬钦新材料股份有限公司 主持国家', column: 'K', before: 70, after: 20 })
  })

  it('has changed where a row of a list came for another one', async () => {
    const report = await frozen('F11')
    const [first = [], ...others] = (await freshRows('F11')) ?? []
    const other = first.map((value) => (value === first[5] ? 'GB/T 1-2021' : value))
    const answer = await restate({ ...(await setting()), history: services.history }, { ...report, values: [other, ...others] })
    expect(answer.ok && answer.value.numbers.map(({ column, before, after }) => [column, before, after])).toEqual([['F', 'GB/T 1-2021', null], ['F', null, first[5]]])
  })

  it('refuses to be closed twice, and keeps a correction as a version beside the old one', async () => {
    expect(await freezeForm(await setting(), 'F2', { period: '2021' })).toMatchObject({ ok: false, code: 'period_frozen' })
    const first = await frozen('F2')
    await store.frozen.reopen(first.id, { at: 1, operator: '李强', reason: '补报' })
    expect(await frozenCopy(store, 'F2', { period: '2021', out: join(folder, 'x.xlsx') })).toBeNull()
    expect(await freezeForm(await setting(), 'F2', { period: '2021' })).toMatchObject({ ok: true, value: { version: 2 } })
    expect((await store.frozen.list()).filter(({ form }) => form === 'F2').map(({ version, reason, reopened }) => [version, reason, reopened?.by ?? null])).toEqual([[2, '补报', null], [1, null, '李强']])
  })

  it('tells a file as it was written, a register that has moved on, and a file that was changed', async () => {
    const { path } = await copyOf('F4')
    expect(await verifyReport(store, path)).toMatchObject({ ok: true, value: { state: 'register_changed', report: { form: 'F4' } } })
    expect(await verifyReport(store, (await copyOf('F2')).path)).toMatchObject({ ok: true, value: { state: 'unchanged', report: { frozenVersion: 2 } } })
  })

  describe('as a PDF under any name', () => {
    const pdf = join(folder, '改了名.pdf')
    const state = async (bytes: Buffer) => {
      writeFileSync(pdf, bytes)
      const verified = await verifyReport(store, pdf)
      return verified.ok ? { state: verified.value.state, doubt: verified.value.doubt, form: verified.value.report?.form } : verified
    }
    const printed = async (): Promise<Buffer> => {
      if (!(await frozenCopy(store, 'F4', { period: '2021', out: pdf }))?.ok) throw new Error('not printed')
      return readFileSync(pdf)
    }
    /** One letter of the page is another, its stream packed anew. */
    const withOtherLetter = (bytes: Buffer): Buffer => {
      const text = bytes.toString('latin1')
      const [whole = '', entries = '', , data = ''] = /(<<\n\/Length )(\d+)(?:[^>]*>>\nstream\n)([\s\S]*?)\nendstream/u.exec(text) ?? []
      const page = inflateSync(Buffer.from(data, 'latin1')).toString('latin1').replace(/<([0-9a-f]{4})([0-9a-f]{4})/u, '<$2$1')
      const packed = deflateSync(Buffer.from(page, 'latin1')).toString('latin1')
      return Buffer.from(text.replace(whole, () => `${entries}${packed.length}\n/Filter /FlateDecode\n>>\nstream\n${packed}\nendstream`), 'latin1')
    }

    it('is proved by printing its form again, also packed by another version of the program', async () => {
      const bytes = await printed()
      expect(await state(bytes)).toEqual({ state: 'register_changed', doubt: null, form: 'F4' })
      const text = bytes.toString('latin1')
      const [whole = '', entries = '', data = ''] = /(<<\n\/Length )\d+\n\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/u.exec(text) ?? []
      const packed = deflateSync(inflateSync(Buffer.from(data, 'latin1')), { level: 1 }).toString('latin1')
      const repacked = Buffer.from(text.replace(whole, () => `${entries}${packed.length}\n/Filter /FlateDecode\n>>\nstream\n${packed}\nendstream`), 'latin1')
      expect(repacked.equals(bytes)).toBe(false)
      expect(await state(repacked)).toEqual({ state: 'register_changed', doubt: null, form: 'F4' })
    })

    it('is tampered with by another letter, by something behind its end, and by another program that saves it', async () => {
      const bytes = await printed()
      const text = bytes.toString('latin1')
      for (const altered of [withOtherLetter(bytes), Buffer.concat([bytes, Buffer.from('\n33 0 obj\n<<>>\nendobj\n')]), Buffer.from(text.replaceAll('\nendobj', '\n endobj'), 'latin1')]) {
        expect(await state(altered)).toEqual({ state: 'tampered', doubt: null, form: 'F4' })
      }
    })

    it('is not proved with other fonts, nor where the form was never frozen', async () => {
      const bytes = await printed()
      const otherFonts = Buffer.from(bytes.toString('latin1').replace(/Made-([0-9a-f]+) [0-9a-f]{16}/u, 'Made-$1 0123456789abcdef'), 'latin1')
      expect(await state(otherFonts)).toEqual({ state: 'unproved', doubt: 'other_fonts', form: 'F4' })
      expect(await state(Buffer.from(bytes.toString('latin1').replace(/\(([0-9a-f]{64})\)/u, `(${'0'.repeat(64)})`), 'latin1'))).toEqual({ state: 'unknown', doubt: null, form: undefined })
    })
  })

  it('recognises a form by its mark under any name, saved by another program or with a changed cell', async () => {
    const { path } = await copyOf('F4')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    const resaved = join(folder, '另存.xlsx')
    await workbook.xlsx.writeFile(resaved)
    expect(await verifyReport(store, resaved, { open: readWorkbook })).toMatchObject({ ok: true, value: { state: 'register_changed', isResaved: true, report: { form: 'F4', period: '2021', frozenVersion: 1 }, differences: [] } })
    const cell = workbook.worksheets[0]?.getCell('C8')
    const written = cell?.value
    if (cell) cell.value = 9_999
    await workbook.xlsx.writeFile(resaved)
    expect(await verifyReport(store, resaved, { open: readWorkbook })).toMatchObject({ ok: true, value: { state: 'tampered', report: { form: 'F4' }, differences: [{ cell: 'C8', written, found: 9_999 }] } })
  })

  it('takes a formula in the place of a number, a format that shows another, a hidden row and a hidden column for changes, though every stored value is as it was', async () => {
    const { path } = await copyOf('F4')
    const altered = join(folder, '暗改.xlsx')
    const verified = async (alter: (sheet: ExcelJS.Worksheet) => void): Promise<unknown> => {
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(path)
      const [sheet] = workbook.worksheets
      if (sheet) alter(sheet)
      await workbook.xlsx.writeFile(altered)
      const answer = await verifyReport(store, altered, { open: readWorkbook })
      return answer.ok ? [answer.value.state, answer.value.differences.find(({ cell }) => cell === 'C8')?.found] : answer.code
    }
    expect(await verified((sheet) => { sheet.getCell('C8').value = { formula: '1+1', result: Number(sheet.getCell('C8').value) } })).toEqual(['tampered', '='])
    for (const format of ['"1"0', ';;;', '0,']) expect(await verified((sheet) => { sheet.getCell('C8').numFmt = format })).toEqual(['tampered', 'format'])
    expect(await verified((sheet) => { sheet.getCell('C8').numFmt = '#,##0.00_ ;[Red]-#,##0.00' })).toEqual([expect.stringMatching(/^(?:unchanged|register_changed)$/u), undefined])
    expect(await verified((sheet) => { sheet.getRow(8).hidden = true })).toEqual(['tampered', null])
    expect(await verified((sheet) => { sheet.getColumn('C').hidden = true })).toEqual(['tampered', null])
  })

  it('takes letters that cannot be seen, rules that show another number and drawings over figures for changes, and no highlight, seal or resaving', async () => {
    const { path } = await copyOf('F4')
    const altered = join(folder, '遮盖.xlsx')
    const verified = async (alter: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<unknown> => {
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(path)
      const [sheet] = workbook.worksheets
      if (sheet) alter(sheet, workbook)
      await workbook.xlsx.writeFile(altered)
      const answer = await verifyReport(store, altered, { open: readWorkbook })
      return answer.ok ? [answer.value.state, answer.value.differences.find(({ cell }) => cell === 'C8')?.found] : answer.code
    }
    const [hidden, covered, asWritten] = [['tampered', 'format'], ['tampered', 'drawing'], [expect.stringMatching(/^(?:unchanged|register_changed)$/u), undefined]]
    const letters = (colour: Partial<ExcelJS.Color>, ground?: string) => verified((sheet) => {
      sheet.getCell('C8').font = { size: 11, color: colour }
      if (ground !== undefined) sheet.getCell('C8').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ground } }
    })
    expect(await letters({ argb: 'FFFFFFFF' })).toEqual(hidden)
    expect(await letters({ argb: 'FFFDFDFD' })).toEqual(hidden)
    expect(await letters({ theme: 0 })).toEqual(hidden)
    expect(await letters({ argb: 'FF1F4E78' }, 'FF1F4E79')).toEqual(hidden)
    expect(await letters({ argb: 'FFFFFFFF' }, 'FF1F4E79')).toEqual(asWritten)
    expect(await letters({ argb: 'FFFF0000' })).toEqual(asWritten)
    expect(await verified((sheet) => { sheet.getCell('C8').font = { size: 1 } })).toEqual(hidden)
    const rule = (style: Partial<ExcelJS.Style>) => verified((sheet) => sheet.addConditionalFormatting({ ref: 'B6:D20', rules: [{ type: 'expression', formulae: ['TRUE'], priority: 1, style }] }))
    expect(await rule({ numFmt: '"1"0' })).toEqual(hidden)
    expect(await rule({ font: { color: { argb: 'FFFFFFFF' } } })).toEqual(hidden)
    expect(await rule({ fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FF000000' } } })).toEqual(hidden)
    expect(await rule({ font: { color: { argb: 'FF9C0006' } }, fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } })).toEqual(asWritten)
    const picture = (range: string) => verified((sheet, workbook) => {
      sheet.addImage(workbook.addImage({ base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', extension: 'png' }), range)
    })
    expect(await picture('B7:D9')).toEqual(covered)
    // ExcelJS empties what it merges; a hand that edits the file need not.
    const merged = join(folder, '合并.xlsx')
    const parts = partsOf(readFileSync(path)).map(({ name, content }) => ({ name, content: name === 'xl/worksheets/sheet1.xml' ? content.toString().replace(/(<mergeCells[^>]*>)/u, '$1<mergeCell ref="B8:C8"/>') : content }))
    writeFileSync(merged, zipOf(parts))
    expect(await verifyReport(store, merged, { open: readWorkbook })).toMatchObject({ ok: true, value: { state: 'tampered', differences: [{ cell: 'C8', found: null }] } })
    const density = (format: string) => verified((sheet) => { sheet.eachRow((row) => row.eachCell((cell) => { if (typeof cell.value === 'number' && !Number.isInteger(cell.value)) cell.numFmt = format })) })
    expect((await density('0') as unknown[])[0]).toBe('tampered')
    expect(await density('#,##0.0000')).toEqual(asWritten)
    expect(await verified((sheet) => { sheet.getColumn('C').width = 0.3 })).toEqual(['tampered', null])
    expect(await verified((sheet) => { sheet.getRow(8).height = 0.75 })).toEqual(['tampered', null])
    expect(await picture('A1:F2')).toEqual(asWritten)
  })

  it('takes pieces of a text, rules of later versions, symbol fonts and a theme that hide what stands there for changes', async () => {
    const { path } = await copyOf('F4')
    const altered = join(folder, '藏起.xlsx')
    const state = async (cell: string): Promise<unknown> => {
      const answer = await verifyReport(store, altered, { open: readWorkbook })
      return answer.ok ? [answer.value.state, answer.value.differences.find((difference) => difference.cell === cell)?.found] : answer.code
    }
    const edited = async (alter: (sheet: ExcelJS.Worksheet) => void, cell = 'C8'): Promise<unknown> => {
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(path)
      const [sheet] = workbook.worksheets
      if (sheet) alter(sheet)
      await workbook.xlsx.writeFile(altered)
      return state(cell)
    }
    const patched = async (file: string, part: string, make: (text: string) => string, cell = 'C8'): Promise<unknown> => {
      const parts = partsOf(readFileSync(file)).map(({ name, content }) => ({ name, content: name === part ? make(content.toString()) : content }))
      expect(parts.find(({ name }) => name === part)?.content).not.toEqual(partsOf(readFileSync(file)).find(({ name }) => name === part)?.content.toString())
      writeFileSync(altered, zipOf(parts))
      return state(cell)
    }
    const [hidden, asWritten] = [['tampered', 'format'], [expect.stringMatching(/^(?:unchanged|register_changed)$/u), undefined]]
    const pieces = (colour: string, ground?: string) => edited((sheet) => {
      const cell = sheet.getCell('A8')
      const text = cell.text
      cell.value = { richText: [{ text: text.slice(0, 1) }, { text: text.slice(1), font: { size: 11, color: { argb: colour } } }] }
      if (ground !== undefined) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ground } }
    }, 'A8')
    expect(await pieces('FFFFFFFF')).toEqual(hidden)
    expect(await pieces('FFFFFFFF', 'FF1F4E79')).toEqual(asWritten)
    expect(await pieces('FFC00000')).toEqual(asWritten)
    const inline = (colour: string) => patched(path, 'xl/worksheets/sheet1.xml', (xml) => xml.replace(/(<c r="A8"[^>]*><is>)<t[^>]*>(.)([^<]*)<\/t>/u, `$1<r><t>$2</t></r><r><rPr><color rgb="${colour}"/></rPr><t>$3</t></r>`), 'A8')
    expect(await inline('FFFFFFFF')).toEqual(hidden)
    expect(await inline('FF0000FF')).toEqual(asWritten)
    expect(await edited((sheet) => { sheet.getCell('C8').font = { size: 11, name: 'Wingdings' } })).toEqual(hidden)
    const laterRule = (look: string, more = '') => patched(path, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('</worksheet>', '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
      + `<x14:cfRule type="expression" priority="1" id="{1}"><xm:f>TRUE</xm:f>${look}</x14:cfRule>${more}<xm:sqref>B6:D20</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>`))
    expect(await laterRule('<x14:dxf><font><color rgb="FFFFFFFF"/></font></x14:dxf>')).toEqual(hidden)
    expect(await laterRule('<x14:dxf><font><color rgb="FF9C0006"/></font></x14:dxf>')).toEqual(asWritten)
    expect(await laterRule('<x14:dxf><font><b/></font></x14:dxf>', '<x14:cfRule type="dataBar" id="{2}"><x14:dataBar showValue="0"/></x14:cfRule>')).toEqual(hidden)
    expect(await edited((sheet) => { sheet.getCell('C8').font = { size: 11, color: { theme: 1 } } })).toEqual(asWritten)
    const plain = partsOf(readFileSync(altered))
    const withTheme = async (dark: string) => {
      const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x"><a:dk1><a:srgbClr val="${dark}"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>`
      writeFileSync(altered, zipOf([...plain, { name: 'xl/theme/theme1.xml', content: theme }]))
      return state('C8')
    }
    expect(await withTheme('FFFFFF')).toEqual(hidden)
    expect(await withTheme('1F497D')).toEqual(asWritten)
  })

  it('knows a file without its mark only by its name, and one that is no workbook not at all', async () => {
    const unmarked = new ExcelJS.Workbook()
    unmarked.addWorksheet('甲').getCell('A1').value = 1
    const named = join(folder, (await frozen('F4')).fileName)
    await unmarked.xlsx.writeFile(named)
    expect(await verifyReport(store, named, { open: readWorkbook })).toMatchObject({ ok: true, value: { state: 'tampered', report: { form: 'F4' } } })
    writeFileSync(join(folder, '乱.xlsx'), 'PK\u0003\u0004 no archive')
    expect(await verifyReport(store, join(folder, '乱.xlsx'), { open: readWorkbook })).toMatchObject({ ok: true, value: { state: 'unknown', report: null } })
  })

  it('tells what was deleted from what was edited', async () => {
    const [honour] = (await readContent(store, await frozen('F9'))).numbers.flatMap(({ rows }) => rows.flatMap(({ ids }) => ids)).slice(-1)
    expect(await deleteRecord(services, 'honour', honour ?? 0)).toMatchObject({ ok: true })
    const { records } = await restated('F9')
    expect(records.find(({ kind, id }) => kind === 'honour' && id === honour)?.reasons.at(-1)).toMatchObject({ what: 'delete', operator: '王芳', fields: [] })
  })

  it('names the unit with which a record went elsewhere', async () => {
    const [unit] = (await store.records.all('unit')).filter(({ values }) => values.district === '370212')
    if (!unit) throw new Error('no unit')
    await edit('unit', unit.id, 'district', '370283')
    const gone = (await restated('F2')).records.concat((await restated('F4')).records, (await restated('F7')).records).filter(({ reasons }) => reasons.length === 0)
    expect(gone.length).toBeGreaterThan(0)
    expect(gone.every(({ follows }) => follows.length === 1 && follows[0]?.key === unit.values.uscc && follows[0]?.name === unit.values.name)).toBe(true)
  })

  it('is archived with every form, its rules, its records and checksums that hold', async () => {
    const target = join(folder, '归档')
    const archived = await archivePeriod(services, '2021', target)
    if (!archived.ok) throw new Error(archived.code)
    expect(archived.value.files).toHaveLength(names.length * 4)
    expect(readdirSync(target)).toHaveLength(names.length * 4 + 1)
    for (const { file, sha256 } of archived.value.files) expect(createHash('sha256').update(readFileSync(join(target, file))).digest('hex')).toBe(sha256)
    expect(archived.value.pdf).toEqual({ replacedFonts: [], missingCharacters: '' })
    expect(readdirSync(target)).toContain('F9_青岛市_质量品牌荣誉汇总表_2021年_20220117.pdf')
    const listed = await listOf(join(target, 'F9_记录清单.xlsx'))
    expect(listed.filter(([, , region]) => region === '全市')).toHaveLength((await frozen('F9')).values.length)
    expect(new Set(listed.slice(1).map(([, , , kind]) => kind))).toEqual(new Set(['荣誉']))
    const patents = await listOf(join(target, 'F4_记录清单.xlsx'))
    expect(patents[0]).toEqual(['列', '栏目', '地区', '类别', '编号', '名称（归档时）'])
    expect(patents.find(([, , region]) => region === '崂山区')).toEqual(['B', '有效发明专利量', '崂山区', '专利', expect.stringMatching(/^\d{12}\.[\dX]$/u), expect.stringMatching(/./u)])
    const explanation = readFileSync(join(target, 'F9_口径说明.txt'), 'utf8').split('\r\n')
    expect(explanation.filter((line) => line.endsWith('：'))).toEqual([])
    expect(await archivePeriod(services, '2021', target)).toMatchObject({ ok: false, code: 'file_not_writable', details: { what: 'exists' } })
    const zip = join(folder, '归档.zip')
    expect(await archiveAsZip(services, '2021', zip)).toMatchObject({ ok: true, value: { folder: null, zip, files: archived.value.files } })
    const parts = partsOf(readFileSync(zip))
    expect(parts.map(({ name }) => name)).toEqual(readdirSync(target).toSorted().map((name) => `归档/${name}`))
    for (const { name, content } of parts) expect(readFileSync(join(target, basename(name))).equals(Buffer.from(content))).toBe(true)
    expect(await archivePeriod(services, '2018', join(folder, 'none'))).toMatchObject({ ok: false, code: 'not_frozen' })
  })
})
