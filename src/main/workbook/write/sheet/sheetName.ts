const MAX_LENGTH = 31
/** Names that programs keep for themselves. */
const RESERVED = new Set(['history'])

/**
 * A name every spreadsheet program accepts and that no other sheet of the workbook has: 31 characters, none of
 * `[ ] : * ? / \`, no apostrophe at the ends. Repeated names get `(2)`, `(3)`…
 *
 * @param taken  names given so far; the new one is added
 */
export function claimSheetName(wanted: string, taken: Set<string>): string {
  const base = cleaned(wanted)
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `(${number})`
    const name = shortened(base, MAX_LENGTH - suffix.length) + suffix
    if (!taken.has(name.toLowerCase()) && !RESERVED.has(name.toLowerCase())) {
      taken.add(name.toLowerCase())
      return name
    }
  }
}

function cleaned(name: string): string {
  const allowed = name.toWellFormed().replace(/[[\]:*?/\\\u0000-\u001F\uFFFE\uFFFF]/g, '_').trim()
  const bare = shortened(allowed, MAX_LENGTH).replace(/^'+|'+$/g, '').trim()
  return bare === '' ? 'Sheet' : bare
}

/** Cuts without splitting a surrogate pair. */
function shortened(text: string, length: number): string {
  const cut = text.slice(0, length)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** The name as formulas and defined names write it. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
