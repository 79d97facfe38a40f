import { ownerTypes } from '../filters'
import { count, index, region, show, toDate } from './columns'
import type { RegionColumn, RegionForm } from './formTypes'

const types = ['invention', 'utility_model', 'design']
const services = ownerTypes.map(({ value }) => value).filter((value) => value !== 'individual')

/** F4: stock, density and rank of inventions in force (domain.md 2.6, 2.8). */
export const validInventions = {
  type: 'regions', label: '有效发明专利统计表', title: '{period}{place}有效发明专利统计表', unit: '件、件/万人', calendar: 'calendar', dateLine: 'asOf',
  totalName: '全市', totalAt: 'last',
  header: [
    ['A3:A4', '地区'], ['B3:B4', '有效发明专利量'], ['C3:G3', '职务'], ['H3', '非职务'], ['I3:I4', '常住人口（万人）'], ['J3:J4', '专利密度（件/万人）'], ['K3:K4', '排名'],
    ['C4', '大专院校'], ['D4', '科研单位'], ['E4', '工矿企业'], ['F4', '机关团体'], ['G4', '职务总计'], ['H4', '个人'],
  ],
  columns: [
    region, count('inventions_valid'),
    ...services.map((ownerType) => count('inventions_valid', { ownerType })),
    { type: 'sum', of: ['C', 'D', 'E', 'F'] }, count('inventions_valid', { ownerType: 'individual' }),
    show('inventions_per_10k', 'denominator', 2), show('inventions_per_10k', 'value'), { type: 'rank', of: 'J' },
  ],
  checks: [
    { id: 'service_and_private', type: 'sum_equals', parts: ['G', 'H'], whole: 'B', message: '职务总计加个人等于有效发明专利量' },
    { id: 'rows_add_up', type: 'rows_add_up', columns: ['B', 'C', 'D', 'E', 'F', 'G', 'H'], message: '各区市与其他之和等于全市' },
  ],
  notes: ['valid_patent', 'first_patentee', 'other_row'],
} as const satisfies RegionForm

/** F6: a patent counts once however many criteria it meets (domain.md 2.7). */
export const highValueInventions = {
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
} as const satisfies RegionForm

