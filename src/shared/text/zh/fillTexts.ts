/** Filling a received form. */
export const fillTexts = {
  'fill.done': '已填 {cells} 个单元格，写到“{file}”。公式会在打开时重新计算',
  'fill.expectedOut': '请写到另一个 {extension} 文件，收到的模板保持原样',
  'fill.boundTwice': '同一个单元格绑定了两次',
  'fill.sheetNotNamed': '模板有多张工作表，要写明是哪一张',
  'fill.badAddress': '“{value}”不是这里能用的位置',
  'fill.nameNotCalculated': '这里的区市名称由公式得出，文件里没有存它的结果。请用 Excel 或 WPS 打开模板，保存后再填',
  'fill.noNames': '“{value}”里没有区市名称',
  'error.template_cell_taken.heading': '这是表格的列名，公式按它取数，或会和别的列同名，不能填。请绑定别的单元格',
  'fill.nameOutOfStep': '绑定里每个区市占 {each} 行（列），这里的名称却不在起头的位置。请核对绑定的范围，或分成几块',
  'fill.notALine': '“{value}”不是一行或一列',
  'fill.unknownPlaceholder': '没有 {value} 这个占位，可用 {known}',
  'fill.difference': '{place} 原为“{before}”，现为“{now}”',
  'fill.nothing': '空',
} as const
