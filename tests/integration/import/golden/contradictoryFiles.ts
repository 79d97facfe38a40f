import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

const [a, b, c, d, e] = [801, 802, 803, 804, 805].map((serial) => application(2019, 1, serial)) as [string, string, string, string, string]
const wrongCheck = `${d.slice(0, 13)}${d.endsWith('0') ? '1' : '0'}`

/** Files that say two things at once: the clerk is asked which of them is meant. */
export const contradictoryFiles: readonly GoldenCase[] = [
  {
    name: 'a patent number that is not the application number of its row',
    file: '两号不一.xlsx',
    content: () => xlsxOf([{ rows: [
      ['申请号', '专利号', '专利名称', '专利权人', '授权公告日'],
      [a, `ZL${a}`, '甲', '青岛甲公司', '2021-05-06'],
      [b, `ZL${c}`, '乙', '青岛甲公司', '2021-05-06'],
      [c, 'ZL', '丙', '青岛甲公司', '2021-05-06'],
      [d, `ZL${wrongCheck}`, '丁', '青岛甲公司', '2021-05-06'],
      [e, '第4567890号', '戊', '青岛甲公司', '2021-05-06'],
      [null, `ZL${application(2019, 1, 806)}`, '己', '青岛甲公司', '2021-05-06'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 4, review: ['3A numbers_disagree', '5A numbers_disagree'], notices: ['bad_text_value'], records: [['patent', a, { title: '甲' }], ['patent', c, { title: '丙' }]] },
  },
  {
    name: 'titles of one district, of two and of three over the same headings, printed again or not',
    file: '各区市标准.xlsx',
    content: () => xlsxOf([{ rows: [
      ['市南区2021年标准'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42901-2021', '甲', '青岛甲公司'],
      ['市北区、崂山区2021年标准'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42902-2021', '乙', '青岛乙公司'],
      ['李沧、城阳两区2021年标准'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42903-2021', '丙', '青岛丙公司'],
      ['胶州市2021年标准'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42904-2021', '丁', '青岛丁公司'],
      ['青岛市即墨区2021年度企事业单位主导或参与制修订标准情况统计表'], ['GB/T 42905-2021', '戊', '青岛戊公司'],
      ['平度市、莱西市2021年标准汇总'], ['GB/T 42906-2021', '己', '青岛己公司'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['2', '5', '8', '11'], new: 3, skipped: ['13 section', '15 section'], review: ['6 district_ambiguous', '9 district_ambiguous', '16 district_ambiguous'],
      records: [['standard', 'GB/T 42901-2021', { reportedDistrict: '370202' }], ['standard', 'GB/T 42904-2021', { reportedDistrict: '370281' }], ['standard', 'GB/T 42905-2021', { reportedDistrict: '370215' }]],
    },
  },
  {
    name: 'patents below a title of two districts: asked about where no address tells',
    file: '专利汇总.xlsx',
    content: () => xlsxOf([{ rows: [
      ['市南区发明专利'], ['申请号', '专利名称', '专利权人', '专利权人地址'], [a, '甲', '青岛甲公司', null],
      ['市北区、崂山区发明专利'], ['申请号', '专利名称', '专利权人', '专利权人地址'], [b, '乙', '青岛乙公司', null], [c, '丙', '青岛丙公司', '山东省青岛市崂山区海尔路1号'],
    ] }]),
    answer: { kind: 'patents', headers: ['2', '5'], new: 2, review: ['6 district_ambiguous'], records: [['patent', a, { ownerPlace: '370202' }], ['patent', c, { ownerPlace: '370212' }]] },
  },
  {
    name: 'awards of districts, forms of units and forms of bureaus under the same headings again',
    file: '各单位报送.xlsx',
    content: () => xlsxOf([
      { name: '荣誉', rows: [
        ['市南区2021年荣誉汇总表'], ['荣誉名称', '获奖单位', '届次'], ['青岛市市长质量奖', '青岛甲公司', '第七届'],
        ['市北区2021年荣誉汇总表'], ['荣誉名称', '获奖单位', '届次'], ['青岛市市长质量奖', '青岛乙公司', '第七届'],
      ] },
      { name: '单位', rows: [
        ['2021年标准'], ['单位名称：青岛甲公司'], ['标准编号', '标准名称', '本单位排名'], ['GB/T 42911-2021', '甲', 1],
        ['2021年标准'], ['单位名称：青岛乙公司', null, '填报日期：2022年1月5日'], ['标准编号', '标准名称', '本单位排名'], ['GB/T 42912-2021', '乙', 2],
      ] },
      { name: '各局', rows: [
        ['2021年标准'], ['填报单位：市南区市场监管局'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42913-2021', '甲', '青岛甲公司'],
        ['2021年标准'], ['填报单位：崂山区市场监管局', null, '填报日期：2022年1月5日'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42914-2021', '丙', '青岛丙公司'],
      ] },
    ]),
    answer: {
      kind: 'honours', headers: ['2', '5', '3', '7', '3', '7'], new: 6,
      records: [
        ['honour', '青岛市市长质量奖||第七届|青岛甲公司', { district: '370202' }], ['honour', '青岛市市长质量奖||第七届|青岛乙公司', { district: '370203' }],
        ['standard', 'GB/T 42911-2021', { drafting: [[1, '青岛甲公司']] }], ['standard', 'GB/T 42912-2021', { drafting: [[2, '青岛乙公司']] }],
        ['standard', 'GB/T 42913-2021', { reportedDistrict: '370202' }], ['standard', 'GB/T 42914-2021', { reportedDistrict: '370212' }],
      ],
    },
  },
]
