import { hasText, t, textOf } from '../../../shared/text/t'

/** What a check found, in words. */
export function problemText(problem: string): string {
  const key = `problem.${problem}`
  return hasText(key) ? textOf(key) : t('problem.database_damaged')
}
