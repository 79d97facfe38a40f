import type { GoldenCase } from '../../../support/golden/goldenCase'
import { xlsxOf } from '../../../support/golden/tablePlan'

/** Monthly circulars of a bureau: growth and places that name their indicator, months and quarters across. */
export const circularFiles: readonly GoldenCase[] = [
  {
    name: 'growth, shares and places that name their indicator, beside it and under a group of their own',
    file: '通报.xlsx',
    content: () => xlsxOf([
      { name: '甲', rows: [['2021年1-9月全省16市主要知识产权指标'], ['地市', '有效发明专利量（件）', '有效发明专利同比（%）', '有效发明专利位次', 'PCT国际专利申请量（件）', 'PCT同比增长（%）', 'PCT位次'], ['济南市', 40_000, 20.1, 2, 900, -3.4, 2], ['青岛市', 50_000, 21.5, 1, 1_500, 11, 1]] },
      { name: '乙', rows: [['2022年上半年各市商标指标'], ['城市', '商标申请量（万件）', '商标申请量增速', '有效注册商标总量（万件）', '总量占全省比重'], ['青岛市', 3.98, '-8.8%', 44.1, '19.7%']] },
      { name: '丙', rows: [['各市指标对比'], ['地区', '2021年', null, '2022年', null, '同比（%）', null], [null, '有效发明专利（件）', 'PCT申请量（件）', '有效发明专利（件）', 'PCT申请量（件）', '有效发明专利', 'PCT申请量'], ['烟台市', 9_000, 150, 10_800, 165, 20, 10]], merges: ['A2:A3', 'B2:C2', 'D2:E2', 'F2:G2'] },
    ]),
    answer: {
      kind: 'indicators', headers: ['2', '2', '2-3'], new: 4,
      records: [
        ['indicator', '370200|inventions_valid|2021-01-01..2021-09-30', { value: 50_000, growth: '21.5%', rank: 1 }], ['indicator', '370100|pct|2021-01-01..2021-09-30', { value: 900, growth: '-3.4%', rank: 2 }],
        ['indicator', '370200|trademarks_applied|2022H1', { value: 3.98, unit: '万件', growth: '-8.8%' }],
        ['indicator', '370200|trademarks_valid|2022H1', { value: 44.1, share: '19.7%' }], ['indicator', '370600|inventions_valid|2022', { value: 10_800, growth: '20%' }], ['indicator', '370600|pct|2022', { value: 165, growth: '10%' }],
      ],
    },
  },
  {
    name: 'a table of nothing but places, which are no figures',
    file: '位次.xlsx',
    content: () => xlsxOf([{ rows: [['2022年各市知识产权指标位次表'], ['市', '有效发明专利位次', 'PCT申请量位次', '综合位次'], ['济南市', 2, 2, 2], ['青岛市', 1, 1, 1]] }]),
    refused: { code: 'no_known_column' },
  },
  {
    name: 'a share with the change of it in percentage points beside it, which is no share of the share',
    file: '高价值.xlsx',
    content: () => xlsxOf([{ rows: [['2022年末各市高价值发明专利情况'], ['市', '高价值发明专利（件）', '高价值发明专利占比（%）', '占比较上年提高（百分点）', '每万人口高价值发明专利拥有量（件）'], ['济南市', 16_000, 37.2, 1.1, 17.1], ['青岛市', 22_000, 40.7, 0.9, 21.4]] }]),
    answer: { kind: 'indicators', headers: ['2'], new: 2, records: [['indicator', '370200|high_value_share|2022', { value: 40.7, share: null }], ['indicator', '370200|high_value|2022', { value: 22_000, share: null }]] },
  },
  {
    name: 'months across, districts down: the figures of one title, and under groups of months and of indicators',
    file: '月度.xlsx',
    content: () => xlsxOf([
      { name: '分月', rows: [['2022年青岛市各区市发明专利授权量分月统计表（件）'], ['区市', '一月', '二月', '3月', '一季度合计', '合计'], ['市南区', 10, null, 30, 40, 40], ['西海岸新区', 100, 110, 120, 330, 330], ['合计', 110, 110, 150, 370, 370]] },
      { name: '月组', rows: [['2022年各市专利授权量'], ['市', '1月', null, '2月', null], [null, '授权量（件）', '同比（%）', '授权量（件）', '同比（%）'], ['济南市', 3_000, 3.3, 3_100, 4.4]], merges: ['A2:A3', 'B2:C2', 'D2:E2'] },
      { name: '指标组', rows: [['2022年第三季度各区市专利情况（件）'], ['区市', '发明专利授权量', null, '有效发明专利量', null], [null, '7月', '8月', '7月末', '8月末'], ['崂山区', 90, 91, 9_000, 9_100]], merges: ['A2:A3', 'B2:C2', 'D2:E2'] },
    ]),
    answer: {
      kind: 'indicators', headers: ['2', '2-3', '2-3'], new: 4, skipped: ['5 total'],
      records: [
        ['indicator', '370202|patents_granted|2022-01', { value: 10, unit: '件' }], ['indicator', '370202|patents_granted|2022-03', { value: 30 }], ['indicator', '370211|patents_granted|2022Q1', { value: 330 }],
        ['indicator', '370100|patents_granted|2022-01', { value: 3_000, growth: '3.3%' }], ['indicator', '370100|patents_granted|2022-02', { value: 3_100, growth: '4.4%' }],
        ['indicator', '370212|patents_granted|2022-08', { value: 91 }], ['indicator', '370212|inventions_valid|2022-08', { value: 9_100 }],
      ],
    },
  },
  {
    name: 'quarters and times since January across, in ten thousands by the title',
    file: '累计.xlsx',
    content: () => xlsxOf([
      { name: '商标', rows: [['2022年各市有效注册商标量（万件）'], ['市', '一季度末', '二季度末'], ['青岛市', 42.1, 43.5]] },
      { name: '授权', rows: [['2022年全省各市发明专利授权量'], ['地区', '1-3月', '1-6月', '1-9月', '全年'], ['青岛市', 400, 800, 1_200, 1_600]] },
    ]),
    answer: {
      kind: 'indicators', headers: ['2', '2'], new: 2,
      records: [
        ['indicator', '370200|trademarks_valid|2022Q2', { value: 43.5, unit: '万件' }], ['indicator', '370200|patents_granted|2022Q1', { value: 400 }], ['indicator', '370200|patents_granted|2022-01-01..2022-09-30', { value: 1_200 }],
        ['indicator', '370200|patents_granted|2022', { value: 1_600 }],
      ],
    },
  },
  {
    name: 'indicators down with parts of them below, which must not stand for the whole',
    file: '上半年指标.xlsx',
    content: () => xlsxOf([{ rows: [['2022年上半年各市指标'], ['指标', '单位', '济南市', '青岛市'], ['专利授权量', '件', 30_000, 40_000], ['  其中：发明专利授权量', '件', 4_000, 5_000], ['实用新型专利授权量', '件', 20_000, 25_000], ['PCT国际专利申请量', '件', 300, 400], ['其中：企业PCT申请量', '件', 40, 50]] }]),
    answer: {
      kind: 'indicators', headers: ['2'], new: 5,
      records: [
        ['indicator', '370200|patents_granted|2022H1', { value: 40_000 }], ['indicator', '370100|pct|2022H1', { value: 300 }], ['indicator', '370200|其中：发明专利授权量|2022H1', { value: 5_000 }],
        ['indicator', '370200|实用新型专利授权量|2022H1', { value: 25_000 }], ['indicator', '370100|其中：企业PCT申请量|2022H1', { value: 40 }],
      ],
    },
  },
]
