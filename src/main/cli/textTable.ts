/** Columns of a terminal that a text takes: Chinese characters and full-width signs take two, marks none. */
function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += widthOf(char.codePointAt(0) ?? 0)
  return width
}

function widthOf(code: number): number {
  if (code < 0x20 || (code >= 0x300 && code <= 0x36f) || code === 0x200b) return 0
  if (code < 0x1100) return 1
  const isWide =
    code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6) || code >= 0x1f300
  return isWide ? 2 : 1
}

/** Fills every cell with spaces to the width of its column. */
export function padCells(rows: readonly (readonly string[])[]): string[][] {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell))))
  return rows.map((row) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell))))
}

const widestCell = 40

/** A table for reading: header, rule, rows; long cells are cut with “…”, line breaks become spaces. */
export function textTable(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cells = [header, ...rows.map((row) => row.map(cellText))]
  const [head = [], ...body] = padCells(cells)
  const rule = head.map((cell) => '-'.repeat(displayWidth(cell)))
  return [head, rule, ...body].map((row) => row.join('  ').trimEnd()).join('\n')
}

function printed(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}

function cellText(value: unknown): string {
  const text = value === null || value === undefined ? '' : Array.isArray(value) ? value.map(String).join('、') : printed(value)
  return cut(text.replaceAll(/\s+/g, ' '))
}

function cut(text: string): string {
  if (displayWidth(text) <= widestCell) return text
  let width = 0
  let kept = ''
  for (const char of text) {
    width += displayWidth(char)
    if (width >= widestCell) break
    kept += char
  }
  return `${kept}…`
}
