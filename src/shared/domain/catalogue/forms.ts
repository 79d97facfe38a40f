import type { PeriodCalendar } from '../periods'
import type { FilterName } from './filters'
import type { IndicatorName } from './indicators'
import type { RuleName } from './rules'

/**
 * Layouts of the report forms (report-forms.md): data, not code. Header cells carry the sheet ranges of that page, so the
 * two can be laid side by side; columns stand in order from A and say which figure of which indicator they show.
 */

/** What of an indicator a column shows; `denominator` is the population or the market entities it divides by. */
export type Shown = 'value' | 'previous' | 'growth' | 'share' | 'denominator'

export type RegionColumn =
  | { type: 'index' }
  | { type: 'region' }
  | { type: 'figure'; indicator: IndicatorName; filters?: Readonly<Partial<Record<FilterName, string>>>; show: Shown; decimals?: number }
  | { type: 'sum'; of: readonly string[] }
  | { type: 'rank'; of: string }

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

export type FormDefinition = RegionForm | DraftingForm

const count = (indicator: IndicatorName, filters?: Readonly<Partial<Record<FilterName, string>>>): RegionColumn =>
  ({ type: 'figure', indicator, show: 'value', ...(filters ? { filters } : {}) })
const show = (indicator: IndicatorName, shown: Shown, decimals?: number): RegionColumn =>
  ({ type: 'figure', indicator, show: shown, ...(decimals === undefined ? {} : { decimals }) })
const index: RegionColumn = { type: 'index' }
const region: RegionColumn = { type: 'region' }

/** 主导 and 参与, each 制定 and 修订, of one kind of standard: four columns. */
function roleColumns(kind: string): RegionColumn[] {
  return ['lead', 'part'].flatMap((role) => ['new', 'revised'].map((newOrRevised) => count('standards', { kind, role, newOrRevised })))
}

function roleHeader(columns: readonly [string, string, string, string]): (readonly [string, string])[] {
  const [a, b, c, d] = columns
  return [[`${a}4:${b}4`, '主导'], [`${c}4:${d}4`, '参与'], [`${a}5`, '制定'], [`${b}5`, '修订'], [`${c}5`, '制定'], [`${d}5`, '修订']]
}

