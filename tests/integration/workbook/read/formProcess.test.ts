import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createFormDesk } from '../../../../src/main/register/fill/formDesk'
import { openFormProcess, type FormReading, type OpenForm } from '../../../../src/main/workbook/forms/formClient'
import { launchChildParser, type ParserLimits } from '../../../../src/main/workbook/parserClient'
import { readPdfApart } from '../../../../src/main/workbook/pdfClient'
import { annotateWorkbook } from '../../../../src/main/workbook/annotate/annotateWorkbook'
import type { CoverSheet, FormMarks } from '../../../../src/main/workbook/forms/formMarks'
import { writeFileAtomically } from '../../../../src/main/workbook/write/atomicFile'
import { readFormSheets } from '../../../../src/main/workbook/patch/formSheets'
import { readWords } from '../../../../src/main/workbook/patch/sheetWords'
import { openForm } from '../../../../src/main/workbook/patch/templatePackage'
import { Refusal, type Failure } from '../../../../src/shared/domain/result'
import { messageOf } from '../../../../src/shared/text/failureText'
import { buildParser } from '../../../support/builtParser'
import { fillFile } from '../../../support/workbooks/fillFile'
import { listTemplate } from '../../../support/workbooks/listTemplate'
import { richTemplate } from '../../../support/workbooks/richTemplate'
import { manySheets, sharedStringsXml, stylesXml, workbookOf } from '../../../support/workbooks/workbookParts'

const hostile = join(import.meta.dirname, '../../../fixtures/hostile')
const province = join(import.meta.dirname, '../../../../resources/samples/30_省局上报模板_F2.xlsx')
const folder = mkdtempSync(join(tmpdir(), 'form-process-'))
const limits: ParserLimits = { silenceMs: 9_000, maxMemoryBytes: 1024 ** 3 }
let entry = ''

beforeAll(async () => { entry = await buildParser() })
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const open: OpenForm = (path, reading) => openFormProcess(path, reading, () => launchChildParser(entry), limits)

/** A program that stands where the parser does, as one that a file has taken over. */
function takenOver(name: string, code: string, path = province): Promise<FormReading> {
  const script = file(`${name}.mjs`, code)
  return openFormProcess(path, 'form', () => launchChildParser(script), { ...limits, silenceMs: 2_000 })
}

async function failureOf(asked: Promise<unknown>): Promise<Failure> {
  const outcome = await asked.then(() => undefined, (error: unknown) => error)
  if (outcome instanceof Refusal) return outcome.failure
  throw outcome ?? new Error('nothing was refused')
}

/** The most that this process holds beyond what it held, in MB, while something is asked. */
async function growthOf<T>(ask: () => Promise<T>): Promise<{ answer: T; mb: number }> {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, 10)
  try {
    const answer = await ask()
    return { answer, mb: (Math.max(most, process.memoryUsage.rss()) - before) / 1024 ** 2 }
  } finally {
    clearInterval(timer)
  }
}

const answering = (answer: string): string => `process.stdin.on('data', () => { ${answer} })`
const saying = (value: unknown): string => answering(`console.log(${JSON.stringify(JSON.stringify({ type: 'answer', value }))})`)

