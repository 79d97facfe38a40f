import type { GoldenCase } from '../../../support/golden/goldenCase'
import { encipheredXls } from '../../../support/golden/encipherXls'
import { libraryFileOf, xlsxOf, type PlannedSheet } from '../../../support/golden/tablePlan'

/** 2021-03-01, 2021-03-15, 2021-01-01 and 2026-03-05 under formats that show less, and one under a whole one. */
const shownDates: PlannedSheet = {
  rows: [
    ['标准编号', '标准名称', '发布日期'],
    ['GB/T 51001-2021', '甲', { serial: 44_256, format: 'yyyy"年"m"月"' }],
    ['GB/T 51002-2021', '乙', { serial: 44_270, format: 'yyyy"年"m"月"' }],
    ['GB/T 51003-2021', '丙', { serial: 44_197, format: 'yyyy' }],
    ['GB/T 51004-2021', '丁', { serial: 46_086, format: 'm"月"d"日"' }],
    ['GB/T 51005-2021', '戊', { serial: 44_256, format: 'yyyy-mm-dd' }],
  ],
}

const shownAnswer: GoldenCase['answer'] = {
  kind: 'standards', headers: ['1'], new: 4, review: ['5C year_not_shown'], notices: ['month_precision'],
  records: [
    ['standard', 'GB/T 51001-2021', { publishedOn: '2021-03' }], ['standard', 'GB/T 51002-2021', { publishedOn: '2021-03-15' }],
    ['standard', 'GB/T 51003-2021', { publishedOn: '2021' }], ['standard', 'GB/T 51005-2021', { publishedOn: '2021-03-01' }],
  ],
}

/** What a cell shows and what it holds; what is written beside a name and is no part of it. */
export const writtenFiles: readonly GoldenCase[] = [
  { name: 'dates whose format hides the day or the year are no more than was written', file: '显示到月.xlsx', content: () => xlsxOf([shownDates]), answer: shownAnswer },
  { name: 'the same in an old workbook under a password', file: '显示到月.xls', content: () => encipheredXls(libraryFileOf([shownDates], 'biff8'), 'rc4', '青岛2022'), options: { password: '青岛2022' }, answer: shownAnswer },
  { name: 'the same in XML 2003', file: '显示到月_xml.xls', content: () => libraryFileOf([shownDates], 'xlml'), answer: shownAnswer },
  {
    name: 'ranks, roles and labels beside the names of drafting units',
    file: '起草单位带排名.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['标准编号', '标准名称', '起草单位', '填报单位'],
        ['GB/T 51011-2021', '甲', '海信集团（第2）、海尔智家（第1）、赛轮集团（第3）', null],
        ['GB/T 51012-2021', '乙', '海信集团（3/7）、海尔智家（5/7）', null],
        ['GB/T 51013-2021', '丙', '牵头单位：海尔智家；参与单位：海信集团、赛轮集团', null],
        ['GB/T 51014-2021', '丁', null, '海信集团（第2，共6家）'],
        ['GB/T 51015-2021', '戊', null, '海尔智家(牵头)'],
        ['GB/T 51016-2021', '己', '中车青岛四方（原四方机车厂）、海尔智家', null],
        ['GB/T 51017-2021', '庚', '海信集团、海尔智家（牵头）', null],
      ],
    }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 7, notices: ['role_conflicts_with_list'],
      records: [
        ['standard', 'GB/T 51011-2021', { drafting: [[1, '海尔智家'], [2, '海信集团'], [3, '赛轮集团']], listComplete: 1 }],
        ['standard', 'GB/T 51012-2021', { drafting: [[3, '海信集团'], [5, '海尔智家']], listLength: 7, listComplete: null }],
        ['standard', 'GB/T 51013-2021', { drafting: [[1, '海尔智家'], [2, '海信集团'], [3, '赛轮集团']] }],
        ['standard', 'GB/T 51014-2021', { drafting: [[2, '海信集团']], listLength: 6, listComplete: null }],
        ['standard', 'GB/T 51015-2021', { drafting: [[1, '海尔智家']], listComplete: null }],
        ['standard', 'GB/T 51016-2021', { drafting: [[1, '中车青岛四方（原四方机车厂）'], [2, '海尔智家']] }],
        ['standard', 'GB/T 51017-2021', { drafting: [[1, '海信集团'], [2, '海尔智家']] }],
      ],
    },
  },
  {
    name: 'patentees with their ranks, in the order of the ranks',
    file: '专利权人带排名.xlsx',
    content: () => xlsxOf([{
      rows: [['申请号', '专利名称', '专利权人'], ['201910102536.7', '甲', '青岛大学(2/2)；海尔智家股份有限公司(1/2)']],
    }]),
    answer: { kind: 'patents', headers: ['1'], new: 1, records: [['patent', '201910102536.7', { parties: ['海尔智家股份有限公司', '青岛大学'] }]] },
  },
]
