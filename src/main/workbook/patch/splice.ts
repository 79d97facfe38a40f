/** A stretch of a text and what stands there instead. */
export interface Replacement { start: number; end: number; text: string }

/** A text with stretches replaced that do not overlap; what is put in at one place stays in order. */
export function spliced(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end, text: written } of replacements.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(from, start), written)
    from = end
  }
  return pieces.join('') + text.slice(from)
}
