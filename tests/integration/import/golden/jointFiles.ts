import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { libraryFileOf, textTableOf, xlsxOf } from '../../../support/golden/tablePlan'

const [net, anchor, buoy] = [application(2019, 1, 910_001), application(2020, 2, 910_002), application(2020, 1, 910_003)]
const withoutGroups = [
  ['企业名称', '商标名称', '注册号', '类别', '注册日期', '专利号', '名称', '授权日期', '所在区市'],
  ['青岛甲公司', '琅岬', '41091001', '9', '2020-05-07', `ZL${net}`, '一种网箱', '2021-04-06', '即墨区'],
  ['青岛乙公司', '', '', '', '', `ZL${anchor}`, '一种锚', '2021-05-07', '莱西市'],
  ['青岛丙公司', '潮生', '41091002', '30、35', '2020-05-14', '', '', '', '平度市'],
] as const

/** Patents and marks of one unit side by side in its row, and what was dealt with in them. */
export const jointFiles: readonly GoldenCase[] = [
  {
    name: 'a unit a row, its patents and its marks under a group each, the unit merged over several',
    file: '一企一档汇总.xlsx',
    content: () => xlsxOf([{ rows: [
      ['崂山区企业专利商标情况一览表'],
      ['序号', '单位名称', '专利', null, null, null, '商标', null, null, null, '备注'],
      [null, null, '申请号', '名称', '申请日', '授权日', '名称', '注册号', '类别', '到期日期', null],
      [1, '青岛甲公司', net, '一种网箱', '2019-03-05', '2021-04-06', '琅岬', '41091011', '9', '2030-05-06', null],
      [null, null, buoy, '一种浮标', '2020-03-05', '2022-04-05', null, null, null, null, null],
      [null, null, null, null, null, null, '礁语', '41091012', '30、35', '2030-05-13', '共有'],
      [2, '青岛乙公司', '/', '/', '/', '/', '潮生', '41091013', '35', '2030-06-06', null],
      [3, '青岛丙公司', anchor, '一种锚', '2020-03-06', '2020-12-08', '无', '无', '无', '无', null],
      [4, '青岛丁公司', null, null, null, null, null, null, null, null, '尚无'],
      ['合计', null, '3件', null, null, null, '3件'],
    ], merges: ['A1:K1', 'A2:A3', 'B2:B3', 'C2:F2', 'G2:J2', 'A4:A6', 'B4:B6'] }]),
    answer: {
      kind: 'patents', headers: ['2-3', '2-3'], new: 6, skipped: ['10 total', '10 total'], mapping: 'applicants=B applicationNumber=C title=D filingDate=E grantDate=F',
      records: [
        ['patent', buoy, { parties: ['青岛甲公司'], title: '一种浮标', grantedOn: '2022-04-05', ownerPlace: '370212' }],
        ['patent', anchor, { parties: ['青岛丙公司'], filedOn: '2020-03-06' }],
        ['trademark', '41091012', { owner: '青岛甲公司', name: '礁语', classes: [30, 35], appliedOn: null, termEndOn: '2030-05-13', ownerPlace: '370212' }],
        ['trademark', '41091013', { owner: '青岛乙公司', name: '潮生' }],
      ],
    },
  },
  {
    name: 'marks before patents without groups or a gap, the district behind both',
    file: '企业专利商标.xls',
    content: () => libraryFileOf([{ rows: withoutGroups }], 'biff8'),
    answer: {
      kind: 'trademarks', headers: ['1', '1'], new: 4,
      records: [
        ['trademark', '41091002', { owner: '青岛丙公司', classes: [30, 35], registeredOn: '2020-05-14', ownerPlace: '370283' }],
        ['patent', net, { parties: ['青岛甲公司'], title: '一种网箱', grantedOn: '2021-04-06', ownerPlace: '370215' }], ['patent', anchor, { ownerPlace: '370285' }],
      ],
    },
  },
  {
    name: 'the same, of which the clerk wants the patents alone',
    file: '企业专利商标.csv',
    content: () => textTableOf(withoutGroups, ',', 'utf-16le'),
    options: { as: 'patents' },
    answer: { kind: 'patents', headers: ['1'], new: 2, notices: ['table_left_out'], records: [['patent', net, { title: '一种网箱', ownerPlace: '370215' }]] },
  },
  {
    name: 'patents and marks with a gap between, each with owners of its own',
    file: '授权公示.xlsx',
    content: () => xlsxOf([{ rows: [
      ['专利号', '专利名称', '权利人', '区市', '授权日', null, '商标', '注册号', '类别', '权利人', '区市', '注册日'],
      [net, '一种网箱', '青岛甲公司', '城阳区', '2021-04-06', null, '琅岬', '41091021', '9', '青岛乙公司', '李沧区', '2020-05-07'],
      [null, null, null, null, null, null, '礁语', '41091022', '30', '青岛丙公司', '市北区', '2020-05-14'],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1', '1'], new: 3,
      records: [['patent', net, { parties: ['青岛甲公司'], ownerPlace: '370214' }], ['trademark', '41091021', { owner: '青岛乙公司', ownerPlace: '370213' }], ['trademark', '41091022', { owner: '青岛丙公司', ownerPlace: '370203' }]],
    },
  },
  {
    name: 'standards, patents and marks of a unit under a group each',
    file: '市北区台账.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年市北区企业标准专利商标台账'],
      ['企业名称', '标准', null, '专利', null, '商标', null, null],
      [null, '标准编号', '标准名称', '专利号', '专利名称', '商标名称', '注册号', '类别'],
      ['青岛甲公司', 'GB/T 91001-2021', '网箱', `ZL${net}`, '一种网箱', '琅岬', '41091031', 9],
      ['青岛乙公司', null, null, `ZL${anchor}`, '一种锚', null, null, null],
      ['青岛丙公司', 'GB/T 91002-2021', '锚', null, null, null, null, null],
    ], merges: ['A1:H1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:H2'] }]),
    answer: {
      kind: 'standards', headers: ['2-3', '2-3', '2-3'], new: 5,
      records: [['standard', 'GB/T 91002-2021', { title: '锚', reportedDistrict: '370203' }], ['patent', anchor, { title: '一种锚', parties: ['青岛乙公司'] }], ['trademark', '41091031', { name: '琅岬', classes: [9], owner: '青岛甲公司' }]],
    },
  },
  {
    name: 'patents, a mark and software under one heading of numbers, told apart by a column',
    file: '知识产权清单.xlsx',
    content: () => xlsxOf([{ rows: [
      ['知识产权类型', '名称', '专利号/注册号', '权利人', '授权/注册日期', '区市'],
      ['发明专利', '一种网箱', `ZL${net}`, '青岛甲公司', '2021-04-06', '李沧区'],
      ['商标', '琅岬', '41091041', '青岛甲公司', '2020-05-07', '李沧区'],
      ['软件著作权', '监控软件V1.0', '2021SR0910001', '青岛甲公司', '2021-05-06', '李沧区'],
      ['实用新型', '一种锚', anchor, '青岛乙公司', '2020-12-08', '城阳区'],
      ['合计', null, 4],
    ] }]),
    answer: {
      kind: 'patents', headers: ['1', '1'], new: 3, rejected: ['4C bad_format'], skipped: ['6 total'], mapping: 'title=B applicationNumber=C applicants=D grantDate=E district=F',
      records: [['patent', anchor, { grantedOn: '2020-12-08', parties: ['青岛乙公司'], ownerPlace: '370214' }], ['trademark', '41091041', { name: '琅岬', classes: null, registeredOn: '2020-05-07', owner: '青岛甲公司', ownerPlace: '370213' }]],
    },
  },
  {
    name: 'patents and marks that were pledged, told apart by the kind of the pledge',
    file: '质押融资.xlsx',
    content: () => xlsxOf([{ rows: [
      ['2021年知识产权质押融资情况表'],
      ['序号', '企业名称', '区市', '质押类型', '质押标的号', '质押物名称', '贷款银行', '贷款金额（万元）'],
      [1, '青岛甲公司', '市南区', '专利权', net, '网箱', '青岛银行', 500],
      [2, '青岛乙公司', '市北区', '商标权', '41091051', '琅岬', '青岛农商行', 300],
      [3, '青岛丙公司', '市北区', '专利权', anchor, '锚', '青岛农商行', 200],
    ], merges: ['A1:H1'] }]),
    answer: { kind: 'patents', headers: ['2', '2'], new: 3, notices: ['column_by_content'], records: [['patent', net, { parties: ['青岛甲公司'], ownerPlace: '370202', pledge: null }], ['trademark', '41091051', { owner: '青岛乙公司', ownerPlace: '370203' }]] },
  },
  {
    name: 'patents beside how many marks their units have',
    file: '重点企业专利.xlsx',
    content: () => xlsxOf([{ rows: [['企业名称', '专利号', '专利名称', '授权日期', '有效商标数', '商标注册号'], ['青岛甲公司', net, '一种网箱', '2021-04-06', 12, '']] }]),
    answer: { kind: 'patents', headers: ['1'], new: 1, records: [['patent', net, { grantedOn: '2021-04-06' }]] },
  },
]
