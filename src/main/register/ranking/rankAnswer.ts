import type { RuleName } from '../../../shared/domain/catalogue/rules'
import type { RowLevel } from './regionRows'

/**
 * Why there are no figures at all, which is not zero (report-forms.md, cell rules): the register has no record of the kind that
 * is counted, or no figure of the period was received.
 */
export type NoData = 'no_records' | 'not_received'

/** The answer of `rank` (cli.md). */
export interface RankAnswer {
  indicator: string
  /** Of an indicator that the office has defined. */
  version?: number
  unit: string
  period: string
  /** Day of the stock; for a flow the last day of the period. */
  asOf: string
  rules: RankRules
  /** Absent where there are figures; with it every value is null. */
  noData?: NoData
  rows: RankRow[]
  total: RankRow
}

export interface RankRules {
  leadRule: string | null
  zones: string
  source: string
  scope: string
  filters: Readonly<Record<string, readonly string[]>>
  /** Population series that divided, null where none did. */
  population: string | null
  /** Day window of the period. */
  from: string
  to: string
  names: readonly RuleName[]
}

export interface RankRow {
  code: string | null
  name: string
  level: RowLevel
  value: number | null
  rank: number | null
  previous: number | null
  previousRank: number | null
  growth: string
  share: string
}
