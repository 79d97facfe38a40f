import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
import { textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const a = application(2018, 1, 701)
const b = application(2018, 1, 702)
const c = application(2020, 2, 703)

/** Files of a normal week: each has one or two habits of its sender. */
export const officeFiles: readonly GoldenCase[] = [
  {
    name: 'one row per unit with its place and the number of units',
    file: 'F1明细.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年青岛市参与制修订标准明细表'],
      ['序号', '参与单位', '标准编号', '标准名称', '标准级别', '起草单位位次', '起草单位总数', '发布日期'],
      [1, '青岛甲公司', 'ISO 21001:2018', '教育组织管理体系', '国际标准', '第3位', 9, '2021-05-06'],
      [2, '青岛乙公司', 'ISO 21001:2018', '教育组织管理体系', '国际标准', '5/9', 9, '2021-05-06'],
      [3, '青岛丙公司', 'T/CAS 502-2021', '智能门锁', '团体标准', '一', 4, '2021-07-06'],
    ], merges: ['A1:H1'] }]),
    answer: { kind: 'standards', headers: ['2'], new: 2, changed: 1, mapping: 'reportingUnit=B standardNo=C title=D kind=E unitRank=F listLength=G publishedOn=H', records: [['standard', 'ISO 21001:2018', { listLength: 9 }]] },
  },
  {
    name: 'tick columns under an unmerged group heading, the plan number beside the standard number',
    file: '莱西市标准.xlsx',
    content: () => xlsxOf([{ rows: [
      ['序号', '计划编号', '标准编号', '标准名称', '单位名称', '参与方式', null, '公告号'],
      [null, null, null, null, null, '主导', '参与', null],
      [1, '20190001-T-607', 'GB/T 42001-2021', '甲', '青岛甲公司', '✓', null, '2021年第3号'],
      [2, '20190002-T-607', 'GB/T 42002-2021', '乙', '青岛甲公司', null, '✔', '2021年第4号'],
    ] }]),
    answer: { kind: 'standards', headers: ['1-2'], new: 2, mapping: 'standardNo=C title=D reportingUnit=E roleLead=F rolePart=G', records: [['standard', 'GB/T 42001-2021', { reportedDistrict: '370285' }]] },
  },
  {
    name: 'raw data of the industry service with epoch milliseconds',
    file: 'hbba.csv',
    content: () => textTableOf([
      ['标准号', '标准名称', '行业', '状态', '批准日期', '实施日期', '主管部门', '代替标准'],
      ['HY/T 0387-2021', '海水淡化', '海洋', '现行', '1620230400000', '1630425600000', '自然资源部', ''],
      ['NY/T 3801-2020', '大豆', '农业', '现行', '1598256000000', '1609430400000', '农业农村部', 'NY/T 3801-2010'],
    ], ',', 'utf-8'),
    answer: {
      kind: 'standards', headers: ['1'], new: 2,
      records: [['standard', 'HY/T 0387-2021', { publishedOn: '2021-05-06', effectiveOn: '2021-09-01' }], ['standard', 'NY/T 3801-2020', { replaces: ['NY/T 3801-2010'], newOrRevised: 'revised' }]],
    },
  },
  {
    name: 'ditto marks under a name',
    file: '同上.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准编号', '标准名称', '单位名称', '发布日期'],
      ['GB/T 42011-2021', '冰箱', '青岛甲公司', '2021-05-06'],
      ['GB/T 42012-2021', '冰柜', '同上', '2021-05-07'],
      ['GB/T 42013-2021', '〃', '〃', '2021-05-08'],
    ] }]),
    answer: { kind: 'standards', headers: ['1'], new: 3, notices: ['bad_text_value'], records: [['standard', 'GB/T 42013-2021', { title: null }]] },
  },
  {
    name: 'application, patent and publication numbers side by side',
    file: '专利三号.xlsx',
    content: () => xlsxOf([{ rows: [
      ['序号', '公开（公告）号', '申请号', '专利号', '名称', '申请（专利权）人', '申请日', '授权公告号', '授权公告日', '主分类号', '国省代码', '颁证日'],
      [1, 'CN108000001A', a, `ZL${a}`, '甲', '青岛甲公司;青岛乙公司', '20180105', 'CN108000001B', '20200310', 'F25D11/02', '山东;37', '20200310'],
      [2, 'CN108000002A', b, '', '乙', '青岛甲公司', '20180205', '', '', 'F25D11/02', '中国|山东|37', ''],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1'], new: 2, mapping: 'publicationNumber=B applicationNumber=C title=E applicants=F filingDate=G grantNumber=H grantDate=I ipcMain=J provinceCode=K issueDate=L',
      records: [['patent', a, { grantedOn: '2020-03-10', filedOn: '2018-01-05', parties: ['青岛甲公司', '青岛乙公司'] }], ['patent', b, { grantedOn: null }]],
    },
  },
  {
    name: 'patent numbers with letters, widths, line breaks and labels',
    file: '专利号写法.xlsx',
    content: () => xlsxOf([{ rows: [
      ['专利号', '专利名称', '专利权人'],
      [`zl${a}`, '甲', '青岛甲公司'],
      [`ＺＬ${b.replace('.', '．')}`, '乙', '青岛甲公司'],
      [` ${c}\n`, '丙', '青岛甲公司'],
      [`CN${application(2018, 1, 704)}B`, '丁', '青岛甲公司'],
      ['ZL2018', '戊', '青岛甲公司'],
      ['——', '己', '青岛甲公司'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 4, rejected: ['6A bad_format', '7A missing_key'] },
  },
  {
    name: 'classes in every separator, wrong classes refused',
    file: '商标类别.xlsx',
    content: () => xlsxOf([{ rows: [
      ['注册号', '商标名称', '国际分类', '注册人', '专用权开始日期', '专用权结束日期'],
      ['9030001', '甲', 9, '青岛甲公司', '2012-01-21', '2022-01-20'],
      ['9030002', '乙', '09', '青岛甲公司', '2012-01-21', '2022-01-20'],
      ['9030003', '丙', '9,35；42', '青岛甲公司', '2012-01-21', '2022-01-20'],
      ['9030004', '丁', '第9类 第35类', '青岛甲公司', '2012-01-21', '2022-01-20'],
      ['9030005', '戊', '46', '青岛甲公司', '2012-01-21', '2022-01-20'],
      ['9030006', '己', '9\n35', '青岛甲公司', '2022-01-20', '2012-01-21'],
    ] }]),
    answer: {
      kind: 'trademarks', headers: ['1'], new: 4, rejected: ['6C out_of_range', '7F bad_term'],
      records: [['trademark', '9030002', { classes: [9] }], ['trademark', '9030003', { classes: [9, 35, 42] }], ['trademark', '9030004', { classes: [9, 35] }]],
    },
  },
  {
    name: 'patent awards: honours by patent number',
    file: '中国专利奖.xlsx',
    content: () => xlsxOf([{ rows: [
      ['第二十二届中国专利奖获奖名单（青岛）'],
      ['序号', '区市', '专利号', '专利名称', '专利权人', '奖项名称', '获奖等级', '届次', '公布日期', '状态'],
      [1, '崂山区', `ZL${a}`, '冰箱', '青岛甲公司', '中国专利奖', '金奖', '第二十二届', '2021-06-10', '授予'],
      [2, null, `ZL${b}`, '冰柜', '青岛乙公司', '中国专利奖', '优秀奖', '第二十二届', '2021-06-10', '授予'],
    ], merges: ['A1:J1', 'B3:B4'] }]),
    answer: { kind: 'honours', headers: ['2'], new: 2, mapping: 'district=B objectNumber=C recipient=E honour=F level=G session=H publishedOn=I status=J' },
  },
  {
    name: 'market entities of one year that only the title names',
    file: '市场主体2021.xlsx',
    content: () => xlsxOf([{ rows: [['2021年末全市市场主体情况（单位：户）'], ['区市', '市场主体总量', '其中企业'], ['市南区', 101234, 50000], ['胶州', '98,765户', 40000], ['全市', 200000, 90000]], merges: ['A1:C1'] }]),
    answer: { kind: 'market_entities', headers: ['2'], new: 2, skipped: ['5 total'], records: [['market_entities', '370202|2021', { entities: 101234 }], ['market_entities', '370281|2021', { entities: 98765 }]] },
  },
  {
    name: 'the census in persons with a historical name and a zone',
    file: '七普.xlsx',
    content: () => xlsxOf([{ rows: [['青岛市第七次全国人口普查各区市常住人口'], ['地区', '常住人口（人）'], ['市南区', 486643], ['即墨区', '1,336,109'], ['青岛市', 10071722]], merges: ['A1:B1'] }]),
    answer: { kind: 'population', headers: ['2'], new: 3, records: [['population', '370202|census2020', { populationWan: 48.6643 }], ['population', '370215|census2020', { populationWan: 133.6109 }]] },
  },
  {
    name: 'one header row of values, each with its growth and rank beside it',
    file: '2021年上半年通报.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年上半年各市知识产权指标'],
      ['地区', '发明专利授权量（件）', '同比增长', '排名', 'PCT国际专利申请量（件）', '同比增长', '排名'],
      ['济南市', 4000, '10.1%', 2, 100, '3.0%', 3], ['青岛市', 5000, '12.5%', 1, 400, '5.0%', 1],
    ], merges: ['A1:G1'] }]),
    answer: { kind: 'indicators', headers: ['2'], new: 2, records: [['indicator', '370200|patents_granted|2021H1', { value: 5000, growth: '12.5%', rank: 1 }], ['indicator', '370200|pct|2021H1', { value: 400, growth: '5.0%', rank: 1 }]] },
  },
  {
    name: 'a text table with title lines, blank lines and line breaks in quotes',
    file: '协会.csv',
    content: () => textTableOf([
      ['2021年团体标准清单'], [], ['标准编号', '标准名称', '起草单位', '发布日期'],
      ['T/QDAS 011-2021', '啤酒', '青岛甲公司\n青岛乙公司', '2021/5/6'], [], ['T/QDAS 012-2021', '贝类, 活的', '青岛丙公司', '2021/6/6'], ['合计', '2'],
    ], ',', 'gbk'),
    answer: { kind: 'standards', headers: ['3'], new: 2, skipped: ['7 total'], records: [['standard', 'T/QDAS 012-2021', { title: '贝类, 活的', publishedOn: '2021-06-06' }]] },
  },
  {
    name: 'numbered sections of levels, not of places, after sections of places',
    file: '分级.xlsx',
    content: () => xlsxOf([{ rows: [
      ['序号', '标准编号', '标准名称', '发布日期'],
      ['一、市南区'], [1, 'GB/T 42021-2021', '甲', '2021-05-06'],
      ['二、省直单位'], [1, 'GB/T 42022-2021', '乙', '2021-05-07'],
    ] }]),
    answer: { kind: 'standards', headers: ['1'], new: 2, skipped: ['2 section', '4 section'], records: [['standard', 'GB/T 42021-2021', { reportedDistrict: '370202' }], ['standard', 'GB/T 42022-2021', { reportedDistrict: null }]] },
  },
  {
    name: 'sections of places in a patent list whose first column is the number',
    file: '专利分区.xlsx',
    content: () => xlsxOf([{ rows: [
      ['专利号', '专利名称', '专利权人', '授权公告日'],
      ['市北区（1件）'], [a, '甲', '青岛甲公司', '2020-03-10'],
      ['平度市'], [b, '乙', '青岛乙公司', '2020-04-10'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 2, skipped: ['2 section', '4 section'], records: [['patent', a, { ownerPlace: '370203' }], ['patent', b, { ownerPlace: '370283' }]] },
  },
  {
    name: 'units whose headings say 企业 and whose codes stand in a column called 注册号',
    file: '规上企业.xlsx',
    content: () => xlsxOf([{ rows: [['规模以上工业企业名单'], ['序号', '企业详细名称', '注册号', '所在地'], [1, '青岛甲有限公司', uscc(71), '市北区'], [2, '青岛乙有限公司', uscc(72), '莱西市']], merges: ['A1:D1'] }]),
    answer: { kind: 'units', headers: ['2'], new: 2, mapping: 'name=B uscc=C', records: [['unit', uscc(71), { name: '青岛甲有限公司' }]] },
  },
  {
    name: 'mojibake and translated pages in texts',
    file: '乱码.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准编号', '标准名称', '发布日期'],
      ['GB/T 42031-2021', '鏍囧噯鍖栧伐浣滃鍒', '2021-05-06'], ['GB/T 42032-2021', '標(biāo)準(zhǔn)化工作', '2021-05-07'], ['GB/T 42033-2021', 'æ ‡å‡†åŒ–', '2021-05-08'], ['GB/T 42034-2021', '正常', '2021-05-09'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 4, notices: ['mojibake', 'foreign_script_or_pinyin'],
      records: [['standard', 'GB/T 42031-2021', { title: null }], ['standard', 'GB/T 42032-2021', { title: null }], ['standard', 'GB/T 42033-2021', { title: null }], ['standard', 'GB/T 42034-2021', { title: '正常' }]],
    },
  },
  {
    name: 'standard numbers in every spelling, plans, amendments and wrong codes refused',
    file: '标准号写法.xlsx',
    content: () => xlsxOf([{ rows: [
      ['标准号', '标准名称', '发布日期'],
      ['GB∕T 42041－2021', '甲', '2021-05-06'], ['GBT42042-2021', '乙', '2021-05-06'], ['标准号：GB/T 42043—2021', '丙', '2021-05-06'], ['GB/T 42044.1~3-2021', '丁', '2021-05-06'],
      ['GB/T 42045-2021/ISO 9001:2015', '戊', '2021-05-06'], ['GB/T 42046-2021《轮胎》第1号修改单', '己', '2021-05-06'], ['20214567-T-607', '庚', '2021-05-06'],
      ['GB/T 42047', '辛', '2021-05-06'], ['ZZ/T 42048-2021', '壬', '2021-05-06'], ['GB/T 42049-2031', '癸', '2021-05-06'], ['无', '子', '2021-05-06'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 5, repaired: ['3A slash_restored', '5A range_split'],
      rejected: ['7A amendment_not_counted', '8A plan_number', '10A unknown_code', '11A year_in_future', '12A not_a_standard_number'], review: ['9A year_missing'],
      records: [['standard', 'GB/T 42044.2-2021', { title: '丁' }], ['standard', 'GB/T 42045-2021', { adopts: 'ISO 9001:2015' }]],
    },
  },
  {
    name: 'a continuation sheet without a header',
    file: '续表.xlsx',
    content: () => xlsxOf([
      { name: '表1', rows: [['申请号', '专利名称', '专利权人', '申请日'], [a, '甲', '青岛甲公司', '2018-01-05']] },
      { name: '表2', rows: [[b, '一种冰柜', '青岛乙公司', '2018-02-05'], [c, '一种支架', '青岛丙公司', '2020-03-05']] },
    ]),
    answer: { kind: 'patents', headers: ['1', ''], new: 3, notices: ['sheet_continues'], records: [['patent', b, { title: '一种冰柜', parties: ['青岛乙公司'], filedOn: '2018-02-05' }]] },
  },
  {
    name: 'a trademark file handed in as patents',
    file: '商标清单.xlsx',
    content: () => xlsxOf([{ rows: [['注册号', '商标名称', '类别', '申请人'], ['9040001', '甲', '9', '青岛甲公司']] }]),
    options: { as: 'patents' },
    refused: { code: 'kind_mismatch' },
  },
  {
    name: 'a list on a hidden sheet only',
    file: '标准清单.xlsx',
    content: () => xlsxOf([{ rows: [['说明']] }, { name: '清单', rows: [['标准编号', '标准名称'], ['GB/T 1-2019', '甲']], state: 'hidden' }]),
    refused: { code: 'no_known_column', what: 'hidden' },
  },
  {
    name: 'a letter without any table',
    file: '通知.xlsx',
    content: () => xlsxOf([{ rows: [['关于报送标准化工作情况的通知'], ['各区市局：'], ['请于1月10日前报送。']] }]),
    refused: { code: 'no_known_column' },
  },
  {
    name: 'a quarter of patents whose file name alone names the district',
    file: '2021年第四季度城阳区授权专利.xls.xlsx',
    content: () => xlsxOf([{ name: 'Sheet1', rows: [['序号', '申请号', '发明名称', '专利权人', '授权日'], [1, a, '甲', '青岛甲公司', '2020/3/10'], ['', '', '', '', ''], [2, c, '丙', '青岛乙公司', { serial: 44200 }]] }]),
    answer: { kind: 'patents', headers: ['1'], new: 2, mapping: 'applicationNumber=B title=C applicants=D grantDate=E', records: [['patent', c, { grantedOn: '2021-01-04' }]] },
  },
]
