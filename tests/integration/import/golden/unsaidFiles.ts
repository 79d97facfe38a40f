import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

const patent = (serial: number): string => application(2020, 1, serial)
const granted = ['序号', '申请号', '发明名称', '专利权人', '授权公告日']

/** What a file leaves unsaid and the program decides: it is told. */
export const unsaidFiles: readonly GoldenCase[] = [
  {
    name: 'a bureau\'s workbook whose first title names the district and whose later sheets name none',
    file: '2021年知识产权情况.xlsx',
    content: () => xlsxOf([
      { name: '专利', rows: [['李沧区2021年授权专利明细'], granted, [1, patent(301), '一种养殖网箱', '青岛甲水产有限公司', '2021-03-05']] },
      { name: '专利2', rows: [granted, [1, patent(302), '一种投饵机', '青岛乙水产有限公司', '2021-04-06'], [2, patent(303), '一种增氧机', '济南丙机电有限公司', '2021-04-07']] },
      { name: '荣誉', rows: [['序号', '荣誉名称', '届次', '获奖单位'], [1, '青岛市市长质量奖', '第七届', '青岛甲水产有限公司']] },
    ]),
    answer: {
      kind: 'patents', headers: ['2', '1', '1'], new: 4, notices: ['district_of_sheet_before'],
      records: [['patent', patent(301), { ownerPlace: '370213' }], ['patent', patent(302), { ownerPlace: '370213' }], ['patent', patent(303), { ownerPlace: null }], ['honour', '青岛市市长质量奖||第七届|青岛甲水产有限公司', { district: '370213' }]],
    },
  },
  {
    name: 'sheets called after districts and one that is called after none',
    file: '各区市上报专利.xlsx',
    content: () => xlsxOf([
      { name: '市北区', rows: [granted, [1, patent(311), '一种轮胎模具', '青岛丁橡胶有限公司', '2021-03-05']] },
      { name: '补报', rows: [granted, [1, patent(312), '一种密封圈', '青岛戊橡胶有限公司', '2021-04-06']] },
    ]),
    answer: {
      kind: 'patents', headers: ['1', '1'], new: 2, notices: ['district_unsaid'],
      records: [['patent', patent(311), { ownerPlace: '370203' }], ['patent', patent(312), { ownerPlace: null }]],
    },
  },
  {
    name: 'a sheet of the whole city behind those of districts',
    file: '各区市上报专利（含汇总）.xlsx',
    content: () => xlsxOf([
      { name: '市北区', rows: [granted, [1, patent(311), '一种轮胎模具', '青岛丁橡胶有限公司', '2021-03-05']] },
      { name: '汇总', rows: [granted, [1, patent(311), '一种轮胎模具', '青岛丁橡胶有限公司', '2021-03-05']] },
    ]),
    answer: { kind: 'patents', headers: ['1', '1'], new: 1, same: 1, silent: ['district_unsaid', 'district_of_sheet_before'], records: [['patent', patent(311), { ownerPlace: '370203' }]] },
  },
  {
    name: 'patents called valid without a day of grant, one of them granted by a later row',
    file: '有效专利统计.xlsx',
    content: () => xlsxOf([{ rows: [
      ['申请号', '发明名称', '专利权人', '区市', '公开（公告）号', '公开（公告）日', '法律状态'],
      [patent(321), '一种空调压缩机', '青岛己电器有限公司', '黄岛区', 'CN112345678A', '2021-02-05', '有效'],
      [patent(322), '一种洗衣机', '青岛己电器有限公司', '黄岛区', 'CN112345679A', '2021-02-05', '有效'],
      [patent(322), '一种洗衣机', '青岛己电器有限公司', '黄岛区', 'CN112345679B', '2021-08-06', '有效'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 2, changed: 1, said: ['valid_ungranted 2'], records: [['patent', patent(322), { grantedOn: '2021-08-06' }]] },
  },
  {
    name: 'registered marks without any day, beside one that is only applied for',
    file: '商标清单.xlsx',
    content: () => xlsxOf([{ rows: [
      ['商标名称', '注册号', '国际分类', '注册人', '区市', '状态'],
      ['蓝岛', '32100011', 9, '青岛庚有限公司', '莱西市', '已注册'],
      ['红岛', '32100012', 9, '青岛庚有限公司', '莱西市', '申请中'],
      ['青岛', '32100013', 9, '青岛庚有限公司', '莱西市', null],
    ] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 3, said: ['mark_undated 2、4'] },
  },
  {
    name: 'patents of a table that has no owners, one of them known by its owner before',
    file: '授权专利号.xlsx',
    before: [{ file: '清单.xlsx', content: () => xlsxOf([{ rows: [granted, [1, patent(331), '一种药盒', '青岛辛药业有限公司', '2021-03-05']] }]) }],
    content: () => xlsxOf([{ rows: [['申请号', '发明名称', '区市', '授权公告日'], [patent(331), '一种药盒', '胶州市', '2021-03-05'], [patent(332), '一种针筒', '胶州市', '2021-03-05']] }]),
    answer: { kind: 'patents', headers: ['1'], new: 1, changed: 1, said: ['owner_unsaid 3'] },
  },
]
