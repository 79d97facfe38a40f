import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const [first, second, third] = [application(2010, 1, 930_001), application(2019, 1, 930_002), application(2021, 1, 930_003)]

/** Patents and marks under headings and in words of other programs, and lists that name none of them by its number. */
export const wordedFiles: readonly GoldenCase[] = [
  {
    name: 'an export in English whose headings bear marks of the database',
    file: 'export_20240105.xlsx',
    content: () => xlsxOf([{ rows: [
      ['Publication Number', 'Title', 'Application No.', 'Application Date', 'Publication Date', '[S] Original Assignee', '[S]Current Assignee(s)', 'Current Assignee Address', 'Legal Status/Event', 'Simple Legal Status', 'Estimated Expiry Date', 'Grant Date'],
      ['CN110930002B', 'Net cage', `CN${second}`, '2019-03-05', '2021-04-06', 'Qingdao Jia', '青岛甲公司 | 青岛大学', '266100 山东省青岛市崂山区', 'Granted | Transfer', 'Active', '2039-03-05', '2021-04-06'],
      ['CN110930003A', 'Anchor', `CN${third}`, '2021-03-05', '2021-07-06', 'Qingdao Yi', '青岛乙公司', '266200 山东省青岛市即墨区', 'Examining', 'Pending', '-', '-'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 2,
      records: [['patent', second, { parties: ['青岛甲公司', '青岛大学'], grantedOn: '2021-04-06', ownerPlace: '370212', statedStatus: 'valid', lapsedOn: null }], ['patent', third, { parties: ['青岛乙公司'], grantedOn: null, statedStatus: 'pending' }]],
    },
  },
  {
    name: 'another in English, where the publication alone says the day of the grant',
    file: 'incopat.csv',
    content: () => textTableOf([
      ['Publication (Announcement) No.', 'Publication (Announcement) date', 'Application number', 'Filing date', 'Title', 'Applicant', 'Applicant address', 'Patent validity', 'IPC main'],
      ['CN110930002B', '2021-04-06', `CN${second}`, '2019-03-05', 'Net cage', 'QINGDAO JIA CO., LTD.; UNIV QINGDAO', 'No. 1 Songling Road, Laoshan District, Qingdao', 'Valid', 'A01K61/60'],
    ], ',', 'utf-8-bom'),
    answer: { kind: 'patents', headers: ['1'], new: 1, records: [['patent', second, { grantedOn: '2021-04-06', publications: ['CN110930002B'], parties: ['QINGDAO JIA CO., LTD.', 'UNIV QINGDAO'], ownerPlace: '370212' }]] },
  },
  {
    name: 'the list of a high-tech enterprise, whose number of the grant is that of the patent',
    file: '知识产权汇总表.xlsx',
    content: () => xlsxOf([{ rows: [
      ['知识产权汇总表'], ['企业名称：青岛甲海洋科技有限公司'],
      ['知识产权编号', '知识产权名称', '类别', '授权日期', '授权号', '获得方式'],
      ['IP01', '一种网箱', '发明专利', '2021-04-06', `ZL${second}`, '自主研发'],
      ['IP02', '监控软件V1.0', '软件著作权', '2021-05-06', '2021SR0930001', '自主研发'],
      ['IP03', '一种锚', '发明专利', '2023-06-08', `ZL${third}`, '受让'],
    ], merges: ['A1:F1'] }]),
    answer: { kind: 'patents', headers: ['3'], new: 2, rejected: ['5E bad_format'], notices: ['column_by_content', 'owner_by_title'], records: [['patent', third, { title: '一种锚', grantedOn: '2023-06-08', parties: ['青岛甲海洋科技有限公司'] }]] },
  },
  {
    name: 'criteria with years, amounts and countries as numbers and words',
    file: '高价值统计.xlsx',
    content: () => xlsxOf([{ rows: [
      ['高价值发明专利统计表'],
      ['区市', '专利号', '专利名称', '专利权人', '申请日', '是否属于战略性新兴产业', '海外同族专利授权国家', '质押融资金额（万元）', '获国家科技奖或中国专利奖情况'],
      ['市南区', first, '甲', '青岛甲公司', '2010-03-05', '是', '无', '0', '无'],
      ['市南区', second, '乙', '青岛甲公司', '2019-03-05', '否', '美国、日本', 500, '第二十三届中国专利优秀奖'],
      ['市北区', third, '丙', '青岛乙公司', '2021-03-05', '否', '', '-', '否'],
    ], merges: ['A1:I1'] }]),
    answer: {
      kind: 'high_value', headers: ['2'], new: 3,
      records: [['patent', first, { strategic: 1, overseasFamily: null, pledge: null }], ['patent', second, { strategic: null, overseasFamily: 1, pledge: 1, award: 1 }], ['patent', third, { pledge: null, award: null }]],
    },
  },
  {
    name: 'certificates of marks, and states in English',
    file: '商标证.xlsx',
    content: () => xlsxOf([{ rows: [
      ['商标标识', '商标注册证', '核定使用商品（类别）', '注册人名称', '注册有效期限', '商标状态'],
      ['琅岬', '第41093001号', '第9类', '青岛甲公司', '2020年05月07日至2030年05月06日', 'Registered'],
      ['礁语', '第41093002号 第30类', '第30类', '青岛乙公司', '2020年05月14日至2030年05月13日', 'Dead'],
    ] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, repaired: ['3B extracted_from_text'], notices: ['ended_in_term'], records: [['trademark', '41093001', { classes: [9], termEndOn: '2030-05-06', statedStatus: 'Registered' }], ['trademark', '41093002', { classes: [30], statedStatus: '已注销' }]] },
  },
  {
    name: 'owners in a column that nothing says is theirs, beside banks that are none',
    file: '资助公示.csv',
    content: () => textTableOf([
      ['2021年国内发明专利授权资助公示', '', '', '', '', ''],
      ['序号', '受资助对象', '专利号', '专利名称', '授权公告日', '开户行'],
      ['1', '青岛甲公司', second, '一种网箱', '2021-04-06', '中国银行股份有限公司青岛分行'],
      ['2', '青岛大学', first, '一种锚', '2013-04-09', '青岛银行股份有限公司'],
      ['3', '张三', third, '一种浮标', '2021-12-07', '青岛农商行'],
    ], ',', 'gb18030'),
    answer: { kind: 'patents', headers: ['2'], new: 3, mapping: 'applicants=B', notices: ['column_by_content'], records: [['patent', second, { parties: ['青岛甲公司'] }], ['patent', third, { parties: ['张三'] }]] },
  },
  {
    name: 'granted patents, applications and marks under one another, whose owner only the title over all names',
    file: '清单.xlsx',
    content: () => xlsxOf([{ rows: [
      ['青岛甲海洋科技有限公司专利及商标清单（截至2021年12月31日）'], ['一、授权专利'],
      ['序号', '专利名称', '专利号', '授权日'], [1, '一种网箱', `ZL${second}`, '2021-04-06'], ['二、在申请专利'],
      ['序号', '专利名称', '申请号', '申请日'], [1, '一种锚', third, '2021-03-05'], ['三、注册商标'],
      ['序号', '商标', '注册号', '类别', '有效期'], [1, '琅岬', '41093101', '9', '2020-05-07至2030-05-06'],
    ], merges: ['A1:E1'] }]),
    answer: {
      kind: 'patents', headers: ['3', '6', '9'], new: 3,
      records: [['patent', third, { parties: ['青岛甲海洋科技有限公司'], filedOn: '2021-03-05', grantedOn: null }], ['trademark', '41093101', { owner: '青岛甲海洋科技有限公司', termEndOn: '2030-05-06' }]],
    },
  },
  {
    name: 'Madrid marks under 马德里注册号, beside the number of the national mark',
    file: '马德里.xlsx',
    content: () => xlsxOf([{ rows: [['申请人', '商标', '马德里注册号', '基础注册号', '国际注册日', '指定缔约方', '类别'], ['青岛甲公司', 'LANGJIA', '1610601', '41093201', '2021-10-07', '美国、日本', '9、35']] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 1, records: [['trademark', 'G1610601', { registeredOn: '2021-10-07', classes: [9, 35] }]] },
  },
  {
    name: 'states with their day, which is the grant of one and no end of another',
    file: '状态.xlsx',
    content: () => xlsxOf([{ rows: [
      ['专利权人名称', '专利申请号', '专利申请日', '专利名称', '专利法律状态', '法律状态公告日'],
      ['青岛甲公司', second, '20190305', '一种网箱', '授权', '20210406'], ['青岛乙公司', first, '20100305', '一种锚', '专利权的终止', '20201106'], ['青岛丙公司', third, '20210305', '一种浮标', '实质审查', '20210706'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 3, records: [['patent', second, { grantedOn: '2021-04-06' }], ['patent', first, { grantedOn: null, lapsedOn: null, statedStatus: 'invalid' }], ['patent', third, { grantedOn: null, statedStatus: 'pending' }]] },
  },
  { name: 'grants without the numbers of their applications', file: '授权公告.xlsx', content: () => xlsxOf([{ rows: [['授权公告号', '发明名称', '专利权人', '授权公告日'], ['CN110093001B', '一种网箱', '青岛甲公司', '2021-04-06']] }]), refused: { code: 'no_known_column', what: 'keyless' } },
  { name: 'well-known marks without their numbers', file: '驰名商标.xlsx', content: () => xlsxOf([{ rows: [['青岛市驰名商标名录'], ['序号', '商标', '企业名称', '商品/服务', '认定年份', '区市'], [1, '琅岬', '青岛甲公司', '洗衣机', '2008', '李沧区']] }]), refused: { code: 'no_known_column', what: 'keyless' } },
]
