import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const invention = application(2019, 1, 101)
const second = application(2019, 1, 102)
const model = application(2020, 2, 201)
const design = application(2020, 3, 301)

/** Exports of databases, lists of districts and lists handed down (import-sources.md 2). */
export const patentFiles: readonly GoldenCase[] = [
  {
    name: 'an export with mixed brackets and one row per publication',
    file: 'incopat_20220110.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标题 (中文)', '申请人', '公开（公告）号', '公开(公告)日', '申请号', '申请日', '专利类型', 'IPC主分类', 'IPC', '中国申请人地市', '中国申请人区县', '专利有效性', '当前法律状态', '失效日'],
      ['一种洗衣机', '海尔智家股份有限公司; 青岛海尔洗衣机有限公司', 'CN110000001A', '2019-07-12', `CN${invention}`, '2019-01-05', '发明申请', 'D06F33/30', 'D06F33/30; D06F34/28', '青岛', '崂山区', '有效', '授权', '2039-01-05'],
      ['一种洗衣机', '海尔智家股份有限公司; 青岛海尔洗衣机有限公司', 'CN110000001B', '2021-03-12', `CN${invention}`, '2019-01-05', '授权发明', 'D06F33/30', 'D06F33/30; D06F34/28', '青岛', '崂山区', '有效', '授权', '2039-01-05'],
      ['一种支架', '青岛甲有限公司', 'CN210000002U', '2020-12-01', `CN${model}`, '2020-03-01', '实用新型', 'F16M11/00', 'F16M11/00', '青岛', '四方区', '失效', '未缴年费', '2021-03-01'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 2, changed: 1,
      records: [['patent', invention, { grantedOn: '2021-03-12', filedOn: '2019-01-05', ownerPlace: '370212', statedStatus: 'valid' }], ['patent', model, { lapsedOn: '2021-03-01', ownerPlace: '370203', statedStatus: 'invalid' }]],
    },
  },
  {
    name: 'a database export with bars, dashes and a status of several words',
    file: '智慧芽_20220110.xlsx',
    content: () => xlsxOf([{ rows: [
      ['公开(公告)号', '标题', '申请号', '申请日', '公开(公告)日', '[标]当前申请(专利权)人', '当前申请(专利权)人', '原始申请(专利权)人', '当前申请(专利权)人州/省', '发明人', 'IPC主分类号', 'IPC分类号', '专利类型', '受理局', '法律状态/事件', '简单法律状态', '战略新兴产业分类', '失效日'],
      ['CN110000003B', '一种轮胎', `CN${second}`, '2019-02-05', '2021-04-12', '赛轮', '赛轮集团股份有限公司 | 青岛科技大学', '赛轮集团股份有限公司', '山东', '张三 | 李四', 'B60C1/00', 'B60C1/00 | C08L9/00', '授权发明', '中国', '授权 | 权利转移', '有效', '新材料', '-'],
      ['CN300000001S', '轮胎', `CN${design}`, '2020-04-05', '2020-12-12', '-', '赛轮集团股份有限公司', '-', '山东', '张三', '-', '-', '外观设计', '中国', '授权', '有效', '-', '-'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 2, mapping: 'publicationNumber=A title=B applicationNumber=C filingDate=D publicationDate=E applicants=G legalStatus=O validity=P',
      records: [['patent', second, { grantedOn: '2021-04-12', strategic: 1, statedStatus: 'valid', parties: ['赛轮集团股份有限公司', '青岛科技大学'] }], ['patent', design, { grantedOn: '2020-12-12', type: 'design' }]],
    },
  },
  {
    name: 'numbers as numbers, texts, scientific, with and without letters',
    file: '专利号.xlsx',
    content: () => xlsxOf([{ rows: [
      ['序号', '专利号', '专利名称', '专利权人', '授权公告日'],
      [1, `ZL${invention}`, '甲', '青岛甲公司', '2021-03-12'],
      [2, `ZL ${second.replace('.', ' . ')}`, '乙', '青岛甲公司', '2021-03-13'],
      [3, Number(application(2019, 1, 110).slice(0, 12)), '丙', '青岛甲公司', '2021-03-14'],
      [4, '2.0191E+11', '丁', '青岛甲公司', '2021-03-15'],
      [5, application(2019, 1, 111).replace(/.$/u, (check) => (check === '1' ? '2' : '1')), '戊', '青岛甲公司', '2021-03-16'],
      [6, `专利号：${application(2019, 1, 112)}`, '己', '青岛甲公司', '2021-03-17'],
      [7, application(2019, 1, 113).replace('.', ''), '庚', '青岛甲公司', '2021-03-18'],
      [8, '申请中', '辛', '青岛甲公司', null],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 5, mapping: 'applicationNumber=B title=C applicants=D grantDate=E',
      rejected: ['5B scientific_notation', '6B check_digit', '9B bad_format'], repaired: ['4B check_digit_computed'],
    },
  },
  {
    name: 'a list whose column of numbers is headed by another word',
    file: '市南区专利.xlsx',
    content: () => xlsxOf([{ rows: [
      ['序号', '编号', '成果名称', '完成单位', '证书日期'],
      [1, invention, '一种洗衣机', '青岛甲公司', '2021-03-12'],
      [2, model, '一种支架', '青岛乙公司', '2020-12-01'],
      [3, second, '一种轮胎', '青岛丙公司', '2021-04-12'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 3, mapping: 'applicationNumber=B', records: [['patent', invention, { type: 'invention' }]] },
  },
  {
    name: 'a table without any header',
    file: '专利.csv',
    content: () => textTableOf([
      ['1', invention, '一种洗衣机', '海尔智家股份有限公司'],
      ['2', model, '一种支架', '青岛甲有限公司'],
      ['3', design, '轮胎', '赛轮集团股份有限公司'],
    ], ',', 'gbk'),
    answer: { kind: 'patents', headers: [''], new: 3, mapping: 'applicationNumber=B title=C applicants=D', records: [['patent', invention, { title: '一种洗衣机', parties: ['海尔智家股份有限公司'] }]] },
  },
  {
    name: 'a high-value list with a merged district, subtotals and five tick columns under one heading',
    file: '高价值发明专利.xlsx',
    content: () => xlsxOf([{ rows: [
      ['青岛市高价值发明专利认定要素登记表（截至2021年12月31日）'],
      ['序号', '区市', '专利号', '专利名称', '专利权人', '高价值要素（符合打√）', null, null, null, null],
      [null, null, null, null, null, '战略性新兴产业', '海外同族', '维持超10年', '质押融资', '获奖'],
      [1, '崂山区', `ZL${invention}`, '甲', '海尔智家股份有限公司', '√', null, null, null, '✓'],
      [2, null, `ZL${second}`, '乙', '海尔智家股份有限公司', null, '√', null, null, null],
      ['小计', null, 2],
      [3, '城阳区', `ZL${application(2018, 1, 120)}`, '丙', '青岛丁公司', null, null, '√', null, null],
      ['合计', null, 3],
    ], merges: ['A1:J1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:J2', 'B4:B5'] }]),
    answer: {
      kind: 'high_value', headers: ['2-3'], new: 3, mapping: 'district=B applicationNumber=C title=D applicants=E strategic=F overseasFamily=G tenYears=H pledge=I award=J', skipped: ['6 subtotal', '8 total'],
      records: [['patent', invention, { strategic: 1, award: 1, overseasFamily: null, ownerPlace: '370212' }], ['patent', second, { overseasFamily: 1, ownerPlace: '370212' }]],
    },
  },
  {
    name: 'a filter left on, hidden rows and hidden columns',
    file: '筛选.xlsx',
    content: () => xlsxOf([{ rows: [
      ['申请号', '发明名称', '申请人', '申请日', '内部备注'],
      [invention, '甲', '青岛甲公司', '2019-01-05', 'x'],
      [second, '乙', '青岛甲公司', '2019-02-05', 'y'],
      [model, '丙', '青岛甲公司', '2020-03-01', 'z'],
    ], hiddenRows: [3], hiddenColumns: [4], filter: 'A1:E4' }]),
    answer: { kind: 'patents', headers: ['1'], new: 3, notices: ['hidden_row', 'active_filter', 'hidden_column'], records: [['patent', second, { filedOn: '2019-02-05' }]] },
  },
  {
    name: 'an address that begins with a postcode, and an event in the status column',
    file: 'pss.xlsx',
    content: () => xlsxOf([{ rows: [
      ['申请号', '名称', '申请（专利权）人', '地址', '国省代码', '法律状态', '申请公布日', '公开（公告）号'],
      [invention, '甲', '中南大学', '410100 湖南省长沙市岳麓区', '湖南;43', '著录事项变更', '20190712', 'CN110000001A'],
      [second, '乙', '青岛大学', '266071 山东省青岛市市南区宁夏路308号', '山东;37', '无数据', '20190713', 'CN110000002A'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 2, notices: ['event_not_status'],
      records: [['patent', invention, { ownerPlace: '000000', legalEvent: '著录事项变更', statedStatus: null }], ['patent', second, { ownerPlace: '370202', statedStatus: null }]],
    },
  },
  {
    name: 'PCT filings',
    file: '2021年PCT.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年PCT国际专利申请清单'],
      ['序号', 'PCT申请号', '发明名称', '申请人', '受理日期', '区市'],
      [1, 'PCT/CN2021/093750', '甲', '青岛海尔股份有限公司', '2021-05-14', '崂山区'],
      [2, 'PCT／CN2021／093751', '乙', '青岛大学', '2021年6月1日', '市南区'],
      [3, 'PCT/CN21/9375', '丙', '青岛大学', '2021-06-02', '市南区'],
    ], merges: ['A1:F1'] }]),
    answer: { kind: 'pct', headers: ['2'], new: 2, rejected: ['5B bad_format'], records: [['pct', 'PCT/CN2021/093751', { receivedOn: '2021-06-01', ownerPlace: '370202' }]] },
  },
  {
    name: 'numbers that a program shields from the spreadsheet',
    file: '导出.csv',
    content: () => Buffer.from(`申请号,专利名称,专利权人,授权公告日\r\n="${application(2021, 1, 77_002)}",甲,青岛大学,2022/3/4\r\n"=""${application(2021, 1, 77_003)}""",乙,青岛大学,2022/3/4\r\n`),
    answer: { kind: 'patents', headers: ['1'], new: 2, records: [['patent', application(2021, 1, 77_002), { title: '甲' }], ['patent', application(2021, 1, 77_003), { title: '乙' }]] },
  },
]
