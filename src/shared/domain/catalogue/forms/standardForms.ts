import { index, region, roleColumns, roleHeader } from './columns'
import type { DraftingForm, RegionForm } from './formTypes'

/** F1: units hand it to the district, the district to the city, the city to the province. */
export const draftingList = {
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
} as const satisfies DraftingForm

/** F2: a standard counts once in every district that has a unit in its list, once for the city (domain.md 1.5). */
export const standardsByDistrict = {
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
} as const satisfies RegionForm
