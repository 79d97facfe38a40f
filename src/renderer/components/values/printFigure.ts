import { locale } from '../../../shared/text/language'
const formats = new Map<number, Intl.NumberFormat>()

/** A figure as printed: grouped digits, its own decimals; nothing is “—”, never 0. */
export function printFigure(value: number | null, decimals = 0): string {
  if (value === null) return '—'
  let format = formats.get(decimals)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    formats.set(decimals, format)
  }
  return format.format(value).replace('-', '−')
}

/** 同比 with its sign: “18.3%” is “+18.3%”, “-” is “—”. */
export function printGrowth(growth: string): string {
  if (growth === '-' || growth === '') return '—'
  if (growth.startsWith('-')) return `−${growth.slice(1)}`
  return /^[+0]/.test(growth) && Number.parseFloat(growth) === 0 ? growth.replace('+', '') : `+${growth.replace('+', '')}`
}

/** Which way a printed growth goes; 0 where it does not move or cannot be said. */
export function directionOf(growth: string): -1 | 0 | 1 {
  const moved = Number.parseFloat(growth)
  return Number.isFinite(moved) ? (Math.sign(moved) as -1 | 0 | 1) : 0
}
