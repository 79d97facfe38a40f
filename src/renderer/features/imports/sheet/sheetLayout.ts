import type { PreviewRow, SheetPreview } from '../../../../shared/bridge/imports'

export interface Span { rows: number; columns: number }

const narrowest = 56
const widest = 220
/** Half widths of a heading that a narrow column makes room for. */
const longestHeading = 16
const pixelsPerHalfWidth = 7

/** Column widths from what stands in the cells: whole short texts, long ones cut. */
export function columnWidths(rows: readonly PreviewRow[], width: number): number[] {
  return Array.from({ length: width }, (_, column) => {
    const lengths = rows.filter(({ role }) => role !== 'title').map(({ cells }) => halfWidths(cells[column] ?? '')).sort((a, b) => a - b)
    const usual = lengths[Math.floor(lengths.length * 0.8)] ?? 0
    const heading = Math.max(0, ...rows.filter(({ role }) => role === 'header').map(({ cells }) => halfWidths(cells[column] ?? '')))
    const needed = Math.max(usual, Math.min(heading, longestHeading))
    return Math.min(widest, Math.max(narrowest, needed * pixelsPerHalfWidth + 18))
  })
}

function halfWidths(text: string): number {
  let width = 0
  for (const letter of text) width += letter > '\u2e7f' ? 2 : 1
  return width
}

/** Which cells of merged ranges are drawn, and how far they reach; the others are not drawn at all. */
export function layOutMerges(rows: readonly PreviewRow[], merges: SheetPreview['merges'], width: number): Map<string, Span | null> {
  const layout = new Map<string, Span | null>()
  for (const { top, bottom, left, right } of merges) {
    if (left >= width) continue
    const end = Math.min(right, width - 1)
    for (const run of runsOf(rows, top, bottom)) {
      for (const row of run) for (let column = left; column <= end; column++) layout.set(`${row}:${column}`, null)
      layout.set(`${run[0]}:${left}`, { rows: run.length, columns: end - left + 1 })
    }
  }
  for (const row of rows) if (row.role === 'title' || row.role === 'outside') spreadTexts(row, width, layout)
  return layout
}

/** Lines above a table run on over the blank cells beside them, as office programs draw them. */
function spreadTexts({ row, cells }: PreviewRow, width: number, layout: Map<string, Span | null>): void {
  for (let column = 0; column < width; column++) {
    if ((cells[column] ?? '') === '' || layout.has(`${row}:${column}`)) continue
    let end = column
    while (end + 1 < width && (cells[end + 1] ?? '') === '' && !layout.has(`${row}:${end + 1}`)) layout.set(`${row}:${++end}`, null)
    if (end > column) layout.set(`${row}:${column}`, { rows: 1, columns: end - column + 1 })
  }
}

/** The shown rows of a range, in runs without a gap. */
function runsOf(rows: readonly PreviewRow[], top: number, bottom: number): number[][] {
  const runs: number[][] = []
  for (const { row } of rows) {
    if (row < top || row > bottom) continue
    const run = runs.at(-1)
    if (run?.at(-1) === row - 1) run.push(row)
    else runs.push([row])
  }
  return runs
}

/** Header rows after a click on one row: a neighbour joins, an edge leaves, any other row becomes the header alone. */
export function toggleHeaderRow(headerRows: readonly number[], row: number): number[] {
  const first = headerRows[0]
  const last = headerRows.at(-1)
  if (first === undefined || last === undefined) return [row]
  if (headerRows.includes(row)) {
    if (headerRows.length === 1) return [row]
    return row === last || row === first ? headerRows.filter((other) => other !== row) : [row]
  }
  return row === first - 1 || row === last + 1 ? [...headerRows, row].sort((a, b) => a - b) : [row]
}

/** Header rows when one edge of the frame is dragged to another row. */
export function dragHeader(headerRows: readonly number[], edge: 'top' | 'bottom', row: number): number[] {
  const first = headerRows[0] ?? row
  const last = headerRows.at(-1) ?? row
  const [from, to] = edge === 'top' ? [Math.min(row, last), last] : [first, Math.max(row, first)]
  return Array.from({ length: Math.min(8, to - from + 1) }, (_, offset) => (edge === 'top' ? to - Math.min(7, to - from) + offset : from + offset))
}