describe('a received form in a process of its own', () => {
  it.each([['the province’s form', readFileSync(province)], ['a form of every shape', richTemplate({ calculated: true })], ['a list', listTemplate()]])('%s: its words, looks and filled bytes are those of this process', async (_, content) => {
    const path = file('form.xlsx', content)
    const [form, here] = [await open(path), await openForm(path)]
    const words = await readWords(here)
    expect([...form.words].map(([name, { texts, results }]) => [name, [...texts], [...results()]])).toEqual([...words].map(([name, { texts, results }]) => [name, [...texts], [...results()]]))
    expect(await form.looks()).toEqual(await readFormSheets(here))
    const edits = new Map([[here.sheets[0]?.name ?? '', [{ row: 40, column: 2, value: 7 }, { row: 41, column: 1, value: { share: 0.5, printed: '50%' } }, { row: 42, column: 3, value: '字<&>' }]]])
    expect(await form.fill(edits, join(folder, 'there.xlsx'))).toMatchObject({ ok: true })
    await fillFile(here, edits, join(folder, 'here.xlsx'))
    expect(readFileSync(join(folder, 'there.xlsx')).equals(readFileSync(join(folder, 'here.xlsx')))).toBe(true)
    here.close()
    form.close()
  })

  it('is marked as in this process, and says before what it is', async () => {
    const path = file('marked.xlsx', richTemplate({ calculated: true }))
    const cover: CoverSheet = { name: '退回说明', title: '退回', facts: ['1 行'], how: '如何', instructions: ['改'], headings: ['序号', '表', '格', '值', '错', '改'], lines: [{ sheet: '附表 1', cell: 'B4', value: '1', rgb: 'FFC7CE', wrong: '错', remedy: '改' }], nothing: '无', footer: '第 1 页' }
    const marks: FormMarks = { cells: [['附表 1', [{ row: 4, column: 1, rgb: 'FFC7CE', text: '请改' }]]], author: '退回更正', colours: ['FFC7CE'], cover, mark: '{}' }
    const form = await open(path, 'list')
    expect(await form.markable(['附表 1'])).toEqual({ canBeMarked: true, macros: false, mark: null })
    expect(await form.mark(marks, join(folder, 'there.xlsx'))).toEqual({ ok: true, value: { cells: 1 } })
    form.close()
    const here = await openForm(path)
    await writeFileAtomically(join(folder, 'here.xlsx'), undefined, (sink) => annotateWorkbook(here, marks, sink))
    here.close()
    expect(readFileSync(join(folder, 'there.xlsx')).equals(readFileSync(join(folder, 'here.xlsx')))).toBe(true)
  })

  it('refuses a cell with its place, and is asked on', async () => {
    const form = await open(file('calculated.xlsx', richTemplate({ calculated: true })))
    const out = join(folder, 'refused.xlsx')
    expect(await form.fill(new Map([['附表 1', [{ row: 4, column: 3, value: 1 }]]]), out)).toMatchObject({ ok: false, code: 'template_cell_taken', at: { sheet: '附表 1', row: 4, column: 'D' } })
    expect(await form.canGrow({ sheet: '附表 1', from: 5, by: 1 })).toBeTypeOf('boolean')
    form.close()
  })

  it('is given up while it is filled', async () => {
    const form = await open(province)
    const filled = form.fill(new Map([['附表2', [{ row: 6, column: 2, value: 1 }]]]), join(folder, 'given-up.xlsx'), { signal: AbortSignal.abort() })
    expect(await filled).toMatchObject({ ok: false, code: 'job_cancelled' })
    form.close()
  })
})

function formOf(rows: string): Buffer {
  return workbookOf(`<sheetData>${rows}</sheetData>`, { 'xl/sharedStrings.xml': sharedStringsXml(), 'xl/styles.xml': stylesXml() })
}

