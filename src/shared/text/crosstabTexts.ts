/** Texts of cross tables, as printed and on the command line. */
export const crosstabTexts = {
  'crosstab.sheet': '交叉表',
  'crosstab.title': '{kind}：按{rows}和{columns}',
  'crosstab.unit': '条',
  'crosstab.empty': '（空）',
  'crosstab.total': '合计',
  'crosstab.subtotal': '小计',
  'crosstab.all': '全部',
  'crosstab.written': '已写出 {file}',
  'crosstab.note.subtotals': '一条记录在一个字段中有几个值的，各值下各计1条，合计和小计只计1条',
  'crosstab.note.filter': '筛选：{filters}',
  'crosstab.note.source': '数据来源：本台账（第{sequence}次变更后的数据）',
} as const satisfies Record<string, string>
