import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

const patent = application(2017, 1, 762_001)

/** Awards, pilots and lists of standards in layouts that say what they are in titles, sections and headings by kind. */
export const awardedFiles: readonly GoldenCase[] = [
  {
    name: 'an award for standards in levels and one for organisations, in two tables of a narrow list',
    file: '贡献奖.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2020年中国标准创新贡献奖获奖名单'], ['一、标准项目奖'], ['（一）一等奖'], ['序号', '标准编号及名称', '主要完成单位'], [1, 'GB/T 36073-2018《数据管理能力成熟度评估模型》', '中国甲研究院、青岛海纳仪表有限公司'],
      ['（二）二等奖'], [1, 'GB/T 35001-2018《微型机》', '青岛中科海洋研究院'], ['二、组织奖'], ['序号', '组织名称'], [1, '青岛浩源机械有限公司'],
    ] }]),
    answer: {
      kind: 'honours', headers: ['4', '9'], new: 3, mapping: 'objectNumber=B recipient=C', skipped: ['6 section'],
      records: [
        ['honour', '中国标准创新贡献奖|一等奖|2020年度|GB/T 36073-2018', { level: '一等奖', recipient: '中国甲研究院、青岛海纳仪表有限公司', status: '授予' }], ['honour', '中国标准创新贡献奖|二等奖|2020年度|GB/T 35001-2018', { level: '二等奖' }],
        ['honour', '中国标准创新贡献奖||2020年度|青岛浩源机械有限公司', { category: '组织奖', status: '授予', level: null }],
      ],
    },
  },
  {
    name: 'several organisations in one cell have an award each, those of one patent share one',
    file: '获奖名单.xlsx',
    content: () => xlsxOf([
      { name: '市长奖', rows: [['第七届青岛市市长质量奖获奖名单'], ['等级', '获奖单位'], ['卓越奖', '青岛甲有限公司、青岛乙有限公司'], ['提名奖', '青岛丙有限公司']] },
      { name: '专利奖', rows: [['荣誉名称', '届次', '专利号', '专利权人'], ['中国专利优秀奖', '第二十二届', `ZL${patent}`, '青岛甲有限公司；青岛大学'], ['中国专利优秀奖', '第22届', patent, '青岛甲有限公司']] },
    ]),
    answer: {
      kind: 'honours', headers: ['2', '1'], new: 3, changed: 1,
      records: [
        ['honour', '青岛市市长质量奖|卓越奖|第七届|青岛甲有限公司', { status: '授予' }], ['honour', '青岛市市长质量奖|卓越奖|第七届|青岛乙有限公司', {}], ['honour', '青岛市市长质量奖|提名奖|第七届|青岛丙有限公司', {}],
        ['honour', `中国专利奖|优秀奖|第二十二届|ZL${patent}`, { level: '优秀奖' }],
      ],
    },
  },
  {
    name: 'leaders by enterprise standards: an award, whose standards are none of the register’s',
    file: '领跑者.xlsx',
    content: () => xlsxOf([{ rows: [['2021年度企业标准“领跑者”名单（青岛市）'], ['序号', '产品名称', '企业名称', '标准编号', '标准名称', '所属区市'], [1, '压力表', '青岛海纳仪表有限公司', 'Q/370212HN 001-2021', '压力表', '崂山区'], [2, '海带', '青岛瑞东食品股份有限公司', 'Q/RD 0002S-2021', '海带', '黄岛区']] }]),
    answer: { kind: 'honours', headers: ['2'], new: 2, mapping: 'recipient=C objectNumber=D district=F', records: [['honour', '企业标准领跑者||2021年度|Q/370212HN 001-2021', { recipient: '青岛海纳仪表有限公司', district: '370212', status: '授予' }]] },
  },
  {
    name: 'pilots without a column of types, under a title that says what they are',
    file: '一览表.xlsx',
    content: () => xlsxOf([{ rows: [['青岛市国家级、省级标准化试点示范项目一览表'], ['序号', '项目名称', '承担单位', '所在区市', '级别', '下达时间', '验收情况'], [1, '国家级社会管理和公共服务综合标准化试点', '青岛中科海洋研究院', '市南区', '国家级', '2019年6月', '通过验收'], [2, '山东省现代农业综合标准化示范区', '胶州丰泰农业科技有限公司', '胶州市', '省级', '2021.10', '在建']] }]),
    answer: { kind: 'pilots', headers: ['2'], new: 2, mapping: 'project=B name=C district=D level=E year=F status=G', records: [['pilot', '国家级社会管理和公共服务综合标准化试点||国家级|2019|青岛中科海洋研究院', { status: '通过验收', district: '370202' }]] },
  },
  {
    name: 'numbers of standards in a column for each kind, and standards among pilots in a list of subsidies',
    file: '城阳区.xlsx',
    content: () => xlsxOf([
      { name: '标准', rows: [['城阳区2021年标准制修订情况汇总表'], ['序号', '单位名称', '国家标准编号', '行业标准编号', '地方标准编号', '标准名称', '发布日期'], [1, '青岛甲公司', 'GB/T 61201-2021', null, '/', '甲', '2021-03-04'], [2, '青岛甲公司', null, 'JB/T 61202-2021', null, '乙', '2021-03-04'], [3, '青岛甲公司', null, 'ZZ/T 1-2021', null, '丙', '2021-03-04'], [4, '青岛甲公司', 'GB/T 61204-2021', null, 'DB37/T 61205-2021', null, '2021-03-05'], [5, '青岛甲公司', null, null, null, '戊', '2021-03-04']] },
      { name: '资助', rows: [['2021年度标准化资助奖励项目汇总表'], ['序号', '区市', '申请单位', '项目类别', '标准号或项目', '名称', '发布/验收日期', '起草单位排名', '拟奖励（万元）'], [1, '崂山区', '青岛乙公司', '主持国家标准', 'GB/T 61301-2021', '甲', '2021-03-04', 1, 20], [2, '即墨区', '即墨丙公司', '国家级试点', '纺织服务业标准化试点', '试点', '2021-10-11', null, 20], ['合计', null, null, null, null, null, null, null, 40]] },
    ]),
    answer: {
      kind: 'standards', headers: ['2', '2'], new: 4, mapping: 'standardNo=C industryNumber=D localNumber=E', skipped: ['5 total'], rejected: ['5D unknown_code', '7C missing_key', '4E not_a_standard_number'], repaired: ['6C range_split'],
      records: [
        ['standard', 'JB/T 61202-2021', { kind: 'industry', reportedDistrict: '370214' }], ['standard', 'DB37/T 61205-2021', { publishedOn: '2021-03-05' }], ['standard', 'GB/T 61204-2021', {}],
        ['standard', 'GB/T 61301-2021', { drafting: [[1, '青岛乙公司']], publishedOn: '2021-03-04', reportedDistrict: '370212' }],
      ],
    },
  },
  {
    name: 'a directory with codes of places, which are no numbers of patents, under a heading in other words',
    file: '规上企业.xlsx',
    content: () => xlsxOf([{ rows: [['青岛市规模以上工业企业名录'], ['序号', '企业详细名称', '统一社会信用代码', '行政区划代码', '行业代码'], [1, '青岛甲制造有限公司', uscc(8_201), 370_212, '3511'], [2, '青岛乙制造有限公司（曾用名：青岛乙机械厂）', uscc(8_202), '370281000000', '3512'], [3, '青岛丙有限公司', uscc(8_203), 370_203, '3511']] }]),
    answer: { kind: 'units', headers: ['2'], new: 3, mapping: 'name=B uscc=C district=D', records: [['unit', uscc(8_203), { district: '370203' }], ['unit', uscc(8_202), { district: '370281', formerNames: ['青岛乙机械厂'] }]] },
  },
  {
    name: 'places gained or lost beside the place, and a row of growths among indicators',
    file: '2021年通报.xlsx',
    content: () => xlsxOf([
      { name: '各市', rows: [['2021年全省各市PCT国际专利申请受理量'], ['位次', '市', 'PCT申请量（件）', '同比（%）', '位次变化'], [1, '青岛市', 2_011, 12.4, '↑1'], [2, '济南市', 1_020, -3, '-']] },
      { name: '指标', rows: [['2021年重点指标完成情况'], ['指标名称', '计量单位', '全市', '市南区', '市北区'], ['有效发明专利', '件', 43_000, 4_500, 3_900], ['同比增长', '%', 12, 3, 4]] },
    ]),
    answer: { kind: 'indicators', headers: ['2', '2'], new: 3, rejected: ['4A other_figure'], records: [['indicator', '370200|pct|2021', { value: 2_011, rank: 1 }], ['indicator', '370203|inventions_valid|2021', { value: 3_900, unit: '件' }]] },
  },
]
