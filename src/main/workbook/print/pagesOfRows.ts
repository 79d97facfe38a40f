/** Rows of a sheet that are drawn on one page, from the top down; a repeated header comes first. */
export type PageRows = readonly number[]

export interface Pagination {
  heights: readonly number[]
  /** First and last row of the header, which stands on every page with rows of the body. */
  header: readonly [first: number, last: number]
  /** First row under the body: notes and signature, which stay with the last row of the body where a page has room. */
  tailRow: number
  /** Height that a page holds. */
  room: number
  /** Rows that a merged cell holds together with the row above. */
  joined: ReadonlySet<number>
}

/** Rounding must not push the last line of a form that was made to fit onto a second page. */
const tolerance = 0.01

/** Spreads rows over pages; none is cut in two. */
export function pagesOfRows(sheet: Pagination): PageRows[] {
  const { heights, header, tailRow, room } = sheet
  const headerRows = range(header[0], header[1] + 1)
  const pages: number[][] = [[]]
  let used = 0
  for (const block of blocksOf(sheet)) {
    const height = heightOf(block, heights)
    if (used > 0 && used + height > room + tolerance) {
      const first = block[0] ?? 0
      const repeated = first > header[1] && first < tailRow ? headerRows : []
      pages.push([...repeated])
      used = heightOf(repeated, heights)
    }
    pages.at(-1)?.push(...block)
    used += height
  }
  return pages
}

/** Rows that stay together; what no page could hold is parted again. */
function blocksOf({ heights, header, tailRow, joined, room }: Pagination): number[][] {
  const most = room - heightOf(range(header[0], header[1] + 1), heights)
  const staysTogether = heightOf(range(Math.max(0, tailRow - 1), heights.length), heights) <= most
  const blocks: number[][] = []
  for (const row of heights.keys()) {
    const last = blocks.at(-1)
    const isBound = joined.has(row) || (row >= tailRow && staysTogether)
    if (last && isBound && heightOf([...last, row], heights) <= most) last.push(row)
    else blocks.push([row])
  }
  return blocks
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

function heightOf(rows: readonly number[], heights: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (heights[row] ?? 0), 0)
}
