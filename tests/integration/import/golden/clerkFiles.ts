import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
import { libraryFileOf, textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const lockedOds = (): Buffer => readFileSync(join(import.meta.dirname, '../../../fixtures/golden/locked.ods'))

/** Headings, ticks, dates and layouts that clerks make without looking at anybody's template. */
export const clerkFiles: readonly GoldenCase[] = [
  {
    name: 'headings that only say it together with their group, over units and their codes',
    file: '胶州市标准情况.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['2021年度胶州市企事业单位制修订标准情况统计表', null, null, null, null, null, null],
        ['单位信息', null, '标准信息', null, '时间', null, '排名'],
        ['单位名称', '统一社会信用代码', '编号', '名称', '发布', '实施', null],
        ['青岛甲木有限公司', uscc(81), 'GB/T 41234-2021', '木质门', '2021年三月五日', '2021-10-1（实施）', '首位'],
        [null, null, 'LY/T 3301-2021', '木材干燥', '2021、6、30', '1900-01-00', '第2'],
      ],
      merges: ['A1:G1', 'A2:B2', 'C2:D2', 'E2:F2', 'G2:G3', 'A4:A5', 'B4:B5'],
    }]),
    answer: {
      kind: 'standards', headers: ['2-3'], new: 2, mapping: 'standardNo=C title=D publishedOn=E effectiveOn=F',
      records: [
        ['standard', 'GB/T 41234-2021', { publishedOn: '2021-03-05', effectiveOn: '2021-10-01', drafting: [[1, '青岛甲木有限公司']] }],
        ['standard', 'LY/T 3301-2021', { publishedOn: '2021-06-30', effectiveOn: null, drafting: [[2, '青岛甲木有限公司']] }],
      ],
    },
  },
  {
    name: 'starred and numbered headings, drafting lists in sentences, blanks and old names, a date of Excel in English',
    file: '填报数据.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['1.标准编号*', '2.标准名称*', '3.起草单位*', '4.发布日期▼'],
        ['GB/T 47001-2021', '甲', '主要起草单位：青岛大学、中国海洋大学。参加起草单位：青岛理工大学。', '2021-01-02'],
        ['GB/T 47002-2021', '乙', '青岛大学　中国海洋大学', '2021.1.3'],
        ['GB/T 47003-2021', '丙', '中国科学院 海洋研究所、中车四方股份有限公司（原南车四方股份有限公司）', '2021/1/4'],
        ['GB/T 47004-2021', '丁', '青岛大学', '1-Oct-21'],
      ],
    }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 3, review: ['5D two_digit_year'],
      records: [
        ['standard', 'GB/T 47001-2021', { drafting: [[1, '青岛大学'], [2, '中国海洋大学'], [3, '青岛理工大学']] }],
        ['standard', 'GB/T 47002-2021', { drafting: [[1, '青岛大学'], [2, '中国海洋大学']] }],
        ['standard', 'GB/T 47003-2021', { drafting: [[1, '中国科学院 海洋研究所'], [2, '中车四方股份有限公司']] }],
      ],
    },
  },
  {
    name: 'criteria under other words, with industries, boxes and amounts for ticks',
    file: '高价值认定表.xlsb',
    content: () => libraryFileOf([{
      rows: [
        ['高价值发明专利认定要素登记表'],
        ['专利号', '专利名称', '专利权人', '是否属于战略性新兴产业', '海外有同族专利权', '质押融资情况', '获科学技术奖或专利奖情况'],
        [application(2016, 1, 3_001), '甲', '青岛甲有限公司', '新材料产业', '☑有 □无', '500万元', '优秀奖'],
        [application(2016, 1, 3_002), '乙', '青岛乙有限公司', '否', '有□ 无☑', '×', '未获奖'],
      ],
    }], 'xlsb'),
    answer: {
      kind: 'high_value', headers: ['2'], new: 2, notices: ['bad_text_value'],
      records: [
        ['patent', application(2016, 1, 3_001), { strategic: 1, overseasFamily: 1, pledge: 1, award: 1 }],
        ['patent', application(2016, 1, 3_002), { strategic: null, overseasFamily: null, pledge: null, award: null }],
      ],
    },
  },
  {
    name: 'districts under a heading that only its content tells, codes and thousands marks beside classes in English',
    file: '企业与商标.xls',
    content: () => libraryFileOf([
      { name: '企业', rows: [['企业名称', '社会信用代码', '片区'], ['青岛甲有限公司', uscc(91), '青岛市市南区'], ['青岛乙有限公司', uscc(92), '西海岸新区']] },
      { name: '商标', rows: [['商标', '注册号', '类别', '注册人', '注册人所属区市'], ['海', '9,023,464', 'Class 9', '李明', '平度'], ['浪', '9023465', 'CL.35', '王芳', '即墨市']] },
    ], 'biff8'),
    answer: {
      kind: 'units', headers: ['1', '1'], new: 4, notices: ['column_by_content'],
      records: [
        ['unit', uscc(91), { district: '370202' }], ['unit', uscc(92), { district: '370211' }],
        ['trademark', '9023464', { classes: [9] }], ['trademark', '9023465', { classes: [35] }],
      ],
    },
  },
  {
    name: 'population with a row for each district and year, of two kinds',
    file: '人口长表.txt',
    content: () => textTableOf([['年份', '区市', '口径', '常住人口（万人）'], ['2019', '市南区', '年末', '60.12'], ['2020', '市南区', '七普', '48.6643'], ['2020', '市南区', '年末', '58.3'], ['2020', '全市', '年末', '1010.57']], '\t', 'utf-16le'),
    answer: {
      kind: 'population', headers: ['1'], new: 4,
      records: [
        ['population', '370202|yearend2019', { populationWan: 60.12 }], ['population', '370202|census2020', { populationWan: 48.6643, year: 2020 }],
        ['population', '370202|yearend2020', { populationWan: 58.3 }], ['population', '370200|yearend2020', { populationWan: 1010.57 }],
      ],
    },
  },
  {
    name: 'population in persons with a district a column and a year a row, market entities in 万户 by the unit line',
    file: '统计资料.xlsx',
    content: () => xlsxOf([
      { name: '人口', rows: [['青岛市年末常住人口', null, null, '单位：人'], ['年份', '全市', '市南区', '胶州市'], ['2019年', '9,499,800', 601_200, '900,100'], ['2020年', '10,105,700', 583_000, '987,800']] },
      { name: '主体', rows: [['经营主体统计（截至2021年12月31日）'], ['单位：万户'], ['区市', '经营主体总量', '其中：企业'], ['市南区', 9.86, 4.5], ['西海岸新区', '38.21', 15]] },
    ]),
    answer: {
      kind: 'population', headers: ['2', '3'], new: 4,
      records: [
        ['population', '370281|yearend2020', { populationWan: 98.78 }], ['population', '370200|yearend2019', { populationWan: 949.98 }],
        ['market_entities', '370202|2021', { entities: 98_600 }], ['market_entities', '370211|2021', { entities: 382_100 }],
      ],
    },
  },
  {
    name: 'an award list whose award stands in its title alone, beside codes of units',
    file: '获奖名单.xlsx',
    content: () => xlsxOf([{ rows: [['第七届青岛市市长质量奖获奖名单'], ['序号', '获奖组织', '统一社会信用代码', '等级', '所在区市'], [1, '青岛甲有限公司', uscc(95), '卓越奖', '市南区']] }]),
    answer: { kind: 'honours', headers: ['2'], new: 1, records: [['honour', `青岛市市长质量奖|卓越奖|第七届|${uscc(95)}`, { district: '370202', recipient: '青岛甲有限公司' }]] },
  },
  {
    name: 'quarterly trademark statistics whose columns leave their subject to the title, with the quarter before beside',
    file: '商标季报.xlsx',
    content: () => xlsxOf([{ rows: [['2021年第三季度山东省各市商标申请注册情况'], ['市', '上季度申请件数', '本季度申请件数', '较上季度增长量', '较上季度增长百分比', '排名'], ['济南市', 30_450, 30_293, -157, '-0.52%', 2], ['青岛市', 31_000, 33_000, 2_000, '6.45%', 1]] }]),
    answer: { kind: 'indicators', headers: ['2'], new: 2, records: [['indicator', '370200|trademarks_applied|2021Q3', { value: 33_000, growth: '6.45%', rank: 1 }]] },
  },
  {
    name: 'a stock up to a closing date, kinds of standards and inventions among grants that are no whole, the rank before the region',
    file: '通报.xlsx',
    content: () => xlsxOf([
      { name: '发明', rows: [['全省各市有效发明专利情况'], ['截至2021年6月30日', null, null, '单位：件'], ['位次', '市', '有效发明专利量', '同比'], [1, '青岛市', '38,123', '12.3%']] },
      { name: '标准', rows: [['2021年各市标准情况'], ['市', '国际标准', '国家标准', '上年制修订国际国家行业标准', '制修订国际国家行业标准（项）', '发明专利授权量', '专利授权量'], ['青岛市', 5, 80, 90, 120, 700, 3_000]] },
    ]),
    answer: {
      kind: 'indicators', headers: ['3', '2'], new: 2,
      records: [
        ['indicator', '370200|inventions_valid|2021H1', { value: 38_123, rank: 1, unit: '件' }],
        ['indicator', '370200|standards|2021', { value: 120 }], ['indicator', '370200|patents_granted|2021', { value: 3_000 }],
      ],
    },
  },
  {
    name: 'two tables side by side under unmerged titles, ranks that the spreadsheet took for dates and a date that is the 0 of an empty cell',
    file: '左右两表.xlsx',
    content: () => xlsxOf([
      { name: '左右', rows: [['专利', null, null, null, '商标', null, null], ['申请号', '专利名称', '授权日', null, '注册号', '商标名称', '类别'], [application(2020, 2, 21), '甲', '2021-01-05', null, '52000001', '海', '9'], [application(2020, 2, 22), '乙', '2021-01-06', null, '52000002', '浪', '35']] },
      { name: '标准', rows: [['单位名称', '标准编号', '标准名称', '本单位排名', '发布日期'], ['青岛甲有限公司', 'GB/T 53001-2021', '丙', { serial: 44_601, format: 'm"月"d"日"' }, 0], ['青岛甲有限公司', 'GB/T 53002-2021', '丁', '1.0', '2021-01-05']] },
    ]),
    answer: {
      kind: 'patents', headers: ['1-2', '1-2', '1'], new: 6, notices: ['bad_text_value'],
      records: [['trademark', '52000002', { classes: [35] }], ['standard', 'GB/T 53001-2021', { publishedOn: null }], ['standard', 'GB/T 53002-2021', { drafting: [[1, '青岛甲有限公司']] }]],
    },
  },
  { name: 'a spreadsheet that LibreOffice locked', file: '加密.ods', content: lockedOds, options: { password: '青岛2022' }, answer: { kind: 'standards', headers: ['1'], new: 40, records: [['standard', 'GB/T 62039-2021', { publishedOn: '2021-03-05' }]] } },
  { name: 'the same under another password', file: '加密.ods', content: lockedOds, options: { password: '青岛2021' }, refused: { code: 'wrong_password' } },
  { name: 'a workbook with nothing in it', file: '空表.xlsx', content: () => xlsxOf([{ rows: [] }]), refused: { code: 'empty_file' } },
]
