import type { GoldenCase } from '../../../support/golden/goldenCase'
import { xlsxOf } from '../../../support/golden/tablePlan'

/** Population, market entities and indicators handed down. */
export const figureFiles: readonly GoldenCase[] = [
  {
    name: 'population of two years under a merged heading, the city row as data',
    file: '常住人口.xlsx',
    content: () => xlsxOf([{ rows: [
      ['青岛市年末常住人口'], ['单位：万人'],
      ['区市', '年末常住人口', null], [null, '2020年', '2021年'],
      ['市南区', 48.6, 49.1], ['黄岛区（西海岸新区）', 190.3, 195.2], ['即墨', '133.5万', 135.4], ['其中：高新区', 10.2, 10.3], ['全市', 1010.57, 1025.67], ['合计', 1010.57, 1025.67],
    ], merges: ['A1:C1', 'A2:C2', 'A3:A4', 'B3:C3'] }]),
    answer: {
      kind: 'population', headers: ['3-4'], new: 4, skipped: ['10 total'], review: ['8A zone_without_population'], notices: ['city_total_row'],
      records: [['population', '370202|yearend2021', { populationWan: 49.1 }], ['population', '370215|yearend2020', { populationWan: 133.5 }], ['population', '370200|yearend2021', { populationWan: 1025.67 }]],
    },
  },
  {
    name: 'market entities by year with a total row',
    file: '市场主体.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年全市实有市场主体（单位：户）'], ['地区', '2020年末市场主体（户）', '2021年末市场主体（户）', '同比增长'],
      ['市南区', '102,345', 110000, '7.5%'], ['崂山区', 80000, '8.8万户', '10%'], ['合计', 182345, 198000, '8.6%'],
    ], merges: ['A1:D1'] }]),
    answer: { kind: 'market_entities', headers: ['2'], new: 2, skipped: ['5 total'], records: [['market_entities', '370202|2020', { entities: 102345 }], ['market_entities', '370212|2021', { entities: 88000 }]] },
  },
  {
    name: 'a provincial table of 16 cities with groups of value, growth and rank',
    file: '16市通报.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年全省16市知识产权重点指标情况通报'], ['截止日期：2021年12月31日'],
      ['市', '发明专利授权量（件）', null, null, '有效注册商标（万件）', null, null],
      [null, '数值', '同比', '位次', '数值', '同比', '位次'],
      ['济南市', '9,876件', '12.3%', 2, 35.6, '20.1%', 2], ['青岛市', 12345, 0.153, 1, '40.0万件', '18.9%', 1], ['全省', 60000, '11%', null, 240, '20%', null],
    ], merges: ['A1:G1', 'A2:G2', 'A3:A4', 'B3:D3', 'E3:G3'] }]),
    answer: {
      kind: 'indicators', headers: ['3-4'], new: 2, skipped: ['7 total'],
      records: [['indicator', '370200|patents_granted|2021', { value: 12345, growth: '15.3%', rank: 1 }], ['indicator', '370100|trademarks_valid|2021', { value: 35.6, unit: '万件' }]],
    },
  },
  {
    name: 'a crosstab: indicators down, cities across',
    file: '指标交叉表.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年各市知识产权指标'], ['指标', '单位', '济南', '青岛', '烟台'],
      ['发明专利授权量', '件', 9876, 12345, 3210], ['有效注册商标量', '万件', 35.6, 40, 18.2], ['PCT国际专利申请量', '件', 300, 1100, 210], ['注：数据来自国家知识产权局。'],
    ], merges: ['A1:E1'] }]),
    answer: {
      kind: 'indicators', headers: ['2'], new: 3, skipped: ['6 note'],
      records: [['indicator', '370200|pct|2021', { value: 1100, unit: '件' }], ['indicator', '370600|trademarks_valid|2021', { value: 18.2, unit: '万件' }]],
    },
  },
  {
    name: 'a quarter that only the file name tells',
    file: '2021年第三季度16市指标.xlsx',
    content: () => xlsxOf([{ rows: [['地区', '发明专利授权量（件）', 'PCT国际专利申请量（件）'], ['济南市', 7000, 210], ['青岛市', 9000, 800]] }]),
    answer: { kind: 'indicators', headers: ['1'], new: 2, records: [['indicator', '370200|pct|2021Q3', { value: 800 }]] },
  },
  {
    name: 'a population table that has the residents beside registered and urban people',
    file: '2022年末人口.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2022年末各区市人口情况'], [null, null, '单位：人'], ['地区', '总人口', '常住人口', '城镇人口', '户籍人口', '城镇化率'],
      ['全市', 10_500_000, 10_342_100, 8_000_000, 8_500_000, '77%'], ['市南区', 600_000, 489_400, 489_400, 570_000, '100%'], ['青岛西海岸新区', 2_100_000, 1_941_300, 1_500_000, 1_700_000, '78%'],
    ], merges: ['A1:F1'] }]),
    answer: {
      kind: 'population', headers: ['3'], new: 3, mapping: 'region=A y2022=C', notices: ['city_total_row'],
      records: [['population', '370202|yearend2022', { populationWan: 48.94 }], ['population', '370211|yearend2022', { populationWan: 194.13 }]],
    },
  },
  {
    name: 'the census and the end of the same year side by side',
    file: '2020年两种人口.xlsx',
    content: () => xlsxOf([{ rows: [['区市', '2020年人口普查人口（万人）', '2020年末常住人口（万人）'], ['市南区', 48.6643, 48.9], ['李沧区', 73.5, 74.1]] }]),
    answer: { kind: 'population', headers: ['1'], new: 2, records: [['population', '370202|census2020', { populationWan: 48.6643 }], ['population', '370202|yearend2020', { populationWan: 48.9 }]] },
  },
  {
    name: 'market entities in all, with enterprises and households beside them',
    file: '经营主体.xlsx',
    content: () => xlsxOf([{ rows: [['2022年经营主体情况（单位：户）'], ['区市', '经营主体总数', '其中：企业', '个体工商户', '新增'], ['市南区', 110_000, 40_000, 70_000, 9_000], ['崂山区', 88_000, 30_000, 58_000, 8_000]], merges: ['A1:E1'] }]),
    answer: { kind: 'market_entities', headers: ['2'], new: 2, mapping: 'region=A m2022=B', records: [['market_entities', '370202|2022', { entities: 110_000 }]] },
  },
  {
    name: 'two columns that both may be the population, of which none is taken',
    file: '人口.xlsx',
    content: () => xlsxOf([{ rows: [['2022年人口'], ['地区', '人口数', '人口（校核）'], ['市南区', 48.9, 49.2]] }]),
    refused: { code: 'no_known_column' },
  },
  {
    name: 'patents for every 10,000 people, which are no population',
    file: '每万人口.xlsx',
    content: () => xlsxOf([{ rows: [['2022年各区市发明专利情况表'], ['区市', '有效发明专利量（件）', '每万人口发明专利拥有量（件）'], ['市南区', 1234, 25.2], ['全市', 45_678, 44.2]], merges: ['A1:C1'] }]),
    answer: { kind: 'indicators', headers: ['2'], new: 2, records: [['indicator', '370202|inventions_per_10k|2022', { value: 25.2 }], ['indicator', '370200|inventions_valid|2022', { value: 45_678 }]] },
  },
  {
    name: 'figures of the first nine months, which are not the year’s',
    file: '16市1-9月.xlsx',
    content: () => xlsxOf([{ rows: [['2022年1-9月全省知识产权主要指标完成情况'], ['市', '发明专利授权量（件）', '同比'], ['济南', 9000, '12.1%'], ['青岛', 10_000, '8.8%'], ['省合计', 60_000, '10%']], merges: ['A1:C1'] }]),
    answer: { kind: 'indicators', headers: ['2'], new: 2, skipped: ['5 total'], records: [['indicator', '370200|patents_granted|2022-01-01..2022-09-30', { value: 10_000 }]] },
  },
  {
    name: 'an export of the people, its column of keys taken out',
    file: '人口导出.xlsx',
    content: () => xlsxOf([{ rows: [['地区代码', '人口口径', '年份', '常住人口（万人）', '标签'], ['市南区', 'census2020', 2020, 48.6643, null], ['青岛市', 'yearend2021', 2021, 1_025.67, null]] }]),
    answer: { kind: 'population', headers: ['1'], new: 2, records: [['population', '370202|census2020', { populationWan: 48.6643, year: 2020 }], ['population', '370200|yearend2021', { populationWan: 1_025.67 }]] },
  },
]
