import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../src/main/workbook/types'
import { cellAt, readFile, refusalOf, textOf, type ReadFile } from '../../../support/workbooks/readWorkbookFile'

/** Files of other people are not part of the project: they lie beside the checkout, or where the variable says. */
const folder = process.env['BIAOZHI_REAL_SAMPLES'] ?? join(import.meta.dirname, '../../../../../shared/samples/real')
const manifestPath = join(folder, 'manifest.json')

interface ManifestSheet {
  name: string
  state: string
  lastRow: number
  hiddenRows?: number | null
  first: { row: number; cells: string[] }[]
}

interface ManifestFile {
  file: string
  readBy: string | null
  sheets?: ManifestSheet[]
}

const refused: Readonly<Record<string, { code: string; details?: object }>> = {
  'torture/no-content-types.xlsx': { code: 'damaged' },
  'torture/xml-entity-bomb.xlsx': { code: 'document_type' },
  'torture/password-protected.xlsx': { code: 'encrypted' },
  'torture/password-protected-xor.xls': { code: 'encrypted' },
  'torture/biff4.xls': { code: 'format_too_old' },
  'torture/word-document.xls': { code: 'not_a_table', details: { what: 'word' } },
}

/** Facts of these come from a reader that splits rows, orders sheets or shows escapes otherwise; tested by hand below. */
const byHand = new Set(['torture/html-table.xls', 'torture/spreadsheetml-2003.xls', 'torture/escaped-cr.xlsx', 'torture/backslash-part-names.xlsx', 'torture/phonetic-runs-table.xlsx', 'torture/dates.ods'])

/** A hidden row without a filled cell is no row here. */
const blankHiddenRows: Readonly<Record<string, number>> = { 'torture/error-cells.xlsx Feuil1': 1 }

function manifest(): ManifestFile[] {
  return existsSync(manifestPath) ? (JSON.parse(readFileSync(manifestPath, 'utf8')) as ManifestFile[]) : []
}

function read(file: string, sheets?: string[]): Promise<ReadFile> {
  return readFile(join(folder, file), sheets ? { sheets } : {})
}

