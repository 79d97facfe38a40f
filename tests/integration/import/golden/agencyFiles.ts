import { encoded } from '../../../support/golden/encodedText'
import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

const inventions = [801, 802, 803, 804].map((serial) => application(2019, 1, serial))
const [first = '', second = '', third = '', fourth = ''] = inventions
const model = application(2020, 2, 805)

/** What banks, agencies, companies and offices keep about patents and marks beside what registers say of them. */
export const agencyFiles: readonly GoldenCase[] = [
  {
    name: 'pledged patents, several numbers in a cell, owned by who pledges them',
    file: '质押登记.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2025年专利权质押登记一览表（单位：万元）'],
      ['序号', '出质人', '所属区市', '质押专利号', '质权人', '质押金额', '登记日'],
      [1, '青岛甲海洋科技有限公司', '崂山区', `ZL${first}、ZL${second}`, '青岛银行', 500, '2025-03-04'],
      [2, '青岛乙食品有限公司', '城阳区', `ZL${third}\nZL${model.replace(/.$/u, (check) => (check === '1' ? '2' : '1'))}`, '青岛银行', 300, '2025-03-05'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['2'], new: 1, mapping: 'applicationNumber=D applicants=B district=C grantDate=', rejected: ['4D check_digit'],
      records: [['patent', first, { parties: ['青岛甲海洋科技有限公司'], ownerPlace: '370212', grantedOn: null }], ['patent', second, { parties: ['青岛甲海洋科技有限公司'] }]],
    },
  },
  {
    name: 'transferred patents, which are theirs who got them',
    file: '转让.xlsx',
    content: () => xlsxOf([{ rows: [['专利权转让登记清单'], ['申请号', '发明名称', '转让人', '受让人', '登记生效日'], [first, '网箱', '青岛甲海洋科技有限公司', '济南丙有限公司', '2025-03-01']] }]),
    answer: { kind: 'patents', headers: ['2'], new: 1, records: [['patent', first, { parties: ['济南丙有限公司'], grantedOn: null }]] },
  },
  {
    name: 'criteria of high-value patents by their numbers in the heading, and in words',
    file: '高价值统计.xlsx',
    content: () => xlsxOf([
      { name: '市南区', rows: [
        ['高价值发明专利统计表'], ['序号', '专利权人', '专利号', '高价值情形（1战略性新兴产业2海外同族3维持超10年4质押融资5获奖）'],
        [1, '青岛甲海洋科技有限公司', `ZL${first}`, '1、2'], [2, '青岛甲海洋科技有限公司', `ZL${second}`, '①⑤'], [3, '青岛甲海洋科技有限公司', `ZL${third}`, '其他'],
      ] },
      { name: '崂山区', rows: [['高价值发明专利统计表'], ['专利权人', '专利号', '高价值类型'], ['青岛乙食品有限公司', `ZL${fourth}`, '战略性新兴产业；获中国专利奖']] },
    ]),
    answer: {
      kind: 'high_value', headers: ['2', '2'], new: 4, mapping: 'criteriaNamed=D', notices: ['bad_text_value'],
      records: [
        ['patent', first, { strategic: 1, overseasFamily: 1, tenYears: null, pledge: null, award: null, criteriaStated: 1, listedHighValue: null }], ['patent', second, { strategic: 1, overseasFamily: null, award: 1 }],
        ['patent', third, { strategic: null, criteriaStated: null, listedHighValue: 1 }], ['patent', fourth, { strategic: 1, award: 1, pledge: null }],
      ],
    },
  },
  {
    name: 'a high-value list that asks in plain words, and a list of a company that asks them of any patent',
    file: '专利统计.xlsx',
    content: () => xlsxOf([
      { name: '高价值发明专利清单', rows: [['申请号', '第一专利权人', '战新产业分类', '是否海外同族', '是否质押', '是否获奖'], [first, '青岛甲海洋科技有限公司', '新材料产业', '否', '否', '中国专利优秀奖'], [second, '青岛甲海洋科技有限公司', '', '是', '是', '青岛市专利奖']] },
      { name: '全部', rows: [['申请号', '专利权人', '专利名称', '是否质押', '获奖情况'], [third, '青岛甲海洋科技有限公司', '锚', '是', '青岛市专利奖']] },
    ]),
    answer: {
      kind: 'high_value', headers: ['1', '1'], new: 3,
      records: [['patent', first, { strategic: 1, overseasFamily: null, pledge: null, award: 1 }], ['patent', second, { strategic: null, overseasFamily: 1, pledge: 1, award: null }], ['patent', third, { pledge: null, award: null, criteriaStated: null }]],
    },
  },
  {
    name: 'a company’s marks: no column of owners, and one day under 有效期',
    file: '商标.xlsx',
    content: () => xlsxOf([{ rows: [
      ['青岛甲海洋科技有限公司商标清单'], ['序号', '商标名称', '注册号', '类别', '有效期', '状态'],
      [1, '琅岬', '71000021', '9', '2099-01-06', '已注册'], [2, '礁语', '71000022', '35', '至2034年1月6日', '已注册'], [3, '潮生', '71000023', '35', '2014-01-07', '已注册'],
    ], merges: ['A1:F1'] }]),
    answer: {
      kind: 'trademarks', headers: ['2'], new: 2, rejected: ['5E bad_term'], notices: ['owner_by_title'],
      records: [['trademark', '71000021', { owner: '青岛甲海洋科技有限公司', termEndOn: '2099-01-06', termStartOn: null }], ['trademark', '71000022', { termEndOn: '2034-01-06' }]],
    },
  },
  {
    name: 'renewals and cancellations in one list: what was approved is no registration, and its title ends no mark',
    file: '商标业务.xlsx',
    content: () => xlsxOf([{ rows: [['商标续展、注销情况'], ['注册号', '商标名称', '类别', '注册人', '业务类型', '核准日期', '核准后有效期至'], ['5000001', '琅岬', '9', '李**', '续展', '2019-05-20', '2029-06-06']] }]),
    answer: { kind: 'trademarks', headers: ['2'], new: 1, notices: ['bad_text_value'], records: [['trademark', '5000001', { owner: '李**', registeredOn: null, termEndOn: '2029-06-06', statedStatus: null, cancelledOn: null }]] },
  },
  {
    name: 'numbers with their days in one cell, and a row without its owner',
    file: '著录.xlsx',
    content: () => xlsxOf([{ rows: [['序号', '专利名称', '申请号/申请日', '授权号/授权日', '权利人'], [1, '网箱', `${first}\n2019-03-04`, 'CN107000001B\n2021-05-06', '青岛甲海洋科技有限公司'], [2, '浮标', `${model} / 2020.03.04`, 'CN208000001U / 2020.11.06', '']] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 2, notices: ['owner_missing'],
      records: [['patent', first, { filedOn: '2019-03-04', grantedOn: '2021-05-06', publications: ['CN107000001B'] }], ['patent', model, { filedOn: '2020-03-04', grantedOn: '2020-11-06', parties: null }]],
    },
  },
  {
    name: 'a table with tabs in which every field is quoted and numbers stand behind an apostrophe',
    file: '商标月报.csv',
    content: () => encoded(`${[
      ['注册号', '类别', '商标名称', '申请人名称(中文)', '申请人地址(中文)', '注册公告日期'], ["'71234567", '09', '琅 岬', '青岛甲海洋科技有限公司', '山东省青岛市市南区香港中路1号', "'2023-10-07"], ["'71234568", '35', "L'ANG", '李某某', '山东省青岛市即墨区某镇1号', "'2023-10-07"],
    ].map((cells) => cells.map((cell) => `"${cell}"`).join('\t')).join('\n')}\n`, 'utf-8-bom'),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, records: [['trademark', '71234567', { classes: [9], ownerPlace: '370202', registeredOn: '2023-10-07' }], ['trademark', '71234568', { name: "L'ANG", ownerPlace: '370215' }]] },
  },
  {
    name: 'an export in English, and one that gives lapsed patents the end of their term as 失效日',
    file: 'export.xlsx',
    content: () => xlsxOf([
      { name: 'Worksheet', rows: [['Publication Number', 'Title', 'Application Number', 'Application Date', 'Publication Date', 'Current Assignee', 'Simple Legal Status'], ['CN110000031B', 'Net cage', `CN${first}`, '2019-03-04', '2021-05-06', '青 岛 甲 海 洋 科 技 有 限 公 司', 'Active'], ['CN110000032A', 'Anchor', `CN${second}`, '2019-03-04', '2020-05-06', '青岛乙食品有限公司', 'Inactive']] },
      { name: '失效', rows: [['公开(公告)号', '申请号', '标题', '当前申请(专利权)人', '授权日', '简单法律状态', '法律状态/事件', '失效日'], ['CN210000041U', `CN${model}`, '浮标', '青岛乙食品有限公司', '2020-11-06', '失效', '未缴年费', '2099-03-04']] },
    ]),
    answer: {
      kind: 'patents', headers: ['1', '1'], new: 3, mapping: 'publicationNumber=A title=B applicationNumber=C filingDate=D publicationDate=E applicants=F validity=G',
      records: [['patent', first, { statedStatus: 'valid', grantedOn: '2021-05-06', parties: ['青岛甲海洋科技有限公司'] }], ['patent', second, { statedStatus: 'invalid', grantedOn: null }], ['patent', model, { statedStatus: 'invalid', lapsedOn: null }]],
    },
  },
  {
    name: 'pledged marks, several in a cell, and marks of several owners',
    file: '商标质押.xlsx',
    content: () => xlsxOf([
      { name: '质押', rows: [['商标专用权质押登记'], ['商标注册号', '商标名称', '类别', '出质人', '质权登记期限'], ['72000081、72000082', '琅岬', '9', '青岛甲海洋科技有限公司', '2025-01-01至2027-01-01']] },
      { name: '共有', rows: [['注册号', '类别', '商标', '注册人', '区市'], ['72000091', '9', '礁语', '青岛乙食品有限公司；济南丙有限公司', '崂山区']] },
    ]),
    answer: {
      kind: 'trademarks', headers: ['2', '1'], new: 2, notices: ['bad_text_value', 'first_owner_only'],
      records: [['trademark', '72000081', { owner: '青岛甲海洋科技有限公司', name: null, classes: null, termEndOn: null }], ['trademark', '72000082', { owner: '青岛甲海洋科技有限公司' }], ['trademark', '72000091', { owner: '青岛乙食品有限公司', ownerPlace: '370212' }]],
    },
  },
]
