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
        ['GB/T 51018-2021', '辛', '参与单位：海信集团、赛轮集团；牵头单位：海尔智家', null],
        ['GB/T 51019-2021', '壬', '海信集团（参与）', null],
      ],
    }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 9, notices: ['role_conflicts_with_list'],
      records: [
        ['standard', 'GB/T 51011-2021', { drafting: [[1, '海尔智家'], [2, '海信集团'], [3, '赛轮集团']], listComplete: 1 }],
        ['standard', 'GB/T 51012-2021', { drafting: [[3, '海信集团'], [5, '海尔智家']], listLength: 7, listComplete: null }],
        ['standard', 'GB/T 51013-2021', { drafting: [[1, '海尔智家'], [2, '海信集团'], [3, '赛轮集团']] }],
        ['standard', 'GB/T 51014-2021', { drafting: [[2, '海信集团']], listLength: 6, listComplete: null }],
        ['standard', 'GB/T 51015-2021', { drafting: [[1, '海尔智家']], listComplete: null }],
        ['standard', 'GB/T 51016-2021', { drafting: [[1, '中车青岛四方'], [2, '海尔智家']] }],
        ['standard', 'GB/T 51017-2021', { drafting: [[1, '海信集团'], [2, '海尔智家']] }],
        ['standard', 'GB/T 51018-2021', { drafting: [[1, '海尔智家'], [2, '海信集团'], [3, '赛轮集团']], listComplete: null }],
        ['standard', 'GB/T 51019-2021', { drafting: [[2, '海信集团']], listComplete: null }],
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
  {
    name: 'a sheet for each district without a column of districts, and an owner of another city in one of them',
    file: '各区发明专利.xlsx',
    content: () => xlsxOf(['市南区', '西海岸新区', '高新区'].map((name, at) => ({
      name, rows: [[`${name}发明专利授权清单`], ['申请号', '专利名称', '专利权人'], [`20181300000${at + 1}.${'382'.charAt(at)}`, '甲', '青岛某公司'], ...(at === 0 ? [['201813000004.7', '乙', '济南某某有限公司']] : [])],
    }))),
    answer: {
      kind: 'patents', headers: ['2', '2', '2'], new: 4,
      records: [
        ['patent', '201813000001.3', { ownerPlace: '370202' }], ['patent', '201813000002.8', { ownerPlace: '370211' }],
        ['patent', '201813000003.2', { ownerPlace: '370214' }], ['patent', '201813000004.7', { ownerPlace: null }],
      ],
    },
  },
  {
    name: 'received indicators under groups that are no indicator by themselves, of the first three quarters',
    file: '各市指标.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['2021年前三季度各市知识产权主要指标'],
        ['地区', '发明专利授权量（件）', null, '有效发明专利', null, '商标', null, null],
        [null, '数量', '同比增长', '拥有量（件）', '每万人口（件/万人）', '申请件数（万件）', '同比增长', '有效注册量（万件）'],
        ['全省', 29_876, '15.5%', 146_010, 14.38, '45.6', '3.1%', '198.7'],
        ['济南市', '7,654', '12.3%', '36,001', 39.1, '8.8', '2.2%', '35.2'],
        ['青岛市', '8,321件', '-3.2%', '44,560', 44.24, '9.1万件', '-1.1%', '38.9'],
      ],
      merges: ['A1:H1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:H2'],
    }]),
    answer: {
      kind: 'indicators', headers: ['2-3'], new: 2, skipped: ['4 total'],
      records: [
        ['indicator', '370200|patents_granted|2021-01-01..2021-09-30', { value: 8_321, growth: '-3.2%' }],
        ['indicator', '370200|inventions_valid|2021-01-01..2021-09-30', { value: 44_560, growth: null }],
        ['indicator', '370200|inventions_per_10k|2021-01-01..2021-09-30', { value: 44.24, unit: '件/万人' }],
        ['indicator', '370200|trademarks_applied|2021-01-01..2021-09-30', { value: 9.1, unit: '万件', growth: '-1.1%' }],
        ['indicator', '370200|trademarks_valid|2021-01-01..2021-09-30', { value: 38.9, growth: null }],
      ],
    },
  },
  {
    name: 'market entities whose column only says the whole, under a title that says of what',
    file: '市场主体.xlsx',
    content: () => xlsxOf([{ rows: [['2021年末市场主体统计（户）'], ['区市', '合计', '企业', '个体工商户'], ['市南区', '123,456', 56_789, 66_667], ['市北区', '15.6万', '5.2万', '10.4万'], ['合计', '27.9万', '', '']] }]),
    answer: { kind: 'market_entities', headers: ['2'], new: 2, skipped: ['5 total'], records: [['market_entities', '370202|2021', { entities: 123_456 }], ['market_entities', '370203|2021', { entities: 156_000 }]] },
  },
  {
    name: 'awards that are called by their level alone under a title that names the award',
    file: '专利奖.xlsx',
    content: () => xlsxOf([{ rows: [['第二十三届中国专利奖获奖名单'], ['奖项', '专利号', '专利权人'], ['优秀奖', 'ZL201813000001.3', '海信'], ['外观设计银奖', 'ZL201830077779.6', '海尔'], ['中国专利金奖', 'ZL201813000002.8', '海尔']] }]),
    answer: {
      kind: 'honours', headers: ['2'], new: 3,
      records: [
        ['honour', '中国专利奖|优秀奖|第二十三届|ZL201813000001.3', { honour: '中国专利奖', level: '优秀奖' }],
        ['honour', '中国外观设计奖|银奖|第二十三届|ZL201830077779.6', { honour: '中国外观设计奖', level: '银奖' }],
        ['honour', '中国专利奖|金奖|第二十三届|ZL201813000002.8', { level: '金奖' }],
      ],
    },
  },
]
