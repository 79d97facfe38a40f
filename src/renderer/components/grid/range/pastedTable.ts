import { fromTabText } from './clipboardText'

/** More than a change takes at once; what is beyond is not read, and the caller says so. */
const mostRows = 20_001
const mostColumns = 60

/**
 * The cells of what was pasted: from the table in the HTML where there is one (Excel, WPS and web pages), else from the
 * text. Merged cells stand at their first place, the rest of them is empty. An image or a file pastes nothing.
 *
 * @returns rows of the same length; empty when there is nothing to paste
 */
export function readPasted(html: string, text: string): string[][] {
  const table = html === '' ? null : new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  const rows = (table === null ? (text === '' ? [] : fromTabText(text)) : tableRows(table)).slice(0, mostRows)
  const width = Math.min(mostColumns, Math.max(0, ...rows.map(({ length }) => length)))
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
}

function tableRows(table: HTMLTableElement): string[][] {
  const rows: string[][] = []
  for (const [index, row] of [...table.rows].slice(0, mostRows).entries()) {
    const cells = (rows[index] ??= [])
    let column = 0
    for (const cell of row.cells) {
      while (cells[column] !== undefined) column++
      const [right, down] = [Math.min(cell.colSpan, mostColumns), Math.min(cell.rowSpan, mostRows - index)]
      for (let below = 0; below < down; below++) {
        const there = (rows[index + below] ??= [])
        for (let beside = 0; beside < right; beside++) there[column + beside] = below === 0 && beside === 0 ? cellText(cell) : ''
      }
      column += right
    }
  }
  return rows.slice(0, table.rows.length).map((row) => Array.from(row, (text: string | undefined) => text ?? ''))
}

/** The text of a cell as it was in its program: line breaks are those of <br>, the indentation of the source is none. */
function cellText(cell: HTMLTableCellElement): string {
  const parts: string[] = []
  collect(cell, parts)
  return parts.join('').replaceAll(/[^\S\n]+/gu, ' ').replaceAll(/ ?\n ?/gu, '\n').trim()
}

function collect(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) parts.push(child.data.replaceAll(/\s+/gu, ' '))
    else if (child instanceof HTMLBRElement) parts.push('\n')
    else if (child instanceof Element && !child.matches('style, script')) collect(child, parts)
  }
}