/** F3: B counts from 1 January, everything else the period (Hunan, August 2023). */
export const grants = {
  type: 'regions', label: '专利授权量统计表', title: '{period}{place}专利授权量统计表', unit: '件', calendar: 'calendar', dateLine: 'period',
  totalName: '全市', totalAt: 'last',
  header: [
    ['A3:A4', '地区'], ['B3:B4', '当年授权量'], ['C3:C4', '当月授权量'], ['D3:D4', '发明'], ['E3:E4', '实用新型'], ['F3:F4', '外观设计'], ['G3:K3', '职务'], ['L3', '非职务'],
    ['G4', '大专院校'], ['H4', '科研单位'], ['I4', '工矿企业'], ['J4', '机关团体'], ['K4', '职务总计'], ['L4', '个人'],
  ],
  columns: [
    region, toDate('patents_granted', 'value'), count('patents_granted'),
    ...types.map((type) => count('patents_granted', { type })),
    ...services.map((ownerType) => count('patents_granted', { ownerType })),
    { type: 'sum', of: ['G', 'H', 'I', 'J'] }, count('patents_granted', { ownerType: 'individual' }),
  ],
  checks: [
    { id: 'types_add_up', type: 'sum_equals', parts: ['D', 'E', 'F'], whole: 'C', message: '发明、实用新型、外观设计之和等于当月授权量' },
    { id: 'service_and_private', type: 'sum_equals', parts: ['K', 'L'], whole: 'C', message: '职务总计加个人等于当月授权量' },
    { id: 'period_in_year', type: 'at_most', part: 'C', whole: 'B', message: '当月授权量不多于当年授权量' },
    { id: 'rows_add_up', type: 'rows_add_up', columns: ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'], message: '各区市与其他之和等于全市' },
  ],
  notes: ['granted_in_period', 'year_to_date', 'first_patentee', 'flow_district_on_event', 'owner_type_from_unit', 'other_row'],
} as const satisfies RegionForm

/** One half of F5: the month with its three types, inventions and all kinds since 1 January, and their growth. */
function monthAndYear(indicator: 'patents_applied' | 'patents_granted'): RegionColumn[] {
  const invention = { type: 'invention' }
  return [
    count(indicator), ...types.map((type) => count(indicator, { type })),
    toDate(indicator, 'value', invention), toDate(indicator, 'growth', invention),
    toDate(indicator, 'value'), toDate(indicator, 'previous'), toDate(indicator, 'growth'), { type: 'merged' },
  ]
}

/** F5: total first, zones as rows of their own where asked (Changde 2017). */
export const applicationsAndGrants = {
  type: 'regions', label: '专利申请与授权月报', title: '{period}{place}专利申请与授权情况表', unit: '件', calendar: 'calendar', dateLine: 'period',
  totalName: '全市', totalAt: 'first',
  header: [
    ['A3:A5', '类型'], ['B3:K3', '申请量'], ['L3:U3', '授权量'],
    ['B4:B5', '月合计'], ['C4:E4', '其中'], ['F4:F5', '发明专利累计'], ['G4:G5', '发明专利增长率'], ['H4:H5', '年专利申请量累计'], ['I4:I5', '去年同期'], ['J4:K5', '年专利申请量增长率'],
    ['L4:L5', '月合计'], ['M4:O4', '其中'], ['P4:P5', '发明专利累计'], ['Q4:Q5', '发明专利增长率'], ['R4:R5', '年专利授权量累计'], ['S4:S5', '去年同期'], ['T4:U5', '年专利授权量增长率'],
    ['C5', '发明'], ['D5', '实用新型'], ['E5', '外观设计'], ['M5', '发明'], ['N5', '实用新型'], ['O5', '外观设计'],
  ],
  columns: [
    region,
    ...monthAndYear('patents_applied'),
    ...monthAndYear('patents_granted'),
  ],
  checks: [
    { id: 'applied_total', type: 'sum_equals', parts: ['C', 'D', 'E'], whole: 'B', message: '三种类型申请量之和等于申请总量' },
    { id: 'granted_total', type: 'sum_equals', parts: ['M', 'N', 'O'], whole: 'L', message: '三种类型授权量之和等于授权总量' },
    { id: 'period_in_year', type: 'at_most', part: 'B', whole: 'H', message: '月申请量不多于年累计' },
    { id: 'rows_add_up', type: 'rows_add_up', columns: ['B', 'C', 'D', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'P', 'R', 'S'], message: '各行与其他之和等于全市' },
  ],
  notes: ['applied_in_period', 'granted_in_period', 'year_to_date', 'first_patentee', 'flow_district_on_event', 'growth_from_zero', 'other_row'],
} as const satisfies RegionForm

/** F8, as a city prints CNIPA's yearbook table; the place among the province's counties comes from the province. */
export const pctApplications = {
  type: 'regions', label: 'PCT国际专利申请受理量', title: '{period}{place}PCT国际专利申请受理量', unit: '件', calendar: 'calendar', dateLine: 'period',
  totalName: '全市', totalAt: 'first',
  header: [['A3', '区市'], ['B3', '本年'], ['C3', '上年'], ['D3', '同比（%）'], ['E3', '占全市比重（%）'], ['F3', '在全省县区位次']],
  columns: [region, count('pct'), show('pct', 'previous'), show('pct', 'growth'), show('pct', 'share'), { type: 'blank' }],
  checks: [{ id: 'rows_add_up', type: 'rows_add_up', columns: ['B', 'C'], message: '各区市与其他之和等于全市' }],
  notes: ['first_applicant', 'flow_district_on_event', 'place_from_province', 'other_row'],
} as const satisfies RegionForm
