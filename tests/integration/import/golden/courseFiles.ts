import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const owner = '青岛海纳仪表有限公司'
const university = '青岛大学'
const patent = (serial: number): string => application(2019, 1, 940_000 + serial)

const ended = ['停缴年费', '未按期缴纳年费', '不再续费', '死亡', '已过期', '非有效', '不维持', '待恢复', '撤销']
const living = ['有效（截至2024-12-31）', '失效恢复', '未缴年费终止 | 权利恢复']
const silent = ['无效请求中', '无效审理中', '即将失效', '未失效', '即将届满', '拟放弃', '年费未到期']

/** How patents and marks change, in lists of their states, of transfers and of the classes and terms of one mark. */
export const courseFiles: readonly GoldenCase[] = [
  {
    name: 'statuses in the words of ledgers, of which some end a patent and some only foretell it',
    file: '状态.xlsx',
    content: () => xlsxOf([{ rows: [['专利号', '专利名称', '专利权人', '授权公告日', '状态'], ...[...ended, ...living, ...silent].map((word, at) => [patent(at), '网箱', owner, '2021-05-04', word])] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: ended.length + living.length + silent.length,
      records: [...ended.map(() => 'invalid'), ...living.map(() => 'valid'), ...silent.map(() => null)].map((statedStatus, at) => ['patent', patent(at), { statedStatus }] as const),
    },
  },
  {
    name: 'titles and numbers in one column, and the symbols of a class with their versions',
    file: '名称及专利号.csv',
    content: () => textTableOf([['专利权人', '专利名称及专利号', '授权日期', 'IPC分类'], [owner, `一种网箱（ZL${patent(30)}）`, '2021-05-04', 'G01L7/00(2006.01)I'], [owner, `ZL${patent(31)} 一种浮标`, '2021-05-04', 'G01L 9/00']], ',', 'gbk'),
    answer: {
      kind: 'patents', headers: ['1'], new: 2, repaired: ['2B extracted_from_text', '3B extracted_from_text'],
      records: [['patent', patent(30), { title: '一种网箱', ipc: ['G01L 7/00'] }], ['patent', patent(31), { title: '一种浮标' }]],
    },
  },
  {
    name: 'patents of a product, named with their titles in one cell',
    file: '密集型产品.xlsx',
    content: () => xlsxOf([{ rows: [['产品名称', '企业名称', '关联专利'], ['压力表', owner, `1.ZL${patent(32)} 一种压力表\n2.ZL${patent(33)} 一种表壳`]] }]),
    answer: { kind: 'patents', headers: ['1'], new: 1, repaired: ['2C extracted_from_text', '2C extracted_from_text'], records: [['patent', patent(32), { parties: [owner], title: null }], ['patent', patent(33), { parties: [owner] }]] },
  },
  {
    name: 'a transfer, which is later than what a database said before',
    file: '转让清单.xlsx',
    before: [{ file: '导出.xlsx', content: () => xlsxOf([{ rows: [['申请号', '公开（公告）号', '公开（公告）日', '标题', '申请人', 'IPC', '中国申请人区县'], [patent(34), 'CN113300034B', '2021-05-04', '网箱', university, 'G01L7/00', '市南区']] }]) }],
    content: () => xlsxOf([{ rows: [['专利号', '转让人', '受让人', '受让人地址', '登记日期'], [patent(34), university, owner, '青岛市崂山区海尔路1号', '2023-05-06']] }]),
    answer: { kind: 'patents', headers: ['1'], new: 0, changed: 1, records: [['patent', patent(34), { parties: [owner], ownerPlace: '370212', grantedOn: '2021-05-04', title: '网箱' }]] },
  },
  {
    name: 'a row for each class of a mark, one of them cancelled, and a row for each term, today’s first',
    file: '一类一行.xlsx',
    content: () => xlsxOf([
      { name: '状态', rows: [['注册号', '商标名称', '类别', '注册人', '注册日期', '状态'], ['43940001', '琅岬', 9, owner, '2019-03-21', '已注册'], ['43940001', '琅岬', 35, owner, '2019-03-21', '已注销'], ['43940002', '礁语', 9, owner, '2019-03-21', '已注销'], ['43940002', '礁语', 35, owner, '2019-03-21', '已注销']] },
      { name: '期限', rows: [['国内注册号', '国际注册号', '商标名称', '类别', '注册人', '专用权期限'], ['43940003', '1587929', '潮生', 9, owner, '2023-03-21至2033-03-20'], ['43940003', '1587929', '潮生', 9, owner, '2013-03-21至2023-03-20']] },
    ]),
    answer: {
      kind: 'trademarks', headers: ['1', '1'], new: 4, same: 2,
      records: [['trademark', '43940001', { classes: [9], statedStatus: '已注册' }], ['trademark', '43940002', { classes: [9, 35], statedStatus: '已注销' }], ['trademark', '43940003', { termStartOn: '2023-03-21', termEndOn: '2033-03-20' }]],
    },
  },
  {
    name: 'a word where the number of a registration would stand, beside that of the application',
    file: '申请情况.xlsx',
    content: () => xlsxOf([{ rows: [['商标', '申请号', '注册号', '类别', '申请人', '状态'], ['琅岬', '43940011', '驳回', '35', owner, '驳回'], ['礁语', '43940012', '43940012', '35', owner, '已注册']] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, records: [['trademark', '43940011', { name: '琅岬' }]] },
  },
  {
    name: 'owners in common with a row for each, the number merged over them or printed again',
    file: '共有.xlsx',
    content: () => xlsxOf([{ rows: [
      ['专利号', '专利名称', '专利权人', '所属区市'], [patent(40), '网箱', owner, '崂山区'], [null, null, university, '市南区'], [patent(41), '浮标', university, '市南区'], [patent(41), '浮标', owner, '崂山区'], [patent(42), '锚', owner, '崂山区'], [patent(40), '网箱', owner, '崂山区'],
    ], merges: ['A2:A3', 'B2:B3'] }]),
    answer: { kind: 'patents', headers: ['1'], new: 3, changed: 2, same: 1, records: [['patent', patent(40), { parties: [owner, university], ownerPlace: '370212' }], ['patent', patent(41), { parties: [university, owner], ownerPlace: '370202' }], ['patent', patent(42), { parties: [owner] }]] },
  },
  {
    name: 'marks of several countries in one list, of which those here and Madrid marks count',
    file: '海外商标.xlsx',
    content: () => xlsxOf([{ rows: [
      ['商标名称', '注册国家/地区', '注册号', '类别', '申请人', '注册日期'], ['HAINA', '美国', '5123456', 9, owner, '2020-05-07'], ['HAINA', '日本', '6123456', 9, owner, '2020-05-07'], ['HAINA', '马德里', '1587929', 9, owner, '2021-03-04'], ['海纳', '中国', '43940021', 9, owner, '2020-05-07'], ['海纳蓝', '中华人民共和国', '43940022', 9, owner, '2020-05-07'], ['海纳红', '青岛市崂山区', '43940023', 9, owner, '2020-05-07'],
    ] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 4, rejected: ['2B registered_abroad', '3B registered_abroad'], records: [['trademark', 'G1587929', { name: 'HAINA' }], ['trademark', '43940021', { name: '海纳' }]] },
  },
]
