import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
import { textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

/** Trademarks, units, honours and pilots. */
export const ownerFiles: readonly GoldenCase[] = [
  {
    name: 'an agency sheet with the term in one cell and several classes in one cell',
    file: '商标一览表.xlsx',
    content: () => xlsxOf([{ rows: [
      ['商标一览表'],
      ['序号', '商标名称', '注册号', '类别', '申请人', '地址', '区县', '申请日期', '注册公告日期', '专用权期限', '状态'],
      [1, '海之蓝', '9023455', '39', '青岛甲有限公司', '山东省青岛市市北区', '市北区', '2011-01-05', '2012-01-21', '2012年01月21日 至 2022年01月20日', '已注册'],
      [2, '山之青', 9023456, '第9类、第35类', '青岛乙有限公司', null, '胶南', '2011-01-05', '2012-01-21', '2012-01-21至2022-01-20', '已注册'],
      [3, '错期', '第9023457号', '5', '青岛乙有限公司', null, '李沧区', null, null, '2022-01-20至2012-01-21', '已注册'],
      [4, '错类', '9023458', '0901', '青岛乙有限公司', null, '李沧区', null, null, null, '已注册'],
      [5, '科学', '9.02E+06', '5', '青岛乙有限公司', null, '李沧区', null, null, null, '已注册'],
      [6, '国际', 'G1234567', '25', '青岛乙有限公司', null, '李沧区', null, null, null, '已注册'],
    ], merges: ['A1:K1'] }]),
    answer: {
      kind: 'trademarks', headers: ['2'], new: 3, rejected: ['5J bad_term', '6D similar_group_code', '7C scientific_notation'],
      records: [['trademark', '9023455', { termStartOn: '2012-01-21', termEndOn: '2022-01-20', classes: [39] }], ['trademark', '9023456', { classes: [9, 35], ownerPlace: '370211' }]],
    },
  },
  {
    name: 'PCT applications whose column of places holds names',
    file: 'PCT受理名单.xlsx',
    content: () => xlsxOf([{ rows: [
      ['序号', 'PCT申请号', '发明名称', '受理日', '申请人', '第一申请人所在地'],
      [1, 'PCT/CN2021/068636', '养殖装置', '2021-12-30', '王建国', '胶州市'],
      [2, 'PCT/CN2021/068637', '养殖网箱', '2021-12-30', '王建国', '山东省青岛市即墨区'],
      [3, 'PCT/CN2021/068638', '养殖方法', '2021-12-30', '王建国', '济南市'],
    ] }]),
    answer: {
      kind: 'pct', headers: ['1'], new: 3,
      records: [['pct', 'PCT/CN2021/068636', { ownerPlace: '370281' }], ['pct', 'PCT/CN2021/068637', { ownerPlace: '370215' }], ['pct', 'PCT/CN2021/068638', { ownerPlace: '370100' }]],
    },
  },
  {
    name: 'the fields of the official detail page as a semicolon list',
    file: '商标.txt',
    content: () => textTableOf([
      ['申请/注册号', '国际分类', '申请日期', '申请人名称（中文）', '申请人地址（中文）', '初审公告期号', '初审公告日期', '注册公告期号', '注册公告日期', '专用权期限', '商标状态图标'],
      ['30000001', '9', '2018年04月02日', '青岛丙有限公司', '山东省青岛市城阳区', '1600', '2018年10月20日', '1612', '2019年01月21日', '2019年01月21日 至 2029年01月20日', '注册'],
      ['30000001', '35', '2018年04月02日', '青岛丙有限公司', '山东省青岛市城阳区', '1600', '2018年10月20日', '1612', '2019年01月21日', '2019年01月21日 至 2029年01月20日', '注册'],
    ], ';', 'utf-8'),
    answer: {
      kind: 'trademarks', headers: ['1'], new: 2, mapping: 'registrationNumber=A classes=B appliedOn=C owner=D address=E registeredOn=I term=J',
      records: [['trademark', '30000001', { classes: [9, 35], registeredOn: '2019-01-21', ownerPlace: '370214' }]],
    },
  },
  {
    name: 'a unit directory with old names in brackets, a zone and damaged codes',
    file: '企业名录.xlsx',
    content: () => xlsxOf([{ rows: [
      ['单位名录'], ['填报单位：市市场监管局', null, '填报日期：2022年1月5日'],
      ['序号', '企业名称', '统一社会信用代码', '曾用名', '所在区市', '住所'],
      [1, '青岛甲有限公司（原青岛甲厂）', uscc(1), null, '市北区', '辽宁路1号'],
      [2, '青岛乙有限公司', uscc(2).toLowerCase(), '青岛乙厂、青岛旧乙公司', '西海岸新区', '香江路2号'],
      [3, '青岛丙有限公司', 913702117439759000, '无', '城阳区', null],
      [4, '青岛丁有限公司', '9.13702E+17', '—', '城阳区', null],
      [5, '青岛戊有限公司', uscc(5), null, '高新区', null],
      [6, '青岛己有限公司', uscc(6).replace(/.$/u, (last) => (last === '0' ? '1' : '0')), null, '城阳区', null],
      [7, '青岛庚有限公司', ` ${uscc(7).slice(0, 8)} ${uscc(7).slice(8)} `, null, '即墨', null],
      ['合计', 7],
    ], merges: ['A1:F1'] }]),
    answer: {
      kind: 'units', headers: ['3'], new: 3, skipped: ['11 total'], mapping: 'name=B uscc=C formerNames=D district=E address=F',
      rejected: ['6C precision_lost', '7C scientific_notation', '9C check_char'], review: ['8E zone_without_district'],
      records: [['unit', uscc(1), { name: '青岛甲有限公司', formerNames: ['青岛甲厂'], district: '370203' }], ['unit', uscc(2), { district: '370211', formerNames: ['青岛乙厂', '青岛旧乙公司'] }], ['unit', uscc(7), { district: '370215' }]],
    },
  },
  {
    name: 'a unit list without header and with a leading tab',
    file: 'company.txt',
    content: () => textTableOf([['', '青岛甲有限公司', uscc(11), '市南区'], ['', '青岛乙有限公司', uscc(12), '崂山区'], ['', '青岛丙有限公司', uscc(13), '城阳区']], '\t', 'utf-8'),
    answer: { kind: 'units', headers: [''], new: 3, mapping: 'name=B uscc=C district=D', records: [['unit', uscc(11), { name: '青岛甲有限公司', district: '370202' }]] },
  },
  {
    name: 'honours with levels, a repeated row and a proposal that is not awarded',
    file: '质量荣誉.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年质量荣誉汇总表'],
      ['序号', '区市', '获奖单位', '统一社会信用代码', '奖项名称', '奖项等级', '届次', '公布文件', '公布日期', '状态'],
      [1, '崂山区', '海尔智家股份有限公司', '91370200264574251E', '中国质量奖', '提名奖', '第四届', '国市监质〔2021〕1号', '2021-09-16', '授予'],
      [2, '崂山区', '海尔智家股份有限公司', '91370200264574251E', '中国质量奖', '提名奖', '第四届', '国市监质〔2021〕1号', '2021-09-16', '授予'],
      [3, '市北区', '赛轮集团股份有限公司', null, '山东省省长质量奖', null, '第八届', '鲁政字〔2021〕2号', '2021年12月', '公示'],
    ], merges: ['A1:J1'] }]),
    answer: { kind: 'honours', headers: ['2'], new: 2, same: 1, mapping: 'district=B recipient=C uscc=D honour=E level=F session=G document=H publishedOn=I status=J', notices: ['duplicate_in_file'] },
  },
  {
    name: 'statuses of honours in other words',
    file: '质量荣誉状态.xlsx',
    content: () => xlsxOf([{ rows: [
      ['单位名称', '荣誉名称', '等级', '届次', '状态'],
      ['青岛甲有限公司', '中国质量奖', '正奖', '第四届', '已授予'], ['青岛乙有限公司', '中国质量奖', '正奖', '第四届', '拟授予'], ['青岛丙有限公司', '中国质量奖', '正奖', '第四届', '另议'],
    ] }]),
    answer: { kind: 'honours', headers: ['1'], new: 3, records: [['honour', '中国质量奖|正奖|第四届|青岛甲有限公司', { status: '授予' }], ['honour', '中国质量奖|正奖|第四届|青岛乙有限公司', { status: '公示' }], ['honour', '中国质量奖|正奖|第四届|青岛丙有限公司', { status: '另议' }]] },
  },
  {
    name: 'standards of a district that is none',
    file: '标准区市.xlsx',
    content: () => xlsxOf([{ rows: [['标准编号', '标准名称', '区市'], ['GB/T 1-2021', '甲', '火星区'], ['GB/T 2-2021', '乙', '崂山区'], ['GB/T 3-2021', '丙', '济南市']] }]),
    answer: { kind: 'standards', headers: ['1'], new: 3, notices: ['bad_text_value'], records: [['standard', 'GB/T 2-2021', { reportedDistrict: '370212' }]] },
  },
  {
    name: 'a mark whose owner has no valid code',
    file: '商标代码.xlsx',
    content: () => xlsxOf([{ rows: [
      ['注册号', '商标名称', '类别', '申请人', '统一社会信用代码', '注册日期'],
      ['9023455', '海之蓝', '39', '青岛甲有限公司', '9137020XXXXX', '2012-01-21'],
      ['9023456', '山之青', '35', '青岛乙有限公司', '待定', '2012-01-21'],
    ] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 2, notices: ['bad_text_value'], records: [['trademark', '9023455', { owner: '青岛甲有限公司', ownerUscc: null }]] },
  },
  {
    name: 'a pilot of no known place, its unit without a valid code',
    file: '试点单位.xlsx',
    content: () => xlsxOf([{ rows: [
      ['项目名称', '类型', '级别', '承担单位', '统一社会信用代码', '所属区市', '批准年度'],
      ['国家海洋标准化试点', '标准化试点', '国家级', '青岛甲有限公司', uscc(7), '火星区', 2021],
      ['知识产权示范企业', '示范企业', '省级', '青岛乙有限公司', '没有代码的单位', '平度市', 2020],
    ] }]),
    answer: {
      kind: 'pilots', headers: ['1'], new: 2, notices: ['bad_text_value'],
      records: [['pilot', `国家海洋标准化试点|标准化试点|国家级|2021|${uscc(7)}`, { district: null, uscc: uscc(7) }], ['pilot', '知识产权示范企业|示范企业|省级|2020|青岛乙有限公司', { district: '370283', uscc: null }]],
    },
  },
  {
    name: 'pilots in a list of the district',
    file: '试点.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年标准化试点示范项目汇总表'],
      ['序号', '项目名称', '类型', '级别', '承担单位', '所属区市', '批准年度', '状态'],
      [1, '国家海洋标准化试点', '标准化试点', '国家级', '青岛甲有限公司', '黄岛区', '2021年', '在建'],
      [2, '知识产权示范企业', '示范企业', '省级', '青岛乙有限公司', '平度市', 2020, '通过验收'],
    ], merges: ['A1:H1'] }]),
    answer: { kind: 'pilots', headers: ['2'], new: 2, mapping: 'project=B pilotType=C level=D name=E district=F year=G status=H' },
  },
  {
    name: 'a list of units with division codes for districts, short and long',
    file: '单位名录区划代码.xlsx',
    content: () => xlsxOf([{ rows: [
      ['单位全称', '统一社会信用代码', '行政区划代码', '单位类型'],
      ['青岛甲有限公司', uscc(31), '370202', '企业'], ['青岛乙有限公司', uscc(32), '370212001000', '企业'], ['青岛丙有限公司', uscc(33), 370_211, '企业'],
    ] }]),
    answer: { kind: 'units', headers: ['1'], new: 3, mapping: 'name=A uscc=B district=C unitType=D', records: [['unit', uscc(32), { district: '370212' }], ['unit', uscc(33), { district: '370211' }]] },
  },
  {
    name: 'the same award a year later, where only the titles tell the years',
    file: '2023年度高端品牌.xlsx',
    before: [{ file: '2022年度高端品牌.xlsx', content: () => xlsxOf([{ rows: [['2022年度山东省高端品牌培育企业名单'], ['序号', '奖项', '企业名称'], [1, '山东省高端品牌培育企业', '青岛甲有限公司']] }]) }],
    content: () => xlsxOf([{ rows: [['2023年度山东省高端品牌培育企业名单'], ['序号', '奖项', '企业名称'], [1, '山东省高端品牌培育企业', '青岛甲有限公司'], [2, '山东省高端品牌培育企业', '青岛乙有限公司']] }]),
    answer: { kind: 'honours', headers: ['2'], new: 2, records: [['honour', '山东省高端品牌培育企业||2022年度|青岛甲有限公司', { session: '2022年度' }], ['honour', '山东省高端品牌培育企业||2023年度|青岛甲有限公司', { session: '2023年度' }]] },
  },
  {
    name: 'an award list up to a year, which is of no single session',
    file: '历年获奖.xlsx',
    content: () => xlsxOf([{ rows: [['青岛市历年中国质量奖获奖名单（截至2022年）'], ['奖项', '企业名称'], ['中国质量奖', '青岛甲有限公司']] }]),
    answer: { kind: 'honours', headers: ['2'], new: 1, records: [['honour', '中国质量奖|||青岛甲有限公司', { honour: '中国质量奖' }]] },
  },
  {
    name: 'a mark in several classes, one row a class under merged cells',
    file: '一标多类.xlsx',
    content: () => xlsxOf([{ rows: [['注册号', '商标名称', '类别', '注册人'], ['55667788', '海浪', 3, '青岛大学'], [null, null, 5], [null, null, '第9类'], ['55667799', '浪花', 35, '青岛大学']], merges: ['A2:A4', 'B2:B4', 'D2:D4'] }]),
    answer: { kind: 'trademarks', headers: ['1'], new: 4, records: [['trademark', '55667788', { classes: [3, 5, 9] }], ['trademark', '55667799', { classes: [35] }]] },
  },
  {
    name: 'two headings that changed places',
    file: '表头写反.xlsx',
    content: () => xlsxOf([{ rows: [['企业名称', '统一社会信用代码'], [uscc(41), '青岛甲有限公司'], [uscc(42), '青岛乙有限公司']] }]),
    answer: { kind: 'units', headers: ['1'], new: 2, mapping: 'uscc=A name=B', notices: ['column_by_content'], records: [['unit', uscc(41), { name: '青岛甲有限公司' }]] },
  },
  {
    name: 'an award in one column that another list gives in three',
    file: '专利奖.xlsx',
    before: [{ file: '专利奖清单.xlsx', content: () => xlsxOf([{ rows: [['奖项', '等级', '届次', '专利号', '获奖单位'], ['中国专利奖', '优秀奖', '第二十三届', application(2021, 1, 5_001), '青岛甲有限公司']] }]) }],
    content: () => xlsxOf([{ rows: [['序号', '获奖单位', '专利号', '奖项'], [1, '青岛甲有限公司', application(2021, 1, 5_001), '第二十三届中国专利奖优秀奖'], [2, '青岛乙有限公司', application(2021, 1, 5_002), '中国专利银奖']] }]),
    answer: { kind: 'honours', headers: ['1'], new: 1, same: 1, records: [['honour', `中国专利奖|银奖||${application(2021, 1, 5_002)}`, { honour: '中国专利奖', level: '银奖' }]] },
  },
  {
    name: 'pilots whose year stands in the title, units under a heading of two codes',
    file: '试点名单.xlsx',
    content: () => xlsxOf([
      { name: '试点', rows: [['2022年度国家级标准化试点示范项目名单'], ['序号', '项目名称', '项目类型', '承担单位', '所在区市'], [1, '国家级服务业标准化试点', '服务业', '青岛甲有限公司', '崂山区']], merges: ['A1:E1'] },
      { name: '单位', rows: [['企业名称', '统一社会信用代码/注册号', '行政区划', '原属区市'], ['青岛甲有限公司', uscc(51), '市南区', '崂山区']] },
    ]),
    answer: { kind: 'pilots', headers: ['2', '1'], new: 2, records: [['pilot', `国家级服务业标准化试点|服务业|国家级|2022|青岛甲有限公司`, { year: 2022 }], ['unit', uscc(51), { district: '370202', previousDistrict: '370212' }]] },
  },
  {
    name: 'awards that came before the directory of units, once more after it',
    file: '荣誉.xlsx',
    before: [
      { file: '荣誉.xlsx', content: () => xlsxOf([{ rows: [['奖项', '届次', '企业名称'], ['青岛市市长质量奖', '第七届', '青岛甲有限公司']] }]) },
      { file: '单位.xlsx', content: () => xlsxOf([{ rows: [['企业名称', '统一社会信用代码'], ['青岛甲有限公司', uscc(61)]] }]) },
    ],
    content: () => xlsxOf([{ rows: [['奖项', '届次', '企业名称'], ['青岛市市长质量奖', '第七届', '青岛甲有限公司'], ['青岛市市长质量奖', '第八届', '青岛甲有限公司']] }]),
    answer: { kind: 'honours', headers: ['1'], new: 1, same: 1, records: [['honour', '青岛市市长质量奖||第七届|青岛甲有限公司', {}], ['honour', `青岛市市长质量奖||第八届|${uscc(61)}`, {}]] },
  },
  {
    name: 'an award told twice in one file, first without the code of its unit',
    file: '荣誉两遍.xlsx',
    content: () => xlsxOf([{ rows: [['奖项', '届次', '企业名称', '统一社会信用代码'], ['青岛市市长质量奖', '第七届', '青岛甲有限公司', null], ['青岛市市长质量奖', '第七届', '青岛甲有限公司', uscc(71)]] }]),
    answer: { kind: 'honours', headers: ['1'], new: 1, changed: 1, records: [['honour', '青岛市市长质量奖||第七届|青岛甲有限公司', { uscc: uscc(71) }]] },
  },
]
