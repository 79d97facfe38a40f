import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

/** Two facts in one column, and one fact spread over several. */
export const joinedFiles: readonly GoldenCase[] = [
  {
    name: 'registration number and classes in one cell, as the heading says and without it',
    file: '商标.xlsx',
    content: () => xlsxOf([
      { name: '合写', rows: [
        ['序号', '商标名称', '注册号/类别', '注册人'],
        [1, '甲', '12345678/第9类', '青岛甲公司'], [2, '乙', '12345679（9、35类）', '青岛甲公司'], [3, '丙', '12345680 / 9', '青岛甲公司'], [4, '丁', '第12345681号 第25类', '青岛甲公司'],
        [5, '戊', '12345682', '青岛甲公司'], [6, '己', '第9类/12345683', '青岛甲公司'], [7, '庚', '12345684/46', '青岛甲公司'], [8, '辛', '12345685/9；12345686/35', '青岛甲公司'],
        [9, '壬', 12345687, '青岛甲公司'], [10, '癸', '12345688\n（第9类）', '青岛甲公司'], [11, '子', 'G1234567/9,35', '青岛甲公司'],
      ] },
      { name: '括号', rows: [['商标名称', '注册号', '注册人'], ['甲', '22345678（第9类）', '青岛甲公司'], ['乙', '22345679（图形）', '青岛甲公司'], ['丙', '22345680/9', '青岛甲公司']] },
      { name: '两列', rows: [['商标名称', '注册号', '类别', '注册人'], ['甲', '32345678（第9类）', 9, '青岛甲公司'], ['乙', '32345679（9、35类）', '9', '青岛甲公司'], ['丙', '32345680（第9类）', null, '青岛甲公司']] },
    ]),
    answer: {
      kind: 'trademarks', headers: ['1', '1', '1'], new: 13, rejected: ['8C bad_format', '9C bad_format', '4B bad_format', '3B bad_format'],
      repaired: ['2B extracted_from_text', '2B extracted_from_text', '4B extracted_from_text'],
      records: [
        ['trademark', '12345678', { classes: [9] }], ['trademark', '12345679', { classes: [9, 35] }], ['trademark', '12345680', { classes: [9] }], ['trademark', '12345681', { classes: [25] }],
        ['trademark', '12345682', { classes: null }], ['trademark', '12345683', { classes: [9] }], ['trademark', '12345687', { classes: null }], ['trademark', '12345688', { classes: [9] }],
        ['trademark', 'G1234567', { classes: [9, 35] }], ['trademark', '22345678', { classes: [9] }], ['trademark', '22345679', { classes: null }], ['trademark', '32345678', { classes: [9] }], ['trademark', '32345680', { classes: [9] }],
      ],
    },
  },
  {
    name: 'numbers of patents in a column for each type, one or several in a cell, and columns of the same headings with ticks',
    file: '授权专利.xlsx',
    content: () => xlsxOf([
      { name: '一行表头', rows: [
        ['2021年授权专利'], ['序号', '单位名称', '发明', '实用新型', '外观设计'],
        [1, '青岛甲公司', `ZL${application(2019, 1, 901)}`, `ZL${application(2019, 2, 902)}、ZL${application(2019, 2, 903)}`, null],
        [2, '青岛乙公司', null, '/', `ZL${application(2019, 3, 904)}`], [3, '青岛丙公司', null, null, null], [4, '青岛丁公司', application(2019, 1, 905), 'ZL2019', null], ['合计', null, 2, 3, 1],
      ] },
      { name: '两行表头', rows: [
        ['序号', '单位名称', '专利号', null, null], [null, null, '发明', '实用新型', '外观设计'],
        [1, '青岛甲公司', `ZL${application(2019, 1, 911)}`, `ZL${application(2019, 2, 912)}\nZL${application(2019, 2, 913)}`, null],
      ], merges: ['A1:A2', 'B1:B2', 'C1:E1'] },
      { name: '带日期', rows: [
        ['单位名称', '发明专利号', '实用新型专利号', '外观设计专利号', '授权日期'],
        ['青岛甲公司', application(2019, 1, 921), `${application(2019, 2, 922)} ${application(2019, 2, 923)}`, null, '2021-05-06'], ['青岛乙公司', null, null, application(2019, 3, 924), '2021-06-06'], ['青岛乙公司', application(2019, 2, 925), null, null, '2021-06-06'],
      ] },
      { name: '打勾', rows: [['申请号', '发明', '实用新型', '外观设计', '专利权人'], [application(2019, 1, 931), '√', null, null, '青岛甲公司'], [application(2019, 2, 932), null, '√', null, '青岛甲公司']] },
    ]),
    answer: {
      kind: 'patents', headers: ['2', '1-2', '1', '1'], new: 8, skipped: ['7 total'], rejected: ['5C missing_key', '6D bad_format'], mapping: 'applicants=B inventionNumber=C utilityModelNumber=D designNumber=E', notices: ['type_conflict', 'bad_text_value'],
      records: [
        ['patent', application(2019, 1, 901), { parties: ['青岛甲公司'], type: 'invention' }], ['patent', application(2019, 2, 903), { parties: ['青岛甲公司'], type: 'utility_model' }], ['patent', application(2019, 3, 904), { parties: ['青岛乙公司'], type: 'design' }],
        ['patent', application(2019, 2, 913), { parties: ['青岛甲公司'] }],
        // The date of several numbers is nobody's.
        ['patent', application(2019, 1, 921), { grantedOn: null }], ['patent', application(2019, 3, 924), { grantedOn: '2021-06-06' }], ['patent', application(2019, 2, 925), { grantedOn: '2021-06-06', type: 'utility_model' }], ['patent', application(2019, 2, 932), { type: 'utility_model' }],
      ],
    },
  },
  {
    name: 'goals and what was reached, under groups, as whole headings, under a title of one indicator, and as a list of one district',
    file: '目标完成.xlsx',
    content: () => xlsxOf([
      { name: '分组', rows: [
        ['2021年各区市知识产权目标完成情况'], ['区市', '高价值发明专利拥有量（件）', null, null, 'PCT申请量（件）', null, null], [null, '目标值', '完成率', '完成值', '目标值', '完成率', '完成值'],
        ['市南区', 10, '120%', 12, 5, '80%', 4], ['市北区', 20, '110%', 22, 6, '116.7%', 7],
      ], merges: ['A2:A3', 'B2:D2', 'E2:G2'] },
      { name: '整列', rows: [['2020年各区市目标完成情况'], ['区市', 'PCT申请量目标值', 'PCT申请量完成值'], ['市南区', 6, 3]] },
      { name: '标题', rows: [['2019年各区市PCT申请目标完成情况'], ['区市', '目标值', '完成值', '完成率'], ['市南区', 7, 2, '28.6%']] },
      { name: '一区', rows: [['2018年市南区知识产权指标完成情况'], ['指标', '单位', '目标值', '完成值'], ['PCT申请量', '件', 8, 1], ['商标注册量', '件', 80, 71]] },
    ]),
    answer: {
      kind: 'indicators', headers: ['2-3', '2', '2', '2'], new: 6, mapping: 'region=A high_value_value=D high_value_target=B pct_value=G pct_target=E',
      records: [
        ['indicator', '370202|high_value|2021', { value: 12 }], ['indicator', '370202|高价值发明专利拥有量目标值|2021', { value: 10, unit: '件' }], ['indicator', '370203|pct|2021', { value: 7 }],
        ['indicator', '370202|pct|2020', { value: 3 }], ['indicator', '370202|PCT申请量目标值|2020', { value: 6 }],
        ['indicator', '370202|pct|2019', { value: 2 }], ['indicator', '370202|PCT国际专利申请量目标值|2019', { value: 7 }],
        ['indicator', '370202|pct|2018', { value: 1 }], ['indicator', '370202|PCT申请量目标值|2018', { value: 8 }], ['indicator', '370202|trademarks_registered|2018', { value: 71 }],
      ],
    },
  },
  {
    name: 'the same period a year before, beside, before and under each figure',
    file: '上年同期.xlsx',
    content: () => xlsxOf([
      { name: '区市', rows: [['2021年一季度各区市PCT申请情况'], ['区市', '上年', '本年', '同比'], ['市南区', 4, 5, '25%']] },
      { name: '各市', rows: [['2021年1-9月各市指标'], ['市', 'PCT申请量（件）', '上年同期', '同比', '商标注册量（件）', '上年同期', '同比'], ['济南市', 5, 4, '25%', 50, 40, '25%'], ['青岛市', 6, 7, '-14.3%', 60, 70, '-14.3%']] },
      { name: '横排', rows: [['2021年上半年各市指标'], ['指标', '单位', '济南市', null, '青岛市', null], [null, null, '本期', '上年同期', '本期', '上年同期'], ['PCT申请量', '件', 15, 14, 16, 17]], merges: ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'] },
      { name: '本市', rows: [['2020年青岛市知识产权主要指标'], ['指标名称', '单位', '本年累计', '上年同期', '同比增长', '上年末'], ['专利授权量', '件', 500, 400, '25%', 3]] },
    ]),
    answer: {
      kind: 'indicators', headers: ['2', '2', '2-3', '2'], new: 5, mapping: 'region=A pct_value=C pct_growth=D pct_previous=B',
      records: [
        ['indicator', '370202|pct|2021Q1', { value: 5, growth: '25%' }], ['indicator', '370202|pct|2020Q1', { value: 4, growth: null }],
        ['indicator', '370200|pct|2021-01-01..2021-09-30', { value: 6 }], ['indicator', '370200|pct|2020-01-01..2020-09-30', { value: 7 }], ['indicator', '370100|trademarks_registered|2020-01-01..2020-09-30', { value: 40 }],
        ['indicator', '370200|pct|2021H1', { value: 16 }], ['indicator', '370200|pct|2020H1', { value: 17 }],
        ['indicator', '370200|patents_granted|2020', { value: 500, growth: '25%', unit: '件' }], ['indicator', '370200|patents_granted|2019', { value: 400, growth: null }],
      ],
    },
  },
  { name: 'figures of this and last year that nothing says the indicator of', file: '商标情况.xlsx', content: () => xlsxOf([{ rows: [['2021年各市商标申请注册情况'], ['市', '本年', '上年同期', '同比'], ['济南市', 5, 4, '25%'], ['青岛市', 6, 7, '-14.3%']] }]), refused: { code: 'no_known_column' } },
  {
    name: 'lists of awards side by side: under other headings, with a gap or without, each under its own title, and one that is not known',
    file: '荣誉.xlsx',
    content: () => xlsxOf([
      { name: '空列', rows: [['2021年质量荣誉'], ['荣誉名称', '获奖单位', '届次', null, '奖项', '企业名称', '年度'], ['青岛市市长质量奖', '青岛甲公司', '第七届', null, '中国质量奖', '青岛乙公司', '2021'], ['青岛市市长质量奖', '青岛丙公司', '第七届', null, null, null, null]] },
      { name: '紧接', rows: [['2021年质量奖'], ['荣誉名称', '获奖单位', '届次', '奖项', '企业名称', '年度'], ['青岛市市长质量奖', '青岛丁公司', '第七届', '中国质量奖', '青岛戊公司', '2021']] },
      { name: '各有标题', rows: [['第六届青岛市市长质量奖获奖名单', null, null, null, '第八届山东省省长质量奖获奖名单'], ['序号', '获奖单位', '区市', null, '序号', '组织名称', '所属区市'], [1, '青岛己公司', '市南区', null, 1, '青岛庚公司', '崂山区']] },
      { name: '另一张', rows: [['第五届青岛市市长质量奖获奖名单'], ['序号', '获奖单位', '区市', null, '序号', '个人', '所在单位'], [1, '青岛辛公司', '市南区', null, 1, '张三', '青岛壬公司']] },
    ]),
    answer: {
      kind: 'honours', headers: ['2', '2', '2', '2', '1-2', '1-2', '2'], new: 8, notices: ['beside_left_out'], mapping: 'honour=A recipient=B session=C',
      records: [
        ['honour', '青岛市市长质量奖||第七届|青岛丙公司', { recipient: '青岛丙公司' }], ['honour', '中国质量奖||2021年度|青岛乙公司', { session: '2021' }], ['honour', '中国质量奖||2021年度|青岛戊公司', { recipient: '青岛戊公司' }],
        ['honour', '青岛市市长质量奖||第六届|青岛己公司', { district: '370202', status: '授予' }], ['honour', '山东省省长质量奖||第八届|青岛庚公司', { district: '370212', session: '第八届' }], ['honour', '青岛市市长质量奖||第五届|青岛辛公司', { district: '370202' }],
      ],
    },
  },
  {
    name: 'a sheet for each year of an award, names beside several numbers, and a quarter whose days begin the year before',
    file: '杂.xlsx',
    content: () => xlsxOf([
      { name: '2020年', rows: [['获奖单位', '奖项名称', '区市'], ['青岛甲公司', '青岛市市长质量奖', '市南区']] },
      { name: '2021', rows: [['获奖单位', '奖项名称', '区市'], ['青岛甲公司', '青岛市市长质量奖', '市南区']] },
      { name: '标准', rows: [['单位名称', '标准编号', '标准名称'], ['青岛甲公司', 'GB/T 42941-2021、GB/T 42942-2021', '甲；乙'], ['青岛乙公司', 'GB/T 42943.1~42943.2-2021', '丙']] },
      { name: '商标', rows: [['2024年三季度各市商标申请情况（2023.12.16-2024.9.15）'], ['城市', '申请件数', '注册件数'], ['济南市', 100, 90], ['青岛市', 200, 180]] },
    ]),
    answer: {
      kind: 'honours', headers: ['1', '1', '1', '2'], new: 6, repaired: ['2B range_split', '3B range_split'],
      records: [
        ['honour', '青岛市市长质量奖||2020年度|青岛甲公司', { session: '2020年度' }], ['honour', '青岛市市长质量奖||2021年度|青岛甲公司', { session: '2021年度' }],
        ['standard', 'GB/T 42941-2021', { title: '甲' }], ['standard', 'GB/T 42942-2021', { title: '乙' }], ['standard', 'GB/T 42943.2-2021', { title: '丙' }],
        ['indicator', '370200|trademarks_applied|2024-01-01..2024-09-30', { value: 200 }],
      ],
    },
  },
]
