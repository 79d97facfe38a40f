import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
import { libraryFileOf, textTableOf, xlsxOf, type PlannedSheet } from '../../../support/golden/tablePlan'

const invention = (serial: number): string => application(2017, 1, 6_000 + serial)

/** Growths and shares as numbers: of percents by their format, by their heading, and by neither. */
const circular: PlannedSheet = { rows: [
  ['2021年1-12月全省各市知识产权主要指标情况表'],
  ['城市', '发明专利授权量（件）', '同比增速（%）', '位次', '高价值发明专利占比', 'PCT申请量', '同比', '商标有效注册量', '同比'],
  ['全省', 36_345, 35.9, null, { serial: 0.4, format: '0.0%' }, 3_202, { serial: 0.031, format: '0.0%' }, 1_000, 0.1],
  ['济南市', 8_345, 36.9, '第2位', { serial: 0.4104, format: '0.00%' }, 502, { serial: -0.031, format: '0.0%' }, 300, 0.2],
  ['青岛市', 10_345, 33.9, '第1', { serial: 0.4191, format: '0.00%' }, 1_502, { serial: 0.131, format: '0%' }, 400, 12.5],
  ['数据来源：国家知识产权局'],
] }

const circularAnswer: GoldenCase['answer'] = {
  kind: 'indicators', headers: ['2'], new: 2, skipped: ['3 total', '6 note'],
  records: [
    ['indicator', '370200|patents_granted|2021', { value: 10_345, growth: '33.9%', rank: 1 }], ['indicator', '370200|high_value_share|2021', { value: 41.91, unit: '%' }],
    ['indicator', '370200|pct|2021', { value: 1_502, growth: '13.1%' }], ['indicator', '370100|pct|2021', { growth: '-3.1%' }],
    ['indicator', '370200|trademarks_valid|2021', { growth: '12.5%' }], ['indicator', '370100|trademarks_valid|2021', { growth: '20.0%' }],
  ],
}

