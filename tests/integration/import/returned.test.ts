import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportAnswer } from '../../../src/main/register/import/answer'
import { importFile } from '../../../src/main/register/import/importFile'
import type { ImportOptions } from '../../../src/main/register/import/importOptions'
import { originalOf } from '../../../src/main/register/import/originalFile'
import { fileOfAnswer } from '../../../src/main/register/import/returned/fileToReturn'
import { returnBatch } from '../../../src/main/register/import/returned/returnBatch'
import { writeReturn, type ReturnAnswer } from '../../../src/main/register/import/returned/returnWorkbook'
import { planRedoOf } from '../../../src/main/register/import/redo/redoBatch'
import { createImportServices } from '../../../src/main/register/import/services'
import { writeTemplate } from '../../../src/main/register/import/templates/writeTemplate'
import { placesOf } from '../../../src/main/register/city/registerPlaces'
import { createColumnsOwner } from '../../../src/main/register/columns/columnsOwner'
import { districtReports } from '../../../src/main/register/freezing/districtReports'
import { undoBatch } from '../../../src/main/register/evidence/undoBatch'
import { yearPeriod } from '../../../src/shared/domain/dates/periods'
import { createFileStore } from '../../../src/main/store/fileStore'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { fillFile } from '../../support/workbooks/fillFile'
import type { CellEdit } from '../../../src/main/workbook/forms/formValues'
import { openTemplate } from '../../../src/main/workbook/patch/templatePackage'
import { readWorkbook } from '../../../src/main/workbook/readWorkbook'
import { libraryFileOf } from '../../support/golden/tablePlan'
import { sampleClock, samplesFolder } from '../../support/registers/sampleImport'
import { firstSenderRow, senderWorkbook, type SenderSheet } from '../../support/workbooks/senderWorkbook'
import { convertWithLibreOffice, hasLibreOffice } from '../workbook/write/officePrograms'
import { writeCsv } from '../../support/workbooks/tableFiles'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'
import { partsOf, zipOf } from '../../support/workbooks/workbookParts'

/** A register of its own with what a session does to it. */
class Desk implements Disposable {
  readonly register: TempRegister = tempRegister()
  readonly store: SqliteStore = this.register.open()

  place(name: string): string {
    return join(this.register.folder, name)
  }

  async import(path: string, more: Partial<ImportOptions> = {}): Promise<ImportAnswer> {
    const files = createFileStore(this.register.path)
    const services = await createImportServices(this.store, {
      original: (batch) => originalOf(this.register.path, batch),
      async keepOriginal(file) {
        const kept = await files.keep(file)
        return kept.ok ? { ok: true, value: null } : kept
      },
    })
    const answer = await importFile(path, { ...sampleClock, ...more }, services)
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.value
  }

  async giveBack(batch: number, out: string, password?: string): Promise<ReturnAnswer> {
    const options = { out, at: sampleClock.at, today: sampleClock.today, ...(password === undefined ? {} : { password }) }
    const answer = await returnBatch(this.register.path, this.store, batch, options, { open: readWorkbook })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.value
  }

  async count(): Promise<number> {
    return (await this.store.records.all('standard')).length
  }

  [Symbol.dispose](): void {
    this.register[Symbol.dispose]()
  }
}

/** What a sender does in WPS: cells written anew, the rest as it was. */
async function correct(from: string, out: string, edits: ReadonlyMap<string, readonly CellEdit[]>): Promise<void> {
  const template = await openTemplate(from)
  try {
    expect(await fillFile(template, edits, out)).toMatchObject({ ok: true })
  } finally {
    template.close()
  }
}

const goodRow = (number: number): (string | number)[] => [number, `GB/T ${40_000 + number}-2021`, `试验方法 第${number}号`, '国家标准', '2021-05-06', '青岛某某有限公司']
/** Ways to spoil a row, each in one cell; what is right stands in goodRow. */
const spoilt: readonly (readonly [column: number, value: string])[] = [[1, '20212087-T-418'], [1, '无此编号'], [4, '2021-13-45'], [4, '明年'], [1, 'GB/T 40001-2035']]

