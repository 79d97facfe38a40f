/** Texts of PDF and of looking at it before it is printed. */
export const printTexts = {
  'print.replacedFont': '这台电脑没有{asked}，用 {used} 代替',
  'print.missingCharacters': '字体里没有这些字，印作〓：{characters}',
  'print.archiveWithoutPdf': '这台电脑没有中文字体，归档包里没有 PDF',
  'print.exportExcel': '导出 Excel',
  'print.exportPdf': '导出 PDF',
  'print.preview': '打印预览',
  'print.previewTitle': '打印预览：{file}',
  'print.openQuestion': 'PDF 已生成，现在打开吗',
  'print.openText': '{file} 将用本机的 PDF 程序打开',
  'print.pdfFiles': 'PDF 文件',
  'print.savePdf': '另存为 PDF',
  'job.archive': '归档',
} as const
