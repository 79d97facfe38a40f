import { formDefinition, forms, indicatorsOf, type FormDefinition, type FormName } from '../../../shared/domain/catalogue/forms'
import { indicatorDefinition, isStock, nameOf } from '../../../shared/domain/catalogue/indicators'
import { ruleTexts } from '../../../shared/domain/catalogue/rules'
import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { defineCommand } from '../command'
import { textTable } from '../textTable'

/** The report forms with their options (cli.md). */
export const formList = defineCommand({
  name: 'forms',
  arguments: [],
  options: {},
  run: async () => succeed(Object.keys(forms).map((name) => describe(name as FormName))),
  print: (answer) => textTable([t('forms.name'), t('forms.label'), t('forms.options')], answer.map(({ form, label, options }) => [form, label, options])),
})

function describe(form: FormName) {
  const definition = formDefinition(form)
  const shown = indicatorsOf(definition)
  const options = [
    'period', 'out', 'zones', ...(shown.some(isStock) ? ['as-of'] : []), ...(shown.includes('standards') ? ['lead-rule'] : []),
    ...(shown.some((indicator) => indicatorDefinition(indicator).shape === 'per_10k') ? ['population'] : []), ...(definition.type !== 'regions' ? ['district'] : ['total', 'decimals']),
    ...(definition.type === 'subsidies' ? ['yearly-cap'] : []), ...(definition.type === 'regions' && definition.takesReceived ? ['source', 'scope'] : []), 'head', 'reason',
  ]
  return {
    form, label: definition.label, unit: definition.unit, indicators: shown.map(nameOf), options, notes: definition.notes.map((name) => ({ name, text: ruleTexts[name] })),
    checks: checksOf(definition),
  }
}

function checksOf(form: FormDefinition): { id: string; message: string }[] {
  switch (form.type) {
    case 'regions': return form.checks.map(({ id, message }) => ({ id, message }))
    case 'drafting_units': return [{ id: 'drafting_count', message: t('report.check.drafting_count') }]
    case 'honours': return [{ id: 'honour_count', message: t('report.check.honour_count') }, ...checksOf(form.summary)]
    case 'subsidies': return []
  }
}
