/**
 * Texts inside workbook parts. XML cannot hold most control characters, lone surrogates and U+FFFE/U+FFFF, and its
 * parsers turn returns into line feeds; workbooks write these as `_xHHHH_` (ISO/IEC 29500-1, ST_Xstring). A text that
 * itself reads like such an escape gets its underscore escaped, so that every text comes back unchanged.
 */
const UNSAFE = String.raw`\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF`
const needsStringEscape = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]|_x/
// An unsafe character after "_x0041" ends that look-alike as well, because its own escape begins with an underscore.
const lookAlike = new RegExp(`_(?=x[0-9A-Fa-f]{4}[_${UNSAFE}])`, 'gu')
const unsafe = new RegExp(`[${UNSAFE}]`, 'gu') // with the u flag a well-formed pair is one character and not matched
const hasMarkup = /[&<>"]/
const markup = /[&<>"]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A cell's text as element content, every character of it recoverable. */
export function escapeCellText(text: string): string {
  const recoverable = needsStringEscape.test(text) ? escapeString(text) : text
  return hasMarkup.test(recoverable) ? recoverable.replace(markup, entityOf) : recoverable
}

function escapeString(text: string): string {
  return text
    .replace(lookAlike, '_x005F_')
    .replace(unsafe, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

/** A name or formula inside an attribute or element that knows no `_xHHHH_`; characters XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(unsafe, '').replace(markup, entityOf)
}

/** The `<t>` element; blanks at the ends and line feeds survive only where XML is told to keep them. */
export function textElement(text: string): string {
  const open = /^\s|\s$|\n/.test(text) ? '<t xml:space="preserve">' : '<t>'
  return `${open}${escapeCellText(text)}</t>`
}

function entityOf(character: string): string {
  return entities[character] ?? character
}
