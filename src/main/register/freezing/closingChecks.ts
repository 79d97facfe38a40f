import { addDays } from '../../../shared/domain/dates/calendar'
import { indicatorsOf, type FormDefinition } from '../../../shared/domain/catalogue/forms'
import { countDefinition, leadingTerm, type CountName, type Subject } from '../../../shared/domain/catalogue/indicators'
import { parsePeriod, windowOf } from '../../../shared/domain/dates/periods'
import { t } from '../../../shared/text/t'
import type { RegisterColumns } from '../columns/registerColumns'
import type { CountingOptions } from '../ranking/countingOptions'
import { evaluate } from '../ranking/figures'
import { subjectOf } from '../ranking/recordsOf'
import type { CheckResult } from '../reports/formChecks'
import { absentClauses, indicatorsWithoutData } from '../reports/missingData'
import { dayText } from '../reports/periodTexts'
import type { MoreChecks } from '../reports/prepareReport'

/** Records of these come every month: where there are older ones and none since, the files of the period were not read in. */
const steadySubjects: readonly Subject[] = ['standard', 'patent', 'trademark', 'pct']
const firstDay = '1900-01-01'
const lastDay = '2200-12-31'

/**
 * What closing a period asks beyond a form's own checks: that the period is over, that what the form counts is in the register
 * at all, and that it does not end before the period. Zeros that nobody has counted are not handed in unnoticed.
 *
 * @param today  YYYY-MM-DD
 */
export function closingChecks(today: string): MoreChecks {
  return async (columns, form, options) => [
    periodIsOver(form, options, today),
    ...(options.source === 'received' ? [] : [await dataIsPresent(columns, form, options)]),
  ]
}

function periodIsOver(form: FormDefinition, { period }: CountingOptions, today: string): CheckResult {
  const { to } = windowOf(period, form.calendar)
  return { id: 'period_over', ok: today >= to, message: today >= to ? t('report.check.period_over') : t('report.check.period_running', { day: dayText(to) }) }
}

async function dataIsPresent(columns: RegisterColumns, form: FormDefinition, options: CountingOptions): Promise<CheckResult> {
  const counted = [...new Set(indicatorsOf(form).map((indicator) => leadingTerm(indicator).count))]
  const without = await indicatorsWithoutData(columns, form, options)
  const absent = new Set(without.map(subjectOf))
  const missing = absentClauses(without)
  for (const name of counted) {
    if (!absent.has(countDefinition(name).subject) && (await endsBefore(columns, name, options))) missing.push(t('report.check.data_older', { what: countDefinition(name).label }))
  }
  const message = missing.length === 0 ? t('report.check.data_present') : t('report.check.data_missing', { missing: missing.join(t('punctuation.part')) })
  return { id: 'data_present', ok: missing.length === 0, message }
}

/** A flow that the city has before the period, but neither in it nor after it. */
async function endsBefore(columns: RegisterColumns, name: CountName, options: CountingOptions): Promise<boolean> {
  const { shape, calendar, subject } = countDefinition(name)
  if (shape !== 'flow' || !steadySubjects.includes(subject)) return false
  const { from } = windowOf(options.period, calendar)
  const cityCount = async (first: string, last: string): Promise<number> => {
    const days = parsePeriod(`${first}..${last}`)
    if (!days.ok) return 0
    const figures = await evaluate(columns, name, { ...options, period: days.value, filters: {} })
    return figures.ok ? (figures.value.values[figures.value.rows.city]?.count ?? 0) : 0
  }
  return (await cityCount(from, lastDay)) === 0 && (await cityCount(firstDay, addDays(from, -1))) > 0
}
