import type { GoldenCase } from '../../../support/golden/goldenCase'
import { textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const laoshan = '370212'

/** Census sheets, register lists and platform copies of standards (import-sources.md 1). */
export const standardFiles: readonly GoldenCase[] = [
  {
    name: 'a census sheet with annex, title and unit lines, a two-row merged header with tick columns and a district of the title line',
    file: '崂山区2021年调查表.xlsx',
    content: () => xlsxOf([{
      name: '附件2',
      rows: [
        ['附件2'],
        ['2021年度企事业单位主导或参与制（修）订标准情况统计表'],
        ['填报单位（盖章）：崂山区市场监督管理局', null, null, null, null, '所属区市：崂山区', null, null, null, '填报日期：2022年1月10日'],
        ['序号', '单位名称', '标准编号', '标准名称', '制定/修订', '日期', null, '起草单位\n（按标准文本顺序）', '角色', null],
        [null, null, null, null, null, '发布', '实施', null, '主导\n（打√）', '参与\n（打√）'],
        [1, '海尔智家股份有限公司', 'GB/T 40001-2021', '家用电器 通则', '制定', '2021-03-09', '2021-10-01', '海尔智家股份有限公司、中国家用电器研究院', '√', null],
        [2, '青岛海信电器股份有限公司', 'QB/T 5001—2021', '电视机 功耗', '修订', '2021.5.6', '2021/11/1', '四川长虹电器股份有限公司、青岛海信电器股份有限公司', null, '√'],
        ['例', 'XX公司', 'GB/T XXXXX-2021', '……', '制定', null, null, null, null, null],
        [3, '海尔智家股份有限公司', '20214567-T-607', '智能家居 术语', '制定', null, null, null, null, '√'],
        ['合计', '3项'],
        ['填表人：王芳', null, null, '审核人：李强', null, null, null, '联系电话：0532-88888888'],
      ],
      merges: ['A2:J2', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:E5', 'F4:G4', 'H4:H5', 'I4:J4'],
    }]),
    answer: {
      kind: 'standards', headers: ['4-5'], new: 2,
      mapping: 'reportingUnit=B standardNo=C title=D newOrRevised=E publishedOn=F effectiveOn=G draftingUnits=H roleLead=I rolePart=J',
      skipped: ['8 example', '10 total', '11 signature'], rejected: ['9C plan_number'],
      records: [
        ['standard', 'GB/T 40001-2021', { publishedOn: '2021-03-09', effectiveOn: '2021-10-01', newOrRevised: 'new', reportedDistrict: laoshan }],
        ['standard', 'QB/T 5001-2021', { publishedOn: '2021-05-06', effectiveOn: '2021-11-01', newOrRevised: 'revised' }],
      ],
    },
  },
  {
    name: 'section rows that name the district of the rows below',
    file: '全市标准汇总.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['2021年全市标准制修订汇总表'],
        ['序号', '标准号', '标准名称', '单位名称', '发布日期'],
        ['一、市南区'],
        [1, 'GB/T 40011-2021', '冰箱', '青岛甲公司', '2021-01-05'],
        [2, 'GB/T 40012-2021', '冰柜', '青岛乙公司', '2021-02-05'],
        ['二、崂山区（共1项）'],
        [1, 'GB/T 40013-2021', '空调', '青岛丙公司', '2021-03-05'],
        ['小计', 3],
        ['（三）胶州市'],
        [1, 'GB/T 40014-2021', '水表', '青岛丁公司', '2021-04-05'],
      ],
      merges: ['A1:E1', 'A3:E3', 'A6:E6', 'A9:E9'],
    }]),
    answer: {
      kind: 'standards', headers: ['2'], new: 4, skipped: ['3 section', '6 section', '8 subtotal', '9 section'],
      records: [
        ['standard', 'GB/T 40011-2021', { reportedDistrict: '370202' }], ['standard', 'GB/T 40012-2021', { reportedDistrict: '370202' }],
        ['standard', 'GB/T 40013-2021', { reportedDistrict: laoshan }], ['standard', 'GB/T 40014-2021', { reportedDistrict: '370281' }],
      ],
    },
  },
  {
    name: 'a page of the national register pasted into a sheet, with buttons and adoption marks',
    file: '国标检索.xlsx',
    content: () => xlsxOf([{
      rows: [
        ['序号', '标准号', '是否采标', '标准名称', '类别', '状态', '发布日期', '实施日期', '操作'],
        [1, 'GB/T 40021-2021', '采', '信息安全技术', '推标', '现行', '2021-04-30', '2021-11-01', '查看详细'],
        [2, 'GB 40022-2021', null, '玩具安全', '强标', '即将实施', '2021-12-31', '2023-01-01', '查看详细'],
        [3, 'GB/Z 40023-2019', null, '指南', '指导性技术文件', '废止', '2019-03-25', '2019-10-01', '查看详细'],
      ],
    }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 3, mapping: 'standardNo=B title=D status=F publishedOn=G effectiveOn=H',
      records: [['standard', 'GB 40022-2021', { publishedOn: '2021-12-31', effectiveOn: '2023-01-01', title: '玩具安全', nature: 'mandatory' }]],
    },
  },
  {
    name: 'a local-standards platform export with record numbers beside',
    file: 'dbba导出.csv',
    content: () => textTableOf([
      ['标准号', '标准名称', '省市', '状态', '批准发布日期', '实施日期', '备案号', '备案日期'],
      ['DB37/T 4501-2021', '海洋牧场', '山东省', '现行', '2021-12-28', '2022-01-28', '88001-2022', '2022-01-05'],
      ['DB3702/T 0021-2021', '社区服务', '青岛市', '现行', '2021-11-20', '2021-12-20', '88002-2022', '2022-01-06'],
    ], ',', 'utf-8-bom'),
    answer: {
      kind: 'standards', headers: ['1'], new: 2, mapping: 'standardNo=A title=B status=D publishedOn=E effectiveOn=F',
      records: [['standard', 'DB3702/T 0021-2021', { kind: 'local_city', publishedOn: '2021-11-20' }]],
    },
  },
  {
    name: 'a group-standard list with the association beside',
    file: '团体标准.xlsx',
    content: () => xlsxOf([{ rows: [
      ['团体名称', '标准编号', '中文标题', '公布日期', '状态'],
      ['青岛市标准化协会', 'T/QDAS 001-2021', '青岛啤酒节服务', '2021-08-01', '现行'],
      ['中国标准化协会', 'T/CAS 501-2021', '智慧家电', '2021/9/1', '现行'],
    ] }]),
    answer: { kind: 'standards', headers: ['1'], new: 2, mapping: 'standardNo=B title=C publishedOn=D status=E', records: [['standard', 'T/QDAS 001-2021', { kind: 'group', title: '青岛啤酒节服务' }]] },
  },
  {
    name: 'headings with typing errors and words that stand in no list',
    file: '青岛市北区标准.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准编码', '标 准 名 称 ', '发布日 期', '实施 日期', '主要起草的单位', '归口的单位'],
      ['GB/T 40031-2021', '轮胎', '2021-04-30', '2021-11-01', '赛轮集团股份有限公司、青岛双星轮胎工业有限公司', '全国轮胎标委会'],
      ['GB/T 40032-2021', '橡胶', '2021-05-30', '2021-12-01', '青岛科技大学', '全国橡胶标委会'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 2, mapping: 'standardNo=A title=B publishedOn=C effectiveOn=D draftingUnits=E',
      records: [['standard', 'GB/T 40031-2021', { title: '轮胎', publishedOn: '2021-04-30', reportedDistrict: '370203' }]],
    },
  },
  {
    name: 'dates in every spelling a clerk knows',
    file: '日期.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准号', '标准名称', '发布日期', '实施日期'],
      ['GB/T 40041-2021', '甲', '2021.5.6', '二〇二一年十一月一日'],
      ['GB/T 40042-2021', '乙', '2021年5月', '2021年11月1日起'],
      ['GB/T 40043-2021', '丙', 20210506, { serial: 44501 }],
      ['GB/T 40044-2021', '丁', 44322, '2021-11-01 00:00:00'],
      ['GB/T 40045-2021', '戊', '２０２１－０５－０６', '2021. 11. 1'],
      ['GB/T 40046-2021', '己', '2021.10', '2021-13-01'],
      ['GB/T 40047-2021', '庚', 2021.1, '2021-11-01'],
      ['GB/T 40048-2021', '辛', '5/6/2021', '—'],
      ['GB/T 40049-2021', '壬', '21.5.6', '待定'],
      ['GB/T 40050-2021', '癸', '2021年5月6日发布', '2021/11/1（计划）'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 5,
      rejected: ['7D bad_date', '11D bad_date'], review: ['8C ambiguous_month', '9C ambiguous_order', '10C two_digit_year'], notices: ['month_precision'],
      records: [
        ['standard', 'GB/T 40041-2021', { publishedOn: '2021-05-06', effectiveOn: '2021-11-01' }], ['standard', 'GB/T 40042-2021', { publishedOn: '2021-05', effectiveOn: '2021-11-01' }],
        ['standard', 'GB/T 40043-2021', { publishedOn: '2021-05-06', effectiveOn: '2021-11-01' }], ['standard', 'GB/T 40044-2021', { publishedOn: '2021-05-06', effectiveOn: '2021-11-01' }],
        ['standard', 'GB/T 40045-2021', { publishedOn: '2021-05-06', effectiveOn: '2021-11-01' }],
      ],
    },
  },
  {
    name: 'the 1904 date system',
    file: '苹果电脑.xlsx',
    content: () => xlsxOf([{ rows: [['标准号', '标准名称', '发布日期'], ['GB/T 40061-2021', '甲', { serial: 42860 }]] }], { date1904: true }),
    answer: { kind: 'standards', headers: ['1'], new: 1, notices: ['date1904'], records: [['standard', 'GB/T 40061-2021', { publishedOn: '2021-05-06' }]] },
  },
  {
    name: 'invisible characters, rich text, escapes and tags in cells',
    file: '粘贴.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准号\u200b', '标准\u00a0名称', '\ufeff起草单位'],
      ['ＧＢ／Ｔ\u00a040071—2021', { rich: ['水泥', '胶砂', '强度'] }, '青岛甲公司_x000D_\n青岛乙有限公司'],
      ['GB/T\u3000 40072-\u200b2021', 'CO<sub>2</sub> 测定', '青岛丙公司\u00a0'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 2,
      records: [['standard', 'GB/T 40071-2021', { title: '水泥胶砂强度' }], ['standard', 'GB/T 40072-2021', { title: 'CO2 测定' }]],
    },
  },
  {
    name: 'one sheet per district, an instruction sheet, and a sheet of something else',
    file: '2021年各区市.xlsx',
    content: () => xlsxOf([
      { name: '填表说明', rows: [['填表说明'], ['1. 请按标准文本填写'], ['2. 日期写成 2021-01-01']] },
      { name: '市南', rows: [['标准编号', '标准名称', '单位名称'], ['GB/T 40081-2021', '甲', '青岛甲公司']] },
      { name: '黄岛（西海岸）', rows: [['标准编号', '标准名称', '单位名称'], ['GB/T 40082-2021', '乙', '青岛乙公司']] },
      { name: '联系人', rows: [['姓名', '电话'], ['王芳', '0532-1234567']] },
      { name: '往年', rows: [['标准编号', '标准名称'], ['GB/T 1-2019', '旧']], state: 'hidden' },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '1'], new: 2, notices: ['hidden_sheet_left_out', 'sheet_left_out'],
      records: [['standard', 'GB/T 40081-2021', { reportedDistrict: '370202' }], ['standard', 'GB/T 40082-2021', { reportedDistrict: '370211' }]],
    },
  },
  {
    name: 'a header in row 14 under a long explanation',
    file: '即墨区.xlsx',
    content: () => xlsxOf([{ rows: [
      ['关于报送2021年度标准情况的通知'], [null], ['各有关单位：'], ['根据《标准化法》，请于2022年1月10日前报送。'], ['一、填报范围'], ['国际标准、国家标准、行业标准。'], ['二、填报要求'], ['（一）标准编号要写全。'],
      ['（二）起草单位按文本顺序。'], ['联系人：王芳'], ['电话：0532-1234567'], ['附：统计表'], [null],
      ['序号', '标准编号', '标准名称', '起草单位', '发布日期'],
      ['1', 'GB/T 40091-2021', '甲', '青岛甲公司', '2021-05-06'],
    ] }]),
    answer: { kind: 'standards', headers: ['14'], new: 1, mapping: 'standardNo=B title=C draftingUnits=D publishedOn=E', records: [['standard', 'GB/T 40091-2021', { reportedDistrict: '370215' }]] },
  },
  {
    name: 'the header printed again on every page, notes between and below',
    file: '打印版.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准编号', '标准名称', '发布日期'],
      ['GB/T 40101-2021', '甲', '2021-05-06'],
      ['标准编号', '标准名称', '发布日期'],
      ['GB/T 40102-2021', '乙', '2021-05-07'],
      ['第 2 页 共 2 页'],
      ['注：1. 本表不含军用标准。'],
      ['2. 数据截至2021年12月31日。'],
      ['制表：标准化科', null, '2022年1月10日'],
    ] }]),
    answer: { kind: 'standards', headers: ['1'], new: 2, skipped: ['3 repeated_header', '5 note', '6 note', '7 note', '8 signature'] },
  },
  {
    name: 'drafting units that are only numbered, in three ways',
    file: '起草单位编号.csv',
    content: () => Buffer.from([
      '标准编号,标准名称,发布日期,起草单位',
      'GB/T 41001-2021,甲,2021-04-30,（1）青岛大学（2）山东省标准化研究院',
      'GB/T 41002-2021,乙,2021-04-30,①青岛大学②海尔智家股份有限公司③中车青岛四方机车车辆股份有限公司',
      'GB/T 41003-2021,丙,2021-04-30,1.青岛大学2.海尔（青岛）有限公司 3.海信集团有限公司',
    ].join('\r\n')),
    answer: {
      kind: 'standards', headers: ['1'], new: 3,
      records: [
        ['standard', 'GB/T 41001-2021', { drafting: [[1, '青岛大学'], [2, '山东省标准化研究院']] }],
        ['standard', 'GB/T 41002-2021', { drafting: [[1, '青岛大学'], [2, '海尔智家股份有限公司'], [3, '中车青岛四方机车车辆股份有限公司']] }],
        ['standard', 'GB/T 41003-2021', { drafting: [[1, '青岛大学'], [2, '海尔（青岛）有限公司'], [3, '海信集团有限公司']] }],
      ],
    },
  },
  {
    name: 'drafting units in a column for each place, and only the first one in another file',
    file: '分列起草单位.xlsx',
    before: [{ file: '第一单位.xlsx', content: () => xlsxOf([{ rows: [['标准编号', '标准名称', '第一起草单位'], ['GB/T 41005-2021', '戊', '青岛大学']] }]) }],
    content: () => xlsxOf([{ rows: [['标准编号', '标准名称', '第一起草单位', '第二起草单位', '其他起草单位'], ['GB/T 41004-2021', '丁', '青岛大学', '海尔智家股份有限公司', '山东大学、海信集团有限公司']] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 1,
      records: [
        ['standard', 'GB/T 41004-2021', { drafting: [[1, '青岛大学'], [2, '海尔智家股份有限公司'], [3, '山东大学'], [4, '海信集团有限公司']], listComplete: 1 }],
        ['standard', 'GB/T 41005-2021', { drafting: [[1, '青岛大学']] }],
      ],
    },
  },
  {
    name: 'who led and who took part without a list: a part is never the first place',
    file: '主导参与.xlsx',
    content: () => xlsxOf([{ rows: [
      ['序号', '企业名称', '标准编号', '标准名称', '主导/参与'],
      [1, '青岛甲有限公司', 'GB/T 42001-2021', '甲', '主导'], [2, '青岛乙有限公司', 'GB/T 42002-2021', '乙', '参与'],
      [3, '青岛丙有限公司', 'GB/T 42003-2021', '丙', '参与'], [4, '青岛甲有限公司', 'GB/T 42003-2021', '丙', '牵头'], [5, '青岛乙有限公司、青岛丙有限公司', 'GB/T 42004-2021', '丁', '参加'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 4, changed: 1,
      records: [
        ['standard', 'GB/T 42001-2021', { drafting: [[1, '青岛甲有限公司']] }], ['standard', 'GB/T 42002-2021', { drafting: [[2, '青岛乙有限公司']] }],
        ['standard', 'GB/T 42003-2021', { drafting: [[1, '青岛甲有限公司'], [2, '青岛丙有限公司']] }], ['standard', 'GB/T 42004-2021', { drafting: [[2, '青岛乙有限公司'], [3, '青岛丙有限公司']] }],
      ],
    },
  },
  {
    name: 'a column of those that led and one of those that took part',
    file: '主导单位参与单位.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准号', '标准名称', '主导单位', '参与单位'], ['GB/T 42011-2022', '甲', '青岛大学', '青岛甲有限公司、青岛乙有限公司'], ['GB/T 42012-2022', '乙', null, '青岛大学'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 2, mapping: 'standardNo=A title=B leadUnit=C reportingUnit=D',
      records: [['standard', 'GB/T 42011-2022', { drafting: [[1, '青岛大学'], [2, '青岛甲有限公司'], [3, '青岛乙有限公司']] }], ['standard', 'GB/T 42012-2022', { drafting: [[2, '青岛大学']] }]],
    },
  },
  {
    name: 'a title that says all its rows were led, and a list that says nothing of places',
    file: '主导标准.xlsx',
    before: [{ file: '标准清单.xlsx', content: () => xlsxOf([{ rows: [['企业名称', '标准编号', '标准名称'], ['青岛甲有限公司', 'GB/T 42022-2021', '乙']] }]) }],
    content: () => xlsxOf([{ rows: [['2021年度企业主导制定标准汇总表'], ['企业名称', '标准编号', '标准名称'], ['青岛甲有限公司', 'GB/T 42021-2021', '甲']], merges: ['A1:C1'] }]),
    answer: { kind: 'standards', headers: ['2'], new: 1, records: [['standard', 'GB/T 42021-2021', { drafting: [[1, '青岛甲有限公司']] }], ['standard', 'GB/T 42022-2021', { drafting: [[2, '青岛甲有限公司']] }]] },
  },
  {
    name: 'numbers in three columns',
    file: '编号分列.xlsx',
    content: () => xlsxOf([{ rows: [['标准代号', '标准顺序号', '年代号', '标准名称'], ['GB/T', '90001', 2022, '甲'], ['GB', '90002.1', '2022年', '乙'], ['GB/T', null, 2022, '丙']] }]),
    answer: { kind: 'standards', headers: ['1'], new: 2, rejected: ['4A not_a_standard_number'], records: [['standard', 'GB/T 90001-2022', { title: '甲' }], ['standard', 'GB 90002.1-2022', { title: '乙' }]] },
  },
]
