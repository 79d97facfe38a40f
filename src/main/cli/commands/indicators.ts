import { allowedFilters, calendarOf, indicatorDefinition, indicatorNames, isStock, type IndicatorName } from '../../../shared/domain/catalogue/indicators'
import { filterDefinitions } from '../../../shared/domain/catalogue/filters'
import { ruleTexts } from '../../../shared/domain/catalogue/rules'
import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { defineCommand } from '../command'
import { textTable } from '../textTable'

/** What there is to rank, with definitions and options (cli.md). */
export const indicators = defineCommand({
  name: 'indicators',
  arguments: [],
  options: {},
  run: async () => succeed(indicatorNames.map(describe)),
  print: (answer) => textTable([t('indicators.name'), t('indicators.label'), t('indicators.unit'), t('indicators.filters'), t('indicators.definition')],
    answer.map(({ indicator, label, unit, filters, definition }) => [indicator, label, unit, filters.map(({ name }) => name), definition])),
})

function describe(indicator: IndicatorName) {
  const { label, unit, shape, decimals, definition, rules } = indicatorDefinition(indicator)
  const options = ['period', ...(isStock(indicator) ? ['as-of'] : []), ...(indicator === 'standards' ? ['lead-rule'] : []), 'zones', 'source', 'scope', ...(shape === 'per_10k' ? ['population'] : [])]
  return {
    indicator, label, unit, shape, kind: isStock(indicator) ? 'stock' : 'flow', calendar: calendarOf(indicator), decimals, definition, options,
    filters: allowedFilters(indicator).map((name) => ({ name, label: filterDefinitions[name].label, values: filterDefinitions[name].values })),
    rules: rules.map((name) => ({ name, text: ruleTexts[name] })),
  }
}
