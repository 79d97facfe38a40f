import { wordsOf } from '../write/sheet/textMeasure'

/** Width of a text on paper, in points. */
export type Measure = (text: string) => number

/** Breaks a text into the lines that fit a width: Latin words whole where they fit, Chinese after any character. */
export function wrapText(text: string, widthPt: number, measure: Measure): string[] {
  return text.split(/\r\n?|\n/u).flatMap((line) => wrapLine(line, widthPt, measure))
}

function wrapLine(line: string, widthPt: number, measure: Measure): string[] {
  const lines: string[] = []
  let current = leadingSpace(line)
  let used = measure(current)
  const take = (piece: string): void => {
    const visible = measure(piece.trimEnd())
    if (current.trimEnd() !== '' && used + visible > widthPt) {
      lines.push(current.trimEnd())
      current = ''
      used = 0
    }
    current += piece
    used += measure(piece)
  }
  const isWithin = (piece: string): boolean => measure(piece.trimEnd()) <= widthPt
  for (const word of boundWords(line.slice(current.length), isWithin)) {
    if (isWithin(word)) take(word)
    else for (const character of word) take(character)
  }
  return [...lines, current.trimEnd()]
}

/** An indent made of spaces belongs to the first line. */
function leadingSpace(line: string): string {
  return line.slice(0, line.length - line.trimStart().length)
}

const shortBracket = /([（(][^（）()\s]{1,6}[）)][，。、；：！？]*)/u

/** A bracket around a unit or a few characters, （万/元）, is one word where a line holds it. */
function boundWords(text: string, isWithin: (piece: string) => boolean): string[] {
  return text.split(shortBracket).flatMap((piece) => (shortBracket.test(piece) && isWithin(piece) ? [piece] : boundMarks(piece)))
}

/** An opening bracket stays with what it opens. */
function boundMarks(text: string): string[] {
  const bound: string[] = []
  for (const word of wordsOf(text)) {
    const before = bound.at(-1)
    if (before !== undefined && /^[（《“‘「『【〔]$/u.test(before)) bound[bound.length - 1] = before + word
    else bound.push(word)
  }
  return bound
}
