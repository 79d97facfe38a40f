import type { Spoken } from '../paper'
import type * as zh from '../zh/printTexts'

export const printTexts = {
  'print.replacedFont': 'This computer has no {asked}; {used} stands in for it',
  'print.missingCharacters': 'No font has these characters, printed as 〓: {characters}',
  'print.archiveWithoutPdf': 'This computer has no Chinese font: the archive holds no PDF',
  'print.exportExcel': 'Export Excel',
  'print.exportPdf': 'Export PDF',
  'print.preview': 'Print preview',
  'print.previewTitle': 'Print preview: {file}',
  'print.openQuestion': 'The PDF is written. Open it now?',
  'print.openText': '{file} will open in this computer’s PDF program',
  'print.pdfFiles': 'PDF files',
  'print.savePdf': 'Save as PDF',
  'job.archive': 'Archive',
} as const satisfies Spoken<typeof zh.printTexts>
