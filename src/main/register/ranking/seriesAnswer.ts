import type { RankAnswer, RankRow } from './rankAnswer'

/** Both days inclusive; of a stock its one day. */
export interface SeriesWindow { from: string; to: string }

/** The answer of `series` (docs/cli.md). */
export interface SeriesAnswer extends Omit<RankAnswer, 'rows' | 'total'> {
  /** The days behind the columns; null where the indicator has no such column. */
  windows: { now: SeriesWindow; prior: SeriesWindow; yearBefore: SeriesWindow; yearToDate: SeriesWindow | null; yearEnd: SeriesWindow | null }
  rows: SeriesRow[]
  total: SeriesRow
}

/** Values at printed rounding, null where there is none; growth and shares as printed. */
export interface SeriesRow extends Pick<RankRow, 'code' | 'name' | 'level' | 'value'> {
  /** 上期, and 环比 with two decimals. */
  prior: number | null
  chain: string
  /** 上年同期, and 同比. */
  yearBefore: number | null
  growth: string
  /** 当年累计 of a flow, the same days a year earlier, and how it grew. */
  yearToDate: number | null
  yearToDateBefore: number | null
  yearToDateGrowth: string
  /** 总累计 of a count of a flow. */
  ever: number | null
  /** 上年末 of a stock, and 比上年末. */
  yearEnd: number | null
  sinceYearEnd: string
  /** 占比 now and a year earlier, and its change in 百分点. */
  share: string
  shareBefore: string
  shareChange: string
}
