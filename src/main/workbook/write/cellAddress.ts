/** Column letters of a zero-based index: 0 is A, 25 Z, 26 AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** One-based rows, zero-based columns: `rangeOf(1, 0, 3, 2)` is `A1:C3`. */
export function rangeOf(top: number, left: number, bottom: number, right: number): string {
  return `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`
}

/** The same with dollar signs, as names such as the print area want it. */
export function absoluteRangeOf(top: number, left: number, bottom: number, right: number): string {
  return `$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`
}
