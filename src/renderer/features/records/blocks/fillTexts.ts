import { mostBlockRecords } from '../../../../shared/bridge/blocks'
import { seriesOf } from './fillSeries'

/**
 * The rows of a source in the order in which they repeat over a target that begins at another row: filled downwards they
 * begin anew, filled upwards the last row of the source stands just above it, as a spreadsheet does it.
 */
export function repeated(source: readonly (readonly string[])[], target: { from: number; to: number }, isUpwards: boolean): string[][] {
  const count = source.length
  const shift = isUpwards && count > 0 ? (count - ((target.to - target.from) % count)) % count : 0
  return source.map((_, index) => [...(source[(index + shift) % count] ?? [])])
}

/** The same for the columns of a source that is filled to the left. */
export function repeatedAcross(source: readonly (readonly string[])[], columns: number, isLeftwards: boolean): string[][] {
  return source.map((row) => {
    const shift = isLeftwards && row.length > 0 ? (row.length - (columns % row.length)) % row.length : 0
    return row.map((_, index) => row[(index + shift) % row.length] ?? '')
  })
}

/**
 * A source drawn further down or up, column by column: a series goes on, everything else repeats.
 *
 * @returns null where no column is a series
 */
export function continued(source: readonly (readonly string[])[], target: { from: number; to: number }, isUpwards: boolean): string[][] | null {
  const series = (source[0] ?? []).map((_, column) => seriesOf(source.map((row) => row[column] ?? '')))
  if (series.every((found) => found === null)) return null
  const others = repeated(source, target, isUpwards)
  const first = isUpwards ? target.from - target.to : source.length
  // A longer one is refused as a whole.
  return Array.from({ length: Math.min(target.to - target.from, mostBlockRecords) }, (_, row) => series.map((found, column) => found?.(first + row) ?? others[row % others.length]?.[column] ?? ''))
}
