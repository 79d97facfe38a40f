import type { GoldenCase } from '../../../support/golden/goldenCase'
import { xlsxOf } from '../../../support/golden/tablePlan'

/** Figures as offices hand them down: periods, units and regions in places where they are overlooked. */
export const handedDownFiles: readonly GoldenCase[] = [
  {
    name: 'a zone in a ranking of districts, cut out of its host',
    file: '区市排名.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年各区市知识产权主要指标排名'],
      ['区市', '发明专利授权量（件）', '同比', '位次', 'PCT申请量（件）', '同比', '位次'],
      ['市南区', 1_201, '10.1%', 2, 301, '5%', 1], ['青岛高新区', 812, '9.1%', 3, 41, '-5%', 3], ['城阳区（不含高新区）', 1_812, '19.1%', 1, 141, '-5%', 2], ['全市', 3_825, null, null, 483, null, null],
    ] }]),
    answer: { kind: 'indicators', headers: ['2'], new: 4, records: [['indicator', '青岛高新区|patents_granted|2021', { value: 812, rank: 3 }], ['indicator', '370214|pct|2021', { value: 141 }]] },
  },
  {
    name: 'the period and the one before under each indicator, with the growth between them',
    file: '三季度b.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年第三季度全省各市专利授权情况'],
      ['市', '专利授权量（件）', null, null, 'PCT申请量（件）', null, null],
      [null, '本期', '上年同期', '同比（%）', '本期', '上年同期', '同比（%）'],
      ['济南市', 7_001, 6_001, 16.7, 1_001, 901, 11.1], ['青岛市', 9_001, 7_001, 28.6, 1_501, 1_201, 25],
    ], merges: ['A2:A3', 'B2:D2', 'E2:G2'] }]),
    answer: { kind: 'indicators', headers: ['2-3'], new: 2, records: [['indicator', '370200|patents_granted|2021Q3', { value: 9_001, growth: '28.6%' }], ['indicator', '370200|pct|2021Q3', { value: 1_501, growth: '25%' }]] },
  },
  {
    name: 'a sheet for each month, whose title names neither month nor year',
    file: '2021年各市专利授权.xlsx',
    content: () => xlsxOf(['1月', '2月', '3月'].map((name, at) => ({ name, rows: [['各市专利授权情况'], ['市', '专利授权量（件）', 'PCT申请量（件）'], ['济南市', 701 + at, 61 + at], ['青岛市', 801 + at, 81 + at]] }))),
    answer: { kind: 'indicators', headers: ['2', '2', '2'], new: 6, records: [['indicator', '370200|patents_granted|2021-01', { value: 801 }], ['indicator', '370200|pct|2021-03', { value: 83 }]] },
  },
  {
    name: 'subtotals and totals whose label stands where there is room',
    file: '小计.xlsx',
    content: () => xlsxOf([
      { name: '标准', rows: [['区市', '单位名称', '标准编号', '标准名称', '发布日期', '金额（万元）'],
        ['市南区', '青岛甲有限公司', 'GB/T 82001-2021', '甲', '2021-05-06', 20], ['市南区', '青岛乙有限公司', 'GB/T 82002-2021', '乙', '2021-05-06', 20], ['市南区', null, null, '小计', '2项', 40],
        ['市北区', '青岛丙有限公司', 'GB/T 82003-2021', '丙', '2021-05-06', 20], ['市北区', null, '1项', null, '小  计', 20], ['合', null, null, null, '计', 60]] },
      { name: '人口', rows: [['2021年末各区市常住人口（万人）'], ['序号', '类别', '区市', '2021年末常住人口'], [1, '市区', '市南区', 49.1], [2, '市区', '市北区', 111.1], [3, '市区', '市区小计', 160.2], [4, '县市', '胶州市', 99.1], ['县市', null, '小计', 99.1]] },
    ]),
    answer: { kind: 'standards', headers: ['1', '2'], new: 6, skipped: ['4 subtotal', '6 subtotal', '7 total', '5 subtotal', '7 subtotal'] },
  },
  {
    name: 'three rows of headings, the lowest of which is the unit',
    file: '三层表头.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年1-6月全省各市专利情况'],
      ['地区', '授权', null, null, null, '有效', null],
      [null, '发明', null, '实用新型', null, '发明', null],
      [null, '单位：件', '同比（%）', '单位：件', '同比（%）', '单位：万件', '位次'],
      ['济南市', 1_001, 11.1, 3_001, 3, 3.6, 2], ['青岛市', 1_501, 12.5, 4_001, 4, 4.8, 1],
    ], merges: ['A2:A4', 'B2:E2', 'F2:G2', 'B3:C3', 'D3:E3', 'F3:G3'] }]),
    answer: { kind: 'indicators', headers: ['2-4'], new: 2, records: [['indicator', '370200|patents_granted|2021H1', { value: 1_501 }], ['indicator', '370200|inventions_valid|2021H1', { value: 4.8, unit: '万件' }]] },
  },
  {
    name: 'thousands marks of other countries, full-width digits and blanks in figures',
    file: '数字.xlsx',
    content: () => xlsxOf([
      { name: '主体', rows: [['２０２１年末市场主体（户）'], ['区市', '市场主体'], ['市南区', '１２０，００１'], ['市北区', '120 002'], ['李沧区', "120'003"], ['崂山区', '120、004'], ['城阳区', '12,00,05'], ['即墨区', '120，006 户'], ['平度市', '约12万'], ['莱西市', '120.007'], ['胶州市', '120.008.009']] },
      { name: '指标', rows: [['２０２１年各市有效发明专利'], ['市', '有效发明专利量（件）', '位次'], ['济南', '３６，００１', '２'], ['青岛', '４８ ００１', '１']] },
    ]),
    answer: { kind: 'market_entities', headers: ['2', '2'], new: 6, rejected: ['5B bad_number', '6B bad_number', '7B bad_number', '10B bad_number', '11B bad_number'], records: [
      ['market_entities', '370202|2021', { entities: 120_001 }], ['market_entities', '370203|2021', { entities: 120_002 }], ['market_entities', '370215|2021', { entities: 120_006 }], ['indicator', '370200|inventions_valid|2021', { value: 48_001, rank: 1 }],
    ] },
  },
  {
    name: 'years in Chinese characters in titles and headings',
    file: '汉字年份.xlsx',
    content: () => xlsxOf([
      { name: '人口', rows: [['青岛市常住人口（万人）'], ['区市', '二〇二〇年末', '二〇二一年末'], ['市南区', 48.6, 49.1]] },
      { name: '指标', rows: [['二〇二一年全省各市专利情况'], ['市', '专利授权量（件）', 'PCT申请量（件）'], ['青岛市', 9_001, 101], ['济南市', 9_000, 100]] },
      { name: '指标二', rows: [['二○二二年上半年全省各市专利情况'], ['市', '专利授权量（件）', 'PCT申请量（件）'], ['青岛市', 9_002, 102], ['济南市', 9_000, 100]] },
      { name: '荣誉', rows: [['二〇二一年度山东省省长质量奖获奖名单'], ['获奖单位', '奖项'], ['青岛甲有限公司', '山东省省长质量奖']] },
      { name: '主体', rows: [['二零二一年末市场主体（户）'], ['区市', '市场主体'], ['市南区', 120_001]] },
    ]),
    answer: { kind: 'population', headers: ['2', '2', '2', '2', '2'], new: 7, records: [
      ['population', '370202|yearend2021', { populationWan: 49.1 }], ['indicator', '370200|patents_granted|2021', { value: 9_001 }], ['indicator', '370200|patents_granted|2022H1', { value: 9_002 }], ['honour', '山东省省长质量奖||2021年度|青岛甲有限公司', {}], ['market_entities', '370202|2021', { entities: 120_001 }],
    ] },
  },
  {
    name: 'a unit line of 万件 over cells in 件',
    file: '万件.xlsx',
    content: () => xlsxOf([{ rows: [['2021年各市商标情况'], ['单位：万件'], ['市', '商标有效注册量', '商标申请量（件）'], ['济南市', '35.6', 61_001], ['青岛市', '415,000件', '9.1万件'], ['烟台市', '18万2千件', 30_000]] }]),
    answer: { kind: 'indicators', headers: ['3'], new: 2, rejected: ['6B bad_number'], records: [['indicator', '370200|trademarks_valid|2021', { value: 41.5, unit: '万件' }], ['indicator', '370200|trademarks_applied|2021', { value: 91_000, unit: '件' }], ['indicator', '370100|trademarks_applied|2021', { value: 61_001, unit: '件' }]] },
  },
  {
    name: 'parts of the year as sheets under one title of the year',
    file: '各市商标.xlsx',
    content: () => xlsxOf(['一季度', '上半年', '前三季度', '全年'].map((name, at) => ({ name, rows: [['2021年各市商标情况'], ['市', '商标申请量（件）'], ['青岛市', 801 + at]] }))),
    answer: {
      kind: 'indicators', headers: ['2', '2', '2', '2'], new: 4,
      records: [['indicator', '370200|trademarks_applied|2021Q1', { value: 801 }], ['indicator', '370200|trademarks_applied|2021H1', { value: 802 }], ['indicator', '370200|trademarks_applied|2021-01-01..2021-09-30', { value: 803 }], ['indicator', '370200|trademarks_applied|2021', { value: 804 }]],
    },
  },
  {
    name: 'figures of which nothing says the year',
    file: '各市专利.xlsx',
    content: () => xlsxOf([{ rows: [['市', '专利授权量（件）', 'PCT申请量（件）'], ['济南市', 701, 61], ['青岛市', 801, 81]] }]),
    answer: { kind: 'indicators', headers: ['1'], new: 0, rejected: ['2A year_missing', '3A year_missing'] },
  },
]
