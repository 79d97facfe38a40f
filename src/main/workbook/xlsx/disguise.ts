const literals = /"[^"]*"?|[\\_*]./gu
const digits = /[\p{N}〇零一二三四五六七八九十百千万亿]/u
const shows = /[0#?ymdhs@]|general/iu
/** A comma behind the last digit divides by a thousand. */
const scales = /[0#?],+(?:[^0#?,]|$)/u

const builtInDecimals: Readonly<Record<number, number>> = { 1: 0, 2: 2, 3: 0, 4: 2, 9: 2, 10: 4, 37: 0, 38: 0, 39: 2, 40: 2 }

/** How many places behind the point a format shows of a positive and of a negative number, those of a percentage two more. */
export interface ShownPlaces { positive: number; negative: number }

/** @returns null for a format that shows as many as there are, or shows numbers in another way (dates, fractions, exponents) */
export function shownPlaces(id: number, code: string | undefined): ShownPlaces | null {
  const builtIn = builtInDecimals[id]
  if (code === undefined) return builtIn === undefined ? null : { positive: builtIn, negative: builtIn }
  const [first = '', second] = code.replace(literals, '').replace(/\[[^\]]*\]?/gu, '').split(';')
  const [positive, negative] = [first, second ?? first].map(placesOf)
  return positive === undefined || negative === undefined || positive === null || negative === null ? null : { positive, negative }
}

function placesOf(section: string): number | null {
  if (!/[0#?]/u.test(section) || /[ymdhse/@]|general/iu.test(section)) return null
  const behind = /\.([0#?]*)/u.exec(section)?.[1] ?? ''
  return behind.length + (section.includes('%') ? 2 : 0)
}

/** Whether a number has more places than are shown, so that another one is read: 1 for 0.62. */
export function isRoundedAway(value: number, { positive, negative }: ShownPlaces): boolean {
  const scaled = value * 10 ** (value < 0 ? negative : positive)
  return Math.abs(scaled - Math.round(scaled)) > Math.max(1, Math.abs(scaled)) * 1e-9
}

/**
 * Whether a number format shows another number than the cell's, or none: digits of its own ("1"0 shows 145 for 45), nothing at all
 * (;;;), or thousands for ones.
 */
export function isDisguise(code: string): boolean {
  if ((code.match(literals) ?? []).some((literal) => digits.test(literal))) return true
  const bare = code.replace(literals, '').replace(/\[[^\]]*\]?/gu, '')
  if (digits.test(bare.replace(/[0-9]/gu, ''))) return true
  const [positive = '', negative] = bare.split(';')
  return [positive, negative ?? positive].some((section) => !shows.test(section) || scales.test(section) || /[1-9]/u.test(section))
}
