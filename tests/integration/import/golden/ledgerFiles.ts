import type { GoldenCase } from '../../../support/golden/goldenCase'
import { uscc } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

/** Ledgers whose roles, units, numbers and dates stand where their headings do not say it. */
export const ledgerFiles: readonly GoldenCase[] = [
  {
    name: 'roles in sections, over tables side by side, and as ticks under headings of units',
    file: '莱西市主导参与.xlsx',
    content: () => xlsxOf([
      { name: '分段', rows: [['莱西市2021年企业制修订标准情况'], ['序号', '企业名称', '标准号', '标准名称', '发布日期'], ['一、主导制定标准（1项）'], [1, '青岛甲公司', 'GB/T 72001-2021', '甲', '2021-3-9'], ['二、参与制定标准（1项）'], [1, '青岛乙公司', 'GB/T 72002-2021', '乙', '2021-3-9']], merges: ['A1:E1', 'A3:E3', 'A5:E5'] },
      { name: '并列', rows: [['主导制定标准', null, null, null, '参与制定标准', null, null], ['标准号', '标准名称', '企业名称', null, '标准号', '标准名称', '企业名称'], ['GB/T 72003-2021', '丙', '青岛甲公司', null, 'GB/T 72004-2021', '丁', '青岛乙公司']], merges: ['A1:C1', 'E1:G1'] },
      { name: '打勾', rows: [['企业名称', '标准编号', '标准名称', '第一起草单位（√）', '参与起草单位（√）'], ['青岛甲公司', 'GB/T 72005-2021', '戊', '√', null], ['青岛乙公司', 'GB/T 72006-2021', '己', null, '√']] },
    ]),
    answer: {
      kind: 'standards', headers: ['2', '1-2', '1-2', '1'], new: 6, skipped: ['3 section', '5 section'],
      records: [
        ['standard', 'GB/T 72001-2021', { drafting: [[1, '青岛甲公司']], reportedDistrict: '370285' }], ['standard', 'GB/T 72002-2021', { drafting: [[2, '青岛乙公司']] }], ['standard', 'GB/T 72003-2021', { drafting: [[1, '青岛甲公司']] }],
        ['standard', 'GB/T 72004-2021', { drafting: [[2, '青岛乙公司']] }], ['standard', 'GB/T 72005-2021', { drafting: [[1, '青岛甲公司']] }], ['standard', 'GB/T 72006-2021', { drafting: [[2, '青岛乙公司']] }],
      ],
    },
  },
  {
    name: 'plans beside the standards they replace, which are none of the list’s own',
    file: '计划下达.xlsx',
    content: () => xlsxOf([{ rows: [['2021年第二批推荐性国家标准计划项目汇总表'], ['序号', '计划号', '计划名称', '制修订', '代替标准号', '技术委员会', '起草单位'], [1, '20211234-T-607', '甲', '修订', 'GB/T 72011-2008', '全国甲标委', '青岛甲公司、济南乙公司'], [2, '20211235-T-607', '乙', '修订', 'GB/T 72012-2008', '全国甲标委', '青岛甲公司']] }]),
    answer: { kind: 'standards', headers: ['2'], new: 0, rejected: ['3B plan_number', '4B plan_number'] },
  },
  {
    name: 'numbers that were and are, and what replaced an abolished standard',
    file: '代替.xlsx',
    content: () => xlsxOf([
      { name: '新旧', rows: [['序号', '原标准号', '新标准号', '标准名称', '发布日期'], [1, 'GB/T 72021-2008', 'GB/T 72021-2021', '甲', '2021-3-9'], [2, 'GB/T 72022-2008', 'GB/T 72022-2021', '乙', '2021-3-9']] },
      { name: '废止', rows: [['关于废止部分行业标准的公告'], ['序号', '标准编号', '标准名称', '废止时间', '替代标准编号'], [1, 'QB/T 72023-2011', '丙', '2021-6-1', 'QB/T 72023-2021']] },
      { name: '被代替', rows: [['标准编号', '标准名称', '被代替标准号'], ['GB/T 72024-2021', '丁', 'GB/T 72024-2008']] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '2', '1'], new: 4, notices: ['bad_text_value'],
      records: [
        ['standard', 'GB/T 72021-2021', { replaces: ['GB/T 72021-2008'], newOrRevised: 'revised' }], ['standard', 'QB/T 72023-2011', { replaces: null, newOrRevised: 'new', abolishedOn: '2021-06-01', statedStatus: '废止' }],
        ['standard', 'GB/T 72024-2021', { replaces: ['GB/T 72024-2008'] }],
      ],
    },
  },
  {
    name: 'a company’s own list by its title, a form that says the unit’s district, and headings in English',
    file: '企业.xlsx',
    content: () => xlsxOf([
      { name: '清单', rows: [['海纳集团2021年度发布标准清单'], ['No.', '标准号', '标准名称', '参与程度', '排名'], [1, 'GB/T 72031-2021', '甲', '主导', '1/10'], [2, 'QB/T 72032-2021', '乙', '参与', '3/10']] },
      { name: '登记表', rows: [['企业主导或参与标准制修订情况登记表'], [`企业名称（公章）：青岛甲有限公司`, null, `统一社会信用代码：${uscc(9301)}`, null, '所在区市：城阳区'], ['序号', '标准编号', '标准名称', '发布日期', '排名'], [1, 'GB/T 72033-2021', '丙', '2021年3月9日', '第2名']] },
      { name: 'Standards', rows: [['Standard No.', 'Title (CN)', 'Issue Date', 'Implementation Date', 'Status', 'Drafting Units'], ['GB/T 72034-2021', '丁', '2021-03-09', '2021-10-01', 'Current', '青岛甲公司、济南乙公司']] },
    ]),
    answer: {
      kind: 'standards', headers: ['2', '3', '1'], new: 4, notices: ['unit_by_title'],
      records: [
        ['standard', 'GB/T 72031-2021', { drafting: [[1, '海纳集团']], listLength: 10 }], ['standard', 'QB/T 72032-2021', { drafting: [[3, '海纳集团']] }], ['standard', 'GB/T 72033-2021', { drafting: [[2, '青岛甲有限公司']], reportedDistrict: '370214' }],
        ['standard', 'GB/T 72034-2021', { title: '丁', publishedOn: '2021-03-09', effectiveOn: '2021-10-01', statedStatus: '现行', drafting: [[1, '青岛甲公司'], [2, '济南乙公司']] }],
      ],
    },
  },
  {
    name: 'days before the year of the number, 实施 before 发布, a figure that is no day, and a rank against the list',
    file: '日期矛盾.xlsx',
    content: () => xlsxOf([{ rows: [
      ['单位名称', '标准编号', '标准名称', '全部起草单位（按序）', '本单位位次', '发布日期', '实施日期'],
      ['青岛甲公司', 'GB/T 72041-2021', '甲', '济南乙公司、青岛甲公司', '第一', '2021-3-9', '2021-10-1'],
      ['青岛甲公司', 'GB/T 72042-2021', '乙', '青岛甲公司', 1, 20_210, null],
      ['青岛甲公司', 'GB/T 72043-2021', '丙', '青岛甲公司', 1, '2012-3-9', '2021-10-1'],
      ['青岛甲公司', 'GB/T 72044-2021', '丁', '青岛甲公司', 1, '2021-10-1', '2021-3-9'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 3, rejected: ['3F bad_date'], notices: ['role_conflicts_with_list', 'date_before'],
      records: [['standard', 'GB/T 72041-2021', { drafting: [[1, '济南乙公司'], [2, '青岛甲公司']] }], ['standard', 'GB/T 72043-2021', { publishedOn: '2012-03-09' }]],
    },
  },
  {
    name: 'subsidies for standards, a secretariat and a pilot in one list; first, second and further editors',
    file: '资助.xlsx',
    content: () => xlsxOf([
      { name: '资助', rows: [['2021年标准化资助项目明细'], ['序号', '申报单位', '项目类型', '标准编号/项目名称', '资助金额（万元）'], [1, '青岛甲公司', '主持国家标准', 'GB/T 72051-2021', 20], [2, '青岛乙公司', '承担全国专业标准化技术委员会秘书处', 'SAC/TC 283', 30], ['合计', null, null, null, 50]] },
      { name: '主编', rows: [['标准编号', '标准名称', '主编单位', '副主编单位', '参编单位'], ['T/QDAS 072-2021', '甲', '青岛甲公司', '青岛乙公司', '青岛丙公司、青岛丁公司']] },
    ]),
    answer: {
      kind: 'standards', headers: ['2', '1'], new: 2, skipped: ['5 total'], rejected: ['4D not_a_standard_number'],
      records: [['standard', 'GB/T 72051-2021', {}], ['standard', 'T/QDAS 072-2021', { drafting: [[1, '青岛甲公司'], [2, '青岛乙公司'], [3, '青岛丙公司'], [4, '青岛丁公司']] }]],
    },
  },
  {
    name: 'awards taken back by their title, and awards beside pilots in other columns',
    file: '市南区.xlsx',
    content: () => xlsxOf([
      { name: '撤销', rows: [['关于撤销部分国家知识产权示范企业称号的通知'], ['序号', '企业名称', '原批次', '撤销原因'], [1, '青岛甲公司', '2018年度', '注销'], [2, '青岛乙公司', '2019年度', '经营异常']] },
      { name: '成果', rows: [['2021年市南区标准化成果'], ['奖项名称', '获奖单位', '年度', null, '试点项目名称', '承担单位', '级别', '批准年度'], ['中国标准创新贡献奖', '青岛丙公司', 2021, null, '甲试点', '青岛丁公司', '国家级', 2021]] },
    ]),
    answer: {
      kind: 'honours', headers: ['2', '2', '2'], new: 4,
      records: [
        ['honour', '国家知识产权示范企业||2018年度|青岛甲公司', { status: '撤销' }], ['honour', '中国标准创新贡献奖||2021年度|青岛丙公司', { level: null, status: '授予', district: '370202' }],
        ['pilot', '甲试点||国家级|2021|青岛丁公司', { district: '370202' }],
      ],
    },
  },
  {
    name: 'headings of offices that say 国标号, 主编/参编, 制定单位, 第几起草单位 and 替代情况',
    file: '表头各异.xlsx',
    content: () => xlsxOf([
      { name: '国标', rows: [['2021年企业参与制定国家标准统计表'], ['序号', '国标号', '国标名称', '强制性/推荐性', '主起草单位', '参与单位名称', '颁布日期'], [1, 'GB 72091-2021', '甲', '强制性', '青岛甲公司', '青岛乙公司、济南丙公司', '2021-5-21']] },
      { name: '团标', rows: [['团标编号', '团标名称', '团体名称', '制定单位', '单位名次', '标准时效性'], ['T/QDAS 92-2021', '乙', '青岛市标准化协会', '青岛丁公司', 3, '现行']] },
      { name: '行标', rows: [['企业', '编号', '名称', '第几起草单位', '替代情况', '全国专业标准化技术委员会'], ['青岛戊公司', 'FZ/T 72093-2021', '丙', '第二', 'FZ/T 72093-2012', 'SAC/TC209/SC6']] },
      { name: '企标', rows: [['企标编号', '企标名称', '主编/参编', '参编企业', '执行日期'], ['Q/JH 094-2021', '丁', '主编', '青岛己公司', '2021-12-1']] },
    ]),
    answer: {
      kind: 'standards', headers: ['2', '1', '1', '1'], new: 4, notices: ['column_by_content'],
      records: [
        ['standard', 'GB 72091-2021', { title: '甲', publishedOn: '2021-05-21', drafting: [[1, '青岛甲公司'], [2, '青岛乙公司'], [3, '济南丙公司']] }], ['standard', 'T/QDAS 92-2021', { title: '乙', drafting: [[3, '青岛丁公司']] }],
        ['standard', 'FZ/T 72093-2021', { drafting: [[2, '青岛戊公司']], replaces: ['FZ/T 72093-2012'], newOrRevised: 'revised', committee: 'SAC/TC209/SC6' }], ['standard', 'Q/JH 094-2021', { drafting: [[1, '青岛己公司']], effectiveOn: '2021-12-01' }],
      ],
    },
  },
]
