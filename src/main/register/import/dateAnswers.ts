import { parseDate } from '../../../shared/domain/dates/dates'
import { parseTrademarkTerm } from '../../../shared/domain/trademarks/trademark'

/** Causes of questions about a date; their readings always come in the same order: month before October, day before month, older before newer. */
export const dateQuestions: ReadonlySet<string> = new Set(['ambiguous_month', 'ambiguous_order', 'two_digit_year', 'year_not_shown'])

/** A number whose year has two digits is asked about under the same name. */
const numberField = 'standardNo'

/**
 * Whether a text is no answer to a question: one about a date wants a date, one about a term both its days. Any other
 * question takes any text, which is judged in the cell's place.
 */
export function isNoDate(code: string, field: string, text: string): boolean {
  if (!dateQuestions.has(code) || field === numberField) return false
  if (field === 'term') return !parseTrademarkTerm(text).ok
  const date = parseDate(text)
  return !date.ok || date.value === null
}
