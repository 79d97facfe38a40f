import type { PeriodCalendar } from '../../dates/periods'
import type { FilterName } from '../filters'
import type { Indicator, IndicatorName } from '../indicators'
import type { RuleName } from '../rules'

/** What a layout of a report form says (report-forms.md). */

/** What of an indicator a column shows; `denominator` is the population or the market entities it divides by. */
export type Shown = 'value' | 'previous' | 'growth' | 'share' | 'denominator'

export type RegionColumn =
  | { type: 'index' }
  | { type: 'region' }
  | FigureColumn
  | { type: 'sum'; of: readonly string[] }
  | { type: 'rank'; of: string }
  /** Only another office knows it: left blank for the pen. */
  | { type: 'blank' }
  /** One cell with the column on its left: a published layout may give one figure two sheet columns. */
  | { type: 'merged' }
  /** What of an indicator the named columns before it do not hold. */
  | { type: 'rest'; of: Indicator; less: readonly string[] }

export interface FigureColumn {
  type: 'figure'
  indicator: Indicator
  /** Commas between alternatives. */
  filters?: Readonly<Partial<Record<FilterName, string>>>
  show: Shown
  decimals?: number
  /** Flows from the beginning of the period's year to its end (当年累计); the period alone where left out. */
  over?: 'year_to_date'
}

/** A rule of domain.md 6 that must hold before the form is written; letters are sheet columns. */
export type FormCheck = { id: string; message: string } & (
  | { type: 'sum_equals'; parts: readonly string[]; whole: string }
  | { type: 'sum_at_least'; parts: readonly string[]; whole: string }
  | { type: 'at_most'; part: string; whole: string }
  | { type: 'rows_add_up'; columns: readonly string[] }
  | { type: 'distinct_total'; column: string }
  | { type: 'equals_indicator'; column: string; indicator: IndicatorName }
)

interface FormBase {
  label: string
  /** In file names, where it is shorter than the label. */
  fileLabel?: string
  /** `{period}` and `{place}` are filled. */
  title: string
  unit: string
  calendar: PeriodCalendar
  /** Line between title and header: the period, or the day of the stocks. */
  dateLine: 'period' | 'asOf'
  header: readonly (readonly [range: string, text: string])[]
  /** Rules printed under the form, in this order; the options' own rules and the source follow. */
  notes: readonly RuleName[]
}

export interface RegionForm extends FormBase {
  type: 'regions'
  totalName: string
  totalAt: 'first' | 'last'
  /** May also show figures received from other offices, for the cities of the province or the districts. */
  takesReceived?: true
  columns: readonly RegionColumn[]
  checks: readonly FormCheck[]
}

/** One row per standard and local drafting unit. */
export interface DraftingForm extends FormBase {
  type: 'drafting_units'
  kinds: readonly string[]
  columns: readonly DraftingColumn[]
}

export type DraftingColumn =
  | 'index' | 'district' | 'unit' | 'uscc' | 'standardNo' | 'title' | 'kind' | 'nature' | 'newOrRevised' | 'replaces' | 'rankInList' | 'listLength'
  | 'role' | 'committee' | 'publishedOn' | 'effectiveOn' | 'adoption' | 'systems' | 'remark'

/** One row per award given in the period, with the table of districts and awards on a sheet of its own. */
export interface HonourForm extends FormBase {
  type: 'honours'
  columns: readonly HonourColumn[]
  summary: RegionForm
}

export type HonourColumn =
  | 'index' | 'district' | 'recipient' | 'uscc' | 'honour' | 'level' | 'session' | 'category' | 'objectNumber' | 'document' | 'publishedOn' | 'status' | 'remark'

/** One row per standard or pilot and unit that a dated measure pays for. */
export interface SubsidyForm extends FormBase {
  type: 'subsidies'
  columns: readonly SubsidyColumn[]
}

export type SubsidyColumn =
  | 'index' | 'district' | 'unit' | 'uscc' | 'project' | 'object' | 'title' | 'completedOn' | 'rankInList' | 'amount' | 'yearAmount'
  | 'reviewNumber' | 'opinion' | 'remark'

/** One row per record, numbered; the other forms have one row per region. */
export type ListForm = DraftingForm | HonourForm | SubsidyForm
export type ListColumn = DraftingColumn | HonourColumn | SubsidyColumn
export type FormDefinition = RegionForm | ListForm
