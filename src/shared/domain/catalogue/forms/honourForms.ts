import { columnLetters } from '../../columnLetters'
import { count, index, region } from './columns'
import type { HonourForm, RegionColumn, RegionForm } from './formTypes'

/**
 * One award as districts are compared by it: heading, names of the honour and words of its level, which lists shorten or
 * write with the award's name. What is none of these words stands under 其他荣誉.
 */
type Award = readonly [heading: string, honours: string, levels: string]

const awardItself = '正奖,质量奖,获奖'
const nominated = '提名奖,提名'
const excellent = '卓越奖,卓越'
const innovative = '创新奖,创新'
const sectors = ['制造业', '服务业'] as const
const provincial = '山东省省长质量奖,省长质量奖'
const municipal = '青岛市市长质量奖,市长质量奖'
const brands = '山东省高端品牌培育企业,高端品牌培育企业'

/** 金奖 is also written 金 or with the award's name before it. */
function medals(award: string): readonly Award[] {
  const kind = award.slice(0, -1)
  return ['金奖', '银奖', '优秀奖'].map((level): Award => [level, award, `${level},${level.slice(0, -1)},${kind}${level},${award}${level}`])
}

const groups: readonly (readonly [heading: string, awards: readonly Award[]])[] = [
  ['中国质量奖', [['质量奖', '中国质量奖', `${awardItself},中国质量奖`], ['提名奖', '中国质量奖,中国质量奖提名奖', `${nominated},中国质量奖提名奖`]]],
  ['山东省省长质量奖', [['质量奖', provincial, `${awardItself},${provincial}`], ['提名奖', provincial, `${nominated},省长质量奖提名奖,山东省省长质量奖提名奖`]]],
  ['青岛市市长质量奖', [['卓越奖', municipal, excellent], ['创新奖', municipal, innovative], ['提名奖', municipal, nominated]]],
  ['山东省高端品牌培育企业', sectors.map((sector): Award => [sector, brands, `${sector},${sector}领域,${sector}类`])],
  ['中国专利奖', medals('中国专利奖')],
  ['中国外观设计奖', medals('中国外观设计奖')],
]
const awards = groups.flatMap(([, inGroup]) => inGroup)
const firstAward = 2
const awardLetters = awards.map((_, at) => columnLetters(firstAward + at))
const otherColumn = firstAward + awards.length

function header(): (readonly [string, string])[] {
  let at = firstAward
  const cells: (readonly [string, string])[] = [['A3:A4', '序号'], ['B3:B4', '区市']]
  for (const [heading, inGroup] of groups) {
    cells.push([`${columnLetters(at)}3:${columnLetters(at + inGroup.length - 1)}3`, heading])
    for (const [level] of inGroup) cells.push([`${columnLetters(at++)}4`, level])
  }
  return [...cells, [`${columnLetters(at)}3:${columnLetters(at)}4`, '其他荣誉'], [`${columnLetters(at + 1)}3:${columnLetters(at + 1)}4`, '合计']]
}

const summary: RegionForm = {
  type: 'regions', label: '区市荣誉汇总', title: '{period}{place}各区市质量品牌荣誉汇总', unit: '项', calendar: 'calendar', dateLine: 'period',
  totalName: '全市', totalAt: 'last',
  header: header(),
  columns: [
    index, region, ...awards.map(([, honour, level]): RegionColumn => count('honours', { honour, level })),
    { type: 'rest', of: 'honours', less: awardLetters }, { type: 'sum', of: [...awardLetters, columnLetters(otherColumn)] },
  ],
  checks: [
    { id: 'rows_add_up', type: 'rows_add_up', columns: [...awardLetters, columnLetters(otherColumn + 1)], message: '各区市与其他之和等于全市' },
    { id: 'honours_total', type: 'equals_indicator', column: columnLetters(otherColumn + 1), indicator: 'honours', message: '各项荣誉之和等于荣誉总数' },
  ],
  notes: ['honour_awarded_only', 'honour_once', 'honour_level', 'honour_district', 'other_row'],
}

/** F9: what was awarded, one row each; the table of districts and awards stands on the second sheet (domain.md 5). */
export const honoursAwarded = {
  type: 'honours', label: '质量品牌荣誉汇总表', title: '{period}{place}质量品牌荣誉汇总表', unit: '项', calendar: 'calendar', dateLine: 'period',
  columns: ['index', 'district', 'recipient', 'uscc', 'honour', 'level', 'session', 'category', 'objectNumber', 'document', 'publishedOn', 'status', 'remark'],
  header: [
    ['A3', '序号'], ['B3', '区市'], ['C3', '单位名称'], ['D3', '统一社会信用代码'], ['E3', '荣誉名称'], ['F3', '等级'], ['G3', '届次/年度'], ['H3', '类别'],
    ['I3', '专利号或标准号'], ['J3', '公布文件及文号'], ['K3', '公布日期'], ['L3', '状态'], ['M3', '备注'],
  ],
  notes: ['honour_awarded_only', 'honour_once', 'honour_district'],
  summary,
} as const satisfies HonourForm