/** So many rows, of which the last ones are spoilt. */
function sheetOf(name: string, first: number, good: number, bad: number): SenderSheet {
  const rows = Array.from({ length: good + bad }, (_, index) => {
    const row = goodRow(first + index)
    const [column, value] = spoilt[index % spoilt.length] ?? [1, '']
    if (index >= good) row[column] = value
    return row
  })
  return { name, title: `2021年${name}标准情况表`, rows }
}

/** The cells that put a sheet's spoilt rows right. */
function repairs(first: number, good: number, bad: number): CellEdit[] {
  return Array.from({ length: bad }, (_, index) => {
    const [column] = spoilt[(good + index) % spoilt.length] ?? [1]
    return { row: firstSenderRow + good + index, column, value: goodRow(first + good + index)[column] ?? '' }
  })
}

const commentsIn = (path: string): string[] => partsOf(readFileSync(path)).filter(({ name }) => /comments\d*\.xml$/.test(name)).flatMap(({ content }) => content.toString().match(/<comment /g) ?? [])
const textOf = (path: string, part: string): string => String(partsOf(readFileSync(path)).find(({ name }) => name === part)?.content)

describe('a sender’s workbook with a hundred errors', () => {
  const shape = [sheetOf('市南区', 1, 30, 60), sheetOf('市北区', 201, 20, 40)] as const

  async function sent(desk: Desk, macros = false): Promise<{ sender: string; back: string; answer: ImportAnswer; returned: ReturnAnswer }> {
    const sender = desk.place(macros ? '标准.xlsm' : '标准.xlsx')
    writeFileSync(sender, senderWorkbook(shape, { macros }))
    const answer = await desk.import(sender)
    const back = desk.place(macros ? '标准_退回.xlsm' : '标准_退回.xlsx')
    return { sender, back, answer, returned: await desk.giveBack(answer.batch ?? 0, back) }
  }

  it('goes back with a hundred cells marked and a hundred comments beside those that were there', async () => {
    using desk = new Desk()
    const { answer, back, returned } = await sent(desk)
    expect(answer.rows).toMatchObject({ read: 150, new: 50, rejected: 100 })
    expect(returned).toMatchObject({ how: 'patched', cells: 100, rows: { accepted: 50, rejected: 100, review: 0 } })
    expect(commentsIn(back)).toHaveLength(102)
    const cover = textOf(back, 'xl/worksheets/sheet4.xml')
    expect(cover).toContain('收下 50 行，退回 100 行，待确认 0 行；下面列出 100 处')
    expect(cover.match(/<hyperlink /g)).toHaveLength(100)
    expect(textOf(back, 'xl/workbook.xml')).toMatch(/<sheets><sheet name="退回说明"/)
    expect(textOf(back, 'xl/workbook.xml')).toContain(`localSheetId="1">'市南区'`)
  })

  it('keeps every part byte by byte but those that must speak of the marks, macros and drawings included', async () => {
    using desk = new Desk()
    const { sender, back } = await sent(desk, true)
    const now = new Map(partsOf(readFileSync(back)).map(({ name, content }) => [name, content]))
    const before = partsOf(readFileSync(sender))
    const changed = before.filter(({ name, content }) => !Buffer.from(content).equals(Buffer.from(now.get(name) ?? ''))).map(({ name }) => name)
    expect(changed.toSorted()).toEqual([
      '[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml',
    ])
    // Of the sheets themselves only the style of marked cells, the selection and the link to the comments.
    const bare = (xml: string): string => xml.replaceAll(/ s="\d+"/g, '').replaceAll(/ tabSelected="1"|<legacyDrawing [^>]*>/g, '')
    for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) expect(bare(textOf(back, sheet))).toBe(bare(textOf(sender, sheet)))
    expect(textOf(back, 'xl/comments1.xml')).toContain('写全称，带年代号')
  })

  it('comes back repaired: a hundred records more, none twice, and nothing that was not marked is taken in again', async () => {
    using desk = new Desk()
    const { back } = await sent(desk)
    const repaired = desk.place('标准_退回_改好.xlsx')
    await correct(back, repaired, new Map([['市南区', repairs(1, 30, 60)], ['市北区', repairs(201, 20, 40)]]))
    const answer = await desk.import(repaired)
    expect(answer).toMatchObject({ corrects: 1, rows: { read: 150, new: 100, same: 50, rejected: 0, review: 0 }, records: { new: 100 } })
    expect(answer.notices.map(({ code, sheet }) => [code, sheet])).toEqual([['return_recognised', null], ['sheet_left_out', '填报说明']])
    expect(await desk.count()).toBe(150)
    expect((await desk.store.batches.get(2))?.summary['corrects']).toBe(1)
    const evidence = desk.store.db.prepare<[], { rows: number }>('SELECT count(*) AS rows FROM evidence e JOIN source s ON s.id = e.source WHERE s.batch = 2').get()
    expect(evidence?.rows).toBe(100)
    expect((await desk.import(repaired)).rows).toMatchObject({ read: 150, same: 150 })
  })

  it('is no longer open at its district once it has come back repaired', async () => {
    using desk = new Desk()
    const { back } = await sent(desk)
    const openOf = async (district: string) => {
      const reports = await districtReports({ columns: await createColumnsOwner(desk.store.columns, placesOf(null, null).city).current(), store: desk.store }, yearPeriod(2021))
      return reports.districts.find((report) => report.district === district)
    }
    expect(await openOf('市南区')).toMatchObject({ state: 'returned', refused: 60, records: 30, lists: 1 })
    const half = desk.place('标准_退回_改一半.xlsx')
    await correct(back, half, new Map([['市南区', repairs(1, 30, 60)]]))
    await desk.import(half)
    expect(await openOf('市南区')).toMatchObject({ state: 'received', refused: 0, records: 90, lists: 2 })
    expect(await openOf('市北区')).toMatchObject({ state: 'returned', refused: 40 })
  })

  it('goes back a second time with what is still wrong, and without the marks of what was put right', async () => {
    using desk = new Desk()
    const { back } = await sent(desk)
    const half = desk.place('改了一半.xlsx')
    await correct(back, half, new Map([['市南区', repairs(1, 30, 60)], ['市北区', repairs(201, 20, 40).slice(3)]]))
    expect(await desk.import(half)).toMatchObject({ corrects: 1, rows: { new: 97, same: 50, rejected: 3 } })
    const again = desk.place('再退回.xlsx')
    expect(await desk.giveBack(2, again)).toMatchObject({ how: 'patched', cells: 3 })
    expect(commentsIn(again)).toHaveLength(5)
    expect(textOf(again, 'xl/workbook.xml').match(/name="退回说明/g)).toHaveLength(1)
    expect(textOf(again, 'xl/worksheets/sheet4.xml')).toContain('下面列出 3 处')
    const boxes = partsOf(readFileSync(again)).filter(({ name }) => name.endsWith('.vml')).flatMap(({ content }) => content.toString().match(/<v:shape /g) ?? [])
    expect(boxes).toHaveLength(5)
    const repaired = desk.place('全改好.xlsx')
    await correct(again, repaired, new Map([['市北区', repairs(201, 20, 40).slice(0, 3)]]))
    expect(await desk.import(repaired)).toMatchObject({ corrects: 2, rows: { new: 3, same: 147, rejected: 0 } })
    expect(await desk.count()).toBe(150)
  })

  it('says which rows differ though they were not marked, and judges them', async () => {
    using desk = new Desk()
    const { back } = await sent(desk)
    const altered = desk.place('改了别的.xlsx')
    await correct(back, altered, new Map([['市南区', [...repairs(1, 30, 60), { row: firstSenderRow + 2, column: 2, value: '改过的名称' }]]]))
    const answer = await desk.import(altered, { dryRun: true })
    expect(answer.rows).toMatchObject({ new: 60, changed: 1, same: 49, rejected: 40 })
    expect(answer.notices.filter(({ code }) => code === 'return_row_altered').map(({ sheet, row }) => ({ sheet, row }))).toEqual([{ sheet: '市南区', row: firstSenderRow + 2 }])
  })

  it('judges every row of a sheet whose reporter is another one by now', async () => {
    using desk = new Desk()
    const { back } = await sent(desk)
    const moved = desk.place('换了单位.xlsx')
    await correct(back, moved, new Map([['市南区', [{ row: 2, column: 0, value: '填报单位：崂山区市场监管局' }]]]))
    const { notices } = await desk.import(moved, { dryRun: true })
    expect(notices.filter(({ code }) => code === 'return_table_changed').map(({ sheet }) => sheet)).toEqual(['市南区'])
  })

  it('is an ordinary file once its batch is undone, or where the batch is not known', async () => {
    using desk = new Desk()
    const { back } = await sent(desk)
    using other = new Desk()
    expect((await other.import(back, { dryRun: true })).notices[0]?.code).toBe('return_unknown')
    expect(await undoBatch(desk.store, 1, sampleClock)).toMatchObject({ ok: true })
    const answer = await desk.import(back, { dryRun: true })
    expect(answer).toMatchObject({ rows: { new: 50, rejected: 100 } })
    expect(answer.corrects).toBeUndefined()
    expect(answer.notices[0]?.code).toBe('return_unknown')
  })

  it('does not believe a mark that somebody wrote into another file', async () => {
    using desk = new Desk()
    const { back } = await sent(desk)
    const forged = desk.place('伪造.xlsx')
    await correct(back, forged, new Map([['市北区', Array.from({ length: 20 }, (_, index) => ({ row: firstSenderRow + index, column: 2, value: `冒名 ${index}` }))]]))
    const answer = await desk.import(forged, { dryRun: true })
    expect(answer.rows).toMatchObject({ changed: 20, same: 30, rejected: 100 })
    expect(answer.notices.filter(({ code }) => code === 'return_row_altered')).toHaveLength(20)
  })
})

describe('a form of this program that goes back', () => {
  const laoshan = '370212'
  const numberColumn = 2
  const rowsFrom = 5
  const otherCode = '91370200264624378P'

  /** A district's form with one right and one wrong code, under a name that says nothing. */
  async function filledForm(desk: Desk): Promise<string> {
    const form = desk.place('form.xlsx')
    const { districts } = await createImportServices(desk.store)
    expect(await writeTemplate({ kind: 'units', district: laoshan, out: form, today: sampleClock.today, at: 0 }, districts)).toMatchObject({ ok: true })
    const filled = desk.place('filled.xlsx')
    const line = (row: number, name: string, code: string): CellEdit[] => [{ row, column: 1, value: name }, { row, column: numberColumn, value: code }]
    await correct(form, filled, new Map([['填报表', [{ row: 2, column: 0, value: '' }, ...line(rowsFrom, '青岛甲有限公司', '91370200163562681G'), ...line(rowsFrom + 1, '青岛乙有限公司', '91370200163562681H')]]]))
    return filled
  }
  const districtsIn = async ({ store }: Desk) => (await store.records.all('unit')).map(({ values }) => values['district'])

  it('still tells its district when it returns, after the second time too', async () => {
    using desk = new Desk()
    expect((await desk.import(await filledForm(desk))).rows).toMatchObject({ new: 1, rejected: 1 })
    await desk.giveBack(1, desk.place('back.xlsx'))
    const still = desk.place('still.xlsx')
    await correct(desk.place('back.xlsx'), still, new Map([['填报表', [{ row: rowsFrom + 1, column: 1, value: '青岛丙有限公司' }]]]))
    const second = await desk.import(still)
    expect(second).toMatchObject({ corrects: 1, rows: { same: 1, rejected: 1 } })
    expect(second.notices.map(({ code }) => code)).not.toContain('return_table_changed')
    await desk.giveBack(2, desk.place('again.xlsx'))
    const repaired = desk.place('repaired.xlsx')
    await correct(desk.place('again.xlsx'), repaired, new Map([['填报表', [{ row: rowsFrom + 1, column: numberColumn, value: otherCode }]]]))
    expect(await desk.import(repaired)).toMatchObject({ corrects: 2, rows: { new: 1, same: 1 } })
    expect(await districtsIn(desk)).toEqual([laoshan, laoshan])
  })

  it('tells it also where its first import was never written', async () => {
    using desk = new Desk()
    const filled = await filledForm(desk)
    const services = await createImportServices(desk.store)
    const judged = await importFile(filled, { ...sampleClock, dryRun: true }, services)
    if (!judged.ok) throw new Error(judged.code)
    expect(await writeReturn(fileOfAnswer(filled, judged.value), { out: desk.place('back.xlsx'), at: sampleClock.at, today: sampleClock.today }, services)).toMatchObject({ ok: true })
    await desk.import(desk.place('back.xlsx'))
    expect(await districtsIn(desk)).toEqual([laoshan])
  })
})

describe('a workbook with a hidden sheet that was taken in', () => {
  const chosen = { sheets: ['市南区', '市北区'] }

  it('is marked there and read there again when it returns', async () => {
    using desk = new Desk()
    const sender = desk.place('标准.xlsx')
    const shown = partsOf(senderWorkbook([sheetOf('市南区', 1, 2, 1), sheetOf('市北区', 201, 2, 1)]))
    writeFileSync(sender, zipOf(shown.map((part) => (part.name === 'xl/workbook.xml' ? { ...part, content: String(part.content).replace('name="市北区"', 'name="市北区" state="hidden"') } : part))))
    expect((await desk.import(sender, chosen)).rows).toMatchObject({ new: 4, rejected: 2 })
    const back = desk.place('退回.xlsx')
    expect(await desk.giveBack(1, back)).toMatchObject({ how: 'patched', cells: 2 })
    const repaired = desk.place('改好.xlsx')
    await correct(back, repaired, new Map([['市南区', repairs(1, 2, 1)], ['市北区', repairs(201, 2, 1)]]))
    const answer = await desk.import(repaired)
    expect(answer).toMatchObject({ corrects: 1, rows: { read: 6, new: 2, same: 4 } })
    expect(answer.notices.map(({ code }) => code)).not.toContain('hidden_sheet_left_out')
    const { options } = await desk.store.batches.get(2) ?? {}
    expect(options?.['sheets']).toEqual(['退回说明', '市南区', '市北区', '填报说明'])
  })

  it('is copied with it where its format cannot be marked in place', async () => {
    using desk = new Desk()
    const sender = desk.place('标准.xls')
    const rows = (number: string): string[][] => [['标准编号', '标准名称'], [number, '甲'], ['没有', '乙']]
    writeFileSync(sender, libraryFileOf([{ name: '市南区', rows: rows('GB/T 40001-2021') }, { name: '市北区', state: 'hidden', rows: rows('GB/T 40002-2021') }], 'biff8'))
    expect((await desk.import(sender, chosen)).rows).toMatchObject({ new: 2, rejected: 2 })
    const back = desk.place('退回.xlsx')
    expect(await desk.giveBack(1, back)).toMatchObject({ how: 'copied', cells: 2 })
    expect(commentsIn(back)).toHaveLength(2)
    expect(textOf(back, 'xl/worksheets/sheet3.xml')).toContain(`'市北区'!A3`)
  })
})

describe('a correction that is undone and redone', () => {
  it('is read under the name of the file that it corrects, although that one is undone too', async () => {
    using desk = new Desk()
    const sender = desk.place('崂山区标准.xlsx')
    writeFileSync(sender, senderWorkbook([{ ...sheetOf('Sheet1', 1, 0, 1), title: '' }]))
    await desk.import(sender)
    await desk.giveBack(1, desk.place('退回.xlsx'))
    const repaired = desk.place('市北区改好.xlsx')
    await correct(desk.place('退回.xlsx'), repaired, new Map([['Sheet1', repairs(1, 0, 1)]]))
    expect(await desk.import(repaired)).toMatchObject({ corrects: 1, rows: { new: 1 } })
    const before = (await desk.store.records.all('standard')).map(({ values }) => values)
    expect(before).toMatchObject([{ reportedDistrict: '370212' }])
    for (const batch of [2, 1]) expect(await undoBatch(desk.store, batch, sampleClock)).toMatchObject({ ok: true })
    const plan = await planRedoOf(desk.register.path, 2, sampleClock, await createImportServices(desk.store))
    if (!plan.ok) throw new Error(plan.code)
    expect(plan.value.answer).toMatchObject({ records: { restored: 1, changed: 0, kept: 0 }, missing: [] })
    expect(await desk.store.apply(plan.value.changes)).toMatchObject({ ok: true })
    expect((await desk.store.records.all('standard')).map(({ values }) => values)).toEqual(before)
  })
})

describe.skipIf(!hasLibreOffice)('a returned workbook that another program has saved', () => {
  it('is recognised, as .xls too', async () => {
    using desk = new Desk()
    const sender = desk.place('标准.xlsx')
    writeFileSync(sender, senderWorkbook([sheetOf('市南区', 1, 5, 5)]))
    await desk.import(sender)
    await desk.giveBack(1, desk.place('标准_退回.xlsx'))
    const saved = desk.place('另存.xls')
    writeFileSync(saved, await convertWithLibreOffice(desk.place('标准_退回.xlsx'), 'xls'))
    expect(await desk.import(saved, { dryRun: true })).toMatchObject({ corrects: 1, rows: { read: 10, same: 5, rejected: 5 } })
  })
})

describe('a file of another format', () => {
  it('goes back as a workbook made of what was read, row for row, and is recognised when it returns', async () => {
    using desk = new Desk()
    const sender = desk.place('标准.csv')
    writeCsv(sender, [['标准编号', '标准名称', '发布日期'], ['GB/T 40001-2021', '甲', '2021-05-06'], ['没有', '乙', '2021-05-06'], ['GB/T 40003-2021', '丙', '2021-99-01']])
    const answer = await desk.import(sender)
    expect(answer.rows).toMatchObject({ new: 1, rejected: 2 })
    const back = desk.place('标准_退回.xlsx')
    expect(await desk.giveBack(1, back)).toMatchObject({ how: 'copied', cells: 2 })
    expect(commentsIn(back)).toHaveLength(2)
    const repaired = desk.place('改好.xlsx')
    await correct(back, repaired, new Map([['数据', [{ row: 3, column: 0, value: 'GB/T 40002-2021' }, { row: 4, column: 2, value: '2021-09-01' }]]]))
    expect(await desk.import(repaired)).toMatchObject({ corrects: 1, rows: { read: 3, new: 2, same: 1 } })
    expect(await desk.count()).toBe(3)
  })

  it('goes back with dates that say no more than they showed', async () => {
    using desk = new Desk()
    const sender = desk.place('标准.xml')
    const cell = (value: string) => `<Cell><Data ss:Type="String">${value}</Data></Cell>`
    const row = (number: string, title: string) => `<Row>${cell(number)}${cell(title)}<Cell ss:StyleID="month"><Data ss:Type="DateTime">2021-03-01T00:00:00.000</Data></Cell></Row>`
    writeFileSync(sender, `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="month"><NumberFormat ss:Format="yyyy-mm"/></Style></Styles>
      <Worksheet ss:Name="数据"><Table><Row>${cell('标准编号')}${cell('标准名称')}${cell('发布日期')}</Row>${row('GB/T 40001-2021', '甲')}${row('没有', '乙')}</Table></Worksheet></Workbook>`)
    expect((await desk.import(sender)).rows).toMatchObject({ new: 1, rejected: 1 })
    const back = desk.place('退回.xlsx')
    expect(await desk.giveBack(1, back)).toMatchObject({ how: 'copied', cells: 1 })
    const repaired = desk.place('改好.xlsx')
    await correct(back, repaired, new Map([['数据', [{ row: 3, column: 0, value: 'GB/T 40002-2021' }]]]))
    const answer = await desk.import(repaired)
    expect(answer).toMatchObject({ corrects: 1, rows: { read: 2, new: 1, same: 1 } })
    expect(answer.notices.flatMap(({ row, code }) => (row === null ? [] : [[row, code]]))).toEqual([[3, 'month_precision']])
    expect((await desk.store.records.all('standard')).map(({ values }) => values)).toMatchObject([{ publishedOn: '2021-03' }, { publishedOn: '2021-03' }])
  })

  it('goes back as its headings and the rows in question, where they stood, when it is a long one', async () => {
    using desk = new Desk()
    const sender = desk.place('长.csv')
    const rows = Array.from({ length: 20_010 }, (_, index) => [index === 15_000 ? '没有' : `GB/T ${100_000 + index}-2021`, '某标准'])
    writeCsv(sender, [['标准编号', '标准名称'], ...rows])
    await desk.import(sender)
    const back = desk.place('退回.xlsx')
    expect(await desk.giveBack(1, back)).toMatchObject({ how: 'excerpt', cells: 1, rows: { accepted: 20_009, rejected: 1 } })
    const repaired = desk.place('改好.xlsx')
    await correct(back, repaired, new Map([['数据', [{ row: 15_002, column: 0, value: 'GB/T 115000-2021' }]]]))
    expect(await desk.import(repaired)).toMatchObject({ corrects: 1, rows: { read: 1, new: 1 } })
  })

  it('is opened with its password when it is a protected one, and refused without', async () => {
    using desk = new Desk()
    await desk.import(join(samplesFolder, '96_加密工作簿_密码qd2022.xlsx'), { password: 'qd2022' })
    expect(await desk.giveBack(1, desk.place('退回.xlsx'), 'qd2022')).toMatchObject({ how: 'copied', cells: 0 })
    await expect(desk.giveBack(1, desk.place('没有.xlsx'))).rejects.toThrow('encrypted')
    expect(existsSync(desk.place('没有.xlsx'))).toBe(false)
  })

  it('marks the fault of each of two tables on one sheet', async () => {
    using desk = new Desk()
    const sender = desk.place('两张.csv')
    writeCsv(sender, [['标准编号', '标准名称'], ['没有', '甲'], ['GB/T 40001-2021', '乙'], ['', ''], ['注册号', '商标名称', '类别'], ['12345678', '海', '35'], ['12345679', '山', '99']])
    const answer = await desk.import(sender)
    expect(answer.rejected.map(({ row, column }) => `${column}${row}`)).toEqual(['A2', 'C7'])
    const back = desk.place('退回.xlsx')
    expect(await desk.giveBack(1, back)).toMatchObject({ cells: 2 })
    const repaired = desk.place('改好.xlsx')
    await correct(back, repaired, new Map([['数据', [{ row: 2, column: 0, value: 'GB/T 40002-2021' }, { row: 7, column: 2, value: '9' }]]]))
    expect(await desk.import(repaired)).toMatchObject({ corrects: 1, rows: { read: 4, new: 2, same: 2 } })
  })

  it.each(['90_脏数据_标准.xlsx', '94_脏数据_单位.xlsx', '13_incoPat导出_青岛_20220110.xls'])('gives back %s with a comment for every cell that it lists', async (file) => {
    using desk = new Desk()
    const answer = await desk.import(join(samplesFolder, file))
    const back = desk.place('退回.xlsx')
    const { cells } = await desk.giveBack(1, back)
    expect(cells).toBeGreaterThanOrEqual(answer.rows.rejected + answer.rows.review)
    expect(commentsIn(back)).toHaveLength(cells)
    const again = await desk.import(back, { dryRun: true })
    expect(again.rows).toMatchObject({ new: 0, changed: 0, rejected: answer.rows.rejected, review: answer.rows.review })
  })
})
