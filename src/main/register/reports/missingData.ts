import { indicatorsOf, type FormDefinition } from '../../../shared/domain/catalogue/forms'
import type { Indicator } from '../../../shared/domain/catalogue/indicators'
import { t } from '../../../shared/text/t'
import type { RegisterColumns } from '../columns/registerColumns'
import type { CountingOptions } from '../ranking/countingOptions'
import { rankReceived } from '../ranking/receivedFigures'
import { recordsOf, subjectOf } from '../ranking/recordsOf'

/**
 * Indicators of a form that there is nothing of at all, by the same word that the figures are blank by: no record of the kind, or
 * no figure received for the period. Their columns stay empty, which is not the same as zero.
 */
export async function indicatorsWithoutData(columns: RegisterColumns, form: FormDefinition, options: CountingOptions): Promise<Indicator[]> {
  const without: Indicator[] = []
  for (const indicator of indicatorsOf(form)) {
    const hasNone = options.source === 'received' ? (await rankReceived(columns, indicator, options)).noData !== undefined : (await recordsOf(columns, indicator)) === 0
    if (hasNone) without.push(indicator)
  }
  return without
}

/** One clause for each kind of record that they count: 台账里没有PCT申请. */
export function absentClauses(indicators: readonly Indicator[]): string[] {
  return [...new Set(indicators.map(subjectOf))].map((subject) => t('report.check.data_none', { what: t(`report.check.data_${subject}`) }))
}
