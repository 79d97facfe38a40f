import { createHash } from 'node:crypto'
import { t } from '../../../shared/text/t'
import type { FormSheet, TextSheet } from '../../workbook/write/form/formTypes'
import { sheetValues, type SheetValues } from '../../workbook/write/sheet/sheetValues'

type Sheets = readonly (FormSheet | TextSheet)[]

/**
 * The sheets of a report with its mark as the last line of 口径说明: a checksum over every other cell. It recognises the
 * report whatever its file is called, also after another program has saved it, and shows whether a cell was changed.
 */
export function withReportMark(sheets: Sheets): { sheets: (FormSheet | TextSheet)[]; mark: string } {
  const mark = markOf(sheetValues(sheets))
  const last = sheets.findLastIndex(({ kind }) => kind === 'text')
  return { mark, sheets: sheets.map((sheet, index) => (index === last && sheet.kind === 'text' ? { ...sheet, rows: [...sheet.rows, [t('report.explanation.mark'), mark, '']] } : sheet)) }
}

/** Checksum of all cells but the line of the mark itself. */
export function markOf(sheets: ReadonlyMap<string, SheetValues>): string {
  const cells = [...sheets].toSorted(byFirst).map(([name, values]) => [name, [...withoutMark(values)].map(([address, value]) => [address, plain(value)] as const).toSorted(byFirst)])
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex')
}

/** The mark that a file bears; undefined where it bears none. */
export function markIn(sheets: ReadonlyMap<string, SheetValues>): string | undefined {
  for (const values of sheets.values()) {
    const mark = values.get(`B${markRow(values) ?? 0}`)
    if (typeof mark === 'string' && /^[0-9a-f]{64}$/u.test(mark)) return mark
  }
  return undefined
}

/** One cell that is otherwise than it was written. */
export interface CellDifference { sheet: string; cell: string; written: string | number | null; found: string | number | null }

/** Every cell in which two sets of sheets differ, the line of the mark apart. */
export function cellDifferences(written: ReadonlyMap<string, SheetValues>, found: ReadonlyMap<string, SheetValues>): CellDifference[] {
  const empty: SheetValues = new Map()
  return [...new Set([...written.keys(), ...found.keys()])].flatMap((sheet) => {
    const [before, now] = [withoutMark(written.get(sheet) ?? empty), withoutMark(found.get(sheet) ?? empty)]
    return [...new Set([...before.keys(), ...now.keys()])]
      .filter((cell) => plain(before.get(cell)) !== plain(now.get(cell)))
      .map((cell) => ({ sheet, cell, written: before.get(cell) ?? null, found: now.get(cell) ?? null }))
  })
}

function withoutMark(values: SheetValues): SheetValues {
  const row = markRow(values)
  return row === undefined ? values : new Map([...values].filter(([address]) => address.replace(/^[A-Z]+/u, '') !== row))
}

function markRow(values: SheetValues): string | undefined {
  const label = t('report.explanation.mark')
  return [...values].find(([address, value]) => value === label && address.startsWith('A'))?.[0].slice(1)
}

/** Line ends are all one: programs write them each in their way. */
function plain(value: string | number | undefined): string | number | undefined {
  return typeof value === 'string' ? value.replaceAll(/\r\n?/gu, '\n') : value
}

function byFirst([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : 1
}
