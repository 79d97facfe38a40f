import { z } from 'zod'
import type { FormName } from '../../../shared/domain/catalogue/forms'
import { parsePeriod } from '../../../shared/domain/dates/periods'
import { succeed, type Result } from '../../../shared/domain/result'
import type { RegisterStore } from '../../store/registerStore'
import type { FormRequest } from '../reports/prepareReport'
import type { ReportAnswer } from '../reports/produceReport'
import type { WritingWork } from '../reports/reportFile'
import { versionsOf, writeFrozen } from './freezePeriod'

/**
 * Writes the frozen file where the form's period is closed and was closed with the same options; null where it is open,
 * or asked for in another way.
 */
export async function frozenCopy(store: Pick<RegisterStore, 'frozen'>, form: FormName, { out, ...request }: FormRequest & { out: string }, work?: WritingWork): Promise<Result<ReportAnswer> | null> {
  const period = parsePeriod(request.period ?? '')
  if (!period.ok) return null
  const [newest] = await versionsOf(store, form, period.value.name)
  if (!newest || newest.reopened !== null || chosen(newest.request) !== chosen({ ...request, period: newest.period })) return null
  const written = await writeFrozen(store, newest, out, work)
  if (!written.ok) return written
  const { mark: _, ...answer } = keptAnswer.parse(newest.rules)
  return succeed({ ...answer, file: out, ...written.value })
}

const keptAnswer = z.custom<ReportAnswer & { mark?: string }>((value) => typeof value === 'object' && value !== null && 'checks' in value)

/** Options in one spelling: what was left out, how the period was written, and why a check was passed over make no other question. */
function chosen(request: object): string {
  const entries = Object.entries(request).filter(([name, value]) => !['period', 'own', 'reason'].includes(name) && value !== undefined && !(Array.isArray(value) && value.length === 0))
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
