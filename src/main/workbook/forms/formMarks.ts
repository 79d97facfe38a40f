/** A cell to be marked with a colour (RRGGBB) and a comment. One-based row, zero-based column. */
export interface MarkedCell { row: number; column: number; rgb: string; text: string }

/** What is marked in a workbook that goes back to its sender. */
export interface FormMarks {
  /** By the sheet's name. */
  cells: readonly (readonly [string, readonly MarkedCell[]])[]
  /** Who the comments are by; those of an earlier time are replaced or go, their cells lose these colours. */
  author: string
  colours: readonly string[]
  cover: CoverSheet
  /** A word of this program, kept among the workbook's properties. */
  mark: string
}

/** A sheet before all others, in the words that it is written with. */
export interface CoverSheet {
  /** Wished for; the sheet's own. */
  name: string
  title: string
  /** Lines between title and list: whose file, when, how many. */
  facts: readonly string[]
  how: string
  instructions: readonly string[]
  headings: readonly string[]
  lines: readonly CoverLine[]
  /** What stands there instead of a list without lines. */
  nothing: string
  footer: string
}

export interface CoverLine {
  /** Sheet and address as the returned workbook has them. */
  sheet: string
  cell: string
  value: string
  rgb: string
  wrong: string
  remedy: string
}

/** What a workbook says before it is marked. */
export interface Markable {
  /** The strict form of the format has no such comments, and sheets beyond a size are not held. */
  canBeMarked: boolean
  /** Whether it has macros: programs open it only under a name that ends in .xlsm. */
  macros: boolean
  /** What this program once wrote among its properties; anybody may have written it. */
  mark: string | null
}
