import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
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
  {
    name: 'kinds of units that are none, beside those of a business register',
    file: '单位名录.xlsx',
    content: () => xlsxOf([{ rows: [
      ['单位名称', '统一社会信用代码', '所属区市', '单位类型'],
      ['青岛壬有限公司', uscc(361), '城阳区', '有限责任公司（自然人投资或控股）'],
      ['青岛癸研究院', uscc(362), '城阳区', '新型研发机构（科研）'],
      ['青岛子有限公司', uscc(363), '城阳区', '已核对'],
    ] }]),
    answer: { kind: 'units', headers: ['1'], new: 3, notices: ['unknown_word'], records: [['unit', uscc(361), { unitType: '有限责任公司（自然人投资或控股）' }], ['unit', uscc(363), { unitType: null, district: '370214' }]] },
  },
  {
    name: 'standards whose day of implementation is not known yet, and one published in a quarter',
    file: '新发布标准.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准编号', '标准名称', '发布日期', '实施日期', '起草单位'],
      ['GB/T 51001-2021', '海水养殖设施通则', '2021-05-21', '暂未实施', '青岛甲水产有限公司'],
      ['GB/T 51002-2021', '海水养殖设备通则', '2021-05-21', '发布后6个月', '青岛甲水产有限公司'],
      ['GB/T 51003-2021', '海水养殖用水通则', '2021-05-21', '自公布之日起满六个月后实施', '青岛甲水产有限公司'],
      ['GB/T 51004-2021', '海水养殖场地通则', '2021年二季度', '2021年下半年', '青岛甲水产有限公司'],
      ['GB/T 51005-2021', '海水养殖饲料通则', '2021-05-21', '看通知', '青岛甲水产有限公司'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 4, rejected: ['6D bad_date'], notices: ['bad_text_value', 'month_precision'],
      records: [
        ['standard', 'GB/T 51001-2021', { publishedOn: '2021-05-21', effectiveOn: null }], ['standard', 'GB/T 51002-2021', { effectiveOn: null }], ['standard', 'GB/T 51003-2021', { effectiveOn: null }],
        ['standard', 'GB/T 51004-2021', { publishedOn: '2021', effectiveOn: '2021' }],
      ],
    },
  },
]
