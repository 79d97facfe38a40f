import { t } from './t'

/** What a report's cell now holds, in words where it is no value: codes of `verify-report`. */
export function foundInWords(found: string | number | null): string {
  if (found === null) return t('verifyReport.found.nothing')
  if (found === '=') return t('verifyReport.found.formula')
  if (found === 'format') return t('verifyReport.found.format')
  return found === 'drawing' ? t('verifyReport.found.drawing') : String(found)
}
