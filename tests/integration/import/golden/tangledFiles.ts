import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { htmlTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const statusOf = (serial: number): string => application(2018, 1, serial)
const exported = (serial: number): string => application(2017, 1, serial)

/** Files in which several kinds of dirt meet, as offices, agencies and databases send them. */
export const tangledFiles: readonly GoldenCase[] = [
  {
    name: 'a statistical form that counts its columns under the headings, with the total on top',
    file: '2021年统计表.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['2021年度标准制（修）订情况统计表'],
        ['填报单位（盖章）：崂山区市场监督管理局', null, null, '填报日期：2022年1月5日'],
        ['序号', '单位名称', '标准信息', null, null, '参与方式'],
        [null, null, '标准编号', '标准名称', '发布日期', '主导', '参与'],
        ['甲', '乙', 1, 2, 3, 4, 5],
        ['合计', null, 2, null, null, 1, 1],
        [1, '青岛海蓝电器有限公司', 'GB/T 50001-2021', '海带', '2021.10', '√'],
        [2, '青岛百川食品有限公司', 'GB/T 50002-2021', '虾皮', '2021年13月', null, '√'],
        [3, '青岛百川食品有限公司', 'GB/T 50003-2021', '虾仁', '44260', null, '√'],
      ],
      merges: ['A1:G1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:G3'],
    }]),
    answer: {
      kind: 'standards', headers: ['3-4'], new: 2, skipped: ['5 repeated_header', '6 total'], rejected: ['8E bad_date'], notices: ['month_precision'],
      mapping: 'reportingUnit=B standardNo=C title=D publishedOn=E roleLead=F rolePart=G',
      records: [['standard', 'GB/T 50001-2021', { publishedOn: '2021-10', reportedDistrict: '370212' }], ['standard', 'GB/T 50003-2021', { publishedOn: '2021-03-05' }]],
    },
  },
  {
    name: 'numbers and names of standards in one cell',
    file: '清单.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['标准编号及名称', '起草单位', '发布日期', '代替标准'],
        ['GB/T 52001-2021《海水淡化》', '青岛甲有限公司、青岛乙研究院（山东、青岛）', '2021-05-06', 'GB/T 52001-2009'],
        ['GB/T 52002-2021 船用阀门', '1.青岛甲有限公司 2.青岛乙研究院', '2021-5-6'],
        ['《渔具》（SC/T 5001-2021）', '青岛甲有限公司', '2021-05-06', 'SC/T 5001-95、SC/T 5002-1999'],
        ['GB/T 150.1、150.2-2021', '青岛甲有限公司', '2021-05-06'],
      ],
    }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 4, repaired: ['2A extracted_from_text', '3A extracted_from_text', '4A extracted_from_text', '5A range_split'],
      records: [
        ['standard', 'GB/T 52001-2021', { title: '海水淡化', replaces: ['GB/T 52001-2009'], drafting: [[1, '青岛甲有限公司'], [2, '青岛乙研究院（山东、青岛）']] }],
        ['standard', 'GB/T 52002-2021', { title: '船用阀门' }],
        ['standard', 'SC/T 5001-2021', { title: '渔具', replaces: ['SC/T 5001-1995', 'SC/T 5002-1999'] }],
        ['standard', 'GB/T 150.2-2021', { title: null, publishedOn: '2021-05-06' }],
      ],
    },
  },
  {
    name: 'gazette events in the status column, of which some sound like an end',
    file: '法律状态.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['申请号', '专利名称', '申请单位', '授权公告日', '法律状态'],
        ...['授权 | 无效程序', '无效宣告请求审查中', '专利权质押合同登记的生效、变更及注销', '有效（质押）', '避免重复授权', '未缴年费；权利恢复'].map((status, index) => [statusOf(100 + index), `装置${index}`, '青岛甲有限公司', '2021-03-05', status]),
      ],
    }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 6, notices: ['event_not_status'], mapping: 'applicants=C',
      records: [
        ['patent', statusOf(100), { statedStatus: 'valid', legalEvent: '无效程序' }],
        ['patent', statusOf(101), { statedStatus: null }],
        ['patent', statusOf(102), { statedStatus: null, legalEvent: '专利权质押合同登记的生效、变更及注销' }],
        ['patent', statusOf(103), { statedStatus: 'valid', legalEvent: '质押' }],
        ['patent', statusOf(104), { statedStatus: 'invalid' }],
        ['patent', statusOf(105), { statedStatus: 'valid' }],
      ],
    },
  },
  {
    name: 'application numbers that lost six digits, and titles given only in translation',
    file: '导出.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['申请号', '标题', '标题(译)(简体中文)', '授权公告日'],
        [201910000000, '一种甲', '-', '2021-03-05'],
        [exported(200), '-', '一种乙', '2021-03-05'],
        [exported(201), '一种丙', '-', '2021-03-05'],
      ],
    }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 2, rejected: ['2A scientific_notation'],
      records: [['patent', exported(200), { title: '一种乙' }], ['patent', exported(201), { title: '一种丙' }]],
    },
  },
  {
    name: 'Madrid numbers in words, and terms that have not begun',
    file: '商标查询.xls',
    content: () => htmlTableOf([
      ['注册号', '商标名称', '国际分类', '申请人名称（中文）', '专用权期限'],
      ['国际注册第1234568号', 'BLUE', '9类；35类', '青岛甲有限公司', '自2012年3月7日起至2022年3月6日止'],
      ['12345679', '海', '9', '青岛甲有限公司', '至'],
    ], 'gbk'),
    answer: {
      kind: 'trademarks', headers: ['1'], new: 2,
      records: [['trademark', 'G1234568', { classes: [9, 35], termEndOn: '2022-03-06' }], ['trademark', '12345679', { termEndOn: null }]],
    },
  },
  {
    name: 'one award whose session is written in three ways',
    file: '荣誉.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['质量荣誉汇总表'],
        ['获奖单位', '荣誉名称', '届次/年度', '等级', '状态'],
        ['青岛百川食品有限公司', '山东省高端品牌培育企业', '2021年度', null, '授予'],
        ['青岛百川食品有限公司', '山东省高端品牌培育企业', 2021, null, '授予'],
        ['青岛百川食品有限公司', '山东省高端品牌培育企业', '2020年', null, '授予'],
        ['青岛海蓝电器有限公司', '山东省省长质量奖', '第8届', '正奖', '授予'],
        ['青岛海蓝电器有限公司', '第八届山东省省长质量奖', null, '正奖', '授予'],
      ],
    }]),
    answer: { kind: 'honours', headers: ['2'], new: 3, changed: 2 },
  },
  {
    name: 'a circular of seventeen cities, one of which is part of another today',
    file: '2018年通报.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['2018年全省知识产权主要指标通报'],
        ['地市', '有效发明专利拥有量（件）', null, '每万人口高价值发明专利拥有量（件）'],
        [null, '数值', '同比', '数值'],
        ['莱芜市', 100, '1%', 1.2],
        ['济南市', '3.1万', '15%', 5.1],
        ['青岛', 41500, 0.155, '4.98'],
      ],
      merges: ['A1:D1', 'A2:A3', 'B2:C2'],
    }]),
    answer: {
      kind: 'indicators', headers: ['2-3'], new: 2, review: ['4A merged_region'],
      records: [['indicator', '370100|inventions_valid|2018', { value: 31000 }], ['indicator', '370200|inventions_valid|2018', { value: 41500, growth: '15.5%' }]],
    },
  },
  {
    name: 'people of districts that are no more beside those of today',
    file: '2021年末人口.xlsx',
    content: () => xlsxOf([{
      rows: [['2021年末各区市常住人口（万人）'], ['区市', '常住人口'], ['崂山區', 51.03], ['黄岛区', '190.36'], ['胶南市', 83], ['即墨市', '134.68万人']],
    }]),
    answer: {
      kind: 'population', headers: ['2'], new: 3, review: ['5A merged_region'], notices: ['district_alias_historical'],
      records: [['population', '370211|yearend2021', { populationWan: 190.36 }], ['population', '370212|yearend2021', { populationWan: 51.03 }], ['population', '370215|yearend2021', { populationWan: 134.68 }]],
    },
  },
  {
    name: 'rows that contradict each other about one standard',
    file: '冲突.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['单位名称', '标准编号', '标准名称', '发布日期', '起草单位（按标准文本顺序）'],
        ['青岛甲有限公司', 'GB/T 54001-2021', '冰箱', '2021-03-05', '中国家电院、青岛甲有限公司'],
        ['青岛乙有限公司', 'GB/T 54001-2021', '冰箱', '2021-03-08', '青岛乙有限公司、中国家电院、青岛甲有限公司'],
        ['青岛丙有限公司', 'GB/T 54001-2021', '冰箱', '2021-03', null],
      ],
    }]),
    answer: { kind: 'standards', headers: ['1'], new: 1, changed: 1, same: 1, notices: ['file_conflict', 'list_conflict'], records: [['standard', 'GB/T 54001-2021', { publishedOn: '2021-03-08', drafting: [[1, '中国家电院'], [2, '青岛甲有限公司']] }]] },
  },
  {
    name: 'a district report that a register list overrules',
    file: '区报.xlsx',
    before: [{ file: '清单.xlsx', content: () => xlsxOf([{ rows: [['标准号', '标准名称', '发布日期', '归口单位', '起草单位'], ['GB/T 54002-2021', '洗衣机', '2021-03-05', '全国家电标委会', '中国家电院']] }]) }],
    content: () => xlsxOf([{ rows: [['单位名称', '标准编号', '标准名称', '发布日期'], ['青岛甲有限公司', 'GB/T 54002-2021', '洗衣机', '2021-05-08']] }]),
    answer: { kind: 'standards', headers: ['1'], new: 0, same: 1, notices: ['value_conflict'], records: [['standard', 'GB/T 54002-2021', { publishedOn: '2021-03-05' }]] },
  },
  {
    name: 'market entities of two years, each in parts and as a whole under a merged heading',
    file: '市场主体.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['青岛市实有市场主体（户）'],
        ['区市', '2020年', null, null, '2021年'],
        [null, '企业', '个体工商户', '合计', '企业', '个体工商户', '合计'],
        ['市南区', 10, 20, 30, 11, 22, 33], ['市北区', 1, 2, 3, 4, 5, 9], ['合计', 11, 22, 33, 15, 27, 42],
      ],
      merges: ['A1:G1', 'A2:A3', 'B2:D2', 'E2:G2'],
    }]),
    answer: {
      kind: 'market_entities', headers: ['2-3'], new: 2, skipped: ['6 total'], mapping: 'region=A m2020=D m2021=G',
      records: [['market_entities', '370202|2021', { entities: 33 }], ['market_entities', '370203|2020', { entities: 3 }]],
    },
  },
  {
    name: 'a list whose statuses and kinds go against its dates and numbers, two units with their ranks in one cell',
    file: '标准状态.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['截止日期：2021年12月31日'],
        ['本地单位', '标准号', '标准名称', '标准类别', '标准状态', '发布日期', '实施日期', '本单位排名', '起草单位总数'],
        ['青岛甲有限公司\n青岛乙有限公司', 'GB/T 85001-2021', '甲', '行业标准', '现行', '2021-12-01', '2022-07-01', '2、5', 9],
        ['青岛甲有限公司', 'GB/T 85002-2009', '乙', '推荐性国家标准', '被代替', '2009-12-01', '2010-07-01', 1, 3],
      ],
    }]),
    answer: {
      kind: 'standards', headers: ['2'], new: 2, notices: ['kind_conflict', 'status_conflict'],
      records: [
        ['standard', 'GB/T 85001-2021', { kind: 'national', drafting: [[2, '青岛甲有限公司'], [5, '青岛乙有限公司']], listLength: 9 }],
        ['standard', 'GB/T 85002-2009', { statedStatus: '废止', drafting: [[1, '青岛甲有限公司']] }],
      ],
    },
  },
  {
    name: 'a quarter of marks whose title has two dates, with counts of classes beside them',
    file: '2021年第三季度商标注册清单_即墨区.xlsx',
    content: () => xlsxOf([{
      name: '即墨',
      rows: [
        ['即墨区2021年第三季度商标注册清单（2021年6月16日-9月15日）'],
        ['序号', '商标', '注册号/申请号', '核定使用商品/服务类别', '注册人/申请人', '注册公告日', '类别数'],
        [1, '海', 55555555, '9；35', '王五', '2021.07.07', 2],
        [2, '蓝', '55555556', '09类', '青岛百川食品有限公司', '2021年8月7日', 1],
        [3, '群', '55555557', '0901', '王五', '2021-08-07', 1],
        ['合计', null, null, null, null, null, 4],
      ],
    }]),
    answer: {
      kind: 'trademarks', headers: ['2'], new: 2, skipped: ['6 total'], rejected: ['5D similar_group_code'],
      records: [['trademark', '55555555', { classes: [9, 35], registeredOn: '2021-07-07' }], ['trademark', '55555556', { classes: [9], registeredOn: '2021-08-07' }]],
    },
  },
]
