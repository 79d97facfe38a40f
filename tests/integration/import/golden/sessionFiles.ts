import type { GoldenCase } from '../../../support/golden/goldenCase'
import { htmlTableOf, textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

/** Years, places and units that stand over or between the rows, or in another column than the one they belong to. */
export const sessionFiles: readonly GoldenCase[] = [
  {
    name: 'years over groups of awards and of pilots: the award of the next year is another one',
    file: '胶州市台账.xlsx',
    content: () => xlsxOf([
      { name: '质量奖', rows: [['质量奖获奖企业台账'], ['序号', '企业名称', '奖项名称', '等级'], ['2019年'], [1, '青岛甲公司', '青岛市市长质量奖', '提名奖'], ['2021年'], [1, '青岛甲公司', '青岛市市长质量奖', '提名奖'], ['第八届获奖企业'], [1, '青岛甲公司', '青岛市市长质量奖', '提名奖']], merges: ['A1:D1', 'A3:D3', 'A5:D5', 'A7:D7'] },
      { name: '试点', rows: [['标准化试点示范项目台账'], ['序号', '项目名称', '承担单位', '验收情况'], ['一、国家级'], ['2019年批准项目'], [1, '甲示范区', '胶州甲公司', '已验收'], ['2021年批准项目'], [1, '乙试点', '胶州乙公司', '在建'], ['二、省级'], ['2020年批准项目'], [1, '丙试点', '胶州丙公司', '在建']], merges: ['A1:D1', 'A3:D3', 'A4:D4', 'A6:D6', 'A8:D8', 'A9:D9'] },
    ]),
    answer: {
      kind: 'honours', headers: ['2', '2'], new: 6, skipped: ['3 section', '5 section', '7 section', '3 section', '4 section', '6 section', '8 section', '9 section'],
      records: [
        ['honour', '青岛市市长质量奖|提名奖|2019年度|青岛甲公司', { district: '370281', status: '授予' }], ['honour', '青岛市市长质量奖|提名奖|2021年度|青岛甲公司', {}], ['honour', '青岛市市长质量奖|提名奖|第八届|青岛甲公司', {}],
        ['pilot', '甲示范区||国家级|2019|胶州甲公司', { year: 2019, level: '国家级' }], ['pilot', '乙试点||国家级|2021|胶州乙公司', {}], ['pilot', '丙试点||省级|2020|胶州丙公司', {}],
      ],
    },
  },
  {
    name: 'one drafting unit a row without a place, with the number merged or printed again, and with a number of the unit',
    file: '起草单位.xlsx',
    content: () => xlsxOf([
      { name: '合并', rows: [['标准编号', '标准名称', '起草单位', '所在地'], ['GB/T 73001-2021', '甲', '济南甲公司', '济南市'], [null, null, '青岛乙公司', '青岛市'], ['GB/T 73002-2021', '乙', '青岛丁公司', '青岛市']], merges: ['A2:A3', 'B2:B3'] },
      { name: '重复', rows: [['标准编号', '标准名称', '起草单位'], ['GB/T 73003-2021', '丙', '济南甲公司'], ['GB/T 73003-2021', '丙', '青岛乙公司'], ['GB/T 73003-2021', '丙', '青岛丙公司']] },
      { name: '序号', rows: [['标准编号', '标准名称', '单位序号', '起草单位名称'], ['GB/T 73004-2021', '丁', 1, '济南甲公司'], ['GB/T 73004-2021', '丁', 2, '青岛乙公司']] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '1', '1'], new: 4, changed: 4,
      records: [
        ['standard', 'GB/T 73001-2021', { drafting: [[2, '济南甲公司'], [3, '青岛乙公司']], listComplete: null }], ['standard', 'GB/T 73003-2021', { drafting: [[2, '济南甲公司'], [3, '青岛乙公司'], [4, '青岛丙公司']], listComplete: null }],
        ['standard', 'GB/T 73004-2021', { drafting: [[1, '济南甲公司'], [2, '青岛乙公司']] }],
      ],
    },
  },
  {
    name: 'bare numbers behind names under a heading of places, labels and places in one cell, and roles in other words',
    file: '参与情况.xlsx',
    content: () => xlsxOf([
      { name: '排名', rows: [['标准编号', '标准名称', '参与单位及排名'], ['GB/T 73011-2021', '甲', '青岛甲公司（3）、青岛乙公司（5）'], ['GB/T 73012-2021', '乙', '青岛甲公司3']] },
      { name: '情况', rows: [['标准编号', '标准名称', '起草单位情况'], ['GB/T 73013-2021', '丙', '第一起草单位：济南甲公司；参与单位：青岛甲公司（第三）、青岛乙公司（第五）']] },
      { name: '角色', rows: [['企业名称', '标准编号', '标准名称', '参与形式'], ['青岛甲公司', 'GB/T 73014-2021', '丁', '独立起草'], ['青岛甲公司', 'GB/T 73015-2021', '戊', '第一完成单位'], ['青岛甲公司', 'GB/T 73016-2021', '己', '主要起草单位'], ['青岛甲公司', 'GB/T 73017-2021', '庚', '排名第3']] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '1', '1'], new: 7,
      records: [
        ['standard', 'GB/T 73011-2021', { drafting: [[3, '青岛甲公司'], [5, '青岛乙公司']] }], ['standard', 'GB/T 73012-2021', { drafting: [[3, '青岛甲公司']] }], ['standard', 'GB/T 73013-2021', { drafting: [[1, '济南甲公司'], [3, '青岛甲公司'], [5, '青岛乙公司']] }],
        ['standard', 'GB/T 73014-2021', { drafting: [[1, '青岛甲公司']] }], ['standard', 'GB/T 73015-2021', { drafting: [[1, '青岛甲公司']] }], ['standard', 'GB/T 73016-2021', { drafting: [[2, '青岛甲公司']] }], ['standard', 'GB/T 73017-2021', { drafting: [[3, '青岛甲公司']] }],
      ],
    },
  },
  {
    name: 'an announcement whose headings are single words, and numbers beside their 年代号',
    file: '地方标准公告.xls',
    content: () => htmlTableOf([['山东省市场监督管理局 地方标准发布公告'], ['序号', '标准编号', '年代号', '标准名称', '代替', '发布', '实施', '提出单位', '起草'], [1, 'DB37/T 7301', '2021', '甲', 'DB37/T 7301-2014', '2021-03-09', '2021-04-09', '山东省农业农村厅', '青岛甲公司、山东省标准化研究院']], 'utf-8'),
    answer: {
      kind: 'standards', headers: ['2'], new: 1,
      records: [['standard', 'DB37/T 7301-2021', { replaces: ['DB37/T 7301-2014'], newOrRevised: 'revised', publishedOn: '2021-03-09', effectiveOn: '2021-04-09', drafting: [[1, '青岛甲公司'], [2, '山东省标准化研究院']] }]],
    },
  },
  {
    name: 'products with the standards they follow, of which their companies drafted none',
    file: '执行标准.xlsx',
    content: () => xlsxOf([{ rows: [['生产许可证获证企业产品执行标准一览'], ['序号', '企业名称', '产品名称', '执行标准号', '执行标准名称', '所在区市'], [1, '青岛甲公司', '水泥', 'GB 175-2007', '通用硅酸盐水泥', '崂山区'], [2, '青岛乙公司', '电缆', 'GB/T 12706.1-2020', '电缆', '市北区']] }]),
    refused: { code: 'no_known_column' },
  },
  {
    name: 'years across over awards in cells, which name no award in their title',
    file: '历年获奖.xlsx',
    content: () => xlsxOf([{ rows: [['市南区企业历年获奖情况'], ['企业名称', '2019年', '2020年', '2021年'], ['青岛甲公司', '市长质量奖', null, '省长质量奖提名奖'], ['青岛乙公司', null, '中国质量奖提名奖', null]] }]),
    refused: { code: 'no_known_column' },
  },
  {
    name: 'a list of 全国质量标杆 that asks who applied, and pilots of which a column asks whether they were accepted',
    file: '质量标杆.csv',
    before: [{ file: '试点.xlsx', content: () => xlsxOf([{ rows: [['国家级服务业标准化试点单位名单'], ['试点单位', '试点名称', '批准文号', '是否通过验收', '所在区（市）'], ['青岛甲公司', '甲试点', '国标委联〔2020〕15号', '否', '市北'], ['青岛乙公司', '乙试点', '国标委联〔2019〕15号', '是', '即墨']] }]) }],
    content: () => textTableOf([['2021年全国质量标杆名单（青岛）'], ['序号', '申报单位', '典型经验名称', '推荐单位'], ['1', '青岛甲公司', '实施A的经验', '青岛市工信局']], ',', 'utf-8-bom'),
    answer: {
      kind: 'honours', headers: ['2'], new: 1,
      records: [['honour', '全国质量标杆||2021年度|青岛甲公司', { status: '授予' }], ['pilot', '甲试点||国家级|2020|青岛甲公司', { status: '未验收', district: '370203' }], ['pilot', '乙试点||国家级|2019|青岛乙公司', { status: '通过验收', district: '370215' }]],
    },
  },
]
