import { t } from './t'

const longestStem = 150

/** Name of the 退回更正 of a file; a workbook with macros keeps them, and the ending that says so. */
export function returnName(file: string, number = 1): string {
  const stem = file.replace(/\.[^.]{1,5}$/u, '').slice(0, longestStem)
  return t(/\.xlsm$/iu.test(file) ? 'imports.returnMacroName' : 'imports.returnName', { file: number === 1 ? stem : `${stem}(${number})` })
}