/** One formula over and over, a megabyte of text for each of thousands of cells that share it. */
function multipliedFormula(): Buffer {
  const rows = Array.from({ length: 3_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><f t="shared" si="0"/></c></row>`).join('')
  return formOf(`<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A9000">${'A1+'.repeat(300_000)}A1</f></c></row>${rows}`)
}

function manyTexts(): Buffer {
  const row = (number: number): string => `<row r="${number}">${Array.from({ length: 25 }, (_, at) => `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>字</t></is></c>`).join('')}</row>`
  return formOf(`${Array.from({ length: 10_000 }, (_, at) => row(at + 1)).join('')}`)
}

describe('a hostile form ends its own process: this one is told in words and does not grow', () => {
  it.each<[string, () => string, Failure['code'][]]>([
    ['a part that unpacks to 2 GB', () => join(hostile, '01_压缩炸弹_工作表.xlsx'), ['too_large']],
    ['sheets of 75 MB', () => file('large.xlsx', manySheets(5, 15 * 1024 ** 2)), ['too_large']],
    ['a formula that is a gigabyte when it is written out', () => file('formula.xlsx', multipliedFormula()), ['too_large', 'parser_stopped']],
    ['250,000 texts', () => file('texts.xlsx', manyTexts()), ['too_large']],
    ['entities that multiply', () => join(hostile, '03_实体膨胀.xlsx'), ['document_type']],
  ])('%s', async (_, path, codes) => {
    const given = path()
    const { answer, mb } = await growthOf(() => failureOf(open(given)))
    expect(codes).toContain(answer.code)
    expect(messageOf(answer)).toMatch(/[\u4e00-\u9fff]/u)
    expect(mb).toBeLessThan(40)
  })

  it.each<[string, string, string]>([
    ['says nothing', 'setInterval(() => {}, 1000)', 'silence'],
    ['dies', 'process.exit(3)', 'exit'],
    ['says what is no message', 'console.log("hello"); setInterval(() => {}, 1000)', 'message'],
    ['answers in another shape', saying({ sheets: [{ name: 1 }] }), 'message'],
    ['describes cells that no sheet has', saying({ sheets: [{ name: '表', texts: [['ZZZZ1', '字']], results: [], merges: [] }] }), 'message'],
    ['refuses by a code that there is none of', answering('console.log(JSON.stringify({ type: "refused", failure: { ok: false, code: "gone" } }))'), 'message'],
    ['never ends its line', 'const piece = "x".repeat(1 << 20); const go = () => { while (process.stdout.write(piece)) {} process.stdout.once("drain", go) }; go()', 'exit'],
    ['says what nobody asked for', 'setInterval(() => { for (let i = 0; i < 100; i++) console.log("{}") }, 1)', 'message'],
  ])('whose program %s', async (name, code, what) => {
    const { answer, mb } = await growthOf(() => failureOf(takenOver(name, code)))
    expect(answer).toMatchObject({ code: 'parser_stopped', details: { what } })
    expect(mb).toBeLessThan(150)
  })

  it('whose program fills without end: nothing is written', async () => {
    const described = JSON.stringify(JSON.stringify({ type: 'answer', value: { sheets: [] } }))
    const endless = `let asked = 0; const piece = JSON.stringify({ type: 'bytes', bytes: Buffer.alloc(1 << 20).toString('base64') }); process.stdin.on('data', () => console.log(asked++ === 0 ? ${described} : piece))`
    const form = await takenOver('endless', endless)
    const out = join(folder, 'endless.xlsx')
    const { answer, mb } = await growthOf(() => form.fill(new Map(), out))
    expect(answer).toMatchObject({ ok: false, code: 'parser_stopped' })
    expect(() => readFileSync(out)).toThrow()
    expect(mb).toBeLessThan(150)
  })
})

function pdfOf(mark: string, streamBytes: number, streams: number): Buffer {
  const stream = deflateSync(Buffer.alloc(streamBytes))
  const object = (number: number): Buffer => Buffer.concat([Buffer.from(`\n${number} 0 obj\n<<\n/Length ${stream.length}\n/Filter /FlateDecode\n>>\nstream\n`), stream, Buffer.from('\nendstream\nendobj')])
  return Buffer.concat([Buffer.from(`%PDF-1.7 ${mark}`), ...Array.from({ length: streams }, (_, at) => object(at + 1))])
}

describe('a PDF that is to be proved', () => {
  const mark = 'ab'.repeat(32)
  const read = (path: string) => readPdfApart(path, [mark, 'cd'.repeat(32)], () => launchChildParser(entry), limits)

  it('says which of the marks it bears, and what it consists of', async () => {
    expect(await read(file('small.pdf', pdfOf(mark, 1_000, 2)))).toEqual({ marks: [mark], keywords: null, editions: null, parts: expect.stringMatching(/^[0-9a-f]{64}$/u) })
  })

  it('is unpacked where it can do no harm', async () => {
    const path = file('large.pdf', pdfOf(mark, 64 * 1024 ** 2, 40))
    const { answer, mb } = await growthOf(() => read(path).then(() => null, (error: unknown) => error))
    if (answer !== null) expect(answer).toMatchObject({ failure: { code: expect.stringMatching(/parser_stopped|too_large/u) } })
    expect(mb).toBeLessThan(40)
  })
})

describe('the desk of forms', () => {
  function desk(idleMs?: number) {
    const opened: FormReading[] = []
    const opener = vi.fn<OpenForm>(async (path, reading) => {
      const form = await open(path, reading)
      opened.push(form)
      return form
    })
    return { opened, opener, ask: createFormDesk(opener, idleMs) }
  }

  it('asks on in the same process, reads a file anew that was saved meanwhile, and starts another process where one has died', async () => {
    const { opened, opener, ask } = desk()
    const path = file('kept.xlsx', richTemplate())
    for (const _ of [1, 2]) (await ask(path)).close()
    expect(opener).toHaveBeenCalledTimes(1)
    file('kept.xlsx', listTemplate())
    const again = await ask(path)
    expect([opened[0]?.isOver, opener.mock.calls.length]).toEqual([true, 2])
    again.close()
    opened[1]?.close()
    const third = await ask(path)
    expect(await third.looks()).not.toEqual([])
    expect(opener).toHaveBeenCalledTimes(3)
    third.close()
    opened[2]?.close()
  })

  it('lets a form go that nobody asks about', async () => {
    const { opened, ask } = desk(50)
    ;(await ask(province)).close()
    expect(opened[0]?.isOver).toBe(false)
    await vi.waitFor(() => expect(opened[0]?.isOver).toBe(true))
  })
})
