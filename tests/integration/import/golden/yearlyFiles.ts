import type { GoldenCase } from '../../../support/golden/goldenCase'
import { xlsxOf } from '../../../support/golden/tablePlan'

/** Figures of months, years to date and several years, days and ticks in columns of their own, awards in parts of one list. */
export const yearlyFiles: readonly GoldenCase[] = [
  {
    name: 'grants of the month beside those of the year to date',
    file: '授权量.xlsx',
    content: () => xlsxOf([
      { name: '甲', rows: [['青岛市专利授权量统计表（2021年8月）'], ['地区', '当年授权量', '当月授权量', '发明', '实用新型', '外观设计'], ['市南区', 2_558, 330, 127, 168, 35], ['合计', 51_532, 6_587, 1_921, 3_422, 1_244]] },
      { name: '乙', rows: [['青岛市各区市2021年1-11月专利授权情况'], ['区市', '专利授权', null, null, '发明专利授权', null], [null, '当月', '累计', '累计同比', '当月', '累计'], ['西海岸新区', 1_200, 15_000, '8.0%', 210, 2_300]], merges: ['A2:A3', 'B2:D2', 'E2:F2'] },
    ]),
    answer: {
      kind: 'indicators', headers: ['2', '2-3'], new: 2, skipped: ['4 total'],
      records: [
        ['indicator', '370202|patents_granted|2021-01-01..2021-08-31', { value: 2_558 }], ['indicator', '370202|patents_granted|2021-08', { value: 330 }],
        ['indicator', '370211|patents_granted|2021-01-01..2021-11-30', { value: 15_000, growth: '8.0%' }], ['indicator', '370211|patents_granted|2021-11', { value: 1_200, growth: null }], ['indicator', '370211|发明专利授权|2021-01-01..2021-11-30', { value: 2_300 }],
      ],
    },
  },
  {
    name: 'one indicator over several years, and the groups of a form whose title gives the days',
    file: '统计表.xlsx',
    content: () => xlsxOf([
      { name: 'PCT', rows: [['PCT国际专利申请受理量'], ['单位：件'], ['地区', '2019年', '2020年', '2021年', '同比'], ['济南市', 800, 900, 1_020, '13.3%'], ['青岛市', 1_500, '…', 2_011, '11.7%']] },
      {
        name: '商标', rows: [['各区市商标申请、注册与有效注册量（2020.12.16—2021.12.15）'], ['区市', '申请件数', null, null, '有效注册量', null, null, '备注'], [null, '本期', '上年同期', '同比%', '期末', '上年同期', '同比%', null], ['市南区', 5_000, 4_000, 25, 40_000, 38_000, 5.3, null]],
        merges: ['A2:A3', 'B2:D2', 'E2:G2', 'H2:H3'],
      },
    ]),
    answer: {
      kind: 'indicators', headers: ['3', '2-3'], new: 3,
      records: [
        ['indicator', '370200|pct|2019', { value: 1_500, growth: null }], ['indicator', '370100|pct|2020', { value: 900 }], ['indicator', '370200|pct|2021', { value: 2_011, growth: '11.7%' }],
        ['indicator', '370202|trademarks_applied|2021', { value: 5_000, growth: '25%' }], ['indicator', '370202|trademarks_applied|2020', { value: 4_000 }], ['indicator', '370202|trademarks_valid|2021', { value: 40_000, growth: '5.3%' }],
      ],
    },
  },
  {
    name: 'a census in persons and per cent, its headings in two rows of which one is short',
    file: '七普.xlsx',
    content: () => xlsxOf([{ rows: [['青岛市第七次全国人口普查公报'], ['单位：人、%'], ['地区', '人口数', '比重', null], [null, null, '2020年', '2010年'], ['全市', 10_071_722, '100.00', '100.00'], ['西海岸新区', 1_903_600, '18.90', '15.98']], merges: ['A3:A4', 'B3:B4', 'C3:D3'] }]),
    answer: { kind: 'population', headers: ['3-4'], new: 2, records: [['population', '370211|census2020', { populationWan: 190.36 }]] },
  },
  {
    name: 'ticks for new and revised standards, and both days in one cell',
    file: '胶州市.xlsx',
    content: () => xlsxOf([
      { name: '勾选', rows: [['胶州市2021年度标准制修订情况'], ['序号', '企业名称', '标准号', '标准名称', '制定/修订', null, '发布日期'], [null, null, null, null, '制定', '修订', null], [1, '胶州甲公司', 'NY/T 4001-2021', '甲', '√', null, '2021-03-04'], [2, '胶州甲公司', 'NY/T 4002-2021', '乙', null, '√', '2021-03-04']], merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3'] },
      { name: '两日', rows: [['标准编号', '标准名称', '发布/实施日期'], ['GB/T 62001-2021', '甲', '2021-03-04/2021-10-01'], ['GB/T 62002-2021', '乙', '2021.3.4发布，2021.10.1实施'], ['GB/T 62003-2021', '丙', '2021年3月4日'], ['GB/T 62004-2021', '丁', '2021/3/4 2021/13/1'], ['GB/T 62005-2021', '戊', '2021/3/4']] },
    ]),
    answer: {
      kind: 'standards', headers: ['2-3', '1'], new: 6, mapping: 'isNew=E isRevised=F', rejected: ['5C bad_date'],
      records: [
        ['standard', 'NY/T 4001-2021', { newOrRevised: 'new' }], ['standard', 'NY/T 4002-2021', { newOrRevised: 'revised' }], ['standard', 'GB/T 62001-2021', { publishedOn: '2021-03-04', effectiveOn: '2021-10-01' }],
        ['standard', 'GB/T 62002-2021', { publishedOn: '2021-03-04', effectiveOn: '2021-10-01' }], ['standard', 'GB/T 62003-2021', { publishedOn: '2021-03-04', effectiveOn: null }], ['standard', 'GB/T 62005-2021', { publishedOn: '2021-03-04' }],
      ],
    },
  },
  {
    name: 'an award for organisations and persons, its nominations below without a numeral; winners of other cities are elsewhere',
    file: '省长质量奖.xlsx',
    content: () => xlsxOf([{ rows: [
      ['第八届山东省省长质量奖获奖名单'], ['一、组织奖（2个）'], ['序号', '名称', '所在地'], [1, '青岛甲有限公司', '青岛'], [2, '济南甲有限公司', '济南'],
      ['二、个人奖（1名）'], ['序号', '姓名', '工作单位'], [1, '张三', '青岛乙有限公司'], ['提名奖'], ['序号', '名称', '所在地'], [1, '青岛丙有限公司', '市南区'],
    ] }]),
    answer: {
      kind: 'honours', headers: ['3', '7', '10'], new: 4,
      records: [
        ['honour', '山东省省长质量奖||第八届|青岛甲有限公司', { category: '组织奖', district: null }], ['honour', '山东省省长质量奖||第八届|济南甲有限公司', { district: '370100' }],
        ['honour', '山东省省长质量奖||第八届|张三', { category: '个人奖' }], ['honour', '山东省省长质量奖|提名奖|第八届|青岛丙有限公司', { district: '370202', status: '授予' }],
      ],
    },
  },
  {
    name: 'lists of which the sections alone say the award, or its part',
    file: '名单.xlsx',
    content: () => xlsxOf([
      { name: '示范优势', rows: [['青岛市知识产权试点示范单位名单'], ['一、国家知识产权示范企业（1家）'], ['序号', '单位名称', '区市'], [1, '青岛甲有限公司', '崂山区'], ['二、国家知识产权优势企业（1家）'], ['序号', '单位名称', '区市'], [1, '青岛乙有限公司', '黄岛区']] },
      { name: '高端品牌', rows: [['2021年度山东省高端品牌培育企业名单'], ['序号', '企业名称', '区市'], ['一、制造业（1家）'], [1, '青岛甲有限公司', '崂山区'], ['二、服务业（1家）'], [1, '青岛丁有限公司', '黄岛区']] },
    ]),
    answer: {
      kind: 'honours', headers: ['3', '2'], new: 4, skipped: ['5 section', '6 repeated_header', '3 section', '5 section'],
      records: [
        ['honour', '国家知识产权示范企业|||青岛甲有限公司', {}], ['honour', '国家知识产权优势企业|||青岛乙有限公司', { district: '370211' }],
        ['honour', '山东省高端品牌培育企业|制造业|2021年度|青岛甲有限公司', {}], ['honour', '山东省高端品牌培育企业|服务业|2021年度|青岛丁有限公司', {}],
      ],
    },
  },
  {
    name: 'figures whose time stands in a line of its own under the title, in words or up to the last day of the year',
    file: '主要指标.xlsx',
    content: () => xlsxOf([
      { name: '人口', rows: [['各区市常住人口情况'], ['统计时间：2021年末'], ['区市', '常住人口（万人）'], ['市南区', 48.9], ['崂山区', 50.2]] },
      { name: '主体', rows: [['各区市经营主体数量'], ['数据截止：2021年12月31日', '单位：户'], ['区（市）', '期末实有', '其中：企业'], ['市南区', 101111, 40100]] },
      { name: '专利', rows: [['全市知识产权主要指标'], [null, null, '2021年1—9月'], ['区市', '有效发明专利量（件）', '有效注册商标量（件）'], ['市南区', 1037, 20131], ['崂山区', 2210, 30200]] },
    ]),
    answer: {
      kind: 'population', headers: ['3', '3', '3'], new: 5,
      records: [
        ['population', '370202|yearend2021', { populationWan: 48.9 }], ['population', '370212|yearend2021', { populationWan: 50.2 }], ['market_entities', '370202|2021', { entities: 101111 }],
        ['indicator', '370202|inventions_valid|2021-01-01..2021-09-30', { value: 1037 }], ['indicator', '370202|trademarks_valid|2021-01-01..2021-09-30', { value: 20131 }],
      ],
    },
  },
]
