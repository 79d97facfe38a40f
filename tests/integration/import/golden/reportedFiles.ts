import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { htmlTableOf, libraryFileOf, xlsxOf } from '../../../support/golden/tablePlan'

/** What districts and databases send, in which the known traps stand in new places. */
export const reportedFiles: readonly GoldenCase[] = [
  {
    name: 'a circular of districts with zones as parts of their hosts and cut out of them',
    file: '各区市指标.xlsx',
    content: () => xlsxOf([{ rows: [
      ['关于2021年全市知识产权主要指标完成情况的通报'], ['（截止日期：2021年12月31日）'],
      ['区市', '有效发明专利拥有量', null, null, '万人有效发明专利拥有量（件）', null], [null, '件', '同比', '位次', '数值', '位次'],
      ['城阳区', 4000, 0.156, 1, 35.5, 2], ['　其中：高新区', 1200, '30%', '—', '—', '—'], ['（其中：蓝谷）', 90, '3%', '—', null, null], ['黄岛区（不含自贸片区）', 3000, '1.1%', 2, 15.4, 3], ['自贸片区', 100, null, null, null, null], ['#开发区', 7, null, null, null, null],
    ], merges: ['A1:F1', 'A2:F2', 'A3:A4', 'B3:D3', 'E3:F3'] }]),
    answer: {
      kind: 'indicators', headers: ['3-4'], new: 5, rejected: ['10A unknown_region'],
      records: [
        ['indicator', '370214|inventions_valid|2021', { value: 4000, growth: '15.6%', rank: 1 }], ['indicator', '370214|inventions_per_10k|2021', { value: 35.5, rank: 2 }],
        ['indicator', '其中：青岛高新区|inventions_valid|2021', { value: 1200, growth: '30%' }], ['indicator', '其中：蓝谷|inventions_valid|2021', { value: 90 }], ['indicator', '青岛自贸片区|inventions_valid|2021', { value: 100 }],
      ],
    },
  },
  {
    name: 'market entities with enterprises as a part beside them, each under a group',
    file: '市场主体.xls',
    content: () => libraryFileOf([{ rows: [
      ['青岛市实有市场主体情况表（2021年12月31日）'], [null, null, '单位：户，%'], ['区市', '市场主体', null, '其中：企业', null], [null, '期末实有', '比重', '期末实有', '比上年末增长'],
      ['合计', 1_234_567, '100%', 500_000, '9%'], ['市南区', '12.3万', '10%', 50_000, '1%'], ['市北区', 210_003, '17%', 60_000, '1%'],
    ], merges: ['A1:E1', 'B3:C3', 'D3:E3', 'A3:A4'] }], 'biff8'),
    answer: { kind: 'market_entities', headers: ['3-4'], new: 2, skipped: ['5 total'], records: [['market_entities', '370202|2021', { entities: 123_000 }], ['market_entities', '370203|2021', { entities: 210_003 }]] },
  },
  {
    name: 'a quarter beside that of the year before, whose columns leave their subject to the title',
    file: '三季度商标.xls',
    content: () => htmlTableOf([['2021年第3季度各市商标申请、注册及有效注册量统计'], ['市', '2021年三季度', '', '2020年三季度', ''], ['', '申请件数', '有效注册量', '申请件数', '有效注册量'], ['济南', '12,345', '350,001', '10,000', '300000'], ['青岛', '13,345', '450,001', '11,000', '…']], 'gbk'),
    answer: { kind: 'indicators', headers: ['2-3'], new: 2, records: [['indicator', '370200|trademarks_applied|2021Q3', { value: 13_345 }], ['indicator', '370100|trademarks_valid|2021Q3', { value: 350_001 }]] },
  },
  {
    name: 'people of districts with zones in them, one figure not yet there',
    file: '各区市人口.xlsx',
    content: () => xlsxOf([{ rows: [['2-3 各区市常住人口'], [null, null, '单位：万人'], ['地区', '2020年', '2021年'], ['全  市', 1010.57, 1025.67], ['  市 南 区', 48.7, 49.1], ['#高新区', 8.2, 8.3], ['（其中：自贸片区）', 1, 1], ['  即墨区', 133.6, '…'], ['资料来源：青岛统计年鉴2022']] }]),
    answer: { kind: 'population', headers: ['3'], new: 3, skipped: ['9 note'], review: ['6A zone_without_population', '7A zone_without_population'], records: [['population', '370202|yearend2021', { populationWan: 49.1 }], ['population', '370215|yearend2020', { populationWan: 133.6 }]] },
  },
  {
    name: 'standards under a heading of number and name, each level under a heading of its own',
    file: '胶州市标准.xlsx',
    content: () => xlsxOf([{ rows: [
      ['胶州市主导和参与标准一览（截至2021年12月31日）'], ['序号', '标准号/标准名称', '发布日期', '起草单位'], ['（一）国际标准（1项）'], [1, 'ISO 11111:2021 纺织机械 安全要求', '2021年6月', '中国纺织机械协会，青岛甲有限公司'],
      ['（二）国家标准（2项）'], [1, 'GB/T 44001-2021 机床', '2021-9-31', '青岛甲有限公司'], [2, '《机床》（GB/T 44002-2021）', '2021-09-30', '青岛甲有限公司'],
    ], merges: ['A1:D1', 'A3:D3', 'A5:D5'] }, { name: '其他', rows: [['序号', '编码（全）', '发布日期', '实施日期'], ['一、国家标准'], [], [1, 'GB/T 44003-2021', '2021-01-05', '2021-07-01'], [2, 'GB/T 44004-2021', '2021-02-05', '2021-08-01']] }]),
    answer: {
      kind: 'standards', headers: ['2', '1'], new: 4, skipped: ['3 section', '5 section', '2 section'], rejected: ['6C bad_date'], repaired: ['4B extracted_from_text', '7B extracted_from_text'],
      records: [['standard', 'ISO 11111:2021', { title: '纺织机械 安全要求', publishedOn: '2021-06' }], ['standard', 'GB/T 44002-2021', { title: '机床' }], ['standard', 'GB/T 44004-2021', { publishedOn: '2021-02-05', effectiveOn: '2021-08-01' }]],
    },
  },
  {
    name: 'a patent list whose first section stands between the unit line and the headings, with a total that is called otherwise',
    file: '莱西市专利.xlsx',
    content: () => xlsxOf([{ rows: [
      ['莱西市2021年第四季度专利授权情况'], ['单位：件', null, null, '2022年1月'], ['一、发明专利（2件）'], ['序号', '申请（专利）号', '发明名称', '授权公告日'], [1, application(2019, 1, 700_031), '甲', '2021.10.08'],
      ['二、实用新型专利（1件）'], ['序号', '申请（专利）号', '实用新型名称', '授权公告日'], [1, application(2021, 2, 700_033), '乙', '2021.11.12'], ['累计', 3], ['合计3件'],
    ], merges: ['A1:D1', 'A3:D3', 'A6:D6'] }]),
    answer: { kind: 'patents', headers: ['4'], new: 2, mapping: 'applicationNumber=B title=C grantDate=D', skipped: ['6 section', '7 repeated_header', '9 total', '10 total'], records: [['patent', application(2021, 2, 700_033), { title: '乙', grantedOn: '2021-11-12' }]] },
  },
  {
    name: 'places of several owners in one cell, of which the first counts even where it has none',
    file: '智慧芽.xlsx',
    content: () => xlsxOf([{ rows: [
      ['公开(公告)号', '申请号', '标题', '[标]当前申请(专利权)人', '当前申请(专利权)人地址', 'IPC主分类号'],
      ['CN112000011B', `CN${application(2020, 1, 700_011)}`, '膜 | 方法', '青岛甲大学 | 青岛乙有限公司', '山东省青岛市崂山区松岭路99号 | 山东省青岛市城阳区', 'C08J5/18'],
      ['CN112000012B', `CN${application(2020, 1, 700_012)}`, '阀', '某某研究院 | 青岛乙有限公司', '- | 山东省青岛市城阳区', 'F16K1/00'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 2, mapping: 'address=E',
      records: [['patent', application(2020, 1, 700_011), { ownerPlace: '370212', parties: ['青岛甲大学', '青岛乙有限公司'] }], ['patent', application(2020, 1, 700_012), { ownerPlace: null }]],
    },
  },
  {
    name: 'registration numbers with remarks behind them',
    file: '续展商标.xlsx',
    content: () => xlsxOf([{ rows: [['商标名称', '注册号', '类别', '注册日期'], ['白啤', '9123458（续展）', 32, '2012-3-14'], ['图形', '第9123459号(图形)', 33, '2012-3-14'], ['两个', '9123460（9123461）', 33, '2012-3-14']] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, rejected: ['4B bad_format'], records: [['trademark', '9123458', { classes: [32] }], ['trademark', '9123459', { name: '图形' }]] },
  },
  {
    name: 'an export of received figures, of which those of zones are none of their hosts',
    file: '通报指标.xlsx',
    content: () => xlsxOf([{ rows: [
      ['键', '地区代码', '指标', '统计期', '来源栏目', '数值', '单位', '同比', '占比', '位次', '标签'],
      ['370214|pct|2021', '城阳区', 'pct', '2021', 'PCT申请量（件）', 900, '件'], ['青岛高新区|pct|2021', '青岛高新区', 'pct', '2021', 'PCT申请量（件）', 300, '件'], ['其中：蓝谷|pct|2021', '其中：蓝谷', 'pct', '2021', 'PCT申请量（件）', 20, '件'], ['某地|pct|2021', '某地', 'pct', '2021', 'PCT申请量（件）', 1, '件'],
    ] }]),
    answer: { kind: 'indicators', headers: ['1'], new: 3, rejected: ['5B unknown_region'], records: [['indicator', '370214|pct|2021', { value: 900 }], ['indicator', '青岛高新区|pct|2021', { value: 300 }], ['indicator', '其中：蓝谷|pct|2021', { region: '其中：蓝谷', value: 20 }]] },
  },
  {
    name: 'marks whose classes stand over groups of rows, their terms under another heading',
    file: '商标清单.xlsx',
    content: () => xlsxOf([{ rows: [['青岛甲公司商标清单'], ['序号', '注册号', '商标', '注册日期', '商标注册有效期限'], ['第9类'], [1, '9600001', '甲', '2014年元月7日', '自2014年01月07日至2024年01月06日止'], ['第35类（2件）'], [2, '9600002', '乙', '2012-1-2', '2012.1.2至长期'], [3, '9600003', '丙', '2012-1-2', '2012/1/2-2022/1/1']] }]),
    answer: {
      kind: 'trademarks', headers: ['2'], new: 2, mapping: 'registrationNumber=B name=C registeredOn=D term=E', skipped: ['3 section', '5 section'], rejected: ['6E bad_term'],
      records: [['trademark', '9600001', { classes: [9], registeredOn: '2014-01-07', termEndOn: '2024-01-06' }], ['trademark', '9600003', { classes: [35], termEndOn: '2022-01-01' }]],
    },
  },
  {
    name: 'numbers of applications and of patents in two columns, of which a row fills one',
    file: '专利台账.xlsx',
    content: () => xlsxOf([{ rows: [
      ['专利申请号', '专利（授权）号', '专利名称', '专利权人', '授权公告日'], [null, `ZL${application(2019, 1, 750_011)}`, '甲', '青岛甲公司', '2021-03-04'], [application(2019, 1, 750_012), null, '乙', '青岛甲公司'],
      ['/', `ZL${application(2019, 1, 750_013)}`, '丙', '青岛甲公司', '2021-03-04'], [null, '-', '丁', '青岛甲公司'], [null, '2.01911E+11', '戊', '青岛甲公司'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 3, mapping: 'applicationNumber=A patentNumber=B', rejected: ['5A missing_key', '6B scientific_notation'],
      records: [['patent', application(2019, 1, 750_011), { grantedOn: '2021-03-04' }], ['patent', application(2019, 1, 750_012), { title: '乙' }], ['patent', application(2019, 1, 750_013), { title: '丙' }]],
    },
  },
  {
    name: 'dates whose headings stand under one for both, and a column that asks who leads',
    file: '即墨区调查表.xlsx',
    content: () => xlsxOf([{ name: '即墨区', rows: [
      ['企事业单位标准制修订情况调查表'], ['序号', '单位', '标准编号', '标准名称', '是否主导', '发布实施日期'], [null, null, null, null, null, '发布', '实施'],
      [1, '即墨甲公司', 'FZ/T 62001-2021', '甲', '是', '2021-05-06', '2021-10-01'], [2, '即墨乙公司', 'FZ/T 62002-2021', '乙', '否', '2021-05-07', '2021-10-02'],
    ], merges: ['F2:G2'] }]),
    answer: {
      kind: 'standards', headers: ['2-3'], new: 2, mapping: 'reportingUnit=B standardNo=C title=D roleLead=E publishedOn=F effectiveOn=G',
      records: [['standard', 'FZ/T 62001-2021', { publishedOn: '2021-05-06', effectiveOn: '2021-10-01' }], ['standard', 'FZ/T 62002-2021', { publishedOn: '2021-05-07', reportedDistrict: '370215' }]],
    },
  },
  {
    name: 'indicators down and districts across',
    file: '区市交叉表.xlsx',
    content: () => xlsxOf([{ rows: [['2021年各区市知识产权指标'], ['指标', '单位', '市南区', '西海岸新区', '全市'], ['专利授权量', '件', 100, 300, 5000], ['有效发明专利', '件', 1000, '3,000', 45_000]] }]),
    answer: {
      kind: 'indicators', headers: ['2'], new: 2,
      records: [['indicator', '370202|patents_granted|2021', { value: 100 }], ['indicator', '370211|inventions_valid|2021', { value: 3000, unit: '件' }], ['indicator', '370200|patents_granted|2021', { value: 5000 }]],
    },
  },
]
