/**
 * Texts that a spreadsheet program would take for a formula (formula and DDE injection).
 *
 * A spreadsheet decides by the first characters of a field: `=`, `+`, `-`, `@`, their full-width twins as typed with a
 * Chinese input method, all of them also after blanks, and a tab or return that is stripped before the decision.
 * A sign standing alone ("-" for "not applicable") calculates nothing and is left in peace.
 *
 * In CSV the only defence is one apostrophe in front. To be taken away again exactly, it is also put in front of a text
 * that already looks guarded: `'=1` becomes `''=1`. Both functions therefore share one pattern, in which any number of
 * leading apostrophes is part of the look.
 */
const BLANKS = String.raw`[\s\u0000-\u0020\u200B\uFEFF]*`
const FORMULA_START = String.raw`(?:[\t\r]|${BLANKS}[=+\-@＝＋－＠][\s\S])`
const dangerous = new RegExp(`^${FORMULA_START}`)
const dangerousOrGuarded = new RegExp(`^'*${FORMULA_START}`)
const guarded = new RegExp(`^'+${FORMULA_START}`)

/** Whether a spreadsheet program could take the text for a formula when it is typed or read from CSV. */
export function looksLikeFormula(text: string): boolean {
  return !isOrdinaryStart(text.charCodeAt(0)) && dangerous.test(text)
}

/** Digits, Latin letters and Chinese characters begin nearly every text and no formula: millions of cells go this way. */
function isOrdinaryStart(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x7a) || (code >= 0x4e00 && code <= 0x9fff)
}

/** The text as it goes into a CSV field: harmless in every spreadsheet program. */
export function guardFormula(text: string): string {
  return !isOrdinaryStart(text.charCodeAt(0)) && dangerousOrGuarded.test(text) ? `'${text}` : text
}

/** The exact inverse: `unguardFormula(guardFormula(text)) === text` for every text. */
export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text
}
