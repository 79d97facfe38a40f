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
