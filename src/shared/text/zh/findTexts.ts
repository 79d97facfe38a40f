/** The search of the title bar. */
export const findTexts = {
  'find.label': '查找',
  'find.placeholder': '查找编号、名称、单位，可用拼音',
  'find.results': '查找结果',
  'find.group': '{kind} {count} 条',
  'find.all': '全部 {count} 条',
  'find.nothing': '没有找到“{text}”',
} as const