describe.skipIf(!existsSync(manifestPath))('files of other people (skipped: no samples/real beside the checkout)', () => {
  it.each(manifest().filter(({ file }) => file in refused).map(({ file }) => file))('%s is refused', async (file) => {
    expect(await refusalOf(join(folder, file))).toMatchObject(refused[file] ?? {})
  })

  const readable = manifest().filter(({ file }) => !(file in refused) && !byHand.has(file))
  it.each(readable.map((entry) => [entry.file, entry] as const))('%s shows what another reader saw', async (file, { sheets: facts = [] }) => {
    const isText = facts[0]?.name === '(text)'
    const { info, sheets } = await read(file, isText ? undefined : facts.map(({ name }) => name))
    if (!isText) expect(info.sheets.map(({ name, state }) => [name, state])).toEqual(facts.map(({ name, state }) => [name, state === '?' ? 'visible' : state]))
    for (const [index, fact] of facts.entries()) {
      const rows = sheets[index]!.rows
      expect(rows.at(-1)?.row ?? 0).toBe(fact.lastRow)
      if (typeof fact.hiddenRows === 'number') expect(rows.filter((row) => row.hidden)).toHaveLength(fact.hiddenRows - (blankHiddenRows[`${file} ${fact.name}`] ?? 0))
      for (const { row, cells } of fact.first) {
        const own = rows.find((candidate) => candidate.row === row)?.cells ?? []
        expect(cells.map((_, column) => shown(own[column] ?? null, info.base1904, cells[column] ?? ''))).toEqual(cells)
      }
    }
  })

  it('carriage returns are decoded from their escapes', async () => {
    expect((await read('torture/escaped-cr.xlsx')).sheets[0]?.rows[0]?.cells).toEqual(['ABC\r\nDEF'])
  })

  it('phonetic readings are no part of a value', async () => {
    const { sheets } = await read('torture/phonetic-runs-table.xlsx')
    expect(sheets[0]?.rows[1]?.cells.slice(0, 3)).toEqual([1, '豊田', '豊田車会社'])
  })

  it('part names with backslashes and in the wrong case are found', async () => {
    const { sheets } = await read('torture/backslash-part-names.xlsx')
    expect(sheets.map(({ sheet, rows }) => [sheet.name, rows.length])).toEqual([['FAM', 39], ['VIC', 39]])
  })

  it('dates of OpenDocument are the days they state, not how they are shown', async () => {
    expect((await read('torture/dates.ods')).sheets[0]?.rows.slice(0, 2).map((row) => row.cells)).toEqual([[{ iso: '2021-01-01' }, 15], [{ iso: '2021-01-01T10:10:10' }, 16]])
  })

  it('a page of tables keeps line breaks inside its cells', async () => {
    expect((await read('torture/html-table.xls')).sheets[0]?.rows.map((row) => row.cells)).toEqual([['Normal', 'abc\ndef'], ['Formula', 'abc\n\ndef'], ['Test']])
  })

  it('a sheet of XML Spreadsheet 2003 may be hidden', async () => {
    const { info, sheets } = await read('torture/spreadsheetml-2003.xls')
    expect(info.sheets.map(({ name, state }) => [name, state])).toEqual([['Visible', 'visible'], ['Hidden', 'hidden'], ['VeryHidden', 'veryHidden']])
    expect(sheets.map(({ rows }) => rows[0]?.cells.map(textOf).join(''))).toEqual(['visible'])
  })

  it('formulas without a stored value are marked and never 0', async () => {
    const { sheets } = await read('torture/formulas-without-values.xlsx')
    expect(['F2', 'G2', 'I2', 'L2'].map((address) => cellAt(sheets[0]!, address))).toEqual([{ f: true }, { f: true }, { f: true }, { f: true }])
  })

  it('rows hidden by a filter are marked, row by row', async () => {
    const { sheets } = await read('torture/autofilter-hides-rows.xlsx')
    const hidden = Object.fromEntries(sheets.map(({ sheet, rows }) => [sheet.name, rows.filter((row) => row.hidden).map((row) => row.row)]))
    expect(hidden['No Filter']).toEqual([])
    expect(hidden['NE']).toEqual([7, 8, 9])
    expect(hidden['AND Bounding']).toEqual([2, 3, 4, 5, 13, 14, 15, 16, 17, 18, 19, 20, 21])
    expect(sheets.map(({ tail }) => tail.autoFilter)).toEqual([false, ...Array.from({ length: 10 }, () => true)])
  })

  it('a hidden column is told of', async () => {
    expect((await read('torture/hidden-row-and-column.xlsx')).sheets[0]?.tail.hiddenColumns).toEqual([1])
  })
})

/** A cell as the other readers show it: dates as calendar texts, long texts cut with an ellipsis. */
function shown(cell: Cell, base1904: boolean, fact: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return sameNumber(cell, fact) ? fact : String(cell)
  if (typeof cell === 'boolean') return fact.toLowerCase() === String(cell) ? fact : String(cell)
  if (typeof cell === 'string') return fact.endsWith('…') && cell.startsWith(fact.slice(0, -1)) ? fact : cell
  if ('e' in cell) return cell.e
  if ('iso' in cell) return cell.iso.replace('T', ' ').startsWith(fact) ? fact : cell.iso
  if ('f' in cell) return ''
  if ('p' in cell) return String(cell.p)
  return calendarText(cell.d, base1904, fact)
}

function sameNumber(value: number, fact: string): boolean {
  return fact !== '' && Math.abs(Number(fact) - value) <= Math.abs(value) * 1e-12
}

function calendarText(serial: number, base1904: boolean, fact: string): string {
  const days = base1904 ? serial + 1462 : serial
  const text = new Date(Math.round((days - 25_569) * 86_400_000)).toISOString().slice(0, 19).replace('T', ' ')
  return text.startsWith(fact) || text.endsWith(fact) ? fact : text
}
