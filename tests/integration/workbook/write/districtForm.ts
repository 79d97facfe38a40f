import type { FormCell, FormSheet, HeaderCell } from '../../../../src/main/workbook/write/form/formWriter'

/** Form F2 of report-forms.md: three header rows over eighteen columns, ten districts and the city. */

const districts = ['市南区', '市北区', '黄岛区', '崂山区', '李沧区', '城阳区', '即墨区', '胶州市', '平度市', '莱西市']

function kindHeading(text: string, column: number): HeaderCell[] {
  return [
    { row: 0, column, colSpan: 4, text },
    { row: 1, column, colSpan: 2, text: '主导' },
    { row: 1, column: column + 2, colSpan: 2, text: '参与' },
    ...['制定', '修订', '制定', '修订'].map((leaf, index) => ({ row: 2, column: column + index, text: leaf })),
  ]
}

const header: HeaderCell[] = [
  { row: 0, column: 0, rowSpan: 3, text: '序号' },
  { row: 0, column: 1, rowSpan: 3, text: '区市' },
  ...kindHeading('国际标准', 2),
  ...kindHeading('国家标准', 6),
  ...kindHeading('行业标准', 10),
  { row: 0, column: 14, colSpan: 3, text: '合计' },
  ...['主导', '参与', '合计'].map((text, index) => ({ row: 1, column: 14 + index, rowSpan: 2, text })),
  { row: 0, column: 17, rowSpan: 3, text: '位次' },
]

function countsOf(seed: number): number[] {
  const counts = Array.from({ length: 12 }, (_, index) => (seed * 7 + index * 13) % 40)
  const lead = counts.filter((_, index) => index % 4 < 2).reduce((a, b) => a + b, 0)
  const part = counts.filter((_, index) => index % 4 >= 2).reduce((a, b) => a + b, 0)
  return [...counts, lead, part, lead + part]
}

function center(value: FormCell['value'], bold = false): FormCell {
  return { value, align: 'center', ...(bold ? { bold } : {}) }
}

const districtRows = districts.map((name, index) => [center(index + 1), center(name), ...countsOf(index + 3).map((count) => center(count)), center(index + 1)])
const totalRow = [center(null, true), center('全市合计', true), ...countsOf(2000).map((count) => center(count * 37, true)), center('-', true)]

export const districtForm: FormSheet = {
  kind: 'form',
  name: '各区市标准制修订情况',
  title: '2021年青岛市各区市标准制修订情况统计表',
  subtitle: { left: '填报单位：青岛市市场监督管理局（盖章）', middle: '统计期间：2021年1月1日—12月31日', right: '单位：项' },
  columns: [{ minWidth: 5 }, { minWidth: 12 }, ...Array.from({ length: 16 }, () => ({}))],
  header,
  rows: [...districtRows, totalRow],
  notes: [
    '注：1.数据来源：全国标准信息公共服务平台及各区市报送的标准制修订明细表；截止时间：2021年12月31日。',
    '　　2.主导指本区市单位为第一起草单位，参与指有起草单位但无第一起草单位；同一标准在同一区市只计1项。',
    '　　3.同一标准有多个区市单位参与的，各区市分别计1项，全市合计按标准去重，因此全市合计小于各区市之和；位次按合计从高到低排列，数值相同的并列，其后位次顺延。',
  ],
  signature: '单位负责人：　　　　　　统计负责人：　　　　　　填表人：　　　　　　联系电话：　　　　　　填报日期：　　　年　　月　　日',
  frozenColumns: 2,
  paper: 'A4',
}
