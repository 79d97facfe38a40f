import type { HeaderMatch } from './header'
import type { TitleFacts } from './titleFacts'

/** First and last column of a table. */
export interface ColumnSpan {
  left: number
  right: number
  /** Columns elsewhere that it has in common with the other tables of its rows: the unit of which each has something. */
  shared?: ReadonlySet<number>
  /** Only rows are its own whose cell of this column speaks of these words, or does not. */
  rows?: { column: number; words: RegExp; isSpokenOf: boolean }
  /** Another table of the same rows stands before it, and tells of what is neither's. */
  isFurther?: boolean
}

/** What a sheet turned out to be. */
export interface Recognised {
  match: HeaderMatch
  title: TitleFacts
  /** Fields whose column was told by its content, against or without a heading. */
  byContent?: readonly string[]
  /** First body row of a table without headings. */
  bodyFrom?: number
  /** Headings of tables beside it that are not known. */
  unread?: readonly string[]
  /** The columns that are this table's, where another one stands beside it. */
  span?: ColumnSpan
}

export interface SheetSurroundings {
  sheet: string | null
  fileName: string
  /** Code of the city that a heading names, for tables with a city a column. */
  cityOf?(text: string): string | null
  /** Code of the district of the register's city that a cell is the name of; null for any other text. */
  districtOf?(text: string): string | null
  /** Code of the district, or of the city, that the first of the texts to name one names; null where it names several. */
  regionIn?(texts: readonly (string | null)[]): string | null
  /** What stands over the sheet's first table, when a further one is looked for. */
  over?: TitleFacts
}
