import type { FormCell } from '../form/formTypes'

/** A number as its format shows it, to know how wide its column must be; a column too narrow shows ####. */
export function shownNumber(value: number, format: FormCell['format'] = '#,##0'): string {
  switch (format) {
    case 'yyyy-mm-dd': return '2000-01-01'
    case '0': return value.toFixed(0)
    case '0.0': return value.toFixed(1)
    case '0.00': return value.toFixed(2)
    case '0.000': return value.toFixed(3)
    case '0.0000': return value.toFixed(4)
    case '0%': return `${(value * 100).toFixed(0)}%`
    case '0.0%': return `${(value * 100).toFixed(1)}%`
    case '0.00%': return `${(value * 100).toFixed(2)}%`
    case '0.000%': return `${(value * 100).toFixed(3)}%`
    case '0.0000%': return `${(value * 100).toFixed(4)}%`
    case '#,##0': return grouped(value.toFixed(0))
    case '#,##0.00': return grouped(value.toFixed(2))
  }
}

function grouped(digits: string): string {
  return digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')
}
