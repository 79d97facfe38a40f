import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeCsv } from '../../../../src/main/workbook/write/list/csvWriter'
import type { ListValue } from '../../../../src/main/workbook/write/list/listWriter'
import { looksLikeFormula, unguardFormula } from '../../../../src/shared/domain/formulaGuard'
import { injectionTexts } from './injectionTexts'

const columns = [{ header: '名称' }, { header: '数量' }]

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'))
  path = join(folder, '清单.csv')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function writtenRows(rows: ListValue[][]): Promise<string[][]> {
  await writeCsv(path, { columns, rows: [rows] })
  return Papa.parse<string[]>((await readFile(path, 'utf8')).slice(1), { newline: '\r\n', skipEmptyLines: 'greedy' }).data.slice(1)
}

describe('a list written as CSV', () => {
  it('begins with a byte order mark and ends its lines as Excel does', async () => {
    const written = await writeCsv(path, { columns, rows: [[['青岛，市', 1], ['a,"b"', -2.5], [null, null]]] })
    expect(await readFile(path, 'utf8')).toBe('\uFEFF名称,数量\r\n青岛，市,1\r\n"a,""b""",-2.5\r\n,\r\n')
    expect(written).toMatchObject({ ok: true, value: { rows: 3, replacedTexts: 0 } })
  })

  it('brings every text back through a parser', async () => {
    const texts = ['多行\r\n文字', '  空格 ', 'a;b|c\td', '"', "'", "''=1", '00123', '']
    expect((await writtenRows(texts.map((text) => [text, 0]))).map(([text]) => unguardFormula(text ?? ''))).toEqual(texts)
  })

  it('holds no field a spreadsheet would calculate, and gives the attack texts back', async () => {
    const fields = (await writtenRows(injectionTexts.map((text) => [text, -1]))).map(([text]) => text ?? '')
    expect(fields.filter(looksLikeFormula)).toEqual([])
    expect(fields.map(unguardFormula)).toEqual(injectionTexts)
  })

  it('counts texts with characters that UTF-8 cannot hold', async () => {
    expect(await writeCsv(path, { columns, rows: [[['坏\uD800字', 1], ['好字', 1]]] })).toMatchObject({ ok: true, value: { replacedTexts: 1 } })
  })

  it('leaves nothing behind when it is cancelled', async () => {
    expect(await writeCsv(path, { columns, rows: [[['a', 1]]], signal: AbortSignal.abort() })).toEqual({ ok: false, code: 'job_cancelled' })
    expect(await readdir(folder)).toEqual([])
  })
})
