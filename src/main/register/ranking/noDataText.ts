import type { Indicator } from '../../../shared/domain/catalogue/indicators'
import { t, textOf } from '../../../shared/text/t'
import type { RankAnswer } from './rankAnswer'
import { subjectOf } from './recordsOf'
import { listOfSubject } from './rowsWhere'

/** The kind of record that an indicator counts, in words. */
export function kindCounted(indicator: Indicator): string {
  return textOf(`kind.${listOfSubject[subjectOf(indicator)]}`)
}

/** Why an answer has no figures, in words that tell it apart from zero; nothing where it has some. */
export function noDataText(indicator: Indicator, { noData }: Pick<RankAnswer, 'noData'>): string[] {
  return noData === undefined ? [] : [t(`noData.${noData}`, { what: kindCounted(indicator) })]
}
