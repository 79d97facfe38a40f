import type { Period } from '../../../shared/domain/dates/periods'
import { language } from '../../../shared/text/language'
import { t } from '../../../shared/text/t'

/** How printed forms write periods and days, and how the window says them in its language. */

export function dayText(iso: string): string {
  return language() === 'en' ? iso : t('report.day', { year: iso.slice(0, 4), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) })
}

/** 2021年1月1日—12月31日; the year is repeated only where it changes. */
export function windowText(from: string, to: string): string {
  if (language() === 'en') return t('ranking.window', { from, to })
  const end = dayText(to)
  return `${dayText(from)}—${from.slice(0, 4) === to.slice(0, 4) ? end.slice(end.indexOf('年') + 1) : end}`
}

/** 2020.12.16—2021.12.15, as trademark tables print their statistical year. */
export function dottedWindow(from: string, to: string): string {
  return `${from.replaceAll('-', '.')}—${to.replaceAll('-', '.')}`
}

const quarters = ['report.title.quarter1', 'report.title.quarter2', 'report.title.quarter3', 'report.title.quarter4'] as const

/** The period at the head of a title. */
export function periodTitle(period: Period): string {
  const { year, kind } = period
  const first = period.months?.first ?? 1
  switch (kind) {
    case 'year': return t('report.title.year', { year })
    case 'half': return first === 1 ? t('report.title.firstHalf', { year }) : t('report.title.secondHalf', { year })
    case 'quarter': return t('report.title.quarter', { year, quarter: t(quarters[Math.floor((first - 1) / 3)] ?? quarters[0]) })
    case 'month': return t('report.title.month', { year, month: first })
    case 'range': return rangeTitle(period)
  }
}

function rangeTitle({ range }: Period): string {
  if (!range) return ''
  return range.from === range.to ? dayText(range.from) : windowText(range.from, range.to)
}

/** The population series as a footnote names it. */
export function seriesText(series: string): string {
  const year = series.slice(-4)
  if (series.startsWith('yearend')) return t('report.series.yearend', { year })
  return year === '2020' ? t('report.series.census', { ordinal: '七次', year }) : t('report.series.censusYear', { year })
}
