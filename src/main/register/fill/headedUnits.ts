import { parseRange } from '../../workbook/xlsx/cellReference'
import type { Merge } from '../../workbook/types'
import type { FormReading } from '../../workbook/forms/formClient'
import type { BoundCell } from './boundCells'

/** Whether what stands over or before a cell counts in percent. */
export type PercentHeadings = (cell: Pick<BoundCell, 'sheet' | 'row' | 'column'>) => boolean

/** A sign behind a digit is a share that is spoken of (占比超过50%), not a unit. */
const percentUnit = /(?<!\d)%/u
const unitLine = /(?:计量)?单位[:：].*%/u

/** Finds the headings that count in percent: 同比（%） over a column or before a row, or a unit line of the sheet (单位：件、%). */
export function percentHeadings({ words, merges }: Pick<FormReading, 'words' | 'merges'>): PercentHeadings {
  const headings = new Map<string, Merge[] | 'all'>()
  for (const [name, { texts }] of words) {
    const naming = [...texts].map(([address, text]) => [address, text.normalize('NFKC')] as const).filter(([, text]) => percentUnit.test(text))
    if (naming.length === 0) continue
    const corners = new Map((merges.get(name) ?? []).map((merge) => [`${merge.top}:${merge.left}`, merge]))
    headings.set(name, naming.some(([, text]) => unitLine.test(text)) ? 'all' : naming.map(([address]) => coveredFrom(address, corners)))
  }
  return ({ sheet, row, column }) => {
    const named = headings.get(sheet) ?? []
    return named === 'all' || named.some(({ top, bottom, left, right }) => (bottom < row && column >= left && column <= right) || (right < column && row >= top && row <= bottom))
  }
}

/** What a heading stands over: its merged range, or its cell. */
function coveredFrom(address: string, corners: ReadonlyMap<string, Merge>): Merge {
  const cell = parseRange(address) ?? { top: 0, bottom: 0, left: 0, right: 0 }
  return corners.get(`${cell.top}:${cell.left}`) ?? cell
}
