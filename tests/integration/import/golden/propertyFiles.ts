import { encoded } from '../../../support/golden/encodedText'
import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

const invention = application(2019, 1, 701)
const second = application(2020, 1, 702)
const third = application(2021, 1, 703)

/** Patents and marks as agencies, companies and data vendors send them, with what their tools do to them. */
export const propertyFiles: readonly GoldenCase[] = [
  {
    name: 'a .csv of marks with commas that nobody quoted',
    file: '注册商标月表.csv',
    // The first is told by the serial and the owners, the third by the address, which is no owner; of the last row nobody can tell.
    content: () => encoded([
      '序号,商标名称,注册号,类别,注册人,地址,注册日期,备注',
      '1,琅岬,41000001,9,青岛甲海洋科技有限公司,青岛市崂山区,2020-05-07,',
      '2,鲸,屿,41000002,9,青岛甲海洋科技有限公司,青岛市崂山区,2020-05-07,',
      '3,礁语,41000003,35,青岛乙食品有限公司,青岛市崂山区,松岭路1号,2020-05-14,',
      '4,汐,41000004,30,青岛乙食品有限公司,青岛市李沧区,2020-05-21,已变更,待核',
      '5,潮生,41000005,9,35,青岛乙食品有限公司,青岛市李沧区,2020-05-21,',
      '6,岬角,41000006,30,青岛乙食品有限公司,青岛市李沧区,2020-05-28,',
      '合计,6,,,,,,',
      '注：数据来自代理机构,仅供核对,不作统计,如有出入,以公告为准,谢谢,配合,！',
    ].join('\r\n'), 'gbk'),
    answer: {
      kind: 'trademarks', headers: ['1'], new: 5, review: ['6B surplus_fields'], skipped: ['8 total', '9 note'], notices: ['delimiter_in_text'],
      records: [['trademark', '41000002', { name: '鲸,屿', owner: '青岛甲海洋科技有限公司', registeredOn: '2020-05-07' }], ['trademark', '41000003', { ownerAddress: '青岛市崂山区,松岭路1号', registeredOn: '2020-05-14' }], ['trademark', '41000004', { registeredOn: '2020-05-21', classes: [30] }]],
    },
  },
  {
    name: 'an export with a comma behind every row, and titles with commas of their own',
    file: 'patents.csv',
    content: () => encoded([
      '申请号,专利名称,专利权人,申请日,授权公告日,法律状态',
      `${invention},一种网箱,青岛丙渔业有限公司,2019-03-05,2021-04-06,有效,`,
      `${second},一种1,2-丙二醇的制备方法,青岛丁化工有限公司,2020-03-05,2022-04-05,有效,`,
      `${third},一种浮标,青岛丙渔业有限公司,2021-03-05,2023-05-09,有效,`,
    ].join('\n'), 'utf-8'),
    answer: {
      kind: 'patents', headers: ['1'], new: 3, notices: ['delimiter_in_text'],
      records: [['patent', second, { title: '一种1,2-丙二醇的制备方法', parties: ['青岛丁化工有限公司'], filedOn: '2020-03-05', grantedOn: '2022-04-05' }]],
    },
  },
  {
    name: 'a list in UTF-8 of which one character has lost a byte',
    file: '商标.csv',
    content: () => {
      const bytes = encoded('商标名称,注册号,类别,注册人\n琅岬,41000001,9,青岛甲海洋科技有限公司\n礁语,41000003,35,青岛乙食品有限公司\n', 'utf-8')
      const at = bytes.indexOf('礁语')
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
    },
    answer: { kind: 'trademarks', headers: ['1'], new: 2, notices: ['mojibake'], records: [['trademark', '41000001', { name: '琅岬' }], ['trademark', '41000003', { name: null, owner: '青岛乙食品有限公司' }]] },
  },
  {
    name: 'numbers of marks filled up with zeros, which another list has without them',
    file: '续展清单.xlsx',
    before: [{ file: '注册清单.xlsx', content: () => xlsxOf([{ rows: [['注册号', '类别', '商标名称', '注册人', '注册公告日期'], ['958213', 29, '礁语', '青岛乙食品有限公司', '1997-03-07'], ['G957586', 9, 'LANGJIA', '青岛甲海洋科技有限公司', '2009-03-07']] }]) }],
    content: () => xlsxOf([{ rows: [['注册号', '类别', '商标名称', '专用权期限'], ['00958213', 29, '礁语', '2017-03-07至2027-03-06'], ['G0957586', 9, 'LANGJIA', '2019-03-07至2029-03-06']] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 0, changed: 2, records: [['trademark', '958213', { registeredOn: '1997-03-07', termEndOn: '2027-03-06' }], ['trademark', 'G957586', { owner: '青岛甲海洋科技有限公司', termEndOn: '2029-03-06' }]] },
  },
  {
    name: 'a list of marks whose title alone says that they were revoked',
    file: '撤销公告.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2025年被撤销、注销注册商标清单'],
      ['序号', '商标名称', '注册号', '类别', '注册人', '注册公告日期', '专用权期限', '原因'],
      [1, '琅岬', '21000001', 9, '青岛甲海洋科技有限公司', '2018-01-07', '2018-01-07至2028-01-06', '连续三年不使用'],
    ], merges: ['A1:H1'] }]),
    answer: { kind: 'trademarks', headers: ['2'], new: 1, records: [['trademark', '21000001', { statedStatus: '已注销', cancelledOn: null, termEndOn: '2028-01-06' }]] },
  },
  {
    name: 'words for the end of marks, requests that end nothing, and a day to come',
    file: '商标台账.xlsx',
    content: () => xlsxOf([{ rows: [
      ['商标名称', '注册号', '国际分类', '申请人', '注册公告日', '专用权截止日期', '商标状态'],
      ['琅岬', '21000003', '9', '青岛甲海洋科技有限公司', '2018-01-07', '2099-01-06', '撤销/无效宣告申请审查中'],
      ['礁语', '21000004', '30', '青岛乙食品有限公司', '2018-01-07', '2099-01-06', '商标无效'],
      ['潮生', '21000005', '30', '青岛乙食品有限公司', '2099-01-07', '', '商标已注册'],
      ['岬角', '21000006', '30', '青岛乙食品有限公司', '2001-01-07', '2011-01-06', '有效'],
    ] }]),
    answer: {
      kind: 'trademarks', headers: ['1'], new: 4, notices: ['ended_in_term', 'date_ahead', 'status_conflict'],
      records: [['trademark', '21000003', { statedStatus: '撤销/无效宣告申请审查中' }], ['trademark', '21000004', { statedStatus: '已注销' }], ['trademark', '21000006', { statedStatus: '有效' }]],
    },
  },
  {
    name: 'sheets called after the state of the patents in them',
    file: '专利台账.xlsx',
    content: () => xlsxOf([
      { name: '有效', rows: [['专利号', '名称', '专利权人', '申请日', '授权日'], [`ZL${invention}`, '网箱', '青岛丙渔业有限公司', '2019-03-01', '2021-04-06']] },
      { name: '失效', rows: [['专利号', '名称', '专利权人', '申请日', '授权日', '失效原因'], [`ZL${second}`, '浮标', '青岛丙渔业有限公司', '2020-03-01', '2022-04-05', '']] },
      { name: '审查中', rows: [['申请号', '名称', '申请人', '申请日'], [third, '锚', '青岛丙渔业有限公司', '2021-03-01']] },
    ]),
    answer: { kind: 'patents', headers: ['1', '1', '1'], new: 3, records: [['patent', invention, { statedStatus: null }], ['patent', second, { statedStatus: 'invalid' }], ['patent', third, { statedStatus: null }]] },
  },
  {
    name: 'marks that are only applied for, under headings that patents have too',
    file: '商标申请.xlsx',
    content: () => xlsxOf([{ rows: [['商标名称', '申请号', '类别', '申请人', '申请日期', '状态'], ['琅岬', '80000001', '9', '青岛甲海洋科技有限公司', '2021-01-05', '等待驳回复审'], ['礁语', '80000002', '第30类', '青岛乙食品有限公司', '2021-01-06', '初审公告']] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, mapping: 'registrationNumber=B classes=C owner=D appliedOn=E', records: [['trademark', '80000002', { classes: [30], appliedOn: '2021-01-06', registeredOn: null }]] },
  },
  {
    name: 'numbered criteria with countries, years and amounts in place of ticks, and both publications in a cell',
    file: '高价值台账.xlsx',
    content: () => xlsxOf([{ rows: [
      ['高价值发明专利台账'],
      ['专利号', '专利权人', '公开（公告）号', '公开（公告）日', '①战略性新兴产业', '②海外有同族', '③维持年限＞10年', '④质押融资', '⑤获奖'],
      [`ZL${invention}`, '青岛丙渔业有限公司', 'CN110000021B\nCN110000021A', '2021-04-06', '√', '美国、日本', '10.5', '500万元', '山东省专利奖一等奖'],
      [`ZL${second}`, '青岛丙渔业有限公司', 'CN110000022B', '2022-04-06', '', '美国（申请中）', '10', '0', '中国专利优秀奖'],
    ] }]),
    answer: {
      kind: 'high_value', headers: ['2'], new: 2, mapping: 'strategic=E overseasFamily=F tenYears=G pledge=H award=I', notices: ['bad_text_value'],
      records: [
        ['patent', invention, { publications: ['CN110000021A', 'CN110000021B'], grantedOn: '2021-04-06', strategic: 1, overseasFamily: 1, tenYears: 1, pledge: 1, award: null }],
        ['patent', second, { strategic: null, overseasFamily: null, tenYears: null, pledge: null, award: 1 }],
      ],
    },
  },
]
