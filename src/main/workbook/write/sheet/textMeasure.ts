/**
 * How much room a text takes on paper, in digits of the same font. In the Song and Hei faces of Chinese office programs
 * everything beyond Latin is two digits wide; overestimating a rare half-width character only leaves some air.
 */

/** One line's width. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character.codePointAt(0) ?? 0)
  return width
}

/** The widest line of a text with line feeds. */
export function widestLine(text: string): number {
  return Math.max(...text.split('\n').map(textWidth))
}

/** The widest piece that cannot be broken, so that no word is cut in the middle. */
export function widestWord(text: string): number {
  return Math.max(0, ...wordsOf(text).map((word) => textWidth(word.trimEnd())))
}

/** The number of lines a text needs in a column of the given width when it is wrapped. */
export function wrappedLines(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, Math.max(width, 2)), 0)
}

function linesOf(line: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of wordsOf(line)) {
    const visible = textWidth(word.trimEnd())
    if (used > 0 && used + visible > width) {
      lines++
      used = 0
    }
    if (visible > width) lines += Math.ceil(visible / width) - 1
    used = visible > width ? visible % width : used + textWidth(word)
  }
  return lines
}

/** Latin words stay whole, Chinese breaks after any character; closing marks may not begin a line. */
export function wordsOf(text: string): string[] {
  return text.match(/(?:[!-~\u00C0-\u024F]+|[^\s])[，。、；：！？）》」』”’%‰]*\s*|\s+/gu) ?? []
}

function characterWidth(code: number): number {
  if (code < 0x20 || (code >= 0x200b && code <= 0x200f) || (code >= 0x300 && code <= 0x36f)) return 0
  if (code < 0x250) return isWideSign(code) ? 2 : 1
  return code >= 0xff61 && code <= 0xffdc ? 1 : 2
}

/** Signs of the Latin block that Chinese faces draw full width: § ¨ ° ± · × ÷. */
function isWideSign(code: number): boolean {
  return code === 0xa7 || code === 0xa8 || code === 0xb0 || code === 0xb1 || code === 0xb7 || code === 0xd7 || code === 0xf7
}
