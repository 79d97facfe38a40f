import type { GoldenCase } from '../../../support/golden/goldenCase'
import { uscc } from '../../../support/golden/identifiers'
import { htmlTableOf, libraryFileOf, xlsxOf } from '../../../support/golden/tablePlan'

/** Rosters of drafting units, announcements, awards and pilots under headings of an office's own. */
export const rosterFiles: readonly GoldenCase[] = [
  {
    name: 'drafting units in a column for each place: numbered, in brackets, under a group, and under one heading merged over all',
    file: '花名册.xlsx',
    content: () => xlsxOf([
      { name: '数字', rows: [['青岛市国家标准起草单位花名册'], ['标准编号', '标准名称', '起草单位1', '起草单位2', '起草单位3', '起草单位4', '起草单位5'], ['GB/T 71001-2021', '甲', '济南甲公司', '北京乙公司', '上海丙公司', '深圳丁公司', '青岛海纳仪表有限公司'], ['GB/T 71002-2021', '乙', '济南甲公司', null, '青岛大学']] },
      { name: '括号', rows: [['标准号', '标准名称', '起草单位（一）', '起草单位（二）', '起草单位（三）', '起草单位（四）'], ['GB/T 71003-2021', '丙', '济南甲公司', '青岛大学', '上海丙公司', '青岛海纳仪表有限公司']] },
      { name: '分组', rows: [['标准号', '标准名称', '起草单位', null, null, null], [null, null, '第1', '第2', '第3', '第4'], ['GB/T 71004-2021', '丁', '济南甲公司', '青岛大学', '上海丙公司', '北京乙公司']], merges: ['A1:A2', 'B1:B2', 'C1:F1'] },
      { name: '合并', rows: [['标准号', '标准名称', '起草单位', null, null], ['GB/T 71005-2021', '戊', '济南甲公司', '青岛大学', '青岛海纳仪表有限公司']], merges: ['C1:E1'] },
    ]),
    answer: {
      kind: 'standards', headers: ['2', '1', '1-2', '1'], new: 5,
      records: [
        ['standard', 'GB/T 71001-2021', { drafting: [[1, '济南甲公司'], [2, '北京乙公司'], [3, '上海丙公司'], [4, '深圳丁公司'], [5, '青岛海纳仪表有限公司']] }], ['standard', 'GB/T 71002-2021', { drafting: [[1, '济南甲公司'], [3, '青岛大学']] }],
        ['standard', 'GB/T 71003-2021', { drafting: [[1, '济南甲公司'], [2, '青岛大学'], [3, '上海丙公司'], [4, '青岛海纳仪表有限公司']] }], ['standard', 'GB/T 71004-2021', { drafting: [[1, '济南甲公司'], [2, '青岛大学'], [3, '上海丙公司'], [4, '北京乙公司']] }],
        ['standard', 'GB/T 71005-2021', { drafting: [[1, '济南甲公司'], [2, '青岛大学'], [3, '青岛海纳仪表有限公司']] }],
      ],
    },
  },
  {
    name: 'places with the length of the list in words, and behind or before the names of one cell',
    file: '排名.xlsx',
    content: () => xlsxOf([
      { name: '列', rows: [['企业名称', '参与标准编号', '参与标准名称', '排名（名次/总数）'], ['青岛甲公司', 'GB/T 71011-2021', '甲', '第三/共12家'], ['青岛甲公司', 'GB/T 71012-2021', '乙', '12家中排第3'], ['青岛甲公司', 'GB/T 71013-2021', '丙', '排名第3，共12家'], ['青岛甲公司', 'GB/T 71014-2021', '丁', '前三']] },
      { name: '格', rows: [['标准编号', '标准名称', '我市参与单位及排名'], ['GB/T 71015-2021', '戊', '青岛甲公司（主持）；青岛乙公司（参与，第4位）'], ['GB/T 71016-2021', '己', '青岛甲公司 第3；青岛乙公司 第7'], ['GB/T 71017-2021', '庚', '第2：青岛甲公司；第6：青岛乙公司']] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '1'], new: 7, notices: ['bad_text_value'],
      records: [
        ['standard', 'GB/T 71011-2021', { drafting: [[3, '青岛甲公司']], listLength: 12 }], ['standard', 'GB/T 71012-2021', { drafting: [[3, '青岛甲公司']], listLength: 12 }], ['standard', 'GB/T 71013-2021', { drafting: [[3, '青岛甲公司']], listLength: 12 }], ['standard', 'GB/T 71014-2021', { drafting: [[2, '青岛甲公司']], listLength: null }],
        ['standard', 'GB/T 71015-2021', { drafting: [[1, '青岛甲公司'], [4, '青岛乙公司']] }], ['standard', 'GB/T 71016-2021', { drafting: [[3, '青岛甲公司'], [7, '青岛乙公司']] }], ['standard', 'GB/T 71017-2021', { drafting: [[2, '青岛甲公司'], [6, '青岛乙公司']] }],
      ],
    },
  },
  {
    name: 'an announcement with an amendment that bears the number of its standard, lists in sentences and what they adopt',
    file: '公告2021年第3号.xls',
    content: () => htmlTableOf([
      ['关于批准发布《甲》等国家标准和1项国家标准修改单的公告'],
      ['序号', '国家标准编号', '国家标准名称', '代替标准号', '采用国际标准号及采用程度', '起草单位名称', '实施日期'],
      [1, 'GB/T 71021—2021', '甲', 'GB/T 71021—2008', 'ISO 9001:2015，MOD', '本标准由济南甲公司负责起草，青岛大学、青岛乙公司参加起草', '2021-10-01'],
      [2, 'GB 71022—2015', '乙（第1号修改单）', '', '', '', '2021-04-01'],
      [3, 'GB 71023—2021', '丙（含第1号修改单）', '', '', '济南甲公司+青岛大学', '2021-10-01'],
    ], 'gbk'),
    answer: {
      kind: 'standards', headers: ['2'], new: 2, rejected: ['4C amendment_not_counted'],
      records: [['standard', 'GB/T 71021-2021', { adopts: 'ISO 9001:2015', adoption: 'MOD', drafting: [[1, '济南甲公司'], [2, '青岛大学'], [3, '青岛乙公司']] }], ['standard', 'GB 71023-2021', { drafting: [[1, '济南甲公司'], [2, '青岛大学']] }]],
    },
  },
  {
    name: 'progress of projects, whose plans are no standards, and the first ones of a list alone',
    file: '项目进展.xlsx',
    content: () => xlsxOf([
      { name: '进展', rows: [['序号', '计划编号', '项目名称', '标准编号', '项目阶段', '发布日期', '承担单位'], [1, '20190123-T-607', '甲', 'GB/T 71031-2021', '已发布', '2021-03-09', '青岛甲公司'], [2, '20201234-T-607', '乙', null, '征求意见', null, '青岛甲公司']] },
      { name: '团标', rows: [['标准编号', '标准名称', '主要起草单位（前三名）', '状态'], ['T/QDAS 071-2021', '丙', '青岛甲公司、青岛乙公司、青岛丙公司', '现行有效']] },
      { name: '公路', rows: [['标准编号', '标准名称', '发布日期'], ['JTG/T 3310-2019', '丁', '2019-03-25'], ['JTS 145-2015', '戊', '2015-08-31']] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '1', '1'], new: 4, rejected: ['3D missing_key'],
      records: [['standard', 'GB/T 71031-2021', { title: '甲', drafting: [[2, '青岛甲公司']] }], ['standard', 'T/QDAS 071-2021', { listComplete: null, statedStatus: '现行' }], ['standard', 'JTG/T 3310-2019', { kind: 'industry' }]],
    },
  },
  {
    name: 'awards under 获奖类别, several in one cell, and a list whose headings alone say that they are given',
    file: '表彰.xlsx',
    content: () => xlsxOf([
      { name: '表彰', rows: [['关于表彰2021年度质量管理先进的决定附件'], ['编号', '获奖类别', '获奖组织/个人', '所在区市', '表彰文件文号'], [1, '青岛市市长质量奖（组织）', '青岛甲公司', '崂山区', '青政字〔2021〕12号'], [2, '青岛市市长质量奖（个人）', '张三', '李沧区', '青政字〔2021〕12号']] },
      { name: '台账', rows: [['企业名称', '统一社会信用代码', '所获荣誉'], ['青岛乙公司', uscc(9101), '中国质量奖提名奖（2018年）、山东省省长质量奖（第七届）']] },
      { name: '清单', rows: [['标准化工作台账'], ['奖项名称', '获奖等级', '获奖单位', '获奖年度'], ['山东省标准创新贡献奖', '二等奖', '青岛丙公司', '2021']] },
      { name: '推荐', rows: [['2021年度推荐名单'], ['奖项名称', '获奖等级', '获奖单位', '年度'], ['山东省标准创新贡献奖', '一等奖', '青岛丁公司', '2021']] },
    ]),
    answer: {
      kind: 'honours', headers: ['2', '1', '2', '2'], new: 5,
      records: [
        ['honour', '青岛市市长质量奖||2021年度|青岛甲公司', { category: '组织', status: '授予', objectNumber: null, district: '370212' }], ['honour', '青岛市市长质量奖||2021年度|张三', { category: '个人' }],
        ['honour', `中国质量奖|提名奖|2018年度|${uscc(9101)}`, { status: '授予' }], ['honour', `山东省省长质量奖||第七届|${uscc(9101)}`, { recipient: '青岛乙公司' }],
        ['honour', '山东省标准创新贡献奖|二等奖|2021年度|青岛丙公司', { status: '授予' }], ['honour', '山东省标准创新贡献奖|一等奖|2021年度|青岛丁公司', { status: null }],
      ],
    },
  },
  {
    name: 'pilots whose type stands in sections, their year in the number of the approval and their level in the title',
    file: '试点.xls',
    content: () => libraryFileOf([{
      rows: [
        ['青岛市国家级标准化试点示范项目情况表（截至2021年底）'], ['序号', '试点项目名称', '承担单位', '所在区市', '批复文号', '建设周期', '考核评估情况'],
        ['一、农业标准化示范区'], [1, '国家蓝莓标准化示范区', '青岛甲合作社', '黄岛区', '国标委农〔2019〕12号', '2019年-2021年', '已通过考核'],
        ['二、服务业标准化试点'], [1, '海洋旅游服务标准化试点', '青岛乙旅行社', '崂山区', '国标委服务〔2020〕3号', '2020.1-2022.12', '建设中'],
      ],
      merges: ['A1:G1', 'A3:G3', 'A5:G5'],
    }], 'biff8'),
    answer: {
      kind: 'pilots', headers: ['2'], new: 2, skipped: ['3 section', '5 section'],
      records: [['pilot', '国家蓝莓标准化示范区|农业标准化示范区|国家级|2019|青岛甲合作社', { district: '370211', status: '已通过考核' }], ['pilot', '海洋旅游服务标准化试点|服务业标准化试点|国家级|2020|青岛乙旅行社', { year: 2020 }]],
    },
  },
  {
    name: 'a district with plain headings: 企业, 荣誉, 项目, 时间',
    file: '胶州市.xlsx',
    content: () => xlsxOf([
      { name: '标准', rows: [['企业', '标准号', '标准名称', '角色', '发布时间'], ['青岛甲公司', 'GB/T 71041-2021', '甲', '第一起草单位', '2021-03-09'], ['青岛乙公司', 'JB/T 71042-2021', '乙', '参编', '2021-03-09']] },
      { name: '荣誉', rows: [['胶州市2021年获得荣誉情况'], ['企业', '荣誉', '授予部门', '时间'], ['青岛甲公司', '山东省省长质量奖提名奖', '山东省人民政府', '2021年12月']] },
      { name: '试点', rows: [['试点示范'], ['项目', '类别', '承担单位', '时间', '层级'], ['白菜标准化示范区', '农业', '胶州甲合作社', '2020', '国家级']] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '2', '2'], new: 4,
      records: [
        ['standard', 'GB/T 71041-2021', { drafting: [[1, '青岛甲公司']], reportedDistrict: '370281' }], ['standard', 'JB/T 71042-2021', { drafting: [[2, '青岛乙公司']] }],
        ['honour', '山东省省长质量奖|提名奖|2021年度|青岛甲公司', { status: '授予', district: '370281' }], ['pilot', '白菜标准化示范区|农业|国家级|2020|胶州甲合作社', {}],
      ],
    },
  },
]
