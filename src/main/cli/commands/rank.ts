import { indicatorDefinition, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { t } from '../../../shared/text/t'
import { createCounting } from '../../register/counting'
import { noDataText } from '../../register/ranking/noDataText'
import type { RankAnswer, RankRow } from '../../register/ranking/rankAnswer'
import { defineCommand } from '../command'
import { figureOptions, requestOf } from '../countingOptions'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

/** What people see needs the indicator's label, which is no part of the answer. */
const rankedBy = new WeakMap<RankAnswer, Indicator>()

export const rank = defineCommand({
  name: 'rank',
  arguments: [{ name: 'indicator' }],
  options: figureOptions,
  run: (call) => withSession(call, async ({ store }) => {
    const counting = await createCounting(store)
    const indicator = await counting.find(call.arguments[0] ?? '')
    if (!indicator.ok) return indicator
    const answer = await counting.rank(indicator.value, requestOf(call.options))
    if (answer.ok) rankedBy.set(answer.value, indicator.value)
    return answer
  }),
  print(answer) {
    const header = [t('rank.region'), t('rank.value', { unit: answer.unit }), t('rank.rank'), t('rank.previous'), t('rank.previousRank'), t('rank.growth'), t('rank.share')]
    const indicator = rankedBy.get(answer)
    const label = indicator ? indicatorDefinition(indicator).label : answer.indicator
    const remarks = indicator ? noDataText(indicator, answer) : []
    return [t('rank.title', { label, period: answer.period, asOf: answer.asOf }), textTable(header, [...answer.rows, answer.total].map(cellsOf)), ...remarks].join('\n')
  },
})

function cellsOf({ name, value, rank: place, previous, previousRank, growth, share }: RankRow): unknown[] {
  return [name, value ?? '-', place, previous ?? '-', previousRank, growth, share]
}
