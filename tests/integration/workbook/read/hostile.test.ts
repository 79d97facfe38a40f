import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../../src/shared/domain/result'
import { cellAt, readFile, refusalOf, textOf } from '../../../support/workbooks/readWorkbookFile'

const folder = join(import.meta.dirname, '../../../fixtures/hostile')
const names = readdirSync(folder)

/** Files are named by number here, as in their manifest. */
function hostile(number: string): string {
  const name = names.find((candidate) => candidate.startsWith(`${number}_`))
  if (!name) throw new Error(`no hostile file ${number}`)
  return join(folder, name)
}

const titles = ['T/HOST 001-2021', 'T/HOST 002-2021', 'T/HOST 003-2021']

describe('hostile files that are refused', () => {
  it.each<[string, string, Partial<Failure>]>([
    ['01', 'a part that unpacks to 2 GB', { code: 'too_large' }],
    ['03', 'entities that multiply', { code: 'document_type' }],
    ['04', 'an external entity', { code: 'document_type' }],
    ['07', 'a cut archive', { code: 'damaged' }],
    ['08', 'a wrong checksum', { code: 'damaged' }],
    ['09', 'two sheets of one name', { code: 'ambiguous_file' }],
    ['10', 'two sheets that differ in case', { code: 'ambiguous_file' }],
    ['11', 'missing shared strings', { code: 'damaged' }],
    ['20', 'bytes no XML may hold', { code: 'damaged' }],
    ['27', 'nothing', { code: 'empty_file' }],
    ['28', 'a PDF', { code: 'not_a_table', details: { what: 'pdf' } }],
    ['29', 'an image', { code: 'not_a_table', details: { what: 'image' } }],
    ['31', 'a sector chain in a circle', { code: 'damaged' }],
  ])('%s: %s', async (number, _, failure) => {
    expect(await refusalOf(hostile(number))).toMatchObject(failure)
  })
})

describe('hostile files that are read', () => {
  it.each([
    ['02', 'parts no sheet needs'], ['05', 'deep nesting'], ['06', 'names that leave the folder'], ['13', '70,000 formats'],
    ['14', 'a dimension of a million rows'], ['15', '16,384 columns'], ['16', '100,000 merges'], ['17', 'merges over the whole sheet'],
    ['23', 'markup as text'], ['24', 'links to a share'], ['25', 'macros'], ['32', 'a page with scripts'],
  ])('%s: %s', async (number) => {
    const { sheets } = await readFile(hostile(number))
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.rows.slice(1).map((row) => row.cells[0])).toEqual(titles)
  })

  it('12: an index without a string is an error of that cell alone', async () => {
    const { sheets } = await readFile(hostile('12'))
    const cells = sheets[0]!.rows.flatMap((row) => row.cells)
    expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([{ e: 'shared_string_missing' }])
    expect(sheets[0]!.rows).toHaveLength(4)
  })

  it('15: a row may have 16,384 cells', async () => {
    const { sheets } = await readFile(hostile('15'))
    expect(sheets[0]!.rows.map((row) => row.cells.length)).toEqual([16_384, 16_384, 16_384, 16_384])
  })

  it('16 and 17: merges are handed over whatever their number and size', async () => {
    expect((await readFile(hostile('16'))).sheets[0]?.tail.merges).toHaveLength(100_000)
    expect((await readFile(hostile('17'))).sheets[0]?.tail.merges.some((merge) => merge.bottom === 1_048_576)).toBe(true)
  })

  it('18: a text of 40,000 characters is whole', async () => {
    const { sheets } = await readFile(hostile('18'))
    expect(sheets[0]!.rows.flatMap((row) => row.cells).some((cell) => typeof cell === 'string' && cell.length === 40_000)).toBe(true)
  })

  it('19: escaped control characters arrive as they are', async () => {
    const { sheets } = await readFile(hostile('19'))
    const text = sheets[0]!.rows.flatMap((row) => row.cells.map(textOf)).join('')
    expect(text).toContain('\u0000')
    expect(text).toContain('\u0007')
    expect(/[\ud800-\udfff]/.test(text)).toBe(true)
    expect(text).toContain('\u202e')
  })

  it.each(['21', '22'])('%s: texts that look like formulas stay texts', async (number) => {
    const { sheets } = await readFile(hostile(number))
    const names = sheets[0]!.rows.slice(1).map((row) => row.cells[1])
    expect(names).toHaveLength(6)
    expect(names.every((name) => typeof name === 'string' && /^[=+\-@\t\r\n]/.test(name))).toBe(true)
  })

  it('25: macros are told of', async () => {
    expect((await readFile(hostile('25'))).info.macros).toBe(true)
  })

  it('26: numbers that are none are errors, extreme ones stay', async () => {
    const { sheets } = await readFile(hostile('26'))
    expect(['D2', 'D3', 'D4'].map((address) => cellAt(sheets[0]!, address))).toEqual([1e308, -44_260, { e: 'bad_number' }])
  })

  it('30: an open quotation mark spoils its own row only', async () => {
    const { sheets } = await readFile(hostile('30'))
    const rows = sheets[0]!.rows
    expect(rows.slice(1, 4).map((row) => row.cells[0])).toEqual(titles)
    expect(rows[4]).toEqual({ row: 5, cells: [{ e: 'quote_not_closed' }] })
    expect(Math.max(...rows.flatMap((row) => row.cells.map((cell) => (typeof cell === 'string' ? cell.length : 0))))).toBeLessThan(100)
  })

  it('33: a sheet the register does not know is still a sheet', async () => {
    expect((await readFile(hostile('33'))).sheets[0]?.rows[0]?.cells).toEqual(['日期', '天气', '气温'])
  })
})
