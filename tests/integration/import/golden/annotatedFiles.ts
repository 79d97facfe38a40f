import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
import { textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const invention = (serial: number): string => application(2018, 1, 7_000 + serial)

/** Lists whose cells hold more than their value: marks, numbers, addresses, histories, goods. */
export const annotatedFiles: readonly GoldenCase[] = [
  {
    name: 'an honour of enterprises that the title names, with hardly a column beside their names',
    file: '优势示范企业.xlsx',
    content: () => xlsxOf([
      { name: '优势', rows: [['2021年度国家知识产权优势企业名单（青岛市）'], ['序号', '企业名称', '所属区市'], [1, '青岛甲有限公司', '崂山区'], [2, '青岛乙有限公司', '黄岛区']] },
      { name: '示范', rows: [['附件1'], ['2021年国家知识产权示范企业名单'], ['序号', '企业名称', '统一社会信用代码', '所属区市'], [1, '青岛丙有限公司', uscc(701), '市南区']] },
      { name: '山东', rows: [['2022年度山东省知识产权示范企业认定名单'], ['序号', '企业名称'], [1, '青岛丙有限公司']] },
    ]),
    answer: { kind: 'honours', headers: ['2', '3', '2'], new: 4, records: [['honour', '国家知识产权优势企业||2021年度|青岛甲有限公司', { district: '370212', status: '授予' }], ['honour', `国家知识产权示范企业||2021年度|${uscc(701)}`, { status: '授予' }], ['honour', '山东省知识产权示范企业||2022年度|青岛丙有限公司', {}]] },
  },
  {
    name: 'a list of corrections with what was and what is in two columns',
    file: '勘误.xlsx',
    content: () => xlsxOf([
      { name: '勘误', rows: [['标准编号', '标准名称', '原发布日期', '更正后发布日期', '原起草单位', '现起草单位'], ['GB/T 81002-2021', '乙', '2021-05-07', '2021-06-07', '青岛甲有限公司', '青岛乙有限公司']] },
    ]),
    answer: { kind: 'standards', headers: ['1'], new: 1, records: [['standard', 'GB/T 81002-2021', { publishedOn: '2021-06-07', drafting: [[1, '青岛乙有限公司']] }]] },
  },
  {
    name: 'drafting lists numbered in every way, parted by blanks, and numbers they replace',
    file: '国标清单.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准编号', '标准名称', '代替标准号', '归口单位', '主要起草单位', '发布日期'],
      ['GB/T 83001-2021', '甲', '代替 GB/T 83001-2008', '全国海洋标准化技术委员会(SAC/TC 283)', '1. 青岛甲有限公司 2. 青岛大学 3. 海尔智家股份有限公司', '2021-05-06'],
      ['GB/T 83002-2021', '乙', 'GB/T 83002-2008,GB/T 83003-2009', 'SAC/TC 283', '1、青岛甲有限公司\n2、青岛大学\n3、自然资源部第一海洋研究所', '2021-05-06'],
      ['GB/T 83004-2021', '丙', '/', '国家标准委', '青岛甲有限公司；青岛大学、山东省标准化研究院。', '2021-05-06'],
      ['GB/T 83005-2021', '丁', '首次发布', '国家标准委', '青岛甲有限公司 青岛市标准化研究院 山东省计量科学研究院', '2021-05-06'],
      ['GB/T 83006-2021', '戊', 'GB/T 83006—2008（全部代替）；GB/T 83007—2009（部分代替）', '国家标准委', '(1)青岛甲有限公司(2)青岛大学', '2021-05-06'],
      ['GB/T 83008-2021', '己', '无', '国家标准委', '青岛市产品质量检验研究院  青岛海关技术中心  青岛啤酒股份有限公司', '2021-05-06'],
      ['GB/T 83009-2021', '庚', null, '国家标准委', '青岛甲有限公司\n青岛大学\n\n中车青岛四方机车车辆\n股份有限公司', '2021-05-06'],
      ['GB/T 83010-2021', '辛', null, '国家标准委', '一、青岛甲有限公司 二、青岛大学', '2021-05-06'],
      ['GB/T 83011-2021', '壬', null, '国家标准委', '1.青岛甲有限公司；2.青岛大学；3.等', '2021-05-06'],
    ] }]),
    answer: { kind: 'standards', headers: ['1'], new: 9, records: [
      ['standard', 'GB/T 83001-2021', { replaces: ['GB/T 83001-2008'], drafting: [[1, '青岛甲有限公司'], [2, '青岛大学'], [3, '海尔智家股份有限公司']] }],
      ['standard', 'GB/T 83002-2021', { replaces: ['GB/T 83002-2008', 'GB/T 83003-2009'], drafting: [[1, '青岛甲有限公司'], [2, '青岛大学'], [3, '自然资源部第一海洋研究所']] }],
      ['standard', 'GB/T 83004-2021', { replaces: null, drafting: [[1, '青岛甲有限公司'], [2, '青岛大学'], [3, '山东省标准化研究院']] }],
      ['standard', 'GB/T 83005-2021', { newOrRevised: 'new', drafting: [[1, '青岛甲有限公司'], [2, '青岛市标准化研究院'], [3, '山东省计量科学研究院']] }],
      ['standard', 'GB/T 83006-2021', { replaces: ['GB/T 83006-2008', 'GB/T 83007-2009'], drafting: [[1, '青岛甲有限公司'], [2, '青岛大学']] }],
      ['standard', 'GB/T 83008-2021', { replaces: null, drafting: [[1, '青岛市产品质量检验研究院'], [2, '青岛海关技术中心'], [3, '青岛啤酒股份有限公司']] }],
      ['standard', 'GB/T 83009-2021', { drafting: [[1, '青岛甲有限公司'], [2, '青岛大学'], [3, '中车青岛四方机车车辆股份有限公司']] }],
      ['standard', 'GB/T 83010-2021', { drafting: [[1, '青岛甲有限公司'], [2, '青岛大学']] }],
      ['standard', 'GB/T 83011-2021', { drafting: [[1, '青岛甲有限公司'], [2, '青岛大学']] }],
    ] },
  },
  {
    name: 'addresses in brackets behind the names of owners',
    file: '专利发明人.xlsx',
    content: () => xlsxOf([{ rows: [
      ['专利号', '专利名称', '发明人', '专利权人', '授权公告日'],
      [`ZL ${invention(11)}`, '甲', '张三;李四;王五', '青岛甲有限公司（山东省青岛市崂山区海尔路1号）；青岛大学（青岛市崂山区香港东路7号）', '2021-03-05'],
      [`ZL ${invention(12)}`, '乙', '张三、李四', '青岛乙有限公司(266000 山东省青岛市市南区香港中路1号)', '2021-03-06'],
      [`ZL ${invention(13)}`, '丙', '张三 李四', '青岛海尔（集团）有限公司, 青岛丙(中国)有限公司', '2021-03-07'],
      [`ZL ${invention(14)}`, '丁', '张三', '张三（青岛市市北区辽宁路2号）', '2021-03-07'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 4, records: [
      ['patent', invention(11), { parties: ['青岛甲有限公司', '青岛大学'], ownerPlace: '370212' }], ['patent', invention(12), { parties: ['青岛乙有限公司'], ownerPlace: '370202' }], ['patent', invention(13), { parties: ['青岛海尔（集团）有限公司', '青岛丙(中国)有限公司'] }], ['patent', invention(14), { parties: ['张三'], ownerPlace: '370203' }],
    ] },
  },
  {
    name: 'owners whose history stands in their cell',
    file: '权利人变更.xlsx',
    content: () => xlsxOf([{ rows: [
      ['申请号', '名称', '专利权人', '权利人变更', '授权日'],
      [invention(21), '甲', '青岛甲有限公司→青岛乙有限公司', null, '2021-03-05'],
      [invention(22), '乙', '青岛甲有限公司变更为青岛乙有限公司', null, '2021-03-05'],
      [invention(23), '丙', '青岛乙有限公司（变更前：青岛甲有限公司）', null, '2021-03-05'],
      [invention(24), '丁', '青岛乙有限公司', '2020-05-06 青岛甲有限公司→青岛乙有限公司', '2021-03-05'],
      [invention(25), '戊', '变更前：青岛甲有限公司；变更后：青岛乙有限公司', null, '2021-03-05'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 5, records: [21, 22, 23, 24, 25].map((serial) => ['patent', invention(serial), { parties: ['青岛乙有限公司'] }] as const) },
  },
  {
    name: 'names with ampersands, apostrophes, rare characters and commas of their own, parted by semicolons in a file of semicolons',
    file: '申请人.csv',
    content: () => textTableOf([
      ['申请号', '名称', '申请人', '申请日'],
      [invention(31), '甲', "L'Oréal & Co., Ltd.; Johnson & Johnson; O'Neill Inc.", '2018-05-06'],
      [invention(32), '乙', '㈱日立製作所；トヨタ自動車株式会社', '2018-05-06'],
      [invention(33), '丙', '青岛𣲗水有限公司、青岛㛃美有限公司', '2018-05-06'],
      [invention(34), '"丁"式\n泵', 'SAMSUNG ELECTRONICS CO.,LTD.', '2018-05-06'],
      [invention(35), '戊', '3M创新有限公司/青岛海尔股份有限公司', '2018-05-06'],
      [invention(36), '己', '青岛海信日立空调系统有限公司,Hisense Hitachi Co.,Ltd', '2018-05-06'],
    ], ';', 'utf-8'),
    answer: { kind: 'patents', headers: ['1'], new: 6, records: [
      ['patent', invention(31), { parties: ["L'Oréal & Co., Ltd.", 'Johnson & Johnson', "O'Neill Inc."] }], ['patent', invention(32), { parties: null }],
      ['patent', invention(33), { parties: ['青岛𣲗水有限公司', '青岛㛃美有限公司'] }], ['patent', invention(34), { title: '"丁"式 泵', parties: ['SAMSUNG ELECTRONICS CO.,LTD.'] }], ['patent', invention(35), { parties: ['3M创新有限公司', '青岛海尔股份有限公司'] }], ['patent', invention(36), { parties: ['青岛海信日立空调系统有限公司', 'Hisense Hitachi Co.,Ltd'] }],
    ] },
  },
  {
    name: 'ranges of classes, and goods behind them',
    file: '商标类别.xlsx',
    content: () => xlsxOf([{ rows: [
      ['商标名称', '注册号', '类别', '核定商品', '注册人', '注册日期'],
      ['甲', '9030001', '1-45', '全类', '青岛甲有限公司', '2012-01-21'], ['乙', '9030002', '1-3，5', '颜料；油漆', '青岛甲有限公司', '2012-01-21'], ['丙', '9030003', '第7类至第9类', '泵', '青岛甲有限公司', '2012-01-21'],
      ['丁', '9030004', '35类：广告；37类：建筑', '广告', '青岛甲有限公司', '2012-01-21'], ['戊', '9030005', '全类', '全类', '青岛甲有限公司', '2012-01-21'], ['己', '9030006', '29(鱼制品);30(茶)', '', '青岛甲有限公司', '2012-01-21'], ['庚', '9030007', '9类 计算机', '', '青岛甲有限公司', '2012-01-21'], ['辛', '9030008', '45-40', '', '青岛甲有限公司', '2012-01-21'],
    ] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 7, rejected: ['9C out_of_range'], records: [
      ['trademark', '9030001', { classes: Array.from({ length: 45 }, (_, at) => at + 1) }], ['trademark', '9030002', { classes: [1, 2, 3, 5] }], ['trademark', '9030003', { classes: [7, 8, 9] }], ['trademark', '9030004', { classes: [35, 37] }], ['trademark', '9030005', { classes: Array.from({ length: 45 }, (_, at) => at + 1) }], ['trademark', '9030006', { classes: [29, 30] }], ['trademark', '9030007', { classes: [9] }],
    ] },
  },
  {
    name: 'marks of footnotes behind numbers, names, dates and regions',
    file: '脚注.xlsx',
    content: () => xlsxOf([
      { name: '标准', rows: [['标准编号', '标准名称', '单位名称', '发布日期'], ['GB/T 84001-2021①', '甲', '青岛甲有限公司*', '2021-05-06'], ['GB/T 84002-2021*', '乙②', '青岛乙有限公司#', '2021-05-06*'], ['GB/T 84003-2021[1]', '丙', '青岛丙有限公司①②', '2021-05-06'], ['①', '修订项目。'], ['*为主导单位'], ['# 新增企业']] },
      { name: '人口', rows: [['2021年末各区市常住人口（万人）'], ['区市', '2021年末'], ['市南区①', '49.1*'], ['黄岛区*', '195.2②'], ['①含浮山后。']] },
      { name: '企业', rows: [['企业名称', '统一社会信用代码', '区市'], ['青岛甲有限公司★', uscc(711), '市南区'], ['※青岛乙有限公司', `${uscc(712)}*`, '市南区']] },
    ]),
    answer: { kind: 'standards', headers: ['1', '2', '1'], new: 7, skipped: ['5 note', '6 note', '7 note', '5 note'], notices: ['cleaned'], records: [
      ['standard', 'GB/T 84001-2021', { title: '甲' }], ['standard', 'GB/T 84002-2021', { publishedOn: '2021-05-06' }], ['population', '370202|yearend2021', { populationWan: 49.1 }], ['population', '370211|yearend2021', { populationWan: 195.2 }], ['unit', uscc(711), { name: '青岛甲有限公司' }], ['unit', uscc(712), { name: '青岛乙有限公司' }],
    ] },
  },
  {
    name: 'marks of footnotes that are plain digits and only set raised',
    file: '上标脚注.xlsx',
    content: () => xlsxOf([
      { name: '人口', rows: [['2021年末各区市常住人口（万人）'], ['区市', '2021年末'], [{ raised: ['市南区', '1'] }, { raised: ['49.1', '1'] }], ['黄岛区', { raised: ['195.2', '2)'] }], [{ raised: ['', '1'] }]] },
      { name: '标准', rows: [['标准编号', '标准名称', '单位名称', '发布日期'], [{ raised: ['GB/T 84011-2021', '1'] }, { raised: ['面积1 m', '2'] }, { raised: ['青岛甲有限公司', '12'] }, '2021-05-06'], [{ raised: ['', 'GB/T 84012-2021'] }, '乙', '青岛乙有限公司', '2021-05-06']] },
    ]),
    answer: { kind: 'population', headers: ['2', '1'], new: 4, notices: ['cleaned'], records: [
      ['population', '370202|yearend2021', { populationWan: 49.1 }], ['population', '370211|yearend2021', { populationWan: 195.2 }],
      ['standard', 'GB/T 84011-2021', { title: '面积1 m²', drafting: [[2, '青岛甲有限公司']] }], ['standard', 'GB/T 84012-2021', { title: '乙', drafting: [[2, '青岛乙有限公司']] }],
    ] },
  },
  {
    name: 'blanks between a unit and its own branch, and names that begin with a numeral',
    file: '起草单位.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准编号', '标准名称', '起草单位'],
      ['GB/T 86001-2021', '甲', '海尔集团公司 技术研发中心、青岛大学'], ['GB/T 86002-2021', '乙', '山东大学 青岛校区、青岛海尔股份有限公司 青岛分公司'],
      ['GB/T 86003-2021', '丙', '青岛甲有限公司 中国家用电器研究院'], ['GB/T 86004-2021', '丁', '一汽解放青岛汽车有限公司、一汽大众'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 4,
      records: [
        ['standard', 'GB/T 86001-2021', { drafting: [[1, '海尔集团公司 技术研发中心'], [2, '青岛大学']] }], ['standard', 'GB/T 86002-2021', { drafting: [[1, '山东大学 青岛校区'], [2, '青岛海尔股份有限公司 青岛分公司']] }],
        ['standard', 'GB/T 86003-2021', { drafting: [[1, '青岛甲有限公司'], [2, '中国家用电器研究院']] }], ['standard', 'GB/T 86004-2021', { drafting: [[1, '一汽解放青岛汽车有限公司'], [2, '一汽大众']] }],
      ],
    },
  },
]
