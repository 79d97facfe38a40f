import { t } from '../../../shared/text/t'
import type { ReturnAnswer } from '../../register/import/returned/returnWorkbook'

/** A returned workbook for people: how many cells, and what became of the rest of it. */
export function printReturn({ out, how, macros, rows, cells }: ReturnAnswer): string {
  const lines = [t('return.done', { file: out, cells, rejected: rows.rejected, review: rows.review }), t(`return.done.${how}`)]
  if (macros && !/\.xlsm$/iu.test(out)) lines.push(t('return.macros'))
  return lines.join('\n')
}
