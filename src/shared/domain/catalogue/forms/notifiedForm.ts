import { columnLetters } from '../../columnLetters'
import type { IndicatorName } from '../indicators'
import { index, region, show } from './columns'
import type { RegionColumn, RegionForm } from './formTypes'

/** The indicators a notice compares, with the headings it prints. */
const compared: readonly (readonly [indicator: IndicatorName, heading: string, unit: string])[] = [
  ['standards', '制修订国际国家行业标准', '项'], ['inventions_valid', '有效发明专利', '件'], ['high_value_per_10k', '每万人口高价值发明专利', '件'],
  ['pct', 'PCT国际专利申请', '件'], ['trademarks_valid', '有效注册商标', '件'],
]
const perIndicator = 4
const firstOf = (order: number): number => 2 + order * perIndicator

function header(): (readonly [string, string])[] {
  return [['A3:A4', '序号'], ['B3:B4', '市/区市'], ...compared.flatMap(([, heading, unit], order): (readonly [string, string])[] => {
    const [value, growth, share, rank] = [0, 1, 2, 3].map((step) => columnLetters(firstOf(order) + step))
    return [[`${value}3:${rank}3`, `${heading}（${unit}）`], [`${value}4`, '数值'], [`${growth}4`, '同比'], [`${share}4`, '占比'], [`${rank}4`, '位次']]
  })]
}

function columnsOf(indicator: IndicatorName, order: number): RegionColumn[] {
  return [show(indicator, 'value'), show(indicator, 'growth'), show(indicator, 'share'), { type: 'rank', of: columnLetters(firstOf(order)) }]
}

/**
 * F10: figures of the districts, or those received for the cities of the province. There is no 综合位次: it needs
 * weights, and the office has set none.
 */
export const keyIndicators = {
  type: 'regions', label: '重点指标通报表', title: '{period}{place}重点指标通报表', unit: '项、件', calendar: 'calendar', dateLine: 'period',
  totalName: '全市', totalAt: 'last', takesReceived: true,
  header: header(),
  columns: [index, region, ...compared.flatMap(([indicator], order) => columnsOf(indicator, order))],
  checks: [{ id: 'total_distinct', type: 'distinct_total', column: 'C', message: '全市标准数按标准去重：不小于任一区市，不大于各区市之和' }],
  notes: ['standard_full_count', 'valid_patent', 'high_value_union', 'first_applicant', 'valid_trademark', 'trademark_year', 'other_row'],
} as const satisfies RegionForm
