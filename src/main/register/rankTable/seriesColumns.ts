import type { PeriodTable, SeriesPart } from '../../../shared/bridge/counting'
import { t } from '../../../shared/text/t'
import type { SeriesAnswer, SeriesRow } from '../ranking/seriesAnswer'

/** Columns of the table of periods, in the order of a statistical table. */
const flowParts: readonly SeriesPart[] = ['value', 'prior', 'chain', 'yearBefore', 'growth', 'yearToDate', 'yearToDateBefore', 'yearToDateGrowth', 'ever', 'share', 'shareBefore', 'shareChange']
const stockParts: readonly SeriesPart[] = ['value', 'prior', 'chain', 'yearBefore', 'growth', 'yearEnd', 'sinceYearEnd', 'share', 'shareBefore', 'shareChange']

/**
 * Those that an answer fills: 累计 is for flows, 上年末 for stocks; a density has no share, a percentage no sum of all years.
 * A year is its own 当年累计, and the end of the year before is its 上期 and 上年同期: such twins are left out.
 */
function partsOf(answer: SeriesAnswer): readonly SeriesPart[] {
  const { windows, rows, total } = answer
  const isYear = windows.prior.from === windows.yearBefore.from && windows.prior.to === windows.yearBefore.to
  const isWholeYear = windows.yearToDate?.from === windows.now.from
  const isYearEndKnown = windows.yearEnd !== null && [windows.prior.to, windows.yearBefore.to].includes(windows.yearEnd.to)
  const parts = windows.yearToDate === null ? stockParts : flowParts
  const all = [...rows, total]
  return parts.filter((part) => {
    if (part === 'value') return true
    if (isYear && (part === 'prior' || part === 'chain')) return false
    if (isWholeYear && part.startsWith('yearToDate')) return false
    if (isYearEndKnown && (part === 'yearEnd' || part === 'sinceYearEnd')) return false
    if (part.startsWith('share')) return all.some((row) => row.share !== '-' || row.shareBefore !== '-')
    return part !== 'ever' || total.ever !== null
  })
}

export type SeriesColumn = PeriodTable['columns'][number]

/** The table as the window shows it, the whole last. */
export function periodTable(answer: SeriesAnswer): PeriodTable {
  const columns = columnsOf(answer)
  return { columns, rows: [...answer.rows, answer.total].map((row) => ({ name: row.name, cells: columns.map(({ part }) => valueOf(part, row)) })) }
}

export function columnsOf(answer: SeriesAnswer): SeriesColumn[] {
  return partsOf(answer).map((part) => ({ part, name: nameOf(part, answer), days: daysOf(part, answer) }))
}

function nameOf(part: SeriesPart, { windows }: SeriesAnswer): string {
  return t(`series.part.${part === 'value' && windows.yearEnd !== null ? 'end' : part}`)
}

function daysOf(part: SeriesPart, { windows }: SeriesAnswer): string | null {
  const step = stepOf[part]
  const days = step === undefined ? null : windows[step]
  if (days === null) return null
  return days.from === days.to ? days.to : t('series.days', { from: days.from, to: days.to })
}

const stepOf: Partial<Record<SeriesPart, keyof SeriesAnswer['windows']>> = { value: 'now', prior: 'prior', yearBefore: 'yearBefore', yearToDate: 'yearToDate', yearEnd: 'yearEnd' }

/** A figure, or a text as printed; "-" where there is none. */
export function valueOf(part: SeriesPart, row: SeriesRow): number | string {
  return row[part] ?? '-'
}
