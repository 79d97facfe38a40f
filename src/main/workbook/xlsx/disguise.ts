const literals = /"[^"]*"?|[\\_*]./gu
const digits = /[\p{N}〇零一二三四五六七八九十百千万亿]/u
const shows = /[0#?ymdhs@]|general/iu
/** A comma behind the last digit divides by a thousand. */
const scales = /[0#?],+(?:[^0#?,]|$)/u

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
