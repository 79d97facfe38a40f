import { type Rejected, reject } from './parsed'
import { foldText } from './text'

/**
 * Arithmetic of printed figures. Rounding works on the decimal text of a number, half away from zero, so that 1.005
 * gives 1.01 although the double behind it is a little smaller.
 */

interface DecimalDigits { negative: boolean; digits: string; scale: number }

function decimalDigits(value: number): DecimalDigits {
  const text = String(Math.abs(value))
  const [mantissa = '0', exponent = '0'] = text.split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = whole + fraction
  return scale >= 0 ? { negative: value < 0, digits, scale } : { negative: value < 0, digits: digits + '0'.repeat(-scale), scale: 0 }
}

/** `value` with exactly `decimals` places, half away from zero: (1.005, 2) -> "1.01"; "-0.0" is printed "0.0". */
export function formatRounded(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '-'
  const { negative, digits, scale } = decimalDigits(value)
  return printScaled(negative, roundScaled(BigInt(digits), scale, decimals), decimals)
}

/** As `formatRounded`, but a number. */
export function roundHalfAway(value: number, decimals: number): number {
  return Number(formatRounded(value, decimals))
}

function roundScaled(unscaled: bigint, scale: number, decimals: number): bigint {
  if (scale <= decimals) return unscaled * 10n ** BigInt(decimals - scale)
  return divideHalfAway(unscaled, 10n ** BigInt(scale - decimals))
}

function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n)
}

function printScaled(negative: boolean, unscaled: bigint, decimals: number): string {
  const text = unscaled.toString().padStart(decimals + 1, '0')
  const body = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
  return negative && unscaled !== 0n ? `-${body}` : body
}

/** numerator ÷ denominator × factor, exact on the decimal texts, rounded once. "-" when the denominator is 0 or missing. */
export function formatQuotient(numerator: number, denominator: number | null, factor: number, decimals: number): string {
  if (!denominator || !Number.isFinite(denominator) || !Number.isFinite(numerator)) return '-'
  const top = decimalDigits(numerator)
  const bottom = decimalDigits(denominator)
  const scaledTop = BigInt(top.digits) * BigInt(factor) * 10n ** BigInt(bottom.scale + decimals)
  const scaledBottom = BigInt(bottom.digits) * 10n ** BigInt(top.scale)
  return printScaled(top.negative !== bottom.negative, divideHalfAway(scaledTop, scaledBottom), decimals)
}

/** 件/万人 as printed (domain.md 2.8); the population keeps its full precision. */
export function perTenThousand(count: number, populationWan: number | null, decimals = 2): string {
  return formatQuotient(count, populationWan, 1, decimals)
}

/** 同比/环比 as printed; "-" when there is no base to grow from (domain.md 8.9). */
export function growth(current: number | null, previous: number | null, decimals = 1): string {
  if (current === null || !previous) return '-'
  const text = formatQuotient(exactDifference(current, previous), Math.abs(previous), 100, decimals)
  return text === '-' ? text : `${text}%`
}

/** What is divided by what; a count alone has no denominator. */
export interface ExactQuotient { count: number; denominator: number | null }

/**
 * 同比/环比 of two quotients from their parts, as printed: of a quotient as a double 3.125 % may stand a hair below the half.
 */
export function quotientGrowth(current: ExactQuotient, previous: ExactQuotient, decimals = 1): string {
  const [now, before] = [exactProduct(current.count, previous.denominator ?? 1), exactProduct(previous.count, current.denominator ?? 1)]
  const scale = Math.max(now.scale, before.scale)
  const base = before.unscaled * 10n ** BigInt(scale - before.scale)
  if (base === 0n) return '-'
  const moved = now.unscaled * 10n ** BigInt(scale - now.scale) - base
  const size = moved < 0n ? -moved : moved
  return `${printScaled(moved < 0n, divideHalfAway(size * 100n * 10n ** BigInt(decimals), base), decimals)}%`
}

/** Of two numbers that are not negative. */
function exactProduct(a: number, b: number): { unscaled: bigint; scale: number } {
  const [left, right] = [decimalDigits(a), decimalDigits(b)]
  return { unscaled: BigInt(left.digits) * BigInt(right.digits), scale: left.scale + right.scale }
}

