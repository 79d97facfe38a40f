/** A day (YYYY-MM-DD), written so that the cell's format shows it: as a number where it shows dates, else as the text. */
export interface DayValue { day: string }
/**
 * A share: as it is printed where the cell holds text, else as the number that its format shows as that. A format says itself
 * whether it shows fractions as percentages; a plain one does not, and takes the unit that the headings name.
 */
export interface ShareValue {
  /** The fraction. */
  share: number
  /** 18.3%, or 18.3 under a heading that says %. */
  printed: string
  /** Whether the headings over the cell count in percent. */
  isInPercent?: boolean
}

/** What a cell is to hold; null empties it. */
export type CellValue = string | number | null | DayValue | ShareValue

/** What one cell of a template is to hold; null empties it. One-based row, zero-based column. */
export interface CellEdit {
  row: number
  column: number
  value: CellValue
  /** Whether its row is made high enough for it, where the cell wraps its text. */
  isFitted?: boolean
}

/** The value as people read it. */
export function shownValue(value: CellValue): string {
  if (value === null) return ''
  return typeof value !== 'object' ? String(value) : 'day' in value ? value.day : value.printed
}
