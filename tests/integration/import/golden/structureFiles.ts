import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

/** Sheets that are not one table. */
export const structureFiles: readonly GoldenCase[] = [
  {
    name: 'two tables of one kind, one under another, with other columns',
    file: '两张表.xlsx',
    content: () => xlsxOf([{ rows: [
      ['表一：国家标准'],
      ['序号', '标准编号', '标准名称', '发布日期'],
      [1, 'GB/T 41001-2021', '甲', '2021-05-06'],
      [null],
      ['表二：行业标准'],
      ['序号', '标准名称', '标准编号', '起草单位', '发布日期'],
      [1, '乙', 'QB/T 5101-2021', '青岛甲公司', '2021-06-06'],
      [2, '丙', 'QB/T 5102-2021', '青岛乙公司', '2021-07-06'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['2', '6'], new: 3,
      records: [['standard', 'GB/T 41001-2021', { title: '甲', publishedOn: '2021-05-06' }], ['standard', 'QB/T 5101-2021', { title: '乙', publishedOn: '2021-06-06' }]],
    },
  },
  {
    name: 'two tables of different kinds, one under another',
    file: '知识产权汇总.xlsx',
    content: () => xlsxOf([{ rows: [
      ['一、专利'], ['序号', '专利号', '专利名称', '专利权人', '授权公告日'],
      [1, application(2019, 1, 601), '甲', '青岛甲公司', '2021-03-12'],
      [null],
      ['二、商标'], ['序号', '商标名称', '注册号', '类别', '注册人', '注册公告日期'],
      [1, '海之蓝', '9024001', '9', '青岛甲公司', '2012-01-21'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['2', '6'], new: 2,
      records: [['patent', application(2019, 1, 601), { grantedOn: '2021-03-12' }], ['trademark', '9024001', { name: '海之蓝', classes: [9] }]],
    },
  },
  {
    name: 'two tables side by side',
    file: '并排.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年标准清单'],
      ['标准编号', '标准名称', '发布日期', null, '标准编号', '标准名称', '发布日期'],
      ['GB/T 41011-2021', '甲', '2021-05-06', null, 'GB/T 41013-2021', '丙', '2021-05-08'],
      ['GB/T 41012-2021', '乙', '2021-05-07', null, 'GB/T 41014-2021', '丁', '2021-05-09'],
      ['GB/T 41015-2021', '戊', '2021-05-10'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['2', '2'], new: 5, records: [['standard', 'GB/T 41013-2021', { title: '丙', publishedOn: '2021-05-08' }], ['standard', 'GB/T 41014-2021', { title: '丁' }]],
    },
  },
  {
    name: 'a sheet of each kind in one workbook',
    file: '综合.xlsx',
    content: () => xlsxOf([
      { name: '专利', rows: [['申请号', '名称', '申请人'], [application(2019, 1, 611), '甲', '青岛甲公司']] },
      { name: '商标', rows: [['注册号', '商标名称', '类别', '申请人'], ['9025001', '海', '9', '青岛甲公司']] },
      { name: '单位', rows: [['单位名称', '统一社会信用代码', '区市'], ['青岛甲公司', uscc(61), '市北区']] },
    ]),
    answer: { kind: 'patents', headers: ['1', '1', '1'], new: 3, records: [['trademark', '9025001', { name: '海' }], ['unit', uscc(61), { district: '370203' }]] },
  },
  {
    name: 'merged titles over four header rows',
    file: '四行表头.xlsx',
    content: () => xlsxOf([{ rows: [
      ['填报单位：崂山区'],
      ['2021年标准情况统计表', null, null, null, null, null],
      ['基本情况', null, null, '时间情况', null, '参与情况'],
      ['序号', '标准', null, '日期', null, '本单位排名'],
      [null, '标准编号', '标准名称', '发布', '实施', null],
      [1, 'GB/T 41021-2021', '甲', '2021-05-06', '2021-12-01', '2/9'],
    ], merges: ['A2:F2', 'A3:C3', 'D3:E3', 'A4:A5', 'B4:C4', 'D4:E4', 'F4:F5'] }]),
    answer: { kind: 'standards', headers: ['2-5'], new: 1, mapping: 'standardNo=B title=C publishedOn=D effectiveOn=E unitRank=F', records: [['standard', 'GB/T 41021-2021', { title: '甲', effectiveOn: '2021-12-01', reportedDistrict: '370212' }]] },
  },
  {
    name: 'formulas with and without stored values',
    file: '公式.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准编号', '标准名称', '发布日期'],
      [{ formula: 'A9', result: 'GB/T 41031-2021' }, { formula: 'CONCATENATE("甲","乙")', result: '甲乙' }, '2021-05-06'],
      ['GB/T 41032-2021', { error: '#N/A' }, '2021-05-07'],
      [{ error: '#REF!' }, '丙', '2021-05-08'],
      ['GB/T 41033-2021', '丁', { error: '#REF!' }],
    ] }]),
    answer: { kind: 'standards', headers: ['1'], new: 2, rejected: ['4A formula_error', '5C formula_error'], notices: ['formula_error'], records: [['standard', 'GB/T 41031-2021', { title: '甲乙' }], ['standard', 'GB/T 41032-2021', { title: null }]] },
  },
  {
    name: 'two years side by side, each under a title of its own without merges',
    file: '两年标准.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年标准情况', null, null, null, null, '2022年标准情况'], ['标准编号', '标准名称', '起草单位', null, null, '标准编号', '标准名称', '起草单位'],
      ['GB/T 60001-2021', '甲', '青岛大学', null, null, 'GB/T 60003-2022', '丙', '青岛大学'], ['GB/T 60002-2021', '乙', '青岛甲有限公司'],
    ] }]),
    answer: { kind: 'standards', headers: ['1-2', '1-2'], new: 3, mapping: 'standardNo=A title=B draftingUnits=C', records: [['standard', 'GB/T 60003-2022', { title: '丙' }]] },
  },
  {
    name: 'headings in two languages',
    file: '双语表头.xlsx',
    content: () => xlsxOf([{ rows: [
      ['No.', 'Patent No.\n专利号', 'Title\n专利名称', 'Owner\n专利权人', '申请日 (Filing date)', 'Grant date 授权公告日'],
      [1, application(2021, 1, 66_778), '一种泵', '青岛大学', '2021-01-01', '2022-01-01'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 1, mapping: 'applicationNumber=B title=C applicants=D filingDate=E grantDate=F',
      records: [['patent', application(2021, 1, 66_778), { title: '一种泵', filedOn: '2021-01-01', grantedOn: '2022-01-01' }]],
    },
  },
  {
    name: 'a second sheet without headings that goes on with the first, and a line that says how to fill in',
    file: '两页.xlsx',
    content: () => xlsxOf([
      { name: '第1页', rows: [['申请号', '专利名称', '专利权人', '授权公告日'], ['（13位）', '（全称）', '（全部）', '（年-月-日）'], [application(2021, 1, 111), '甲', '青岛大学', '2022-01-01']] },
      { name: '第2页', rows: [[application(2021, 1, 112), '乙', '青岛大学', '2022-01-02'], [application(2021, 1, 113), '丙', '青岛大学', '2022-01-03']] },
    ]),
    answer: {
      kind: 'patents', headers: ['1', ''], new: 3, skipped: ['2 note'], notices: ['sheet_continues'],
      records: [['patent', application(2021, 1, 113), { title: '丙', grantedOn: '2022-01-03' }]],
    },
  },
]
