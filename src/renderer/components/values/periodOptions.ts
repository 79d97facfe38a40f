import { parsePeriod, type Period } from '../../../shared/domain/dates/periods'
import { t } from '../../../shared/text/t'

export interface PeriodOption { value: string; label: string }

/** Whole years first; the parts of the two newest after them. Any other period can be typed. */
export function periodOptions(years: readonly number[], today = years[0] ?? 0): PeriodOption[] {
  const whole = years.map((year) => optionOf(String(year)))
  const parts = years.filter((year) => year > today - 2).flatMap((year) => ['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'].map((part) => optionOf(`${year}${part}`)))
  return [...whole, ...parts]
}

/** The typed text as an option when it is a period. */
export function typedPeriod(text: string): PeriodOption | null {
  const period = parsePeriod(text.trim())
  return period.ok ? optionOf(period.value.name) : null
}

export function optionOf(name: string): PeriodOption {
  const period = parsePeriod(name)
  return { value: name, label: period.ok ? labelOf(period.value) : name }
}

function labelOf({ name, kind, year, months }: Period): string {
  const first = months?.first ?? 1
  switch (kind) {
    case 'year': return t('ranking.period.year', { year })
    case 'half': return first === 1 ? t('ranking.period.firstHalf', { year }) : t('ranking.period.secondHalf', { year })
    case 'quarter': return t('ranking.period.quarter', { year, quarter: Math.floor((first - 1) / 3) + 1 })
    case 'month': return t('ranking.period.month', { year, month: first })
    case 'range': return name
  }
}
