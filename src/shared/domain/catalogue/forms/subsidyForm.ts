import type { SubsidyForm } from './formTypes'

/** F11: what units may be paid for standards and pilots completed in the window (domain.md 7). */
export const subsidies = {
  type: 'subsidies', label: '标准化资助奖励汇总表', title: '{period}{place}标准化资助奖励汇总表', unit: '万元', calendar: 'calendar', dateLine: 'period',
  columns: ['index', 'district', 'unit', 'uscc', 'project', 'object', 'title', 'completedOn', 'rankInList', 'amount', 'yearAmount', 'reviewNumber', 'opinion', 'remark'],
  header: [
    ['A3', '序号'], ['B3', '区市'], ['C3', '申请单位'], ['D3', '统一社会信用代码'], ['E3', '项目类别'], ['F3', '标准号或项目'], ['G3', '名称'], ['H3', '发布/验收日期'],
    ['I3', '起草单位排名'], ['J3', '本单位拟奖励（万元）'], ['K3', '本年度累计（万元）'], ['L3', '初审赋号'], ['M3', '区市初审意见'], ['N3', '备注'],
  ],
  notes: ['subsidy_once', 'subsidy_completed', 'subsidy_cap', 'published_in_period', 'unit_district_on_event'],
} as const satisfies SubsidyForm
