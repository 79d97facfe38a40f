import { fromTabText } from './clipboardText'
import { formatsByClass, numberFormatOf, pastedText } from './pastedCell'

/** More than a change takes at once; what is beyond is not read, and the caller says so. */
const mostRows = 20_001
const mostColumns = 60

/**
 * The cells of what was pasted: from the table in the HTML where there is one (Excel, WPS and web pages), else from the
 * text. Merged cells stand at their first place, the rest of them is empty; a row that only keeps the widths of columns,
 * hidden at the end, is none. An image or a file pastes nothing.
 *
 * @returns rows of the same length; empty when there is nothing to paste
 */
export function readPasted(html: string, text: string): string[][] {
  const page = html === '' ? null : new DOMParser().parseFromString(html, 'text/html')
  const table = page?.querySelector('table') ?? null
  const styles = [...(page?.querySelectorAll('style') ?? [])].map(({ textContent }) => textContent).join('\n')
  const rows = (table === null ? (text === '' ? [] : fromTabText(text)) : tableRows(table, formatsByClass(styles))).slice(0, mostRows)
  const width = Math.min(mostColumns, Math.max(0, ...rows.map(({ length }) => length)))
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
}

function tableRows(table: HTMLTableElement, formats: ReadonlyMap<string, string>): string[][] {
  const rows: string[][] = []
  const own = withoutWidths([...table.rows])
  for (const [index, row] of own.slice(0, mostRows).entries()) {
    const cells = (rows[index] ??= [])
    let column = 0
    for (const cell of row.cells) {
      while (cells[column] !== undefined) column++
      const [right, down] = [Math.min(cell.colSpan, mostColumns), Math.min(Math.max(1, cell.rowSpan), mostRows - index)]
      for (let below = 0; below < down; below++) {
        const there = (rows[index + below] ??= [])
        for (let beside = 0; beside < right; beside++) there[column + beside] = below === 0 && beside === 0 ? cellText(cell, formats) : ''
      }
      column += right
    }
  }
  return rows.slice(0, own.length).map((row) => Array.from(row, (text: string | undefined) => text ?? ''))
}

/** Excel ends a table of merged cells with a row that nobody sees, which would empty the cells that it comes upon. */
function withoutWidths(rows: readonly HTMLTableRowElement[]): readonly HTMLTableRowElement[] {
  const last = rows.at(-1)
  // The policy of the page takes no style of another program's, so that it is read as a text.
  const isHidden = /display:\s*none/iu.test(last?.getAttribute('style') ?? '')
  return last !== undefined && isHidden && last.textContent.trim() === '' ? rows.slice(0, -1) : rows
}

/** What a cell says: line breaks are those of <br>, the indentation of the source is none. */
function cellText(cell: HTMLTableCellElement, formats: ReadonlyMap<string, string>): string {
  const parts: string[] = []
  collect(cell, parts)
  const text = parts.join('').replaceAll(/[^\S\n]+/gu, ' ').replaceAll(/ ?\n ?/gu, '\n').trim()
  const ofClass = [...cell.classList].map((name) => formats.get(name)).find((format) => format !== undefined)
  return pastedText({ text, number: cell.getAttribute('x:num') ?? undefined, full: cell.getAttribute('x:str') ?? undefined, format: numberFormatOf(cell.getAttribute('style') ?? '') ?? ofClass })
}

function collect(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) parts.push(child.data.replaceAll(/\s+/gu, ' '))
    else if (child instanceof HTMLBRElement) parts.push('\n')
    else if (child instanceof Element && !child.matches('style, script')) collect(child, parts)
  }
}
