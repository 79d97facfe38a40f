import type { BlockBinding } from './bindings'

/** Where a figure of a block stands: the column or row beside the names, and how many rows below (columns behind) its name. */
export interface BlockLine { line: string; offset: number }

/** A key of a block's figures: `D`, or `D+1` for the row below each name's own. */
export function blockLine(key: string): BlockLine {
  const [line = '', offset = '0'] = key.split('+')
  return { line, offset: Number(offset) }
}

/** The key of a figure so far from its name. */
export function blockKey(line: string, offset: number): string {
  return offset === 0 ? line : `${line}+${offset}`
}

/** How many rows, of names along a row columns, belong to each name of a block. */
export function linesEach({ each = 1 }: Pick<BlockBinding, 'each'>): number {
  return each
}
