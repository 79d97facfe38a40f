import type { FilterName } from '../filters'
import type { IndicatorName } from '../indicators'
import type { RegionColumn, Shown } from './formTypes'

/** Columns that several forms have. */

export const count = (indicator: IndicatorName, filters?: Readonly<Partial<Record<FilterName, string>>>): RegionColumn =>
  ({ type: 'figure', indicator, show: 'value', ...(filters ? { filters } : {}) })
export const show = (indicator: IndicatorName, shown: Shown, decimals?: number): RegionColumn =>
  ({ type: 'figure', indicator, show: shown, ...(decimals === undefined ? {} : { decimals }) })
/** The same since the beginning of the period's year. */
export const toDate = (indicator: IndicatorName, shown: Shown, filters?: Readonly<Partial<Record<FilterName, string>>>): RegionColumn =>
  ({ type: 'figure', indicator, show: shown, over: 'year_to_date', ...(filters ? { filters } : {}) })
export const index: RegionColumn = { type: 'index' }
export const region: RegionColumn = { type: 'region' }

/** 主导 and 参与, each 制定 and 修订, of one kind of standard: four columns. */
export function roleColumns(kind: string): RegionColumn[] {
  return ['lead', 'part'].flatMap((role) => ['new', 'revised'].map((newOrRevised) => count('standards', { kind, role, newOrRevised })))
}

/** The two lines of heading over those four columns, 主导 and 参与 in row 4, 制定 and 修订 below them. */
export function roleHeader(columns: readonly [string, string, string, string]): (readonly [string, string])[] {
  const [a, b, c, d] = columns
  return [[`${a}4:${b}4`, '主导'], [`${c}4:${d}4`, '参与'], [`${a}5`, '制定'], [`${b}5`, '修订'], [`${c}5`, '制定'], [`${d}5`, '修订']]
}
