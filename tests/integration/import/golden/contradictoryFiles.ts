import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application, uscc } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

const [a, b, c, d, e] = [801, 802, 803, 804, 805].map((serial) => application(2019, 1, serial)) as [string, string, string, string, string]
const wrongCheck = `${d.slice(0, 13)}${d.endsWith('0') ? '1' : '0'}`

/** Files that say two things at once: the clerk is asked which of them is meant. */
export const contradictoryFiles: readonly GoldenCase[] = [
  {
    name: 'a patent number that is not the application number of its row',
    file: '两号不一.xlsx',
    content: () => xlsxOf([{ rows: [
      ['申请号', '专利号', '专利名称', '专利权人', '授权公告日'],
      [a, `ZL${a}`, '甲', '青岛甲公司', '2021-05-06'],
      [b, `ZL${c}`, '乙', '青岛甲公司', '2021-05-06'],
      [c, 'ZL', '丙', '青岛甲公司', '2021-05-06'],
      [d, `ZL${wrongCheck}`, '丁', '青岛甲公司', '2021-05-06'],
      [e, '第4567890号', '戊', '青岛甲公司', '2021-05-06'],
      [null, `ZL${application(2019, 1, 806)}`, '己', '青岛甲公司', '2021-05-06'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 4, review: ['3A numbers_disagree', '5A numbers_disagree'], notices: ['bad_text_value'], records: [['patent', a, { title: '甲' }], ['patent', c, { title: '丙' }]] },
  },
  {
    name: 'titles of one district, of two and of three over the same headings, printed again or not',
    file: '各区市标准.xlsx',
    content: () => xlsxOf([{ rows: [
      ['市南区2021年标准'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42901-2021', '甲', '青岛甲公司'],
      ['市北区、崂山区2021年标准'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42902-2021', '乙', '青岛乙公司'],
      ['李沧、城阳两区2021年标准'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42903-2021', '丙', '青岛丙公司'],
      ['胶州市2021年标准'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42904-2021', '丁', '青岛丁公司'],
      ['青岛市即墨区2021年度企事业单位主导或参与制修订标准情况统计表'], ['GB/T 42905-2021', '戊', '青岛戊公司'],
      ['平度市、莱西市2021年标准汇总'], ['GB/T 42906-2021', '己', '青岛己公司'],
    ] }]),
    answer: {
      kind: 'standards', headers: ['2', '5', '8', '11'], new: 3, skipped: ['13 section', '15 section'], review: ['6 district_ambiguous', '9 district_ambiguous', '16 district_ambiguous'],
      records: [['standard', 'GB/T 42901-2021', { reportedDistrict: '370202' }], ['standard', 'GB/T 42904-2021', { reportedDistrict: '370281' }], ['standard', 'GB/T 42905-2021', { reportedDistrict: '370215' }]],
    },
  },
  {
    name: 'patents below a title of two districts: asked about where no address tells',
    file: '专利汇总.xlsx',
    content: () => xlsxOf([{ rows: [
      ['市南区发明专利'], ['申请号', '专利名称', '专利权人', '专利权人地址'], [a, '甲', '青岛甲公司', null],
      ['市北区、崂山区发明专利'], ['申请号', '专利名称', '专利权人', '专利权人地址'], [b, '乙', '青岛乙公司', null], [c, '丙', '青岛丙公司', '山东省青岛市崂山区海尔路1号'],
    ] }]),
    answer: { kind: 'patents', headers: ['2', '5'], new: 2, review: ['6 district_ambiguous'], records: [['patent', a, { ownerPlace: '370202' }], ['patent', c, { ownerPlace: '370212' }]] },
  },
  {
    name: 'awards of districts, forms of units and forms of bureaus under the same headings again',
    file: '各单位报送.xlsx',
    content: () => xlsxOf([
      { name: '荣誉', rows: [
        ['市南区2021年荣誉汇总表'], ['荣誉名称', '获奖单位', '届次'], ['青岛市市长质量奖', '青岛甲公司', '第七届'],
        ['市北区2021年荣誉汇总表'], ['荣誉名称', '获奖单位', '届次'], ['青岛市市长质量奖', '青岛乙公司', '第七届'],
      ] },
      { name: '单位', rows: [
        ['2021年标准'], ['单位名称：青岛甲公司'], ['标准编号', '标准名称', '本单位排名'], ['GB/T 42911-2021', '甲', 1],
        ['2021年标准'], ['单位名称：青岛乙公司', null, '填报日期：2022年1月5日'], ['标准编号', '标准名称', '本单位排名'], ['GB/T 42912-2021', '乙', 2],
      ] },
      { name: '各局', rows: [
        ['2021年标准'], ['填报单位：市南区市场监管局'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42913-2021', '甲', '青岛甲公司'],
        ['2021年标准'], ['填报单位：崂山区市场监管局', null, '填报日期：2022年1月5日'], ['标准编号', '标准名称', '单位名称'], ['GB/T 42914-2021', '丙', '青岛丙公司'],
      ] },
    ]),
    answer: {
      kind: 'honours', headers: ['2', '5', '3', '7', '3', '7'], new: 6,
      records: [
        ['honour', '青岛市市长质量奖||第七届|青岛甲公司', { district: '370202' }], ['honour', '青岛市市长质量奖||第七届|青岛乙公司', { district: '370203' }],
        ['standard', 'GB/T 42911-2021', { drafting: [[1, '青岛甲公司']] }], ['standard', 'GB/T 42912-2021', { drafting: [[2, '青岛乙公司']] }],
        ['standard', 'GB/T 42913-2021', { reportedDistrict: '370202' }], ['standard', 'GB/T 42914-2021', { reportedDistrict: '370212' }],
      ],
    },
  },
  {
    name: 'districts in brackets behind names, and brackets that belong to the name',
    file: '市南区汇总.xlsx',
    content: () => xlsxOf([
      { name: '专利', rows: [
        ['申请号', '专利名称', '专利权人'],
        [a, '甲', '青岛甲公司（崂山区）'], [b, '乙', '海尔集团(崂山)'], [c, '丙', '青岛啤酒（崂山）有限公司'],
        [d, '丁', '青岛甲公司（胶南）；青岛乙公司（市北区）'], [e, '戊', '中国石油大学（华东）'],
      ] },
      { name: '荣誉', rows: [
        ['荣誉名称', '获奖单位', '届次', '区市'],
        ['青岛市市长质量奖', '青岛甲公司（崂山区）', '第七届', '市北区'], ['青岛市市长质量奖', '青岛乙公司（崂山区）', '第七届', '崂山'], ['青岛市市长质量奖', '青岛丙公司（崂山区）', '第七届', null],
      ] },
      { name: '试点', rows: [['项目名称', '类型', '承担单位'], ['智慧园区标准化试点', '服务业', '青岛甲公司(城阳)'], ['一、李沧区', null, null], ['医养标准化试点', '服务业', '青岛乙公司（即墨区）']] },
      { name: '商标', rows: [['注册号', '商标名称', '类别', '注册人', '地址'], ['9030001', '甲', 9, '青岛甲公司（李沧区）', null], ['9030002', '乙', 9, '青岛甲公司（李沧区）', '青岛市崂山区香港路1号']] },
    ]),
    answer: {
      kind: 'patents', headers: ['1', '1', '1', '1'], new: 12, skipped: ['3 section'], notices: ['district_beside_name'],
      records: [
        ['patent', a, { parties: ['青岛甲公司'], ownerPlace: '370212' }], ['patent', b, { parties: ['海尔集团'], ownerPlace: '370212' }], ['patent', c, { parties: ['青岛啤酒（崂山）有限公司'], ownerPlace: '370202' }],
        ['patent', d, { parties: ['青岛甲公司', '青岛乙公司'], ownerPlace: '370211' }], ['patent', e, { parties: ['中国石油大学（华东）'] }],
        // Where a column or the heading above says another district, the bracket stays with the name.
        ['honour', '青岛市市长质量奖||第七届|青岛甲公司(崂山区)', { district: '370203' }], ['honour', '青岛市市长质量奖||第七届|青岛乙公司', { district: '370212' }], ['honour', '青岛市市长质量奖||第七届|青岛丙公司', { district: '370212' }],
        ['pilot', '智慧园区标准化试点|服务业|||青岛甲公司', { district: '370214' }], ['pilot', '医养标准化试点|服务业|||青岛乙公司(即墨区)', { district: '370213' }],
        ['trademark', '9030001', { owner: '青岛甲公司', ownerPlace: '370213' }], ['trademark', '9030002', { owner: '青岛甲公司（李沧区）', ownerPlace: '370212' }],
      ],
    },
  },
  {
    name: 'lists of patents that lapsed, by title, reason or a day that is past, and of those that will',
    file: '专利.xlsx',
    content: () => xlsxOf([
      { name: '失效', rows: [['2021年崂山区失效专利清单'], ['专利号', '专利名称', '专利权人', '失效日期', '失效原因'], [`ZL${a}`, '甲', '青岛甲公司', '2021-05-06', '未缴年费'], [`ZL${b}`, '乙', '青岛甲公司', null, null]] },
      { name: '到期', rows: [['2022年将终止专利预警'], ['专利号', '专利名称', '专利权人', '到期日'], [`ZL${c}`, '丙', '青岛甲公司', '2039-05-06'], [`ZL${d}`, '丁', '青岛甲公司', '2020-06-06']] },
    ]),
    answer: {
      kind: 'patents', headers: ['2', '2'], new: 4,
      records: [['patent', a, { statedStatus: 'invalid', lapsedOn: '2021-05-06' }], ['patent', b, { statedStatus: 'invalid' }], ['patent', c, { statedStatus: null, lapsedOn: null }], ['patent', d, { statedStatus: 'invalid', lapsedOn: '2020-06-06' }]],
    },
  },
  {
    name: 'two units in one place, two numbers of one mark, and a mark that is only applied for',
    file: '两处.xlsx',
    content: () => xlsxOf([
      { name: '标准', rows: [['单位名称', '标准编号', '标准名称', '本单位排名'], ['青岛甲公司', 'GB/T 42931-2021', '甲', '1'], ['青岛乙公司', 'GB/T 42931-2021', '甲', '1'], ['青岛丙公司', 'GB/T 42931-2021', '甲', '2']] },
      { name: '商标', rows: [['申请号', '注册号', '商标名称', '类别', '申请人'], ['32345678', '32345678', '甲', '9', '青岛甲公司'], ['32345679', '32345670', '乙', '9', '青岛甲公司'], ['32345680', '', '丙', '9', '青岛甲公司']] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '1'], new: 3, changed: 1, same: 1, review: ['3B numbers_disagree'], notices: ['place_conflict'],
      records: [['standard', 'GB/T 42931-2021', { drafting: [[1, '青岛甲公司'], [2, '青岛丙公司']] }], ['trademark', '32345680', { name: '丙' }]],
    },
  },
  {
    name: 'figures that their unit makes absurd',
    file: '数.xlsx',
    content: () => xlsxOf([
      { name: '万人', rows: [['2021年末常住人口'], ['单位：万人'], ['区市', '常住人口'], ['市南区', 491_000], ['市北区', 110.5]] },
      { name: '人', rows: [['2020年末常住人口（人）'], ['区市', '常住人口（人）'], ['市南区', 49.1], ['市北区', 1_105_000]] },
      { name: '主体', rows: [['2021年末市场主体（万户）'], ['区市', '市场主体（万户）'], ['市南区', 101_234], ['崂山区', 9.8]] },
      { name: '通报', rows: [['2021年各市商标情况（单位：万件）'], ['市', '有效注册商标', '商标申请量'], ['济南市', 20.1, '3.2万'], ['青岛市', 38.2, 41_500]] },
    ]),
    answer: {
      kind: 'population', headers: ['3', '2', '2', '2'], new: 4, review: ['4B unit_doubtful', '3B unit_doubtful', '3B unit_doubtful', '4C unit_doubtful'],
      records: [['population', '370203|yearend2021', { populationWan: 110.5 }], ['population', '370203|yearend2020', { populationWan: 110.5 }], ['market_entities', '370212|2021', { entities: 98_000 }], ['indicator', '370100|trademarks_applied|2021', { value: 3.2 }]],
    },
  },
  {
    name: 'districts that are none or two, an award whose session is written in two ways, and standards abolished by a title',
    file: '杂项.xlsx',
    content: () => xlsxOf([
      { name: '专利', rows: [['申请号', '专利名称', '专利权人', '区市'], [a, '甲', '青岛甲公司', '唠山区'], [b, '乙', '青岛乙公司', '崂山区、市南区'], [c, '丙', '青岛乙公司；青岛丙公司', '崂山区、市南区']] },
      { name: '荣誉', rows: [['奖项名称', '获奖单位', '届次'], ['青岛市市长质量奖', '青岛甲公司', '第七届（2021年）'], ['青岛市市长质量奖', '青岛甲公司', '第7届']] },
      { name: '废止', rows: [['关于废止《甲》等2项国家标准的公告'], ['国家标准编号', '国家标准名称', '废止日期'], ['GB/T 42951-2011', '甲', '2021-05-06'], ['GB/T 42952-2012', '乙', '']] },
      { name: '采标', rows: [['标准编号', '标准名称', '采标情况', '采用国际标准编号'], ['GB/T 42953-2021', '丙', '等同采用', 'ISO 9001:2015']] },
      { name: '迁移', rows: [['企业名称', '统一社会信用代码', '迁出区市', '迁入区市', '迁移日期'], ['青岛甲公司', uscc(41), '市南区', '崂山区', '2021-05-06']] },
    ]),
    answer: {
      kind: 'patents', headers: ['1', '1', '2', '1', '1'], new: 7, changed: 1, review: ['3D district_ambiguous'], notices: ['bad_text_value'],
      records: [
        ['patent', a, { ownerPlace: null }], ['patent', c, { ownerPlace: '370212' }], ['standard', 'GB/T 42952-2012', { statedStatus: '废止' }], ['standard', 'GB/T 42953-2021', { adopts: 'ISO 9001:2015', adoption: 'IDT' }],
        ['unit', uscc(41), { district: '370212', previousDistrict: '370202', movedOn: '2021-05-06' }],
      ],
    },
  },
]
