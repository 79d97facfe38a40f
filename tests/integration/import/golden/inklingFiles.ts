import type { GoldenCase } from '../../../support/golden/goldenCase'
import { xlsxOf } from '../../../support/golden/tablePlan'

/** Times in a line of their own, several numbers under one code, editions in a foreign language, and headings in other words. */
export const inklingFiles: readonly GoldenCase[] = [
  {
    name: 'the time of a circular in a line of its own, below or above the title, and a unit line of counts and percentages',
    file: '各市指标.xlsx',
    content: () => xlsxOf([
      { name: '累计', rows: [['各市PCT国际专利申请情况'], ['（2022年1-9月）'], ['城市', 'PCT申请量（件）', '同比（%）', '位次'], ['济南', 300, '10.5', 2], ['青岛', 900, '-3.2', 1]], merges: ['A1:D1', 'A2:D2'] },
      { name: '年度', rows: [['2021年'], ['各市有效发明专利'], [null, null, '单位：万件、%'], ['市', '有效发明专利', '同比增长'], ['济南市', '4.61', '12.5'], ['青岛市', '5.94', '13.2']] },
    ]),
    answer: {
      kind: 'indicators', headers: ['3', '4'], new: 4,
      records: [
        ['indicator', '370100|pct|2022-01-01..2022-09-30', { value: 300, growth: '10.5%', rank: 2 }], ['indicator', '370200|pct|2022-01-01..2022-09-30', { value: 900, growth: '-3.2%' }],
        ['indicator', '370200|inventions_valid|2021', { value: 5.94, unit: '万件', growth: '13.2%' }],
      ],
    },
  },
  {
    name: 'several numbers whose code stands once; one that cannot be read is not left out, and a translation is asked about',
    file: '标准清单.xlsx',
    content: () => xlsxOf([{ rows: [['标准编号', '标准名称'], ['GB/T 74004.1-2022/.2-2022', '甲'], ['GB/T 74012—2022\n74013—2022', '乙'], ['ISO 74005:2022、74006:2022', '丙'], ['GB/T 74014-2022（英文版）', '丁'], ['GB/T 74015-2022,2022-10-01实施', '戊']] }]),
    answer: {
      kind: 'standards', headers: ['1'], new: 3, rejected: ['4A not_a_standard_number'], review: ['5A foreign_edition'], repaired: ['2A range_split', '3A range_split', '6A extracted_from_text'],
      records: [
        ['standard', 'GB/T 74004.1-2022', {}], ['standard', 'GB/T 74004.2-2022', {}], ['standard', 'GB/T 74012-2022', {}], ['standard', 'GB/T 74013-2022', {}], ['standard', 'GB/T 74015-2022', {}],
      ],
    },
  },
  {
    name: 'lists of subsidies, awards and pilots under headings in other words',
    file: '汇总.xlsx',
    content: () => xlsxOf([
      { name: '奖补', rows: [['序号', '奖补单位', '奖补事项', '标准文号', '标准中文名', '颁布日', '归口标准化技术委员会'], [1, '青岛甲公司', '主持修订行业标准', 'JB/T 74041-2022', '甲', '2022-01-02', '全国家用电器标准化技术委员会（SAC/TC 46）'], [2, '青岛乙公司', '参与制定国家标准', 'GB/T 74042-2022', '乙', '2022-01-02', null]] },
      { name: '质量奖', rows: [['历届质量奖获奖名单'], ['届次（年度）', '获奖组织', '奖项类别'], ['第十届（2022年）', '青岛甲公司', '青岛市市长质量奖'], [null, '青岛乙公司', '青岛市市长质量奖提名奖']], merges: ['A1:C1', 'A3:A4'] },
      { name: '试点', rows: [['标准化试点示范项目情况表'], ['项目名称', '承担单位', '项目级别（国家/省/市）', '项目类型', '下达文件及文号', '验收等次'], ['甲服务业标准化试点', '青岛甲公司', '国家级', '服务业', '国标委联〔2020〕12号', '优秀']], merges: ['A1:F1'] },
    ]),
    answer: {
      kind: 'standards', headers: ['1', '2', '2'], new: 5,
      records: [
        ['standard', 'JB/T 74041-2022', { title: '甲', newOrRevised: 'revised', publishedOn: '2022-01-02', committee: '全国家用电器标准化技术委员会（SAC/TC 46）', drafting: [[1, '青岛甲公司']] }], ['standard', 'GB/T 74042-2022', { drafting: [[2, '青岛乙公司']] }],
        ['honour', '青岛市市长质量奖|提名奖|第十届|青岛乙公司', {}], ['pilot', '甲服务业标准化试点|服务业|国家级|2020|青岛甲公司', { year: 2020, status: '优秀' }],
      ],
    },
  },
]