export const forms = {
  F1: {
    type: 'drafting_units', label: '标准制修订明细表', title: '{period}{place}标准制修订明细表', unit: '项', calendar: 'calendar', dateLine: 'period',
    kinds: ['international', 'national', 'national_health', 'industry', 'local_province', 'local_city', 'group'],
    columns: [
      'index', 'district', 'unit', 'uscc', 'standardNo', 'title', 'kind', 'nature', 'newOrRevised', 'replaces', 'rankInList', 'listLength',
      'role', 'committee', 'publishedOn', 'effectiveOn', 'adoption', 'systems', 'remark',
    ],
    header: [
      ['A3', '序号'], ['B3', '所在区市'], ['C3', '单位名称'], ['D3', '统一社会信用代码'], ['E3', '标准编号'], ['F3', '标准名称'], ['G3', '标准类别'],
      ['H3', '标准性质'], ['I3', '制定/修订'], ['J3', '代替标准号'], ['K3', '本单位排名'], ['L3', '起草单位总数'], ['M3', '主导/参与'],
      ['N3', '归口单位（TC/SC）'], ['O3', '发布日期'], ['P3', '实施日期'], ['Q3', '采标情况'], ['R3', '标准体系/产业链'], ['S3', '备注'],
    ],
    notes: ['published_in_period', 'unit_district_on_event', 'amendments_not_counted', 'national_includes_health'],
  },
  F2: {
    type: 'regions', label: '各区市标准制修订情况统计表', fileLabel: '标准制修订统计表', title: '{period}{place}各区市标准制修订情况统计表', unit: '项', calendar: 'calendar', dateLine: 'period',
    totalName: '全市合计', totalAt: 'last',
    header: [
      ['A3:A5', '序号'], ['B3:B5', '区市'], ['C3:F3', '国际标准'], ['G3:J3', '国家标准'], ['K3:N3', '行业标准'], ['O3:Q3', '合计'], ['R3:R5', '位次'],
      ...roleHeader(['C', 'D', 'E', 'F']), ...roleHeader(['G', 'H', 'I', 'J']), ...roleHeader(['K', 'L', 'M', 'N']),
      ['O4:O5', '主导'], ['P4:P5', '参与'], ['Q4:Q5', '合计'],
    ],
    columns: [
      index, region, ...roleColumns('international'), ...roleColumns('national'), ...roleColumns('industry'),
      { type: 'sum', of: ['C', 'D', 'G', 'H', 'K', 'L'] }, { type: 'sum', of: ['E', 'F', 'I', 'J', 'M', 'N'] }, { type: 'sum', of: ['O', 'P'] },
      { type: 'rank', of: 'Q' },
    ],
    checks: [
      { id: 'total_distinct', type: 'distinct_total', column: 'Q', message: '全市合计按标准去重：不小于任一区市，不大于各区市之和' },
      { id: 'total_recounted', type: 'equals_indicator', column: 'Q', indicator: 'standards', message: '各分项之和等于不分项统计的标准数' },
    ],
    notes: ['standard_full_count', 'published_in_period', 'national_includes_health'],
  },
  F4: {
    type: 'regions', label: '有效发明专利统计表', title: '{period}{place}有效发明专利统计表', unit: '件、件/万人', calendar: 'calendar', dateLine: 'asOf',
    totalName: '全市', totalAt: 'last',
    header: [
      ['A3:A4', '地区'], ['B3:B4', '有效发明专利量'], ['C3:G3', '职务'], ['H3', '非职务'], ['I3:I4', '常住人口（万人）'], ['J3:J4', '专利密度（件/万人）'], ['K3:K4', '排名'],
      ['C4', '大专院校'], ['D4', '科研单位'], ['E4', '工矿企业'], ['F4', '机关团体'], ['G4', '职务总计'], ['H4', '个人'],
    ],
    columns: [
      region, count('inventions_valid'),
      ...['university', 'research', 'enterprise', 'institution'].map((ownerType) => count('inventions_valid', { ownerType })),
      { type: 'sum', of: ['C', 'D', 'E', 'F'] }, count('inventions_valid', { ownerType: 'individual' }),
      show('inventions_per_10k', 'denominator', 2), show('inventions_per_10k', 'value'), { type: 'rank', of: 'J' },
    ],
    checks: [
      { id: 'service_and_private', type: 'sum_equals', parts: ['G', 'H'], whole: 'B', message: '职务总计加个人等于有效发明专利量' },
      { id: 'rows_add_up', type: 'rows_add_up', columns: ['B', 'C', 'D', 'E', 'F', 'G', 'H'], message: '各区市与其他之和等于全市' },
    ],
    notes: ['valid_patent', 'first_patentee', 'other_row'],
  },
  F6: {
    type: 'regions', label: '每万人口高价值发明专利拥有量情况表', title: '{period}{place}每万人口高价值发明专利拥有量情况表', unit: '件、件/万人', calendar: 'calendar', dateLine: 'asOf',
    totalName: '全市合计', totalAt: 'last',
    header: [
      ['A3:A4', '序号'], ['B3:B4', '区市'], ['C3:C4', '有效发明专利（件）'], ['D3:H3', '其中：符合条件（可重复）'], ['I3:I4', '高价值发明专利（件，去重）'],
      ['J3:J4', '占有效发明比重（%）'], ['K3:K4', '上年同期（件）'], ['L3:L4', '同比（%）'], ['M3:M4', '常住人口（万人）'],
      ['N3:N4', '每万人口高价值发明专利拥有量（件）'], ['O3:O4', '位次'],
      ['D4', '战略性新兴产业'], ['E4', '海外有同族'], ['F4', '维持超10年'], ['G4', '较高质押融资'], ['H4', '国家科技奖或中国专利奖'],
    ],
    columns: [
      index, region, count('inventions_valid'),
      ...['strategic', 'overseas_family', 'ten_years', 'pledge', 'award'].map((criterion) => count('high_value', { criterion })),
      count('high_value'), show('high_value_share', 'value'), show('high_value', 'previous'), show('high_value', 'growth'),
      show('high_value_per_10k', 'denominator', 2), show('high_value_per_10k', 'value'), { type: 'rank', of: 'N' },
    ],
    checks: [
      { id: 'union', type: 'sum_at_least', parts: ['D', 'E', 'F', 'G', 'H'], whole: 'I', message: '各要素之和不小于去重后的高价值发明专利' },
      { id: 'part_of_valid', type: 'at_most', part: 'I', whole: 'C', message: '高价值发明专利不多于有效发明专利' },
      { id: 'rows_add_up', type: 'rows_add_up', columns: ['C', 'D', 'E', 'F', 'G', 'H', 'I', 'K'], message: '各区市与其他之和等于全市合计' },
    ],
    notes: ['high_value_union', 'high_value_ten_years', 'high_value_undated', 'high_value_own', 'first_patentee', 'stock_district_on_date', 'other_row'],
  },
  F7: {
    type: 'regions', label: '商标申请、注册与有效注册量统计表', title: '{period}{place}商标申请、注册与有效注册量统计表', unit: '件', calendar: 'trademark', dateLine: 'period',
    totalName: '合计', totalAt: 'first',
    header: [
      ['A3:A4', '序号'], ['B3:B4', '区市'], ['C3:E3', '申请件数'], ['F3:H3', '注册件数'], ['I3:K3', '有效注册量'], ['L3:L4', '占全市比重（%）'],
      ['M3:M4', '每百户市场主体拥有量（件）'], ['N3:N4', '位次'],
      ['C4', '本期'], ['D4', '上年同期'], ['E4', '同比（%）'], ['F4', '本期'], ['G4', '上年同期'], ['H4', '同比（%）'], ['I4', '期末'], ['J4', '上年同期'], ['K4', '同比（%）'],
    ],
    columns: [
      index, region,
      show('trademarks_applied', 'value'), show('trademarks_applied', 'previous'), show('trademarks_applied', 'growth'),
      show('trademarks_registered', 'value'), show('trademarks_registered', 'previous'), show('trademarks_registered', 'growth'),
      show('trademarks_valid', 'value'), show('trademarks_valid', 'previous'), show('trademarks_valid', 'growth'),
      show('trademarks_valid', 'share'), show('trademarks_per_100_entities', 'value'), { type: 'rank', of: 'I' },
    ],
    checks: [
      { id: 'rows_add_up', type: 'rows_add_up', columns: ['C', 'D', 'F', 'G', 'I', 'J'], message: '各区市与其他之和等于合计' },
    ],
    notes: ['trademark_class_pairs', 'trademark_year', 'valid_trademark', 'flow_district_on_event', 'stock_district_on_date', 'other_row'],
  },
} as const satisfies Record<string, FormDefinition>

export type FormName = keyof typeof forms

export function isFormName(name: string): name is FormName {
  return Object.hasOwn(forms, name)
}

export function formDefinition(name: FormName): FormDefinition {
  return forms[name]
}

/** Indicators a form of regions shows. */
export function indicatorsOf(form: FormDefinition): IndicatorName[] {
  if (form.type === 'drafting_units') return ['standards']
  return [...new Set(form.columns.flatMap((column) => (column.type === 'figure' ? [column.indicator] : [])))]
}
