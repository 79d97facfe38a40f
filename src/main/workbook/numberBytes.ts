const exactPowers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22]
const minus = 0x2d
const point = 0x2e

/**
 * The number written between two positions, NaN when it is none or does not fit a double. Up to 15 digits are
 * computed from the bytes: mantissa and power of ten are exact then, so one division rounds correctly and the result
 * equals `Number(text)`.
 */
export function numberAt(bytes: Buffer, start: number, end: number): number {
  let at = bytes[start] === minus ? start + 1 : start
  let mantissa = 0
  let digits = 0
  let decimals = -1
  for (; at < end; at++) {
    const byte = bytes[at]!
    if (byte === point && decimals < 0) decimals = 0
    else if (byte >= 0x30 && byte <= 0x39) {
      mantissa = mantissa * 10 + byte - 0x30
      digits++
      if (decimals >= 0) decimals++
    } else break
  }
  if (at < end || digits === 0 || digits > 15) return slowNumber(bytes.toString('latin1', start, end))
  const value = decimals > 0 ? mantissa / exactPowers[decimals]! : mantissa
  return bytes[start] === minus ? -value : value
}

/** The number a text stands for, NaN when it is none or does not fit a double. */
export function slowNumber(text: string): number {
  const trimmed = text.trim()
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) return Number.NaN
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : Number.NaN
}
