import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { libraryFileOf, xlsxOf } from '../../../support/golden/tablePlan'

/** Tables of the same columns on one sheet, told apart by nothing but the lines above them. */
export const stackedFiles: readonly GoldenCase[] = [
  {
    name: 'figures of two years and of two quarters, one under another',
    file: '各市各区市.xlsx',
    content: () => xlsxOf([
      { name: '各市', rows: [['2020年各市PCT申请情况'], ['市', 'PCT申请量（件）', '同比'], ['济南', 100, '1%'], ['青岛', 200, '2%'], [], ['2021年各市PCT申请情况'], ['市', 'PCT申请量（件）', '同比'], ['济南', 110, '10%'], ['青岛', 220, '10%']] },
      { name: '区市', rows: [
        ['2021年一季度各区市商标情况'], ['区市', '商标申请件数', '同比', '商标注册件数', '同比'], ['市南区', 10, '1%', 5, '2%'], ['合计', 30],
        ['2021年二季度各区市商标情况'], ['区市', '商标申请件数', '同比', '商标注册件数', '同比'], ['市南区', 11, '1%', 7, '2%'], ['合计', 32],
        ['三、其他指标'], ['区市', 'PCT申请量（件）', '位次', '高价值发明专利拥有量（件）', '位次'], ['市南区', 12, 1, 13, 2],
      ] },
    ]),
    answer: {
      kind: 'indicators', headers: ['2', '7', '2', '6', '10'], new: 7, skipped: ['4 total', '8 total'],
      records: [
        ['indicator', '370200|pct|2020', { value: 200, growth: '2%' }], ['indicator', '370200|pct|2021', { value: 220, growth: '10%' }],
        ['indicator', '370202|trademarks_applied|2021Q1', { value: 10 }], ['indicator', '370202|trademarks_registered|2021Q2', { value: 7 }],
        // What the first title says holds for a table that says no time.
        ['indicator', '370202|pct|2021Q1', { value: 12, rank: 1 }],
      ],
    },
  },
  {
    name: 'the census in persons over people of a year’s end in 万人, and market entities of two years',
    file: '人口和主体.xls',
    content: () => libraryFileOf([
      { name: '人口', rows: [
        ['表一：第七次全国人口普查常住人口'], ['地区', '人口数（人）', '占比'], ['青岛市', 10_071_722, '100%'], ['市南区', 486_643, '4.83%'], [],
        ['表二：2021年末常住人口'], ['地区', '常住人口（万人）', '城镇化率'], ['全市', 1025.67, '77.17%'], ['市南区', 49.1, '100%'],
      ] },
      { name: '年末', rows: [['单位：万人'], ['表1 2019年人口'], ['区市', '常住人口'], ['市南区', 58.9], ['单位：人'], ['表2 2020年人口'], ['区市', '常住人口'], ['市南区', 487_000]] },
      { name: '主体', rows: [['一、2020年末市场主体（户）'], ['区市', '市场主体数'], ['市南区', 100_000], ['二、2021年末市场主体（户）'], ['区市', '市场主体数'], ['市南区', 110_000]] },
    ], 'biff8'),
    answer: {
      kind: 'population', headers: ['2', '7', '3', '7', '2', '5'], new: 8, notices: ['city_total_row'],
      records: [
        ['population', '370202|census2020', { populationWan: 48.6643 }], ['population', '370202|yearend2021', { populationWan: 49.1 }], ['population', '370200|yearend2021', { populationWan: 1025.67 }],
        ['population', '370202|yearend2019', { populationWan: 58.9 }], ['population', '370202|yearend2020', { populationWan: 48.7 }],
        ['market_entities', '370202|2020', { entities: 100_000 }], ['market_entities', '370202|2021', { entities: 110_000 }],
      ],
    },
  },
  {
    name: 'standards of one district over those of another, and beside them',
    file: '标准汇总.xlsx',
    content: () => xlsxOf([
      { name: '上下', rows: [['市南区2021年标准制修订清单'], ['序号', '单位', '标准号', '标准名称', '实施日期', '发布日期'], [1, '青岛甲有限公司', 'GB/T 51001-2021', '甲', '即日起', '2021-1-5'], ['李沧区2021年标准制修订清单'], ['序号', '单位', '标准号', '标准名称', '实施日期', '发布日期'], [1, '青岛乙有限公司', 'GB/T 51003-2021', '丙', '同发布日期', '2021-1-6']] },
      { name: '左右', rows: [['2021年企业参与国家标准情况'], ['即墨区', null, null, '莱西市', null, null], ['企业名称', '标准号', '发布日期', '企业名称', '标准号', '发布日期'], ['甲有限公司', 'GB/T 45001-2021', '2021-01-05', '乙有限公司', 'GB/T 45011-2021', '2021-02-05']], merges: ['A1:F1', 'A2:C2', 'D2:F2'] },
    ]),
    answer: {
      kind: 'standards', headers: ['2', '5', '2-3', '2-3'], new: 4,
      records: [
        ['standard', 'GB/T 51001-2021', { reportedDistrict: '370202', effectiveOn: '2021-01-05' }], ['standard', 'GB/T 51003-2021', { reportedDistrict: '370213', effectiveOn: '2021-01-06' }],
        ['standard', 'GB/T 45001-2021', { reportedDistrict: '370215' }], ['standard', 'GB/T 45011-2021', { reportedDistrict: '370285' }],
      ],
    },
  },
  {
    name: 'awards of a province over those of a city, and patents under the names of their awards',
    file: '获奖名单.xlsx',
    content: () => xlsxOf([
      { name: '质量奖', rows: [['2021年山东省省长质量奖获奖名单'], ['序号', '获奖单位', '区市'], [1, '青岛甲有限公司', '市南区'], [], ['2021年青岛市市长质量奖获奖名单'], ['序号', '获奖单位', '区市'], [1, '青岛甲有限公司', '市南区'], ['青岛市市长质量奖提名奖公示名单'], ['序号', '获奖单位', '区市'], [1, '青岛丙有限公司', '市北区']] },
      { name: '专利奖', rows: [['第二十三届中国专利奖获奖项目（青岛）'], ['一、中国专利银奖（1项）'], ['序号', '专利号', '专利名称', '专利权人'], [1, `ZL${application(2015, 1, 710_021)}`, '甲', '青岛甲有限公司'], ['二、中国专利优秀奖（1项）'], ['序号', '专利号', '专利名称', '专利权人'], [1, `ZL${application(2015, 1, 710_022)}`, '乙', '青岛乙有限公司']], merges: ['A1:D1', 'A2:D2', 'A5:D5'] },
    ]),
    answer: {
      kind: 'honours', headers: ['2', '6', '9', '3'], new: 5, skipped: ['5 section', '6 repeated_header'],
      records: [
        ['honour', '山东省省长质量奖||2021年度|青岛甲有限公司', { status: '授予' }], ['honour', '青岛市市长质量奖||2021年度|青岛甲有限公司', { status: '授予' }],
        ['honour', `中国专利奖|优秀奖|第二十三届|ZL${application(2015, 1, 710_022)}`, { status: '授予' }],
      ],
    },
  },
  {
    name: 'growths in texts and numbers under a unit line of percents',
    file: '授权情况.xlsx',
    content: () => xlsxOf([{ rows: [['附件1：2021年度全省各市专利授权情况表'], ['单位：件、%'], ['市', '专利授权量', null], [null, '总量', '同比增长'], ['济南市', '50,123', '15.2'], ['青岛市', '60,123', 0.5], ['烟台市', '40,123', '-1.5%']], merges: ['A3:A4', 'B3:C3'] }]),
    answer: {
      kind: 'indicators', headers: ['3-4'], new: 3,
      records: [['indicator', '370100|patents_granted|2021', { growth: '15.2%' }], ['indicator', '370200|patents_granted|2021', { growth: '0.5%' }], ['indicator', '370600|patents_granted|2021', { growth: '-1.5%' }]],
    },
  },
  {
    name: 'figures of two years side by side and crosswise, under a title of the later one, and headings of another time than the title',
    file: '两年指标.xlsx',
    content: () => xlsxOf([
      { name: '左右', rows: [['2021年各区市商标情况'], ['2020年', null, null, null, '2021年'], ['区市', '商标注册件数', '位次', null, '区市', '商标注册件数', '位次'], ['市南区', 100, 2, null, '市北区', 210, 1], ['市北区', 200, 1, null, '市南区', 110, 2], ['市区合计', 300, null, null, '合计', 320]] },
      { name: '交叉', rows: [['2021年青岛市等城市主要指标'], ['指标', '单位', '2020年', null, '2021年', null], [null, null, '济南', '青岛', '济南', '青岛'], ['PCT申请量', '件', 100, 200, 110, 220]], merges: ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'] },
      { name: '通报', rows: [['2022年1月知识产权工作通报'], ['市', '2021年末有效发明专利（件）', '位次'], ['青岛', 1000, 1], ['济南', 900, 2]] },
    ]),
    answer: {
      kind: 'indicators', headers: ['2-3', '2-3', '2-3', '2'], new: 7, skipped: ['6 subtotal', '6 total'],
      records: [
        ['indicator', '370202|trademarks_registered|2020', { value: 100, rank: 2 }], ['indicator', '370202|trademarks_registered|2021', { value: 110, rank: 2 }], ['indicator', '370203|trademarks_registered|2021', { value: 210, rank: 1 }],
        ['indicator', '370200|pct|2020', { value: 200 }], ['indicator', '370200|pct|2021', { value: 220 }], ['indicator', '370200|inventions_valid|2021', { value: 1000, rank: 1 }],
      ],
    },
  },
  {
    name: 'patents of three districts, each under an annex of its own',
    file: '有效发明.xlsx',
    content: () => xlsxOf([{ rows: [
      ['附件1：市南区有效发明专利清单'], ['序号', '专利号', '名称', '专利权人'], [1, application(2019, 1, 760_001), '甲', '甲公司'], ['附件2：胶州市有效发明专利清单'], ['序号', '专利号', '名称', '专利权人'], [1, application(2019, 1, 760_002), '乙', '乙公司'],
      ['附件3：平度市有效发明专利清单'], ['序号', '专利号', '名称', '专利权人'], [1, application(2019, 1, 760_003), '丙', '济南丙公司'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['2', '5', '8'], new: 3,
      records: [['patent', application(2019, 1, 760_001), { ownerPlace: '370202' }], ['patent', application(2019, 1, 760_002), { ownerPlace: '370281' }], ['patent', application(2019, 1, 760_003), { ownerPlace: null }]],
    },
  },
  {
    name: 'a title printed again on the next page, and a number that stands for several',
    file: '续页.xlsx',
    content: () => xlsxOf([
      { name: '指标', rows: [['2021年各市PCT申请情况'], ['市', 'PCT申请量（件）', '同比'], ['济南', 100, '1%'], ['第1页'], ['2021年各市PCT申请情况（续）'], ['市', 'PCT申请量（件）', '同比'], ['青岛', 200, '2%']] },
      { name: '标准', rows: [['标准号', '标准名称', '发布日期'], ['GB/T 55010-2021等3项', '甲', '2021-05-01'], ['GB/T 55011-2021、GB/T 55012-2021', '乙', '2021-05-01']] },
    ]),
    answer: {
      kind: 'indicators', headers: ['2', '1'], new: 3, skipped: ['4 note', '5 note', '6 repeated_header'], rejected: ['2A not_a_standard_number'], repaired: ['3A range_split'],
      records: [['indicator', '370200|pct|2021', { value: 200 }], ['standard', 'GB/T 55012-2021', { title: '乙' }]],
    },
  },
]