/** 占比 as printed. */
export function share(part: number | null, whole: number | null, decimals = 1): string {
  if (part === null) return '-'
  const text = formatQuotient(part, whole, 100, decimals)
  return text === '-' ? text : `${text}%`
}

/** The change of a share, in 百分点, from the two printed percentages ("18.3%", "15.0%" -> "3.3"). */
export function percentagePoints(current: string, previous: string, decimals = 1): string {
  if (current === '-' || previous === '-') return '-'
  return formatRounded(exactDifference(Number.parseFloat(current), Number.parseFloat(previous)), decimals)
}

/** a − b without binary noise (0.3 − 0.1 = 0.2). */
export function exactDifference(a: number, b: number): number {
  return exactSum([a, -b])
}

/** Sum on decimal texts, so that ten populations in 万 add up to what a clerk's calculator shows. */
export function exactSum(values: readonly number[]): number {
  const parts = values.map(decimalDigits)
  const scale = parts.reduce((most, part) => Math.max(most, part.scale), 0)
  let total = 0n
  for (const part of parts) {
    const unscaled = BigInt(part.digits) * 10n ** BigInt(scale - part.scale)
    total += part.negative ? -unscaled : unscaled
  }
  const negative = total < 0n
  return Number(printScaled(negative, negative ? -total : total, scale))
}

export type Magnitude = 'one' | 'wan' | 'yi'

/** A figure read from a cell. */
export interface ParsedFigure {
  ok: true
  /** In plain units: 18.4万件 is 184000; 12% is 12 with unit "%". */
  value: number
  /** As written, before 万/亿 is applied. */
  written: number
  magnitude: Magnitude
  /** 件, 人, 项, % …; null when none is written. */
  unit: string | null
  /** Half of the last written place in plain units: 18.4万 is good to ±500; 0 for whole plain numbers. */
  uncertainty: number
}

export type FigureResult = ParsedFigure | Rejected<'bad_number' | 'missing_value'>

const figureShape = /^([+-])?(\d{1,3}(?:,\d{3})+|\d{1,18})(\.\d{1,12})?(%|‰)?(万|亿|千|百)?(%|[\u4e00-\u9fff/]{0,6})$/
const bracketsAround = /^(?:约|共|计|合计)?(.*?)(?:左右|余|\(.{0,20}\))?$/
const magnitudes: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 }

/** Reads "1,234件", "18.4万件", "12%", "１１２．２５" (import-sources.md 4, line 17); blank and placeholders are missing_value. */
export function parseFigure(input: string | number): FigureResult {
  if (typeof input === 'number') {
    return Number.isFinite(input) ? { ok: true, value: input, written: input, magnitude: 'one', unit: null, uncertainty: 0 } : reject('bad_number')
  }
  if (input.length > 60) return reject('bad_number')
  const text = foldText(input).replace(/ /g, '')
  if (text === '' || /^(?:-|\/|\.{2,}|无|待定|暂无|不详|未知|N\/?A|X{2,})$/i.test(text)) return reject('missing_value')
  const match = figureShape.exec(text) ?? figureShape.exec(bracketsAround.exec(text)?.[1] ?? '')
  return match ? figureOf(match) : reject('bad_number')
}

function figureOf(match: RegExpExecArray): ParsedFigure {
  const [, sign = '', whole = '', fraction = '', percent, factorWord = '', unitWord = ''] = match
  const factor = magnitudes[factorWord] ?? 1
  const written = Number(`${sign}${whole.replaceAll(',', '')}${fraction}`)
  const places = Math.max(0, fraction.length - 1)
  const value = factor === 1 ? written : roundHalfAway(written * factor, 6)
  return {
    ok: true,
    value,
    written,
    magnitude: factorWord === '万' ? 'wan' : factorWord === '亿' ? 'yi' : 'one',
    unit: percent ?? (unitWord === '' ? null : unitWord),
    uncertainty: factor === 1 && places === 0 ? 0 : factor / (2 * 10 ** places),
  }
}
