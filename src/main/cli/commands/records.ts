import { t } from '../../../shared/text/t'
import { createCounting } from '../../register/counting'
import { defineCommand } from '../command'
import { figureOptions, requestOf } from '../countingOptions'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

export const records = defineCommand({
  name: 'records',
  arguments: [{ name: 'indicator' }],
  options: { ...figureOptions, district: { type: 'text' } },
  run: (call) => withSession(call, async ({ store }) => {
    const counting = await createCounting(store)
    const indicator = await counting.find(call.arguments[0] ?? '')
    return indicator.ok ? counting.records(indicator.value, { ...requestOf(call.options), district: call.options.district }) : indicator
  }),
  print({ rows, total }) {
    const [first] = rows
    if (!first) return t('cli.nothing')
    const columns = Object.keys(first).filter((name) => name !== 'kind')
    return `${textTable(columns, rows.map((row) => columns.map((name) => row[name])))}\n${t('cli.total', { total })}`
  },
})
