import { indicatorNames } from '../../../shared/domain/catalogue/indicators'
import { t } from '../../../shared/text/t'
import { createCounting } from '../../register/counting'
import { defineCommand } from '../command'
import { figureOptions, indicatorArgument, requestOf } from '../countingOptions'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

export const records = defineCommand({
  name: 'records',
  arguments: [{ name: 'indicator', choices: indicatorNames }],
  options: { ...figureOptions, district: { type: 'text' } },
  async run(call) {
    const indicator = indicatorArgument(call.arguments[0])
    if (!indicator.ok) return indicator
    const request = { ...requestOf(call.options), district: call.options.district }
    return withSession(call, async ({ store }) => (await createCounting(store)).records(indicator.value, request))
  },
  print({ rows, total }) {
    const [first] = rows
    if (!first) return t('cli.nothing')
    const columns = Object.keys(first).filter((name) => name !== 'kind')
    return `${textTable(columns, rows.map((row) => columns.map((name) => row[name])))}\n${t('cli.total', { total })}`
  },
})
