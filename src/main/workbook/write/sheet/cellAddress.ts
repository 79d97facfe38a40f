import { columnLetters } from '../../../../shared/domain/columnLetters'

/** One-based rows, zero-based columns: `rangeOf(1, 0, 3, 2)` is `A1:C3`. */
export function rangeOf(top: number, left: number, bottom: number, right: number): string {
  return `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`
}

/** The same with dollar signs, as names such as the print area want it. */
export function absoluteRangeOf(top: number, left: number, bottom: number, right: number): string {
  return `$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`
}
