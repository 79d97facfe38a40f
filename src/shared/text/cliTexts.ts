/** What the command line prints for people; its help is in helpTexts.ts. */
export const cliTexts = {
  'cli.error': '出错：{message}',
  'cli.place.file': '文件“{file}”',
  'cli.place.sheet': '工作表“{sheet}”',
  'cli.place.row': '第 {row} 行',
  'cli.place.column': '{column} 列',
  'cli.expected.choice': '可选：{choices}',
  'cli.expected.date': '改为 2022-01-17 这样的日期',
  'cli.expected.whole': '改为不小于 {min} 的整数',
  'cli.expected.value': '选项后面要写值',
  'cli.expected.noValue': '这个选项不带值',
  'cli.expected.once': '这个选项只能写一次',
  'cli.total': '共 {total} 条',
  'cli.totalShown': '共 {total} 条，显示 {shown} 条',
  'cli.nothing': '没有记录',
} as const
