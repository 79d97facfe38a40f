/**
 * Order-free checksum of evidence rows: the sum of a 32-bit hash of every row, kept per source. It costs no byte in
 * the largest table, follows rows that come, change and go by adding and subtracting, and tells a check that a letter
 * was flipped. It guards against rot, not against intent; the chain of change sets is for that.
 */

/** Two sums below it add up exactly in a JavaScript number. */
export const sumModulus = 2 ** 48

/** Adds one hash to a sum, or takes it off when negative. */
export function addToSum(sum: number, part: number): number {
  return (sum + part + sumModulus) % sumModulus
}

/** FNV-1a over the row's numbers and the text of its difference, mixed so that neighbouring rows differ widely. */
export function evidenceHash(rec: number, row: number, diff: string | null): number {
  let hash = 0x811c9dc5
  hash = step(hash, rec >>> 0)
  hash = step(hash, Math.floor(rec / 2 ** 32))
  hash = step(hash, row)
  hash = step(hash, diff === null ? 0 : 1)
  if (diff !== null) for (let at = 0; at < diff.length; at++) hash = step(hash, diff.charCodeAt(at))
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 13
  return hash >>> 0
}

function step(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193)
}
