import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writePdf, type PdfOptions } from '../../../../src/main/workbook/print/pdfWriter'
import type { FormSheet } from '../../../../src/main/workbook/write/form/formTypes'
import { drawPrinted } from '../../../../src/main/workbook/write/form/printedForm'
import { chineseFace, madeCollection, madeFont } from '../../../support/workbooks/madeFont'
import { readPdf } from '../../../support/workbooks/readPdf'

/** Forms on paper, with fonts made for the test. */
const folder = mkdtempSync(join(tmpdir(), 'print-'))
const fonts = join(folder, 'fonts')
const out = (name: string): string => join(folder, name)

beforeAll(() => {
  mkdirSync(join(fonts, 'deeper'), { recursive: true })
  writeFileSync(join(fonts, 'song.ttf'), madeFont(chineseFace('SimSun', { otherFamily: '宋体' })))
  writeFileSync(join(fonts, 'deeper', 'hei.ttc'), madeCollection([chineseFace('Other'), chineseFace('SimHei')]))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const options = (forms: readonly FormSheet[], more: Partial<PdfOptions> = {}): PdfOptions => ({
  forms, title: forms[0]?.title ?? '', footer: '第 &P 页，共 &N 页', creator: '标知台账', createdAt: Date.UTC(2021, 11, 31), folders: [fonts], ...more,
})

/** A form with a header of two rows, merged cells and `count` rows. */
function form(count: number, more: Partial<FormSheet> = {}): FormSheet {
  return {
    kind: 'form', name: '统计表', title: '2021年青岛市专利统计表', paper: 'A4',
    subtitle: { left: '填报单位：青岛市市场监督管理局（盖章）', middle: '截止日期：2021年12月31日', right: '单位：件' },
    columns: [{}, {}, {}, {}],
    header: [
      { row: 0, column: 0, rowSpan: 2, text: '序号' }, { row: 0, column: 1, rowSpan: 2, text: '地区' }, { row: 0, column: 2, colSpan: 2, text: '授权量' },
      { row: 1, column: 2, text: '发明' }, { row: 1, column: 3, text: '占比（%）' },
    ],
    rows: Array.from({ length: count }, (_, row) => [{ value: row + 1, align: 'center' as const }, { value: `第${row + 1}区` }, { value: row * 1000 }, { value: 0.125, format: '0.0%' as const }]),
    notes: ['注：1.授权公告日在统计期内。', '　　2.数据来源：台账。'], signature: '单位负责人：　　　填表人：',
    ...more,
  }
}

const withoutSpace = (texts: readonly string[]): string => texts.join('').replaceAll(/\s/gu, '')
const cellsOf = (sheet: FormSheet): string => withoutSpace(drawPrinted(sheet).cells.map(({ text }) => text))

describe('a printed form', () => {
  it('has the text of every cell, in the order of the sheet, and the number of its page', async () => {
    const sheet = form(5)
    expect(await writePdf(out('one.pdf'), options([sheet]))).toEqual({ ok: true, value: { pages: 1, replacedFonts: [], missingCharacters: '' } })
    const { pages } = readPdf(out('one.pdf'))
    expect(pages.map(({ texts }) => withoutSpace(texts))).toEqual([`第1页，共1页${cellsOf(sheet)}`])
  })

  it('repeats its header on every page with rows, and loses none between two pages', async () => {
    const sheet = form(90)
    expect(await writePdf(out('long.pdf'), options([sheet]))).toMatchObject({ ok: true, value: { pages: 6 } })
    const pages = readPdf(out('long.pdf')).pages.map(({ texts }) => withoutSpace(texts))
    const header = '序号地区授权量发明占比（%）'
    expect(pages.map((text) => text.split(header).length - 1)).toEqual(pages.map(() => 1))
    const whole = pages.map((text, index) => text.replace(`第${index + 1}页，共6页`, '').replace(index === 0 ? '' : header, '')).join('')
    expect(whole).toBe(cellsOf(sheet))
  })

  it('is drawn a little smaller rather than signed on a page of its own', async () => {
    expect(await writePdf(out('nearly.pdf'), options([form(17)]))).toMatchObject({ value: { pages: 1 } })
  })

  it('is as large as its paper, and set in the faces of official documents where asked', async () => {
    const pageOf = (name: string): string => /\/MediaBox \[([^\]]+)\]/u.exec(readFileSync(out(name), 'latin1'))?.[1] ?? ''
    await writePdf(out('a3.pdf'), options([form(3, { paper: 'A3' })]))
    expect(pageOf('a3.pdf')).toBe('0 0 1190.55 841.89')
    const official = await writePdf(out('official.pdf'), options([form(3, { lettering: 'official' })]))
    expect(pageOf('official.pdf')).toBe('0 0 841.89 595.28')
    expect(official).toMatchObject({ ok: true, value: { replacedFonts: expect.arrayContaining([{ asked: '方正小标宋简体', used: expect.any(String) }, { asked: '仿宋_GB2312', used: expect.any(String) }]) } })
    mkdirSync(join(folder, 'official'), { recursive: true })
    for (const [name, face] of [['f', 'FangSong'], ['k', '楷体'], ['h', 'SimHei'], ['b', '方正小标宋_GBK']] as const) writeFileSync(join(folder, 'official', `${name}.ttf`), madeFont(chineseFace(face)))
    // The page's number is set in 宋体, which this computer lacks.
    expect(await writePdf(out('faces.pdf'), options([form(3, { lettering: 'official' })], { folders: [join(folder, 'official')] }))).toMatchObject({ value: { replacedFonts: [{ asked: '宋体' }] } })
  })

  it('keeps notes and signature beside the last row', async () => {
    await writePdf(out('tail.pdf'), options([form(40)]))
    const last = readPdf(out('tail.pdf')).pages.at(-1)?.texts ?? []
    expect(withoutSpace(last)).toContain('第40区')
    expect(withoutSpace(last)).toContain('单位负责人：填表人：')
  })

  it('follows further forms page after page, counted together', async () => {
    await writePdf(out('two.pdf'), options([form(2), form(3, { title: '汇总', paper: 'A3' })]))
    const { pages } = readPdf(out('two.pdf'))
    expect(pages.map(({ texts }) => withoutSpace(texts).slice(0, 8))).toEqual(['第1页，共2页2', '第2页，共2页汇'])
  })

  it('wraps a long text between characters, and shows it whole', async () => {
    const text = '青岛市崂山区标准化研究院与知识产权保护中心'.repeat(12)
    const sheet = form(1, { columns: [{}, { maxWidth: 12 }, {}, {}], rows: [[{ value: 1 }, { value: text }, { value: 1 }, { value: 1 }]] })
    await writePdf(out('wrapped.pdf'), options([sheet]))
    expect(withoutSpace(readPdf(out('wrapped.pdf')).pages.flatMap(({ texts }) => texts))).toContain(text)
  })

  it('bears its title, its date and its mark, and no other time', async () => {
    await writePdf(out('info.pdf'), options([form(1)], { mark: 'a'.repeat(64) }))
    const { info } = readPdf(out('info.pdf'))
    expect(info).toMatchObject({ CreationDate: '(D:20211231000000Z)', ModDate: '(D:20211231000000Z)', Keywords: `(${'a'.repeat(64)})` })
  })

  it('is the same to the byte when it is written again', async () => {
    await writePdf(out('first.pdf'), options([form(30)]))
    await writePdf(out('again.pdf'), options([form(30)]))
    expect(checksum('again.pdf')).toBe(checksum('first.pdf'))
  })
})

describe('fonts', () => {
  it('are embedded by the role they have in the form', async () => {
    await writePdf(out('roles.pdf'), options([form(1)]))
    expect(readPdf(out('roles.pdf')).fonts.toSorted()).toEqual([chineseFace('SimHei').postscriptName, chineseFace('SimSun').postscriptName])
  })

  it('that are not there are replaced, and named', async () => {
    const only = fontFolder('only', chineseFace('Noto Serif CJK SC'))
    expect(await writePdf(out('replaced.pdf'), options([form(1)], { folders: [only] }))).toMatchObject({
      value: { replacedFonts: expect.arrayContaining([{ asked: '黑体', used: 'Noto Serif CJK SC' }, { asked: '宋体', used: 'Noto Serif CJK SC' }]) },
    })
  })

  it('lend each other what one of them lacks; what none has stands as 〓 and is told', async () => {
    const two = fontFolder('two', chineseFace('SimSun'), { ...chineseFace('Rare'), ranges: [[0x2_0000, 0x2_0010]] })
    const sheet = form(1, { rows: [[{ value: 1 }, { value: '张𠀀𫠣' }, { value: 1 }, { value: 1 }]] })
    expect(await writePdf(out('rare.pdf'), options([sheet], { folders: [two] }))).toMatchObject({ value: { missingCharacters: '𫠣' } })
    expect(withoutSpace(readPdf(out('rare.pdf')).pages[0]?.texts ?? [])).toContain('张𠀀〓')
  })

  it('that cannot be read give way to the next', async () => {
    const damaged = fontFolder('damaged', chineseFace('SimSun'), chineseFace('NSimSun'))
    const withoutMetrics = readFileSync(join(damaged, '0.ttf'))
    withoutMetrics.write('none', withoutMetrics.indexOf('hhea'), 'latin1')
    writeFileSync(join(damaged, '0.ttf'), withoutMetrics)
    writeFileSync(join(damaged, 'text.ttf'), 'no font at all')
    writeFileSync(join(damaged, 'cut.ttf'), withoutMetrics.subarray(0, 200))
    expect(await writePdf(out('damaged.pdf'), options([form(1)], { folders: [damaged] }))).toMatchObject({ ok: true })
    expect(readPdf(out('damaged.pdf')).fonts).toEqual([chineseFace('NSimSun').postscriptName])
  })

  it('without a Chinese one are refused, and no file is left', async () => {
    const latin = fontFolder('latin', { family: 'Latin', postscriptName: 'Latin', ranges: [[0x20, 0x7e]] })
    expect(await writePdf(out('none.pdf'), options([form(1)], { folders: [latin, join(folder, 'not there')] }))).toMatchObject({ ok: false, code: 'no_chinese_font' })
    expect(existsSync(out('none.pdf'))).toBe(false)
  })
})

describe('a long list', () => {
  it('says how far it is, and leaves no file when it is given up', async () => {
    const controller = new AbortController()
    const told: [number, number][] = []
    const written = await writePdf(out('given-up.pdf'), options([form(400)], {
      signal: controller.signal,
      onProgress: (rows, total) => {
        told.push([rows, total])
        if (told.length === 3) controller.abort()
      },
    }))
    expect(written).toMatchObject({ ok: false, code: 'job_cancelled' })
    expect(told.map(([rows, total]) => rows < total)).toEqual([true, true, true])
    expect(readdirSync(folder).filter((name) => name.startsWith('given-up') || name.endsWith('.part'))).toEqual([])
  })
})

function fontFolder(name: string, ...faces: Parameters<typeof madeFont>[0][]): string {
  const path = join(folder, name)
  mkdirSync(path)
  faces.forEach((face, index) => writeFileSync(join(path, `${index}.ttf`), madeFont(face)))
  return path
}

function checksum(name: string): string {
  return createHash('sha256').update(readFileSync(out(name))).digest('hex')
}
