const candidates = [',', '\t', ';', '|'] as const
const chineseComma = '，'
const sampledRecords = 100

/**
 * The delimiter of a text table: the candidate that most lines hold in one and the same number. Title lines above the
 * table and commas inside texts make for uneven counts, so evenness decides and the number itself only breaks ties.
 */
export function detectDelimiter(sample: string): string {
  const lines = unquotedLines(sample)
  let best = { delimiter: ',', evenness: 0, count: 0 }
  for (const delimiter of candidates) {
    const { evenness, count } = measure(lines, delimiter)
    if (evenness > best.evenness || (evenness === best.evenness && count > best.count)) best = { delimiter, evenness, count }
  }
  // Typed with a Chinese keyboard. Texts hold this comma, so all the lines have to, and the others hardly any.
  if (best.evenness <= 0.5 && measure(lines, chineseComma).evenness > 0.9) return chineseComma
  return best.delimiter
}

/** `sep=;` in the first line, the hint that Excel understands. */
export function declaredDelimiter(sample: string): { delimiter: string; length: number } | undefined {
  const match = /^sep=([^\r\n])\r?\n/i.exec(sample)
  return match?.[1] === undefined ? undefined : { delimiter: match[1], length: match[0].length }
}

function unquotedLines(sample: string): string[] {
  const withoutQuoted = sample.replace(/"(?:[^"]|""){0,4096}"/g, '')
  return withoutQuoted
    .split(/\r\n?|\n/, sampledRecords)
    // Of a line whose fields are all quoted nothing but its delimiters is left, tabs too.
    .filter((line) => /[^ ]/u.test(line))
}

function measure(lines: readonly string[], delimiter: string): { evenness: number; count: number } {
  const frequency = new Map<number, number>()
  for (const line of lines) {
    const count = line.split(delimiter).length - 1
    if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1)
  }
  let best = { evenness: 0, count: 0 }
  for (const [count, times] of frequency) {
    const evenness = times / lines.length
    if (evenness > best.evenness || (evenness === best.evenness && count > best.count)) best = { evenness, count }
  }
  return best
}
