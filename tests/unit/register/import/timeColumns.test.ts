import { describe, expect, it } from 'vitest'
import { indicatorOfTitle, targetName, timeHeadingOf, timeRoleOf, yearBefore } from '../../../../src/main/register/import/figures/timeColumns'

describe('columns of one indicator that differ in time', () => {
  it.each([
    ['本年', 'current'], ['本年累计', 'current'], ['本期', 'current'], ['完成值', 'current'], ['实际完成数（件）', 'current'], ['上年', 'previous'], ['上年同期', 'previous'], ['去年同期数', 'previous'], ['同期', 'previous'],
    ['目标值', 'target'], ['年度目标（件）', 'target'], ['任务数', 'target'], ['上年末', null], ['上季度', null], ['上月', null], ['完成率', null], ['目标完成率', null], ['同比', null], ['专利授权量', null],
  ])('“%s” alone says %s', (heading, role) => { expect(timeRoleOf(heading)).toBe(role) })

  it.each([
    [['PCT申请量（件）', '上年同期'], { role: 'previous', of: 'PCT申请量（件）' }], [['上年PCT申请量'], { role: 'previous', of: 'PCT申请量' }], [['高价值发明专利目标值'], { role: 'target', of: '高价值发明专利' }],
    [['上年末有效发明专利'], null], [['PCT申请量目标完成率'], null], [['计划单列市PCT申请量'], null], [['PCT申请量', '完成值'], null],
  ])('parts the time from the subject of %j', (levels, parted) => { expect(timeHeadingOf(levels)).toEqual(parted) })

  it.each([
    ['2021', '2020'], ['2021H1', '2020H1'], ['2021Q3', '2020Q3'], ['2021-06', '2020-06'], ['2021-01-01..2021-09-30', '2020-01-01..2020-09-30'], ['2020-01-01..2020-02-29', '2019-01-01..2019-02-28'], ['2021-01-01..2021-02-28', '2020-01-01..2020-02-29'],
  ])('the year before %s is %s', (period, before) => { expect(yearBefore(period)).toBe(before) })

  it.each([['2021年一季度各市PCT申请情况', 'pct'], ['2021年各区市高价值发明专利目标完成情况', 'high_value'], ['2021年商标申请注册情况', null], ['2021年PCT申请量和专利授权量', null], ['2021年主要指标', null]])('the title “%s” is about %s', (title, indicator) => {
    expect(indicatorOfTitle(title)).toBe(indicator)
  })

  it('keeps a goal under the name of its indicator', () => {
    expect([targetName({ indicator: 'pct', heading: 'PCT申请量（件）' }), targetName({ indicator: 'pct', heading: '完成值' })]).toEqual(['PCT申请量目标值', 'PCT国际专利申请量目标值'])
  })
})
