import type { GoldenCase } from '../../../support/golden/goldenCase'
import { uscc } from '../../../support/golden/identifiers'
import { libraryFileOf, xlsxOf } from '../../../support/golden/tablePlan'

/** One unit or one figure a row, whose place and growth stand beside it under words of their own. */
export const besideRankFiles: readonly GoldenCase[] = [
  {
    name: 'one drafting unit a row with its place beside it, the standard merged over its rows',
    file: '起草单位.xlsx',
    content: () => xlsxOf([
      {
        name: '合并', rows: [['标准编号', '标准名称', '发布日期', '起草单位', '排名'], ['GB/T 63301-2021', '甲', '2021-03-04', '济南甲公司', 1], [null, null, null, '青岛甲公司', 2], [null, null, null, '青岛乙公司', '3/3'], ['GB/T 63302-2021', '乙', '2021-03-04', '青岛甲公司', '第2'], ['GB/T 63303-2021', '丙', '2021-03-04', '济南甲公司、青岛甲公司', 2]],
        merges: ['A2:A4', 'B2:B4', 'C2:C4'],
      },
      { name: '是否', rows: [['标准编号/计划号', '单位名称', '是否第一起草单位', '发布日期'], ['GB/T 63311-2021', '青岛甲公司', '是', '2021-03-04'], ['GB/T 63312-2021', '青岛甲公司', '否', '2021-03-04'], ['20211234-T-604', '青岛甲公司', '是', null]] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '1'], new: 5, changed: 2, rejected: ['4A plan_number'],
      records: [
        ['standard', 'GB/T 63301-2021', { drafting: [[1, '济南甲公司'], [2, '青岛甲公司'], [3, '青岛乙公司']] }], ['standard', 'GB/T 63302-2021', { drafting: [[2, '青岛甲公司']] }], ['standard', 'GB/T 63303-2021', { drafting: [[1, '济南甲公司'], [2, '青岛甲公司']] }],
        ['standard', 'GB/T 63311-2021', { drafting: [[1, '青岛甲公司']] }], ['standard', 'GB/T 63312-2021', { drafting: [[2, '青岛甲公司']] }],
      ],
    },
  },
  {
    name: 'patents for every 10,000 people with the people beside them, which are no table of people',
    file: '万人.xlsx',
    content: () => xlsxOf([{ rows: [['2021年青岛市每万人口发明专利拥有量情况表'], ['排名', '区市', '发明专利拥有量（件）', '常住人口（万人）', '每万人口发明专利拥有量（件）', '较上年增加（件）', '增长率'], [1, '崂山区', 8_123, '50.3', '161.49', '12.1', '8.1%'], [null, '青岛市', '4.32万', '1010.57', '42.76', '4.2', '10.9%']] }]),
    answer: {
      kind: 'indicators', headers: ['2'], new: 2,
      records: [['indicator', '370212|inventions_per_10k|2021', { value: 161.49, growth: '8.1%' }], ['indicator', '370200|inventions_valid|2021', { value: 43_200, growth: null }], ['indicator', '370200|inventions_per_10k|2021', { value: 42.76 }]],
    },
  },
  {
    name: 'a circular of districts whose growths are called 增速',
    file: '主要指标.xls',
    content: () => libraryFileOf([{
      rows: [['青岛市各区市知识产权主要指标（2022年一季度）'], ['区市', '有效发明专利拥有量', null, null, '商标有效注册量', null, null], [null, '数值', '增速', '位次', '数值', '增速', '位次'], ['市南区', 3_500, '10.2%', 3, 40_012, '7.7%', 4], ['#自贸片区', 500, '30%', null, 1_200, '2%', null], ['合计', 43_210, '11.1%', null, 382_000, '8.8%', null]],
      merges: ['A1:G1', 'A2:A3', 'B2:D2', 'E2:G2'],
    }], 'biff8'),
    answer: { kind: 'indicators', headers: ['2-3'], new: 2, skipped: ['6 total'], records: [['indicator', '370202|inventions_valid|2022Q1', { value: 3_500, growth: '10.2%', rank: 3 }], ['indicator', '370202|trademarks_valid|2022Q1', { growth: '7.7%', rank: 4 }], ['indicator', '其中：青岛自贸片区|inventions_valid|2022Q1', { value: 500 }]] },
  },
  {
    name: 'units of another city, of the city alone and of a zone in its district',
    file: '企业.xlsx',
    content: () => xlsxOf([{ rows: [['企业名称', '统一社会信用代码', '所属区市'], ['青岛甲公司', uscc(8_301), '烟台市'], ['青岛乙公司', uscc(8_302), '青岛市'], ['青岛丙公司', uscc(8_303), '即墨（蓝谷）']] }]),
    answer: { kind: 'units', headers: ['1'], new: 3, records: [['unit', uscc(8_301), { district: '370600' }], ['unit', uscc(8_302), { district: null }], ['unit', uscc(8_303), { district: '370215', zone: '蓝谷' }]] },
  },
  {
    name: 'standards whose status names the one that replaced them',
    file: '标准.xlsx',
    content: () => xlsxOf([{ rows: [['标准号', '中文标准名称', '发布日期', '标准状态'], ['GB/T 64004-2009', '丙', '2009-3-4', '被GB/T 64004-2021全部代替'], ['GB/T 64005-2009', '丁', '2009-3-4', '被替代'], ['GB/T 64006-2021', '戊', '2021-03-04', '现行']] }]),
    answer: { kind: 'standards', headers: ['1'], new: 3, notices: ['status_conflict'], records: [['standard', 'GB/T 64004-2009', { statedStatus: '废止' }], ['standard', 'GB/T 64005-2009', { statedStatus: '废止' }], ['standard', 'GB/T 64006-2021', { statedStatus: '现行' }]] },
  },
]
