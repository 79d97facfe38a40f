import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { libraryFileOf, textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const [first, second, third, fourth] = [application(2019, 1, 930_001), application(2019, 1, 930_002), application(2018, 1, 930_003), application(2020, 2, 930_004)]
const owner = '青岛海纳仪表有限公司'
const university = '青岛大学'
const writtenNumbers = [`发明专利 ZL${first}`, `专利号：ZL${second}；证书号：第4567890号`, `ZL${third}号`, `实用新型：${fourth}`]
const writtenOwners = [
  `${owner}[CN];${university}[CN]`, `${owner}•${university}`, `第一权利人：${owner}；第二权利人：${university}`, `${owner}和${university}共有`, `${owner}，266100 山东省青岛市崂山区科苑经四路7号；${university}`,
]

/** What registries and databases tell of the course of patents, and numbers and owners as their users write them down. */
export const registryFiles: readonly GoldenCase[] = [
  {
    name: 'a row for each event of a patent, the latest first or last',
    file: '事务数据.xlsx',
    content: () => xlsxOf([{ rows: [
      ['申请号', '专利名称', '法律状态公告日', '法律状态', '专利权人'],
      [first, '网箱', '2023.02.10', '未缴年费专利权终止', owner], [first, '网箱', '2021.05.04', '授权', owner], [first, '网箱', '2019.09.10', '公开', owner],
      [second, '浮标', '2021.05.04', '授权', owner], [second, '浮标', '2023.02.10', '专利权的终止', owner], [second, '浮标', '2023.08.10', '专利权利恢复', owner],
      [third, '锚', '2022.08.10', '专利权的转移', owner], [third, '锚', '2021.05.04', '授权', owner],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 3, changed: 4, same: 1,
      records: [['patent', first, { statedStatus: 'invalid', grantedOn: '2021-05-04' }], ['patent', second, { statedStatus: 'valid' }], ['patent', third, { statedStatus: 'valid', grantedOn: '2021-05-04', legalEvent: '专利权的转移' }]],
    },
  },
  {
    name: 'a row for each publication, of which that of the application takes nothing from the grant',
    file: '公告检索.xls',
    content: () => libraryFileOf([{ rows: [['公开（公告）号', '申请号', '标题', '申请人', '公开（公告）日', '法律状态'], ['CN111200003B', first, '网箱', owner, '2021-05-04', '专利权的终止'], ['CN111200003A', first, '网箱', owner, '2019-09-10', '公开']] }], 'biff8'),
    answer: { kind: 'patents', headers: ['1'], new: 1, changed: 1, records: [['patent', first, { statedStatus: 'invalid', grantedOn: '2021-05-04', publications: ['CN111200003A', 'CN111200003B'] }]] },
  },
  {
    name: 'words of databases that only look like a grant',
    file: '智慧芽导出.xlsx',
    content: () => xlsxOf([{ rows: [['申请号', '标题', '当前申请(专利权)人', '授权公告日', '法律状态/事件'], [first, '网箱', owner, '', '避重授权'], [second, '浮标', owner, '2021-05-04', '避免重复授予专利权'], [third, '锚', owner, '审查中', '驳回 | 复审'], [fourth, '绳', owner, '未授权', '等待实审提案']] }]),
    answer: { kind: 'patents', headers: ['1'], new: 4, records: [['patent', first, { statedStatus: 'invalid' }], ['patent', second, { statedStatus: 'invalid' }], ['patent', third, { grantedOn: null }], ['patent', fourth, { statedStatus: 'pending', grantedOn: null }]] },
  },
  {
    name: 'numbers among words, and two of them parted by a slash',
    file: '专利号.xlsx',
    content: () => xlsxOf([{ rows: [['专利号', '专利名称', '权利人'], ...writtenNumbers.map((number) => [number, '网箱', owner]), [`ZL${application(2019, 1, 930_005)}/ZL${application(2019, 1, 930_006)}`, '', owner], [`${application(2019, 1, 930_007)}的分案申请`, '网箱', owner], [`ZL${application(2019, 1, 930_008)}等3件`, '网箱', owner]] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 5, rejected: ['7A bad_format', '8A bad_format'], repaired: ['2A extracted_from_text', '3A extracted_from_text', '4A extracted_from_text', '5A extracted_from_text'],
      records: [...[first, second, third, fourth].map((number) => ['patent', number, { title: '网箱' }] as const), ['patent', application(2019, 1, 930_006), { parties: [owner] }]],
    },
  },
  {
    name: 'owners as databases and ledgers join and mark them, with addresses among them',
    file: '权利人.csv',
    content: () => textTableOf([['申请号', '发明名称', '申请人'], ...writtenOwners.map((owners, at) => [application(2019, 1, 930_010 + at), '网箱', owners])], '\t', 'utf-16le'),
    answer: { kind: 'patents', headers: ['1'], new: writtenOwners.length, records: writtenOwners.map((_, at) => ['patent', application(2019, 1, 930_010 + at), { parties: [owner, university] }] as const) },
  },
  {
    name: 'licences: who licenses keeps the patent, and the end of the licence is not its own',
    file: '许可备案.xlsx',
    content: () => xlsxOf([
      { name: '专利', rows: [['备案号', '让与人', '受让人', '专利号', '许可种类', '终止日期'], ['X2024980001234', university, owner, first, '普通许可', '2024-03-04']] },
      { name: '商标', rows: [['商标注册号', '商标名称', '类别', '许可人', '被许可人', '到期日期', '专用权期限'], ['41093001', '琅岬', '9', owner, '青岛乙公司', '2024-03-04', '2020-05-07至2030-05-06']] },
    ]),
    answer: { kind: 'patents', headers: ['1', '1'], new: 2, records: [['patent', first, { parties: [university], lapsedOn: null, statedStatus: null }], ['trademark', '41093001', { owner, termEndOn: '2030-05-06' }]] },
  },
  {
    name: 'owners from abroad by their address or code, who are not of the city',
    file: '国外权利人.xlsx',
    content: () => xlsxOf([{ rows: [['申请号', '发明名称', '申请人', '地址', '国省代码'], [first, '网箱', '三星电子株式会社', '韩国京畿道水原市', ''], [second, '浮标', 'HONDA MOTOR CO., LTD.', 'Tokyo, Japan', ''], [third, '锚', '博世有限公司', '', '德国;DE'], [fourth, '绳', owner, '青岛市崂山区韩国路1号', '山东;37']] }]),
    answer: { kind: 'patents', headers: ['1'], new: 4, records: [...[first, second, third].map((number) => ['patent', number, { ownerPlace: '000000' }] as const), ['patent', fourth, { ownerPlace: '370212' }]] },
  },
  {
    name: 'an export with the applicant and today’s owner, whose district is not the applicant’s',
    file: 'incopat.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标题', '申请号', '公开（公告）号', '公开（公告）日', '授权公告日', '申请人', '当前权利人', '当前权利人地址', '中国申请人区县', '同族国家/地区', '专利有效性'],
      ['网箱', first, 'CN111300001B', '2021-05-04', '2021-05-04', university, owner, '山东省青岛市崂山区海尔路1号', '市南区', 'CN;US', '有效'], ['浮标', second, 'CN111300002A', '2019-09-10', '', university, '', '', '市南区', 'CN', '审中'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 2, mapping: 'applicants=G applicantsAtFiling=F applicantDistrict=I district=', records: [['patent', first, { parties: [owner], ownerPlace: '370212' }], ['patent', second, { parties: [university], ownerPlace: '370202' }]] },
  },
  {
    name: 'the publication of the application and that of the grant under two groups, each with its day',
    file: '两阶段.xlsx',
    content: () => xlsxOf([{ rows: [
      ['专利名称', '申请阶段', null, null, null, '授权阶段', null, '专利权人'], [null, '申请号', '申请日', '公开号', '公开日', '公告号', '公告日', null],
      ['网箱', first, '2019-01-05', 'CN111400001A', '2019-09-10', 'CN111400001B', '2021-05-04', owner], ['浮标', second, '2019-01-05', 'CN111400002A', '2019-09-10', null, null, owner],
    ], merges: ['A1:A2', 'B1:E1', 'F1:G1', 'H1:H2'] }]),
    answer: { kind: 'patents', headers: ['1-2'], new: 2, records: [['patent', first, { grantedOn: '2021-05-04', publications: ['CN111400001A', 'CN111400001B'] }], ['patent', second, { grantedOn: null }]] },
  },
  {
    name: 'a ledger of fees whose 到期日 is no end of the patent, and one that asks whether it is in force',
    file: '年费台账.xlsx',
    content: () => xlsxOf([
      { name: '年费', rows: [['专利号', '专利名称', '专利权人', '申请日', '授权日', '到期日'], [first, '网箱', owner, '2019-01-05', '2021-05-04', '2022-01-05'], [application(2004, 2, 93_001), '锚', owner, '2004-03-05', '2005-05-04', '2014-03-05']] },
      { name: '自查', rows: [['企业：青岛海纳仪表有限公司（盖章）'], ['专利号', '专利名称', '授权时间', '是否有效'], [second, '浮标', '2021-05-04', '否'], [fourth, '绳', '2020-12-01', '是']] },
    ]),
    answer: {
      kind: 'patents', headers: ['1', '2'], new: 4, notices: ['bad_text_value', 'owner_by_title'],
      records: [['patent', first, { lapsedOn: null, statedStatus: null }], ['patent', application(2004, 2, 93_001), { lapsedOn: '2014-03-05' }], ['patent', second, { statedStatus: 'invalid', parties: [owner] }], ['patent', fourth, { statedStatus: 'valid' }]],
    },
  },
  {
    name: 'marks under headings of vendors and ledgers, with words for what goes on that ends nothing',
    file: '商标.xlsx',
    content: () => xlsxOf([
      { name: '导出', rows: [['商标图样', '商标名', '注册/申请号', '尼斯分类号', '申请人名义', '核准日', '到期', '当前状态'], [null, '琅岬', '41094001', '第 9 类', owner, '2020-05-07', '2030-05-06', '无效宣告中'], [null, '礁语', '41094002', '[9][35]', owner, '2020-05-07', '2030-05-06', '已注销']] },
      { name: '台账', rows: [['注册商标', '商标注册证号', '类', '注册人及地址', '注册时间', '有效期', '是否有效'], ['潮生', '商标注册证第41094003号', 9, `${owner}\n山东省青岛市崂山区海尔路1号`, '2020-05-07', '十年', '是'], ['岬角', '41094004', 35, owner, '未注册', '', '否']] },
      { name: '地理标志', rows: [['地理标志名称', '类型', '商品类别', '注册号', '注册人', '注册日期'], ['崂山茶', '证明商标', '30', '3456789', '青岛市崂山区茶叶协会', '2006-10-14']] },
    ]),
    answer: {
      kind: 'trademarks', headers: ['1', '1', '1'], new: 5, notices: ['bad_text_value'],
      records: [
        ['trademark', '41094001', { name: '琅岬', classes: [9], owner, registeredOn: '2020-05-07', termEndOn: '2030-05-06', statedStatus: '无效宣告中' }], ['trademark', '41094002', { classes: [9, 35], statedStatus: '已注销' }],
        ['trademark', '41094003', { owner, ownerPlace: '370212', termEndOn: null, statedStatus: '有效' }], ['trademark', '41094004', { statedStatus: '已失效', registeredOn: null }], ['trademark', '3456789', { name: '崂山茶', classes: [30] }],
      ],
    },
  },
]
