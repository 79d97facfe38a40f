import type { DateShown } from '../../shared/domain/dates/dates'

/**
 * What every reader delivers, whatever the file was: sheets of rows of raw cells, in file order, streamed in batches.
 *
 * Nothing is interpreted here beyond what the format itself says. A date cell keeps its serial number together with
 * the fact that it is formatted as a date, because "is this 2021.1 or January?" is a question of meaning, not of format.
 */

/** A formula error or other unreadable cell; `code` is what Excel shows ("#REF!") or a reader's own reason. */
export interface ErrorCell { e: string }
/** A numeric cell with a date format: `d` is the serial number in the workbook's own date system; `shows` where the format hides a part. */
export interface DateCell { d: number; shows?: DateShown }
/** An ISO date cell of strict OOXML / XML 2003 (`t="d"`) and OpenDocument, kept as text. */
export interface IsoDateCell { iso: string; shows?: DateShown }
/** A number under a format of percentages: `p` is 0.359 where the cell shows 35.9%. */
export interface PercentCell { p: number }
/** A formula whose value was not stored. */
export interface UncachedCell { f: true }
/** Text, number, boolean, blank (null) or one of the marked cells. Texts are as stored, `_xHHHH_` decoded, control characters kept. */
export type Cell = string | number | boolean | null | ErrorCell | DateCell | IsoDateCell | PercentCell | UncachedCell

export interface Row {
  /** Excel row number; for text and HTML tables the record number (first record = 1). */
  row: number
  /** Index 0 = column A. Trailing blanks may be absent. */
  cells: Cell[]
  /** Text tables: how many fields the record has, where more of them than the cells. */
  fields?: number
  hidden?: boolean
}

/** Zero-based column span and one-based row span of a merged range. */
export interface Merge { top: number; bottom: number; left: number; right: number }

export type FileFormat = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'csv' | 'html' | 'xml2003'

export interface SheetInfo {
  index: number
  /** null for text and HTML tables. */
  name: string | null
  state: 'visible' | 'hidden' | 'veryHidden'
}

export interface WorkbookInfo {
  format: FileFormat
  /** Text formats only: 'utf-8', 'utf-16le', 'gb18030', … and the delimiter found. */
  encoding?: string
  delimiter?: string
  base1904: boolean
  macros: boolean
  sheets: SheetInfo[]
  /** What this program once wrote into the workbook's properties (documentMark.ts): from outside, a hint and no proof. */
  mark?: string
}

/** Cells of a sheet that do not look as what they hold: another format by a rule, or something laid over them. */
export interface Veil { range: Merge; what: 'format' | 'drawing'; /** In any row: a piece of a text that cannot be read. */ isText?: true }

/** Read once a sheet's rows are all out (merges stand after the rows in the file). */
export interface SheetTail {
  merges: Merge[]
  autoFilter: boolean
  hiddenColumns: number[]
  /** The sheet's own count of non-blank rows delivered. */
  rows: number
  /** Cells that do not look as what they hold; with `marksDisguises` only. */
  veils?: Veil[]
}

export type ReadEvent =
  | { type: 'workbook'; info: WorkbookInfo }
  | { type: 'sheet'; sheet: SheetInfo }
  /** `read`/`size`: bytes of the file consumed so far and in all, for progress. */
  | { type: 'rows'; rows: Row[]; read: number; size: number }
  | { type: 'tail'; tail: SheetTail }

export interface ReadOptions {
  /** Only these sheets' rows are delivered (all visible ones by default; names as in the file). */
  sheets?: string[]
  /** For encrypted workbooks; never logged, never stored. */
  password?: string
  /** Stop after this many rows of each sheet (preview). */
  maxRows?: number
  /** .xlsx: a cell with a formula is told as one, whatever value was stored with it, and a number whose format shows another, or a value in letters that cannot be seen, as `format`. */
  marksDisguises?: boolean
  /** Numbers that show as percentages are told as such. */
  tellsPercents?: boolean
}
