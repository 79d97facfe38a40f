/**
 * The key that stands on the recovery sheet: seven groups of four letters and a check letter. None of the letters looks
 * like another (no 0, 1, I, L, O), and their number is a prime, so that a check letter notices each wrong letter, each two
 * letters changed about, and each group in another's place.
 */
export const recoveryLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const groupCount = 7
const lettersOfGroup = 4
/** Letters that are drawn by lot: 138 bits. */
export const drawnLetters = groupCount * lettersOfGroup

export type ReadRecoveryKey =
  /** Only the drawn letters, 28 of them: what opens the backups. */
  | { kind: 'key'; drawn: string }
  /** It has the shape of a key, and the group of that number (1 to 7) is not what was printed. */
  | { kind: 'mistyped'; group: number }
  | { kind: 'other' }

/** The printed form, `A2BC7-…`, of {@link drawnLetters} places in {@link recoveryLetters}. */
export function writeRecoveryKey(places: readonly number[]): string {
  const groups = Array.from({ length: groupCount }, (_, group) => {
    const drawn = places.slice(group * lettersOfGroup, (group + 1) * lettersOfGroup)
    return [...drawn, checkPlace(drawn, group)].map((place) => recoveryLetters.charAt(place)).join('')
  })
  return groups.join('-')
}

/** Reads what somebody typed from the sheet: small letters, spaces and other dashes do not matter. */
export function readRecoveryKey(typed: string): ReadRecoveryKey {
  const groups = groupsOf(typed)
  if (groups === null) return { kind: 'other' }
  const wrong = groups.findIndex((group, at) => !isGroup(group, at))
  if (wrong >= 0) return { kind: 'mistyped', group: wrong + 1 }
  return { kind: 'key', drawn: groups.map((group) => group.slice(0, lettersOfGroup)).join('') }
}

/** Whether somebody has the sheet before her: what she typed is the key's last group. */
export function isLastGroup(typed: string, key: string): boolean {
  return plain(typed).join('') === key.split('-').at(-1)
}

/** Seven parts however long, or 35 letters in one; null for anything else. */
function groupsOf(typed: string): string[] | null {
  const parts = plain(typed)
  if (parts.length === groupCount) return parts
  const all = parts.join('')
  if (all.length !== groupCount * (lettersOfGroup + 1)) return null
  return Array.from({ length: groupCount }, (_, at) => all.slice(at * (lettersOfGroup + 1), (at + 1) * (lettersOfGroup + 1)))
}

function plain(typed: string): string[] {
  return typed.normalize('NFKC').toUpperCase().split(/[\s\p{Dash}_.·]+/u).filter((part) => part !== '')
}

function isGroup(group: string, at: number): boolean {
  const places = [...group].map((letter) => recoveryLetters.indexOf(letter))
  return places.length === lettersOfGroup + 1 && !places.includes(-1) && places.at(-1) === checkPlace(places.slice(0, -1), at)
}

/** Weights 1 to 5 over the five letters, which sum up to the group's number. */
function checkPlace(drawn: readonly number[], group: number): number {
  const prime = recoveryLetters.length
  const sum = drawn.reduce((total, place, at) => total + (at + 1) * place, 0)
  const needed = (((group + 1 - sum) % prime) + prime) % prime
  return (needed * inverseOf(lettersOfGroup + 1, prime)) % prime
}

function inverseOf(value: number, prime: number): number {
  for (let candidate = 1; candidate < prime; candidate++) if ((candidate * value) % prime === 1) return candidate
  return 0
}
