/** The few forms of Markdown that the manual uses; everything else stays text. */
export type Block =
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; isNumbered: boolean; items: string[] }
  | { type: 'table'; header: string[]; rows: string[][] }
  | { type: 'picture'; name: string; text: string }

export function parseMarkdown(source: string): Block[] {
  return source.split(/\n{2,}/).map((part) => part.trim()).filter((part) => part !== '').map(parseBlock)
}

const picture = /^!\[(.*?)\]\((?:.*\/)?([^/)]+)\)$/
const numbered = /^\d+\. /
const dotted = /^- /

function parseBlock(part: string): Block {
  const heading = /^(#{1,3}) (.*)$/.exec(part)
  if (heading) return { type: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }
  const shown = picture.exec(part)
  if (shown) return { type: 'picture', text: shown[1] ?? '', name: shown[2] ?? '' }
  const lines = part.split('\n')
  if (lines.every((line) => line.startsWith('|'))) return tableOf(lines)
  const mark = lines.every((line) => numbered.test(line)) ? numbered : lines.every((line) => dotted.test(line)) ? dotted : null
  if (mark) return { type: 'list', isNumbered: mark === numbered, items: lines.map((line) => line.replace(mark, '')) }
  return { type: 'paragraph', text: lines.join('') }
}

function tableOf([header = '', , ...rows]: string[]): Block {
  const cells = (line: string): string[] => line.split('|').slice(1, -1).map((cell) => cell.trim())
  return { type: 'table', header: cells(header), rows: rows.map(cells) }
}

/** A line's pieces, bold or not. */
export function spansOf(text: string): { text: string; isBold: boolean }[] {
  return text.split(/\*\*(.+?)\*\*/).map((piece, index) => ({ text: piece, isBold: index % 2 === 1 })).filter((span) => span.text !== '')
}
