import { listDefinitions, listField, listKinds } from '../../../shared/domain/catalogue/listFields'
import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { unknownField } from '../../register/lists/planList'
import { defineCommand } from '../command'
import { kindOf, listOptions, queryOf } from '../listOptions'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

const { search, filter, offset, limit } = listOptions

export const command = defineCommand({
  name: 'facets',
  arguments: [{ name: 'kind', choices: listKinds }, { name: 'field' }],
  options: { search, filter, offset, limit },
  async run(call) {
    const kind = kindOf(call)
    const [, name = ''] = call.arguments
    const field = listField(kind, name) ?? listDefinitions[kind].fields.find(({ label }) => label === name)
    if (!field) return unknownField(kind, t('facets.field'), name)
    const query = queryOf({ ...call, options: { ...call.options, sort: [], fields: undefined } })
    if (!query.ok) return query
    return withSession(call, async ({ lists }) => {
      const found = await lists.facets(query.value, [field], call.global.today, 'all')
      if (!found.ok) return found
      const [{ values, empty } = { values: [], empty: 0 }] = found.value
      const from = call.options.offset ?? 0
      return succeed({ kind, field: field.name, total: values.length, empty, values: values.slice(from, from + (call.options.limit ?? values.length)) })
    })
  },
  print({ kind, field, values, total, empty }) {
    if (total === 0 && empty === 0) return t('cli.nothing')
    const choices = listField(kind, field)?.choices
    const rows = values.map(({ value, count }): [string, number] => [choices ? choiceLabel(choices, value) : value, count])
    if (empty > 0) rows.push([t('facets.empty'), empty])
    return `${textTable([listField(kind, field)?.label ?? field, t('facets.count')], rows)}\n${t('facets.total', { total })}`
  },
})
