import type { TextKey } from '../../../shared/text/zh-CN'

/** Parts of a year that forms are asked for, in the order of the clerk's year. */
export const periodKinds = ['year', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', 'range'] as const
export type PeriodKind = (typeof periodKinds)[number]

export interface ReportPeriod {
  kind: PeriodKind
  year: number
  /** Days of a free range. */
  from: string
  to: string
}

export function periodOf(year: number): ReportPeriod {
  return { kind: 'year', year, from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The period as the register writes it: 2021, 2021H1, 2021Q3, 2021-01-05..2021-03-01; null while a range is not one. */
export function writtenPeriod({ kind, year, from, to }: ReportPeriod): string | null {
  if (kind === 'year') return String(year)
  if (kind !== 'range') return `${year}${kind}`
  return from !== '' && to !== '' && from <= to ? `${from}..${to}` : null
}

export function periodKindText(kind: PeriodKind): TextKey {
  return `reports.kind.${kind}`
}

/** By the clock: a window may stay open through New Year's Eve. */
export function thisYear(): number {
  return new Date().getFullYear()
}

/** Years to choose from: this one and the ten before. */
export function recentYears(): number[] {
  return Array.from({ length: 11 }, (_, before) => thisYear() - before)
}
