import type { PeriodCalendar } from '../dates/periods'
import type { FilterName, Filters } from './filters'
import type { RuleName } from './rules'

/**
 * Every indicator of the program (domain.md 6, cli.md "Indicators"): data, not code. A new indicator of an existing
 * shape is one entry in `counts` or `quotients`; the evaluators in main/register/ranking know shapes, not names.
 */

/** What is counted; a trademark counts once for each of its classes. */
export type Subject = 'standard' | 'patent' | 'trademark' | 'honour' | 'pilot' | 'pct'

interface Described {
  /** As rankings and reports print it. */
  label: string
  unit: string
  /** Places after the point at printed rounding. */
  decimals: number
  definition: string
  rules: readonly RuleName[]
}

/** Values that an indicator fixes itself; the same names as the filters a caller may give. */
export type FixedFilters = Readonly<Partial<Record<FilterName, string>>>

/** flow: records with an event in the period · stock: records in a state on a date. */
export type CountDefinition = Described & {
  subject: Subject
  calendar: PeriodCalendar
  filters: readonly FilterName[]
  fixed?: FixedFilters
} & (
  | { shape: 'flow'; event: 'publishedOn' | 'filedOn' | 'grantedOn' | 'appliedOn' | 'registeredOn' | 'receivedOn' | 'year' }
  | { shape: 'stock'; state: 'in_force' | 'grace'; highValue?: true }
)

export const counts = {
  standards: {
    label: '制修订国际、国家、行业标准数', unit: '项', decimals: 0, shape: 'flow', subject: 'standard', event: 'publishedOn', calendar: 'calendar',
    filters: ['kind', 'role', 'newOrRevised'],
    definition: '统计期内发布、起草单位中至少有一家本地单位的标准数；不指明类别时为国际、国家、行业标准之和',
    rules: ['standard_full_count', 'standard_best_role', 'published_in_period', 'unit_district_on_event', 'national_includes_health', 'amendments_not_counted'],
  },
  patents_applied: {
    label: '专利申请量', unit: '件', decimals: 0, shape: 'flow', subject: 'patent', event: 'filedOn', calendar: 'calendar',
    filters: ['type', 'ownerType'],
    definition: '统计期内申请的专利数',
    rules: ['applied_in_period', 'first_patentee', 'flow_district_on_event', 'owner_type_from_unit', 'other_row'],
  },
  patents_granted: {
    label: '专利授权量', unit: '件', decimals: 0, shape: 'flow', subject: 'patent', event: 'grantedOn', calendar: 'calendar',
    filters: ['type', 'ownerType'],
    definition: '统计期内授权公告的专利数',
    rules: ['granted_in_period', 'first_patentee', 'flow_district_on_event', 'owner_type_from_unit', 'other_row'],
  },
  inventions_valid: {
    label: '有效发明专利拥有量', unit: '件', decimals: 0, shape: 'stock', subject: 'patent', state: 'in_force', calendar: 'calendar',
    filters: ['ownerType'], fixed: { type: 'invention' },
    definition: '截止日处于有效状态的授权发明专利数',
    rules: ['valid_patent', 'first_patentee', 'stock_district_on_date', 'owner_type_from_unit', 'other_row'],
  },
  patents_valid: {
    label: '有效专利拥有量', unit: '件', decimals: 0, shape: 'stock', subject: 'patent', state: 'in_force', calendar: 'calendar',
    filters: ['type', 'ownerType'],
    definition: '截止日处于有效状态的授权专利数',
    rules: ['valid_patent', 'first_patentee', 'stock_district_on_date', 'owner_type_from_unit', 'other_row'],
  },
  high_value: {
    label: '高价值发明专利拥有量', unit: '件', decimals: 0, shape: 'stock', subject: 'patent', state: 'in_force', highValue: true, calendar: 'calendar',
    filters: ['criterion', 'ownerType'], fixed: { type: 'invention' },
    definition: '截止日有效的发明专利中至少符合一项高价值认定要素的件数',
    rules: ['valid_patent', 'high_value_union', 'high_value_ten_years', 'high_value_undated', 'high_value_own', 'first_patentee', 'stock_district_on_date', 'other_row'],
  },
  pct: {
    label: 'PCT国际专利申请量', unit: '件', decimals: 0, shape: 'flow', subject: 'pct', event: 'receivedOn', calendar: 'calendar',
    filters: [],
    definition: '统计期内受理的PCT国际专利申请数',
    rules: ['first_applicant', 'flow_district_on_event', 'other_row'],
  },
  trademarks_applied: {
    label: '商标申请件数', unit: '件', decimals: 0, shape: 'flow', subject: 'trademark', event: 'appliedOn', calendar: 'trademark',
    filters: [],
    definition: '统计期内申请的商标件数',
    rules: ['trademark_class_pairs', 'trademark_year', 'flow_district_on_event', 'other_row'],
  },
  trademarks_registered: {
    label: '商标注册件数', unit: '件', decimals: 0, shape: 'flow', subject: 'trademark', event: 'registeredOn', calendar: 'trademark',
    filters: [],
    definition: '统计期内注册公告的商标件数',
    rules: ['trademark_class_pairs', 'trademark_year', 'flow_district_on_event', 'other_row'],
  },
  trademarks_valid: {
    label: '有效注册商标量', unit: '件', decimals: 0, shape: 'stock', subject: 'trademark', state: 'in_force', calendar: 'trademark',
    filters: [],
    definition: '截止日有效的注册商标件数',
    rules: ['valid_trademark', 'trademark_class_pairs', 'trademark_year', 'stock_district_on_date', 'other_row'],
  },
  trademarks_grace: {
    label: '宽展期内注册商标量', unit: '件', decimals: 0, shape: 'stock', subject: 'trademark', state: 'grace', calendar: 'trademark',
    filters: [],
    definition: '截止日处于宽展期的注册商标件数',
    rules: ['grace_trademark', 'trademark_class_pairs', 'trademark_year', 'stock_district_on_date', 'other_row'],
  },
  honours: {
    label: '质量荣誉数', unit: '项', decimals: 0, shape: 'flow', subject: 'honour', event: 'publishedOn', calendar: 'calendar',
    filters: ['honour', 'level'],
    definition: '统计期内公布授予的质量品牌荣誉数',
    rules: ['honour_awarded_only', 'honour_once', 'honour_level', 'honour_district', 'other_row'],
  },
  pilots: {
    label: '试点示范项目数', unit: '项', decimals: 0, shape: 'flow', subject: 'pilot', event: 'year', calendar: 'calendar',
    filters: ['pilotType', 'status'],
    definition: '批准年度在统计期内的知识产权试点示范项目数',
    rules: ['pilot_by_year', 'other_row'],
  },
} as const satisfies Record<string, CountDefinition>