/** Lists of portals and data vendors, with what their columns hold beside what they are called. */
export const portalFiles: readonly GoldenCase[] = [
  {
    name: 'PCT filings with numbers of their publications beside and among them',
    file: '2021年PCT国际专利申请清单.xlsx',
    content: () => xlsxOf([{ rows: [
      ['序号', '国际申请号', '国际公布号', '发明名称', '申请人', '申请人地址', '国际申请日'],
      [1, 'PCT/CN2021/093750', 'WO2022227126A1', '甲', '青岛甲有限公司;青岛乙有限公司', '山东省青岛市崂山区海尔路1号', '2021.05.14'],
      [2, 'pct／cn2021／093756', 'WO/2022/227127', '乙', 'HAIER (QINGDAO) CO., LTD.', '青岛市黄岛区', '2021年5月20日'],
      [3, 'WO2021123456A1', null, '丙', '青岛甲有限公司', '青岛市黄岛区', '2021-05-16'],
      [4, 'PCT/CN2021/93753', null, '丁', '青岛甲有限公司', '青岛市黄岛区', '2021-05-17'],
      [5, '无', 'WO2022227128A1', '戊', '青岛甲有限公司', '青岛市黄岛区', '2021-05-21'],
    ] }]),
    answer: {
      kind: 'pct', headers: ['1'], new: 2, rejected: ['4B bad_format', '5B bad_format', '6B missing_key'],
      records: [['pct', 'PCT/CN2021/093750', { applicants: ['青岛甲有限公司', '青岛乙有限公司'], receivedOn: '2021-05-14', ownerPlace: '370212' }], ['pct', 'PCT/CN2021/093756', { applicants: ['HAIER (QINGDAO) CO., LTD.'] }]],
    },
  },
  {
    name: 'adoptions in words, amendments and drafts in every spelling, foreign drafters, dates in words',
    file: '采标情况统计.xls',
    content: () => libraryFileOf([{ rows: [
      ['附件1'], ['采用国际标准情况统计表'],
      ['序号', '标准编号', '标准名称', '采标情况', '代替标准号', '发布日期', '实施日期', '起草单位'],
      [1, 'GB/T 70001-2021', '甲', '修改采用 IEC 60335-2-24:2010', '部分代替GB/T 70002-2008', '二〇二一年五月二十一日', '自发布之日起实施', '青岛大学;University of California, Berkeley;Siemens AG'],
      [2, 'GB/T 70004-2021', '丁', 'NEQ ISO 1234-1:2015', '—', '2021年5月上旬', '2021年12月1号', '海尔智家股份有限公司　青岛大学　中国海洋大学等8家单位'],
      [3, 'GB/T 70011-2021（ISO 12345:2018，MOD）', '戊', '未采标', 'GB/T 70007.1～70007.3-2008', '2021年底', null, 'Haier Smart Home Co., Ltd., Hisense Visual Technology Co., Ltd., BASF SE'],
      [4, 'GB 70013-2020/XG1-2021', '己', null, null, '2021-05-21', null, null],
      [5, 'ISO/DIS 23456', '庚', null, null, '2021-05-21', null, null],
      [6, 'ISO/IEC CD 23457:2021', '辛', null, null, '2021-05-21', null, null],
      [7, 'ISO/IEC/IEEE 8802-3:2021', '壬', null, null, '2021.5.21-2021.6.21', null, null],
    ] }], 'biff8'),
    answer: {
      kind: 'standards', headers: ['3'], new: 3, notices: ['list_truncated', 'month_precision'],
      rejected: ['7B amendment_not_counted', '8B draft_not_published', '9B draft_not_published', '10F bad_date'],
      records: [
        ['standard', 'GB/T 70001-2021', { adopts: 'IEC 60335-2-24:2010', adoption: 'MOD', replaces: ['GB/T 70002-2008'], publishedOn: '2021-05-21', effectiveOn: '2021-05-21', drafting: [[1, '青岛大学'], [2, 'University of California, Berkeley'], [3, 'Siemens AG']] }],
        ['standard', 'GB/T 70004-2021', { adopts: 'ISO 1234-1:2015', adoption: 'NEQ', publishedOn: '2021-05', drafting: [[1, '海尔智家股份有限公司'], [2, '青岛大学'], [3, '中国海洋大学']] }],
        ['standard', 'GB/T 70011-2021', { adopts: 'ISO 12345:2018', adoption: 'MOD', publishedOn: '2021', replaces: ['GB/T 70007.1-2008', 'GB/T 70007.2-2008', 'GB/T 70007.3-2008'], drafting: [[1, 'Haier Smart Home Co., Ltd.'], [2, 'Hisense Visual Technology Co., Ltd.'], [3, 'BASF SE']] }],
      ],
    },
  },
  {
    name: 'Madrid marks under 国际注册号, of names in traditional characters',
    file: '马德里商标.xlsx',
    content: () => xlsxOf([{ rows: [
      ['商标', '国际注册号', '国际分类', '注册人', '国际注册日期', '有效期至'],
      ['海爾', '1234567', '7,9,11', '青岛甲有限公司', '2014-05-06', '2024-05-06'],
      ['ハイアール', '1234569A', '32/33', '青岛丙有限公司', '2014-05-06', '2024-05-06'],
    ] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, records: [['trademark', 'G1234567', { classes: [7, 9, 11], name: '海爾' }], ['trademark', 'G1234569A', { classes: [32, 33], name: 'ハイアール' }]] },
  },
  {
    name: 'honours in traditional characters, without a column of statuses',
    file: '榮譽匯總.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年度青岛市质量荣誉汇总表'],
      ['序号', '獲獎單位', '榮譽名稱', '等級', '年度', '公佈日期'],
      [1, '青岛甲有限公司', '山東省省長質量獎', '正獎', '2021', '2021-12-20'],
      [2, '青岛甲有限公司', '山东省省长质量奖', '正奖', 2021, '2021-12-20'],
      [3, '青岛丙有限公司', '第七屆青島市市長質量獎', '提名獎', null, '2021-06-20'],
    ] }]),
    answer: {
      kind: 'honours', headers: ['2'], new: 2, same: 1, notices: ['simplified'],
      records: [['honour', '山东省省长质量奖|正奖|2021年度|青岛甲有限公司', { level: '正奖', status: '授予' }], ['honour', '青岛市市长质量奖|提名奖|第七届|青岛丙有限公司', { session: '第七届' }]],
    },
  },
  {
    name: 'awarded patents by award, each under a heading and headings of its own',
    file: '第二十二届中国专利奖.et',
    content: () => libraryFileOf([{ rows: [
      ['附件'], ['第二十二届中国专利奖山东省获奖项目名单'],
      ['一、中国专利金奖（1项）'],
      ['序号', '专利号', '专利名称', '专利权人', '发明人', '推荐单位'],
      [1, `ZL${invention(61)}`, '甲', '青岛甲有限公司、青岛大学', '张三，李四', '山东省知识产权局'],
      ['二、中国专利优秀奖（2项）'],
      ['序号', '专利号', '专利名称', '专利权人', '发明人', '推荐单位'],
      [1, `ZL${invention(62)}`, '乙', '青岛乙有限公司', '张三', '山东省知识产权局'],
    ] }], 'biff8'),
    answer: {
      kind: 'honours', headers: ['4'], new: 2, skipped: ['6 section', '7 repeated_header'],
      records: [['honour', `中国专利奖|金奖|第二十二届|ZL${invention(61)}`, { status: '授予' }], ['honour', `中国专利奖|优秀奖|第二十二届|ZL${invention(62)}`, {}]],
    },
  },
  {
    name: 'districts with the zones they include, codes and former names with what is written before them',
    file: '名录与人口.ods',
    content: () => libraryFileOf([
      { name: '名录', rows: [
        ['单位名称', '统一社会信用代码', '曾用名', '所属区市', '注销日期'],
        ['青岛甲有限公司', uscc(201), '原青岛甲厂；曾用名：甲实业公司；原野公司', '市北区（含原四方区）', null],
        ['青岛乙有限公司', `${uscc(202).slice(0, 6)} ${uscc(202).slice(6)}`, '／', '城阳区（不含高新区）', '2021年3月5日'],
      ] },
      { name: '人口', rows: [['各区市年末常住人口'], ['单位：万人'], ['区市', '2020', '2021', '2021年比2020年增长（%）'], ['城阳区（含高新区）', 110.36, 112.7, 2.1], ['黄岛区（不含保税区）', 190.1, 192.2, 1]] },
    ], 'ods'),
    answer: {
      kind: 'units', headers: ['1', '3'], new: 3, rejected: ['5A unknown_region'],
      records: [
        ['unit', uscc(201), { formerNames: ['青岛甲厂', '甲实业公司', '原野公司'], district: '370203', zone: null }], ['unit', uscc(202), { district: '370214', endedOn: '2021-03-05' }],
        ['population', '370214|yearend2021', { populationWan: 112.7 }],
      ],
    },
  },
  {
    name: 'a vendor’s text file under two lines about the search, with its words for rights',
    file: '大为导出.csv',
    content: () => textTableOf([
      ['检索式：申请人地址=青岛', '', '', '', '', '', '', ''], ['导出时间：2021-12-31 10:20:30', '', '', '', '', '', '', ''],
      ['申请号', '申请日', '公开（公告）号', '公开（公告）日', '名称', '申请（专利权）人', '地址', '法律状态'],
      [`CN${invention(1)}`, '2017.03.05', 'CN107000001B', '2020.03.05', '甲', '青岛甲有限公司;青岛大学', '266000 山东省青岛市市南区香港中路1号', '有权'],
      [`CN${invention(2)}`, '2017.03.06', 'CN107000002B', '2020.03.06', '乙', '青岛乙有限公司, 青岛丙有限公司', '266555 山东省青岛市经济技术开发区前湾港路', '无权-未缴年费'],
      [`CN${invention(3)}`, '2017.03.07', 'CN107000003A', '2018.03.07', '丙', '海尔智家股份有限公司／青岛海尔电冰箱有限公司', '266109 山东省青岛市城阳区春阳路', '审中-实审'],
    ], ',', 'gbk'),
    answer: {
      kind: 'patents', headers: ['3'], new: 3,
      records: [
        ['patent', invention(1), { ownerPlace: '370202', statedStatus: 'valid', grantedOn: '2020-03-05' }],
        ['patent', invention(2), { parties: ['青岛乙有限公司', '青岛丙有限公司'], ownerPlace: '370211', statedStatus: 'invalid' }],
        ['patent', invention(3), { parties: ['海尔智家股份有限公司', '青岛海尔电冰箱有限公司'], statedStatus: 'pending', grantedOn: null }],
      ],
    },
  },
  {
    name: 'standardised owners alone, and states of the fee office',
    file: '年费监控.xlsx',
    content: () => xlsxOf([{ rows: [
      ['申请号', '标题', '[标]当前申请(专利权)人', '[标]原始申请(专利权)人', '授权日', '专利类别', '案件状态'],
      [invention(41), '甲', '青岛甲有限公司 | 青岛乙有限公司', '济南丁有限公司', '2020-03-05', '实用新型', '等年费滞纳金'],
      [invention(42), '乙', '青岛乙有限公司', '青岛乙有限公司', '-', '发明', '一通出案待答复'],
      [invention(43), '丙', '青岛乙有限公司', '青岛乙有限公司', '-', '发明', '逾期视撤'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 3, mapping: 'applicants=C', notices: ['type_conflict'],
      records: [
        ['patent', invention(41), { parties: ['青岛甲有限公司', '青岛乙有限公司'], statedStatus: 'valid', type: 'invention' }],
        ['patent', invention(42), { statedStatus: 'pending' }], ['patent', invention(43), { statedStatus: 'invalid' }],
      ],
    },
  },
  {
    name: 'pilots whose project is told by a part of its heading, undertaken by several',
    file: '试点示范.xlsx',
    content: () => xlsxOf([{ rows: [
      ['青岛市标准化试点示范项目汇总表'],
      ['试点项目名称', '试点类型', '级别', '承担单位', '批准文号', '下达时间', '验收时间', '状态', '所属区市'],
      ['国家海水淡化标准化试点', '服务业', '国家级', '青岛甲有限公司、青岛乙研究院', '国标委〔2019〕12号', '2019年5月', '2021-11', '已验收', '黄岛区'],
      ['青岛市循环经济试点', '循环经济', '市级', '青岛丙公司', null, '2021', null, '在建', '胶南市'],
    ] }]),
    answer: { kind: 'pilots', headers: ['2'], new: 2, mapping: 'project=A pilotType=B level=C name=D year=F status=H district=I', records: [['pilot', '青岛市循环经济试点|循环经济|市级|2021|青岛丙公司', { district: '370211' }]] },
  },
  { name: 'received growths and shares as numbers of percents and as fractions', file: '各市指标.xlsx', content: () => xlsxOf([circular]), answer: circularAnswer },
  { name: 'the same in an old workbook', file: '各市指标.xls', content: () => libraryFileOf([circular], 'biff8'), answer: circularAnswer },
  { name: 'the same in XML 2003', file: '各市指标_xml.xls', content: () => libraryFileOf([circular], 'xlml'), answer: circularAnswer },
  {
    name: 'figures of the middle of a year, and households, which are neither people nor entities of its end',
    file: '6月月报.xlsx',
    content: () => xlsxOf([
      { name: '主体', rows: [['2021年6月市场主体发展情况月报'], ['单位：户'], ['地区', '期末实有'], ['市南区', 120_001]] },
      { name: '人口', rows: [['2021年6月末各区市常住人口（万人）'], ['地区', '常住人口'], ['市南区', 58.1]] },
      { name: '年末', rows: [['2021年12月市场主体发展情况月报'], ['单位：户'], ['地区', '本月新登记', null, '期末实有', null], [null, '合计', '其中企业', '合计', '其中企业'], ['市北区', 1_001, 501, 120_002, 60_001]], merges: ['B3:C3', 'D3:E3'] },
      { name: '户籍', rows: [['2021年末各区市户籍人口（万人）'], ['区市', '年末总户数', '年末户籍人口'], ['市南区', 20.1, 55.1]] },
    ]),
    answer: { kind: 'market_entities', headers: ['3', '2', '3-4'], new: 1, rejected: ['4B not_year_end', '3B not_year_end'], notices: ['sheet_left_out'], records: [['market_entities', '370203|2021', { entities: 120_002 }]] },
  },
  {
    name: 'a form of one unit, which only its first lines name',
    file: '企业年度调查表.xls',
    content: () => libraryFileOf([{ rows: [
      ['2021年度企业标准化工作情况调查表'],
      ['单位名称：青岛甲有限公司', null, null, '统一社会信用代码：', uscc(501), null],
      ['所属区市：李沧区', null, null, '联系人：王五 13800000000', null, null],
      ['序号', '标准编号', '标准名称', '参与方式', '本单位排序', '发布日期'],
      [1, 'GB/T 72021-2021', '甲', '主持', 1, '2021/5/6'],
      [2, 'GB/T 72022-2021', '乙', '参与', 3, '2021/5/7'],
    ] }], 'biff8'),
    answer: { kind: 'standards', headers: ['4'], new: 2, records: [['standard', 'GB/T 72021-2021', { reportedDistrict: '370213', drafting: [[1, '青岛甲有限公司']] }], ['standard', 'GB/T 72022-2021', { drafting: [[3, '青岛甲有限公司']] }]] },
  },
  {
    name: 'streets and townships under 属地, an award of standards, numbers before and after their conversion',
    file: '名录与获奖.xlsx',
    content: () => xlsxOf([
      { name: '企业', rows: [['企业名称', '社会信用代码', '属地'], ['青岛甲有限公司', uscc(401), '山东省青岛市黄岛区灵山卫街道'], ['青岛乙有限公司', uscc(404), '莱西市姜山镇']] },
      { name: '获奖', rows: [['2020年中国标准创新贡献奖获奖名单'], ['序号', '奖项', '获奖等级', '标准编号', '标准名称', '主要完成单位'], [1, '标准项目奖', '一等奖', 'GB/T 71011-2018', '甲', '青岛甲有限公司、青岛大学'], [2, '组织奖', null, null, null, '青岛丙有限公司']] },
      { name: '转化', rows: [['序号', '原标准编号', '转化后标准编号', '标准名称'], [1, 'GB 72011-2009', 'GB/T 72011-2009', '甲'], [2, 'GB 72012-2010', 'GB/T 72012-2010', '乙']] },
      { name: '专利', rows: [['专利号', '名称', '权利人', '状态'], [`${invention(71)}（发明）`, '甲', '青岛甲有限公司', '申请中']] },
    ]),
    answer: {
      kind: 'units', headers: ['1', '2', '1', '1'], new: 7, notices: ['column_by_content'],
      records: [
        ['unit', uscc(401), { district: '370211' }], ['unit', uscc(404), { district: '370285' }],
        ['honour', '中国标准创新贡献奖|一等奖|2020年度|GB/T 71011-2018', { category: '标准项目奖', status: '授予' }],
        ['standard', 'GB/T 72011-2009', {}], ['patent', invention(71), { statedStatus: 'pending' }],
      ],
    },
  },
  {
    name: 'awards of several years under 批次, classes with their goods, figures of the year before beside this year’s',
    file: '名单与指标.xls',
    content: () => libraryFileOf([
      { name: '品牌', rows: [['山东省高端品牌培育企业名单（青岛市）'], ['批次', '企业名称', '区市'], ['2020年度', '青岛甲有限公司', '崂山区'], ['2021年度', '青岛甲有限公司', '崂山区'], [null, '青岛丙有限公司', '莱西']], merges: ['A4:A5'] },
      { name: '地标', rows: [['商标名称', '注册人', '注册号', '类别'], ['崂山茶', '青岛市崂山区茶叶协会', '5453333', '第30类（茶）']] },
      { name: '发明', rows: [['2021年全省各市有效发明专利情况表'], ['市', '2020年末有效发明专利（件）', '2021年末有效发明专利（件）', '增长（%）', '2021年位次'], ['济南市', 30_000, 36_000, 20, 2], ['青岛市', 38_000, 48_000, 26.3, 1]] },
    ], 'biff8'),
    answer: {
      kind: 'honours', headers: ['2', '1', '2'], new: 6,
      records: [
        ['honour', '山东省高端品牌培育企业||2020年度|青岛甲有限公司', { status: '授予' }], ['honour', '山东省高端品牌培育企业||2021年度|青岛丙有限公司', { district: '370285' }],
        ['trademark', '5453333', { classes: [30] }], ['indicator', '370200|inventions_valid|2021', { value: 48_000, growth: '26.3%', rank: 1 }],
      ],
    },
  },
]
