import { withoutFootnoteMarks } from '../../../../shared/domain/footnotes'
import { cellText } from '../table/cellText'
import type { HeaderColumn } from '../table/columnFields'
import type { RowReader } from '../sheet/rowReader'

function isInPercent({ header }: HeaderColumn): boolean {
  return /[(（]%[)）]\s*$/u.test(header.normalize('NFKC'))
}

/** A fraction is a growth of less than double where nothing says what the number is. */
const largestFraction = 1

/** Growth and share as received: a percent cell is printed with one decimal; a bare number is one of percents under （%）, under a unit line of %, or where it is no fraction; another text stays. */
export function percentText(reader: RowReader, column: HeaderColumn | undefined, isLineInPercent: boolean): string | null {
  if (column === undefined) return null
  const cell = reader.row.cells[column.index]
  const isPercent = isLineInPercent || isInPercent(column)
  if (typeof cell === 'object' && cell !== null && 'p' in cell) return printedPercent(cell.p)
  if (typeof cell === 'number') return isPercent || Math.abs(cell) > largestFraction ? `${Number(cell.toFixed(4))}%` : printedPercent(cell)
  const text = withoutFootnoteMarks(cellText(cell)).normalize('NFKC').trim()
  return text === '' ? null : /^[+-]?\d+(?:\.\d+)?$/u.test(text) && (isPercent || Math.abs(Number(text)) > largestFraction) ? `${text}%` : text
}

function printedPercent(fraction: number): string {
  return `${(Math.round(fraction * 1000) / 10).toFixed(1)}%`
}
