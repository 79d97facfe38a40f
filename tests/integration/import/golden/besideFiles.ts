import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

const units: Pick<GoldenCase, 'file' | 'content'> = {
  file: '单位名录.xlsx',
  content: () => xlsxOf([{ rows: [['单位名称', '统一社会信用代码', '所属区市'], ['青岛海纳仪表有限公司', uscc(8_101), '崂山区'], ['青岛浩源机械有限公司', uscc(8_102), '市南区']] }]),
}

/** What stands beside what it belongs to: the other units of a list, a place beside a role, districts in doubt beside units that are known. */
export const besideFiles: readonly GoldenCase[] = [
  {
    name: 'the first drafting unit in one column and those that took part in another',
    file: '参与起草.xlsx',
    content: () => xlsxOf([
      { name: '国标', rows: [['标准编号', '标准名称', '第一起草单位', '参与起草单位', '发布日期'], ['GB/T 61001-2021', '甲', '济南甲研究院', '青岛海纳仪表有限公司、青岛浩源机械有限公司', '2021-03-04'], ['GB/T 61002-2021', '乙', null, '青岛海纳仪表有限公司', '2021-03-05']] },
      { name: '行标', rows: [['标准编号', '标准名称', '主编单位', '参编单位', '发布日期'], ['CJ/T 611-2021', '丙', '青岛浩源机械有限公司', '济南乙设计院、济南丙公司', '2021-03-06']] },
      { name: '团标', rows: [['标准编号', '标准名称', '主要起草单位', '其他参与起草单位', '发布日期'], ['T/QDAS 012-2021', '丁', '青岛海纳仪表有限公司', '济南丙公司', '2021-03-07']] },
      { name: '只有参与', rows: [['标准编号', '标准名称', '参与起草单位', '发布日期'], ['GB/T 61003-2021', '戊', '济南丙公司、青岛海纳仪表有限公司', '2021-03-08']] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '1', '1', '1'], new: 5, mapping: 'draftingUnit1=C otherDraftingUnits=D',
      records: [
        ['standard', 'GB/T 61001-2021', { drafting: [[1, '济南甲研究院'], [2, '青岛海纳仪表有限公司'], [3, '青岛浩源机械有限公司']], listComplete: 1 }],
        ['standard', 'GB/T 61002-2021', { drafting: [[2, '青岛海纳仪表有限公司']], listComplete: null }],
        ['standard', 'CJ/T 611-2021', { drafting: [[1, '青岛浩源机械有限公司'], [2, '济南乙设计院'], [3, '济南丙公司']] }],
        ['standard', 'T/QDAS 012-2021', { drafting: [[1, '青岛海纳仪表有限公司'], [2, '济南丙公司']] }],
        ['standard', 'GB/T 61003-2021', { drafting: [[1, '济南丙公司'], [2, '青岛海纳仪表有限公司']] }],
      ],
    },
  },
  {
    name: 'places beside the role, in the column of places and in that of roles',
    file: '排名.xlsx',
    content: () => xlsxOf([
      { name: '一', rows: [['标准编号', '单位名称', '本单位排名'], ['GB/T 61101-2021', '青岛甲公司', '参与（第3）'], ['GB/T 61102-2021', '青岛甲公司', '主导'], ['GB/T 61103-2021', '青岛甲公司', '参与，排名第4'], ['GB/T 61104-2021', '青岛甲公司', '参与（靠后）']] },
      { name: '二', rows: [['标准编号', '单位名称', '主导/参与'], ['GB/T 61105-2021', '青岛甲公司', '参与（2/9）'], ['GB/T 61106-2021', '青岛甲公司', '第2参与单位'], ['GB/T 61107-2021', '青岛甲公司', '参与']] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '1'], new: 7, notices: ['bad_text_value'],
      records: [
        ['standard', 'GB/T 61101-2021', { drafting: [[3, '青岛甲公司']] }], ['standard', 'GB/T 61102-2021', { drafting: [[1, '青岛甲公司']] }], ['standard', 'GB/T 61103-2021', { drafting: [[4, '青岛甲公司']] }],
        ['standard', 'GB/T 61104-2021', { drafting: [[2, '青岛甲公司']] }], ['standard', 'GB/T 61105-2021', { drafting: [[2, '青岛甲公司']] }], ['standard', 'GB/T 61106-2021', { drafting: [[2, '青岛甲公司']] }], ['standard', 'GB/T 61107-2021', { drafting: [[2, '青岛甲公司']] }],
      ],
    },
  },
  {
    name: 'patents whose first owner and other owners have a column each',
    file: '共有专利.xlsx',
    content: () => xlsxOf([{ rows: [['专利号', '专利名称', '第一专利权人', '共同专利权人', '授权公告日'], [application(2019, 1, 761_001), '甲', '青岛海纳仪表有限公司', '济南丙公司；青岛浩源机械有限公司', '2021-03-04'], [application(2019, 1, 761_002), '乙', '青岛浩源机械有限公司', '无', '2021-03-04'], [application(2019, 1, 761_003), '丙', '青岛浩源机械有限公司', '否', '2021-03-04']] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 3, mapping: 'firstPatentee=C otherOwners=D',
      records: [['patent', application(2019, 1, 761_001), { parties: ['青岛海纳仪表有限公司', '济南丙公司', '青岛浩源机械有限公司'] }], ['patent', application(2019, 1, 761_002), { parties: ['青岛浩源机械有限公司'] }], ['patent', application(2019, 1, 761_003), { parties: ['青岛浩源机械有限公司'] }]],
    },
  },
  {
    name: 'awards under a title of two districts: asked about where the directory does not know the unit',
    file: '荣誉.xlsx', before: [units],
    content: () => xlsxOf([
      { name: '两区', rows: [['崂山区、市南区2021年度山东省省长质量奖获奖名单'], ['单位名称', '荣誉名称', '届次'], ['青岛海纳仪表有限公司', '山东省省长质量奖', 8], ['青岛某某公司', '山东省省长质量奖', '第八届']] },
      { name: '开发区', rows: [['单位名称', '荣誉名称', '届次'], ['青岛浩源机械有限公司', '青岛市市长质量奖', '七'], ['青岛某某公司', '青岛市市长质量奖', '7']] },
      { name: '全部', rows: [['市南区、崂山区等10个区市获奖名单'], ['单位名称', '荣誉名称', '届次'], ['青岛丁公司', '青岛市市长质量奖', '第七届'], ['青岛丁公司', '青岛市市长质量奖', 7]] },
    ]),
    answer: {
      kind: 'honours', headers: ['2', '1', '2'], new: 3, same: 1, review: ['4 district_ambiguous', '3 district_ambiguous'],
      records: [['honour', `山东省省长质量奖||第八届|${uscc(8_101)}`, { district: '370212' }], ['honour', `青岛市市长质量奖||第七届|${uscc(8_102)}`, { district: '370202' }], ['honour', '青岛市市长质量奖||第七届|青岛丁公司', { district: null }]],
    },
  },
  {
    name: 'zones in other districts than their own, and one without any',
    file: '企业.xlsx',
    content: () => xlsxOf([{ rows: [['单位名称', '统一社会信用代码', '所属区市', '所在园区'], ['青岛甲公司', uscc(8_111), '市南区', '高新区'], ['青岛乙公司', uscc(8_112), null, '高新区'], ['青岛丙公司', uscc(8_113), '胶州市', '上合示范区'], ['青岛丁公司', uscc(8_114), '平度市', '南村科技园']] }]),
    answer: {
      kind: 'units', headers: ['1'], new: 3, mapping: 'district=C zone=D', review: ['3C zone_without_district'], notices: ['zone_elsewhere'],
      records: [['unit', uscc(8_111), { district: '370202', zone: '青岛高新区' }], ['unit', uscc(8_113), { zone: '上合示范区' }], ['unit', uscc(8_114), { zone: '南村科技园' }]],
    },
  },
]