export type CountName = keyof typeof counts

/** What a stored field of a record must be for it to count, in the words of a list's filter. */
export interface Condition { field: string; values: readonly string[]; match?: 'starts' | 'contains' | 'excludes' }

/**
 * One count with its fixed filters; `everywhere` drops the question whose it is (all that was released). `filters` and
 * `where` are those of the office's own indicators: any of several values, and conditions on stored fields.
 */
export interface CountTerm { count: CountName; fixed?: FixedFilters; everywhere?: true; filters?: Filters; where?: readonly Condition[] }

/** ratio: in %, both sides counted · per_10k: by population in 万 · per_100: by market entities. */
export type QuotientDefinition = Described & { numerator: CountTerm; factor: number } & (
  | { shape: 'ratio'; denominator: CountTerm }
  | { shape: 'per_10k'; denominator: 'population' }
  | { shape: 'per_100'; denominator: 'market_entities' }
)

export const quotients = {
  national_participation: {
    label: '国家标准参与度', unit: '%', decimals: 1, shape: 'ratio', factor: 100,
    numerator: { count: 'standards', fixed: { kind: 'national' } },
    denominator: { count: 'standards', fixed: { kind: 'national' }, everywhere: true },
    definition: '统计期内发布、有本地单位起草的国家标准数占同期发布的全部国家标准数的比重',
    rules: ['standard_full_count', 'published_in_period', 'unit_district_on_event', 'national_includes_health', 'national_released', 'ratio_in_points'],
  },
  inventions_per_10k: {
    label: '每万人口发明专利拥有量', unit: '件/万人', decimals: 2, shape: 'per_10k', factor: 1,
    numerator: { count: 'inventions_valid' }, denominator: 'population',
    definition: '有效发明专利拥有量除以常住人口（万人）',
    rules: ['valid_patent', 'first_patentee', 'stock_district_on_date', 'population_permanent', 'population_city_published', 'other_row'],
  },
  high_value_share: {
    label: '高价值发明专利占有效发明专利比重', unit: '%', decimals: 1, shape: 'ratio', factor: 100,
    numerator: { count: 'high_value' }, denominator: { count: 'inventions_valid' },
    definition: '高价值发明专利拥有量占有效发明专利拥有量的比重',
    rules: ['valid_patent', 'high_value_union', 'high_value_ten_years', 'high_value_undated', 'high_value_own', 'first_patentee', 'stock_district_on_date', 'ratio_in_points'],
  },
  high_value_per_10k: {
    label: '每万人口高价值发明专利拥有量', unit: '件/万人', decimals: 2, shape: 'per_10k', factor: 1,
    numerator: { count: 'high_value' }, denominator: 'population',
    definition: '高价值发明专利拥有量除以常住人口（万人）',
    rules: ['valid_patent', 'high_value_union', 'high_value_ten_years', 'high_value_undated', 'high_value_own', 'first_patentee', 'stock_district_on_date', 'population_permanent', 'population_city_published', 'other_row'],
  },
  trademarks_per_100_entities: {
    label: '每百户市场主体有效注册商标拥有量', unit: '件/百户', decimals: 1, shape: 'per_100', factor: 100,
    numerator: { count: 'trademarks_valid' }, denominator: 'market_entities',
    definition: '有效注册商标量除以市场主体户数再乘100',
    rules: ['valid_trademark', 'trademark_class_pairs', 'trademark_year', 'stock_district_on_date', 'entities_year_end', 'other_row'],
  },
} as const satisfies Record<string, QuotientDefinition>

