/** What the command `demo` says about the main job that it has done with the bundled samples. */
export const demoTexts = {
  'demo.importing': '正在导入样例文件，共 {files} 份',
  'demo.register': '已在临时文件夹建立台账：{file}',
  'demo.imported': '已导入样例文件 {files} 份，共读取 {read} 行，待答 {review} 行、退回 {rejected} 行没有入库',
  'demo.file': '文件',
  'demo.ranked': '各区市 {period} 年主要指标，括号内为位次',
  'demo.indicator': '指标{index}',
  'demo.legend': '{name}：{label}（{unit}）',
  'demo.cell': '{value}（{rank}）',
  'demo.produced': '已生成报表 {forms} 份，各表校验均已通过',
  'demo.form': '{form} {label}：{file}',
  'demo.next': '接着查看这本台账：{command} list standards --limit 5 --register "{file}"',
} as const
