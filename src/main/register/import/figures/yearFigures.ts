import { withArabicYears } from '../../../../shared/domain/dates/chineseYears'
import type { ParsedFigure } from '../../../../shared/domain/numbers'
import type { HeaderColumn } from '../table/columnFields'
import type { RowStatement } from '../kinds/kindJudge'

/** What tables of population and market entities share, with a row or a column for each year. */

export interface YearColumn {
  field: string
  column: HeaderColumn
  /** Null where a column of years says it for each row. */
  year: number | null
  /** census2020, yearend2021; without its year where each row has its own. */
  series: string
  /** A bare number counts single people or households, and none of 10,000. */
  isInOnes: boolean
}

/** What of a sheet speaks for all figures of a table. */
export interface FigureTitle { text: string; year: number | null; /** ISO day. */ statusDate: string | null; measure: string | null; /** Each row says its year itself. */ rowYears?: boolean }

/** A column whose year is known, by its heading or by the row. */
export type DatedColumn = YearColumn & { year: number }

/** The record that one figure makes. */
export type FigureStatement = (region: string, column: DatedColumn, figure: ParsedFigure) => RowStatement

/** The one year that a text speaks of: 2021, 2021年末; null where none or several stand in it. */
export function yearIn(text: string): number | null {
  const years = new Set(withArabicYears(text).match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu))
  const [only] = years
  return only !== undefined && years.size === 1 ? Number(only) : null
}

/** 单位：人 and 单位：人、%. */
export function isInPersons({ measure }: Pick<FigureTitle, 'measure'>): boolean {
  return /^人(?:$|[、，,/])/u.test(measure ?? '')
}
