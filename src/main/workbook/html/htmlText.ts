const namedEntities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
  zwnj: '\u200c', zwj: '\u200d', shy: '\u00ad', middot: '·', bull: '•', hellip: '…', mdash: '—', ndash: '–', minus: '−',
  times: '×', divide: '÷', plusmn: '±', deg: '°', permil: '‰', micro: 'µ', sup2: '²', sup3: '³', frac12: '½',
  ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»', sect: '§', para: '¶', copy: '©', reg: '®',
  trade: '™', yen: '¥', euro: '€', pound: '£', cent: '¢', larr: '←', uarr: '↑', rarr: '→', darr: '↓', radic: '√',
  le: '≤', ge: '≥', ne: '≠', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', omega: 'ω', phi: 'φ', Phi: 'Φ', Omega: 'Ω',
}

/** Resolves references; what is none stays as it stands, as browsers do. */
export function decodeHtmlEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,9}));?/gi, (whole: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return namedEntities[name] ?? namedEntities[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : '\ufffd'
  })
}

/**
 * The text of a cell as a browser shows it: white space runs together, `\n` (from line break elements) stays, and a
 * cell that holds nothing but white space and non-breaking spaces is blank.
 */
export function tidyCellText(text: string): string | null {
  const lines = text.split('\n').map((line) => line.replace(/^ +| +$/g, ''))
  const joined = lines.join('\n').replace(/^\n+|\n+$/g, '')
  return joined.trim() === '' ? null : joined
}

/** White space of the source, as one space; what the author wrote as `&nbsp;` is no such white space. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ')
}
