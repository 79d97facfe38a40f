/** A password that is shorter is refused. */
export const shortestPassword = 8
/** What is read of one at most: a descriptor or a field may hold anything. */
export const longestPassword = 256

export type PasswordStrength = 'short' | 'weak' | 'fair' | 'strong'

/** What many people choose, and what is known of every office. */
const known = ['password', 'qwerty', 'asdf', 'zxcv', 'admin', 'abc', 'iloveyou', 'woaini', '1qaz2wsx', 'qaz', 'wsx', '888', '666', '12315', '12345', '5201314', 'qingdao', 'beian', 'scjg', 'biaozhi']
const fairBits = 40
const strongBits = 60
const hanBits = 9

/**
 * How hard a password is to guess: the bits of its letters, where a run (aaaa), a sequence (1234), a year or date, and a
 * well-known word count as one letter. A hint for whoever chooses one, no proof.
 */
export function strengthOf(password: string): PasswordStrength {
  const letters = [...password.normalize('NFKC')]
  // Blanks alone, or around a word, are not what anybody remembers to have typed.
  if ([...letters.join('').trim()].length < shortestPassword) return 'short'
  const rest = withoutKnown(letters.join('').toLowerCase())
  const bits = surprising(rest).reduce((sum, letter) => sum + bitsOf(letter), 0) + (hasBothCases(password) ? 4 : 0)
  return bits >= strongBits ? 'strong' : bits >= fairBits ? 'fair' : 'weak'
}

function withoutKnown(password: string): string {
  const words = known.reduce((rest, word) => rest.replaceAll(word, '*'), password)
  return words.replaceAll(/(?:19|20)\d{2}(?:[01]\d(?:[0-3]\d)?)?/g, '*')
}

/** Without the letters that follow from those before them. */
function surprising(password: string): string[] {
  const letters = [...password]
  return letters.filter((letter, at) => {
    const step = stepOf(letters[at - 1], letter)
    return at === 0 || !(step !== null && Math.abs(step) <= 1 && (step === 0 || step === stepOf(letters[at - 2], letters[at - 1])))
  })
}

function stepOf(before: string | undefined, letter: string | undefined): number | null {
  const [a, b] = [before?.codePointAt(0), letter?.codePointAt(0)]
  return a === undefined || b === undefined ? null : b - a
}

function bitsOf(letter: string): number {
  if (/\d/u.test(letter)) return 3.3
  if (/[a-z]/u.test(letter)) return 4.7
  return /\p{Script=Han}/u.test(letter) ? hanBits : 5
}

function hasBothCases(password: string): boolean {
  return /[a-z]/u.test(password) && /[A-Z]/u.test(password)
}
