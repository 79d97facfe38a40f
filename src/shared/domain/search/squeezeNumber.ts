/** Letters and digits alone: how identifiers are also searched, so that GBT10114 finds GB/T 10114-2003. */
export function squeezeNumber(folded: string): string {
  // Nearly all are ASCII, and patterns of Unicode's classes are slow.
  return folded.replaceAll(ascii.test(folded) ? asciiMarks : marks, '')
}

// oxlint-disable-next-line no-control-regex -- exactly the first 128 characters
const ascii = /^[\x00-\x7f]*$/
const asciiMarks = /[\s!-/:-@[-`{-~]+/g
const marks = /[\p{P}\p{S}\s]+/gu
