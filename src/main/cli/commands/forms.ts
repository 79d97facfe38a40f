import { formDefinition, forms, indicatorsOf, type FormName } from '../../../shared/domain/catalogue/forms'
import { isStock } from '../../../shared/domain/catalogue/indicators'
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
    ...(shown.some((name) => name.endsWith('_per_10k')) ? ['population'] : []), ...(definition.type === 'drafting_units' ? ['district'] : []),
  ]
  return {
    form, label: definition.label, unit: definition.unit, indicators: shown, options, notes: definition.notes.map((name) => ({ name, text: ruleTexts[name] })),
    checks: definition.type === 'regions' ? definition.checks.map(({ id, message }) => ({ id, message })) : [{ id: 'drafting_count', message: t('report.check.drafting_count') }],
  }
}
