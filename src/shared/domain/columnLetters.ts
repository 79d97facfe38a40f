/** Column letters of a zero-based index: 0 is A, 25 Z, 26 AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** Zero-based index of column letters ("A", "aa"); null for what names no column. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/u.test(letters)) return null
  let index = 0
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
