import { indicatorDefinition, indicatorNames } from '../../../shared/domain/catalogue/indicators'
import { t } from '../../../shared/text/t'
import { createCounting } from '../../register/counting'
import type { RankRow } from '../../register/ranking/rankAnswer'
import { defineCommand } from '../command'
import { figureOptions, indicatorArgument, requestOf } from '../countingOptions'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

export const rank = defineCommand({
  name: 'rank',
  arguments: [{ name: 'indicator', choices: indicatorNames }],
  options: figureOptions,
  async run(call) {
    const indicator = indicatorArgument(call.arguments[0])
    if (!indicator.ok) return indicator
    return withSession(call, async ({ store }) => (await createCounting(store)).rank(indicator.value, requestOf(call.options)))
  },
  print(answer) {
    const header = [t('rank.region'), t('rank.value', { unit: answer.unit }), t('rank.rank'), t('rank.previous'), t('rank.previousRank'), t('rank.growth'), t('rank.share')]
    const { label } = indicatorDefinition(answer.indicator)
    return `${t('rank.title', { label, period: answer.period, asOf: answer.asOf })}\n${textTable(header, [...answer.rows, answer.total].map(cellsOf))}`
  },
})

function cellsOf({ name, value, rank: place, previous, previousRank, growth, share }: RankRow): unknown[] {
  return [name, value ?? '-', place, previous ?? '-', previousRank, growth, share]
}
