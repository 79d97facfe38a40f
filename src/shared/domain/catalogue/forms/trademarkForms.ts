import { index, region, show } from './columns'
import type { RegionForm } from './formTypes'

/** F7: flows of the trademark year, the stock at its end (domain.md 3). */
export const trademarks = {
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
} as const satisfies RegionForm
