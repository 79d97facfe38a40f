import { encoded } from '../../../support/golden/encodedText'
import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { htmlTableOf, textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const [first, second, third] = [application(2017, 1, 920_001), application(2018, 2, 920_002), application(2019, 1, 920_003)]
const terms = ['2014-05-07/2024-05-06', '2014/05/07-2024/05/06', '2014-05-07 至 2024-05-06（第1次续展）', '自2014 05 07至2024 05 06']

/** Patents and marks in lists of what was done with them, in exports in English, and owners as cells hold them. */
export const dealingFiles: readonly GoldenCase[] = [
  {
    name: 'patents that were pledged, insured and passed on, several in a cell, under headings that say so',
    file: '专利运营.xlsx',
    content: () => xlsxOf([
      { name: '质押', rows: [['2023年专利权质押登记（1-12月）'], ['单位：万元'], ['序号', '登记号', '出质人', '质权人', '质押专利号', '质押金额', '登记日', '区市'], [1, 'Y2023370010001', '青岛甲公司', '青岛银行股份有限公司', `${first}、${second}`, 500, '2023-03-01', '市北区']] },
      { name: '保险', rows: [['投保企业', '所属区市', '险种', '保单号', '投保专利号', '投保专利名称', '保险期间'], ['青岛乙公司', '城阳区', '专利执行保险', 'PQDA20233702', third, '一种锚', '2023-05-01至2024-04-30']] },
      { name: '转让', rows: [['转让方', '受让方', '转让专利名称', '专利号', '合同登记日'], ['青岛大学', '青岛丙公司', '一种浮标', application(2017, 1, 920_004), '2023-05-06']] },
    ]),
    answer: {
      kind: 'patents', headers: ['3', '1', '1'], new: 3,
      records: [
        ['patent', second, { parties: ['青岛甲公司'], grantedOn: null, pledge: null, ownerPlace: '370203' }], ['patent', third, { title: '一种锚', parties: ['青岛乙公司'], ownerPlace: '370214' }],
        ['patent', application(2017, 1, 920_004), { title: '一种浮标', parties: ['青岛丙公司'], filedOn: null }],
      ],
    },
  },
  {
    name: 'marks that were pledged: the time of the pledge is not theirs',
    file: '商标质押.xlsx',
    content: () => xlsxOf([{ rows: [['质权登记号', '出质人', '质权人', '质押商标注册号', '质押商标', '质权登记有效期', '质押金额（万元）'], ['2023-1234', '青岛甲公司', '青岛银行', '41092001、41092002', '琅岬等', '2023-05-01至2024-04-30', 500], ['2023-1235', '青岛乙公司', '农业银行', '41092003', '礁语', '2023-06-01至2024-05-31', 100]] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, records: [['trademark', '41092002', { owner: '青岛甲公司', name: null }], ['trademark', '41092003', { owner: '青岛乙公司', name: '礁语', termStartOn: null, termEndOn: null }]] },
  },
  {
    name: 'renewals with the term that was and the term that is',
    file: '续展公告.csv',
    content: () => textTableOf([['注册号', '商标', '类别', '注册人', '原有效期', '续展后有效期', '核准日期'], ['3340001', '琅岬', '9', '青岛甲公司', '2014-05-07至2024-05-06', '2024-05-07至2034-05-06', '2024-04-13']], ',', 'gbk'),
    answer: { kind: 'trademarks', headers: ['1'], new: 1, records: [['trademark', '3340001', { termStartOn: '2024-05-07', termEndOn: '2034-05-06' }]] },
  },
  {
    name: 'terms with a slash, blanks or a remark',
    file: '期限.xls',
    content: () => htmlTableOf([['商标名称', '注册号', '类别', '权利人', '专用权期限'], ...terms.map((term, at) => ['甲', `4109210${at}`, '9', '青岛甲公司', term])], 'gbk'),
    answer: { kind: 'trademarks', headers: ['1'], new: 4, records: terms.map((_, at) => ['trademark', `4109210${at}`, { termStartOn: '2014-05-07', termEndOn: '2024-05-06' }] as const) },
  },
  {
    name: 'marks of a database: the class with what it is called, marks without a registration yet',
    file: '智慧芽商标.xlsx',
    content: () => xlsxOf([{ rows: [
      ['商标名称', '申请号', '注册号', '商标状态', '国际分类', '申请人', '申请人地址', '申请日', '注册公告日', '专用权结束日期'],
      ['琅岬', '41092201', '41092201', '已注册', '9-科学仪器、计算机', '青岛甲公司', '山东省青岛市即墨区', '2019-09-25', '2020-05-07', '2030-05-06'],
      ['礁语', '81092202', '-', '申请中', '30-方便食品;35-广告,销售', '青岛乙公司', '山东省青岛市莱西市', '2024-09-25', '-', '-'],
    ] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, records: [['trademark', '41092201', { classes: [9], ownerPlace: '370215' }], ['trademark', '81092202', { classes: [30, 35], registeredOn: null }]] },
  },
  {
    name: 'marks in English, with the headings that patents have too',
    file: 'trademarks.csv',
    content: () => encoded('Trademark,Application No.,Registration No.,Class,Owner,Filing Date,Registration Date,Expiry Date,Status\nLANGJIA,41092301,41092301,9;35,"Qingdao Jia Co., Ltd.",25/09/2019,2020-05-07,2030-05-06,Registered\nREEF,80092302,,30,"Qingdao Yi Co., Ltd.",2024-09-25,,,Pending\n', 'utf-8'),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, records: [['trademark', '41092301', { name: 'LANGJIA', classes: [9, 35], owner: 'Qingdao Jia Co., Ltd.', appliedOn: '2019-09-25', registeredOn: '2020-05-07', termEndOn: '2030-05-06' }], ['trademark', '80092302', { registeredOn: null }]] },
  },
  {
    name: 'owners in common in brackets, with & between them, and with the numbers of their cards',
    file: '共有.xlsx',
    content: () => xlsxOf([
      { name: '商标', rows: [['注册号', '商标', '类别', '商标注册人'], ['41092401', '琅岬', 9, '青岛甲公司（共有人：青岛乙公司）'], ['41092402', '礁语', 9, '张三\n李四'], ['41092403', '潮生', 9, '张三（身份证号：370202********0011）']] },
      { name: '专利', rows: [['专利号', '专利名称', '专利权人'], [first, '甲', '青岛甲公司&青岛大学'], [third, '乙', '青岛甲公司（共同权利人：青岛大学）']] },
    ]),
    answer: {
      kind: 'trademarks', headers: ['1', '1'], new: 5, notices: ['first_owner_only'],
      records: [
        ['trademark', '41092401', { owner: '青岛甲公司' }], ['trademark', '41092402', { owner: '张三' }], ['trademark', '41092403', { owner: '张三' }],
        ['patent', first, { parties: ['青岛甲公司', '青岛大学'] }], ['patent', third, { parties: ['青岛甲公司', '青岛大学'] }],
      ],
    },
  },
  {
    name: 'a company reports patents and marks one under the other, its name above the first alone',
    file: '自报表.xlsx',
    content: () => xlsxOf([{ rows: [
      ['企业知识产权情况表'], ['单位名称：青岛甲海洋科技有限公司', null, null, '所属区市：崂山区'], ['一、专利情况'],
      ['序号', '专利号', '专利名称', '类型', '授权公告日'], [1, `ZL${first}`, '一种网箱', '发明', '2021-04-06'],
      ['二、商标情况'], ['序号', '注册号', '商标名称', '类别', '注册日期'], [1, '41092501', '琅岬', 9, '2020-05-07'],
    ], merges: ['A1:E1'] }]),
    answer: {
      kind: 'patents', headers: ['4', '7'], new: 2, notices: ['owner_by_title'],
      records: [['patent', first, { parties: ['青岛甲海洋科技有限公司'] }], ['trademark', '41092501', { owner: '青岛甲海洋科技有限公司', ownerPlace: '370212' }]],
    },
  },
]
