import type { TableLine } from './tableLines'

/** A number of the grid: its line and its column, the whole last. */
export interface GridCell { line: number; column: number }

interface Key { key: string; ctrlKey: boolean }

const pageLines = 15

/** Where a key goes from a number; headings are stepped over. Null for a key that does not walk. */
export function movedCell({ line, column }: GridCell, { key, ctrlKey }: Key, lines: readonly Pick<TableLine, 'kind'>[], lastColumn: number): GridCell | null {
  const lastLine = lines.length - 1
  switch (key) {
    case 'ArrowDown': return { line: ctrlKey ? lastLine : numberLine(lines, line + 1, 1, line), column }
    case 'ArrowUp': return { line: ctrlKey ? numberLine(lines, 0, 1, line) : numberLine(lines, line - 1, -1, line), column }
    case 'ArrowRight': return { line, column: ctrlKey ? lastColumn : Math.min(lastColumn, column + 1) }
    case 'ArrowLeft': return { line, column: ctrlKey ? 0 : Math.max(0, column - 1) }
    case 'PageDown': return { line: numberLine(lines, Math.min(lastLine, line + pageLines), 1, line), column }
    case 'PageUp': return { line: numberLine(lines, Math.max(0, line - pageLines), 1, line), column }
    case 'Home': return { line: ctrlKey ? numberLine(lines, 0, 1, line) : line, column: 0 }
    case 'End': return { line: ctrlKey ? lastLine : line, column: lastColumn }
    default: return null
  }
}

/** The first line with numbers from one on; the last line always has them. */
function numberLine(lines: readonly Pick<TableLine, 'kind'>[], from: number, step: 1 | -1, otherwise: number): number {
  for (let at = from; at >= 0 && at < lines.length; at += step) if (lines[at]?.kind !== 'heading') return at
  return otherwise
}