export type QuotientName = keyof typeof quotients
export type IndicatorName = CountName | QuotientName
type Printed = (typeof counts)[CountName] | (typeof quotients)[QuotientName]
export type IndicatorWord = Printed['label'] | Printed['unit'] | Printed['definition']
export type IndicatorDefinition = CountDefinition | QuotientDefinition

/** All indicators of the program in the order in which they are offered. */
export const indicatorNames: readonly IndicatorName[] = [
  'standards', 'national_participation', 'patents_applied', 'patents_granted', 'patents_valid', 'inventions_valid', 'inventions_per_10k', 'high_value', 'high_value_share',
  'high_value_per_10k', 'pct', 'trademarks_applied', 'trademarks_registered', 'trademarks_valid', 'trademarks_grace',
  'trademarks_per_100_entities', 'honours', 'pilots',
]

/**
 * An indicator that the office has made of the shapes above. It carries its definition with it, so what was asked by one
 * version is answered by that version.
 */
export interface OwnIndicator {
  /** As the office calls it on the command line; never the name of one of the program's. */
  name: string
  version: number
  definition: IndicatorDefinition
  /** What is counted; of a quotient, above the line. */
  term: CountTerm
}

/** What can be counted and ranked: an indicator of the program by its name, or one of the office's own. */
export type Indicator = IndicatorName | OwnIndicator

export function isIndicatorName(name: string): name is IndicatorName {
  return Object.hasOwn(counts, name) || Object.hasOwn(quotients, name)
}

export function isCount(name: IndicatorName): name is CountName {
  return Object.hasOwn(counts, name)
}

export function countDefinition(name: CountName): CountDefinition {
  return counts[name]
}

export function nameOf(indicator: Indicator): string {
  return typeof indicator === 'string' ? indicator : indicator.name
}

export function indicatorDefinition(indicator: Indicator): IndicatorDefinition {
  if (typeof indicator !== 'string') return indicator.definition
  return isCount(indicator) ? counts[indicator] : quotients[indicator]
}

export function isQuotientDefinition(definition: IndicatorDefinition): definition is QuotientDefinition {
  return 'numerator' in definition
}

/** Whether its numbers are counts of records: parts of a whole, not densities or percentages. */
export function isCounted(indicator: Indicator): boolean {
  return !isQuotientDefinition(indicatorDefinition(indicator))
}

/** The count behind a number: what `records` lists for it. */
export function leadingTerm(indicator: Indicator): CountTerm {
  if (typeof indicator !== 'string') return indicator.term
  return isCount(indicator) ? { count: indicator } : quotients[indicator].numerator
}

/** Filters that are no stored field of what is counted: those of the count itself, and the tags of the unit that a record belongs to. */
export function countFilters(count: CountName): readonly FilterName[] {
  return [...countDefinition(count).filters, 'unitTags']
}

/** Filters a caller may give: those of the count behind the indicator that the indicator does not fix itself, the tags of what is counted and of its unit. */
export function allowedFilters(indicator: Indicator): readonly FilterName[] {
  if (!isCounted(indicator)) return []
  const { count, fixed, filters } = leadingTerm(indicator)
  const definition = countDefinition(count)
  return [...countFilters(count), 'tags' as const].filter((filter) => definition.fixed?.[filter] === undefined && fixed?.[filter] === undefined && filters?.[filter] === undefined)
}

/** `calendar` for all but trademarks, whose periods end on the 15th. */
export function calendarOf(indicator: Indicator): PeriodCalendar {
  return countDefinition(leadingTerm(indicator).count).calendar
}

/** Whether it is what there is on a day, and not what came about in a period. */
export function isStock(indicator: Indicator): boolean {
  return countDefinition(leadingTerm(indicator).count).shape === 'stock'
}
