/** The ten-minute tour on the samples; `tour.<step>` and `tour.<step>What`. */
export const tourTexts = {
  'tour.directory': '放入单位名录',
  'tour.directoryWhat': '导入页里已经放好样例。选“01_单位名录_2021.xlsx”，点页面右上的“下一步：列”“下一步：行”，看程序认出的表头、列和每一行的判定，再点“提交 122 行”。有了名录，后面的单位都能对上区市。',
  'tour.surveys': '放入区市报来的调查表',
  'tour.surveysWhat': '依次提交其余的样例，人口和市场主体先放，再放各区市的标准调查表和清单。有问题的文件会先停下来问，回答一次，同样的都按它办。',
  'tour.records': '看一条标准',
  'tour.recordsWhat': '到标准页，选一行。右边是起草单位的次序和区市，下面是来源文件和行号，点行号打开原文件。',
  'tour.edit': '改一个栏目再撤销',
  'tour.editWhat': '在右边改一个栏目，离开就保存。状态栏右边会说“已保存”，点“撤销”改回去。',
  'tour.ranking': '看排名',
  'tour.rankingWhat': '到排名页，统计期选 2021。点崂山区的制修订标准数，旁边列出它数的记录，条数和数值相等。',
  'tour.report': '生成标准制修订统计表',
  'tour.reportWhat': '到报表页，报表选“各区市标准制修订情况统计表”，统计期选 2021 全年。看校验都通过，点“导出 Excel”。',
  'tour.undo': '撤销一批导入',
  'tour.undoWhat': '回到导入页，点“导入记录”，撤销其中一批，看它会还原多少、保留多少。撤销后可以再导入一次。',
} as const
